// SPDX-License-Identifier: BSL-1.0
// expect: virga: the placeholder of this name takes exactly the C.. type
// expect-name: "ids"
// A list for a column with as<T>() is a vector of T, even where the base type alone would be taken.
#include "tables.hpp"

struct user_id {
  boost::uuids::uuid value{};
};
template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  col<Mode, pg::uuid("id").as<user_id>().primary_key()> id{};
};
inline constexpr virga::table<members_table> members;

auto program() {
  fake_database db;
  const auto among = prepare(select(members.id).from(members).where(in_(members.id, placeholder("ids"_name))));
#ifdef COMPILE_FAIL
  return among.run(db, "ids"_name = std::vector<boost::uuids::uuid>{});
#else
  return among.run(db, "ids"_name = std::vector<user_id>{});
#endif
}
