// SPDX-License-Identifier: BSL-1.0
//
// Columns of JSON whose C++ type is a tree or a struct.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/settings.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/json_tree.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;
using tests::rule;
using tests::settings;

template <class Mode>
struct accounts_table {
  static constexpr auto table = pg::table("accounts");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::jsonb("settings").default_value("{}").as<settings>().not_null()> of_user{};
  col<Mode, pg::jsonb("payload").as<boost::json::value>()> payload{};
  col<Mode, pg::json("rules").as<std::vector<rule>>()> rules{};
  col<Mode, pg::jsonb("rule").as<rule>().array()> list{};
};
constexpr virga::table<accounts_table> accounts;
using account = infer_select<accounts>;
using new_account = infer_insert<accounts>;

class json_types : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, accounts);
  }
  static void TearDownTestSuite() { delete db_; }
  void SetUp() override { delete_from(accounts).all_rows().run(*db_); }
  inline static database* db_ = nullptr;
  const boost::json::value tree = {{"a", {1, 0.5, "\"\xc3\xa9\n", nullptr}}, {"b", true}};
  const std::vector<rule> two{{"x", 1}, {"y,{}\"\\", std::nullopt}};
};

TEST_F(json_types, are_written_in_every_way_and_read) {
  static_assert(std::is_same_v<decltype(account::of_user), settings>);
  static_assert(std::is_same_v<decltype(account::payload), std::optional<boost::json::value>>);
  const new_account full{.id = 1, .of_user = tests::some_settings(), .payload = tree, .rules = two, .list = two};
  insert_into(accounts).values(full).run(*db_);
  insert_into(accounts)
      .values(std::vector<new_account>{
          {.id = 2, .of_user = tests::some_settings(), .payload = tree, .rules = two, .list = two},
          {.id = 3, .of_user = settings{}}})
      .run(*db_);
  std::vector<account> copies;
  copy_out(accounts).each(*db_, [&](account copy) {
    copy.id += 3;
    copies.push_back(std::move(copy));
  });
  EXPECT_EQ(copy_into(accounts).from(copies).run(*db_), 3U);
  const auto rows = select().from(accounts).order_by(accounts.id).all(*db_);
  ASSERT_EQ(rows.size(), 6U);
  for (const auto& row : {rows[0], rows[1], rows[3], rows[4]}) {
    EXPECT_EQ(row.of_user, tests::some_settings());
    EXPECT_EQ(row.payload, tree);
    EXPECT_EQ(row.rules, two);
    EXPECT_EQ(row.list, two);
  }
  EXPECT_EQ(rows[2].of_user, settings{});
  EXPECT_FALSE(rows[2].payload || rows[5].rules || rows[5].list);
}

TEST_F(json_types, are_set_and_compared) {
  insert_into(accounts).values(new_account{.id = 1, .of_user = settings{}}).run(*db_);
  update(accounts)
      .set(accounts.of_user = tests::some_settings(), accounts.payload = tree)
      .where(accounts.id == 1)
      .run(*db_);
  EXPECT_EQ(select(accounts.id).from(accounts).where(accounts.of_user == tests::some_settings()).all(*db_).size(), 1U);
  EXPECT_EQ(select(accounts.id).from(accounts).where(accounts.payload == tree).all(*db_).size(), 1U);
  update(accounts).set(accounts.payload = null).where(accounts.id == 1).run(*db_);
  EXPECT_EQ(select(accounts.id).from(accounts).where(is_null(accounts.payload)).all(*db_).size(), 1U);
  update(accounts).set(accounts.payload = boost::json::value(nullptr)).where(accounts.id == 1).run(*db_);
  EXPECT_EQ(select(accounts.id).from(accounts).where(is_null(accounts.payload)).all(*db_).size(), 0U);
}

TEST_F(json_types, what_does_not_fit_is_refused_in_words) {
  insert_into(accounts).values(accounts.id = 1).run(*db_);  // the default, {}
  try {
    (void)select().from(accounts).all(*db_);
    FAIL();
  } catch (const decode_error& wrong) {
    EXPECT_TRUE(std::string_view(wrong.what()).starts_with(
        "virga: cannot read accounts.settings as jsonb: the member theme is missing in {}; received \"{}\"; statement: "))
        << wrong.what();
  }
  try {
    settings infinite;
    infinite.ratio = std::numeric_limits<double>::quiet_NaN();
    update(accounts).set(accounts.of_user = infinite).all_rows().run(*db_);
    FAIL();
  } catch (const value_error& wrong) {
    EXPECT_TRUE(std::string_view(wrong.what()).starts_with(
        "virga: the value for accounts.settings (jsonb) cannot be sent: JSON has no infinity and no NaN; statement: "))
        << wrong.what();
  }
  db_->transaction([](auto& tx) {
    tx.pqxx().exec(R"(update accounts set settings = '{"theme":"dark"}', payload = '{"n":[1.00000000000000000001]}')");
  });
  try {
    (void)select(accounts.payload).from(accounts).all(*db_);
    FAIL();
  } catch (const decode_error& wrong) {
    EXPECT_EQ(wrong.column(), "accounts.payload");
    EXPECT_NE(std::string(wrong.what()).find("at $.n[0]: 1.00000000000000000001 is more than a double keeps"),
              std::string::npos)
        << wrong.what();
  }
}

TEST_F(json_types, are_json_to_operators_and_functions) {
  static_assert(std::is_same_v<decltype(json_get(accounts.of_user, "theme"))::type, types::jsonb>);
  insert_into(accounts)
      .values(new_account{.id = 1, .of_user = tests::some_settings(), .payload = tree, .rules = two})
      .run(*db_);
  const auto [kind, theme, width, first, has, held] =
      select(jsonb_typeof(accounts.payload), json_get_text(accounts.of_user, "theme"),
             json_path_text(accounts.of_user, {"rules", "0", "width"}),
             json_get_text(json_get(accounts.rules, 0), "name"), has_key(accounts.of_user, "note"),
             contains(accounts.of_user, R"({"shown": true})"))
          .from(accounts)
          .one(*db_);
  EXPECT_EQ(kind, "object");
  EXPECT_EQ(theme, "light");
  EXPECT_EQ(width, "7");
  EXPECT_EQ(first, "x");
  EXPECT_TRUE(has && held);
}

}  // namespace
