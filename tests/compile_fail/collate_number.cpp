// SPDX-License-Identifier: BSL-1.0
// expect: virga: collate\(\) is for columns of text
#include "tables.hpp"

#ifdef COMPILE_FAIL
constexpr auto made = pg::integer("age").collate("C");
#else
constexpr auto made = pg::text("name").collate("C");
#endif

auto program() { return made.name.view().size(); }
