// SPDX-License-Identifier: BSL-1.0
//
// Row locks of a select. Source: PostgreSQL manual, "SELECT", The Locking Clause.
#pragma once
#include "virga/query/projection.hpp"

namespace virga {

enum class lock_strength : unsigned char { update, no_key_update, share, key_share };
enum class lock_wait : unsigned char { wait, nowait, skip_locked };

/// ` for update of "a" skip locked`. Made by `for_update()` and its siblings.
template <lock_strength Strength, lock_wait Wait, class... Tables>
struct row_lock {
  using lock_kind = row_lock;
  static constexpr auto part = render::clause::lock;

  /// Only the rows of these tables, where the select reads several. SQL: ` of "table"`.
  template <class... More>
  [[nodiscard]] constexpr auto of(const More&...) const {
    constexpr bool fits = sizeof...(More) > 0 && (query::table_like<More> && ...);
    static_assert(fits, "virga: of() takes tables of the query");
    if constexpr (fits)
      return row_lock<Strength, Wait, More...>{};
    else
      return *this;
  }
  /// A row that another transaction holds is an error at once: `database_error` 55P03. SQL: ` nowait`.
  [[nodiscard]] constexpr auto nowait() const { return row_lock<Strength, lock_wait::nowait, Tables...>{}; }
  /// A row that another transaction holds is left out. SQL: ` skip locked`.
  [[nodiscard]] constexpr auto skip_locked() const { return row_lock<Strength, lock_wait::skip_locked, Tables...>{}; }

  static constexpr void render(sink& s) {
    constexpr std::string_view words[] = {" for update", " for no key update", " for share", " for key share"};
    s.text(words[static_cast<int>(Strength)]);
    if (sizeof...(Tables) > 0) s.text(" of ");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), s.locked(Tables::source::info)), ...);
    if (Wait == lock_wait::nowait) s.text(" nowait");
    if (Wait == lock_wait::skip_locked) s.text(" skip locked");
  }
  void bind(binder&) const {}
  static constexpr void group(render::statement_facts& facts) {
    facts.skips_locked = facts.skips_locked || Wait == lock_wait::skip_locked;
  }
};

/// For `select(…).lock(…)`: nobody else changes, locks or deletes the rows until the transaction ends.
/// SQL: ` for update`.
[[nodiscard]] constexpr auto for_update() { return row_lock<lock_strength::update, lock_wait::wait>{}; }
/// The same, but keys that point to the rows may still be inserted. SQL: ` for no key update`.
[[nodiscard]] constexpr auto for_no_key_update() { return row_lock<lock_strength::no_key_update, lock_wait::wait>{}; }
/// Others may read and share, but not change. SQL: ` for share`.
[[nodiscard]] constexpr auto for_share() { return row_lock<lock_strength::share, lock_wait::wait>{}; }
/// Others may change anything but the key. SQL: ` for key share`.
[[nodiscard]] constexpr auto for_key_share() { return row_lock<lock_strength::key_share, lock_wait::wait>{}; }

}  // namespace virga
