// SPDX-License-Identifier: BSL-1.0
//
// SQL that is made while the program compiles, to be kept in a column's definition: the literals of defaults, the
// options of sequences.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "virga/expr/parameter.hpp"

namespace virga {

namespace pg {

/// How the sequence behind an identity column counts; what is left out is the database's default.
/// Source: PostgreSQL manual, "CREATE SEQUENCE".
struct sequence_options {
  std::optional<long long> start_with{}, increment_by{}, min_value{}, max_value{}, cache{};
  bool cycle = false;
};

}  // namespace pg

namespace schema {

/// Text of up to `Size - 1` bytes, NUL-terminated: SQL computed from a default value.
template <std::size_t Size>
struct bounded_text {
  char data[Size]{};
  [[nodiscard]] constexpr std::string_view view() const { return data; }
};

consteval auto literal(bool value) {
  bounded_text<6> out;
  const std::string_view text = value ? "true" : "false";
  for (std::size_t i = 0; i < text.size(); ++i) out.data[i] = text[i];
  return out;
}
template <whole_number Number>
constexpr auto literal(Number value) {
  bounded_text<24> out;
  char reversed[24]{};
  std::size_t size = 0;
  const bool negative = value < 0;
  do {
    const int digit = static_cast<int>(value % 10);
    reversed[size++] = static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value = static_cast<Number>(value / 10);
  } while (value != 0);
  if (negative) reversed[size++] = '-';
  for (std::size_t i = 0; i < size; ++i) out.data[i] = reversed[size - 1 - i];
  return out;
}
template <std::size_t Size>
consteval auto literal(const char (&value)[Size]) {
  bounded_text<2 * Size + 2> out;
  std::size_t size = 0;
  out.data[size++] = '\'';
  for (std::size_t i = 0; i + 1 < Size; ++i) {
    if (value[i] == '\'') out.data[size++] = '\'';
    out.data[size++] = value[i];
  }
  out.data[size] = '\'';
  return out;
}

/// `start with 1000 increment by 10`.
consteval auto sequence_text(pg::sequence_options options) {
  bounded_text<192> out;
  std::size_t size = 0;
  const auto add = [&](std::string_view text) {
    for (const char c : text) out.data[size++] = c;
  };
  const auto option = [&](std::string_view name, std::optional<long long> value) {
    if (!value) return;
    if (size != 0) add(" ");
    add(name);
    add(literal(*value).view());
  };
  option("start with ", options.start_with);
  option("increment by ", options.increment_by);
  option("minvalue ", options.min_value);
  option("maxvalue ", options.max_value);
  option("cache ", options.cache);
  if (options.cycle) add(size == 0 ? "cycle" : " cycle");
  return out;
}

/// The label of an enumerator, of at most 63 bytes.
consteval auto literal(std::string_view label) {
  bounded_text<2 * 63 + 3> out;
  std::size_t size = 0;
  out.data[size++] = '\'';
  for (const char c : label) {
    if (c == '\'') out.data[size++] = '\'';
    out.data[size++] = c;
  }
  out.data[size] = '\'';
  return out;
}

}  // namespace schema
}  // namespace virga
