// SPDX-License-Identifier: BSL-1.0
//
// The tables of the tests of right but unusual queries.
#pragma once
#include <virga/virga.hpp>

namespace tests::blog {

namespace pg = virga::pg;
using virga::col;

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
  static constexpr auto table = pg::table("posts", {.schema = "blog"});
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::uuid("author_id").not_null().references<users_table, "id">()> author_id{};
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::boolean("published").not_null().default_value(false)> published{};
  col<Mode, pg::integer("likes").not_null().default_value(0)> likes{};
};
inline constexpr virga::table<posts_table> posts;

template <class Mode>
struct tags_table {
  static constexpr auto table = pg::table("tags");
  col<Mode, pg::bigint("post_id").not_null().references<posts_table, "id">()> post_id{};
  col<Mode, pg::text("tag").not_null()> tag{};
  col<Mode, pg::smallint("place").not_null()> place{};
  col<Mode, pg::numeric("weight", 6, 2)> weight{};

  static constexpr auto extras(auto t) {
    return pg::extras(pg::primary_key(t.post_id, t.tag), pg::unique(t.post_id, t.place),
                      pg::unique_index("tags_place_tag_idx").on(t.place, t.tag));
  }
};
inline constexpr virga::table<tags_table> tags;

}  // namespace tests::blog
