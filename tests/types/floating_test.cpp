// SPDX-License-Identifier: BSL-1.0
#include "virga/types/floating.hpp"

#include <bit>
#include <cmath>

#include "types/codec_checks.hpp"

namespace {

using namespace virga::types;

template <class Type>
class floating_type : public testing::Test {};
using floating_types = testing::Types<real, double_precision>;
TYPED_TEST_SUITE(floating_type, floating_types);

template <class Value>
using bits_of = std::conditional_t<sizeof(Value) == 4, std::uint32_t, std::uint64_t>;

template <class Type>
void expect_same_bits(typename Type::value in) {
  using bits = bits_of<typename Type::value>;
  const std::string text = tests::encoded<Type>(in);
  ASSERT_EQ(std::bit_cast<bits>(tests::decoded<Type>(text)), std::bit_cast<bits>(in)) << text;
}

TYPED_TEST(floating_type, round_trips_bit_for_bit) {
  using value = typename TypeParam::value;
  using limits = std::numeric_limits<value>;
  for (const value edge : {value(0), value(0.1), value(1) / 3, limits::min(), limits::max(), limits::denorm_min(),
                           limits::epsilon(), std::nextafter(limits::min(), value(0)), limits::infinity()}) {
    expect_same_bits<TypeParam>(edge);
    expect_same_bits<TypeParam>(-edge);
  }
  tests::generator random(2);
  for (int i = 0; i < 20000; ++i) {
    const auto any = std::bit_cast<value>(static_cast<bits_of<value>>(random.next()));
    if (!std::isnan(any)) expect_same_bits<TypeParam>(any);
    expect_same_bits<TypeParam>(limits::denorm_min() * static_cast<value>(random.below(1 << 20)));
  }
}

TYPED_TEST(floating_type, spells_the_special_values_as_the_server_does) {
  using value = typename TypeParam::value;
  using limits = std::numeric_limits<value>;
  EXPECT_EQ(tests::encoded<TypeParam>(limits::infinity()), "Infinity");
  EXPECT_EQ(tests::encoded<TypeParam>(-limits::infinity()), "-Infinity");
  EXPECT_EQ(tests::encoded<TypeParam>(limits::quiet_NaN()), "NaN");
  EXPECT_EQ(tests::encoded<TypeParam>(-limits::quiet_NaN()), "NaN");
  EXPECT_EQ(tests::encoded<TypeParam>(value(-0.0)), "-0");
  EXPECT_TRUE(std::isnan(tests::decoded<TypeParam>("NaN")));
}

TYPED_TEST(floating_type, never_turns_a_number_into_infinity_or_zero) {
  for (const char* text : {"1e400", "-1e400", "1e-400", "-1e-400", "1e999999999999"})
    EXPECT_EQ(tests::decode_fault<TypeParam>(text), "the number is out of range") << text;
  EXPECT_EQ(tests::decoded<TypeParam>("0e999"), 0);
}

TEST(real_type, has_the_range_of_four_bytes) {
  for (const char* text : {"1e39", "3.4028236e38", "1e-46", "7e-46"})
    EXPECT_EQ(tests::decode_fault<real>(text), "the number is out of range") << text;
  EXPECT_EQ(tests::decoded<real>("3.4028235e+38"), std::numeric_limits<float>::max());
  EXPECT_EQ(tests::decoded<real>("1e-45"), std::numeric_limits<float>::denorm_min());
  EXPECT_EQ(tests::encoded<real>(0.1f), "0.1");
}

TEST(double_type, has_the_range_of_eight_bytes) {
  EXPECT_EQ(tests::decoded<double_precision>("5e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(tests::decode_fault<double_precision>("2e-324"), "the number is out of range");
  EXPECT_EQ(tests::decoded<double_precision>("1.7976931348623157e+308"), std::numeric_limits<double>::max());
  EXPECT_EQ(tests::decode_fault<double_precision>("1.7976931348623159e+308"), "the number is out of range");
  EXPECT_EQ(tests::encoded<double_precision>(0.1), "0.1");
  EXPECT_EQ(tests::encoded<double_precision>(1e22), "1e+22");
}

TYPED_TEST(floating_type, refuses_what_is_not_a_number) {
  for (const char* text :
       {"",         "-",    ".",         ".5",     "5.",   "-.5", "+1",  " 1", "1 ",   "inf", "nan",     "INFINITY",
        "infinity", "-NaN", "+Infinity", "nan(1)", "0x10", "1e",  "1e+", "e5", "1..2", "1-2", "Infinit", "1,5"})
    EXPECT_EQ(tests::decode_fault<TypeParam>(text), "it is not a number") << text;
}

TYPED_TEST(floating_type, survives_any_bytes) {
  tests::expect_soundness<TypeParam>({"0", "-1.5e+10", "1.17549435e-38", "Infinity", "-Infinity", "NaN"},
                                     "0123456789.-+eEINan");
}

}  // namespace
