// SPDX-License-Identifier: BSL-1.0
//
// The types of pgvector before the judge of support/type_oracle.hpp, on servers that have the extension.
#include "virga/types/vector.hpp"

#include <bit>

#include "support/type_oracle.hpp"

namespace {

using namespace tests::oracle;
using virga::types::halfvec;
using virga::types::sparsevec;
using virga::types::vector;

class vectors_on_the_server : public ::testing::Test {
 protected:
  void SetUp() override {
    if (server::shared().rows("select 1 from pg_available_extensions where name = 'vector'", {}).empty())
      GTEST_SKIP() << "the server has no extension vector";
    server::shared().run("create extension if not exists vector");
  }
  float number() {
    for (;;) {
      const auto any = std::bit_cast<float>(static_cast<std::uint32_t>(random_.next()));
      if (any - any == 0 && any != 0) return any;
    }
  }
  /// A half that is not zero.
  float half() {
    for (;;) {
      const float any = virga::nearest_half(
          std::ldexp(static_cast<float>(random_.between(-2047, 2047)), static_cast<int>(random_.between(-24, 5))));
      if (any != 0) return any;
    }
  }
  tests::generator random_{91};
};

TEST_F(vectors_on_the_server, of_single_precision) {
  std::vector<std::vector<float>> values(2000);
  for (auto& value : values)
    for (std::uint64_t left = 1 + random_.below(30); left != 0; --left) value.push_back(number());
  values.emplace_back(16000, 0.1F);
  expect_values_arrive<vector>(values, false);
  expect_texts_return<vector>(server::shared().through("vector", {"[1,2,3]", " [ 0.1 , -0 ] ", "[1e-45]"}));
  expect_agreement<vector>(mutations({"[1,2.5,-3e-20]", "[0]"}, "0123.,[]e-", 500), false);
}
TEST_F(vectors_on_the_server, of_half_precision) {
  std::vector<std::vector<float>> values(2000);
  for (auto& value : values)
    for (std::uint64_t left = 1 + random_.below(30); left != 0; --left) value.push_back(half());
  expect_values_arrive<halfvec>(values, false);
  expect_agreement<halfvec>(mutations({"[1,2.5,-0.25]", "[65504]"}, "0125.,[]e-", 500), false);
  // The server rounds as nearest_half does.
  strings given, rounded;
  for (int i = 0; i < 3000; ++i) {
    const float any =
        std::ldexp(static_cast<float>(random_.between(-65000, 65000)), static_cast<int>(random_.between(-36, -1)));
    given.push_back(tests::encoded<vector>({any}));
    rounded.push_back(tests::encoded<halfvec>({virga::nearest_half(any)}));
  }
  EXPECT_EQ(server::shared().different("halfvec", given, rounded), strings());
}
TEST_F(vectors_on_the_server, that_are_sparse) {
  std::vector<virga::sparse_vector> values(2000);
  for (auto& value : values) {
    std::int32_t index = 0;
    for (std::uint64_t left = random_.below(10); left != 0; --left)
      value.elements.push_back({index += static_cast<std::int32_t>(random_.between(1, 1000)), number()});
    value.dimensions = static_cast<std::int32_t>(random_.between(index == 0 ? 1 : index, 1000000000));
  }
  expect_values_arrive<sparsevec>(values, false);
  expect_agreement<sparsevec>(mutations({"{1:1.5,3:-2}/5", "{}/7"}, "0123.,{}:/-", 500), false);
}

}  // namespace
