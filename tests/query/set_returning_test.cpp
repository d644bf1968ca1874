// SPDX-License-Identifier: BSL-1.0
//
// Functions that give rows, in FROM.
#include <gtest/gtest.h>

#include "support/tables.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/nested_array.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using virga::generate_series;
using virga::select;
using virga::unnest;
using bound = std::vector<std::optional<std::string>>;
template <class Query>
using first_value = std::tuple_element_t<0, virga::row_type<Query>>;

TEST(set_returning, a_series_of_numbers) {
  const auto n = generate_series(1, 10).as("n"_name);
  const auto query = select(n.value(), (n["n"_name] * 2).as("twice"_name)).from(n).where(n.value() > 3);
  static_assert(query.text() ==
                R"(select "n"."n", "n"."n" * $1 as "twice" from generate_series($2::integer, $3::integer))"
                R"( as "n"("n") where "n"."n" > $4)");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"2", "1", "10", "3"}));
  static_assert(std::same_as<first_value<decltype(query)>, std::int32_t>);
}

TEST(set_returning, a_series_is_as_wide_as_its_widest_argument) {
  const auto wide = generate_series(1, std::int64_t{1} << 40, 5).as("n"_name, "value"_name);
  const auto query = select().from(wide);
  static_assert(query.text() ==
                R"(select "n"."value" from generate_series($1::bigint, $2::bigint, $3::bigint) as "n"("value"))");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", "1099511627776", "5"}));
  static_assert(std::same_as<first_value<decltype(query)>, std::int64_t>);

  const auto small = generate_series(std::int16_t{1}, std::int16_t{2}).as("n"_name);
  static_assert(std::same_as<first_value<decltype(select().from(small))>, std::int32_t>,
                "PostgreSQL has none of smallint");
  const auto exact = generate_series(virga::cast<virga::decimal>(1), 2).as("n"_name);
  static_assert(std::same_as<first_value<decltype(select().from(exact))>, virga::decimal>);
}

TEST(set_returning, a_series_of_moments) {
  using namespace std::chrono;
  const sys_time<microseconds> first{};
  const auto day = generate_series(first, users.created_at, virga::interval{.days = 1}).as("day"_name);
  const auto query = select(day.value()).from(users).cross_join(day);
  static_assert(query.text() ==
                R"(select "day"."day" from "users" cross join generate_series($1::timestamp with time zone,)"
                R"( "users"."created_at", $2::interval) as "day"("day"))");
  static_assert(std::same_as<first_value<decltype(query)>, sys_time<microseconds>>);
}

TEST(set_returning, the_arguments_read_earlier_tables) {
  const auto word = virga::regexp_split_to_table(posts.title, "\\s+").with_ordinality().as("word"_name);
  const auto query = select(posts.id, word.value(), word.ordinality())
                         .from(posts)
                         .left_join(word, word.ordinality() <= 2)
                         .order_by(word["ordinality"_name]);
  static_assert(query.text() == R"(select "posts"."id", "word"."word", "word"."ordinality" from "posts" left join)"
                                R"( regexp_split_to_table("posts"."title", $1::text) with ordinality as "word"("word",)"
                                R"( "ordinality") on "word"."ordinality" <= $2 order by "word"."ordinality")");
  using row = virga::row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::string>>, "left out by the join");
  static_assert(std::same_as<std::tuple_element_t<2, row>, std::optional<std::int64_t>>);
  SUCCEED();
}

TEST(set_returning, elements_of_arrays) {
  const std::vector<std::string> names{"Ann", "Bob"};
  const auto name = unnest(names).as("name"_name);
  const auto query = select(name.value()).from(name);
  static_assert(query.text() == R"(select "name"."name" from unnest($1::text[]) as "name"("name"))");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"{\"Ann\",\"Bob\"}"}));
  static_assert(std::same_as<first_value<decltype(query)>, std::string>);

  const std::vector<std::optional<int>> numbers{1, std::nullopt};
  const auto number = unnest(numbers).as("number"_name);
  static_assert(std::same_as<first_value<decltype(select(number.value()).from(number))>, std::optional<int>>);

  EXPECT_EQ(select(name.value()).from(users).cross_join(virga::lateral(name)).text(),
            select(name.value()).from(users).cross_join(name).text());
  const auto pair = unnest(names, std::vector<int>{1}).as("pair"_name, "name"_name, "age"_name);
  const auto pairs = select().from(pair);
  static_assert(
      pairs.text() ==
      R"(select "pair"."name", "pair"."age" from unnest($1::text[], $2::integer[]) as "pair"("name", "age"))");
  static_assert(std::same_as<first_value<decltype(pairs)>, std::optional<std::string>>,
                "the shorter one goes on with null");
}

TEST(set_returning, elements_of_documents) {
  const auto item = virga::jsonb_array_elements(virga::cast<virga::types::jsonb>("[1,2]")).as("item"_name);
  const auto query = select(item.value()).from(item);
  static_assert(query.text() == R"(select "item"."item" from jsonb_array_elements($1::jsonb) as "item"("item"))");
  static_assert(std::same_as<first_value<decltype(query)>, std::string>);
  const auto text = virga::jsonb_array_elements_text(virga::cast<virga::types::jsonb>("[null]")).as("text"_name);
  static_assert(std::same_as<first_value<decltype(select(text.value()).from(text))>, std::optional<std::string>>);
}

constexpr virga::sql_table_function<"best_of", virga::sql_rows<virga::sql_column<"id", std::int64_t>,
                                                               virga::sql_column<"mark", std::optional<int>>>(int)>
    best_of;
constexpr virga::sql_table_function<"words_of", std::string(std::string)> words_of;

TEST(set_returning, functions_of_the_program) {
  const auto best = best_of(3).as("best"_name);
  const auto query = select(posts.title, best["mark"_name]).from(posts).inner_join(best, best[posts.id] == posts.id);
  static_assert(query.text() ==
                R"(select "posts"."title", "best"."mark" from "posts" inner join best_of($1::integer) as)"
                R"( "best"("id", "mark") on "best"."id" = "posts"."id")");
  using row = virga::row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<int>>);

  const auto word = words_of(users.name).as("w"_name, "word"_name);
  const auto words = select(word.value()).from(users).cross_join(word).limit(5);
  static_assert(words.text() ==
                R"(select "w"."word" from "users" cross join words_of("users"."name") as "w"("word") limit $1)");
}

TEST(set_returning, in_updates_and_deletes) {
  const auto id = unnest(std::vector<std::int64_t>{1, 2}).as("wanted"_name, "id"_name);
  const auto change = virga::update(posts).set(posts.published = true).from(id).where(posts.id == id.value());
  static_assert(change.text() == R"(update "posts" set "published" = $1 from unnest($2::bigint[]) as "wanted"("id"))"
                                 R"( where "posts"."id" = "wanted"."id")");
  const auto removal = virga::delete_from(posts).using_(id).where(posts.id == id.value());
  static_assert(removal.text() == R"(delete from "posts" using unnest($1::bigint[]) as "wanted"("id"))"
                                  R"( where "posts"."id" = "wanted"."id")");
  EXPECT_EQ(virga::to_sql(removal).params, (bound{"{1,2}"}));
}

TEST(set_returning, a_placeholder_takes_the_type_of_its_place) {
  const auto n = virga::regexp_split_to_table(virga::placeholder("text"_name), ",").as("n"_name);
  const auto query = select(n.value()).from(n);
  EXPECT_EQ(virga::to_sql(virga::prepare(query).with("text"_name = "a,b")).params, (bound{"a,b", ","}));
}

}  // namespace
