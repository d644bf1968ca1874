// SPDX-License-Identifier: BSL-1.0
//
// The tables of dataset.sql, as schema.mjs describes them to Drizzle.
#pragma once
#include "virga/virga.hpp"

namespace tests::drizzle {

namespace pg = virga::pg;

template <class Mode>
struct users_table {
  static constexpr auto table = pg::table("users");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::varchar("email", 255).not_null().unique()> email{};
  virga::col<Mode, pg::text("role").not_null().default_value("user")> role{};
  virga::col<Mode, pg::integer("age")> age{};
  virga::col<Mode, pg::integer("manager_id")> manager_id{};
  virga::col<Mode, pg::numeric("balance", 10, 2).not_null().default_value(0)> balance{};
  virga::col<Mode, pg::timestamptz("created_at").not_null().default_now()> created_at{};
};
inline constexpr virga::table<users_table> users;
using new_user = virga::infer_insert<users>;

template <class Mode>
struct posts_table {
  static constexpr auto table = pg::table("posts");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode,
             pg::integer("author_id").not_null().references<users_table, "id">({.on_delete = pg::action::cascade})>
      author_id{};
  virga::col<Mode, pg::text("title").not_null()> title{};
  virga::col<Mode, pg::text("body")> body{};
  virga::col<Mode, pg::boolean("published").not_null().default_value(false)> published{};
  virga::col<Mode, pg::integer("views").not_null().default_value(0)> views{};
  virga::col<Mode, pg::date("created_on").not_null().default_sql("'2024-01-01'")> created_on{};

  static constexpr auto extras(auto t) { return pg::extras(pg::unique(t.author_id, t.title)); }
};
inline constexpr virga::table<posts_table> posts;
using new_post = virga::infer_insert<posts>;

template <class Mode>
struct comments_table {
  static constexpr auto table = pg::table("comments");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::integer("post_id").not_null().references<posts_table, "id">({.on_delete = pg::action::cascade})>
      post_id{};
  virga::col<Mode, pg::integer("user_id").references<users_table, "id">({.on_delete = pg::action::set_null})> user_id{};
  virga::col<Mode, pg::text("body").not_null()> body{};
  virga::col<Mode, pg::smallint("rating")> rating{};
};
inline constexpr virga::table<comments_table> comments;

template <class Mode>
struct tags_table {
  static constexpr auto table = pg::table("tags");
  virga::col<Mode, pg::text("label").primary_key()> label{};
  virga::col<Mode, pg::text("description")> description{};
};
inline constexpr virga::table<tags_table> tags;
using new_tag = virga::infer_insert<tags>;

template <class Mode>
struct post_tags_table {
  static constexpr auto table = pg::table("post_tags");
  virga::col<Mode, pg::integer("post_id").not_null().references<posts_table, "id">({.on_delete = pg::action::cascade})>
      post_id{};
  virga::col<Mode, pg::text("tag").not_null().references<tags_table, "label">()> tag{};
  virga::col<Mode, pg::integer("place").not_null().default_value(1)> place{};

  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.post_id, t.tag)); }
};
inline constexpr virga::table<post_tags_table> post_tags;

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

template <class Mode>
struct lab_users_table {
  static constexpr auto table = pg::table("users", {.schema = "lab"});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
};
inline constexpr virga::table<lab_users_table> lab_users;

template <class Mode>
struct odd_table {
  static constexpr auto table = pg::table("odd \"name\"");
  virga::col<Mode, pg::integer("select").primary_key()> select{};
  virga::col<Mode, pg::text("say \"hi\"; --").not_null()> greeting{};
  virga::col<Mode, pg::text("\xc3\xa9t\xc3\xa9").not_null()> summer{};
};
inline constexpr virga::table<odd_table> odd;

template <class Mode>
struct orders_table {
  static constexpr auto table = pg::table("shop_orders");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("customer").not_null()> customer{};
  virga::col<Mode, pg::integer("total").not_null().default_value(0)> total{};
  virga::col<Mode, pg::date("placed_on")> placed_on{};
};
inline constexpr virga::table<orders_table> orders;

template <class Mode>
struct defaults_only_table {
  static constexpr auto table = pg::table("defaults_only");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("mood").default_value("calm")> mood{};
  virga::col<Mode, pg::text("state")> state{};
};
inline constexpr virga::table<defaults_only_table> defaults_only;

template <class Mode>
struct tickets_table {
  static constexpr auto table = pg::table("tickets");
  virga::col<Mode, pg::integer("id").primary_key().generated_always_as_identity()> id{};
  virga::col<Mode, pg::text("subject").not_null()> subject{};
};
inline constexpr virga::table<tickets_table> tickets;

/// Views are read like tables.
template <class Mode>
struct authors_view {
  static constexpr auto table = pg::table("authors");
  virga::col<Mode, pg::integer("id").not_null()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::bigint("written").not_null()> written{};
};
inline constexpr virga::table<authors_view> authors;

template <class Mode>
struct post_totals_view {
  static constexpr auto table = pg::table("post_totals");
  virga::col<Mode, pg::integer("author_id").not_null()> author_id{};
  virga::col<Mode, pg::bigint("views")> views{};
};
inline constexpr virga::table<post_totals_view> post_totals;

}  // namespace tests::drizzle
