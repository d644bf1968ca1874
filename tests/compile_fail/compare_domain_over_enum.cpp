// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// The operators of enums take no domains.
#include "tables.hpp"
#include <virga/schema/domain.hpp>
#include <virga/types/enumeration.hpp>

enum class state { open, closed };
template <>
inline constexpr auto virga::enum_labels<state> =
    pg::enum_type<state>("state", {{state::open, "open"}, {state::closed, "closed"}});
inline constexpr auto live_state = pg::domain("live_state", pg::enumeration<state>("value"), {.check = "value <> 'closed'"});

template <class Mode>
struct tickets_table {
  static constexpr auto table = pg::table("tickets");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::domain<live_state>("now")> now{};
};
inline constexpr virga::table<tickets_table> tickets;

#ifdef COMPILE_FAIL
auto program() { return select(tickets.id).from(tickets).where(tickets.now == state::open); }
#else
auto program() { return select(tickets.id).from(tickets).where(cast<state>(tickets.now) == state::open); }
#endif
