// SPDX-License-Identifier: BSL-1.0
//
// Compares what queries say of their results and parameters with what a real server says, without running them.
#pragma once
#include <libpq-fe.h>

#include <source_location>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "virga/core/quoted.hpp"
#include "virga/pqxx/database.hpp"
#include "virga/query/registry.hpp"

namespace virga::testing {

namespace detail {

class verifier {
 public:
  explicit verifier(virga::connection& on) : on_(on) {}

  /// Prepares a statement and compares it with what it says of itself; returns what differs, a sentence each.
  std::vector<std::string> compare(const query::description& said) {
    const native::result prepared(PQprepare(on_.native_handle(), "", std::string(said.text).c_str(), 0, nullptr));
    if (!prepared.succeeded())
      return {"the server refuses it: " + std::string(prepared.field(PG_DIAG_MESSAGE_PRIMARY))};
    const native::result described(PQdescribePrepared(on_.native_handle(), ""));
    if (!described.succeeded()) return {"the server does not describe it"};
    std::vector<std::string> differences;
    compare_columns(described, said, differences);
    compare_parameters(described, said, differences);
    return differences;
  }

 private:
  void compare_columns(const native::result& described, const query::description& said,
                       std::vector<std::string>& differences) {
    if (described.columns() != said.column_count) {
      differences.push_back("the server gives " + std::to_string(described.columns()) + " columns, the query " +
                            std::to_string(said.column_count));
      return;
    }
    for (std::size_t i = 0; i < said.column_count; ++i) {
      const query::column_description& wanted = said.columns[i];
      const int column = static_cast<int>(i);
      const std::string label = "column " + std::to_string(i + 1) + " (" + std::string(wanted.name) + "): ";
      const Oid type = PQftype(described.get(), column);
      if (!is_same(oid_of(wanted.type), type))
        differences.push_back(label + "the query says " + std::string(wanted.type) + ", the server " + name_of(type));
      if (!wanted.nullable && may_be_null(PQftable(described.get(), column), PQftablecol(described.get(), column)))
        differences.push_back(label + "the query says it is never null, and the server's column may be");
    }
  }
  void compare_parameters(const native::result& described, const query::description& said,
                          std::vector<std::string>& differences) {
    const auto count = static_cast<std::size_t>(PQnparams(described.get()));
    if (count < said.parameter_count || (count > said.parameter_count && !said.has_more_parameters)) {
      differences.push_back("the server takes " + std::to_string(count) + " parameters, the query gives " +
                            std::to_string(said.parameter_count));
      return;
    }
    for (std::size_t i = 0; i < said.parameter_count; ++i) {
      const std::string_view wanted = said.parameters[i];
      const Oid type = PQparamtype(described.get(), static_cast<int>(i));
      if (wanted.empty() || takes(type, oid_of(wanted))) continue;
      differences.push_back("parameter $" + std::to_string(i + 1) + ": the query gives " + std::string(wanted) +
                            ", the server takes " + name_of(type));
    }
  }

  std::string ask(const std::string& text) {
    const native::result answer(PQexec(on_.native_handle(), text.c_str()));
    return answer.succeeded() && answer.rows() == 1 ? std::string(answer.at(0, 0).text()) : std::string();
  }
  /// Of a domain its base type's, since the server says of neither columns nor parameters that they are of a domain.
  Oid oid_of(std::string_view type) {
    Oid& known = oids_[std::string(type)];
    if (known == 0)
      known = static_cast<Oid>(std::strtoul(
          ask("with recursive base(id, base_id) as (select oid, typbasetype from pg_type where oid = to_regtype(" +
              quoted_literal(type) +
              ") union all select t.oid, t.typbasetype from base join pg_type t on t.oid = base_id)"
              " select id from base where base_id = 0")
              .c_str(),
          nullptr, 10));
    return known;
  }
  std::string name_of(Oid type) { return ask("select format_type(" + std::to_string(type) + ", null)"); }
  /// Whether two types are one, or both text, or arrays of such.
  bool is_same(Oid left, Oid right) {
    if (left == right) return true;
    const std::string kinds =
        ask("select string_agg(t.typcategory::text || coalesce(e.typcategory::text, ''), ',') from unnest(array[" +
            std::to_string(left) + ", " + std::to_string(right) +
            "]::oid[]) with ordinality as o(id, n) join pg_type t on t.oid = o.id left join pg_type e on "
            "e.oid = t.typelem and t.typcategory = 'A'");
    return kinds == "S,S" || kinds == "AS,AS";
  }
  /// Whether a parameter takes every value of a type: its own, or a narrower whole number.
  bool takes(Oid parameter, Oid given) {
    const auto width = [&](Oid type) {
      return type == oid_of("smallint") ? 1 : type == oid_of("integer") ? 2 : type == oid_of("bigint") ? 3 : 0;
    };
    return is_same(given, parameter) ||
           (width(given) > 0 && (width(given) < width(parameter) || parameter == oid_of("numeric")));
  }
  bool may_be_null(Oid table, int column) {
    return table != 0 && ask("select attnotnull or typnotnull from pg_attribute a join pg_type t on t.oid = atttypid"
                             " where attrelid = " +
                             std::to_string(table) + " and attnum = " + std::to_string(column)) == "f";
  }

