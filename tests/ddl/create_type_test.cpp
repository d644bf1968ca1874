// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/moods.hpp"
#include "support/tables.hpp"
#include "virga/types/vector.hpp"

namespace {

namespace pg = virga::pg;
using tests::colour;
using tests::mood;
using virga::col;
using texts = std::vector<std::string>;

template <class Mode>
struct days_table {
  static constexpr auto table = pg::table("days");
  col<Mode, pg::enumeration<mood>("morning").not_null().default_value(mood::it_is)> morning{};
  col<Mode, pg::enumeration<mood>("evening")> evening{};
};
template <class Mode>
struct walls_table {
  static constexpr auto table = pg::table("walls");
  col<Mode, pg::enumeration<colour>("colour").primary_key()> paint{};
  col<Mode, pg::enumeration<mood>("mood")> feeling{};
  col<Mode, pg::enumeration<tests::grade>("grades").array()> grades{};
};

TEST(create_statements, make_each_enum_type_once_and_before_the_tables) {
  EXPECT_EQ(
      virga::create_statements(virga::table<days_table>{}, virga::table<walls_table>{}),
      (texts{
          R"(create schema if not exists "paint")",
          "create type \"Mood \"\"of\"\" a day\" as enum ('sad', 'it''s, \"NULL\" {\\}', 'fr\xc3\xb6hlich')",
          R"(create type "paint"."colour" as enum ('red', 'NULL'))", R"(create type "grade" as enum ('A'))",
          R"(create table "days" ("morning" "Mood ""of"" a day" default 'it''s, "NULL" {\}' not null, )"
          R"("evening" "Mood ""of"" a day"))",
          R"(create table "walls" ("colour" "paint"."colour" primary key, "mood" "Mood ""of"" a day", "grades" "grade"[]))"}));
}

template <class Mode>
struct documents_table {
  static constexpr auto table = pg::table("documents");
  col<Mode, pg::vector("a", 1536)> a{};
  col<Mode, pg::halfvec("b", 3).not_null()> b{};
  col<Mode, pg::sparsevec("c", 1000000000)> c{};
  col<Mode, pg::vector("d").array()> d{};
};

TEST(create_statements, name_the_types_of_embeddings) {
  EXPECT_EQ(virga::create_statements(virga::table<documents_table>{}),
            (texts{R"(create extension if not exists "vector")",
                   R"(create table "documents" ("a" vector(1536), "b" halfvec(3) not null, "c" sparsevec(1000000000), )"
                   R"("d" vector[]))"}));
}

}  // namespace
