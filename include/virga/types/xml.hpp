// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// An XML document or a piece of one, as text; whether it is well-formed the server says. It comes back as it was
/// written but for the declaration in front: the server takes its encoding away, and all of it if nothing else is said.
/// SQL has no `=` for it.
/// Source: PostgreSQL manual, "XML Type".
struct xml : held_as_string {
  static constexpr std::string_view name = "xml";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators = no_comparisons;
};

}  // namespace virga::types
