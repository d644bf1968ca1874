// SPDX-License-Identifier: BSL-1.0
// expect: virga: a composite type has at least one attribute
#include "tables.hpp"
#include <virga/schema/composite.hpp>

#ifdef COMPILE_FAIL
constexpr auto made = pg::composite_type("address");
#else
constexpr auto made = pg::composite_type("address", pg::text("street"));
#endif

auto program() { return made.name.size(); }
