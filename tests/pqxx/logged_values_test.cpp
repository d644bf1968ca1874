// SPDX-License-Identifier: BSL-1.0
//
// Which values observers are shown: those of columns that are declared loggable, and no others.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/pqxx/observers/log.hpp"
#include "virga/pqxx/observers/open_telemetry.hpp"
#include "virga/pqxx/observers/several.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::select;

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  virga::col<Mode, pg::integer("id").primary_key().loggable()> id{};
  virga::col<Mode, pg::text("city").loggable()> city{};
  virga::col<Mode, pg::text("secret")> secret{};
  virga::col<Mode, pg::integer("level").loggable().not_null().default_value(1)> level{};
};
constexpr virga::table<people_table> people;
using Person = virga::infer_select<people>;

/// Keeps the shown values of each statement as one text.
struct recorder : virga::observer {
  void started(const virga::query_event& at) override { begun = text_of(at); }
  void finished(const virga::query_event& at) override {
    seen.push_back(text_of(at));
    EXPECT_EQ(begun.empty(), seen.back().empty());
  }
  static std::string text_of(const virga::query_event& at) {
    std::string all;
    for (const auto& one : at.values)
      all += (all.empty() ? "" : " ") + ("$" + std::to_string(one.number)) + "=" + one.column + ":" +
             one.text.value_or("null");
    return all;
  }
  std::string begun;
  std::vector<std::string> seen;
};

class logged_values : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, people);
    seen->seen.clear();
    lines.clear();
    spans.clear();
  }
  /// Of the last statement.
  std::string last() const { return seen->seen.back(); }

  std::vector<std::string> lines;
  std::vector<virga::query_span> spans;
  std::shared_ptr<recorder> seen = std::make_shared<recorder>();
  virga::database db{
      tests::fresh_database(),
      {.connection = {
           .observer = std::make_shared<virga::several_observers>(std::vector<std::shared_ptr<virga::observer>>{
               seen, std::make_shared<virga::query_log>([&](std::string_view line) { lines.emplace_back(line); }),
               std::make_shared<virga::span_observer>(virga::database_identity{},
                                                      [&](const auto& span) { spans.push_back(span); })})}}};
};

TEST_F(logged_values, are_those_of_loggable_columns) {
  const auto query = select(people.id).from(people).where(people.city == "Bonn" && people.secret == "hush");
  (void)query.all(db);
  EXPECT_EQ(last(), "$1=people.city:Bonn");
  EXPECT_NE(lines.back().find("; $1 = 'Bonn'; called at "), std::string::npos) << lines.back();
  const std::pair<std::string, std::string> first{"db.query.parameter.0", "Bonn"};
  EXPECT_EQ(std::count(spans.back().attributes.begin(), spans.back().attributes.end(), first), 1);
  for (const auto& [name, value] : spans.back().attributes) EXPECT_EQ(value.find("hush"), value.npos) << name;
  for (const auto& line : lines) EXPECT_EQ(line.find("hush"), line.npos) << line;
  (void)query.stream(db);
  EXPECT_EQ(last(), "$1=people.city:Bonn");
  (void)db.batch(query, select(people.id).from(people).where(people.id == 7));
  EXPECT_EQ(last(), "$1=people.id:7");
  EXPECT_EQ(seen->seen[seen->seen.size() - 2], "$1=people.city:Bonn");
}

TEST_F(logged_values, of_inserts_updates_and_placeholders) {
  insert_into(people).values(virga::infer_insert<people>{.id = 1, .secret = "hush"}).run(db);
  EXPECT_EQ(last(), "$1=people.id:1 $2=people.city:null") << "level is left to its default";
  insert_into(people).values(people.id = 2, people.secret = "hush", people.city = "Bonn", people.level = 3).run(db);
  EXPECT_EQ(last(), "$1=people.id:2 $3=people.city:Bonn $4=people.level:3");
  update(people).set(virga::infer_update<people>{.city = "Köln", .secret = "hush"}).where(people.id == 1).run(db);
  EXPECT_EQ(last(), "$1=people.id:1 $2=people.city:Köln");
  const auto by_city = virga::prepare(select().from(people).where(people.secret == virga::placeholder("secret"_name) &&
                                                                  people.city == virga::placeholder("city"_name)));
  EXPECT_EQ(by_city.all(db, "secret"_name = "hush", "city"_name = "Köln").size(), 1U);
  EXPECT_EQ(last(), "$2=people.city:Köln");
  update_many(people, std::vector<Person>{{1, "A", "hush", 1}, {2, {}, "hush", 2}})
      .set(people.secret, people.city)
      .run(db);
  EXPECT_EQ(last(), R"($1=people.id:{1,2} $3=people.city:{"A",NULL})");
  insert_into(people)
      .values(std::vector<virga::infer_insert<people>>{{.id = 8, .secret = "hush"}, {.id = 9, .city = "A"}})
      .run(db);
  EXPECT_EQ(last().find("hush"), std::string::npos);
  for (const auto& line : lines) EXPECT_EQ(line.find("hush"), line.npos) << line;
}

TEST_F(logged_values, of_parts_decided_at_run_time_are_shown_where_their_column_is_known) {
  (void)select(people.id).from(people).where(virga::when(true, people.city == "Bonn") && people.id == 3).all(db);
  EXPECT_EQ(last(), "$1=people.id:3 $2=people.city:Bonn");
  virga::condition<people> some;
  some += people.city == "Bonn";
  (void)select(people.id).from(people).where(some && people.id == 3).all(db);
  EXPECT_EQ(last(), "$1=people.id:3");
  (void)select(people.id).from(people).where(upper(people.city) == "BONN").all(db);
  EXPECT_EQ(last(), "") << "a value beside a function is of no column";
}

TEST_F(logged_values, are_cut_and_stay_on_their_line) {
  std::string text(199, 'x');
  (void)select(people.id).from(people).where(people.city == text + "äöü").all(db);
  EXPECT_EQ(last(), "$1=people.city:" + text);
  (void)select(people.id).from(people).where(people.city == "a'\n$2 = b").all(db);
  EXPECT_NE(lines.back().find("; $1 = 'a'' $2 = b'; called"), std::string::npos) << lines.back();
}

}  // namespace
