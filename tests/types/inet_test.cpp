// SPDX-License-Identifier: BSL-1.0
#include "virga/types/inet.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::inet_address;
using virga::types::cidr;
using virga::types::inet;

inet_address v4(std::array<std::uint8_t, 4> bytes, std::uint8_t prefix = 32) {
  inet_address out{.prefix = prefix};
  for (std::size_t i = 0; i < 4; ++i) out.bytes[i] = bytes[i];
  return out;
}
inet_address v6(std::array<std::uint16_t, 8> groups, std::uint8_t prefix = 128) {
  inet_address out{.family = inet_address::version::v6, .prefix = prefix};
  for (std::size_t i = 0; i < 16; ++i)
    out.bytes[i] = static_cast<std::uint8_t>(groups[i / 2] >> (i % 2 == 0 ? 8 : 0) & 255);
  return out;
}

TEST(inet_type, writes_and_reads_both_families) {
  const std::pair<inet_address, const char*> cases[] = {
      {v4({0, 0, 0, 0}), "0.0.0.0"},
      {v4({255, 255, 255, 255}), "255.255.255.255"},
      {v4({192, 168, 100, 128}, 25), "192.168.100.128/25"},
      {v4({10, 1, 2, 3}, 0), "10.1.2.3/0"},
      {v6({}), "::"},
      {v6({0, 0, 0, 0, 0, 0, 0, 1}), "::1"},
      {v6({1, 0, 0, 0, 0, 0, 0, 0}, 0), "1::/0"},
      {v6({0x2001, 0x4f8, 3, 0xba, 0x2e0, 0x81ff, 0xfe22, 0xd1f1}, 64), "2001:4f8:3:ba:2e0:81ff:fe22:d1f1/64"},
      {v6({1, 0, 2, 0, 0, 3, 0, 0}), "1:0:2::3:0:0"},
      {v6({1, 0, 0, 2, 0, 0, 0, 3}), "1:0:0:2::3"},
      {v6({1, 2, 3, 4, 5, 6, 7, 0}), "1:2:3:4:5:6:7:0"},
      {v6({0, 0, 0, 0, 0, 0xffff, 0x102, 0x304}), "::ffff:102:304"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<inet>(value), text);
    EXPECT_TRUE(tests::decoded<inet>(text) == value) << text;
  }
  EXPECT_TRUE(tests::decoded<inet>("::ffff:1.2.3.4") == v6({0, 0, 0, 0, 0, 0xffff, 0x102, 0x304}));
  EXPECT_TRUE(tests::decoded<inet>("::1.2.3.4/96") == v6({0, 0, 0, 0, 0, 0, 0x102, 0x304}, 96));
  EXPECT_TRUE(tests::decoded<inet>("0:0:0:0:0:0:1.2.3.4") == v6({0, 0, 0, 0, 0, 0, 0x102, 0x304}));
  EXPECT_TRUE(tests::decoded<inet>("1:2:3:4:5:6:7::") == v6({1, 2, 3, 4, 5, 6, 7, 0}));
  EXPECT_TRUE(tests::decoded<inet>("::FFFF") == v6({0, 0, 0, 0, 0, 0, 0, 0xffff}));
}

TEST(inet_type, refuses_every_other_form) {
  for (const char* text : {"",
                           "1",
                           "1.2.3",
                           "1.2.3.4.5",
                           "1.2.3.256",
                           "01.2.3.4",
                           "1.2.3.4/33",
                           "1.2.3.4/",
                           "1.2.3.4/-1",
                           "1.2.3.4/08",
                           "1.2.3.4 ",
                           " 1.2.3.4",
                           "1..3.4",
                           ":",
                           ":::",
                           "1:::2",
                           "1::2::3",
                           "1:2:3:4:5:6:7",
                           "1:2:3:4:5:6:7:8:9",
                           "1:2:3:4:5:6:7:8::",
                           "::1:2:3:4:5:6:7:8",
                           "12345::",
                           "g::",
                           "::1/129",
                           "::1%eth0",
                           "1:2:3:4:5:6:7:",
                           "1:",
                           "::1.2.3",
                           "1:2:3:4:5:6:7:1.2.3.4",
                           "::1.2.3.4:5",
                           "::1:"})
    EXPECT_EQ(tests::decode_fault<inet>(text), "it is not an IPv4 or IPv6 address with an optional prefix length")
        << text;
  EXPECT_EQ(tests::encode_fault<inet>(v4({1, 2, 3, 4}, 33)), "its prefix is longer than the address");
  EXPECT_EQ(tests::encode_fault<inet>({.family = inet_address::version::v6, .prefix = 129}),
            "its prefix is longer than the address");
  inet_address long_v4;
  long_v4.bytes[4] = 1;
  EXPECT_EQ(tests::encode_fault<inet>(long_v4), "it is an IPv4 address and has more than four bytes");
}

TEST(cidr_type, is_a_network_and_says_its_prefix) {
  EXPECT_EQ(tests::encoded<cidr>(v4({192, 168, 0, 0}, 16)), "192.168.0.0/16");
  EXPECT_EQ(tests::encoded<cidr>(v4({1, 2, 3, 4})), "1.2.3.4/32");
  EXPECT_EQ(tests::encoded<cidr>(v6({}, 0)), "::/0");
  constexpr const char* no_network = "it is no network: a bit behind the prefix is set";
  EXPECT_EQ(tests::encode_fault<cidr>(v4({192, 168, 0, 1}, 31)), no_network);
  EXPECT_EQ(tests::encode_fault<cidr>(v4({192, 168, 0, 1}, 40)), "its prefix is longer than the address");
  EXPECT_EQ(tests::decode_fault<cidr>("192.168.0.1/31"), no_network);
  EXPECT_EQ(tests::decode_fault<cidr>("192.168.0.2/31"), "");
  EXPECT_EQ(tests::decode_fault<cidr>("2001:4f8:3:ba::1/64"), no_network);
}

TEST(inet_type, round_trips_generated_addresses) {
  tests::generator random(41);
  for (int i = 0; i < 10000; ++i) {
    inet_address in{.family = i % 2 == 0 ? inet_address::version::v4 : inet_address::version::v6};
    in.prefix = static_cast<std::uint8_t>(random.below(in.longest_prefix() + 1));
    const std::uint64_t zeros = random.next();
    for (std::size_t byte = 0; byte < in.size(); ++byte)
      in.bytes[byte] = (zeros >> byte & 1) != 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(random.next());
    tests::expect_round_trip<inet>(in);
  }
}

TEST(inet_type, survives_any_text) {
  tests::expect_soundness<inet>(
      {"192.168.100.128/25", "2001:4f8:3:ba::22:d1f1/64", "::ffff:1.2.3.4", "1:2:3:4:5:6:7::"}, "0129af:./");
  tests::expect_soundness<cidr>({"192.168.100.128/25", "2001:4f8:3:ba::/64"}, "0129af:./");
}

}  // namespace
