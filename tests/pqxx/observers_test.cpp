// SPDX-License-Identifier: BSL-1.0
//
// The observers that are ready made.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/pqxx/observers/log.hpp"
#include "virga/pqxx/observers/open_telemetry.hpp"
#include "virga/pqxx/observers/plans.hpp"
#include "virga/pqxx/observers/prometheus.hpp"
#include "virga/pqxx/observers/several.hpp"
#include "virga/pqxx/observers/slow_query_log.hpp"
#include "virga/pqxx/observers/sqlcommenter.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::select;

bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

class ready_observers : public ::testing::Test {
 protected:
  virga::database watched(std::shared_ptr<virga::observer> by) {
    return virga::database(url, {.connection = {.observer = std::move(by)}, .max_connections = 1});
  }
  std::string url = tests::fresh_database();
  std::vector<std::string> lines;
  virga::line_writer keep = [this](std::string_view line) { lines.emplace_back(line); };
};

TEST(fingerprints_of_statements, have_a_fingerprint_that_is_the_same_everywhere) {
  EXPECT_EQ(virga::fingerprint(""), "cbf29ce484222325");
  EXPECT_EQ(virga::fingerprint("foobar"), "85944171f73967e8");
}

TEST(fingerprints_of_statements, in_few_words) {
  const std::pair<const char*, const char*> all[] = {
      {R"(select "users"."id" from "users" where "users"."id" = $1)", "select users"},
      {R"(select count(*) from "app"."users")", "select app.users"},
      {R"(select 1)", "select"},
      {R"(select "a" from (select "a" from "users") as "x")", "select users"},
      {R"(insert into "users" ("id") values ($1))", "insert users"},
      {R"(update "users" set "a" = $1 from "b")", "update users"},
      {R"(delete from "users")", "delete users"},
      {R"(with "x" as (select 1) select "a" from "x")", "with"},
      {"  SELECT * FROM users", "select"},
      {"begin", "begin"},
      {"vacuum users", "other"},
      {"", "other"},
      {R"(select 1 from "broken)", "select"},
  };
  for (const auto& [text, summary] : all) EXPECT_EQ(virga::summary_of(text), summary) << text;
}

TEST_F(ready_observers, log_to_stdout) {
  ::testing::internal::CaptureStdout();
  {
    auto db = watched(std::make_shared<virga::query_log>());
    (void)select(virga::sql<int>("1"_sql)).all(db);
  }
  std::fflush(stdout);
  const std::string printed = ::testing::internal::GetCapturedStdout();
  EXPECT_TRUE(mentions(printed, " ms, 1 row: select 1; called at ")) << printed;
  EXPECT_TRUE(mentions(printed, "observers_test.cpp:")) << printed;
}

TEST_F(ready_observers, explain_slow_statements_once_and_without_values) {
  virga::connection(url).send(std::string("create table things (id int primary key, name text)"));
  auto db = watched(std::make_shared<virga::slow_query_log>(0ns, keep, virga::generic_plans(url)));
  const auto find = [&](const std::string& name) {
    (void)select(virga::sql<std::string>("name from things where name = {} and id > {}"_sql, name, 77)).all(db);
  };
  find("sec-ret");
  const auto first = lines;
  ASSERT_GE(first.size(), 3U);
  EXPECT_TRUE(first[0].starts_with("slow: [")) << first[0];
  const std::string print = first[0].substr(6, 18);
  for (std::size_t i = 1; i < first.size(); ++i) EXPECT_TRUE(first[i].starts_with("plan: " + print)) << first[i];
  EXPECT_TRUE(mentions(first[1], "on things")) << first[1];
  const auto has = [&](std::string_view what) {
    return std::any_of(first.begin(), first.end(), [&](const auto& line) { return mentions(line, what); });
  };
  EXPECT_TRUE(has("$1"));
  EXPECT_FALSE(has("sec-ret"));
  find("other");
  EXPECT_EQ(lines.size(), first.size() + 1) << "explained twice";
  lines.clear();
  db.acquire().connection().send(std::string("create table more (id int)"));
  EXPECT_THROW(db.acquire().connection().send(std::string("no sql")), virga::database_error);
  EXPECT_EQ(lines.size(), 2U) << "there is no plan of these";
  EXPECT_EQ(virga::generic_plans("postgresql:///x?host=/nowhere")("select 1"), "");
}

TEST_F(ready_observers, a_plan_runs_nothing) {
  virga::connection on(url);
  on.send(std::string("create table things (id int)"));
  const virga::generic_plans plan(url);
  EXPECT_TRUE(mentions(plan("insert into things values ($1)"), "Insert on things"));
  EXPECT_TRUE(mentions(plan("select id from things where id > $1"), "on things"))
      << "planned again on the same connection";
  EXPECT_EQ(on.send(std::string("select from things")).rows(), 0U);
}

