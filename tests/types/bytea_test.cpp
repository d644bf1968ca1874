// SPDX-License-Identifier: BSL-1.0
#include "virga/types/bytea.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::types::bytea;

bytea::value bytes(std::string_view in) {
  bytea::value out;
  for (const char c : in) out.push_back(static_cast<std::byte>(c));
  return out;
}

TEST(bytea_type, is_sent_in_hexadecimal) {
  EXPECT_EQ(tests::encoded<bytea>(bytes(std::string_view("\0\x01\xab\xff\\", 5))), "\\x0001abff5c");
  EXPECT_EQ(tests::encoded<bytea>({}), "\\x");
}

TEST(bytea_type, is_read_in_both_forms) {
  EXPECT_EQ(tests::decoded<bytea>("\\x0001ABff5c"), bytes(std::string_view("\0\x01\xab\xff\\", 5)));
  EXPECT_EQ(tests::decoded<bytea>("\\x"), bytes(""));
  EXPECT_EQ(tests::decoded<bytea>(""), bytes(""));
  EXPECT_EQ(tests::decoded<bytea>("abc"), bytes("abc"));
  EXPECT_EQ(tests::decoded<bytea>("\\000\\\\'\\377x"), bytes(std::string_view("\0\\'\xffx", 5)));
  EXPECT_EQ(tests::decoded<bytea>("\\\\x41"), bytes("\\x41"));
}

TEST(bytea_type, refuses_what_is_neither) {
  EXPECT_EQ(tests::decode_fault<bytea>("\\x0"), "its hexadecimal digits are not in pairs");
  for (const char* text : {"\\x0g", "\\xx0", "\\x00 1", "\\x 0"})
    EXPECT_EQ(tests::decode_fault<bytea>(text), "it has a character that is not a hexadecimal digit") << text;
  for (const char* text : {"\\", "\\0", "\\00", "\\400", "\\08a", "\\0x1", "a\\", "\\\\\\", "\\X00"})
    EXPECT_EQ(tests::decode_fault<bytea>(text), "it has a backslash that begins no escape") << text;
}

TEST(bytea_type, round_trips_any_bytes) {
  tests::generator random(10);
  for (int i = 0; i < 3000; ++i) {
    const std::string in = random.bytes(random.below(300));
    tests::expect_round_trip<bytea>(bytes(in));
    std::string escaped;
    for (const char c : in) {
      const auto code = static_cast<unsigned char>(c);
      if (c == '\\')
        escaped += "\\\\";
      else if (code >= 32 && code < 127)
        escaped += c;
      else
        for (const int part : {-1, code >> 6, code >> 3 & 7, code & 7})
          escaped += static_cast<char>(part < 0 ? '\\' : '0' + part);
    }
    EXPECT_EQ(tests::decoded<bytea>(escaped), bytes(in));
  }
}

TEST(bytea_type, replaces_what_was_there) {
  bytea::value value = bytes("before");
  EXPECT_EQ(tests::decode<bytea>("\\x41", value), nullptr);
  EXPECT_EQ(value, bytes("A"));
  EXPECT_EQ(tests::decode<bytea>("B", value), nullptr);
  EXPECT_EQ(value, bytes("B"));
}

TEST(bytea_type, survives_any_text) {
  tests::expect_soundness<bytea>({"\\x00ff41", "a\\\\b\\000\\377"}, "\\x0123af7 ");
}

}  // namespace
