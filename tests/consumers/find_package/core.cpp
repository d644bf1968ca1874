// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <virga/virga.hpp>

namespace pg = virga::pg;

template <class Mode>
struct things_table {
  static constexpr auto table = pg::table("things");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
};
inline constexpr virga::table<things_table> things;

int main() {
  const auto query = virga::select(things.id).from(things).where(things.name == "a");
  static_assert(query.text() == R"(select "things"."id" from "things" where "things"."name" = $1)");
  std::printf("%.*s", static_cast<int>(query.text().size()), query.text().data());
}
