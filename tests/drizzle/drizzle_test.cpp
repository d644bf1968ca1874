// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it adds to the namespace of its support.
//
// Each case against its golden; that no golden is forgotten; and that the judge finds what is wrong.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {

// How GoogleTest prints a case.
std::ostream& operator<<(std::ostream& out, const written_case& given) { return out << given.name; }

namespace {

using namespace virga;
using namespace virga::literals;

class drizzle : public ::testing::TestWithParam<written_case> {};

TEST_P(drizzle, says_the_same) {
  const std::string verdict = judge::shared().verdict(golden_named(GetParam().name), GetParam());
  EXPECT_TRUE(verdict.empty()) << verdict;
}

INSTANTIATE_TEST_SUITE_P(cases, drizzle, ::testing::ValuesIn(written_cases()),
                         [](const auto& test) { return test.param.name; });

TEST(drizzle_goldens, are_each_written_once_or_known_to_be_missing) {
  std::multiset<std::string> known, wanted;
  std::size_t missing = 0;
  for (const written_case& one : written_cases()) known.insert(one.name);
  for (const auto& [what, names] : not_yet_written()) {
    known.insert(names.begin(), names.end());
    missing += names.size();
  }
  std::set<std::string> groups;
  for (const golden& one : goldens()) {
    wanted.insert(one.name);
    groups.insert(one.group);
  }
  EXPECT_EQ(known, wanted);
  EXPECT_GE(groups.size(), 20U);

  std::cout << written_cases().size() << " of " << goldens().size() << " goldens are written, " << missing
            << " are not yet:\n";
  for (const auto& [what, names] : not_yet_written()) std::cout << "  " << names.size() << " for " << what << "\n";
  std::map<std::string, std::vector<std::string>> reasons;
  for (const written_case& one : written_cases()) {
    if (!one.reason_to_differ.empty()) reasons["other SQL: " + one.reason_to_differ].push_back(one.name);
    if (!one.reason_to_refuse.empty()) reasons["refused: " + one.reason_to_refuse].push_back(one.name);
  }
  for (const auto& [reason, names] : reasons) {
    std::cout << reason << "\n ";
    for (const std::string& name : names) std::cout << " " << name;
    std::cout << "\n";
  }
}

TEST(drizzle_goldens, are_what_this_server_answers) {
  for (const golden& one : goldens()) {
    const std::string stale = judge::shared().stale(one);
    EXPECT_TRUE(stale.empty()) << one.name << ": " << stale;
    EXPECT_FALSE(judge::shared().canonical(one.statement).empty()) << one.name;
  }
}

/// What the judge says of a statement that is set against a golden.
template <class Statement, class... Note>
std::string said(std::string name, const Statement& statement, Note... note) {
  const golden& expected = golden_named(name);
  return judge::shared().verdict(expected, {std::move(name), [=] { return to_sql(statement); }, note...});
}
bool says(const std::string& verdict, std::string_view words) { return verdict.find(words) != verdict.npos; }
constexpr std::string_view rows_differ = "the rows differ", sql_differs = "the server understands";

TEST(drizzle_judge, passes_what_is_right) {
  EXPECT_EQ(said("where_equal", select(users.id).from(users).where(users.name == "Bob")), "");
  EXPECT_EQ(said("where_equal", select(users.id).from(users).where("Bob" == users.name), difference{"turned around"}),
            "");
}

TEST(drizzle_judge, finds_other_rows) {
  EXPECT_TRUE(says(said("where_equal", select(users.id).from(users).where(users.name == "Ann")), rows_differ));
  EXPECT_TRUE(says(said("where_equal", select(users.age).from(users).where(users.name == "Bob")), rows_differ));
  EXPECT_TRUE(says(said("limit", select(users.id).from(users).order_by(users.id).limit(2)), rows_differ));
}

TEST(drizzle_judge, finds_another_order_where_the_order_matters) {
  const auto downwards = select(users.id, users.name).from(users).order_by(desc(users.id));
  EXPECT_TRUE(says(said("select_some_fields", downwards), rows_differ));
  const std::string unordered = said("select_one_field", select(posts.title).from(posts).order_by(desc(posts.id)));
  EXPECT_FALSE(says(unordered, rows_differ));
  EXPECT_TRUE(says(unordered, sql_differs));
}

TEST(drizzle_judge, finds_other_sql_that_gives_the_same_rows) {
  const std::string verdict = said("where_greater", select(users.id).from(users).where(users.age >= 30));
  EXPECT_FALSE(says(verdict, rows_differ)) << verdict;
  EXPECT_TRUE(says(verdict, sql_differs));
  EXPECT_TRUE(says(said("where_equal", select(users.id).from(users).where(users.id == 2)), sql_differs));
}

TEST(drizzle_judge, finds_what_a_statement_leaves_behind) {
  // gives the same rows, which are none
  const auto other_value = update(users).set(users.name = "Roberta").where(users.id == 2);
  EXPECT_TRUE(says(said("update_one_column", other_value), rows_differ));
  const auto other_row = delete_from(comments).where(comments.post_id == 2);
  EXPECT_TRUE(says(said("delete_where", other_row), rows_differ));
  EXPECT_TRUE(says(said("delete_where", select(comments.id).from(comments).where(comments.id == -1)), rows_differ));
}

TEST(drizzle_judge, finds_another_plan_of_what_writes) {
  const std::string shorter = said("delete_cascading", delete_from(posts).where(posts.id < 3));
  EXPECT_FALSE(says(shorter, rows_differ)) << shorter;
  EXPECT_TRUE(says(shorter, sql_differs));
}

TEST(drizzle_judge, finds_another_answer_to_a_conflict_that_does_not_happen) {
  const std::string verdict =
      said("conflict_do_update_no_conflict", insert_into(users)
                                                 .values(users.name = "New", users.email = "new@example.org")
                                                 .on_conflict(users.email)
                                                 .do_update(users.name = "Chased")
                                                 .returning(users.name));
  EXPECT_FALSE(says(verdict, rows_differ)) << verdict;
  EXPECT_TRUE(says(verdict, sql_differs));
}

TEST(drizzle_judge, finds_a_noted_difference_that_is_none) {
  EXPECT_TRUE(says(said("where_equal", select(users.id).from(users).where(users.name == "Bob"), difference{"once"}),
                   "a difference is noted, and there is none: once"));
}

TEST(drizzle_judge, finds_a_refusal_that_is_none) {
  EXPECT_TRUE(says(said("where_equal", select(users.id).from(users).where(users.name == "Bob"), refused{"once"}),
                   "virga was to refuse this"));
  EXPECT_TRUE(says(said("delete_where", delete_from(comments).where(when(false, comments.post_id == 1))),
                   "virga refuses this"));
}

TEST(drizzle_judge, finds_what_the_server_refuses) {
  EXPECT_TRUE(says(said("where_equal", select(sql<int>("nonsense"_sql)).from(users)), "does not exist"));
}

TEST(drizzle_judge, finds_a_golden_that_is_out_of_date) {
  golden stale = golden_named("where_equal");
  EXPECT_EQ(judge::shared().stale(stale), "");
  stale.expected.given = {{"3"}};
  EXPECT_NE(judge::shared().stale(stale), "");
  stale = golden_named("update_one_column");
  stale.expected.afterwards.begin()->second.pop_back();
  EXPECT_NE(judge::shared().stale(stale), "");
}

// A case that passed beside a golden which is not its own might pass whatever virga said.
TEST(drizzle_judge, passes_no_case_beside_the_golden_of_another) {
  std::map<std::string_view, const written_case*> by_name;
  for (const written_case& one : written_cases()) by_name[one.name] = &one;
  std::set<std::string> passed;
  for (std::size_t i = 1; i < goldens().size(); ++i) {
    const auto found = by_name.find(goldens()[i].name);
    if (found == by_name.end()) continue;
    const written_case& given = *found->second;
    // where other SQL is wanted, only the rows tell
    if (!given.reason_to_differ.empty() || !given.reason_to_refuse.empty()) continue;
    if (judge::shared().verdict(goldens()[i - 1], given).empty()) passed.insert(given.name);
  }
  // These do say the same as those before them: the server computes upper('new') itself, null is the default of a
  // column without one, and desc() is desc.
  EXPECT_EQ(passed, (std::set<std::string>{"insert_sql_with_value", "insert_undefined", "order_by_sql_descending"}));
}

TEST(drizzle_judge, puts_values_where_parameters_stand_and_nowhere_else) {
  auto& judge = judge::shared();
  EXPECT_EQ(
      judge.inlined({R"(select '$1 ''$1', "$1".id from users as "$1" where id = $1 and name = $2 or $3)",
                     {"1", "it's $1", std::nullopt}}),
      R"(select '$1 ''$1', "$1".id from users as "$1" where id = '1'::integer and name = 'it''s $1'::text or null::boolean)");
  std::string text = "select id from users where id in (";
  row values;
  for (int i = 1; i <= 11; ++i) {
    text += (i == 1 ? "$" : ", $") + std::to_string(i);
    values.emplace_back(std::to_string(i));
  }
  EXPECT_TRUE(judge.inlined({text + ")", values}).ends_with("'10'::integer, '11'::integer)"));
  EXPECT_THROW((void)judge.inlined({"select $1::text", {}}), std::runtime_error);
}

}  // namespace
}  // namespace tests::drizzle
