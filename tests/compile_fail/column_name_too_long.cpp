// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL cuts names after 63 bytes. give the column
// A name of 64 bytes would be cut silently.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::text("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")> title{};
#else
  col<Mode, pg::text("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")> title{};
#endif
};
inline constexpr virga::table<notes_table> notes;
