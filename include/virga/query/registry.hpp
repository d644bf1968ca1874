// SPDX-License-Identifier: BSL-1.0
//
// What a query says of itself: its text, the columns it gives, the types of its parameters. And the list of the queries
// of a program that are to be compared with a database, see testing/verify.hpp.
#pragma once
#include <atomic>
#include <source_location>

#include "virga/query/prepare.hpp"

namespace virga::query {

/// One column of a result.
struct column_description {
  std::string_view name, type;
  type_family family;
  bool nullable;
};

/// A query without its C++ types. What it points at lives as long as the program, but for the text of a query of which
/// parts are decided at run time.
struct description {
  std::string_view text;
  const column_description* columns = nullptr;
  std::size_t column_count = 0;
  const std::string_view* parameters = nullptr;  // the types of those always there; empty where it is not known
  std::size_t parameter_count = 0;
  bool has_more_parameters = false;  // in parts decided at run time
};

template <class Results>
struct described_columns;
template <class... Results>
struct described_columns<type_list<Results...>> {
  static constexpr std::size_t count = sizeof...(Results);
  static constexpr column_description all[count + 1] = {{output_name<typename Results::item>(), Results::item::type::name,
                                                       Results::item::type::family, Results::nullable}...,
                                                      {}};
};

/// Describes a query but for its text.
template <class Query>
constexpr description describe() {
  require_valid<Query>();
  description said;
  if constexpr (gives_rows<Query>) {
    using columns = described_columns<columns_given_by<Query>>;
    said.columns = columns::all;
    said.column_count = columns::count;
  }
  constexpr auto& totals = render::measured_of<Query>.totals;
  said.parameters = render::program_of<Query>.types;
  said.parameter_count = totals.fixed_parameters;
  said.has_more_parameters = totals.dynamic_parameters > 0 || totals.fragments > 0;
  return said;
}

/// A query on the program's list.
struct registered_query {
  description said;
  std::source_location where;
  registered_query* next = nullptr;
};
inline std::atomic<registered_query*> first_registered = nullptr;

/// Puts a statement on the list; one that stands on it already is not put there again.
template <class Statement>
bool enlist(std::string_view text, const std::source_location& where) {
  static registered_query entry{describe<Statement>(), where};
  static const bool done = [text] {
    entry.said.text = text;
    entry.next = first_registered.load();
    while (!first_registered.compare_exchange_weak(entry.next, &entry)) {
    }
    return true;
  }();
  return done;
}

}  // namespace virga::query

namespace virga {

/// Gives a query back, and puts it on the program's list, from which `virga::testing::verify_registered(db)` compares
/// all of them with a real database. One at namespace scope is on the list from the start of the program,
///
///   inline const auto adults = virga::registered(select(users.name).from(users).where(users.age >= 18));
///   inline const auto by_email =
///       virga::registered(prepare(select().from(users).where(users.email == placeholder("email"_name))));
///
/// one inside a function from its first call. Of a query with parts decided at run time, the text of that call is
/// compared. May be called by several threads.
template <statement_like Query>
[[nodiscard]] Query registered(Query query, const std::source_location& where = std::source_location::current()) {
  if constexpr (render::measured_of<Query>.totals.marks == 0) {
    query::enlist<Query>(Query::text(), where);
  } else {
    static const std::string text = to_sql(query).text;
    query::enlist<Query>(text, where);
  }
  return query;
}
/// Compile time: the text is a constant.
template <class Query>
[[nodiscard]] prepared_query<Query> registered(prepared_query<Query> query,
                                               const std::source_location& where = std::source_location::current()) {
  query::enlist<Query>(Query::text(), where);
  return query;
}

}  // namespace virga
