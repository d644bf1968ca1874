// SPDX-License-Identifier: BSL-1.0
//
// oid and pg_lsn: numbers of the server's own.
#include <gtest/gtest.h>

#include "types/codec_checks.hpp"
#include "virga/types/oid.hpp"
#include "virga/types/pg_lsn.hpp"

namespace {

using virga::types::oid;
using virga::types::pg_lsn;

TEST(oid_type, has_32_bits_without_a_sign) {
  for (const std::uint32_t value : {0U, 1U, 2147483648U, 4294967295U}) tests::expect_round_trip<oid>(value);
  EXPECT_EQ(tests::encoded<oid>(4294967295U), "4294967295");
  EXPECT_EQ(tests::decode_fault<oid>("060"), "it begins with a zero, which PostgreSQL 16 and later take for octal");
  EXPECT_EQ(tests::decode_fault<oid>("4294967296"), "the number is out of range");
  for (const char* text : {"", "-1", "+1", "1 ", " 1", "pg_class", "1x1"})
    EXPECT_EQ(tests::decode_fault<oid>(text), "it is not a whole number") << text;
}

TEST(pg_lsn_type, is_two_halves) {
  const std::pair<std::uint64_t, const char*> cases[] = {
      {0, "0/0"}, {0x16b374d848, "16/b374d848"}, {UINT64_MAX, "ffffffff/ffffffff"}, {1ULL << 32, "1/0"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<pg_lsn>(value), text);
    EXPECT_EQ(tests::decoded<pg_lsn>(text), value);
  }
  EXPECT_EQ(tests::decoded<pg_lsn>("16/B374D848"), 0x16b374d848U);
  for (const char* text : {"", "/", "1/", "/1", "1", "123456789/0", "0/123456789", "1/2/3", "g/0", "-1/0", "1/ 0"})
    EXPECT_NE(tests::decode_fault<pg_lsn>(text), "") << text;
}

TEST(pg_lsn_type, survives_any_text) {
  tests::expect_soundness<pg_lsn>({"16/B374D848", "0/0"}, "09aF/- ");
  tests::expect_soundness<oid>({"4294967295"}, "09- ");
}

}  // namespace
