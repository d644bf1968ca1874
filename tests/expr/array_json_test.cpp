// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::text("tags").array().not_null()> tags{};
  col<Mode, pg::integer("n").not_null()> n{};
  col<Mode, pg::smallint("s")> s{};
  col<Mode, pg::jsonb("doc")> doc{};
  col<Mode, pg::json("raw").not_null()> raw{};
};
constexpr virga::table<notes_table> notes;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(notes, expression);
}
using texts = types::array_of<types::text>;

TEST(arrays, are_made_changed_and_read) {
  EXPECT_EQ(listed(element_at(notes.tags, 1)), R"(("notes"."tags")[$1::integer])");
  EXPECT_EQ(listed(element_at(array_append(notes.tags, "x"), notes.n)),
            R"((array_append("notes"."tags", $1::text))["notes"."n"])");
  EXPECT_EQ(listed(array_slice(notes.tags, 2, notes.n)), R"(("notes"."tags")[$1::integer:"notes"."n"])");
  EXPECT_EQ(listed(make_array(notes.n, 7, notes.s)), R"(array["notes"."n", $1::integer, "notes"."s"])");
  EXPECT_EQ(listed(array_prepend("x", notes.tags)), R"(array_prepend($1::text, "notes"."tags"))");
  EXPECT_EQ(listed(array_from(select(tests::users.name).from(tests::users).where(tests::users.age == notes.n))),
            R"(array(select "users"."name" from "users" where "users"."age" = "notes"."n"))");
  EXPECT_TRUE(is<types::text>(element_at(notes.tags, 1)) && is<texts>(array_slice(notes.tags, 1, 2)));
  EXPECT_TRUE(is<types::array_of<types::integer>>(make_array(notes.n, notes.s)) &&
              is<texts>(array_replace(notes.tags, "a", "b")));
  EXPECT_TRUE(is<texts>(array_from(select(tests::users.name).from(tests::users))));
  EXPECT_TRUE(may_be_null(element_at(notes.tags, 1)) && may_be_null(array_length(notes.tags, 1)));
  EXPECT_FALSE(may_be_null(array_slice(notes.tags, 1, 2)) || may_be_null(make_array(notes.s)) ||
               may_be_null(array_positions(notes.tags, "a")));
}

TEST(json, is_changed_built_and_searched) {
  EXPECT_EQ(listed(jsonb_concat(notes.doc, "{}")), R"("notes"."doc" || $1)");
  EXPECT_EQ(listed(jsonb_delete(notes.doc, "a")), R"("notes"."doc" - $1::text)");
  EXPECT_EQ(listed(jsonb_delete(notes.doc, 1)), R"("notes"."doc" - $1::integer)");
  EXPECT_EQ(listed(jsonb_delete(notes.doc, std::vector<std::string>{"a"})), R"("notes"."doc" - $1::text[])");
  EXPECT_EQ(listed(json_get(jsonb_delete(notes.doc, "a"), "b")), R"("notes"."doc" - $1::text -> $2::text)");
  EXPECT_EQ(listed(jsonb_delete(json_get(notes.doc, "b"), "a")), R"(("notes"."doc" -> $1::text) - $2::text)");
  EXPECT_EQ(listed(jsonb_delete_path(notes.doc, {"a", "b"})), R"("notes"."doc" #- $1::text[])");
  EXPECT_EQ(listed(jsonb_set(notes.doc, {"a"}, to_jsonb(notes.n), false)),
            R"(jsonb_set("notes"."doc", $1::text[], to_jsonb("notes"."n"), $2::boolean))");
  EXPECT_EQ(listed(jsonb_insert(notes.doc, {"a"}, "1")), R"(jsonb_insert("notes"."doc", $1::text[], $2::jsonb))");
  EXPECT_EQ(listed(jsonb_path_exists(notes.doc, "$.a")), R"(jsonb_path_exists("notes"."doc", $1::jsonpath))");
  EXPECT_EQ(listed(json_build_object("n", notes.n)), R"(json_build_object($1::text, "notes"."n"))");
  EXPECT_TRUE(is<types::json>(json_build_array(notes.n, "x")) && is<types::jsonb>(jsonb_build_array(notes.n)));
  EXPECT_TRUE(may_be_null(jsonb_set(notes.doc, {"a"}, "1")) &&
              may_be_null(jsonb_path_match(cast<types::jsonb>("{}"), "$.a")));
  EXPECT_FALSE(may_be_null(json_build_array(notes.s)) || may_be_null(json_typeof(notes.raw)));
}

}  // namespace
