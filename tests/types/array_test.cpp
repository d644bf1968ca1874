// SPDX-License-Identifier: BSL-1.0
#include "virga/types/array.hpp"

#include <list>
#include <set>

#include "types/codec_checks.hpp"
#include "virga/types/types.hpp"

namespace {

using namespace virga::types;

using integers = array_of<integer>;
using texts = array_of<text>;
using strings = std::vector<std::string>;

TEST(array_type, has_the_name_of_its_elements) {
  static_assert(integers::name == "integer[]");
  static_assert(array_of<timestamptz>::name == "timestamp with time zone[]");
  static_assert(array_of<character>::name == "bpchar[]");  // character[] would cut each element to one character
  EXPECT_EQ(std::string(array_of<double_precision>::name.data()), "double precision[]");
}

TEST(array_type, writes_and_reads_each_type) {
  EXPECT_EQ(tests::encoded<integers>({1, -2, 3}), "{1,-2,3}");
  EXPECT_EQ(tests::encoded<integers>({}), "{}");
  EXPECT_EQ(tests::encoded<array_of<boolean>>({true, false}), "{t,f}");
  EXPECT_EQ(tests::encoded<array_of<real>>({1.5f, -std::numeric_limits<float>::infinity()}), "{1.5,-Infinity}");
  EXPECT_EQ(tests::decoded<integers>("{1,-2,3}"), (std::vector{1, -2, 3}));
  EXPECT_EQ(tests::decoded<integers>("{}"), std::vector<int>());
  EXPECT_EQ(tests::decoded<array_of<boolean>>("{t,f}"), (std::vector{true, false}));
  const std::vector<std::vector<std::byte>> bytes = {{}, {std::byte{0}, std::byte{255}}};
  EXPECT_EQ(tests::encoded<array_of<bytea>>(bytes), R"({"\\x","\\x00ff"})");
  EXPECT_EQ(tests::decoded<array_of<bytea>>(R"({"\\x","\\x00ff"})"), bytes);
  tests::expect_round_trip<array_of<uuid>>({virga::uuid_from("a0eebc999c0b4ef8bb6d6bb9bd380a11"), {}});
  tests::expect_round_trip<array_of<numeric>>({virga::decimal("1.50"), virga::decimal("NaN")});
  tests::expect_round_trip<array_of<timestamptz>>({timestamptz::value::max(), timestamptz::value()});
  EXPECT_EQ(tests::decoded<array_of<timestamptz>>(R"({"1970-01-01 00:00:00+00",infinity})"),
            (std::vector{timestamptz::value(), timestamptz::value::max()}));
  EXPECT_EQ(tests::decoded<array_of<date>>("{1970-01-01}"), std::vector{date::value()});
}

TEST(array_type, quotes_what_would_be_read_otherwise) {
  const strings in = {"",         "NULL", "null", "a,b",   "{}",   "\"",       "\\",
                      "\\\\\"\\", " x ",  "it's", "plain", "\n\t", "[1:2]={1}"};
  EXPECT_EQ(tests::decoded<texts>(tests::encoded<texts>(in)), in);
  EXPECT_EQ(tests::encoded<texts>({"", "a\"b\\c", "x"}), R"({"","a\"b\\c","x"})");
  EXPECT_EQ(tests::decoded<texts>(R"({plain,"",it's,"a\"b\\c","NULL","\x"})"),
            (strings{"plain", "", "it's", "a\"b\\c", "NULL", "x"}));
}

TEST(array_type, refuses_what_a_vector_cannot_hold) {
  constexpr const char* null = "it has a NULL element";
  constexpr const char* deep = "it has more than one dimension";
  constexpr const char* bounds = "its first index is not 1, which a vector cannot keep";
  EXPECT_EQ(tests::decode_fault<integers>("{NULL}"), null);
  EXPECT_EQ(tests::decode_fault<integers>("{1,NULL,2}"), null);
  EXPECT_EQ(tests::decode_fault<texts>("{NULL}"), null);
  EXPECT_EQ(tests::decode_fault<integers>("{{1,2},{3,4}}"), deep);
  EXPECT_EQ(tests::decode_fault<integers>("[0:1]={1,2}"), bounds);
  EXPECT_EQ(tests::decode_fault<integers>("[2:2][1:1]={{1}}"), bounds);
}

