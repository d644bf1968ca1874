// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/expression.hpp"
#include "virga/types/boolean.hpp"

namespace virga {

/// What stands in for an expression that was refused, so that its message is the only one: it may stand wherever a
/// condition may, and the statement around it says nothing more.
struct refused : expression_node<refused> {
  using type = types::boolean;
  using refused_kind = refused;
  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render(sink& s) {
    s.broken(render::rule::already_said);
    s.text("null");
  }
  void bind(binder&) const {}

  // what may follow an aggregate, a window function or a case
  constexpr refused over(const auto&...) const { return {}; }
  constexpr refused filter(const auto&) const { return {}; }
  constexpr refused within_group(const auto&...) const { return {}; }
  constexpr refused distinct() const { return {}; }
  constexpr refused order_by(const auto&...) const { return {}; }
  constexpr refused when(const auto&...) const { return {}; }
  constexpr refused else_(const auto&) const { return {}; }
};

}  // namespace virga
