// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit the column.s SQL type
// expect-name: people.home.city is text
// An attribute has its type.
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
  return update(people).set(attribute(people.home, "city"_name) = 5).all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = "5").all_rows();
#endif
}
