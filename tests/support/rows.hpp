// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include <source_location>
#include <string>
#include <tuple>

#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace tests {

template <class Number>
requires std::is_arithmetic_v<Number> std::string shown(Number value) { return std::to_string(value); }
inline std::string shown(bool value) { return value ? "yes" : "no"; }
inline std::string shown(const std::string& value) { return value; }
inline std::string shown(const virga::decimal& value) { return value.text(); }
template <class Value>
std::string shown(const std::optional<Value>& value) {
  return value ? shown(*value) : "-";
}

/// The rows of a query, each as its values with blanks between them, and rows with commas; the server agrees on types.
template <class Query>
std::string rows(virga::database& db, const Query& query,
                 const std::source_location& where = std::source_location::current()) {
  for (const std::string& difference : virga::testing::verify(db, query, where)) ADD_FAILURE() << difference;
  std::string all;
  for (const auto& row : query.all(db)) {
    all += all.empty() ? "" : ", ";
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      ((all += (Index == 0 ? "" : " ") + shown(row.template get<Index>())), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<decltype(row)>>>{});
  }
  return all;
}

}  // namespace tests
