// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <virga/virga.hpp>

namespace bench {

namespace pg = virga::pg;
using virga::col;

template <class Mode>
struct readings_table {
  static constexpr auto table = pg::table("readings");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::integer("sensor").not_null()> sensor{};
  col<Mode, pg::integer("level")> level{};
  col<Mode, pg::text("place").not_null()> place{};
  col<Mode, pg::varchar("note", 200).not_null()> note{};
  col<Mode, pg::boolean("valid").not_null()> valid{};
  col<Mode, pg::double_precision("value").not_null()> value{};
  col<Mode, pg::timestamptz("taken_at").not_null()> taken_at{};
};
inline constexpr virga::table<readings_table> readings;

using Reading = virga::infer_select<readings>;
using NewReading = virga::infer_insert<readings>;

}  // namespace bench
