// SPDX-License-Identifier: BSL-1.0
#include "virga/types/stored_as.hpp"

#include "types/codec_checks.hpp"
#include "support/own_types.hpp"
#include "virga/types/types.hpp"

namespace {

using namespace virga::types;
using tests::cents;
using tests::email;
using tests::level;
using tests::mood;
using tests::order_id;

TEST(stored_as, a_struct_of_one_value_is_that_value) {
  using type = as_type<bigint, order_id>;
  static_assert(virga::sql_type<type> && type::name == "bigint");
  EXPECT_EQ(tests::encoded<type>({-42}), "-42");
  EXPECT_EQ(tests::decoded<type>("9223372036854775807"), order_id{INT64_MAX});
  EXPECT_EQ(tests::decode_fault<type>("9223372036854775808"), "the number is out of range");
}

TEST(stored_as, an_enumeration_is_its_number) {
  using type = as_type<integer, level>;
  EXPECT_EQ(tests::encoded<type>(level::low), "-1");
  EXPECT_EQ(tests::decoded<type>("1"), level::high);
  EXPECT_EQ(tests::decoded<type>("-128"), static_cast<level>(-128));
  for (const char* text : {"128", "-129", "256", "2147483647"})
    EXPECT_EQ(tests::decode_fault<type>(text), "the number is out of the enumeration's range") << text;
  using wide = as_type<bigint, tests::wide_level>;
  EXPECT_EQ(tests::encode_fault<wide>(tests::wide_level::beyond), "the number is out of range");
  EXPECT_EQ(tests::decode_fault<wide>("-1"), "the number is out of the enumeration's range");
  EXPECT_EQ(tests::encoded<wide>(tests::wide_level::none), "0");
}

TEST(stored_as, an_enumeration_with_labels_is_one_of_those_it_knows) {
  using number = as_type<smallint, mood>;
  EXPECT_EQ(tests::encoded<number>(mood::happy), "7");
  EXPECT_EQ(tests::decoded<number>("7"), mood::happy);
  for (const char* text : {"3", "8"})
    EXPECT_EQ(tests::decode_fault<number>(text), "the value is not one of the program's own type") << text;
  using label = as_type<varchar, mood>;
  EXPECT_EQ(tests::encoded<label>(mood::sad), "sad");
  EXPECT_EQ(tests::decoded<label>("sad"), mood::sad);
  EXPECT_EQ(tests::decode_fault<label>("Sad"), "the label is not in virga::enum_labels of this enumeration");
  EXPECT_EQ(tests::encode_fault<label>(mood::unlabelled), "the enumerator has no label in virga::enum_labels");
}

TEST(stored_as, a_specialisation_converts_and_may_refuse) {
  using amount = as_type<numeric, cents>;
  EXPECT_EQ(tests::encoded<amount>(cents(-150)), "-1.50");
  EXPECT_EQ(tests::encoded<amount>(cents(5)), "0.05");
  EXPECT_EQ(tests::decoded<amount>("12345678901.05"), cents(1234567890105));
  EXPECT_EQ(tests::decode_fault<amount>("1.5"), "the value is not one of the program's own type");
  EXPECT_EQ(tests::decode_fault<amount>("x"), "it is not a decimal number");
  using address = as_type<text, email>;
  EXPECT_EQ(tests::encoded<address>(email("a@b")), "a@b");
  EXPECT_EQ(tests::decoded<address>("a@b"), email("a@b"));
  EXPECT_EQ(tests::decode_fault<address>("ab"), "the value is not one of the program's own type");
  EXPECT_NE(tests::encode_fault<address>(email(std::string("@\0", 2))), "");
}

TEST(stored_as, keeps_what_the_type_is_in_sql) {
  static_assert(virga::name_in_cast<as_type<character, email>> == "bpchar");
  static_assert(is_array<as_type<array_of<bigint>, std::vector<std::int64_t>>>);
  static_assert(!storable<order_id, std::int32_t> && !storable<int, std::int32_t> && !storable<level, bool> &&
                !storable<level, std::string> && !storable<cents, std::int64_t>);
  tests::expect_round_trip<array_of<as_type<bigint, order_id>>>({{1}, {-2}});
  tests::expect_round_trip<array_of<as_type<text, email>>>({email("a@\"b"), email("@")});
}

TEST(stored_as, survives_any_text) {
  tests::expect_soundness<as_type<integer, level>>({"1", "-128"}, "0123456789-");
  tests::expect_soundness<as_type<bigint, order_id>>({"9223372036854775807"}, "0123456789-");
}

}  // namespace
