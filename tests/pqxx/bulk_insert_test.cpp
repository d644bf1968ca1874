// SPDX-License-Identifier: BSL-1.0
//
// bulk_insert: whatever way it takes, the same rows arrive.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using virga::bulk_insert;
using virga::bulk_method;
using virga::select;

int tickets = 0;
int next_ticket() { return ++tickets; }

template <class Mode>
struct things_table {
  static constexpr auto table = pg::table("things", {.schema = "a b"});
  virga::col<Mode, pg::bigint("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::text("note").default_value("none\t\\N")> note{};
  virga::col<Mode, pg::integer("stock").not_null().default_value(7)> stock{};
  virga::col<Mode, pg::integer("ticket").not_null().default_fn<&next_ticket>()> ticket{};
  virga::col<Mode, pg::bigint("serial").generated_always_as_identity()> serial{};
  virga::col<Mode, pg::text("tags").array()> tags{};
  virga::col<Mode, pg::numeric("price", 4, 1)> price{};
  virga::col<Mode, pg::text("shout").not_null().generated_always_as("upper(name)")> shout{};

  static constexpr auto extras(auto t) { return pg::extras(pg::check("stock_ok", t.stock >= 0)); }
};
constexpr virga::table<things_table> things;
using new_thing = virga::infer_insert<things>;

class bulk : public ::testing::Test {
 protected:
  void SetUp() override { make(db); }
  static void make(virga::database& on) {
    execute(on, virga::statement{"create schema \"a b\"", nullptr, 0, false});
    virga::create_tables(on, things);
  }
  /// What a table holds after `insert(db, rows)`, in a database of its own, as one text a row.
  template <class Insert>
  static std::vector<std::string> after(Insert&& insert) {
    virga::database own(tests::fresh_database());
    make(own);
    tickets = 0;
    insert(own);
    std::vector<std::string> lines;
    const auto all =
        execute(own, virga::statement{"select t::text from \"a b\".things t order by serial", nullptr, 0, false});
    for (std::size_t i = 0; i < all.rows(); ++i) lines.emplace_back(all.at(i, 0).text());
    return lines;
  }
  [[nodiscard]] std::size_t stored() { return select(things.id).from(things).all(db).size(); }

