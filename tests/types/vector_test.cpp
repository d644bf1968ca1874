// SPDX-License-Identifier: BSL-1.0
#include "virga/types/vector.hpp"

#include <limits>

#include "types/codec_checks.hpp"
#include "virga/types/array.hpp"

namespace {

using virga::nearest_half;
using virga::sparse_vector;
using virga::types::halfvec;
using virga::types::sparsevec;
using virga::types::vector;
constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// What a half of these 16 bits is. Source: IEEE 754, binary16.
float half(unsigned bits) {
  const int exponent = static_cast<int>(bits >> 10 & 31);
  const auto fraction = static_cast<float>(bits & 1023);
  const float size = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
  return (bits & 0x8000) != 0 ? -size : size;
}

TEST(vector_type, writes_and_reads_numbers) {
  EXPECT_EQ(tests::encoded<vector>({1, 2.5, -3e-20F}), "[1,2.5,-3e-20]");
  EXPECT_EQ(tests::decoded<vector>("[1,2.5,-3e-20]"), (std::vector{1.F, 2.5F, -3e-20F}));
  tests::expect_round_trip<vector>(std::vector<float>(16000, 0.1F));
  tests::expect_round_trip<virga::types::array_of<vector>>({{1, 2}, {3}});
  EXPECT_EQ(tests::encode_fault<vector>({}), "it has no numbers");
  EXPECT_EQ(tests::encode_fault<vector>(std::vector<float>(16001, 1)), "it has more than 16000 numbers");
  for (const float each : {infinity, -infinity, nan})
    EXPECT_EQ(tests::encode_fault<vector>({1, each}), "it has a number that is not finite");
  EXPECT_EQ(tests::decode_fault<vector>("[1,NaN]"), "it has a number that is not finite");
  std::string long_text = "[1";
  for (int i = 0; i < 16000; ++i) long_text += ",1";
  EXPECT_EQ(tests::decode_fault<vector>(long_text + "]"), "it has more than 16000 numbers");
  for (const char* text :
       {"", "[", "[]", "1,2", "[1,2", "1,2]", "(1,2)", "[[1]", "[1]]", "[1,2]]", "[1,]", "[,1]", "[1, 2]"})
    EXPECT_NE(tests::decode_fault<vector>(text), "") << text;
}

TEST(halfvec_type, holds_every_half_and_nothing_else) {
  for (unsigned bits = 0; bits < 0x7c00; ++bits) {
    for (const unsigned signed_bits : {bits, bits | 0x8000}) {
      const float number = half(signed_bits);
      ASSERT_EQ(nearest_half(number), number);
      ASSERT_EQ(tests::encode_fault<halfvec>({number}), "");
      ASSERT_EQ(tests::decoded<halfvec>(tests::encoded<halfvec>({number})), std::vector{number});
    }
    if (bits == 0) continue;
    // Halfway between two the even one is nearest, and anything off the middle goes to its own side.
    const float low = half(bits - 1), high = half(bits), middle = (low + high) / 2;
    ASSERT_EQ(nearest_half(middle), bits % 2 == 0 ? high : low);
    ASSERT_EQ(nearest_half(std::nextafter(middle, 0.F)), low);
    ASSERT_EQ(nearest_half(-std::nextafter(middle, infinity)), -high);
    ASSERT_NE(tests::encode_fault<halfvec>({middle}), "");
  }
  EXPECT_EQ(half(0x7bff), 65504);
  EXPECT_EQ(nearest_half(65519.996F), 65504);
  EXPECT_EQ(nearest_half(65520.F), infinity);
  EXPECT_EQ(nearest_half(-1e30F), -infinity);
  EXPECT_EQ(nearest_half(std::vector{0.1F, 1e-30F}), (std::vector{0.0999755859375F, 0.F}));
  EXPECT_EQ(tests::encode_fault<halfvec>({0.1F}),
            "it has a number that half precision does not have; virga::nearest_half rounds");
  EXPECT_EQ(tests::encode_fault<halfvec>({infinity}), "it has a number that is not finite");
  EXPECT_EQ(tests::decode_fault<halfvec>("[65536]"),
            "it has a number that half precision does not have; virga::nearest_half rounds");
}

TEST(sparsevec_type, writes_and_reads_what_is_not_zero) {
  const sparse_vector in{5, {{1, 1.5F}, {3, -2}}};
  EXPECT_EQ(tests::encoded<sparsevec>(in), "{1:1.5,3:-2}/5");
  EXPECT_EQ(tests::decoded<sparsevec>("{1:1.5,3:-2}/5"), in);
  EXPECT_EQ(tests::encoded<sparsevec>({1000000000, {}}), "{}/1000000000");
  EXPECT_EQ(tests::decoded<sparsevec>("{}/7"), (sparse_vector{7, {}}));
  constexpr const char* indices = "its indices do not ascend from 1 to the number of dimensions";
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{3, 1}, {1, 1}}}), indices);
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{3, 1}, {3, 1}}}), indices);
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{0, 1}}}), indices);
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{6, 1}}}), indices);
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{1, 0}}}), "it has a zero, which a sparse vector leaves out");
  EXPECT_EQ(tests::encode_fault<sparsevec>({5, {{1, nan}}}), "it has a number that is not finite");
  for (const std::int32_t dimensions : {0, -1, 1000000001})
    EXPECT_EQ(tests::encode_fault<sparsevec>({dimensions, {}}), "it has not 1 to 1000000000 dimensions");
  sparse_vector large{20000, {}};
  for (std::int32_t i = 1; i <= 16001; ++i) large.elements.push_back({i, 1});
  EXPECT_EQ(tests::encode_fault<sparsevec>(large), "it has more than 16000 numbers that are not zero");
  large.elements.pop_back();
  tests::expect_round_trip<sparsevec>(large);
  std::string text = tests::encoded<sparsevec>(large);
  text.insert(text.find('}'), ",16001:1");
  EXPECT_EQ(tests::decode_fault<sparsevec>(text), "it has more than 16000 numbers that are not zero");
  for (const char* broken : {"", "{", "{}", "{}/", "{}/x", "{1:1}", "{1}/5", "{1:}/5", "{:1}/5", "{1:1,}/5", "{-1:1}/5",
                             "{1:1/5", "{1:1}/5 ", "[1]", "{1:1}/-5", "{9999999999:1}/5", "{}/9999999999"})
    EXPECT_NE(tests::decode_fault<sparsevec>(broken), "") << broken;
}

TEST(vector_type, survives_any_text) {
  tests::expect_soundness<vector>({"[1,2.5,-3e-20]"}, "0123.,[]e-");
  tests::expect_soundness<halfvec>({"[1,2.5,-0.25]"}, "0125.,[]e-");
  tests::expect_soundness<sparsevec>({"{1:1.5,3:-2}/5", "{}/7"}, "0123.,{}:/-");
}

}  // namespace
