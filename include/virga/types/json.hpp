// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// JSON as text; whether it is JSON the server says. `json` comes back as it was written, `jsonb` in the server's own
/// layout: without its white space, with one value a key, keys in another order, numbers equal but written otherwise.
/// SQL compares `jsonb` alone.
/// Source: PostgreSQL manual, "JSON Types".
struct json : held_as_string {
  static constexpr std::string_view name = "json";
  static constexpr auto family = type_family::json;
  static constexpr comparisons operators = no_comparisons;
  static constexpr int binary_gain = -5;
};
struct jsonb : held_as_string {
  static constexpr std::string_view name = "jsonb";
  static constexpr auto family = type_family::json;
  static constexpr comparisons operators{.extremes = false};
};

}  // namespace virga::types
