// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned twice
// expect-name: "home"
// A column and an attribute in it.
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
  return update(people).set(attribute(people.home, "city"_name) = "Wien", people.home = null).all_rows();
#else
  return update(people).set(attribute(people.home, "city"_name) = "Wien", attribute(people.home, "street"_name) = "Ring").all_rows();
#endif
}
