// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

/// `operand is [not] null`.
template <bool Negated, class Operand>
struct null_test : expression_node<null_test<Negated, Operand>> {
  using type = types::boolean;
  static constexpr auto strength = precedence::is;

  [[no_unique_address]] Operand operand;


  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>(s);
    const bool grouped = s.enter_expression(&null_test::render);
    render_operand<Operand>(s, tighter(strength));
    s.text(Negated ? " is not null" : " is null");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { operand.bind(b); }
};

/// Whether an expression is null. Boolean, never null. SQL: `operand is null`.
template <expression Operand>
[[nodiscard]] constexpr auto is_null(Operand&& operand) {
  return null_test<false, std::remove_cvref_t<Operand>>{{}, static_cast<Operand&&>(operand)};
}
/// SQL: `operand is not null`.
template <expression Operand>
[[nodiscard]] constexpr auto is_not_null(Operand&& operand) {
  return null_test<true, std::remove_cvref_t<Operand>>{{}, static_cast<Operand&&>(operand)};
}

}  // namespace virga
