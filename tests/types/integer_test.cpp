// SPDX-License-Identifier: BSL-1.0
#include "virga/types/integer.hpp"

#include <limits>

#include "types/codec_checks.hpp"

namespace {

using namespace virga::types;

template <class Type>
class integer_type : public testing::Test {};
using whole_types = testing::Types<smallint, integer, bigint>;
TYPED_TEST_SUITE(integer_type, whole_types);

TYPED_TEST(integer_type, round_trips_edges_and_everything_between) {
  using limits = std::numeric_limits<typename TypeParam::value>;
  for (const auto value : {limits::min(), limits::max()}) {
    tests::expect_round_trip<TypeParam>(value);
    EXPECT_EQ(tests::encoded<TypeParam>(value), std::to_string(value));
  }
  tests::generator random(1);
  for (int i = 0; i < 5000; ++i)
    tests::expect_round_trip<TypeParam>(static_cast<typename TypeParam::value>(random.of_any_length()));
  for (int i = -300; i <= 300; ++i) tests::expect_round_trip<TypeParam>(static_cast<typename TypeParam::value>(i));
}

TYPED_TEST(integer_type, says_when_a_number_is_out_of_range) {
  using limits = std::numeric_limits<typename TypeParam::value>;
  std::string above = std::to_string(limits::max()), below = std::to_string(limits::min());
  ++above.back();  // no limit ends in 9
  ++below.back();
  for (const std::string& text : {above, below, above + "0", std::string("99999999999999999999999"), "-" + above + "0"})
    EXPECT_EQ(tests::decode_fault<TypeParam>(text), "the number is out of range") << text;
}

TYPED_TEST(integer_type, refuses_what_is_not_a_whole_number) {
  for (const char* text :
       {"", "-", "+1", " 1", "1 ", "1.0", "1e2", "0x10", "--1", "one", "NaN", "1\n", "999999999999999999999999x"})
    EXPECT_EQ(tests::decode_fault<TypeParam>(text), "it is not a whole number") << text;
  EXPECT_EQ(tests::decode_fault<TypeParam>(std::string_view("1\0", 2)), "it is not a whole number");
  EXPECT_STREQ(TypeParam::decode({}, *std::make_unique<typename TypeParam::value>()), "it is not a whole number");
}

TYPED_TEST(integer_type, survives_any_bytes) {
  tests::expect_soundness<TypeParam>({"0", "-1", "32767", "-32768"}, "0123456789-+ .");
}

}  // namespace
