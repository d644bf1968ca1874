// SPDX-License-Identifier: BSL-1.0
#pragma once

// `duration`, `time_point`, `system_clock` and `days` without the calendar, the time zones and the formatting.
// In C++20 mode libstdc++'s <chrono> costs every file that includes it 0.2 s of compile time; the part needed here
// lives in its own header since libstdc++ 12, and costs nothing measurable. Including an implementation's header by
// name is not pretty; where it is not there, or is not that library's, <chrono> is what is used.
#if __has_include(<bits/chrono.h>)
#include <bits/chrono.h>
#else
#include <chrono>
#endif
