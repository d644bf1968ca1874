// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// With as<T>() it is a uuid still.
#include "tables.hpp"

struct member_id {
  boost::uuids::uuid value{};
};
struct seat {
  std::int32_t value = 0;
};
template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  col<Mode, pg::uuid("id").as<member_id>().primary_key()> id{};
  col<Mode, pg::integer("seat").as<seat>()> place{};
};
inline constexpr virga::table<members_table> members;

auto program() {
#ifdef COMPILE_FAIL
  return max(members.id);
#else
  return max(members.place);
#endif
}
