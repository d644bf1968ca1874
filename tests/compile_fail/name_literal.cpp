// SPDX-License-Identifier: BSL-1.0
// A name given in a query is a literal, never a value that a program computes.
// expect-gcc: no matching function|conversion from|unable to find|could not convert
// expect-clang: no matching|cannot convert|no viable
#include <virga/core/name.hpp>

#ifdef COMPILE_FAIL
const char* computed = "n";
virga::fixed_string<2> name = computed;
#else
virga::fixed_string<2> name = "n";
#endif
