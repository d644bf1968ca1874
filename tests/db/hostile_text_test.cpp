// SPDX-License-Identifier: BSL-1.0
//
// Text that would be SQL, array syntax or a placeholder if it were ever put into the text of a statement.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/hostile_texts.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct letters_table {
  static constexpr auto table = pg::table("letters");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("body").not_null()> body{};
  virga::col<Mode, pg::varchar("copy", 500)> copy{};
};
constexpr virga::table<letters_table> letters;
using new_letter = virga::infer_insert<letters>;

const std::vector<std::string>& hostile() { return tests::hostile_texts(); }

class hostile_text : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(db, letters); }
  std::string only() {
    const auto row = select().from(letters).one(db);
    virga::delete_from(letters).all_rows().run(db);
    EXPECT_EQ(row.body, row.copy);
    return row.body;
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(hostile_text, in_an_assignment) {
  for (const auto& text : hostile()) {
    insert_into(letters).values(letters.body = text, letters.copy = text).run(db);
    EXPECT_EQ(only(), text);
  }
}

TEST_F(hostile_text, in_a_struct) {
  for (const auto& text : hostile()) {
    insert_into(letters).values(new_letter{.body = text, .copy = text}).run(db);
    EXPECT_EQ(only(), text);
  }
}

TEST_F(hostile_text, in_the_arrays_of_a_batch) {
  std::vector<new_letter> rows;
  for (const auto& text : hostile()) rows.push_back({.body = text, .copy = text});
  const auto back = insert_into(letters).values(rows).returning(letters.body, letters.copy).all(db);
  ASSERT_EQ(back.size(), hostile().size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(back[i].body, hostile()[i]);
    EXPECT_EQ(back[i].copy, hostile()[i]);
  }
}

TEST_F(hostile_text, in_the_cells_of_a_mixed_batch) {
  std::vector<new_letter> rows;
  for (const auto& text : hostile()) rows.push_back({.body = text, .copy = text});
  rows[0].id = 5000;
  insert_into(letters).values(rows).run(db);
  std::vector<std::string> back;
  for (const auto& row : select(letters.body).from(letters).all(db)) back.push_back(row.body);
  std::vector<std::string> given = hostile();
  std::sort(back.begin(), back.end());
  std::sort(given.begin(), given.end());
  EXPECT_EQ(back, given);
}

TEST_F(hostile_text, in_a_condition_a_list_and_an_argument) {
  std::vector<new_letter> rows;
  for (const auto& text : hostile()) rows.push_back({.body = text});
  insert_into(letters).values(rows).run(db);
  for (const auto& text : hostile()) {
    EXPECT_EQ(select().from(letters).where(letters.body == text).one(db).body, text);
    EXPECT_EQ(select().from(letters).where(in_(letters.body, {text})).one(db).body, text);
    EXPECT_EQ(select().from(letters).where(when(true, text == letters.body)).one(db).body, text);
    EXPECT_EQ(select().from(letters).where(between(letters.body, text, text)).one(db).body, text);
    EXPECT_EQ(select(virga::sql<std::string>("{}"_sql, text)).one(db).get<0>(), text);
    EXPECT_EQ(
        select(letters.body).from(letters).where(virga::sql<bool>("{} = {}"_sql, letters.body, text)).one(db).body,
        text);
  }
  EXPECT_EQ(select().from(letters).where(in_(letters.body, hostile())).all(db).size(), hostile().size());
  EXPECT_EQ(select().from(letters).where(not_in(letters.body, hostile())).all(db).size(), 0U);
}

TEST_F(hostile_text, in_a_patch_and_an_update) {
  insert_into(letters).values(letters.body = "x").run(db);
  for (const auto& text : hostile()) {
    virga::update(letters).set(virga::infer_update<letters>{.body = text, .copy = text}).where(letters.id > 0).run(db);
    const auto patched = select().from(letters).one(db);
    EXPECT_EQ(patched.body, text);
    EXPECT_EQ(patched.copy, text);
    virga::update(letters).set(letters.body = text, letters.copy = letters.body).all_rows().run(db);
    EXPECT_EQ(select().from(letters).one(db).body, text);
  }
}

TEST_F(hostile_text, through_a_programs_own_libpqxx) {
  pqxx::connection connection(std::string("host='") + PQhost(db.acquire().connection().native_handle()) +
                              "' port=" + PQport(db.acquire().connection().native_handle()) +
                              " dbname=" + PQdb(db.acquire().connection().native_handle()) +
                              " user=" + PQuser(db.acquire().connection().native_handle()) + " password='" +
                              PQpass(db.acquire().connection().native_handle()) + "'");
  pqxx::work work{connection};
  for (const auto& text : hostile()) {
    insert_into(letters).values(new_letter{.body = text}).run(work);
    EXPECT_EQ(select().from(letters).where(letters.body == text).one(work).body, text);
  }
}

TEST_F(hostile_text, that_is_no_utf_8_is_refused_before_it_is_sent) {
  EXPECT_THROW(insert_into(letters).values(letters.body = "\xff\xfe").run(db), virga::value_error);
  EXPECT_EQ(select().from(letters).all(db).size(), 0U);
}

TEST_F(hostile_text, with_a_nul_byte_is_refused_before_it_is_sent) {
  const std::string text("a\0b", 3);
  const auto refused = [](auto&& statement, auto& on) {
    try {
      statement.run(on);
    } catch (const virga::value_error& error) {
      return error.column();
    }
    return std::string("nothing was refused");
  };
  EXPECT_EQ(refused(insert_into(letters).values(letters.body = text), db), "letters.body");
  EXPECT_EQ(refused(insert_into(letters).values(new_letter{.body = "x", .copy = text}), db), "letters.copy");
  EXPECT_EQ(refused(insert_into(letters).values(std::vector<new_letter>{{.body = "x"}, {.body = text}}), db),
            "letters.body");
  EXPECT_EQ(refused(select().from(letters).where(letters.copy == text), db), "letters.copy");
  EXPECT_EQ(refused(select().from(letters).where(in_(letters.copy, {text})), db), "letters.copy");
  EXPECT_EQ(refused(virga::update(letters).set(virga::infer_update<letters>{.copy = text}).all_rows(), db),
            "letters.copy");
  EXPECT_EQ(select().from(letters).all(db).size(), 0U);
}

}  // namespace
