// SPDX-License-Identifier: BSL-1.0
#include "virga/types/timestamp.hpp"

#include "types/codec_checks.hpp"

namespace {

using namespace std::chrono;
using virga::types::timestamp;

using reading = local_time<microseconds>;

TEST(timestamp_type, writes_and_reads_no_zone) {
  const reading value = local_days(2024y / 2 / 29) + 23h + 59min + 59s + 999999us;
  EXPECT_EQ(tests::encoded<timestamp>(value), "2024-02-29 23:59:59.999999");
  EXPECT_EQ(tests::decoded<timestamp>("2024-02-29 23:59:59.999999"), value);
  EXPECT_EQ(tests::decoded<timestamp>("2024-02-29T23:59:59.999999"), value);
  EXPECT_EQ(tests::encoded<timestamp>(local_days(year(-43) / 3 / 15)), "0044-03-15 00:00:00 BC");
  EXPECT_EQ(tests::decoded<timestamp>("0044-03-15 00:00:00 BC"), local_days(year(-43) / 3 / 15));
}

TEST(timestamp_type, has_both_infinities) {
  EXPECT_EQ(tests::encoded<timestamp>(reading::max()), "infinity");
  EXPECT_EQ(tests::encoded<timestamp>(reading::min()), "-infinity");
  EXPECT_EQ(tests::decoded<timestamp>("infinity"), reading::max());
  EXPECT_EQ(tests::decoded<timestamp>("-infinity"), reading::min());
}

TEST(timestamp_type, refuses_an_offset) {
  for (const char* text : {"2024-02-29 23:59:59+00", "2024-02-29 23:59:59.5-08", "2024-02-29 23:59:59+05:30",
                           "2024-02-29", "2024-02-29 23:59", "2024-02-29 23:59:59 AD"})
    EXPECT_EQ(tests::decode_fault<timestamp>(text), "it is not a timestamp without time zone in ISO form") << text;
}

TEST(timestamp_type, says_what_does_not_fit) {
  const reading first(days(-2440588));
  tests::expect_round_trip<timestamp>(first);
  tests::expect_round_trip<timestamp>(reading::max() - 1us);
  EXPECT_EQ(tests::encode_fault<timestamp>(first - 1us),
            "the timestamp is before 4714-11-24 BC, where PostgreSQL begins");
  EXPECT_NE(tests::decode_fault<timestamp>("294276-12-31 23:59:59.999999"), "");
  EXPECT_EQ(tests::decode_fault<timestamp>("4714-11-23 23:59:59 BC"), "the timestamp is out of range");
}

TEST(timestamp_type, round_trips_the_whole_range) {
  tests::generator random(7);
  for (int i = 0; i < 10000; ++i) {
    tests::expect_round_trip<timestamp>(reading(microseconds(random.between(-210866803200000000, INT64_MAX - 1))));
    tests::expect_round_trip<timestamp>(reading(microseconds(random.of_any_length() / 256)));
  }
}

TEST(timestamp_type, is_the_default_of_local_time) {
  static_assert(std::is_same_v<virga::type_of<reading>, timestamp>);
}

TEST(timestamp_type, survives_any_text) {
  tests::expect_soundness<timestamp>({"2024-02-29 23:59:59.999999", "0044-03-15 12:00:00 BC", "infinity", "-infinity"},
                                     "0123456789- :.BCinfty+T");
}

}  // namespace
