// SPDX-License-Identifier: BSL-1.0
// expect: virga: a selected column is the member get, into or values_ of its table
// row.get is the row's own function; the column could not be reached by that name.
#include "tables.hpp"

template <class Mode>
struct verbs_table {
  static constexpr auto table = pg::table("verbs");
  col<Mode, pg::integer("id").primary_key()> id{};
#ifdef COMPILE_FAIL
  col<Mode, pg::text("get").not_null()> get{};
#else
  col<Mode, pg::text("get").not_null()> get_{};
#endif
};
[[maybe_unused]] inline constexpr virga::table<verbs_table> verbs;

auto program() {
  fake_database db;
#ifdef COMPILE_FAIL
  return select(verbs.id, verbs.get).from(verbs).all(db).size();
#else
  return select(verbs.id, verbs.get_).from(verbs).all(db).size();
#endif
}
