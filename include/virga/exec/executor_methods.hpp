// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/exec/batch.hpp"
#include "virga/exec/count_rows.hpp"

namespace virga {

/// What a database, a connection and a transaction do with queries that no single query does for itself.
template <class Self>
class executor_methods {
 public:
  /// Runs statements in one round trip, all of them or none (a database and a connection: in one transaction of their
  /// own): `auto [users, count] = db.batch(q1, q2);`. `virga::batch` (exec/batch.hpp) says more.
  template <class... Queries>
  auto batch(const Queries&... queries) {
    return virga::batch(static_cast<Self&>(*this), queries...);
  }
  /// How many rows a table has, or a select gives. SQL: `select count(*) from "table"`.
  template <class Counted>
  [[nodiscard]] std::int64_t count(const Counted& table_or_query,
                                   std::source_location where = std::source_location::current()) {
    return exec::count_of(query::counting(table_or_query), static_cast<Self&>(*this), where);
  }
  /// How many rows of a table fit a condition: `db.count(users, users.age > 40)`.
  /// SQL: `select count(*) from "table" where …`.
  template <class Table, class Predicate>
  requires(!std::same_as<Predicate, std::source_location>) [[nodiscard]] std::int64_t
      count(const Table& table, const Predicate& condition,
            std::source_location where = std::source_location::current()) {
    return exec::count_of(query::counting(table, condition), static_cast<Self&>(*this), where);
  }

 protected:
  executor_methods() = default;
  ~executor_methods() = default;
};

}  // namespace virga
