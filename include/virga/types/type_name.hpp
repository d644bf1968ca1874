// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/core/fixed_string.hpp"

namespace virga::types {

/// `"schema"."name"`, made while compiling.
template <const auto& Definition>
inline constexpr auto quoted_type_name = [] {
  constexpr auto quotes = [](std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += c == '"';
    return count;
  };
  constexpr std::size_t schema =
      Definition.schema.empty() ? 0 : Definition.schema.size() + quotes(Definition.schema) + 3;
  fixed_string<schema + Definition.name.size() + quotes(Definition.name) + 3> out;
  std::size_t at = 0;
  for (const std::string_view part : {Definition.schema, Definition.name}) {
    if (part.empty()) continue;
    if (at != 0) out.data[at++] = '.';
    out.data[at++] = '"';
    for (const char c : part) {
      if (c == '"') out.data[at++] = '"';
      out.data[at++] = c;
    }
    out.data[at++] = '"';
  }
  return out;
}();

}  // namespace virga::types
