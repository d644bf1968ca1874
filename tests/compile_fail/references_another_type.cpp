// SPDX-License-Identifier: BSL-1.0
// expect: virga: references<table, .column..*names a column of another SQL type
// expect-name: integer references users.id (uuid)
// A foreign key has the type of its key.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::integer("author_id").references<users_table, "id">()> author_id{};
#else
  col<Mode, pg::uuid("author_id").references<users_table, "id">()> author_id{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
