// SPDX-License-Identifier: BSL-1.0
// expect: virga: using_\(\) is the whole condition of a join
// It compares with what is joined.
#include "tables.hpp"

template <class Mode>
struct marks_table {
  static constexpr auto table = pg::table("marks");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::integer("mark").not_null()> mark{};
};
inline constexpr virga::table<marks_table> marks;

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.title).from(posts).inner_join(marks, using_(posts.id)).where(using_(posts.id)).text();
#else
  return select(posts.title).from(posts).inner_join(marks, using_(posts.id)).text();
#endif
}
