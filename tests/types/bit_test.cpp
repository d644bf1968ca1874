// SPDX-License-Identifier: BSL-1.0
#include "virga/types/bit.hpp"

#include "types/codec_checks.hpp"
#include "virga/types/array.hpp"

namespace {

using virga::types::bit;
using virga::types::varbit;
using bits = std::vector<bool>;

TEST(bit_type, writes_and_reads_the_first_bit_leftmost) {
  EXPECT_EQ(tests::encoded<bit>({true, false, false}), "100");
  EXPECT_EQ(tests::encoded<varbit>({}), "");
  EXPECT_EQ(tests::decoded<bit>("011"), (bits{false, true, true}));
  EXPECT_EQ(tests::decoded<varbit>(""), bits());
  EXPECT_EQ(virga::types::array_of<bit>::name, "\"bit\"[]");  // bit[] would cut each element to one bit
  tests::expect_round_trip<virga::types::array_of<varbit>>({{}, {true}, {false, true}});
}

TEST(bit_type, refuses_every_other_form) {
  for (const char* text : {"2", "0 ", " 1", "xF", "B01", "0\n", "tf"})
    EXPECT_EQ(tests::decode_fault<bit>(text), "it has a character that is neither 0 nor 1") << text;
}

TEST(bit_type, round_trips_any_bits) {
  tests::generator random(42);
  for (int i = 0; i < 3000; ++i) {
    bits in(random.below(200));
    for (std::size_t at = 0; at < in.size(); ++at) in[at] = random.below(2) != 0;
    tests::expect_round_trip<varbit>(in);
  }
}

}  // namespace
