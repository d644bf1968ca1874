// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/render/assemble.hpp"
#include "virga/render/sink.hpp"

namespace virga::render {

/// What the counting walk finds.
struct measured {
  sink::totals totals;
  verdict found;
};

template <class Node>
consteval measured measure() {
  sink counting;
  Node::render(counting);
  return {counting.measured(), counting.found()};
}
template <class Node>
inline constexpr measured measured_of = measure<Node>();

template <std::size_t Size, std::size_t Marks, std::size_t Parameters>
struct program_storage {
  char text[Size + 1]{};  // NUL-terminated, as libpq takes it
  mark marks[Marks + (Marks == 0 ? 1 : 0)]{};
  std::string_view types[Parameters + (Parameters == 0 ? 1 : 0)]{};  // of the parameters that are always there
  std::size_t fixed_parameters = 0;

  [[nodiscard]] constexpr std::string_view view() const { return {text, Size}; }
  [[nodiscard]] constexpr program get() const { return {view(), marks, Marks, fixed_parameters}; }
};

template <class Node>
consteval auto compile() {
  constexpr sink::totals totals = measured_of<Node>.totals;
  program_storage<totals.size, totals.marks, totals.fixed_parameters> result;
  result.fixed_parameters = totals.fixed_parameters;
  sink writing(result.text, result.marks);
  writing.collect(result.types);
  Node::render(writing);
  return result;
}

/// The text of a query (or fragment), made by the compiler.
template <class Node>
inline constexpr auto program_of = compile<Node>();

}  // namespace virga::render
