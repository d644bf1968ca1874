// SPDX-License-Identifier: BSL-1.0
// expect: virga: an identity column counts
// What counts is a whole number.
#include "tables.hpp"

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
#ifdef COMPILE_FAIL
  col<Mode, pg::numeric("id").generated_by_default_as_identity()> id{};
#else
  col<Mode, pg::smallint("id").generated_by_default_as_identity()> id{};
#endif
};
inline constexpr virga::table<notes_table> notes;
