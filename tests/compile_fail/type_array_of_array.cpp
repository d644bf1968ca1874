// SPDX-License-Identifier: BSL-1.0
// expect: virga: array\(\) is said once
// PostgreSQL has one array type for all numbers of dimensions.
#include <virga/types/nested_array.hpp>
#include <virga/virga.hpp>

namespace pg = virga::pg;

#ifdef COMPILE_FAIL
inline constexpr auto grid = pg::integer("grid").array().array();
#else
inline constexpr auto grid = pg::integer("grid").array<2>();
#endif
