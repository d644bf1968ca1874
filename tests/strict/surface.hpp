// SPDX-License-Identifier: BSL-1.0
//
// A table with columns of many types, for the files beside this (see CMakeLists.txt).
#pragma once
#include "virga/fwd.hpp"  // first, as a program's own headers have it
//
#include "virga/types/all.hpp"
#include "virga/virga.hpp"

namespace surface {

namespace pg = virga::pg;
using virga::col;
using namespace virga::literals;

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::varchar("name", 40).not_null().unique()> name{};
  col<Mode, pg::integer("age")> age{};
  col<Mode, pg::date("born")> born{};
  col<Mode, pg::interval("nap", pg::interval_fields::day_to_second, 3)> nap{};
  col<Mode, pg::timestamptz("seen").not_null().default_now()> seen{};
  col<Mode, pg::integer("scores").array()> scores{};
  col<Mode, pg::integer("board").array<2>()> board{};

  static constexpr auto extras(auto t) {
    return pg::extras(pg::check("people_age_ok", t.age >= 18), pg::index("people_seen_idx").on(desc(t.seen)));
  }
};
inline constexpr virga::table<people_table> people;

}  // namespace surface
