// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL cuts names after 63 bytes. give the table
// A name of 64 bytes would be cut silently.
#include "tables.hpp"

template <class Mode>
struct notes_table {
#ifdef COMPILE_FAIL
  static constexpr auto table = pg::table("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
#else
  static constexpr auto table = pg::table("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
#endif
  col<Mode, pg::text("title")> title{};
};
inline constexpr virga::table<notes_table> notes;

auto program() { return select().from(notes).text(); }
