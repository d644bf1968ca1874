// SPDX-License-Identifier: BSL-1.0
// expect-gcc: a number of rows is not negative|refuse|number_of_rows
// expect-clang: must be initialized by a constant expression
// A number of rows is not negative; where it is a constant, the compiler says so.
#include "tables.hpp"

#ifdef COMPILE_FAIL
constexpr auto page = select(users.id).from(users).limit(-1);
#else
constexpr auto page = select(users.id).from(users).limit(1);
#endif
auto program() { return page.text(); }
