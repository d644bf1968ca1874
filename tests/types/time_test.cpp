// SPDX-License-Identifier: BSL-1.0
#include "virga/types/time.hpp"

#include <chrono>

#include "types/codec_checks.hpp"

namespace {

using namespace std::chrono_literals;
using virga::time_with_zone;
using time_type = virga::types::time;
using virga::types::timetz;

TEST(time_type, writes_and_reads_the_whole_day) {
  const std::pair<time_type::value, const char*> cases[] = {{0s, "00:00:00"},
                                                            {1us, "00:00:00.000001"},
                                                            {9h + 30min, "09:30:00"},
                                                            {24h - 1us, "23:59:59.999999"},
                                                            {24h, "24:00:00"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<time_type>(value), text);
    EXPECT_TRUE(tests::decoded<time_type>(text) == value) << text;
  }
}

TEST(time_type, says_what_does_not_fit) {
  for (const char* text : {"24:00:00.000001", "24:00:01", "25:00:00", "23:60:00", "23:59:60", "99:99:99"}) {
    EXPECT_EQ(tests::decode_fault<time_type>(text), "there is no such time of day") << text;
    EXPECT_EQ(tests::decode_fault<timetz>(std::string(text) + "+00"), "there is no such time of day") << text;
  }
  for (const char* text : {"", "1:00:00", "01:00", "010000", "01:00:00.", "01:00:00.1234567", "01:00:00 ", " 01:00:00",
                           "01:00:00+00", "01:00:00 PM", "-1:00:00", "2024-01-01 01:00:00"})
    EXPECT_EQ(tests::decode_fault<time_type>(text), "it is not a time of day in ISO form") << text;
  for (const auto value : {time_type::value(-1us), time_type::value(24h + 1us), time_type::value::max()}) {
    EXPECT_EQ(tests::encode_fault<time_type>(value), "it is not between 00:00:00 and 24:00:00");
    EXPECT_EQ(tests::encode_fault<timetz>({value, 0s}), "it is not between 00:00:00 and 24:00:00");
  }
}

TEST(timetz_type, writes_and_reads_the_offset_eastward) {
  const std::pair<time_with_zone, const char*> cases[] = {{{}, "00:00:00+00"},
                                                          {{12h, 5h + 30min}, "12:00:00+05:30"},
                                                          {{24h, -25min - 21s}, "24:00:00-00:25:21"},
                                                          {{1us, 16h - 1s}, "00:00:00.000001+15:59:59"},
                                                          {{0s, -16h + 1s}, "00:00:00-15:59:59"},
                                                          {{0s, 1h + 1s}, "00:00:00+01:00:01"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<timetz>(value), text);
    EXPECT_TRUE(tests::decoded<timetz>(text) == value) << text;
  }
  EXPECT_FALSE((time_with_zone{10h, 2h} == time_with_zone{8h, 0s}));
}

TEST(timetz_type, says_what_does_not_fit) {
  for (const char* text : {"00:00:00+16", "00:00:00-16:00:00", "00:00:00+100"})
    EXPECT_EQ(tests::decode_fault<timetz>(text), "its offset is 16 hours or more") << text;
  for (const char* text : {"", "00:00:00", "00:00:00+", "00:00:00+1", "00:00:00+01:60", "00:00:00+01:00:00:00",
                           "00:00:00 +01", "00:00:00+011", "00:00:00Z", "00:00:00+01 "})
    EXPECT_EQ(tests::decode_fault<timetz>(text), "it is not a time of day with time zone in ISO form") << text;
  for (const auto offset : {16h, -16h}) EXPECT_NE(tests::encode_fault<timetz>({0s, offset}), "");
}

TEST(time_type, round_trips_generated_times) {
  tests::generator random(32);
  for (int i = 0; i < 5000; ++i) {
    const std::chrono::microseconds at(random.between(0, 86400000000));
    tests::expect_round_trip<time_type>(at);
    tests::expect_round_trip<timetz>({at, std::chrono::seconds(random.between(-57599, 57599))});
  }
}

TEST(time_type, survives_any_text) {
  tests::expect_soundness<time_type>({"23:59:59.999999", "24:00:00"}, "0123456789:.+- ");
  tests::expect_soundness<timetz>({"23:59:59.999999+15:59:59", "24:00:00-01"}, "0123456789:.+- ");
}

}  // namespace
