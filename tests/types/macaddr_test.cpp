// SPDX-License-Identifier: BSL-1.0
#include "virga/types/macaddr.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::types::macaddr;
using virga::types::macaddr8;

TEST(macaddr_type, writes_and_reads_pairs_of_digits) {
  const virga::mac_address six{{0x08, 0x00, 0x2b, 0x01, 0x02, 0xff}};
  const virga::mac_address_8 eight{{0x08, 0x00, 0x2b, 0x01, 0x02, 0x03, 0x04, 0xff}};
  EXPECT_EQ(tests::encoded<macaddr>(six), "08:00:2b:01:02:ff");
  EXPECT_EQ(tests::encoded<macaddr8>(eight), "08:00:2b:01:02:03:04:ff");
  EXPECT_TRUE(tests::decoded<macaddr>("08:00:2B:01:02:FF") == six);
  EXPECT_TRUE(tests::decoded<macaddr8>("08:00:2B:01:02:03:04:FF") == eight);
  EXPECT_LT(six, (virga::mac_address{{0x08, 0x00, 0x2b, 0x02}}));
}

TEST(macaddr_type, refuses_every_other_form) {
  for (const char* text : {"", "08:00:2b:01:02", "08:00:2b:01:02:03:04", "08-00-2b-01-02-03", "08:00:2b:01:02:0g",
                           "8:0:2b:1:2:3:00:00", "08002b010203", "08:00:2b:01:02:03:", "08:00:2b:01:0:203"})
    EXPECT_EQ(tests::decode_fault<macaddr>(text), "it is not six pairs of hexadecimal digits with colons between them")
        << text;
  EXPECT_EQ(tests::decode_fault<macaddr8>("08:00:2b:01:02:03"),
            "it is not eight pairs of hexadecimal digits with colons between them");
}

TEST(macaddr_type, survives_any_text) {
  tests::expect_soundness<macaddr>({"08:00:2b:01:02:03"}, "0aF:-g");
  tests::expect_soundness<macaddr8>({"08:00:2b:01:02:03:04:05"}, "0aF:-g");
}

}  // namespace
