// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// A path of labels in a tree, `Top.Science.Astronomy`; whether it is one the server says. The extension `ltree` must
/// be in the database. Source: PostgreSQL manual, "ltree".
struct ltree : held_as_string {
  static constexpr std::string_view name = "ltree", extension = "ltree";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
};

}  // namespace virga::types
