// SPDX-License-Identifier: BSL-1.0
// expect: virga: references<table, .column..*names a column that the other table does not have
// A foreign key has a key.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::uuid("author_id").references<users_table, "uid">()> author_id{};
#else
  col<Mode, pg::uuid("author_id").references<users_table, "id">()> author_id{};
#endif
};
inline constexpr virga::table<notes_table> notes;

auto program() { return create_statements(notes); }
