// SPDX-License-Identifier: BSL-1.0
// expect: virga: default_fn<&f>\(\): f is called without arguments and must return a value that fits the column
#include "tables.hpp"

int make_id_from(int);
int make_id();

template <class Mode>
struct sheets_table {
  static constexpr auto table = pg::table("sheets");
#ifdef COMPILE_FAIL
  virga::col<Mode, pg::integer("id").default_fn<&make_id_from>()> id{};
#else
  virga::col<Mode, pg::integer("id").default_fn<&make_id>()> id{};
#endif
};
constexpr virga::table<sheets_table> sheets;

auto program() { return update(sheets).set(sheets.id = 1).all_rows().text(); }
