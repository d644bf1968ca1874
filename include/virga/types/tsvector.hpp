// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/string.hpp"

namespace virga::types {

/// The lexemes of a document, `'cat':3 'fat':2,4A`, as the server writes them: sorted and without repetitions. Text
/// that is sent is taken for lexemes, not for words: `to_tsvector` in SQL makes the first of the second. Source:
/// PostgreSQL manual, "Text Search Types".
struct tsvector : held_as_string {
  static constexpr std::string_view name = "tsvector";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
};
/// What is searched for, `'fat' & ( 'rat' | 'cat' )`, in the same way.
struct tsquery : held_as_string {
  static constexpr std::string_view name = "tsquery";
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators{.extremes = false};
};

}  // namespace virga::types
