// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace tests {

/// The only value that a query gives, as the server writes it; without a second query to compile for each expression.
inline std::string text_of_the_value(virga::database& db, const std::string& query) {
  return db.transaction([&](auto& tx) {
    const auto got = tx.pqxx().exec("select value::text from (" + query + ") as given(value)");
    return got.at(0).at(0).is_null() ? std::string("NULL") : std::string(got.at(0).at(0).c_str());
  });
}

/// What the server makes of an expression over a table of one row, as text; it says the type that the query expects,
/// and what it sends decodes.
template <class Table, class Expression>
std::string value_of(virga::database& db, const Table& table, const Expression& expression) {
  const auto query = virga::select(expression).from(table);
  for (const std::string& difference : virga::testing::verify(db, query)) ADD_FAILURE() << difference;
  static_cast<void>(query.one(db));
  return text_of_the_value(db, debug_sql(query));
}

}  // namespace tests
