// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_update_fn<&f>\(\): the SQL expression that f returns cannot be stored in the column; cast it
#include "tables.hpp"


template <class Mode>
struct sheets_table {
  static constexpr auto table = pg::table("sheets");
#ifdef COMPILE_FAIL
  virga::col<Mode, pg::integer("id")> id{};
  virga::col<Mode, pg::integer("version").on_update_fn<[] { return now(); }>()> version{};
#else
  virga::col<Mode, pg::integer("id")> id{};
  virga::col<Mode, pg::timestamptz("version").on_update_fn<[] { return now(); }>()> version{};
#endif
};
constexpr virga::table<sheets_table> sheets;

auto program() { return update(sheets).set(sheets.id = 1).all_rows().text(); }