  virga::connection& on_;
  std::unordered_map<std::string, Oid> oids_;
};

/// What differs, each with the place where the query was said.
inline std::vector<std::string> placed(std::vector<std::string> differences, const std::source_location& where) {
  for (std::string& one : differences)
    one = std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + one;
  return differences;
}

}  // namespace detail

/// Prepares a query on a live server, without running it, and compares the result's columns: their number, their SQL
/// types, and where the server knows it, whether they may be null; and the types of its parameters. Returns what
/// differs, a sentence each that begins with the call's place; empty where all agree. Of a query with parts decided at
/// run time, the parameters of those are not compared. For a test: `EXPECT_EQ(verify(db, q),
/// std::vector<std::string>())`.
template <statement_like Query>
[[nodiscard]] std::vector<std::string> verify(database& db, const Query& query,
                                              const std::source_location& where = std::source_location::current()) {
  query::description said = query::describe<Query>();
  std::string text;
  if constexpr (render::measured_of<Query>.totals.marks == 0)
    text = Query::text();
  else
    text = to_sql(query).text;
  said.text = text;
  auto held = db.acquire();
  return detail::placed(detail::verifier(held.connection()).compare(said), where);
}
/// The same of a query with placeholders.
template <class Query>
[[nodiscard]] std::vector<std::string> verify(database& db, const prepared_query<Query>&,
                                              const std::source_location& where = std::source_location::current()) {
  query::description said = query::describe<Query>();
  said.text = Query::text();
  auto held = db.acquire();
  return detail::placed(detail::verifier(held.connection()).compare(said), where);
}

/// A database, and the call that it was given in.
struct verified_on {
  database& db;
  std::source_location where;
  verified_on(database& on,
              const std::source_location& here = std::source_location::current())  // NOLINT: as a database
      : db(on), where(here) {}
};
/// The same of several queries; what differs begins with the call's place and the number of the query.
template <class First, class Second, class... More>
[[nodiscard]] std::vector<std::string> verify(verified_on on, const First& first, const Second& second,
                                              const More&... more) {
  std::vector<std::string> differences;
  std::size_t number = 0;
  const auto add = [&](const auto& query) {
    const std::string label = "query " + std::to_string(++number) + ": ";
    const std::size_t place = detail::placed({""}, on.where)[0].size();
    for (std::string& one : verify(on.db, query, on.where)) differences.push_back(one.insert(place, label));
  };
  add(first), add(second), (add(more), ...);
  return differences;
}

/// Verifies all queries of the program that are `registered` (query/registry.hpp), each under the place where it was:
///
///   TEST(queries, are_those_of_the_database) { EXPECT_EQ(virga::testing::verify_registered(db),
///   std::vector<std::string>()); }
[[nodiscard]] inline std::vector<std::string> verify_registered(database& db) {
  auto held = db.acquire();
  detail::verifier server(held.connection());
  std::vector<std::string> differences;
  for (const query::registered_query* one = query::first_registered; one != nullptr; one = one->next)
    for (std::string& difference : detail::placed(server.compare(one->said), one->where))
      differences.push_back(std::move(difference));
  return differences;
}

}  // namespace virga::testing
