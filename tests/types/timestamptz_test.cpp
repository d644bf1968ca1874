// SPDX-License-Identifier: BSL-1.0
#include "virga/types/timestamptz.hpp"

#include <chrono>

#include "types/codec_checks.hpp"

namespace {

using namespace std::chrono;
using virga::types::timestamptz;

using moment = sys_time<microseconds>;
static_assert(std::is_same_v<timestamptz::value, moment>);

const moment first = sys_days(days(-2440588));

TEST(timestamptz_type, writes_utc) {
  const std::pair<moment, const char*> cases[] = {
      {moment(), "1970-01-01 00:00:00+00"},
      {moment(microseconds(1)), "1970-01-01 00:00:00.000001+00"},
      {moment(microseconds(-1)), "1969-12-31 23:59:59.999999+00"},
      {sys_days(2024y / 2 / 29) + 23h + 59min + 59s + 500ms, "2024-02-29 23:59:59.5+00"},
      {sys_days(2024y / 2 / 29) + 120us, "2024-02-29 00:00:00.00012+00"},
      {sys_days(12345y / 6 / 7), "12345-06-07 00:00:00+00"},
      {sys_days(year(-43) / 3 / 15) + 12h, "0044-03-15 12:00:00+00 BC"},
      {first, "4714-11-24 00:00:00+00 BC"},
      {moment::max() - 1us, "294247-01-10 04:00:54.775806+00"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<timestamptz>(value), text);
    EXPECT_EQ(tests::decoded<timestamptz>(text), value) << text;
  }
}

TEST(timestamptz_type, follows_the_offset) {
  const moment noon = sys_days(2024y / 2 / 29) + 12h;
  for (const char* text :
       {"2024-02-29 12:00:00+00", "2024-02-29 17:30:00+05:30", "2024-02-29 11:34:39-00:25:21", "2024-03-01 02:00:00+14",
        "2024-02-29 00:00:00-12:00:00", "2024-02-29 12:00:00-00", "2024-03-07 11:00:00+167",
        "2024-02-29T12:00:00+00:00", "2024-02-29 12:00:00.000+00", "2024-02-29 12:00:00.000000+00"})
    EXPECT_EQ(tests::decoded<timestamptz>(text), noon) << text;
  EXPECT_EQ(tests::decoded<timestamptz>("4714-11-23 16:00:00-08 BC"), first);
  EXPECT_EQ(tests::decoded<timestamptz>("0001-01-01 01:00:00+02"), sys_days(0y / 12 / 31) + 23h);
}

TEST(timestamptz_type, has_both_infinities) {
  EXPECT_EQ(tests::encoded<timestamptz>(moment::max()), "infinity");
  EXPECT_EQ(tests::encoded<timestamptz>(moment::min()), "-infinity");
  EXPECT_EQ(tests::decoded<timestamptz>("infinity"), moment::max());
  EXPECT_EQ(tests::decoded<timestamptz>("-infinity"), moment::min());
}

TEST(timestamptz_type, says_what_does_not_fit) {
  constexpr const char* after =
      "the timestamp is after 294247-01-10 04:00:54.775806, the last that std::chrono holds in microseconds";
  for (const char* text :
       {"294247-01-10 04:00:54.775807+00", "294247-01-10 04:00:54.775808+00", "294247-01-10 04:00:55+00",
        "294276-12-31 23:59:59.999999+00", "9999999-12-31 23:59:59+00", "294247-01-10 04:00:54.775806-00:00:01"})
    EXPECT_EQ(tests::decode_fault<timestamptz>(text), after) << text;
  for (const char* text :
       {"4714-11-23 23:59:59.999999+00 BC", "9999999-12-31 23:59:59+00 BC", "4714-11-24 00:00:00+00:00:01 BC"})
    EXPECT_EQ(tests::decode_fault<timestamptz>(text), "the timestamp is out of range") << text;
  EXPECT_EQ(tests::encode_fault<timestamptz>(first - 1us),
            "the timestamp is before 4714-11-24 BC, where PostgreSQL begins");
  EXPECT_NE(tests::encode_fault<timestamptz>(moment::min() + 1us), "");
}

TEST(timestamptz_type, refuses_days_and_times_that_are_none) {
  for (const char* text : {"2024-01-01 24:00:00+00", "2024-01-01 23:60:00+00", "2024-01-01 23:59:60+00"})
    EXPECT_EQ(tests::decode_fault<timestamptz>(text), "there is no such time of day") << text;
  for (const char* text : {"2023-02-29 00:00:00+00", "2024-13-01 00:00:00+00", "0000-01-01 00:00:00+00"})
    EXPECT_EQ(tests::decode_fault<timestamptz>(text), "there is no such day in the calendar") << text;
}

TEST(timestamptz_type, refuses_other_forms) {
  for (const char* text : {"",
                           "2024-01-01",
                           "2024-01-01 00:00:00",
                           "2024-01-01 00:00+00",
                           "2024-01-01 00:00:00.+00",
                           "2024-01-01 00:00:00.1234567+00",
                           "2024-01-01 00:00:00+0",
                           "2024-01-01 00:00:00+00:0",
                           "2024-01-01 00:00:00+00:00:00:00",
                           "2024-01-01 00:00:00+00:60",
                           "2024-01-01 00:00:00+00:00:60",
                           "2024-01-01 00:00:00+168",
                           "2024-01-01 00:00:00+0000",
                           "2024-01-01 00:00:00 UTC",
                           "2024-01-01 00:00:00Z",
                           "2024-01-01  00:00:00+00",
                           "2024-01-01 00:00:00+00 ",
                           "2024-01-01 BC 00:00:00+00",
                           "2024-01-01 1:00:00+00",
                           "2024-01-01t00:00:00+00",
                           "01/02/2024 00:00:00 UTC",
                           "Mon Jan 01 00:00:00 2024 UTC",
                           "now"})
    EXPECT_EQ(tests::decode_fault<timestamptz>(text), "it is not a timestamp with time zone in ISO form") << text;
}

TEST(timestamptz_type, takes_clocks_of_coarser_ticks) {
  const sys_seconds now(1709251199s);
  EXPECT_EQ(tests::encoded<timestamptz>(now), "2024-02-29 23:59:59+00");
}

TEST(timestamptz_type, round_trips_the_whole_range) {
  tests::generator random(6);
  for (int i = 0; i < 30000; ++i) {
    const auto any = random.between(first.time_since_epoch().count(), INT64_MAX - 1);
    tests::expect_round_trip<timestamptz>(moment(microseconds(any)));
    tests::expect_round_trip<timestamptz>(moment(seconds(any / 1000000)));
    tests::expect_round_trip<timestamptz>(moment(microseconds(random.of_any_length() / 256)));
  }
}

TEST(timestamptz_type, survives_any_text) {
  tests::expect_soundness<timestamptz>({"2024-02-29 23:59:59.999999+05:30", "0044-03-15 12:00:00-00:25:21 BC",
                                        "294247-01-10 04:00:54.775806+00", "infinity", "-infinity"},
                                       "0123456789- :.BCinfty+T");
}

}  // namespace
