// SPDX-License-Identifier: BSL-1.0
#include "virga/types/json_tree.hpp"

#include <bit>

#include "types/codec_checks.hpp"

namespace {

using namespace virga::types;
namespace json_of = boost::json;
using type = as_type<jsonb, json_of::value>;

TEST(json_tree, holds_anything) {
  static_assert(virga::sql_type<type> && type::name == "jsonb");
  const json_of::value value = {
      {"a", {1, -2, 0.5, true, nullptr, "x\n\xc3\xa9"}}, {"", json_of::object()}, {"u", UINT64_MAX}};
  EXPECT_EQ(tests::encoded<type>(value), R"({"a":[1,-2,0.5,true,null,"x\u000aé"],"":{},"u":18446744073709551615})");
  tests::expect_round_trip<type>(value);
  tests::expect_round_trip<type>(nullptr);
  using object = as_type<json, json_of::object>;
  EXPECT_EQ(tests::encoded<object>(tests::decoded<object>(R"( { "b" : [ ] , "a" : { } } )")), R"({"b":[],"a":{}})");
  EXPECT_EQ(tests::decode_fault<object>("[1]"), "an object is wanted here, and it is [1]");
}

TEST(json_tree, numbers_stay_what_they_are_or_are_refused) {
  const auto kind = [](const char* text) { return tests::decoded<type>(text).kind(); };
  EXPECT_EQ(kind("9223372036854775807"), json_of::kind::int64);
  EXPECT_EQ(kind("18446744073709551615"), json_of::kind::uint64);
  EXPECT_EQ(kind("-0"), json_of::kind::double_);
  EXPECT_EQ(kind("1.0"), json_of::kind::double_);
  EXPECT_EQ(kind("1e5"), json_of::kind::double_);
  for (const char* text : {"18446744073709551617", "0.12345678901234567890", "1e400", "-9223372036854775809"})
    EXPECT_EQ(tests::decode_fault<type>("{\"a\":[0," + std::string(text) + "]}"),
              "at $.a[1]: " + std::string(text) +
                  " is more than a double keeps; read the column as text, or as a virga::decimal");
  EXPECT_EQ(tests::encode_fault<type>(std::numeric_limits<double>::infinity()), "JSON has no infinity and no NaN");
  tests::generator random(8);
  for (int i = 0; i < 20000; ++i) {
    const double any = std::bit_cast<double>(random.next());
    if (any - any == 0) tests::expect_round_trip<type>(any);
    tests::expect_round_trip<type>(random.of_any_length());
  }
}

TEST(json_tree, refuses_what_is_not_json) {
  for (const char* text :
       {"",       " ",  "{",   "{\"a\"}", "{\"a\":}", "{a:1}", "[1,]",    "[,1]",        "01",
        "1.",     ".5", "+1",  "1e",      "nul",      "truex", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"\n\"", "\"", "1 2", "NaN"})
    EXPECT_NE(tests::decode_fault<type>(text), "") << text;
  EXPECT_EQ(tests::decode_fault<type>(R"({"a":{"b":1,"b":2}})"), "at $.a.b: the object has this member twice");
  EXPECT_NE(tests::decode_fault<type>(std::string(5000, '[')).find("deeper than 1000"), std::string::npos);
}

TEST(json_tree, decoder_is_sound) {
  tests::expect_soundness<type>({R"({"a": [1, -2.5e3, true, null, "b\u00e9\\"], "c": {}})"}, "\"\\{}[]:,0.-eut");
}

}  // namespace
