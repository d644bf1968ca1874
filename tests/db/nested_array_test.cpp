// SPDX-License-Identifier: BSL-1.0
//
// Arrays with NULLs and of several dimensions: before the judge of support/type_oracle.hpp, and as columns.
#include "virga/types/nested_array.hpp"

#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/bit.hpp"
#include "virga/types/interval.hpp"

namespace {

namespace pg = virga::pg;
using namespace tests::oracle;
using namespace virga::types;

/// Fills vectors of vectors, all of one dimension equally long.
template <class List, class Make>
void fill(List& list, const std::size_t* sizes, Make&& make) {
  list.resize(*sizes);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if constexpr (requires { list[i].resize(1); } && !std::is_same_v<typename List::value_type, std::string>)
      fill(list[i], sizes + 1, make);
    else
      list[i] = make();
  }
}
template <class Type, class Make>
std::vector<typename Type::value> arrays(tests::generator& random, Make&& make) {
  std::vector<typename Type::value> out(1500);
  for (auto& list : out) {
    const std::size_t sizes[] = {1 + random.below(4), 1 + random.below(4), 1 + random.below(4)};
    if (random.below(10) != 0) fill(list, sizes, make);
  }
  return out;
}

TEST(nested_arrays_on_the_server, arrive_and_return) {
  tests::generator random(81);
  const auto number = [&] { return random.of_any_length(); };
  const auto string = [&] { return random.bytes(random.below(6), "ab\"\\{},; NULL\n"); };
  const auto maybe_number = [&] { return random.below(3) == 0 ? std::nullopt : std::optional(random.of_any_length()); };
  const auto maybe_string = [&] { return random.below(3) == 0 ? std::nullopt : std::optional(string()); };
  using numbers = nested_array_of<bigint, 1, true>;
  using strings_with_nulls = nested_array_of<text, 2, true>;
  expect_values_arrive<numbers>(arrays<numbers>(random, maybe_number), true);
  expect_values_arrive<nested_array_of<bigint, 2, false>>(arrays<nested_array_of<bigint, 2, false>>(random, number),
                                                          true);
  expect_values_arrive<nested_array_of<text, 3, false>>(arrays<nested_array_of<text, 3, false>>(random, string), false);
  expect_values_arrive<strings_with_nulls>(arrays<strings_with_nulls>(random, maybe_string), false);
  expect_texts_return<nested_array_of<bigint, 3, true>>(
      server::shared().rows("select array[[[n, null], [n * n, -n]]] from generate_series(1, 1000) n", {}));
  expect_agreement<nested_array_of<integer, 2, true>>(
      mutations({"{{1,2},{3,NULL}}", "{}", "{{1}}"}, "{}0123,\"NUL", 800), false);
}

template <class Mode>
struct lists_table {
  static constexpr auto table = pg::table("lists");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("tags").array().not_null().default_sql("'{}'")> tags{};
  virga::col<Mode, pg::varchar("names", 5).array()> names{};
  virga::col<Mode, pg::numeric("prices", 6, 2).array_with_nulls()> prices{};
  virga::col<Mode, pg::integer("grid").array<2>()> grid{};
  virga::col<Mode, pg::character("codes", 3).array<2>()> codes{};
  virga::col<Mode, pg::bit("flags", 4).array_with_nulls<2>()> flags{};
  virga::col<Mode, pg::interval("pauses").array()> pauses{};
};
constexpr virga::table<lists_table> lists;
using new_row = virga::infer_insert<lists>;

TEST(nested_arrays_on_the_server, are_columns) {
  EXPECT_EQ(virga::create_statements(lists),
            (strings{R"(create table "lists" ("id" integer primary key, "tags" text[] default '{}' not null, )"
                     R"("names" varchar(5)[], "prices" numeric(6, 2)[], "grid" integer[], "codes" bpchar(3)[], )"
                     R"("flags" "bit"(4)[], "pauses" interval[]))"}));
  virga::database db(tests::fresh_database());
  virga::create_tables(db, lists);
  const new_row full{.id = 1,
                     .tags = strings{"a,b", "NULL"},
                     .names = strings{"one"},
                     .prices = std::vector<std::optional<virga::decimal>>{virga::decimal("1.50"), std::nullopt},
                     .grid = std::vector<std::vector<std::int32_t>>{{1, 2}, {3, 4}},
                     .codes = std::vector<strings>{{"abc"}, {"d"}},
                     .flags =
                         std::vector<std::vector<std::optional<std::vector<bool>>>>{
                             {std::vector<bool>{true, false, false, true}, std::nullopt}},
                     .pauses = std::vector<virga::interval>{{.days = 1}, {.microseconds = -1}}};
  virga::insert_into(lists).values(full).run(db);
  virga::insert_into(lists).values(std::vector<new_row>{{.id = 2}, {.id = 3, .tags = strings{}}}).run(db);
  const auto rows = virga::select().from(lists).order_by(lists.id).all(db);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].tags, (strings{"a,b", "NULL"}));
  EXPECT_EQ(rows[0].names, full.names.value());
  EXPECT_EQ(rows[0].prices, full.prices.value());
  EXPECT_EQ(rows[0].grid, full.grid.value());
  EXPECT_EQ(rows[0].codes, (std::vector<strings>{{"abc"}, {"d  "}}));
  EXPECT_EQ(rows[0].flags, full.flags.value());
  EXPECT_TRUE(rows[0].pauses == full.pauses.value());
  EXPECT_TRUE(rows[1].tags.empty());
  EXPECT_EQ(rows[1].grid, std::nullopt);
  EXPECT_EQ(virga::select(lists.id).from(lists).where(lists.tags == strings{"a,b", "NULL"}).all(db).size(), 1U);
}

}  // namespace
