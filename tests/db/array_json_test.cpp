// SPDX-License-Identifier: BSL-1.0
//
// Arrays and JSON made, changed and searched on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::text("tags").array().not_null()> tags{};
  col<Mode, pg::integer("n").not_null()> n{};
  col<Mode, pg::smallint("s")> s{};
  col<Mode, pg::jsonb("doc").not_null()> doc{};
  col<Mode, pg::json("raw").not_null()> raw{};
};
constexpr virga::table<notes_table> notes;

class array_json : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, notes);
    insert_into(notes)
        .values(notes.tags = std::vector<std::string>{"red", "blue", "red"}, notes.n = 2, notes.s = 3,
                notes.doc = R"({"a": {"b": [1, 2]}, "none": null})", notes.raw = "[1, 2]")
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(*db_, notes, expression);
  }
  using strings = std::vector<std::string>;
};

TEST_F(array_json, arrays) {
  EXPECT_EQ(value(element_at(notes.tags, 1)), "red");
  EXPECT_EQ(value(element_at(notes.tags, notes.n)), "blue");
  EXPECT_EQ(value(element_at(notes.tags, 9)), "NULL");
  EXPECT_EQ(value(element_at(array_append(notes.tags, "x"), 4)), "x");
  EXPECT_EQ(value(array_slice(notes.tags, 2, 3)), "{blue,red}");
  EXPECT_EQ(value(array_slice(notes.tags, 5, notes.n)), "{}");
  EXPECT_EQ(value(make_array(notes.n, 7, notes.s)), "{2,7,3}");
  EXPECT_EQ(value(make_array(element_at(notes.tags, 1), "x")), "{red,x}");
  EXPECT_EQ(value(array_prepend("x", notes.tags)), "{x,red,blue,red}");
  EXPECT_EQ(value(array_replace(notes.tags, "red", "pink")), "{pink,blue,pink}");
  EXPECT_EQ(value(array_positions(notes.tags, "red")), "{1,3}");
  EXPECT_EQ(value(array_positions(notes.tags, "x")), "{}");
  EXPECT_EQ(value(array_length(notes.tags, 1)), "3");
  EXPECT_EQ(value(array_length(array_remove(array_remove(notes.tags, "red"), "blue"), 1)), "NULL");
  EXPECT_EQ(value(trim_array(notes.tags, notes.n)), "{red}");
  EXPECT_EQ(value(string_to_array(array_to_string(notes.tags, ";"), ";")), "{red,blue,red}");
  const auto other = notes.as("other"_name);
  EXPECT_EQ(value(array_from(select(other.n).from(other).where(other.n >= notes.n))), "{2}");
  EXPECT_EQ(value(array_from(select(other.n).from(other).where(other.n > notes.n))), "{}");
}

TEST_F(array_json, json) {
  EXPECT_EQ(value(jsonb_concat(notes.doc, R"({"c": 3})")), R"({"a": {"b": [1, 2]}, "c": 3, "none": null})");
  EXPECT_EQ(value(jsonb_delete(notes.doc, "a")), R"({"none": null})");
  EXPECT_EQ(value(jsonb_delete(json_path(notes.doc, {"a", "b"}), 0)), "[2]");
  EXPECT_EQ(value(jsonb_delete(notes.doc, strings{"a", "none"})), "{}");
  EXPECT_EQ(value(jsonb_delete_path(notes.doc, {"a", "b", "0"})), R"({"a": {"b": [2]}, "none": null})");
  EXPECT_EQ(value(jsonb_set(notes.doc, {"a"}, to_jsonb(notes.n))), R"({"a": 2, "none": null})");
  EXPECT_EQ(value(jsonb_set(notes.doc, {"x"}, "1", false)), R"({"a": {"b": [1, 2]}, "none": null})");
  EXPECT_EQ(value(jsonb_insert(notes.doc, {"a", "b", "0"}, "9")), R"({"a": {"b": [9, 1, 2]}, "none": null})");
  EXPECT_EQ(value(jsonb_strip_nulls(notes.doc)), R"({"a": {"b": [1, 2]}})");
  EXPECT_EQ(value(jsonb_pretty(json_get(notes.doc, "none"))), "null");
  EXPECT_EQ(value(jsonb_path_exists(notes.doc, "$.a.b[*] ? (@ > 1)")), "true");
  EXPECT_EQ(value(jsonb_path_match(notes.doc, "$.a.b[0] == 1")), "true");
  EXPECT_EQ(value(jsonb_path_query_first(notes.doc, "$.a.b[*]")), "1");
  EXPECT_EQ(value(jsonb_path_query_first(notes.doc, "$.nowhere")), "NULL");
  EXPECT_EQ(value(jsonb_path_query_array(notes.doc, "$.a.b[*]")), "[1, 2]");
  EXPECT_EQ(value(to_json(notes.tags)), R"(["red","blue","red"])");
  EXPECT_EQ(value(json_build_array(notes.n, "x", notes.s)), R"([2, "x", 3])");
  EXPECT_EQ(value(jsonb_build_array(notes.n, "'\"")), R"([2, "'\""])");
  EXPECT_EQ(value(json_build_object("n", notes.n)), R"({"n" : 2})");
  EXPECT_EQ(value(json_typeof(notes.raw)), "array");
  EXPECT_EQ(value(json_array_length(notes.raw)), "2");
}

}  // namespace
