// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL.s arrays have one to six dimensions
// The server refuses more.
#include <virga/types/nested_array.hpp>
#include <virga/virga.hpp>

namespace pg = virga::pg;

#ifdef COMPILE_FAIL
inline constexpr auto grid = pg::integer("grid").array<7>();
#else
inline constexpr auto grid = pg::integer("grid").array<6>();
#endif
