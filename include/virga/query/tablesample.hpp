// SPDX-License-Identifier: BSL-1.0
//
// Some of a table's rows, chosen by chance. Source: PostgreSQL manual, "SELECT", TABLESAMPLE.
#pragma once
#include "virga/query/from.hpp"
#include "virga/types/floating.hpp"

namespace virga {

/// How rows are chosen: each by itself, or whole pages of the disk at once, which is faster and less even.
namespace sampling {
template <fixed_string Name>
struct method {
  static constexpr auto name = Name;
};
inline constexpr method<"bernoulli"> bernoulli;
inline constexpr method<"system"> system;
}  // namespace sampling

namespace query {

inline constexpr render::column_info sample_place = render::place_named("tablesample");

/// A table of which FROM sees some rows. SQL: `"table" tablesample method ($1)`.
template <class Table, fixed_string Method, bool Repeatable>
struct sampled_table : Table {
  using derived_kind = sampled_table;
  double percent, seed;

  constexpr sampled_table(double of_rows, double number) : Table{}, percent(of_rows), seed(number) {}

  /// The same rows again for the same seed, as long as the table does not change. SQL: ` repeatable ($2)`.
  template <class Number>
  [[nodiscard]] constexpr auto repeatable(Number number) const {
    constexpr bool fits = std::is_arithmetic_v<Number> && !Repeatable;
    static_assert(fits, "virga: repeatable(seed) takes a number, and is said once");
    return sampled_table<Table, Method, true>(percent, converted<types::double_precision>(number, &sample_place));
  }

  static constexpr void render_source(sink& s) {
    s.source(Table::source::info);
    s.text(" tablesample ");
    s.text(Method.view());
    s.text(" (");
    s.parameter();
    s.text(")");
    if (!Repeatable) return;
    s.text(" repeatable (");
    s.parameter();
    s.text(")");
  }
  void bind(binder& b) const {
    b.value<types::double_precision>(percent, &sample_place);
    if (Repeatable) b.value<types::double_precision>(seed, &sample_place);
  }
};

template <class Table, class Method, class Percent>
[[nodiscard]] constexpr auto make_sample(const Table& table, Method, Percent percent) {
  constexpr bool fits = std::is_arithmetic_v<Percent> && !std::same_as<Percent, bool> && requires {
    Method::name.view();
  };
  static_assert(fits,
                "virga: tablesample(method, percent) takes sampling::bernoulli or sampling::system, and a number");
  if constexpr (fits) {
    const double share = converted<types::double_precision>(percent, &sample_place);
    if (!(share >= 0 && share <= 100))
      binder::refuse(&sample_place, types::double_precision::name, "a share of the rows is from 0 to 100 percent");
    return sampled_table<Table, Method::name, false>(share, 0);
  } else {
    return table;
  }
}

}  // namespace query

template <class Named>
template <class Method, class Percent>
constexpr auto named_table<Named>::tablesample(Method method, Percent percent) const {
  return query::make_sample(*this, method, percent);
}
template <class Named, fixed_string Alias>
template <class Method, class Percent>
constexpr auto aliased_table<Named, Alias>::tablesample(Method method, Percent percent) const {
  return query::make_sample(*this, method, percent);
}

}  // namespace virga
