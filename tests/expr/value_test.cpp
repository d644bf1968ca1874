// SPDX-License-Identifier: BSL-1.0
//
// Values that a column cannot hold are refused before anything is sent, by the column's name and without the value.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::readings;
using tests::users;
using virga::insert_into;
using virga::select;
using virga::to_sql;
using values = std::vector<std::optional<std::string>>;

/// The column that was refused, with the SQL type.
template <class Function>
std::string refused(Function&& f) {
  try {
    f();
  } catch (const virga::value_error& error) {
    const std::string what = error.what();
    EXPECT_NE(what.find(error.column()), std::string::npos) << what;
    EXPECT_NE(what.find(error.type()), std::string::npos) << what;
    return error.column() + " " + error.type();
  }
  return "nothing was refused";
}

TEST(value, whole_numbers_out_of_a_columns_range) {
  EXPECT_EQ(refused([] { (void)(readings.channel == 32768); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(readings.channel == -32769); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(readings.station = std::int64_t{1} << 31); }), "readings.station integer");
}

TEST(value, whole_numbers_at_the_edges_are_taken) {
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.channel == 32767)).params, (values{"32767"}));
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.channel == -32768)).params, (values{"-32768"}));
  EXPECT_EQ(
      to_sql(select(readings.day).from(readings).where(readings.ticks == std::numeric_limits<std::int64_t>::min()))
          .params,
      (values{"-9223372036854775808"}));
}

TEST(value, unsigned_numbers_are_checked_too) {
  EXPECT_EQ(refused([] { (void)(readings.ticks == std::numeric_limits<std::uint64_t>::max()); }),
            "readings.ticks bigint");
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.ticks == std::uint64_t{7})).params,
            (values{"7"}));
}

TEST(value, in_every_place) {
  EXPECT_EQ(refused([] { (void)between(readings.channel, 1, 70000); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)in_(readings.channel, {1, 70000}); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(readings.channel + 70000); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(70000 < readings.channel); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(readings.channel = 70000); }), "readings.channel smallint");
  EXPECT_EQ(refused([] { (void)(readings.channel = std::optional<int>(70000)); }), "readings.channel smallint");
}

TEST(value, whole_numbers_that_a_floating_point_column_cannot_hold_exactly) {
  EXPECT_EQ(refused([] { (void)(readings.level == (std::int64_t{1} << 53) + 1); }), "readings.level double precision");
  EXPECT_EQ(refused([] { (void)(readings.level == -(std::int64_t{1} << 53) - 1); }), "readings.level double precision");
  EXPECT_EQ(refused([] { (void)(readings.noise == (1 << 24) + 1); }), "readings.noise real");
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.level == (std::int64_t{1} << 53))).params,
            (values{"9007199254740992"}));
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.noise == 5)).params, (values{"5"}));
}

TEST(value, floating_point_numbers_out_of_range) {
  EXPECT_EQ(refused([] { (void)(readings.noise == 1e39); }), "readings.noise real");
  EXPECT_EQ(refused([] { (void)(readings.noise == -1e39); }), "readings.noise real");
  EXPECT_EQ(refused([] { (void)(readings.level == 1e4000L); }), "readings.level double precision");
}

TEST(value, infinities_and_nan_are_values) {
  const double infinity = std::numeric_limits<double>::infinity();
  const auto sent = [](double given) {
    return *to_sql(select(readings.day).from(readings).where(readings.noise == given)).params[0];
  };
  EXPECT_EQ(sent(infinity), "Infinity");
  EXPECT_EQ(sent(-infinity), "-Infinity");
  EXPECT_EQ(sent(std::nan("")), "NaN");
  EXPECT_EQ(*to_sql(select(readings.day).from(readings).where(readings.level == -0.0)).params[0], "-0");
}

TEST(value, text_with_a_nul_byte) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(refused([&] { (void)to_sql(select(users.id).from(users).where(users.name == text)); }), "users.name text");
  EXPECT_EQ(refused([&] { (void)to_sql(select(users.id).from(users).where(in_(users.name, {text}))); }),
            "users.name text[]");
  EXPECT_EQ(refused([&] { (void)to_sql(select(users.id).from(users).where(like(users.email, text))); }),
            "users.email varchar");
  EXPECT_EQ(refused([&] { (void)to_sql(select(virga::sql<int>("length({})"_sql, text))); }), "a parameter text");
}

