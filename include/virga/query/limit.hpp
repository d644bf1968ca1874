// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>

#include "virga/expr/placeholder.hpp"
#include "virga/query/chain.hpp"
#include "virga/types/integer.hpp"

namespace virga::query {

template <clause Part>
inline constexpr render::column_info place_of = render::place_named(Part == clause::limit ? "limit" : "offset");

/// ` limit $n`, ` offset $n`: a number of rows, bound as bigint.
template <clause Part>
struct row_limit {
  static constexpr auto part = Part;
  std::int64_t rows;

  static constexpr void render(sink& s) {
    s.text(Part == clause::limit ? " limit " : " offset ");
    render_rows(s);
  }
  static constexpr void render_rows(sink& s) { s.parameter(types::bigint::name); }
  void bind(binder& b) const { b.value<types::bigint>(rows, &place_of<Part>); }
};

/// The same, given when the query runs. Run time: `database_error` 2201W, 2201X for a negative one.
template <clause Part, fixed_string Name>
struct row_limit_placeholder {
  static constexpr auto part = Part;
  placeholder_expression<Name, types::bigint> rows;

  static constexpr void render(sink& s) {
    s.text(Part == clause::limit ? " limit " : " offset ");
    render_rows(s);
  }
  static constexpr void render_rows(sink& s) { decltype(rows)::render(s); }
  void bind(binder& b) const { rows.bind(b); }
};
/// ` fetch first $n rows only`, ` fetch first $n rows with ties`.
template <class Limit, bool Ties>
struct fetch_clause {
  static constexpr auto part = clause::limit;
  static constexpr bool may_have_ties = !Ties;
  Limit limit;

  static constexpr void group(render::statement_facts& facts) { facts.with_ties = Ties; }
  static constexpr void render(sink& s) {
    s.text(" fetch first ");
    Limit::render_rows(s);
    s.text(Ties ? " rows with ties" : " rows only");
  }
  void bind(binder& b) const { limit.bind(b); }
};
template <class Limit>
constexpr fetch_clause<Limit, true> with_ties(const fetch_clause<Limit, false>& said) {
  return {said.limit};
}

template <clause Part, class Number>
struct row_limit_for {
  using type = row_limit<Part>;
};
template <clause Part, fixed_string Name>
struct row_limit_for<Part, placeholder_name<Name>> {
  using type = row_limit_placeholder<Part, Name>;
};
template <clause Part, class Number>
using row_limit_type = typename row_limit_for<Part, Number>::type;
template <clause Part, fixed_string Name>
[[nodiscard]] constexpr auto checked_rows(placeholder_name<Name>) {
  return row_limit_placeholder<Part, Name>{};
}

/// Makes one. Compile time: a whole number, not negative where it is a constant. Run time: `value_error` for a
/// negative one.
template <clause Part, class Number>
[[nodiscard]] constexpr row_limit<Part> checked_rows(Number number) {
  constexpr bool is_whole = whole_number<Number>;
  static_assert(is_whole, "virga: limit and offset take a whole number of rows");
  if constexpr (whole_number<Number>) {
    const auto rows = converted<types::bigint>(number, &place_of<Part>);
    if (rows < 0) binder::refuse(&place_of<Part>, types::bigint::name, "a number of rows is not negative");
    return {rows};
  } else {
    return {0};
  }
}

}  // namespace virga::query
