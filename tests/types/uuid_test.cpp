// SPDX-License-Identifier: BSL-1.0
#include "virga/types/uuid.hpp"

#include <algorithm>

#include "types/codec_checks.hpp"

namespace {

using virga::types::uuid;

constexpr std::string_view canonical = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11";

TEST(uuid_type, reads_every_form_of_the_manual) {
  const auto expected = virga::uuid_from(canonical);
  for (const char* text : {"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}",
                           "a0eebc999c0b4ef8bb6d6bb9bd380a11", "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11",
                           "{a0eebc99-9c0b4ef8-bb6d6bb9-bd380a11}", "a0eEbC99-9c0b4ef8bb6d6bb9bd380a11"})
    EXPECT_EQ(tests::decoded<uuid>(text), expected) << text;
  EXPECT_EQ(virga::to_string(expected), canonical);
  EXPECT_EQ(tests::encoded<uuid>(expected), canonical);
  EXPECT_EQ(*expected.begin(), 0xa0);
}

TEST(uuid_type, refuses_every_other_form) {
  for (const char* text : {"", "{}", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a111",
                           "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}",
                           "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}}", "-a0eebc999c0b4ef8bb6d6bb9bd380a11",
                           "a0eebc999c0b4ef8bb6d6bb9bd380a11-", "a0-eebc999c0b4ef8bb6d6bb9bd380a11",
                           "a0eebc99--9c0b-4ef8-bb6d-6bb9bd380a11", " a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                           "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1g", "(a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11)"})
    EXPECT_EQ(tests::decode_fault<uuid>(text), "it is not a UUID") << text;
}

TEST(uuid_type, looks_at_every_character_of_the_usual_form) {
  for (std::size_t at = 0; at < canonical.size(); ++at) {
    for (const char by : {'-', 'g', '0', ' ', '\0'}) {
      std::string text(canonical);
      text[at] = by;
      const bool hyphen = canonical[at] == '-';
      EXPECT_EQ(tests::accepts_soundly<uuid>(text), by == (hyphen ? '-' : '0')) << text;
    }
  }
}

TEST(uuid_type, leaves_the_value_alone_on_a_fault) {
  auto value = virga::uuid_from(canonical);
  EXPECT_NE(virga::parse_uuid("00000000-0000-0000-0000-00000000000", value), nullptr);
  EXPECT_EQ(virga::to_string(value), canonical);
}

TEST(uuid_type, throws_a_sentence_without_the_text) {
  try {
    (void)virga::uuid_from("secret");
    FAIL();
  } catch (const virga::error& wrong) {
    EXPECT_EQ(std::string(wrong.what()).find("secret"), std::string::npos);
    EXPECT_NE(std::string(wrong.what()).find("not a UUID"), std::string::npos);
  }
}

TEST(uuid_type, round_trips_any_bytes) {
  tests::generator random(4);
  for (int i = 0; i < 5000; ++i) {
    boost::uuids::uuid in{};
    std::generate(in.begin(), in.end(), [&] { return static_cast<std::uint8_t>(random.next()); });
    tests::expect_round_trip<uuid>(in);
  }
  tests::expect_round_trip<uuid>(boost::uuids::uuid{});
}

TEST(uuid_type, survives_any_text) {
  tests::expect_soundness<uuid>({canonical, "{a0eebc999c0b4ef8bb6d6bb9bd380a11}"}, "0aF-{}g");
}

}  // namespace
