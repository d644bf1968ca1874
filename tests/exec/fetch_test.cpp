// SPDX-License-Identifier: BSL-1.0
//
// From cells to structs, and what is said when they do not fit. The executor here is a few cells in memory.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace memory {

struct table {
  std::vector<std::vector<std::optional<std::string>>> cells;
  std::size_t width;
};

struct result {
  const table* from;
  [[nodiscard]] std::size_t rows() const { return from->cells.size(); }
  [[nodiscard]] std::size_t columns() const { return from->width; }
  [[nodiscard]] std::size_t affected() const { return from->cells.size(); }
  [[nodiscard]] virga::cell at(std::size_t row, std::size_t column) const {
    const auto& cell = from->cells[row][column];
    return cell ? virga::cell{cell->data(), cell->size(), false} : virga::cell{};
  }
};

/// Answers every statement with the same rows, and remembers what it was sent.
struct executor {
  table answer;
  std::string text{};
  std::vector<std::optional<std::string>> values{};
  bool was_constant = false;
};

result execute(executor& on, const virga::statement& what) {
  on.text = what.text;
  on.values.clear();
  for (std::size_t i = 0; i < what.count; ++i)
    on.values.push_back(what.values[i] == nullptr ? std::nullopt : std::optional<std::string>(what.values[i]));
  on.was_constant = what.is_constant;
  return {&on.answer};
}

}  // namespace memory

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::select;

static_assert(virga::executor<memory::executor>);
static_assert(!virga::executor<int>);

memory::executor answering(std::vector<std::vector<std::optional<std::string>>> cells, std::size_t width) {
  return {{std::move(cells), width}};
}
template <class Function>
virga::decode_error refused(Function&& f) {
  try {
    f();
  } catch (const virga::decode_error& error) {
    return error;
  }
  ADD_FAILURE() << "everything was decoded";
  return {"", "", "", ""};
}

TEST(fetch, sends_text_and_values) {
  auto on = answering({}, 1);
  EXPECT_TRUE(select(users.name).from(users).where(users.age > 3).all(on).empty());
  EXPECT_EQ(on.text, R"(select "users"."name" from "users" where "users"."age" > $1)");
  EXPECT_EQ(on.values, (std::vector<std::optional<std::string>>{"3"}));
  EXPECT_TRUE(on.was_constant);
  (void)select(users.name).from(users).where(when(true, users.age > 3)).all(on);
  EXPECT_FALSE(on.was_constant);
}

TEST(fetch, one_needs_exactly_one_row) {
  const auto query = select(users.name).from(users);
  auto none = answering({}, 1), single = answering({{"Ann"}}, 1), two = answering({{"Ann"}, {"Bob"}}, 1);
  EXPECT_EQ(query.one(single).name, "Ann");
  for (auto* wrong : {&none, &two}) {
    try {
      (void)query.one(*wrong);
      FAIL() << "one() took " << wrong->answer.cells.size() << " rows";
    } catch (const virga::row_count_error& error) {
      const std::string what = error.what();
      EXPECT_NE(what.find("got " + std::to_string(wrong->answer.cells.size())), std::string::npos) << what;
      EXPECT_NE(what.find(query.text()), std::string::npos) << what;
    }
  }
}

TEST(fetch, first_is_empty_without_rows) {
  const auto query = select(users.name).from(users);
  auto none = answering({}, 1), two = answering({{"Ann"}, {"Bob"}}, 1);
  EXPECT_FALSE(query.first(none));
  EXPECT_EQ(query.first(two)->name, "Ann");
}

TEST(fetch, each_calls_in_order_and_stops_at_an_exception) {
  auto on = answering({{"a"}, {"b"}, {"c"}}, 1);
  std::string seen;
  EXPECT_THROW(select(users.name)
                   .from(users)
                   .each(on,
                         [&](auto row) {
                           seen += row.name;
                           if (row.name == "b") throw std::runtime_error("enough");
                         }),
               std::runtime_error);
  EXPECT_EQ(seen, "ab");
}

