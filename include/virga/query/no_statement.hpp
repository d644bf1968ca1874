// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string_view>

namespace virga::query {

/// What stands in for a statement that was refused, on something that is no table say, so that its message is the only
/// one.
struct no_statement {
  using refused_kind = no_statement;
  constexpr auto values(const auto&...) const { return *this; }
  constexpr auto set(const auto&...) const { return *this; }
  constexpr auto where(const auto&) const { return *this; }
  constexpr auto all_rows() const { return *this; }
  constexpr auto on_conflict(const auto&...) const { return *this; }
  constexpr auto do_nothing() const { return *this; }
  constexpr auto do_update(const auto&...) const { return *this; }
  constexpr auto returning(const auto&...) const { return *this; }
  constexpr auto columns(const auto&...) const { return *this; }
  constexpr auto select(const auto&) const { return *this; }
  constexpr auto default_values() const { return *this; }
  constexpr auto on_constraint(const auto&) const { return *this; }
  constexpr auto from(const auto&) const { return *this; }
  constexpr auto using_(const auto&) const { return *this; }
  constexpr auto inner_join(const auto&, const auto&) const { return *this; }
  constexpr auto left_join(const auto&, const auto&) const { return *this; }
  constexpr auto order_by(const auto&...) const { return *this; }
  constexpr auto limit(const auto&) const { return *this; }
  constexpr auto offset(const auto&) const { return *this; }
  constexpr auto on(const auto&) const { return *this; }
  constexpr auto when_matched(const auto&...) const { return *this; }
  constexpr auto when_not_matched(const auto&...) const { return *this; }
  constexpr auto then_update(const auto&...) const { return *this; }
  constexpr auto then_delete() const { return *this; }
  constexpr auto then_insert(const auto&...) const { return *this; }
  constexpr std::string_view text() const { return {}; }
  constexpr auto all(const auto&...) const { return *this; }
  constexpr auto one(const auto&...) const { return *this; }
  constexpr auto first(const auto&...) const { return *this; }
  constexpr auto view(const auto&...) const { return *this; }
  constexpr auto stream(const auto&...) const { return *this; }
  constexpr void each(const auto&...) const {}
  constexpr std::size_t run(const auto&...) const { return 0; }
  constexpr auto try_all(const auto&...) const { return *this; }
  constexpr auto try_one(const auto&...) const { return *this; }
  constexpr auto try_first(const auto&...) const { return *this; }
  constexpr auto try_each(const auto&...) const { return *this; }
  constexpr auto try_run(const auto&...) const { return *this; }
};

}  // namespace virga::query
