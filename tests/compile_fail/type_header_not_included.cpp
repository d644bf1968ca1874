// SPDX-License-Identifier: BSL-1.0
// expect: virga: the type of this column is in a header of its own; include virga/types/all.hpp
// What a type costs to include is paid by those who ask for it.
#include <virga/virga.hpp>
#ifndef COMPILE_FAIL
#include <virga/types/inet.hpp>
#endif

namespace pg = virga::pg;

template <class Mode>
struct hosts_table {
  static constexpr auto table = pg::table("hosts");
  virga::col<Mode, pg::inet("address").not_null()> address{};
};
inline constexpr virga::table<hosts_table> hosts;

auto program() { return virga::to_sql(virga::select().from(hosts)); }
