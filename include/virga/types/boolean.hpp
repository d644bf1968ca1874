// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"

namespace virga::types {

/// True or false: exactly `t` or `f`, the only spellings the server sends.
/// Source: PostgreSQL manual, "Boolean Type".
struct boolean {
  using value = bool;
  static constexpr std::string_view name = "boolean";
  static constexpr auto family = type_family::boolean;
  static constexpr comparisons operators{.extremes = false};

  static fault decode(std::string_view text, value& out) {
    if (text.size() != 1 || (text[0] != 't' && text[0] != 'f')) return "it is not a boolean";
    out = text[0] == 't';
    return nullptr;
  }
  static constexpr int binary_gain = -5;
  static fault decode_binary(std::string_view bytes, value& out) {
    if (bytes.size() != 1 || (bytes[0] != 0 && bytes[0] != 1)) return "it is not a boolean";
    out = bytes[0] != 0;
    return nullptr;
  }
  static fault encode(value in, parameter_text& out) {
    out.small()[0] = in ? 't' : 'f';
    out.finish(1);
    return nullptr;
  }
};

}  // namespace virga::types

template <>
struct virga::default_type<bool> {
  using type = types::boolean;
};
