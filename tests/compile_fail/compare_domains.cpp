// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared; compare columns of one kind, or cast one of them
// Both are text in the database.
#include "tables.hpp"
#include <virga/schema/domain.hpp>

inline constexpr auto email_address = pg::domain("email_address", pg::text("value"));
inline constexpr auto telephone_number = pg::domain("telephone_number", pg::text("value"));

template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  col<Mode, pg::domain<email_address>("email")> email{};
  col<Mode, pg::domain<telephone_number>("telephone")> telephone{};
  col<Mode, pg::text("name")> name{};
};
inline constexpr virga::table<members_table> members;

#ifdef COMPILE_FAIL
auto program() { return members.email == members.telephone; }
#else
auto program() { return members.email == members.name && members.email == "ann@example.org"; }
#endif
