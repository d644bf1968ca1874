// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace tests {

/// What the server makes of an expression over a table of one row, as text; it says the type that the query expects,
/// and what it sends decodes.
template <class Table, class Expression>
std::string value_of(virga::database& db, const Table& table, const Expression& expression) {
  const auto query = virga::select(expression).from(table);
  for (const std::string& difference : virga::testing::verify(db, query)) ADD_FAILURE() << difference;
  const auto text = virga::select(virga::cast<std::string>(expression)).from(table).one(db);
  const std::optional<std::string> shown = text.template get<0>();
  static_cast<void>(query.one(db));
  return shown ? *shown : "NULL";
}

}  // namespace tests