TEST(fetch, refuses_a_result_of_another_width) {
  auto on = answering({{"a", "b"}}, 2);
  EXPECT_THROW((void)select(users.name).from(users).all(on), virga::error);
}

TEST(decode, a_null_where_the_description_has_none_names_the_column) {
  auto on = answering({{std::nullopt}}, 1);
  const auto error = refused([&] { (void)select(users.name).from(users).all(on); });
  EXPECT_EQ(error.column(), "users.name");
  EXPECT_EQ(error.type(), "text");
  EXPECT_EQ(error.received(), "NULL");
  EXPECT_NE(std::string(error.what()).find("users.name"), std::string::npos) << error.what();
}

TEST(decode, text_that_is_no_number_names_column_type_and_text) {
  auto on = answering({{"forty"}}, 1);
  const auto error = refused([&] { (void)select(users.age).from(users).all(on); });
  EXPECT_EQ(error.column(), "users.age");
  EXPECT_EQ(error.type(), "integer");
  EXPECT_EQ(error.received(), "forty");
}

TEST(decode, a_number_that_is_too_large_is_no_number_of_that_type) {
  auto on = answering({{"2147483648"}}, 1);
  EXPECT_EQ(refused([&] { (void)select(users.age).from(users).all(on); }).received(), "2147483648");
}

TEST(decode, a_long_text_is_cut_in_the_message) {
  auto on = answering({{std::string(5000, 'x')}}, 1);
  EXPECT_EQ(refused([&] { (void)select(users.age).from(users).all(on); }).received().size(), 200U);
}

TEST(decode, expressions_are_named_by_their_alias_or_place) {
  auto on = answering({{"1", "x"}}, 2);
  EXPECT_EQ(refused([&] {
              (void)select(virga::count().as("a"_name), virga::count().as("posts"_name)).from(users).all(on);
            }).column(),
            "posts");
  EXPECT_EQ(refused([&] { (void)select(virga::count(), virga::count()).from(users).all(on); }).column(),
            "column 2 of the result");
}

TEST(decode, a_column_of_a_joined_table_is_named_by_its_table) {
  constexpr auto writer = users.as("writer"_name);
  auto on = answering({{"7", "not a uuid"}}, 2);
  const auto error = refused(
      [&] { (void)select(posts.id, writer.id).from(posts).inner_join(writer, writer.id == posts.author_id).all(on); });
  EXPECT_EQ(error.column(), "writer.id");
  EXPECT_EQ(error.type(), "uuid");
}

TEST(decode, an_optional_table_is_absent_by_its_key_alone) {
  const std::string id = "00000000-0000-0000-0000-000000000001", at = "2024-01-01 00:00:00+00";
  auto on = answering({{id, "e", "n", std::nullopt, at, std::nullopt, std::nullopt, std::nullopt, std::nullopt},
                       {id, "e", "n", "3", at, "1", id, "t", "f"}},
                      9);
  const auto rows = select().from(users).left_join(posts, posts.author_id == users.id).all(on);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].get<1>());
  ASSERT_TRUE(rows[1].get<1>());
  EXPECT_EQ(rows[1].get<1>()->id, 1);
  EXPECT_EQ(rows[1].get<0>().age, 3);
}

TEST(decode, an_optional_table_with_a_null_beside_its_key_is_an_error_and_not_absent) {
  const std::string id = "00000000-0000-0000-0000-000000000001", at = "2024-01-01 00:00:00+00";
  auto on = answering({{id, "e", "n", "3", at, "1", id, std::nullopt, "f"}}, 9);
  EXPECT_EQ(refused([&] { (void)select().from(users).left_join(posts, posts.author_id == users.id).all(on); }).column(),
            "posts.title");
}

