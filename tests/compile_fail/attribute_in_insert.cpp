// SPDX-License-Identifier: BSL-1.0
// expect: virga: an insert gives a composite column whole
// A new row has no attribute that stays as it is.
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct address {
  std::string street;
  std::optional<std::string> city;
};
template <>
inline constexpr auto virga::composite<address> =
    pg::composite_type("address", pg::text("street"), pg::text("city"));

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::composite<address>("home")> home{};
};
inline constexpr virga::table<people_table> people;

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(people).values(people.id = 1, attribute(people.home, "city"_name) = "Wien");
#else
  return insert_into(people).values(people.id = 1, people.home = address{"Ring", "Wien"});
#endif
}