/// The number behind a line that begins so; -1 where there is none.
double number_of(const std::string& text, const std::string& line) {
  const std::size_t at = ("\n" + text).find("\n" + line + " ");
  return at == std::string::npos ? -1 : std::stod(text.substr(at + line.size() + 1));
}

TEST_F(ready_observers, count_for_prometheus) {
  const auto metrics = std::make_shared<virga::prometheus_metrics>();
  auto db = watched(metrics);
  for (int i = 0; i < 3; ++i) (void)select(virga::sql<int>("generate_series(1, 4)"_sql)).all(db);
  db.acquire().connection().send(std::string("select pg_sleep(0.02)"));
  EXPECT_THROW((void)select(virga::sql<int>("1 / {}"_sql, 0)).all(db), virga::data_exception);
  const std::string text = metrics->text();
  const std::string labels = R"({db_system_name="postgresql",db_operation_name="select")";
  const std::string duration = "db_client_operation_duration_seconds";
  EXPECT_EQ(number_of(text, duration + "_count" + labels + "}"), 4) << text;
  EXPECT_EQ(number_of(text, duration + "_bucket" + labels + R"(,le="+Inf"})"), 4) << text;
  EXPECT_EQ(number_of(text, duration + "_bucket" + labels + R"(,le="10"})"), 4) << text;
  EXPECT_LE(number_of(text, duration + "_bucket" + labels + R"(,le="0.01"})"), 3) << text;
  EXPECT_GE(number_of(text, duration + "_sum" + labels + "}"), 0.02) << text;
  EXPECT_GE(number_of(text, "virga_server_seconds_total" + labels + "}"), 0.02) << text;
  EXPECT_EQ(number_of(text, "virga_returned_rows_total" + labels + "}"), 13) << text;
  EXPECT_EQ(number_of(text, duration + "_count" + labels + R"(,error_type="22012"})"), 1) << text;
  double before = 0;
  for (const char* bound : {"0.001", "0.005", "0.01", "0.05", "0.1", "0.5", "1", "5", "10"}) {
    const double now = number_of(text, duration + "_bucket" + labels + ",le=\"" + bound + "\"}");
    EXPECT_GE(now, before) << bound;
    before = now;
  }
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(count("# TYPE " + duration + " histogram\n"), 1U);
  EXPECT_EQ(count("# TYPE "), 5U);
  EXPECT_EQ(count("# HELP "), 5U);
}

TEST_F(ready_observers, show_the_pool_to_prometheus) {
  virga::database db(url, {.max_connections = 7, .min_connections = 1});
  const auto held = db.acquire();
  const std::string text = prometheus_text(db.statistics(), db.options(), "a \"pool\"\n\\");
  const std::string pool = R"(pool_name="a \"pool\"\n\\")";
  EXPECT_EQ(number_of(text, "db_client_connection_count{" + pool + ",state=\"used\"}"), 1) << text;
  EXPECT_EQ(number_of(text, "db_client_connection_count{" + pool + ",state=\"idle\"}"), 0) << text;
  EXPECT_EQ(number_of(text, "db_client_connection_max{" + pool + "}"), 7) << text;
  EXPECT_EQ(number_of(text, "db_client_connection_acquired_total{" + pool + "}"), 1) << text;
}

TEST_F(ready_observers, give_the_attributes_of_open_telemetry) {
  std::vector<virga::query_span> spans;
  const virga::database_identity database{.name = "shop", .schema = "public", .host = "db.example.org", .port = "6543"};
  auto db = watched(std::make_shared<virga::span_observer>(database, [&](const auto& span) { spans.push_back(span); }));
  const unsigned line = std::source_location::current().line() + 1;
  (void)select(virga::sql<int>("generate_series(1, {})"_sql, 3)).all(db);
  EXPECT_THROW((void)select(virga::sql<int>("1 / {}"_sql, 0)).all(db), virga::data_exception);
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[0].name, "select");
  EXPECT_EQ(spans[0].duration, spans[0].pool_wait + spans[0].server + spans[0].decode);
  const auto value = [&](std::size_t span, std::string_view name) {
    for (const auto& [key, text] : spans[span].attributes)
      if (key == name) return text;
    return std::string("absent");
  };
  EXPECT_EQ(value(0, "db.system.name"), "postgresql");
  EXPECT_EQ(value(0, "db.namespace"), "shop|public");
  EXPECT_EQ(value(0, "server.address"), "db.example.org");
  EXPECT_EQ(value(0, "server.port"), "6543");
  EXPECT_EQ(value(0, "db.query.text"), "select generate_series(1, $1::integer)");
  EXPECT_EQ(value(0, "db.query.summary"), "select");
  EXPECT_EQ(value(0, "db.response.returned_rows"), "3");
  EXPECT_EQ(value(0, "db.response.status_code"), "absent");
  EXPECT_EQ(value(0, "error.type"), "absent");
  EXPECT_EQ(value(0, "code.line.number"), std::to_string(line));
  EXPECT_TRUE(value(0, "code.file.path").ends_with("observers_test.cpp"));
  EXPECT_EQ(value(1, "db.response.status_code"), "22012");
  EXPECT_EQ(value(1, "error.type"), "22012");
}

