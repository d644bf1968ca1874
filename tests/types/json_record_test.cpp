// SPDX-License-Identifier: BSL-1.0
#include "virga/types/json_record.hpp"

#include <bit>
#include <cstring>

#include "types/codec_checks.hpp"
#include "support/settings.hpp"

namespace {

using namespace virga::types;
using tests::rule;
using tests::settings;
using type = as_type<jsonb, settings>;
using rule_type = as_type<json, rule>;

TEST(json_record, is_an_object_of_its_members) {
  static_assert(virga::sql_type<type> && type::name == "jsonb");
  EXPECT_EQ(tests::encoded<type>(tests::some_settings()),
            R"({"theme":"light","shown":true,"count":-9223372036854775808,"ratio":0.1,"price":12345678901234567890.10,)"
            R"("note":"\"quoted\" \\ \u000a é","rules":[{"name":"first","width":7},{"name":"second"}],)"
            R"("groups":{"":[],"a b":[1,2]},"key":"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"})");
  tests::expect_round_trip<type>(tests::some_settings());
  tests::expect_round_trip<type>(settings{});
}

TEST(json_record, is_read_in_any_layout) {
  EXPECT_EQ(tests::decoded<rule_type>(" {\n\"width\" : 7 , \"name\":\"\\u0041\\ud83c\\udf27\\/\" } "),
            (rule{"A\xf0\x9f\x8c\xa7/", 7}));
  EXPECT_EQ(tests::decoded<rule_type>(R"({"name":"a","width":null})"), (rule{"a", std::nullopt}));
}

TEST(json_record, says_where_what_is_wrong) {
  const auto fault = [](const char* text) { return tests::decode_fault<rule_type>(text); };
  EXPECT_EQ(fault("[]"), "an object is wanted here, and it is []");
  EXPECT_EQ(fault(R"({"width":7})"), R"(the member name is missing in {"width":7})");
  EXPECT_EQ(fault(R"({"name":"a","colour":[1]})"), "at $.colour: the struct has no member of this name; it is [1]");
  EXPECT_EQ(fault(R"({"name":"a","name":"b"})"), "at $.name: the object has this member twice");
  EXPECT_EQ(fault(R"({"name":null})"), "at $.name: a string is wanted here, and it is null");
  EXPECT_EQ(fault(R"({"name":"a","width":"wide"})"), R"(at $.width: a number is wanted here, and it is "wide")");
  for (const char* width : {"2147483648", "1.0", "1e2"})
    EXPECT_EQ(
        fault((R"({"name":"a","width":)" + std::string(width) + "}").c_str()),
        "at $.width: a whole number from -2147483648 to 2147483647 is wanted here, and it is " + std::string(width));
  EXPECT_EQ(fault(R"({"name":"a"} x)"), "it is not JSON");
  using rules = as_type<jsonb, std::vector<rule>>;
  EXPECT_EQ(tests::decode_fault<rules>(R"([{"name":"a"},{"name":true}])"),
            "at $[1].name: a string is wanted here, and it is true");
  const auto changed = [](const char* from, const char* to) {
    std::string text = tests::encoded<type>(tests::some_settings());
    return tests::decode_fault<type>(text.replace(text.find(from), std::strlen(from), to));
  };
  EXPECT_EQ(changed("light", "grey"), "at $.theme: \"grey\" is none of the enumeration's names");
  EXPECT_EQ(changed(",2]", ",[]]"), "at $.groups.a b[1]: a number is wanted here, and it is []");
  EXPECT_EQ(changed("a0e", "x"),
            "at $.key: \"xebc99-9c0b-4ef8-bb6d-6bb9bd380a11\" is not of type uuid: it is not a UUID");
  EXPECT_EQ(changed("0.1", "0.12345678901234567890"),
            "at $.ratio: 0.12345678901234567890 is more than the C++ type keeps; virga::decimal keeps it");
}

TEST(json_record, refuses_what_json_has_not) {
  settings infinite;
  infinite.ratio = std::numeric_limits<double>::infinity();
  EXPECT_EQ(tests::encode_fault<type>(infinite), "JSON has no infinity and no NaN");
  settings nameless;
  nameless.theme = static_cast<tests::theme>(9);
  EXPECT_EQ(tests::encode_fault<type>(nameless), "an enumerator in it has no name");
}

TEST(json_record, numbers_are_kept_digit_for_digit_or_refused) {
  using number = as_type<jsonb, std::vector<double>>;
  for (const char* text :
       {"[0.1]", "[1e308]", "[5e-324]", "[-0]", "[-0.0]", "[0e999999999999999999999]", "[100000000000000000000]",
        "[0.30000000000000004]", "[1.7976931348623157e308]", "[0.10]", "[100e-2]", "[0.000010e5]"})
    EXPECT_EQ(tests::decode_fault<number>(text), "") << text;
  for (const char* text : {"[9007199254740993]", "[0.30000000000000003]", "[1e309]", "[1e-400]",
                           "[1e99999999999999999999]", "[123456789.1234567891]"})
    EXPECT_NE(tests::decode_fault<number>(text).find("more than the C++ type keeps"), std::string::npos) << text;
  tests::generator random(7);
  for (int i = 0; i < 20000; ++i) {
    const double any = std::bit_cast<double>(random.next());
    if (any - any == 0) tests::expect_round_trip<number>({any});
  }
  EXPECT_EQ(tests::encoded<number>({1, -0.0}), "[1.0,-0.0]");
}

TEST(json_record, a_member_may_be_any_json) {
  using any = as_type<jsonb, std::map<std::string, virga::json_text>>;
  EXPECT_EQ(tests::encoded<any>(tests::decoded<any>(R"({"a" : [1.000, {}]})")), R"({"a":[1.000, {}]})");
  EXPECT_EQ(tests::encode_fault<any>({{"a", {"1 2"}}}), "it is not JSON");
}

TEST(json_record, decoders_are_sound) {
  tests::expect_soundness<rule_type>({R"({"name":"a\u00e9\ud83c\udf27","width":-7})"}, "\"\\{}[]:,u0tn");
  tests::expect_soundness<as_type<json, std::map<std::string, std::vector<std::optional<double>>>>>(
      {R"({"a": [1.5e-3, null, -0]})"}, "{}[]:,\"0e.-");
  const std::string deep(100000, '[');
  using any = as_type<json, virga::json_text>;
  EXPECT_NE(tests::decode_fault<any>(deep).find("deeper than 1000"), std::string::npos);
}

}  // namespace
