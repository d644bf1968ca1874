// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// Text that SQL compares without regard to case; kept and returned as it was written. The extension `citext` must be
/// in the database. C++ compares its strings as always. Source: PostgreSQL manual, "citext".
struct citext : held_as_string {
  static constexpr std::string_view name = "citext", extension = "citext";
  static constexpr auto family = type_family::string;
};

}  // namespace virga::types
