// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it depends on which headers are included.
#include "virga/types/default_type.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "virga/types/types.hpp"

namespace {

using namespace virga::types;

template <class Cpp, class Type>
constexpr bool maps = std::is_same_v<virga::type_of<Cpp>, Type>;

TEST(default_type, is_what_the_documentation_says) {
  static_assert(maps<bool, boolean> && maps<short, smallint> && maps<int, integer> && maps<long long, bigint>);
  static_assert(maps<long, std::conditional_t<sizeof(long) == 8, bigint, integer>>);
  static_assert(maps<std::int16_t, smallint> && maps<std::int32_t, integer> && maps<std::int64_t, bigint>);
  static_assert(maps<float, real> && maps<double, double_precision> && maps<virga::decimal, numeric>);
  static_assert(maps<std::string, text> && maps<std::string_view, text> && maps<const char*, text>);
  static_assert(maps<boost::uuids::uuid, uuid> && maps<std::vector<std::byte>, bytea>);
  static_assert(maps<timestamptz::value, timestamptz> && maps<date::value, date>);
  static_assert(maps<std::vector<int>, array_of<integer>> && maps<std::vector<std::string>, array_of<text>>);
  static_assert(maps<std::vector<bool>, array_of<boolean>>);
  static_assert(maps<std::vector<std::vector<std::byte>>, array_of<bytea>>);
}

TEST(default_type, is_missing_where_a_choice_would_lose_values) {
  static_assert(!virga::has_default_type<unsigned> && !virga::has_default_type<unsigned long>);
  static_assert(!virga::has_default_type<char> && !virga::has_default_type<long double>);
  static_assert(!virga::has_default_type<std::vector<unsigned>>);
  static_assert(!virga::has_default_type<std::vector<std::vector<int>>>);
}

TEST(default_type, every_tag_is_a_sql_type) {
  const auto all = []<class... Type>(std::type_identity<Type>...) { return (virga::sql_type<Type> && ...); };
  EXPECT_TRUE(all(std::type_identity<boolean>(), std::type_identity<smallint>(), std::type_identity<integer>(),
                  std::type_identity<bigint>(), std::type_identity<real>(), std::type_identity<double_precision>(),
                  std::type_identity<numeric>(), std::type_identity<text>(), std::type_identity<varchar>(),
                  std::type_identity<character>(), std::type_identity<uuid>(), std::type_identity<bytea>(),
                  std::type_identity<date>(), std::type_identity<timestamptz>(), std::type_identity<json>(),
                  std::type_identity<jsonb>(), std::type_identity<array_of<text>>()));
}

}  // namespace