TEST(database_identities, are_read_from_urls_without_their_password) {
  const auto shop = virga::database_identity::of("postgresql://me:sec-ret@db.example.org:6543/shop?sslmode=require");
  EXPECT_EQ(shop.name, "shop");
  EXPECT_EQ(shop.host, "db.example.org");
  EXPECT_EQ(shop.port, "6543");
  const auto usual = virga::database_identity::of("host=a dbname=b");
  EXPECT_EQ(usual.port, "5432");
  const virga::query_event event{.statement = "select 1"};
  for (const auto& [key, value] : virga::attributes_of(event, usual)) EXPECT_NE(key, "server.port") << value;
}

TEST(comments, are_those_of_the_specification) {
  EXPECT_EQ(virga::comment_of({{"route", "/users/:id"}, {"action", "list"}}),
            "/*action='list',route='%2Fusers%2F%3Aid'*/");
  EXPECT_EQ(virga::comment_of({{"name", "DROP TABLE FOO"}}), "/*name='DROP%20TABLE%20FOO'*/");
  EXPECT_EQ(virga::comment_of({{"a", "*/ drop table x; -- '\\\n"}}),
            "/*a='%2A%2F%20drop%20table%20x%3B%20--%20%27%5C%0A'*/");
  EXPECT_EQ(virga::comment_of({}), "");
}

TEST_F(ready_observers, send_tags_to_the_server) {
  struct : virga::observer {
    void finished(const virga::query_event& event) override { prepared.push_back(event.is_prepared); }
    std::vector<bool> prepared;
  } seen;
  virga::query_tags tags;
  const auto both = std::make_shared<virga::several_observers>(std::vector<std::shared_ptr<virga::observer>>{
      std::make_shared<virga::sqlcommenter>([&](const auto&) { return tags; }),
      std::shared_ptr<virga::observer>(&seen, [](auto*) {})});
  auto db = watched(both);
  const auto query = select(virga::sql<std::string>("query from pg_stat_activity where pid = pg_backend_pid()"_sql));
  const auto text_at_server = [&] { return query.one(db).template get<0>(); };
  EXPECT_EQ(text_at_server(), query.text());
  tags = {{"route", "/users"}, {"action", "it's"}};
  EXPECT_EQ(text_at_server(), std::string(query.text()) + " /*action='it%27s',route='%2Fusers'*/");
  const auto by_hand = [&](const std::string& text) {
    return std::string(db.acquire().connection().send(text).at(0, 0).text());
  };
  EXPECT_TRUE(mentions(by_hand("select query from pg_stat_activity where pid = pg_backend_pid()"), "/*action="));
  EXPECT_FALSE(mentions(by_hand("select query /*mine*/ from pg_stat_activity where pid = pg_backend_pid()"), "action"));
  tags.clear();
  EXPECT_EQ(text_at_server(), query.text());
  ASSERT_EQ(seen.prepared.size(), 5U);
  EXPECT_TRUE(seen.prepared[0] && seen.prepared[4]);
  EXPECT_FALSE(seen.prepared[1]) << "a text of its own for each request was prepared";
}

TEST_F(ready_observers, several_are_told_even_if_one_throws) {
  struct thrower : virga::observer {
    void started(const virga::query_event&) override { throw 1; }
    void finished(const virga::query_event&) override { throw 2; }
    std::string comment(const virga::query_event&) override { return "/*one*/"; }
  };
  struct other : thrower {
    void started(const virga::query_event&) override { ++told; }
    void finished(const virga::query_event& event) override { told += event.rows == 1 ? 10 : 100; }
    int told = 0;
  };
  const auto last = std::make_shared<other>();
  auto db = watched(std::make_shared<virga::several_observers>(
      std::vector<std::shared_ptr<virga::observer>>{std::make_shared<thrower>(), last}));
  const auto query = select(virga::sql<std::string>("query from pg_stat_activity where pid = pg_backend_pid()"_sql));
  EXPECT_TRUE(query.one(db).get<0>().ends_with(" /*one*/ /*one*/"));
  EXPECT_EQ(last->told, 11);
}

}  // namespace
