// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_update_fn<&f>\(\): f is called without arguments and must return a value
#include "tables.hpp"

std::string make_name();
int make_version();

template <class Mode>
struct sheets_table {
  static constexpr auto table = pg::table("sheets");
#ifdef COMPILE_FAIL
  virga::col<Mode, pg::integer("id")> id{};
  virga::col<Mode, pg::integer("version").on_update_fn<&make_name>()> version{};
#else
  virga::col<Mode, pg::integer("id")> id{};
  virga::col<Mode, pg::integer("version").on_update_fn<&make_version>()> version{};
#endif
};
constexpr virga::table<sheets_table> sheets;

auto program() { return update(sheets).set(sheets.id = 1).all_rows().text(); }
