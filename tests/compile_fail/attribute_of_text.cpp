// SPDX-License-Identifier: BSL-1.0
// expect: virga: attribute.. takes a column or an expression of a composite type
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct address {
  std::string street;
};
template <>
inline constexpr auto virga::composite<address> = pg::composite_type("address", pg::text("street"));

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  col<Mode, pg::text("name")> name{};
  col<Mode, pg::composite<address>("home")> home{};
};
inline constexpr virga::table<people_table> people;

#ifdef COMPILE_FAIL
auto program() { return select(attribute(people.name, "street"_name)).from(people); }
#else
auto program() { return select(attribute(people.home, "street"_name)).from(people); }
#endif
