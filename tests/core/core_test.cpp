// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "virga/core/error.hpp"
#include "virga/core/name.hpp"
#include "virga/core/type_traits.hpp"

namespace {

using namespace virga::literals;

TEST(name_literal, carries_its_text_in_its_type) {
  static_assert(decltype("n"_name)::view() == "n");
  static_assert(!std::same_as<decltype("a"_name), decltype("b"_name)>);
  static_assert(decltype("select {}"_sql)::view() == "select {}");
  SUCCEED();
}

TEST(fixed_string, compares_and_keeps_embedded_bytes) {
  constexpr virga::fixed_string<4> a("a\0b");
  static_assert(a.view().size() == 3);
  static_assert(a == virga::fixed_string<4>("a\0b"));
  static_assert(!(a == virga::fixed_string<4>("a\0c")));
  SUCCEED();
}

TEST(pack, visits_in_order) {
  const virga::pack<int, std::string, bool> three{{1}, {"two"}, {true}};
  std::string seen;
  three.each([&](const auto& value) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, std::string>)
      seen += value;
    else
      seen += std::to_string(value);
  });
  EXPECT_EQ(seen, "1two1");
}

TEST(value_error, names_the_column_the_type_and_the_fault) {
  const virga::value_error error("users.age", "integer", "the number is out of range");
  EXPECT_STREQ(error.what(), "virga: the value for users.age (integer) cannot be sent: the number is out of range");
  EXPECT_EQ(error.column(), "users.age");
  EXPECT_EQ(error.type(), "integer");
}

TEST(decode_error, names_the_column_the_type_and_the_text_received) {
  const virga::decode_error error("users.age", "integer", "forty", "it is not a whole number");
  EXPECT_STREQ(error.what(), "virga: cannot read users.age as integer: it is not a whole number; received \"forty\"");
  EXPECT_EQ(error.received(), "forty");
}

}  // namespace