TEST(value, a_text_ends_where_the_text_ends) {
  // a view into a longer text, and an array with room behind its text
  const std::string_view view = std::string_view("Anna").substr(0, 3);
  const char padded[8] = "Ann";
  EXPECT_EQ(to_sql(select(users.id).from(users).where(users.name == view)).params, (values{"Ann"}));
  EXPECT_EQ(to_sql(select(users.id).from(users).where(users.name == padded)).params, (values{"Ann"}));
}

TEST(value, text_that_is_no_uuid_date_or_number) {
  EXPECT_EQ(refused([] { (void)(users.id == "not-a-uuid"); }), "users.id uuid");
  EXPECT_EQ(refused([] { (void)(users.id = "0190a0b0-c0d0-7e0f-8123-456789abcde"); }), "users.id uuid");
  EXPECT_EQ(refused([] { (void)(readings.day == "2024-02-30"); }), "readings.day date");
  EXPECT_EQ(refused([] { (void)(readings.price == "12,50"); }), "readings.price numeric");
  EXPECT_EQ(refused([] { (void)(users.created_at == "yesterday"); }), "users.created_at timestamp with time zone");
}

TEST(value, text_that_reads_as_the_columns_type_is_taken) {
  EXPECT_EQ(to_sql(select(users.name).from(users).where(users.id == "0190A0B0-C0D0-7E0F-8123-456789ABCDEF")).params,
            (values{"0190a0b0-c0d0-7e0f-8123-456789abcdef"}));
  EXPECT_EQ(to_sql(select(users.name).from(users).where(users.created_at < "2024-02-29 12:00:00+02")).params.size(),
            1U);
  EXPECT_EQ(to_sql(select(readings.day).from(readings).where(readings.price >= "12.50")).params, (values{"12.50"}));
}

TEST(value, is_no_part_of_the_message) {
  try {
    (void)(users.id == "secret-secret");
    FAIL();
  } catch (const virga::value_error& error) {
    EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos) << error.what();
  }
}

TEST(value, beside_an_expression_has_the_expressions_type) {
  EXPECT_EQ(refused([] { (void)(readings.station + 1 == std::int64_t{1} << 40); }), "a parameter integer");
}

TEST(value, an_optional_assignment_is_a_value_or_null) {
  const std::optional<int> none, some = 5;
  EXPECT_EQ(to_sql(update(users).set(users.age = none).all_rows()).params, (values{std::nullopt}));
  EXPECT_EQ(to_sql(update(users).set(users.age = some).all_rows()).params, (values{"5"}));
  EXPECT_EQ(to_sql(update(readings).set(readings.note = std::optional<std::string>("x")).all_rows()).params,
            (values{"x"}));
}

using new_reading = virga::infer_insert<readings>;
const auto day = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);

TEST(value, a_required_field_does_not_wrap_a_number_that_is_too_large) {
  EXPECT_THROW((void)to_sql(insert_into(readings).values(new_reading{.station = std::int64_t{5000000000}, .day = day})),
               virga::error);
  EXPECT_EQ(to_sql(insert_into(readings).values(new_reading{.station = std::int64_t{5}, .day = day})).params[0], "5");
}

TEST(value, a_nullable_field_does_not_wrap_a_number_that_is_too_large) {
  const int large = 70000;
  EXPECT_THROW((void)to_sql(insert_into(readings).values(new_reading{.station = 1, .day = day, .channel = large})),
               virga::error);
  EXPECT_EQ(to_sql(insert_into(readings).values(new_reading{.station = 1, .day = day, .channel = 7})).params[2], "7");
}

TEST(value, a_field_of_a_patch_does_not_wrap_a_number_that_is_too_large) {
  const int large = 70000;
  EXPECT_THROW((void)to_sql(update(readings).set(virga::infer_update<readings>{.channel = large}).all_rows()),
               virga::error);
}

TEST(value, a_field_takes_no_value_that_would_lose_a_part) {
  static_assert(!virga::field_takes<std::int32_t, double>);
  static_assert(virga::field_takes<std::int32_t, short>);
  static_assert(!virga::field_takes<std::int16_t, float>);
  SUCCEED();
}

}  // namespace
