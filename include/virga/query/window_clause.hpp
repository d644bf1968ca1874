// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/window.hpp"
#include "virga/query/chain.hpp"

namespace virga {
namespace query {

/// ` window "name" as (…)`; a second one follows the first as `, "other" as (…)`.
template <fixed_string Name, class Window>
struct window_clause {
  static constexpr auto part = clause::window;
  [[no_unique_address]] Window definition;

  static constexpr void render(sink& s) {
    s.text(s.again() ? ", " : " window ");
    s.identifier(Name.view());
    s.text(" as ");
    Window::render(s);
  }
  void bind(binder& b) const { definition.bind(b); }
  static constexpr void group(render::statement_facts& facts) {
    for (std::size_t i = 0; i < facts.window_count; ++i) facts.window_twice = facts.window_twice || facts.windows[i] == Name.view();
    if (facts.window_count < 8) facts.windows[facts.window_count++] = Name.view();
  }
};

}  // namespace query
}  // namespace virga
