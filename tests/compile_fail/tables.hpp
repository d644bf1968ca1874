// SPDX-License-Identifier: BSL-1.0
//
// The tables of the mistakes in this folder, and a database that answers nothing: they need no server.
#pragma once
#include <virga/virga.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct users_table {
  static constexpr auto table = pg::table("users");
  col<Mode, pg::uuid("id").primary_key().default_random()> id{};
  col<Mode, pg::varchar("email", 255).not_null().unique()> email{};
  col<Mode, pg::text("name").not_null()> name{};
  col<Mode, pg::integer("age")> age{};
  col<Mode, pg::timestamptz("created_at").not_null().default_now()> created_at{};
};
inline constexpr virga::table<users_table> users;

template <class Mode>
struct posts_table {
  static constexpr auto table = pg::table("posts");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::uuid("author_id").not_null().references<users_table, "id">({.on_delete = pg::action::cascade})> author_id{};
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::boolean("published").not_null().default_value(false)> published{};
};
inline constexpr virga::table<posts_table> posts;

/// Keys of two columns, and a value that the database computes.
template <class Mode>
struct tags_table {
  static constexpr auto table = pg::table("tags", {.schema = "blog"});
  col<Mode, pg::bigint("post_id").not_null().references<posts_table, "id">()> post_id{};
  col<Mode, pg::text("tag").not_null()> tag{};
  col<Mode, pg::smallint("place").not_null()> place{};
  col<Mode, pg::numeric("weight", 6, 2)> weight{};
  col<Mode, pg::jsonb("extra")> extra{};
  col<Mode, pg::text("label").not_null().generated_always_as("lower(tag)")> label{};

  static constexpr auto extras(auto t) {
    return pg::extras(pg::primary_key(t.post_id, t.tag), pg::unique(t.post_id, t.place),
                      pg::unique_index("tags_label_idx").on(t.label), pg::check("tags_place_ok", t.place > 0));
  }
};
inline constexpr virga::table<tags_table> tags;

using User = infer_select<users>;
using NewUser = infer_insert<users>;
using UserPatch = infer_update<users>;

struct no_rows {
  static constexpr std::size_t rows() { return 0; }
  static constexpr std::size_t columns() { return 0; }
  static constexpr std::size_t affected() { return 0; }
  static constexpr cell at(std::size_t, std::size_t) { return {}; }
};
struct fake_database {};
inline no_rows execute(fake_database&, const virga::statement&) { return {}; }
