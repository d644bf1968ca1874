// SPDX-License-Identifier: BSL-1.0
//
// The table of all types.
#pragma once
#include "virga/types/all.hpp"

namespace tests::drizzle {

enum class mood { sad, ok, happy };

}  // namespace tests::drizzle

template <>
inline constexpr auto virga::enum_labels<tests::drizzle::mood> = virga::pg::enum_type<tests::drizzle::mood>(
    "mood",
    {{tests::drizzle::mood::sad, "sad"}, {tests::drizzle::mood::ok, "ok"}, {tests::drizzle::mood::happy, "happy"}});

namespace tests::drizzle {

template <class Mode>
struct things_table {
  static constexpr auto table = virga::pg::table("things");
  virga::col<Mode, virga::pg::integer("id").primary_key()> id{};
  virga::col<Mode, virga::pg::smallint("small")> small{};
  virga::col<Mode, virga::pg::bigint("big")> big{};
  virga::col<Mode, virga::pg::numeric("exact", 12, 3)> exact{};
  virga::col<Mode, virga::pg::real("single")> single{};
  virga::col<Mode, virga::pg::double_precision("double")> twice{};
  virga::col<Mode, virga::pg::text("words")> words{};
  virga::col<Mode, virga::pg::varchar("short", 20)> brief{};
  virga::col<Mode, virga::pg::character("fixed", 5)> fixed{};
  virga::col<Mode, virga::pg::boolean("flag")> flag{};
  virga::col<Mode, virga::pg::uuid("unique_id")> unique_id{};
  virga::col<Mode, virga::pg::json("plain")> plain{};
  virga::col<Mode, virga::pg::jsonb("binary_json")> binary_json{};
  virga::col<Mode, virga::pg::bytea("bytes")> bytes{};
  virga::col<Mode, virga::pg::timestamp("local_time")> local_time{};
  virga::col<Mode, virga::pg::timestamptz("zoned_time")> zoned_time{};
  virga::col<Mode, virga::pg::date("day")> day{};
  virga::col<Mode, virga::pg::time("clock")> clock{};
  virga::col<Mode, virga::pg::interval("span")> span{};
  virga::col<Mode, virga::pg::inet("address")> address{};
  virga::col<Mode, virga::pg::cidr("network")> network{};
  virga::col<Mode, virga::pg::macaddr("card")> card{};
  virga::col<Mode, virga::pg::integer("numbers").array_with_nulls()> numbers{};
  virga::col<Mode, virga::pg::text("labels").array_with_nulls()> labels{};
  virga::col<Mode, virga::pg::enumeration<mood>("feeling")> feeling{};
};
inline constexpr virga::table<things_table> things;

}  // namespace tests::drizzle
