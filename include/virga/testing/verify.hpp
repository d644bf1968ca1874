// SPDX-License-Identifier: BSL-1.0
//
// Compares what queries say of their results with what a real server says, without running them.
#pragma once
#include <libpq-fe.h>

#include <source_location>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "virga/core/quoted.hpp"
#include "virga/pqxx/database.hpp"
#include "virga/query/named_query.hpp"
#include "virga/query/statement.hpp"

namespace virga::testing {

namespace detail {

/// One column of a result as the C++ side knows it.
struct expected_column {
  std::string_view name, type;
  type_family family;
  bool nullable;
};

class verifier {
 public:
  explicit verifier(virga::connection& on) : on_(on) {}

  /// Prepares a statement and compares its columns; returns what differs, a sentence each.
  std::vector<std::string> compare(const std::string& text, const std::vector<expected_column>& expected) {
    const native::result prepared(PQprepare(on_.native_handle(), "", text.c_str(), 0, nullptr));
    if (!prepared.succeeded()) return {"the server refuses it: " + std::string(prepared.field(PG_DIAG_MESSAGE_PRIMARY))};
    const native::result described(PQdescribePrepared(on_.native_handle(), ""));
    if (!described.succeeded()) return {"the server does not describe it"};
    if (described.columns() != expected.size())
      return {"the server gives " + std::to_string(described.columns()) + " columns, the query " +
              std::to_string(expected.size())};
    std::vector<std::string> differences;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const expected_column& wanted = expected[i];
      const int column = static_cast<int>(i);
      const std::string label = "column " + std::to_string(i + 1) + " (" + std::string(wanted.name) + "): ";
      const Oid type = PQftype(described.get(), column);
      const bool same_text = wanted.family == type_family::string && is_text(type);
      if (type != oid_of(wanted.type) && !same_text)
        differences.push_back(label + "the query says " + std::string(wanted.type) + ", the server " + name_of(type));
      if (!wanted.nullable && may_be_null(PQftable(described.get(), column), PQftablecol(described.get(), column)))
        differences.push_back(label + "the query says it is never null, and the server's column may be");
    }
    return differences;
  }

 private:
  std::string ask(const std::string& text) {
    const native::result answer(PQexec(on_.native_handle(), text.c_str()));
    return answer.succeeded() && answer.rows() == 1 ? std::string(answer.at(0, 0).text()) : std::string();
  }
  Oid oid_of(std::string_view type) {
    Oid& known = oids_[std::string(type)];
    if (known == 0) known = static_cast<Oid>(std::strtoul(ask("select to_regtype(" + quoted_literal(type) + ")::oid").c_str(), nullptr, 10));
    return known;
  }
  std::string name_of(Oid type) { return ask("select format_type(" + std::to_string(type) + ", null)"); }
  bool is_text(Oid type) { return ask("select typcategory from pg_type where oid = " + std::to_string(type)) == "S"; }
  bool may_be_null(Oid table, int column) {
    return table != 0 && ask("select attnotnull from pg_attribute where attrelid = " + std::to_string(table) +
                             " and attnum = " + std::to_string(column)) == "f";
  }

  virga::connection& on_;
  std::unordered_map<std::string, Oid> oids_;
};

template <class... Results>
std::vector<expected_column> expected_columns(type_list<Results...>) {
  return {{query::output_name<typename Results::item>(), Results::item::type::name, Results::item::type::family,
           Results::nullable}...};
}

}  // namespace detail

/// Prepares a query on a live server, without running it, and compares the result's columns: their number, their SQL
/// types, and where the server knows it, whether they may be null. Returns what differs, a sentence each that begins
/// with the call's place; empty where all agree. For a test: `EXPECT_EQ(verify(db, q), std::vector<std::string>())`.
template <statement_like Query>
[[nodiscard]] std::vector<std::string> verify(database& db, const Query& query,
                                              const std::source_location& where = std::source_location::current()) {
  auto held = db.acquire();
  detail::verifier server(held.connection());
  std::vector<detail::expected_column> expected;
  if constexpr (query::gives_rows<Query>) expected = detail::expected_columns(query::columns_given_by<Query>{});
  std::vector<std::string> differences = server.compare(to_sql(query).text, expected);
  for (std::string& one : differences)
    one = std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + one;
  return differences;
}

}  // namespace virga::testing
