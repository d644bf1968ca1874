// SPDX-License-Identifier: BSL-1.0
#include "support/database.hpp"

#include <gtest/gtest.h>

namespace {

std::string ask(const std::string& url, const char* sql) {
  const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(url.c_str()), PQfinish);
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql), PQclear);
  return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : PQerrorMessage(connection.get());
}

TEST(test_support, the_server_answers) { EXPECT_EQ(ask(tests::server_url(), "select 1"), "1"); }

TEST(test_support, fresh_databases_are_empty_and_apart) {
  const std::string first = tests::fresh_database();
  const std::string second = tests::fresh_database();
  ask(first, "create table only_here (id int)");
  EXPECT_EQ(ask(first, "select to_regclass('only_here') is null"), "f");
  EXPECT_EQ(ask(second, "select to_regclass('only_here') is null"), "t");
}

}  // namespace
