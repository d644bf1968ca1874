// SPDX-License-Identifier: BSL-1.0
//
// Placeholders beside columns whose C++ type is the program's own take that type.
#include <gtest/gtest.h>

#include "support/own_tables.hpp"
#include "virga/types/xml.hpp"

namespace {

using namespace virga::literals;
using tests::cents;
using tests::email;
using tests::level;
using tests::mood;
using tests::order_id;
using tests::orders;
using virga::placeholder;
using virga::prepare;
using virga::select;
using values = std::vector<std::optional<std::string>>;
namespace pg = virga::pg;

TEST(own_placeholders, take_a_value_of_each_kind) {
  const auto found =
      prepare(select(orders.price)
                  .from(orders)
                  .where(orders.id == placeholder("id"_name) && placeholder("level"_name) < orders.priority &&
                         orders.feeling != placeholder("mood"_name) && orders.price >= placeholder("price"_name) &&
                         orders.note == placeholder("note"_name))
                  .limit(placeholder("rows"_name)));
  static_assert(found.text() ==
                R"(select "orders"."price" from "orders" where "orders"."id" = $1 and $2 < "orders"."level" and )"
                R"("orders"."feeling" <> $3 and "orders"."price" >= $4 and "orders"."note" = $5 limit $6)");
  const auto given = found.with("level"_name = level::low, "id"_name = order_id{7}, "mood"_name = mood::happy,
                                "price"_name = cents(-5), "note"_name = "abc", "rows"_name = 3);
  EXPECT_EQ(to_sql(given).params, (values{"7", "-1", "fr\xc3\xb6hlich", "-0.05", "cba", "3"}));
}

TEST(own_placeholders, take_an_optional) {
  const auto change =
      prepare(update(orders)
                  .set(orders.part_of = placeholder("part_of"_name), orders.feeling = placeholder("mood"_name))
                  .where(orders.id == placeholder("id"_name)));
  const auto given = [&](std::optional<order_id> part_of, std::optional<mood> feeling) {
    return to_sql(change.with("id"_name = order_id{1}, "part_of"_name = part_of, "mood"_name = feeling)).params;
  };
  EXPECT_EQ(given(order_id{2}, std::nullopt), (values{"2", std::nullopt, "1"}));
  EXPECT_EQ(given(std::nullopt, mood::sad), (values{std::nullopt, "sad", "1"}));
}

TEST(own_placeholders, take_lists_and_arrays) {
  const auto among = prepare(select(orders.id).from(orders).where(in_(orders.id, placeholder("ids"_name)) &&
                                                                  not_in(orders.feeling, placeholder("moods"_name)) &&
                                                                  orders.buyers == placeholder("buyers"_name)));
  EXPECT_EQ(to_sql(among.with("ids"_name = std::vector{order_id{1}, order_id{-2}}, "moods"_name = std::vector<mood>{},
                              "buyers"_name = std::vector{email("a,@")}))
                .params,
            (values{"{\"1\",\"-2\"}", "{}", "{\"a,@\"}"}));
}

TEST(own_placeholders, stand_wherever_others_do) {
  const auto changed = prepare(insert_into(orders)
                                   .values(orders.id = placeholder("id"_name), orders.price = placeholder("price"_name))
                                   .on_conflict(orders.id)
                                   .do_update(orders.price = placeholder("price"_name)));
  EXPECT_EQ(to_sql(changed.with("id"_name = order_id{3}, "price"_name = cents(100))).params,
            (values{"3", "1.00", "1.00"}));
  const auto others =
      prepare(select(coalesce(orders.part_of, placeholder("else"_name)),
                     case_when(orders.id == placeholder("id"_name), orders.id).else_(placeholder("else"_name)))
                  .from(orders)
                  .where(between(orders.price, placeholder("low"_name), placeholder("high"_name)) &&
                         row_of(orders.id, orders.price) > row_of(placeholder("id"_name), placeholder("low"_name)) &&
                         nullif(orders.id, placeholder("id"_name)) == placeholder("else"_name)));
  EXPECT_EQ(to_sql(others.with("id"_name = order_id{1}, "else"_name = order_id{2}, "low"_name = cents(1),
                               "high"_name = cents(2)))
                .params,
            (values{"2", "1", "2", "0.01", "0.02", "1", "0.01", "1", "2"}));
}

TEST(own_placeholders, are_refused_with_their_column) {
  const auto stored =
      prepare(update(orders).set(orders.feeling = placeholder("mood"_name)).where(orders.id == order_id{1}));
  try {
    (void)to_sql(stored.with("mood"_name = mood::unlabelled));
    FAIL();
  } catch (const virga::value_error& wrong) {
    EXPECT_EQ(wrong.column(), "orders.feeling");
  }
}

TEST(own_placeholders, without_values_are_null) {
  EXPECT_EQ(to_sql(select(orders.id).from(orders).where(orders.id == placeholder("id"_name))).params,
            values{std::nullopt});
}

template <class Mode>
struct papers_table {
  static constexpr auto table = pg::table("papers");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::xml("body")> body{};
  virga::col<Mode, pg::jsonb("facts")> facts{};
  virga::col<Mode, pg::varchar("tags", 10).array()> tags{};
  virga::col<Mode, pg::text("feeling").as<mood>()> feeling{};
  virga::col<Mode, pg::smallint("number").as<mood>()> number{};
};
constexpr virga::table<papers_table> papers;

TEST(own_placeholders, take_what_is_another_sql_type_by_itself) {
  const auto change = prepare(update(papers)
                                  .set(papers.body = placeholder("text"_name), papers.facts = placeholder("text"_name),
                                       papers.tags = placeholder("tags"_name))
                                  .where(papers.id == placeholder("id"_name)));
  EXPECT_EQ(to_sql(change.with("text"_name = "1", "tags"_name = std::vector<std::string>{"a b"}, "id"_name = 5)).params,
            (values{"1", "1", "{\"a b\"}", "5"}));
  EXPECT_THROW((void)to_sql(change.with("text"_name = "1", "tags"_name = std::vector<std::string>{"more than ten"},
                                        "id"_name = 5)),
               virga::value_error);
}

TEST(own_placeholders, of_one_name_are_each_what_their_place_encodes) {
  const auto both = prepare(select(papers.id).from(papers).where(papers.feeling == placeholder("mood"_name) &&
                                                                 papers.number == placeholder("mood"_name)));
  EXPECT_EQ(to_sql(both.with("mood"_name = mood::happy)).params, (values{"fr\xc3\xb6hlich", "7"}));
}

}  // namespace
