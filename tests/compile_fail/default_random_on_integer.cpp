// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_random.. is for uuid columns
// Random UUIDs are for uuid columns.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::bigint("id").primary_key().default_random()> id{};
#else
  col<Mode, pg::uuid("id").primary_key().default_random()> id{};
#endif
};
inline constexpr virga::table<notes_table> notes;
