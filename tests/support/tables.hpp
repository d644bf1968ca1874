// SPDX-License-Identifier: BSL-1.0
//
// The tables that several tests share.
#pragma once
#include "virga/virga.hpp"

namespace tests {

namespace pg = virga::pg;

template <class Mode>
struct users_table {
  static constexpr auto table = pg::table("users");

  virga::col<Mode, pg::uuid("id").primary_key().default_random()> id{};
  virga::col<Mode, pg::varchar("email", 255).not_null().unique()> email{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("age")> age{};
  virga::col<Mode, pg::timestamptz("created_at").not_null().default_now()> created_at{};
};
inline constexpr virga::table<users_table> users;

template <class Mode>
struct posts_table {
  static constexpr auto table = pg::table("posts");

  virga::col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  virga::col<Mode, pg::uuid("author_id").not_null().references<users_table, "id">({.on_delete = pg::action::cascade})>
      author_id{};
  virga::col<Mode, pg::text("title").not_null()> title{};
  virga::col<Mode, pg::boolean("published").not_null().default_value(false)> published{};
};
inline constexpr virga::table<posts_table> posts;

/// In a schema of its own; numbers of every kind; a key of two columns.
template <class Mode>
struct readings_table {
  static constexpr auto table = pg::table("readings", {.schema = "lab"});

  virga::col<Mode, pg::integer("station").not_null()> station{};
  virga::col<Mode, pg::date("day").not_null()> day{};
  virga::col<Mode, pg::smallint("channel")> channel{};
  virga::col<Mode, pg::bigint("ticks").not_null().default_value(0)> ticks{};
  virga::col<Mode, pg::real("noise")> noise{};
  virga::col<Mode, pg::double_precision("level")> level{};
  virga::col<Mode, pg::numeric("price", 12, 2)> price{};
  virga::col<Mode, pg::text("note").default_value("none")> note{};

  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.station, t.day)); }
};
inline constexpr virga::table<readings_table> readings;

/// A condition's SQL, as it stands after `where`.
template <class Table, class Predicate>
[[nodiscard]] std::string condition(const Table& table, const Predicate& predicate) {
  std::string text = virga::to_sql(virga::select(virga::count()).from(table).where(predicate)).text;
  const std::size_t where = text.find(" where ");
  return where == text.npos ? std::string() : text.substr(where + 7);
}

}  // namespace tests
