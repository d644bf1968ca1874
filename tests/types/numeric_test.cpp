// SPDX-License-Identifier: BSL-1.0
#include "virga/types/numeric.hpp"

#include <cmath>

#include "types/codec_checks.hpp"

namespace {

using virga::decimal;
using virga::types::numeric;

TEST(decimal_value, is_made_from_integers_exactly) {
  EXPECT_EQ(decimal().text(), "0");
  EXPECT_EQ(decimal(-7).text(), "-7");
  EXPECT_EQ(decimal(INT64_MIN).text(), "-9223372036854775808");
  EXPECT_EQ(decimal(UINT64_MAX).text(), "18446744073709551615");
  static_assert(!std::is_constructible_v<decimal, double> && !std::is_constructible_v<decimal, bool> &&
                !std::is_constructible_v<decimal, char>);
  static_assert(!std::is_convertible_v<std::string_view, decimal> && std::is_convertible_v<short, decimal>);
}

TEST(decimal_value, is_kept_in_the_form_the_server_writes) {
  const std::pair<const char*, const char*> cases[] = {{"0", "0"},
                                                       {"-0", "0"},
                                                       {"-0.00", "0.00"},
                                                       {"007", "7"},
                                                       {"+1.50", "1.50"},
                                                       {".5", "0.5"},
                                                       {"5.", "5"},
                                                       {"-.5", "-0.5"},
                                                       {"00.10", "0.10"},
                                                       {"1e3", "1000"},
                                                       {"1E-9", "0.000000001"},
                                                       {"1e-9", "0.000000001"},
                                                       {"1.20e1", "12.0"},
                                                       {"1.20e2", "120"},
                                                       {"1.2e5", "120000"},
                                                       {"-12.345e-2", "-0.12345"},
                                                       {"0.00012e3", "0.12"},
                                                       {"0e5", "0"},
                                                       {"0.0e-2", "0.000"},
                                                       {"-0e-3", "0.000"},
                                                       {"123.456e0", "123.456"},
                                                       {"1e+2", "100"},
                                                       {"0012.5e1", "125"},
                                                       {"NaN", "NaN"},
                                                       {"Infinity", "Infinity"},
                                                       {"-Infinity", "-Infinity"}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(decimal(text).text(), expected) << text;
}

TEST(decimal_value, refuses_other_text) {
  for (const char* text :
       {"",    "-",  "+",  ".",   "-.",  "1.2.3", "1e",  "1e+", "1e-",  "1e+-5",     "1e1.5", "e5",  ".e5",
        "1,5", " 1", "1 ", "--1", "+-1", "0x10",  "nan", "inf", "-NaN", "+Infinity", "1_000", "1e5x"})
    EXPECT_EQ(tests::decode_fault<numeric>(text), "it is not a decimal number") << text;
  try {
    decimal("twelve");
    FAIL();
  } catch (const virga::error& wrong) {
    EXPECT_STREQ(wrong.what(), "virga: the text cannot be read as a decimal number: it is not a decimal number");
  }
}

TEST(decimal_value, has_the_limits_of_the_server) {
  constexpr const char* before = "it has more than 131072 digits before the point";
  constexpr const char* after = "it has more than 16383 digits after the point";
  const std::string nines(131072, '9'), small(16383, '1');
  EXPECT_EQ(decimal(nines + "." + small).text(), nines + "." + small);
  EXPECT_EQ(decimal("000" + nines).text(), nines);
  EXPECT_EQ(tests::decode_fault<numeric>(nines + "0"), before);
  EXPECT_EQ(tests::decode_fault<numeric>("0." + small + "0"), after);
  EXPECT_EQ(decimal("1e131071").text(), "1" + std::string(131071, '0'));
  EXPECT_EQ(decimal("0.001e131074").text().size(), 131072u);
  EXPECT_EQ(tests::decode_fault<numeric>("1e131072"), before);
  EXPECT_EQ(decimal("1e-16383").text(), "0." + std::string(16382, '0') + "1");
  EXPECT_EQ(tests::decode_fault<numeric>("1e-16384"), after);
  EXPECT_EQ(tests::decode_fault<numeric>("1e1000000000"), before);
  EXPECT_EQ(tests::decode_fault<numeric>("1e-1000000000"), after);
  EXPECT_EQ(tests::decode_fault<numeric>("1e99999999999999999999999"), before);
  EXPECT_EQ(tests::decode_fault<numeric>("1e-99999999999999999999999"), after);
  EXPECT_EQ(tests::decode_fault<numeric>("0e-99999999999999999999999"), after);
  EXPECT_EQ(decimal("0e1000000").text(), "0");
  decimal kept(5);
  EXPECT_NE(decimal::parse("1e131072", kept), nullptr);
  EXPECT_NE(decimal::parse(nines + "0", kept), nullptr);
  EXPECT_EQ(kept.text(), "5");
}

TEST(decimal_value, is_ordered_by_number_as_in_the_server) {
  const decimal ascending[] = {
      decimal("-Infinity"), decimal("-1000"), decimal("-99.5"), decimal("-99.05"), decimal(-1),         decimal("-0.1"),
      decimal(0),           decimal("0.01"),  decimal("0.1"),   decimal("0.11"),   decimal(1),          decimal("1.5"),
      decimal(2),           decimal(10),      decimal("10.01"), decimal("1e100"),  decimal("Infinity"), decimal("NaN")};
  for (const decimal& left : ascending)
    for (const decimal& right : ascending) EXPECT_EQ(left <=> right, &left <=> &right) << left.text() << right.text();
  EXPECT_EQ(decimal("1.0"), decimal("1.00"));
  EXPECT_EQ(decimal("-1.0"), decimal(-1));
  EXPECT_EQ(decimal("0.00"), decimal("-0"));
  EXPECT_EQ(decimal("NaN"), decimal("NaN"));
  EXPECT_EQ(decimal("5.000"), 5);
  EXPECT_LT(decimal("4.99"), 5);
  EXPECT_NE(decimal("1.001"), decimal("1.0010001"));
}

TEST(decimal_value, gives_the_nearest_double) {
  EXPECT_EQ(decimal("0.1").to_double(), 0.1);
  EXPECT_EQ(decimal("-1e308").to_double(), -1e308);
  EXPECT_EQ(decimal("1e400").to_double(), HUGE_VAL);
  EXPECT_EQ(decimal("-1e400").to_double(), -HUGE_VAL);
  EXPECT_EQ(decimal("1e-400").to_double(), 0);
  EXPECT_TRUE(std::signbit(decimal("-1e-400").to_double()));
  EXPECT_EQ(decimal("5e-324").to_double(), 5e-324);
  EXPECT_EQ(decimal("-Infinity").to_double(), -HUGE_VAL);
  EXPECT_TRUE(std::isnan(decimal("NaN").to_double()));
  EXPECT_TRUE(decimal("NaN").is_nan());
  EXPECT_FALSE(decimal("NaN").is_finite() || decimal("-Infinity").is_finite());
  EXPECT_TRUE(decimal("1.5").is_finite() && !decimal("1.5").is_nan());
}

TEST(decimal_value, moved_from_is_refused_but_safe) {
  decimal from("123456789012345678901234567890");
  const decimal to = std::move(from);
  EXPECT_EQ(tests::encode_fault<numeric>(from), "it was moved from");  // NOLINT(bugprone-use-after-move)
  EXPECT_TRUE(from < to && from == from);
  EXPECT_EQ(from.to_double(), 0);
}

TEST(decimal_value, can_be_read_from_its_own_text) {
  for (const char* text :
       {"0", "0.000000000000000000000", "-0.5000000000000000000001", "12345678901234567890.5", "-7"}) {
    decimal value(text);
    EXPECT_EQ(decimal::parse(value.text(), value), nullptr);
    EXPECT_EQ(value.text(), text);
  }
}

// `text` moved by its own exponent, the long way: with the digits written out.
TEST(decimal_value, exponents_move_the_point_exactly) {
  tests::generator random(8);
  for (int i = 0; i < 5000; ++i) {
    const std::string digits =
        std::to_string(random.next() >> random.below(60)) + random.bytes(random.below(20), "0123456789");
    const auto exponent = random.between(-60, 60);
    const std::size_t point = random.below(digits.size() + 1);
    const std::string text = digits.substr(0, point) + "." + digits.substr(point) + "e" + std::to_string(exponent);
    const std::string zeros(130, '0');
    const std::string all = zeros + digits + zeros;
    const auto cut = static_cast<std::size_t>(static_cast<std::int64_t>(130 + point) + exponent);
    const std::string expected = all.substr(0, cut) + "." + all.substr(cut);
    EXPECT_EQ(decimal(text), decimal(expected)) << text;
    EXPECT_EQ(decimal(text), decimal(decimal(text).text()));
  }
}

TEST(numeric_type, keeps_every_digit) {
  tests::generator random(9);
  for (int i = 0; i < 10000; ++i) {
    std::string text = random.below(2) != 0 ? "-" : "";
    text += static_cast<char>('1' + random.below(9));
    text += random.bytes(random.below(50), "0123456789");
    if (random.below(3) != 0) text += "." + random.bytes(1 + random.below(50), "0123456789");
    EXPECT_EQ(tests::decoded<numeric>(text).text(), text);
    EXPECT_EQ(tests::encoded<numeric>(decimal(text)), text);
  }
  for (const char* text : {"NaN", "Infinity", "-Infinity", "0", "0.00", "-0.10"})
    EXPECT_EQ(tests::encoded<numeric>(tests::decoded<numeric>(text)), text);
}

TEST(numeric_type, survives_any_text) {
  tests::expect_soundness<numeric>({"0", "-12.3400", "1.5e-12", "1E+20", "NaN", "-Infinity"},
                                   "0123456789.-+eENaInfity");
}

}  // namespace
