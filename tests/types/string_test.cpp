// SPDX-License-Identifier: BSL-1.0
#include "virga/types/string.hpp"

#include "types/codec_checks.hpp"
#include "virga/types/json.hpp"

namespace {

using namespace virga::types;

template <class Type>
class string_type : public testing::Test {};
using string_types = testing::Types<text, varchar, character, json, jsonb>;
TYPED_TEST_SUITE(string_type, string_types);

TYPED_TEST(string_type, keeps_every_character_but_nul) {
  for (int c = 1; c < 128; ++c) tests::expect_round_trip<TypeParam>(std::string(3, static_cast<char>(c)));
  for (const char* in :
       {"", "a", "  blank padded  ", "{}", "NULL", "\\", "it's", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x8c\xa7"})
    tests::expect_round_trip<TypeParam>(in);
  tests::generator random(3);
  for (int i = 0; i < 3000; ++i) {
    tests::expect_round_trip<TypeParam>(random.characters(random.below(60)));
  }
}

TYPED_TEST(string_type, refers_to_the_string_without_a_copy) {
  const std::string in = "short";
  virga::parameter_text out;
  ASSERT_EQ(TypeParam::encode(in, out), nullptr);
  EXPECT_EQ(out.data(), in.c_str());
}

TYPED_TEST(string_type, refuses_a_nul_byte) {
  constexpr const char* wrong = "it contains a NUL byte, which PostgreSQL text cannot hold";
  EXPECT_EQ(tests::encode_fault<TypeParam>(std::string(1, '\0')), wrong);
  EXPECT_EQ(tests::encode_fault<TypeParam>(std::string("ab\0", 3)), wrong);
  EXPECT_EQ(tests::encode_fault<TypeParam>(std::string("\0ab", 3)), wrong);
}

TEST(string_limits, a_gigabyte_is_too_large) {
  // The size alone decides; nothing of that size is made or read.
  const char byte = 'a';
  EXPECT_STREQ(check_text({&byte, largest_text + 1}), "it is larger than the 1 GB a PostgreSQL value can hold");
  EXPECT_EQ(check_text({}), nullptr);
}

TEST(string_names, are_those_of_the_server) {
  EXPECT_EQ(text::name, "text");
  EXPECT_EQ(varchar::name, "varchar");
  EXPECT_EQ(character::name, "character");
  EXPECT_EQ(virga::name_in_cast<varchar>, "varchar");
  EXPECT_EQ(virga::name_in_cast<character>, "bpchar");
}

}  // namespace