  virga::database db{tests::fresh_database()};
};

std::vector<new_thing> plain(std::size_t count) {
  std::vector<new_thing> rows;
  for (std::size_t i = 0; i < count; ++i) rows.push_back({.name = "name " + std::to_string(i)});
  return rows;
}
/// Alike in what they give, in hard values and nulls.
std::vector<new_thing> hard(std::size_t count) {
  std::vector<new_thing> rows;
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back({.name = i % 3 == 0 ? "" : "tab\t line\n back\\slash \\. \\N " + std::to_string(i),
                    .note = i % 2 == 0 ? std::optional<std::string>() : "\t",
                    .stock = static_cast<int>(i),
                    .tags = std::vector<std::string>{"a,b", "", "NULL", "\"\\"}});
  return rows;
}
/// Some leave out what others give.
std::vector<new_thing> mixed(std::size_t count) {
  std::vector<new_thing> rows = plain(count);
  for (std::size_t i = 0; i < count; i += 2) rows[i].stock = static_cast<int>(i);
  for (std::size_t i = 0; i < count; i += 3) rows[i].ticket = -1;
  for (std::size_t i = 0; i < count; i += 5) rows[i].note = virga::null;
  return rows;
}

TEST_F(bulk, says_by_which_way_rows_went) {
  const auto some = plain(50), other = mixed(50);
  const auto went = [&](const virga::bulk_result& result, std::size_t rows, bulk_method method) {
    EXPECT_EQ(result.rows, rows);
    EXPECT_EQ(result.method, method);
  };
  went(bulk_insert(things, some).run(db), 50, bulk_method::unnest);
  went(bulk_insert(things, some).copy_from(51).run(db), 50, bulk_method::unnest);
  went(bulk_insert(things, some).copy_from(50).run(db), 50, bulk_method::copy);
  went(bulk_insert(things, other).copy_from(1).run(db), 50, bulk_method::values);
  went(bulk_insert(things, plain(20'000)).run(db), 20'000, bulk_method::copy);
  db.transaction(
      [&](virga::transaction& tx) { went(bulk_insert(things, some).copy_from(1).run(tx), 50, bulk_method::copy); });
  went(bulk_insert(things, some).copy_from(1).run(db.acquire().connection()), 50, bulk_method::copy);
  EXPECT_EQ(stored(), 20'300U);
}

TEST_F(bulk, gives_the_same_rows_by_every_way) {
  for (const auto& rows : {plain(30), hard(30), mixed(30)}) {
    const auto one_by_one = after([&](virga::database& on) {
      for (const new_thing& row : rows) insert_into(things).values(row).run(on);
    });
    ASSERT_EQ(one_by_one.size(), rows.size());
    EXPECT_EQ(after([&](virga::database& on) { bulk_insert(things, rows).run(on); }), one_by_one);
    EXPECT_EQ(after([&](virga::database& on) { bulk_insert(things, rows).copy_from(1).run(on); }), one_by_one);
  }
  const std::vector<new_thing> nothing_given(3, new_thing{.name = "all else by default"});
  EXPECT_EQ(after([&](virga::database& on) { bulk_insert(things, nothing_given).copy_from(1).run(on); }).size(), 3U);
}

TEST_F(bulk, of_mixed_rows_may_need_more_values_than_one_statement_takes) {
  const auto rows = mixed(20'000);
  const auto result = bulk_insert(things, rows).run(db);
  EXPECT_EQ(result.rows, rows.size());
  EXPECT_EQ(result.method, bulk_method::values);
  const auto all = select(things.id, things.name, things.stock).from(things).order_by(things.id).all(db);
  ASSERT_EQ(all.size(), rows.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(all[i].name, "name " + std::to_string(i));
    ASSERT_EQ(all[i].stock, i % 2 == 0 ? static_cast<int>(i) : 7);
  }
  auto wrong = rows;
  wrong.back().stock = -1;
  EXPECT_THROW(bulk_insert(things, wrong).run(db), virga::check_violation);
  EXPECT_THROW(bulk_insert(things, wrong).run(db.acquire().connection()), virga::check_violation);
  EXPECT_EQ(stored(), rows.size()) << "the statements before the one that failed are undone";
}

TEST_F(bulk, is_all_or_nothing_and_names_the_row) {
  auto rows = hard(100);
  rows[70].stock = -1;
  for (const std::size_t copy_from : {std::size_t{1000}, std::size_t{1}}) {
    EXPECT_THROW(bulk_insert(things, rows).copy_from(copy_from).run(db), virga::check_violation);
    EXPECT_EQ(stored(), 0U);
  }
  try {
    bulk_insert(things, rows).copy_from(1).run(db);
    ADD_FAILURE() << "it should have thrown";
  } catch (const virga::check_violation& refused) {
    EXPECT_EQ(refused.report().row, 71U);
  }
  rows = plain(100);
  rows[98].name = std::string("a\0b", 3);
  try {
    bulk_insert(things, rows).copy_from(1).run(db);
    ADD_FAILURE() << "it should have thrown";
  } catch (const virga::value_error& refused) {
    EXPECT_EQ(refused.row(), 99U);
  }
  EXPECT_THROW(bulk_insert(things, rows).run(db), virga::value_error);
  EXPECT_EQ(stored(), 0U);
  EXPECT_THROW(bulk_insert(things, plain(0)).run(db), virga::empty_statement);
}

TEST_F(bulk, refuses_what_the_column_would_round_whichever_way_it_goes) {
  const auto refused = [&](const std::vector<new_thing>& rows, std::size_t copy_from) -> std::string {
    try {
      bulk_insert(things, rows).copy_from(copy_from).run(db);
      return "nothing";
    } catch (const virga::value_error& e) {
      return e.column() + " " + e.type() + " " + e.received() + " row " + std::to_string(e.row());
    }
  };
  const std::string sentence = "things.price numeric(4, 1) 1.25 row ";
  auto rows = plain(3);
  rows[1].price = virga::decimal("1.25");
  EXPECT_EQ(refused(rows, 1), sentence + "2") << "by COPY";
  EXPECT_EQ(refused(rows, 1000), sentence + "2") << "by unnest";
  rows[0].stock = 1;
  EXPECT_EQ(refused(rows, 1000), sentence + "2") << "by values";

  auto many = mixed(30000);  // more than one statement takes
  many[29998].price = virga::decimal("1.25");
  EXPECT_EQ(refused(many, 1), sentence + "29999");
  EXPECT_EQ(stored(), 0U);
}

}  // namespace
