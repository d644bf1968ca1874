// SPDX-License-Identifier: BSL-1.0
// expect: virga: a member of this struct has no form in JSON
// Nothing says how the member stands in JSON.
#include <boost/describe/class.hpp>
#include <virga/types/json_record.hpp>
#include <virga/virga.hpp>

namespace pg = virga::pg;
struct size {
  int width, height;
};
struct settings {
#ifdef COMPILE_FAIL
  size window;
#else
  int window;
#endif
};
BOOST_DESCRIBE_STRUCT(settings, (), (window))

template <class Mode>
struct accounts_table {
  static constexpr auto table = pg::table("accounts");
  virga::col<Mode, pg::jsonb("settings").as<settings>()> of_user{};
};
constexpr virga::table<accounts_table> accounts;

auto query() { return to_sql(virga::insert_into(accounts).values(accounts.of_user = settings{})); }
