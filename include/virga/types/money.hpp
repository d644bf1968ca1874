// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// An amount as the server writes it, `$1,234.50`. The setting lc_monetary decides how, down to the number of digits
/// behind the point, and the text does not say which setting it was: a number made of it would be a guess. Read the
/// amount with a cast to numeric, or declare the column numeric.
/// Source: PostgreSQL manual, "Monetary Types".
struct money : held_as_string {
  static constexpr std::string_view name = "money";
  static constexpr auto family = type_family::other;
};

}  // namespace virga::types
