// SPDX-License-Identifier: BSL-1.0
// expect: virga: an expression of this SQL type cannot be stored in this column; cast it first
#include "tables.hpp"
#include <virga/schema/domain.hpp>

inline constexpr auto email_address = pg::domain("email_address", pg::text("value"));
inline constexpr auto telephone_number = pg::domain("telephone_number", pg::text("value"));

template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  col<Mode, pg::domain<email_address>("email")> email{};
  col<Mode, pg::domain<telephone_number>("telephone")> telephone{};
};
inline constexpr virga::table<members_table> members;

#ifdef COMPILE_FAIL
auto program() { return members.email = members.telephone; }
#else
auto program() { return members.email = lower(members.email); }
#endif
