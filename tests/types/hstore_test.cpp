// SPDX-License-Identifier: BSL-1.0
#include "virga/types/hstore.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::types::hstore;

TEST(hstore_type, writes_and_reads_quoted_pairs) {
  const hstore::value in = {{"", ""}, {"NULL", std::nullopt}, {"a\"\\", "=>, \"NULL\""}, {"b", "NULL"}};
  EXPECT_EQ(tests::encoded<hstore>(in), R"(""=>"", "NULL"=>NULL, "a\"\\"=>"=>, \"NULL\"", "b"=>"NULL")");
  tests::expect_round_trip<hstore>(in);
  tests::expect_round_trip<hstore>({});
}

TEST(hstore_type, refuses_every_other_form) {
  for (const char* text :
       {"a", "\"", "\"a\"", "\"a\"=", "\"a\"=>", "\"a\"=>1", "\"a\"=>\"1\",", "\"a\"=>\"1\", ", "a=>1", "\"a\"=>NULLx",
        "\"a\"=>\"1\"\"b\"=>\"2\"", "\"a\" => \"1\"", "\"a\"=>null", "\"a\\", "\"a\\\"", " ", "\"a\"=>\"1\" "})
    EXPECT_EQ(tests::decode_fault<hstore>(text), "it is not an hstore") << text;
  EXPECT_EQ(tests::decode_fault<hstore>(R"("a"=>"1", "a"=>"1")"), "it has a key twice");
  constexpr const char* nul = "it contains a NUL byte, which PostgreSQL text cannot hold";
  EXPECT_EQ(tests::encode_fault<hstore>({{std::string(1, '\0'), ""}}), nul);
  EXPECT_EQ(tests::encode_fault<hstore>({{"a", std::string(1, '\0')}}), nul);
}

TEST(hstore_type, round_trips_generated_pairs) {
  tests::generator random(43);
  for (int i = 0; i < 3000; ++i) {
    hstore::value in;
    for (std::uint64_t left = random.below(6); left != 0; --left) {
      auto& content = in[random.bytes(random.below(6), "ab\"\\, =>NULL")];
      if (random.below(4) != 0) content = random.bytes(random.below(6), "ab\"\\, =>NULL");
    }
    tests::expect_round_trip<hstore>(in);
  }
}

TEST(hstore_type, survives_any_text) {
  tests::expect_soundness<hstore>({R"("a"=>"1", "b\""=>NULL)", ""}, "\"ab\\=>, NUL");
}

}  // namespace
