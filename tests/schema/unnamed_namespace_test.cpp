// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it and its neighbour are two translation units.
//
// Two source files may each have a table of one name in their unnamed namespaces; the other is
// unnamed_namespace_again_test.cpp. What is made of them must not be shared: g++ 12 does share what is made of a
// template over such a template.
#include <gtest/gtest.h>

#include "schema/unnamed_namespace.hpp"
#include "virga/virga.hpp"

namespace {

using namespace virga;

template <class Mode>
struct readings_table {
  static constexpr auto table = pg::table("first_readings");
  col<Mode, pg::bigint("id").primary_key()> id{};
  col<Mode, pg::integer("level").not_null()> level{};
};
constexpr virga::table<readings_table> readings;

TEST(tables_in_unnamed_namespaces, keep_apart_from_those_of_other_files) {
  EXPECT_EQ(select(readings.id).from(readings).where(readings.level > 1).text(),
            R"(select "first_readings"."id" from "first_readings" where "first_readings"."level" > $1)");
  EXPECT_EQ(delete_from(readings).where(readings.id == 1).text(),
            R"(delete from "first_readings" where "first_readings"."id" = $1)");
  EXPECT_EQ(tests::text_of_the_other_files_delete(),
            R"(delete from "second_readings" where "second_readings"."key" = $1)");
  EXPECT_EQ(create_statements(readings).at(0),
            R"(create table "first_readings" ("id" bigint primary key, "level" integer not null))");
  EXPECT_EQ(tests::ddl_of_the_other_files_table(), R"(create table "second_readings" ("key" bigint primary key))");
}

}  // namespace
