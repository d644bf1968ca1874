// SPDX-License-Identifier: BSL-1.0
//
// What sql<T> declares, compared with what the server sends, in debug builds.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace virga;
using namespace virga::literals;

class declared_type : public ::testing::Test {
 protected:
  inline static database* db_ = nullptr;
  static void SetUpTestSuite() { db_ = new database(tests::fresh_database()); }
  static void TearDownTestSuite() { delete db_; }

  /// What a query is refused with; empty where it runs.
  template <class Query>
  static std::string refusal(const Query& query) {
    try {
      (void)query.all(*db_);
      return {};
    } catch (const decode_error& wrong) {
      return wrong.what();
    }
  }
};

TEST_F(declared_type, is_compared_with_the_servers) {
  const auto wrong = select(sql<bool>("true"_sql), sql<int>("7::bigint"_sql).as("n"_name));
  const auto wrong_list = select(sql<std::vector<int>>("array[7]::smallint[]"_sql));
  const auto wrong_text = select(sql<std::optional<std::string>>("null::inet"_sql));
#ifdef NDEBUG
  EXPECT_EQ(refusal(wrong) + refusal(wrong_list) + refusal(wrong_text), "");
#else
  EXPECT_TRUE(refusal(wrong).starts_with(
      "virga: cannot read n as integer: sql<T>() declares integer, and the server sends bigint; declare that, or "
      "cast in the SQL; received \"7\"; statement: select true, "))
      << refusal(wrong);
  EXPECT_NE(refusal(wrong_list)
                .find("column 1 of the result as integer[]: sql<T>() declares integer[], and the server sends "
                      "smallint[]; declare that"),
            std::string::npos)
      << refusal(wrong_list);
  EXPECT_NE(refusal(wrong_text).find("declares text, and the server sends inet; declare that"), std::string::npos);
  EXPECT_THROW((void)wrong.one(*db_), decode_error);
  EXPECT_THROW((void)wrong.first(*db_), decode_error);
  EXPECT_THROW(wrong.each(*db_, [](const auto&) {}), decode_error);
  pqxx::connection connection{tests::fresh_database()};
  pqxx::work work{connection};
  EXPECT_THROW((void)wrong.all(work), decode_error);
#endif
}

TEST_F(declared_type, agrees_with_what_holds_it) {
  EXPECT_EQ(refusal(select(sql<int>("7"_sql), sql<std::int64_t>("7::bigint"_sql),
                           sql<std::optional<double>>("null::float8"_sql))),
            "");
  EXPECT_EQ(refusal(select(sql<std::string>("'a'"_sql), sql<std::string>("'a'::varchar(3)"_sql),
                           sql<std::string>("'a'::name"_sql), sql<std::string>("'a'::char(3)"_sql),
                           sql<std::string>("'a'::\"char\""_sql))),
            "");
  EXPECT_EQ(refusal(select(sql<decimal>("1.5"_sql), sql<std::vector<std::string>>("array['a']"_sql),
                           sql<float>("{}"_sql, 1.5f))),
            "");
}

TEST_F(declared_type, of_a_type_of_the_database) {
  db_->transaction([](auto& tx) {
    tx.pqxx().exec("create type declared_mood as enum ('sad', 'glad')");
    tx.pqxx().exec("create domain declared_age as integer");
  });
  EXPECT_EQ(refusal(select(sql<std::string>("'sad'::declared_mood"_sql), sql<int>("7::declared_age"_sql))), "");
#ifndef NDEBUG
  EXPECT_NE(refusal(select(sql<int>("'sad'::declared_mood"_sql)))
                .find("declares integer, and the server sends the type with the oid "),
            std::string::npos);
#endif
}

TEST(server_types, know_their_names) {
  EXPECT_EQ(exec::oid_of_type("integer"), 23u);
  EXPECT_EQ(exec::oid_of_type("text[]"), 1009u);
  EXPECT_EQ(exec::oid_of_type("timestamp with time zone"), 1184u);
  EXPECT_EQ(exec::oid_of_type("nonsense"), 0u);
  EXPECT_EQ(exec::name_of_type(1184), "timestamp with time zone");
  EXPECT_EQ(exec::name_of_type(1231), "numeric[]");
}

}  // namespace
