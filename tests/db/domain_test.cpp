// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it adds to the namespace of its support.
#include "virga/schema/domain.hpp"

#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"
#include "virga/types/interval.hpp"

namespace tests {

namespace pg = virga::pg;

inline constexpr auto email_address = pg::domain("Email \"address\"", pg::varchar("value", 20).not_null().collate("C"),
                                                 {.schema = "contact", .check = "value like '%@%'"});
inline constexpr auto percentage =
    pg::domain("percentage", pg::numeric("value", 5, 2).default_value(50), {.check = "value between 0 and 100"});
inline constexpr auto points = pg::domain("points", pg::integer("value"));
inline constexpr auto weight = pg::domain("weight", pg::real("value"));
inline constexpr auto patience = pg::domain("patience", pg::interval("value", pg::interval_fields::day_to_hour));

}  // namespace tests

namespace {

namespace pg = virga::pg;
using virga::insert_into;
using virga::select;
using namespace virga::literals;

template <class Mode>
struct members_table {
  static constexpr auto table = pg::table("members");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::domain<tests::email_address>("email").unique()> email{};
  virga::col<Mode, pg::domain<tests::percentage>("share")> share{};
  virga::col<Mode, pg::domain<tests::patience>("patience")> patience{};
  virga::col<Mode, pg::domain<tests::percentage>("shares").array()> shares{};
  virga::col<Mode, pg::text("note").not_null().default_value("a@b")> note{};
};
constexpr virga::table<members_table> members;
using member = virga::infer_insert<members>;

TEST(domains, are_created_once_and_before_what_uses_them) {
  EXPECT_EQ(
      virga::create_statements(members),
      (std::vector<std::string>{
          R"(create schema if not exists "contact")",
          R"(create domain "contact"."Email ""address""" as varchar(20) collate "C" not null check (value like '%@%'))",
          R"(create domain "percentage" as numeric(5, 2) default 50 check (value between 0 and 100))",
          R"(create domain "patience" as interval day to hour)",
          R"(create table "members" ("id" integer primary key, "email" "contact"."Email ""address""" unique, )"
          R"("share" "percentage", "patience" "patience", "shares" "percentage"[], )"
          R"("note" text default 'a@b' not null))"}));
}

TEST(domains, hold_what_their_base_type_does) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, members);
  insert_into(members).values(member{.id = 1, .email = "ann@x"}).run(db);
  insert_into(members).values(members.id = 2, members.email = "a@b", members.share = virga::decimal("12.50")).run(db);
  insert_into(members)
      .values(std::vector<member>{{.id = 3,
                                   .email = "c@d",
                                   .share = virga::null,
                                   .patience = virga::interval{.days = 1, .microseconds = 3600000000},
                                   .shares = std::vector<virga::decimal>{1, 2}}})
      .run(db);
  const auto rows = select().from(members).order_by(members.id).all(db);
  ASSERT_EQ(rows.size(), 3U);
  static_assert(std::same_as<std::remove_cvref_t<decltype(rows[0].email)>, std::string>);
  EXPECT_EQ(rows[0].email, "ann@x");
  EXPECT_EQ(rows[0].share, virga::decimal(50));
  EXPECT_EQ(rows[1].share->text(), "12.50");
  EXPECT_EQ(rows[2].share, std::nullopt);
  EXPECT_EQ(rows[2].patience, (virga::interval{.days = 1, .microseconds = 3600000000}));
  EXPECT_EQ(rows[2].shares, (std::vector<virga::decimal>{1, 2}));

  // a value, the base type, the domain itself
  EXPECT_EQ(select(members.id).from(members).where(members.email == "ann@x").one(db).id, 1);
  EXPECT_EQ(select(members.id).from(members).where(members.email == members.note).one(db).id, 2);
  EXPECT_EQ(select(members.id).from(members).where(like(members.email, "%x")).one(db).id, 1);
  EXPECT_EQ(select(members.id).from(members).where(in_(members.email, {"c@d", "a@b"})).all(db).size(), 2U);
  EXPECT_EQ(virga::update(members).set(members.note = members.email).where(members.share > 20).run(db), 1U);
  EXPECT_EQ(virga::testing::verify(db, select().from(members).where(members.email == "x")), std::vector<std::string>());
}

TEST(domains, refuse_what_breaks_their_rules) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, members);
  EXPECT_THROW(insert_into(members).values(members.id = 1, members.email = "no address").run(db),
               virga::check_violation);
  EXPECT_THROW(insert_into(members).values(members.id = 1, members.email = "a@b", members.share = 101).run(db),
               virga::check_violation);
  try {
    insert_into(members).values(member{.id = 1, .email = "somebody@a.long.place"}).run(db);
    FAIL();
  } catch (const virga::value_error& wrong) {
    EXPECT_EQ(wrong.column(), "members.email");
    EXPECT_EQ(wrong.received(), "somebody@a.long.place");
  }
  EXPECT_THROW(insert_into(members)
                   .values(members.id = 1, members.email = "a@b", members.patience = virga::interval{.microseconds = 1})
                   .run(db),
               virga::value_error);
}

template <class Mode>
struct scores_table {
  static constexpr auto table = pg::table("scores");
  virga::col<Mode, pg::domain<tests::points>("points").not_null()> points{};
  virga::col<Mode, pg::domain<tests::weight>("weight").not_null()> weight{};
};
constexpr virga::table<scores_table> scores;

TEST(domains, are_calculated_with_as_their_base_types_are) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, scores);
  for (const int points : {2000000000, 2000000001})
    insert_into(scores).values(scores.points = points, scores.weight = 0.5F).run(db);
  const auto sums = select(sum(scores.points), sum(scores.weight)).from(scores);
  const auto means = select(avg(scores.points), avg(scores.weight), stddev(scores.weight)).from(scores);
  const auto others = select(max(scores.points), (scores.points - 1).as("less"_name),
                             (scores.weight * 2).as("heavier"_name), abs(scores.points).as("size"_name))
                          .from(scores)
                          .group_by(scores.points, scores.weight);
  EXPECT_EQ(virga::testing::verify(db, sums), std::vector<std::string>());
  EXPECT_EQ(virga::testing::verify(db, means), std::vector<std::string>());
  EXPECT_EQ(virga::testing::verify(db, others), std::vector<std::string>());
  EXPECT_EQ(sums.one(db).get<0>(), 4000000001);
  EXPECT_EQ(means.one(db).get<0>(), virga::decimal("2000000000.5"));
  EXPECT_EQ(means.one(db).get<1>(), 0.5);
}

}  // namespace