TEST(error_types, are_all_virga_errors) {
  static_assert(std::derived_from<virga::value_error, virga::error>);
  static_assert(std::derived_from<virga::decode_error, virga::error>);
  static_assert(std::derived_from<virga::row_count_error, virga::error>);
  static_assert(std::derived_from<virga::empty_statement, virga::error>);
  static_assert(std::derived_from<virga::database_error, virga::error>);
  static_assert(std::derived_from<virga::connection_error, virga::error>);
  SUCCEED();
}

TEST(error_types, have_the_type_of_their_sqlstate) {
  const auto type = [](const char* state) -> std::string {
    try {
      virga::error_report report;
      report.sqlstate = state;
      virga::throw_database_error(std::move(report));
    } catch (const virga::not_null_violation&) {
      return "not null";
    } catch (const virga::foreign_key_violation&) {
      return "foreign key";
    } catch (const virga::unique_violation&) {
      return "unique";
    } catch (const virga::check_violation&) {
      return "check";
    } catch (const virga::constraint_violation&) {
      return "constraint";
    } catch (const virga::data_exception&) {
      return "data";
    } catch (const virga::transaction_rollback&) {
      return "rollback";
    } catch (const virga::insufficient_privilege&) {
      return "privilege";
    } catch (const virga::undefined_object&) {
      return "undefined";
    } catch (const virga::database_error&) {
      return "other";
    }
  };
  EXPECT_EQ(type("23502"), "not null");
  EXPECT_EQ(type("23503"), "foreign key");
  EXPECT_EQ(type("23505"), "unique");
  EXPECT_EQ(type("23514"), "check");
  EXPECT_EQ(type("23P01"), "constraint");
  EXPECT_EQ(type("22012"), "data");
  EXPECT_EQ(type("40001"), "rollback");
  EXPECT_EQ(type("40P01"), "rollback");
  EXPECT_EQ(type("42501"), "privilege");
  for (const char* state : {"42P01", "42703", "42883", "42704"}) EXPECT_EQ(type(state), "undefined") << state;
  EXPECT_EQ(type("42601"), "other");
  EXPECT_EQ(type(""), "other");
}

template <class Type>
bool throws_exactly(const char* state) {
  try {
    virga::error_report report;
    report.sqlstate = state;
    virga::throw_database_error(std::move(report));
  } catch (const virga::database_error& thrown) {
    return typeid(thrown) == typeid(Type);
  }
}

TEST(error_types, have_a_type_of_their_own_for_what_people_catch) {
  EXPECT_TRUE(throws_exactly<virga::exclusion_violation>("23P01"));
  EXPECT_TRUE(throws_exactly<virga::serialization_failure>("40001"));
  EXPECT_TRUE(throws_exactly<virga::deadlock_detected>("40P01"));
  EXPECT_TRUE(throws_exactly<virga::lock_not_available>("55P03"));
  EXPECT_TRUE(throws_exactly<virga::query_cancelled>("57014"));
  EXPECT_TRUE(throws_exactly<virga::undefined_table>("42P01"));
  EXPECT_TRUE(throws_exactly<virga::undefined_column>("42703"));
  EXPECT_TRUE(throws_exactly<virga::undefined_object>("42883"));
  static_assert(!std::derived_from<virga::commit_unknown, virga::connection_error>,
                "who runs again what failed with a connection_error would do the work twice");
  static_assert(std::derived_from<virga::pool_timeout, virga::connection_error>);
}

TEST(error_types, say_message_state_constraint_hint_and_statement_but_no_detail) {
  virga::error_report report;
  report.sqlstate = "23505";
  report.message = "duplicate key";
  report.detail = "Key (email)=(secret)";
  report.hint = "try another";
  report.constraint = "users_email_key";
  report.statement = "insert $1";
  const virga::database_error error(report);
  const std::string what = error.what();
  for (const char* part : {"duplicate key", "23505", "users_email_key", "try another", "insert $1"})
    EXPECT_NE(what.find(part), std::string::npos) << part;
  EXPECT_EQ(what.find("secret"), std::string::npos);
  EXPECT_EQ(error.report().detail, "Key (email)=(secret)");
}

}  // namespace
