// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/query/chain.hpp"

namespace virga::query {

/// What a statement does where every part of its condition was left out at run time.
enum class when_empty : bool { every_row, refuse };

/// ` where …`. A select without conditions selects every row; an update or delete refuses.
template <class Predicate, when_empty Empty>
struct where_clause {
  static constexpr auto part = clause::where;
  [[no_unique_address]] Predicate condition;

  static constexpr void render(sink& s) {
    if constexpr (Predicate::dynamic) {
      render_condition<Predicate>(s, " where ", Empty == when_empty::refuse);
    } else {
      s.text(" where ");
      Predicate::render(s);
    }
  }
  void bind(binder& b) const { condition.bind(b); }
};

/// The word of an update or delete that really means every row. No SQL.
struct all_rows_clause {
  static constexpr auto part = clause::where;
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};

template <class Predicate, when_empty Empty>
using where_type = std::conditional_t<predicate<Predicate>, where_clause<Predicate, Empty>, no_clause<clause::where>>;

}  // namespace virga::query
