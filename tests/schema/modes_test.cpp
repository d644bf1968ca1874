// SPDX-License-Identifier: BSL-1.0
//
// What each mode makes of a table's fields, and what is known of its keys.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

namespace pg = virga::pg;
using tests::posts;
using tests::readings;
using tests::users;
using virga::required;
using virga::settable;

TEST(modes, select_gives_values_and_optionals) {
  using user = virga::infer_select<users>;
  static_assert(std::same_as<decltype(user::id), boost::uuids::uuid>);
  static_assert(std::same_as<decltype(user::email), std::string>);
  static_assert(std::same_as<decltype(user::age), std::optional<std::int32_t>>);
  static_assert(std::same_as<decltype(user::created_at), virga::types::timestamptz::value>);
  static_assert(std::is_aggregate_v<user>);
  SUCCEED();
}

TEST(modes, insert_requires_what_the_database_cannot_supply) {
  using user = virga::infer_insert<users>;
  using post = virga::infer_insert<posts>;
  static_assert(std::same_as<decltype(user::email), required<std::string>>);
  static_assert(!std::same_as<decltype(user::id), required<boost::uuids::uuid>>);
  static_assert(!std::same_as<decltype(user::age), required<std::int32_t, std::remove_cvref_t<decltype(users.age)>>>);
  static_assert(std::same_as<decltype(post::id), virga::written_by_database>);
  static_assert(std::same_as<decltype(virga::infer_insert<readings>::note), settable<std::string, true>>);
  SUCCEED();
}

TEST(modes, update_takes_values_and_null_where_allowed) {
  using patch = virga::infer_update<users>;
  static_assert(std::same_as<decltype(patch::name), settable<std::string, false>>);
  // what holds a number knows its column, to name it where the number does not fit
  using column = std::remove_cvref_t<decltype(users.age)>;
  static_assert(std::same_as<decltype(patch::age), settable<std::int32_t, true, column>>);
  static_assert(std::convertible_to<virga::null_value, decltype(patch::age)>);
  static_assert(std::same_as<decltype(virga::infer_update<posts>::id), virga::written_by_database>);
  SUCCEED();
}

TEST(modes, a_settable_field_tells_unset_from_null) {
  using field = settable<int, true>;
  EXPECT_FALSE(field().is_set());
  EXPECT_TRUE(field(virga::null).is_set());
  EXPECT_EQ(field(virga::null).value(), std::nullopt);
  EXPECT_TRUE(field(std::nullopt).is_set());
  EXPECT_EQ(field(3).value(), 3);
  EXPECT_EQ(field(std::optional<int>(4)).value(), 4);
  EXPECT_TRUE(field(std::optional<int>()).is_set());
}

TEST(modes, rows_of_two_tables_are_different_types) {
  static_assert(!std::same_as<virga::infer_select<users>, virga::infer_select<posts>>);
  static_assert(std::same_as<virga::infer_select<users>, decltype(users)::row_type>);
  SUCCEED();
}

TEST(columns, are_empty_and_know_little) {
  static_assert(std::is_empty_v<decltype(users.email)>);
  EXPECT_EQ(virga::render::describe(users.email.info), "users.email");
  EXPECT_EQ(decltype(users.email)::info.name, "email");
  EXPECT_TRUE(decltype(users.id)::info.has(virga::render::trait::primary_key));
  EXPECT_TRUE(decltype(users.email)::info.has(virga::render::trait::unique));
  EXPECT_TRUE(decltype(users.age)::info.has(virga::render::trait::nullable));
  EXPECT_TRUE(decltype(posts.id)::info.has(virga::render::trait::generated));
  EXPECT_FALSE(decltype(users.name)::info.has(virga::render::trait::nullable));
}

template <class Mode>
struct keys_table {
  static constexpr auto table = pg::table("keys");
  virga::col<Mode, pg::integer("a").primary_key()> a{};
  virga::col<Mode, pg::integer("b").unique()> b{};
  virga::col<Mode, pg::integer("c")> c{};
  virga::col<Mode, pg::integer("d")> d{};
  virga::col<Mode, pg::integer("e")> e{};
  static constexpr auto extras(auto t) {
    return pg::extras(pg::unique(t.c, t.d), pg::unique_index("keys_e").on(t.e), pg::index("keys_d").on(t.d),
                      pg::unique_index("keys_sum").on(t.c + t.d));
  }
};
constexpr virga::table<keys_table> keys;

TEST(keys, are_primary_keys_unique_columns_constraints_and_indexes) {
  using virga::schema::is_key;
  using table = virga::table<keys_table>;
  static_assert(is_key<table, decltype(keys.a)>());
  static_assert(is_key<table, decltype(keys.b)>());
  static_assert(is_key<table, decltype(keys.e)>());
  static_assert(is_key<table, decltype(keys.c), decltype(keys.d)>());
  static_assert(is_key<table, decltype(keys.d), decltype(keys.c)>());
  static_assert(!is_key<table, decltype(keys.c)>());
  static_assert(!is_key<table, decltype(keys.d)>());
  static_assert(!is_key<table, decltype(keys.a), decltype(keys.b)>());
  static_assert(!is_key<table, decltype(keys.c), decltype(keys.c)>());
  SUCCEED();
}

TEST(reflection, finds_columns_by_their_name_in_the_database) {
  using definitions = virga::schema::definitions_of<virga::table<keys_table>>;
  static_assert(virga::schema::column_count<definitions> == 5);
  static_assert(virga::schema::index_of<definitions>("d") == 3);
  static_assert(virga::schema::index_of<definitions>("nope") == 5);
  SUCCEED();
}

}  // namespace
