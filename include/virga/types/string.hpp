// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstring>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/modifier.hpp"
#include "virga/types/utf8.hpp"

namespace virga::types {

/// The largest text in bytes: a value is one allocation of at most 1 GB - 1, of which four bytes are its length.
/// Source: PostgreSQL manual, "Character Types"; postgres/src/include/utils/memutils.h, MaxAllocSize.
inline constexpr std::size_t largest_text = 0x3fffffff - 4;

/// What a text parameter must hold to. libpq takes text up to its NUL, so a NUL byte inside would cut the value
/// silently. The client encoding is UTF-8.
inline fault check_text(std::string_view text) {
  if (text.size() > largest_text) return "it is larger than the 1 GB a PostgreSQL value can hold";
  if (!text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr)
    return "it contains a NUL byte, which PostgreSQL text cannot hold";
  return utf_8_prefix(text) == text.size() ? nullptr : "it is not UTF-8";
}

/// What all types held as a `std::string` share. `encode` refers to the string and copies nothing, so the string
/// must outlive the parameter; hence no temporaries.
struct held_as_string {
  using value = std::string;
  static fault check(std::string_view text) { return check_text(text); }
  static fault decode(std::string_view text, value& out) {
    out.assign(text);
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    out.refer(in.c_str(), in.size());
    return check_text(in);
  }
  static fault encode(const value&& in, parameter_text& out) = delete;
};

/// Of `varchar(n)` and `character(n)`: text that is longer, be it by spaces alone, which the server would cut.
struct of_bounded_length : held_as_string {
  static fault exceeds(std::string_view in, type_modifier column) {
    const auto most = static_cast<std::size_t>(column.length);
    if (most == 0 || in.size() <= most || count_characters(in) <= most) return nullptr;
    return "it has more characters than the column takes";
  }
};

/// Character strings, byte for byte as the server sends and takes them.
/// Source: PostgreSQL manual, "Character Types".
struct text : held_as_string {
  static constexpr std::string_view name = "text";
  static constexpr auto family = type_family::string;
  static constexpr int binary_gain = -5;  // the same bytes, by a longer way in the server
};

/// `varchar` without a length holds any text. A value that is longer than its column's length is refused before it is
/// sent (the server refuses it too, but for spaces at its end, which it cuts; and cuts it in an explicit cast).
struct varchar : of_bounded_length {
  static constexpr std::string_view name = "varchar";
  static constexpr auto family = type_family::string;
  static constexpr int binary_gain = -5;
};

/// Blank-padded: the server sends the padding, and so does the value carry it; comparisons in SQL ignore it.
/// `character` without a length means `character(1)`, and a cast to it cuts; `bpchar` is the name that never does.
struct character : of_bounded_length {
  static constexpr std::string_view name = "character";
  static constexpr std::string_view cast_name = "bpchar";
  static constexpr auto family = type_family::string;
  static constexpr int binary_gain = -5;
};

}  // namespace virga::types

template <>
struct virga::default_type<std::string> {
  using type = types::text;
};
template <>
struct virga::default_type<std::string_view> {
  using type = types::text;
};
template <>
struct virga::default_type<const char*> {
  using type = types::text;
};
