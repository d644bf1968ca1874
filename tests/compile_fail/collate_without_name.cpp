// SPDX-License-Identifier: BSL-1.0
// expect: virga: the name of a collation has 1 to 63 bytes
#include "tables.hpp"

#ifdef COMPILE_FAIL
constexpr auto made = pg::text("name").collate("");
#else
constexpr auto made = pg::text("name").collate("C");
#endif

auto program() { return made.name.view().size(); }
