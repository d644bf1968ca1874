// SPDX-License-Identifier: BSL-1.0
//
// Arrays whose first index is not 1: `pg::integer("scores").array().as<virga::indexed_array<std::vector<int>>>()`. Not
// part of virga.hpp. Source: PostgreSQL manual, "Array Input and Output Syntax".
#pragma once
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "virga/types/nested_array.hpp"
#include "virga/types/stored_as.hpp"

namespace virga {

/// A list, and the index of the first element of each of its dimensions; without any where all are 1.
template <class List>
struct indexed_array {
  List elements;
  std::vector<std::int32_t> first_indexes{};
  friend bool operator==(const indexed_array&, const indexed_array&) = default;
};

namespace types {

template <class Type>
inline constexpr int dimensions_of = 1;
template <class Element, int Dimensions, bool Nulls>
inline constexpr int dimensions_of<nested_array_of<Element, Dimensions, Nulls>> = Dimensions;

/// How long the lists of each dimension are.
template <int Dimensions, class List>
void append_sizes(const List& in, std::vector<std::size_t>& out) {
  out.push_back(in.size());
  if constexpr (Dimensions > 1)
    if (!in.empty()) append_sizes<Dimensions - 1>(in.front(), out);
}

/// Reads `[-1:0][2:3]=`, if there is such a thing, off the beginning of a text.
inline bool take_indexes(std::string_view& text, std::vector<std::int32_t>& first, std::vector<std::size_t>& sizes) {
  const auto number = [&](std::int32_t& out, char end) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    if (result.ec != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    if (!text.starts_with(end)) return false;
    text.remove_prefix(1);
    return true;
  };
  while (text.starts_with('[')) {
    text.remove_prefix(1);
    std::int32_t from = 0, to = 0;
    if (!number(from, ':') || !number(to, ']') || to < from) return false;
    first.push_back(from);
    sizes.push_back(static_cast<std::size_t>(std::int64_t{to} - from + 1));
  }
  if (first.empty()) return true;
  if (!text.starts_with('=')) return false;
  text.remove_prefix(1);
  return true;
}

template <class Base, class List>
requires(is_array<Base>&& std::same_as<List, typename Base::value>) struct own_codec<Base, indexed_array<List>> {
  static fault decode(std::string_view text, indexed_array<List>& out) {
    constexpr fault wrong_indexes = "its indexes are none of an array like this";
    out.first_indexes.clear();
    std::vector<std::size_t> said, sizes;
    if (!take_indexes(text, out.first_indexes, said)) return wrong_indexes;
    if (const fault wrong = Base::decode(text, out.elements)) return wrong;
    if (out.first_indexes.empty()) return nullptr;
    append_sizes<dimensions_of<Base>>(out.elements, sizes);
    if (sizes != said) return wrong_indexes;
    bool all_1 = true;
    for (const std::int32_t each : out.first_indexes) all_1 = all_1 && each == 1;
    if (all_1) out.first_indexes.clear();
    return nullptr;
  }
  static fault encode(const indexed_array<List>& in, parameter_text& out) {
    parameter_text elements;
    if (const fault wrong = Base::encode(in.elements, elements)) return wrong;
    std::string& text = out.large();
    text.clear();
    if (!in.first_indexes.empty()) {
      std::vector<std::size_t> sizes;
      append_sizes<dimensions_of<Base>>(in.elements, sizes);
      if (in.elements.empty()) return "an array without elements has no indexes";
      if (sizes.size() != in.first_indexes.size()) return "it has another number of first indexes than of dimensions";
      for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::int64_t last = in.first_indexes[i] + static_cast<std::int64_t>(sizes[i]) - 1;
        if (last >= std::numeric_limits<std::int32_t>::max()) return "its last index is too large for PostgreSQL";
        text += "[" + std::to_string(in.first_indexes[i]) + ":" + std::to_string(last) + "]";
      }
      text += "=";
    }
    text += elements.view();
    out.finish_large();
    return nullptr;
  }
};

}  // namespace types
}  // namespace virga