TEST(array_type, refuses_broken_text) {
  for (const char* text : {"",       "{",         "}",      "1,2",    "{1,2", "{1,2}}", "{1,2}x",   "{,}",
                           "{1,}",   "{,1}",      "{1,,2}", "{1 ,2}", "{ 1}", "{\"1}",  "{\"1\"2}", "{1\"2\"}",
                           "{\"1\\", "{\"1\\\"}", "{1{2}}", "{}{}",   "{} ",  " {}",    "{\\1}",    "{\"1\","})
    EXPECT_EQ(tests::decode_fault<integers>(text), "it is not an array") << text;
  EXPECT_EQ(tests::decode_fault<integers>("{1,x}"), "it is not a whole number");
  EXPECT_EQ(tests::decode_fault<integers>("{2147483648}"), "the number is out of range");
}

template <class Element, class Range>
std::string written(const Range& range) {
  std::string out = "kept ";
  const virga::fault wrong = encode_array<Element>(range, out);
  return wrong == nullptr ? out : std::string("fault: ") + wrong;
}

TEST(array_writing, takes_any_range_and_element_that_loses_nothing) {
  EXPECT_EQ(written<bigint>(std::vector<int>{1, 2}), "kept {1,2}");
  EXPECT_EQ(written<bigint>(std::initializer_list<unsigned>{1, 2}), "kept {1,2}");
  EXPECT_EQ(written<integer>(std::list<int>{1, 2}), "kept {1,2}");
  const int plain[] = {3, 4};
  EXPECT_EQ(written<integer>(plain), "kept {3,4}");
  EXPECT_EQ(written<text>(std::set<std::string_view>{"a", "b"}), R"(kept {"a","b"})");
  EXPECT_EQ(written<text>(std::initializer_list<const char*>{"a", "b"}), R"(kept {"a","b"})");
  EXPECT_EQ(written<numeric>(std::vector<int>{1, 2}), R"(kept {"1","2"})");
  EXPECT_EQ(written<boolean>(std::vector<bool>{true, false}), "kept {t,f}");
  EXPECT_EQ(written<integer>(std::vector<std::optional<int>>{1, std::nullopt, 3}), "kept {1,NULL,3}");
  EXPECT_EQ(written<text>(std::vector<std::optional<std::string_view>>{"NULL", std::nullopt}), R"(kept {"NULL",NULL})");
  EXPECT_EQ(written<jsonb>(strings{R"({"a": "\\"})"}), R"(kept {"{\"a\": \"\\\\\"}"})");
  static_assert(given_as_value<std::int64_t, int> && !given_as_value<std::int32_t, std::int64_t>);
  static_assert(!given_as_value<std::int64_t, std::uint64_t> && !given_as_value<bool, int>);
  static_assert(!given_as_value<double, int> && !given_as_value<boost::uuids::uuid, unsigned char>);
}

TEST(array_writing, passes_on_the_fault_of_an_element) {
  EXPECT_EQ(written<text>(strings{"a", std::string("b\0", 2)}),
            "fault: it contains a NUL byte, which PostgreSQL text cannot hold");
  EXPECT_EQ(written<date>(std::vector{date::value::min() + std::chrono::days(1)}),
            "fault: the date is before 4714-11-24 BC, where PostgreSQL begins");
}

TEST(array_type, round_trips_generated_arrays) {
  tests::generator random(11);
  for (int i = 0; i < 2000; ++i) {
    strings in(random.below(8));
    for (std::string& element : in) element = random.bytes(random.below(12), "\"\\{}, NULnulab'\n");
    tests::expect_round_trip<texts>(in);
    std::vector<std::int64_t> numbers(random.below(20));
    for (std::int64_t& number : numbers) number = random.of_any_length();
    tests::expect_round_trip<array_of<bigint>>(numbers);
  }
}

TEST(array_type, survives_any_text) {
  tests::expect_soundness<integers>({"{1,-2,30}", "{}", "{\"4\",5}"}, "{}0123456789-,\"\\NUL []:=");
  tests::expect_soundness<texts>({R"({a,"b\"\\",""})", "{}"}, "{}ab,\"\\NUL []:=1");
}

TEST(array_type, holds_a_hundred_thousand_elements) {
  std::vector<std::int32_t> in(100000);
  for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<std::int32_t>(i * 7919);
  tests::expect_round_trip<integers>(in);
}

}  // namespace
