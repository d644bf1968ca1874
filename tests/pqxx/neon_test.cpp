// SPDX-License-Identifier: BSL-1.0
//
// Connection strings of Neon, and servers that sleep until somebody connects.
#include <gtest/gtest.h>

#include <thread>

#include "support/gate.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/postgres.hpp"

namespace {

using namespace std::chrono_literals;
using virga::pooler_mode;

struct reading {
  virga::database_options options{};
  std::vector<std::string> mistakes{};
  std::string left{};

  explicit reading(const std::string& url, virga::database_options given = {}) : options(std::move(given)) {
    left = virga::detail::take_settings(url, options, mistakes);
    for (const auto& one : mistakes) ADD_FAILURE() << one;
  }
  /// What libpq reads in the URL that is left.
  [[nodiscard]] std::string value(std::string_view key) const {
    PQconninfoOption* const parts = PQconninfoParse(left.c_str(), nullptr);
    std::string found = parts == nullptr ? "unreadable" : "absent";
    for (const auto* part = parts; part != nullptr && part->keyword != nullptr; ++part)
      if (part->keyword == key && part->val != nullptr) found = part->val;
    PQconninfoFree(parts);
    return found;
  }
};

TEST(neon, a_pooled_host_is_a_pooler_in_transaction_mode) {
  const reading pooled(
      "postgresql://me:pw@ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech/"
      "shop?sslmode=require&channel_binding=require");
  EXPECT_EQ(pooled.options.connection.pooler, pooler_mode::transaction);
  EXPECT_EQ(pooled.value("channel_binding"), "require");
  EXPECT_EQ(pooled.value("sslmode"), "require");
  EXPECT_EQ(pooled.value("host"), "ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech");
  EXPECT_EQ(reading("host=ep-a-pooler.eu-central-1.aws.neon.tech dbname=x").options.connection.pooler,
            pooler_mode::transaction);
  EXPECT_EQ(reading("postgres://ep-a-pooler.eu-central-1.aws.neon.tech/x").options.connection.pooler,
            pooler_mode::transaction);
}

TEST(neon, others_are_not) {
  for (const char* url : {"postgresql://me:pw@ep-cool-darkness-123456.us-east-2.aws.neon.tech/shop",
                          "postgresql://db-pooler.example.org/x", "postgresql://ep-a.eu-pooler.aws.neon.tech/x",
                          "postgresql://neon.tech.example.org/x", "postgresql:///x",
                          "postgresql://ep-a-pooler.eu-central-1.aws.neon.tech/x?pooler=none"})
    EXPECT_EQ(reading(url).options.connection.pooler, pooler_mode::none) << url;
}

TEST(neon, a_database_that_sleeps_is_given_time) {
  const reading usual("postgresql://ep-a.eu-central-1.aws.neon.tech/x");
  EXPECT_EQ(usual.options.connection.connect_timeout, 15s);
  EXPECT_EQ(usual.options.connection.connect_attempts, 2U);
  const reading said("postgresql://ep-a.eu-central-1.aws.neon.tech/x?connect_timeout=4&connect_attempts=3");
  EXPECT_EQ(said.options.connection.connect_timeout, 4s);
  EXPECT_EQ(said.options.connection.connect_attempts, 3U);
  const reading elsewhere("postgresql://db.example.org/x");
  EXPECT_EQ(elsewhere.options.connection.connect_timeout, 10s);
  EXPECT_EQ(elsewhere.options.connection.connect_attempts, 1U);
}

TEST(neon, the_endpoint_is_left_to_libpq) {
  const reading direct(
      "postgresql://me:pw@ep-a.eu-central-1.aws.neon.tech/"
      "shop?options=endpoint%3Dep-a&max_connections=7&sslmode=require");
  EXPECT_EQ(direct.value("options"), "endpoint=ep-a");
  EXPECT_EQ(direct.value("sslmode"), "require");
  EXPECT_EQ(direct.options.max_connections, 7U);
  const reading project("postgresql://me:pw@ep-a.eu-central-1.aws.neon.tech/shop?options=project%3Dep-a");
  EXPECT_EQ(project.value("options"), "project=ep-a");
}

TEST(connect_timeouts, are_seconds_or_durations_in_a_url) {
  EXPECT_EQ(reading("postgresql:///x?connect_timeout=3").options.connection.connect_timeout, 3s);
  EXPECT_EQ(reading("postgresql:///x?connect_timeout=250ms").options.connection.connect_timeout, 250ms);
  virga::database_options options;
  std::vector<std::string> mistakes;
  (void)virga::detail::take_settings("postgresql:///x?connect_timeout=soon&connect_attempts=often", options, mistakes);
  ASSERT_EQ(mistakes.size(), 2U);
  EXPECT_NE(mistakes[0].find("connect_timeout"), std::string::npos);
  EXPECT_NE(mistakes[1].find("connect_attempts"), std::string::npos);
}

TEST(connect_attempts, a_second_one_finds_a_server_that_woke_up) {
  virga::testing::postgres& server = virga::testing::postgres::shared();
  tests::gate gate{server.directory() + "/.s.PGSQL.5432"};
  const auto connect = [&](std::size_t attempts) {
    gate.set(tests::gate::mode::blackhole);
    std::thread waker([&] {
      std::this_thread::sleep_for(500ms);
      gate.set(tests::gate::mode::pass);
    });
    std::string what;
    try {
      const virga::database db(gate.url("postgres"),
                               {.connection = {.connect_timeout = 400ms, .connect_attempts = attempts}});
    } catch (const virga::connection_error& wrong) {
      what = wrong.what();
    }
    waker.join();
    return what;
  };
  EXPECT_EQ(connect(2), "");
  EXPECT_NE(connect(1).find("no answer within 400 ms; "), std::string::npos);
}

TEST(connect_attempts, are_told_when_they_were_in_vain) {
  virga::testing::postgres& server = virga::testing::postgres::shared();
  tests::gate gate{server.directory() + "/.s.PGSQL.5432"};
  gate.set(tests::gate::mode::blackhole);
  try {
    const virga::connection connection(gate.url("postgres"), {.connect_timeout = 50ms, .connect_attempts = 3});
    FAIL();
  } catch (const virga::connection_error& wrong) {
    EXPECT_NE(std::string(wrong.what()).find("50 ms, 3 times"), std::string::npos) << wrong.what();
  }
}

}  // namespace
