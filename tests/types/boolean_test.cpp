// SPDX-License-Identifier: BSL-1.0
#include "virga/types/boolean.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::types::boolean;

TEST(boolean_type, is_t_or_f) {
  EXPECT_EQ(tests::encoded<boolean>(true), "t");
  EXPECT_EQ(tests::encoded<boolean>(false), "f");
  EXPECT_TRUE(tests::decoded<boolean>("t"));
  EXPECT_FALSE(tests::decoded<boolean>("f"));
}

TEST(boolean_type, refuses_every_other_text) {
  for (const char* text : {"", "true", "false", "T", "F", "1", "0", "tt", "t ", " f", "y"})
    EXPECT_EQ(tests::decode_fault<boolean>(text), "it is not a boolean") << text;
  for (int c = 0; c < 256; ++c) {
    const char text = static_cast<char>(c);
    EXPECT_EQ(tests::accepts_soundly<boolean>({&text, 1}), c == 't' || c == 'f');
  }
  tests::expect_soundness<boolean>({"t", "f"}, "tf10 ");
}

}  // namespace
