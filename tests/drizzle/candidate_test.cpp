// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it adds to the namespace of its support.
//
// virga beside the release candidate of Drizzle 1.0, in the cases that it says otherwise than Drizzle 0.45.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "drizzle/harness.hpp"

namespace tests::drizzle {
namespace {

/// The candidate puts a query around each set operation. SQL keeps no promise about the order of what such a query
/// gives, so virga says the operation itself, as Drizzle 0.45 does. In all other cases it means what both mean.
bool is_wrapped(const golden& one) { return one.statement.text.find("\"drizzle_union\"") != std::string::npos; }

TEST(drizzle_candidate, answers_as_the_goldens_do) {
  for (const golden& one : candidate_goldens()) EXPECT_EQ(judge::shared().stale(one), "") << one.name;
}

TEST(drizzle_candidate, means_what_virga_means) {
  std::map<std::string_view, const written_case*> by_name;
  for (const written_case& one : written_cases()) by_name[one.name] = &one;
  EXPECT_GT(candidate_goldens().size(), 50U);
  EXPECT_EQ(std::count_if(candidate_goldens().begin(), candidate_goldens().end(), is_wrapped), 16);
  for (const golden& one : candidate_goldens()) {
    ASSERT_TRUE(by_name.contains(one.name)) << one.name;
    const std::string verdict = judge::shared().verdict(one, *by_name[one.name]);
    EXPECT_EQ(verdict.empty(), !is_wrapped(one)) << one.name << ": " << verdict;
  }
}

}  // namespace
}  // namespace tests::drizzle
