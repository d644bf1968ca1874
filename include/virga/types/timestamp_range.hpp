// SPDX-License-Identifier: BSL-1.0
#pragma once
// Apart from the other ranges because of what `timestamp` costs to include.
#include "virga/types/range.hpp"
#include "virga/types/timestamp.hpp"

namespace virga::types {

/// Source: PostgreSQL manual, "Range Types".
struct tsrange : range_of<timestamp> {
  static constexpr std::string_view name = "tsrange";
};
struct tsmultirange : multirange_of<timestamp> {
  static constexpr std::string_view name = "tsmultirange";
};

template <>
struct range_type<timestamp> {
  using type = tsrange;
};

}  // namespace virga::types
