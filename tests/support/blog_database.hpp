// SPDX-License-Identifier: BSL-1.0
//
// A database with the tables of blog_tables.hpp, one for each test suite, and whether it takes a query.
#pragma once
#include <gtest/gtest.h>

#include <source_location>
#include <string>

#include "support/blog_tables.hpp"
#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace tests {

class blog_database : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new virga::database(fresh_database());
    execute(*db_, virga::statement{"create schema blog", nullptr, 0, false});
    create_tables(*db_, blog::users, blog::posts, blog::tags);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static virga::database* db_ = nullptr;

  /// The server takes it, and finds the types and nulls that the query speaks of.
  template <class Query>
  static void check(const Query& query, std::source_location where = std::source_location::current()) {
    for (const std::string& difference : virga::testing::verify(*db_, query, where)) ADD_FAILURE() << difference;
  }
};

}  // namespace tests
