// SPDX-License-Identifier: BSL-1.0
// expect: virga: as<T>\(\): T has neither a member
// The value is not what the column holds, so something would be lost.
#include <virga/virga.hpp>

namespace pg = virga::pg;
struct order_id {
  std::int64_t value;
};

#ifdef COMPILE_FAIL
inline constexpr auto id = pg::integer("id").as<order_id>();
#else
inline constexpr auto id = pg::bigint("id").as<order_id>();
#endif
