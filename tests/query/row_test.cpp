// SPDX-License-Identifier: BSL-1.0
//
// The C++ side of a result: member names, access by column and name, structured bindings, the program's own structs.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::count;
using virga::row_type;
using virga::select;

TEST(row, a_partial_select_has_the_members_it_selected) {
  using row = row_type<decltype(select(users.email, users.age).from(users))>;
  static_assert(std::same_as<decltype(row::email), std::string>);
  static_assert(std::same_as<decltype(row::age), std::optional<std::int32_t>>);
  static_assert(std::same_as<decltype(row::name), virga::not_selected>);
  static_assert(std::same_as<decltype(row::id), virga::not_selected>);
  static_assert(std::tuple_size_v<row> == 2);
  SUCCEED();
}

TEST(row, members_of_two_tables_stand_side_by_side) {
  using row = row_type<decltype(select(users.name, posts.title, posts.published)
                                    .from(users)
                                    .left_join(posts, posts.author_id == users.id))>;
  row one;
  static_assert(std::same_as<decltype(one.name), std::string>);
  static_assert(std::same_as<decltype(one.title), std::optional<std::string>>);
  static_assert(std::same_as<decltype(one.published), std::optional<bool>>);
  one.title = "t";
  EXPECT_EQ(one[posts.title], "t");
}

TEST(row, is_reached_by_column_name_and_place) {
  using row = row_type<
      decltype(select(users.email, count().as("n"_name), users.age + 1).from(users).group_by(users.email, users.age))>;
  row one;
  one[users.email] = "a@b.c";
  one["n"_name] = 3;
  one.get<2>() = 9;
  const row& same = one;
  EXPECT_EQ(same.email, "a@b.c");
  EXPECT_EQ(same[users.email], "a@b.c");
  EXPECT_EQ(same["email"_name], "a@b.c");
  EXPECT_EQ(same["n"_name], 3);
  EXPECT_EQ(same.get<1>(), 3);
  EXPECT_EQ(same.get<2>(), 9);
  static_assert(std::same_as<decltype(one["n"_name]), std::int64_t&>);
  static_assert(std::same_as<decltype(same["n"_name]), const std::int64_t&>);
  static_assert(std::same_as<decltype(one[users.email]), std::string&>);
  static_assert(std::same_as<decltype(same[users.email]), const std::string&>);
}

TEST(row, a_named_column_is_reached_by_its_name_and_by_itself) {
  using row =
      row_type<decltype(select(users.email.as("mail"_name), posts.id.as("post"_name)).from(users).cross_join(posts))>;
  row one;
  one["mail"_name] = "x";
  EXPECT_EQ(one[users.email], "x");
  static_assert(std::same_as<decltype(one.get<1>()), std::int64_t&>);
}

TEST(row, binds_in_the_order_of_the_select_list) {
  using row = row_type<
      decltype(select(users.age, users.email, count().as("n"_name), users.name).from(users).group_by(users.id))>;
  row one;
  auto& [age, email, n, name] = one;
  age = 1;
  email = "e";
  n = 2;
  name = "n";
  EXPECT_EQ(one.age, 1);
  EXPECT_EQ(one.email, "e");
  EXPECT_EQ(one["n"_name], 2);
  EXPECT_EQ(one.name, "n");
  const auto [a, b, c, d] = row(one);
  EXPECT_EQ(std::tuple(a, b, c, d), std::tuple(std::optional(1), std::string("e"), std::int64_t{2}, std::string("n")));
  static_assert(std::same_as<std::tuple_element_t<2, row>, std::int64_t>);
}

struct card {
  std::string title;
  std::optional<std::int64_t> posts;
  std::optional<int> age;
};

TEST(row, becomes_a_programs_own_struct) {
  using row = row_type<decltype(select(users.name, count(), users.age).from(users).group_by(users.id))>;
  row one;
  one.name = "a name longer than the small buffer of a string";
  one.get<1>() = 4;
  const card copied = one.into<card>();
  EXPECT_EQ(copied.title, one.name);
  EXPECT_EQ(copied.posts, 4);
  EXPECT_EQ(copied.age, std::nullopt);
  const char* before = one.name.data();
  const card moved = std::move(one).into<card>();
  EXPECT_EQ(moved.title.data(), before) << "an rvalue row was copied";
}

TEST(row, compares_by_value) {
  using row = row_type<decltype(select(users.name, count()).from(users).group_by(users.name))>;
  row one, other;
  EXPECT_TRUE(one == other);
  other.get<1>() = 1;
  EXPECT_FALSE(one == other);
}

TEST(row, of_whole_tables_is_read_by_place) {
  using row = row_type<decltype(select().from(users).left_join(posts, posts.author_id == users.id))>;
  row one;
  auto& [user, post] = one;
  user.name = "Ann";
  post.emplace().title = "One";
  EXPECT_EQ(one.get<0>().name, "Ann");
  EXPECT_EQ(one.get<1>()->title, "One");
}

TEST(row, expressions_carry_the_nullability_of_their_operands) {
  using row = row_type<decltype(select(users.age + 1, users.age > 1, is_null(users.age), users.name == "x",
                                       in_(users.age, {1}), is_distinct_from(users.age, 1))
                                    .from(users))>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::optional<std::int32_t>>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<bool>>);
  static_assert(std::same_as<std::tuple_element_t<2, row>, bool>);
  static_assert(std::same_as<std::tuple_element_t<3, row>, bool>);
  static_assert(std::same_as<std::tuple_element_t<4, row>, std::optional<bool>>);
  static_assert(std::same_as<std::tuple_element_t<5, row>, bool>);
  SUCCEED();
}

TEST(row, of_returning) {
  using some = row_type<decltype(insert_into(posts)
                                     .values(virga::infer_insert<posts>{.author_id = boost::uuids::uuid{}, .title = ""})
                                     .returning(posts.id, posts.title))>;
  static_assert(std::same_as<decltype(some::id), std::int64_t>);
  static_assert(std::same_as<decltype(some::author_id), virga::not_selected>);
  using removed = row_type<decltype(delete_from(users).all_rows().returning(users.age))>;
  static_assert(std::same_as<decltype(removed::age), std::optional<std::int32_t>>);
  SUCCEED();
}

template <class Mode>
struct words_table {
  static constexpr auto table = tests::pg::table("words");
  virga::col<Mode, tests::pg::integer("id").primary_key()> id{};
  virga::col<Mode, tests::pg::text("get").not_null()> get{};
  virga::col<Mode, tests::pg::text("found").not_null()> found{};
  virga::col<Mode, tests::pg::text("value_at").not_null()> value_at{};
};
constexpr virga::table<words_table> words;

TEST(row, its_own_names_hide_no_column_that_was_selected) {
  row_type<decltype(select(words.found, words.value_at).from(words))> one;
  one.found = "f";
  one.value_at = "v";
  EXPECT_EQ(one[words.found], "f");
  EXPECT_EQ(one["value_at"_name], "v");
  // a whole table's row has members of any name
  row_type<decltype(select().from(words))> whole{};
  whole.get = "g";
  EXPECT_EQ(whole.get, "g");
}

}  // namespace
