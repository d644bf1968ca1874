// SPDX-License-Identifier: BSL-1.0
#include "virga/types/enumeration.hpp"

#include "types/codec_checks.hpp"
#include "support/moods.hpp"
#include "virga/types/array.hpp"

namespace {

using tests::colour;
using tests::mood;
using virga::types::array_of;
using virga::types::enumeration;

TEST(enumeration_type, has_the_name_of_the_type_in_sql) {
  EXPECT_EQ(enumeration<mood>::name, R"("Mood ""of"" a day")");
  EXPECT_EQ(enumeration<colour>::name, R"("paint"."colour")");
  EXPECT_EQ(array_of<enumeration<colour>>::name, R"("paint"."colour"[])");
  static_assert(std::is_same_v<virga::type_of<mood>, enumeration<mood>>);
  enum class plain { none };
  static_assert(!virga::has_default_type<plain> && !virga::labelled_enum<plain> && !virga::labelled_enum<int>);
}

TEST(enumeration_type, writes_and_reads_labels) {
  for (const auto& [value, label] : virga::enum_labels<mood>.labels) {
    EXPECT_EQ(tests::encoded<enumeration<mood>>(value), label);
    EXPECT_EQ(tests::decoded<enumeration<mood>>(label), value);
  }
  EXPECT_EQ(tests::decoded<enumeration<mood>>("sad"), mood::sad);
  tests::expect_round_trip<array_of<enumeration<mood>>>({mood::it_is, mood::happy, mood::sad});
  tests::expect_round_trip<array_of<enumeration<colour>>>({colour::green});
}

TEST(enumeration_type, refuses_what_has_no_label) {
  for (const char* text : {"", "Sad", "sad ", "sa", "saddest", "unlabelled", "7"})
    EXPECT_EQ(tests::decode_fault<enumeration<mood>>(text),
              "the label is not in virga::enum_labels of this enumeration")
        << text;
  EXPECT_EQ(tests::encode_fault<enumeration<mood>>(mood::unlabelled),
            "the enumerator has no label in virga::enum_labels");
  EXPECT_NE(tests::encode_fault<enumeration<mood>>(static_cast<mood>(200)), "");
}

}  // namespace
