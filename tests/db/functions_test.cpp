// SPDX-License-Identifier: BSL-1.0
//
// What functions give on a real server, and that their types are what they say they are.
#include <gtest/gtest.h>

#include <limits>

#include "support/database.hpp"
#include "support/value_of.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct samples_table {
  static constexpr auto table = pg::table("samples");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::text("word").not_null()> word{};
  col<Mode, pg::varchar("code", 20).not_null()> code{};
  col<Mode, pg::smallint("tiny").not_null()> tiny{};
  col<Mode, pg::integer("whole")> whole{};
  col<Mode, pg::bigint("wide").not_null()> wide{};
  col<Mode, pg::numeric("price", 10, 2).not_null()> price{};
  col<Mode, pg::real("rough").not_null()> rough{};
  col<Mode, pg::double_precision("fine").not_null()> fine{};
  col<Mode, pg::timestamptz("at").not_null()> at{};
  col<Mode, pg::date("day").not_null()> day{};
  col<Mode, pg::jsonb("doc").not_null()> doc{};
};
constexpr virga::table<samples_table> samples;

class functions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, samples);
    insert_into(samples)
        .values(samples.id = 1, samples.word = "Hello", samples.code = "ab-cd", samples.tiny = -3, samples.whole = 7,
                samples.wide = 10, samples.price = "12.35", samples.rough = 2.5, samples.fine = 6.25,
                samples.at = "2024-02-29 12:34:56.789012+00", samples.day = "2024-02-29",
                samples.doc = R"({"a": {"b": [1, 2]}, "name": "Ann", "none": null})")
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;
  database& db = *db_;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(db, samples, expression);
  }
};

TEST_F(functions, of_text) {
  EXPECT_EQ(value(lower(samples.word)), "hello");
  EXPECT_EQ(value(upper(samples.code)), "AB-CD");
  EXPECT_EQ(value(initcap(samples.code)), "Ab-Cd");
  EXPECT_EQ(value(length(samples.word)), "5");
  EXPECT_EQ(value(octet_length(samples.word)), "5");
  EXPECT_EQ(value(btrim(samples.word, "Ho")), "ell");
  EXPECT_EQ(value(btrim(samples.word)), "Hello");
  EXPECT_EQ(value(ltrim(samples.word, "H")), "ello");
  EXPECT_EQ(value(rtrim(samples.word, "o")), "Hell");
  EXPECT_EQ(value(left(samples.word, 2)), "He");
  EXPECT_EQ(value(right(samples.word, -1)), "ello");
  EXPECT_EQ(value(substring(samples.word, 2)), "ello");
  EXPECT_EQ(value(substring(samples.word, 2, 3)), "ell");
  EXPECT_EQ(value(replace(samples.word, "l", "L")), "HeLLo");
  EXPECT_EQ(value(strpos(samples.word, "l")), "3");
  EXPECT_EQ(value(starts_with(samples.word, "He")), "true");
  EXPECT_EQ(value(reverse(samples.word)), "olleH");
  EXPECT_EQ(value(repeat(samples.code, 2)), "ab-cdab-cd");
  EXPECT_EQ(value(lpad(samples.word, 7, "*")), "**Hello");
  EXPECT_EQ(value(rpad(samples.word, 7, "*")), "Hello**");
  EXPECT_EQ(value(split_part(samples.code, "-", 2)), "cd");
  EXPECT_EQ(value(translate(samples.word, "el", "ip")), "Hippo");
  EXPECT_EQ(value(md5(samples.word)), "8b1a9953c4611296a827abf8c47804d7");
  EXPECT_EQ(value(regexp_replace(samples.word, "l+", "-")), "He-o");
  EXPECT_EQ(value(regexp_replace(samples.word, "l", "-", "g")), "He--o");
  EXPECT_EQ(value(to_char(samples.price, "FM999.0")), "12.4");
  EXPECT_EQ(value(concat(samples.word, " ", samples.whole, " ", samples.tiny)), "Hello 7 -3");
  EXPECT_EQ(value(matches(samples.word, "^H.*o$")), "true");
  EXPECT_EQ(value(imatches(samples.word, "^h")), "true");
  EXPECT_EQ(value(length(concat(samples.word, "'; drop table samples; --"))), "30");
}

TEST_F(functions, of_numbers) {
  EXPECT_EQ(value(abs(samples.tiny)), "3");
  EXPECT_EQ(value(abs(samples.rough)), "2.5");
  EXPECT_EQ(value(ceil(samples.price)), "13");
  EXPECT_EQ(value(ceil(samples.whole)), "7");
  EXPECT_EQ(value(floor(samples.fine)), "6");
  EXPECT_EQ(value(round(samples.price)), "12");
  EXPECT_EQ(value(round(samples.price, 1)), "12.4");
  EXPECT_EQ(value(round(samples.wide, -1)), "10");
  EXPECT_EQ(value(trunc(samples.price, 1)), "12.3");
  EXPECT_EQ(value(trunc(samples.rough)), "2");
  EXPECT_EQ(value(sign(samples.tiny)), "-1");
  EXPECT_EQ(value(sqrt(samples.fine)), "2.5");
  EXPECT_EQ(value(power(samples.fine, 2)), "39.0625");
  EXPECT_EQ(value(power(samples.whole, 2.0)), "49");
  EXPECT_EQ(value(power(samples.tiny, samples.price - samples.price)), "1.0000000000000000");
  EXPECT_EQ(value(mod(samples.wide, 4)), "2");
  EXPECT_EQ(value(mod(samples.price, 5)), "2.35");
  EXPECT_EQ(value(mod(samples.tiny, 2)), "-1");
  EXPECT_EQ(value(mod(samples.whole, samples.tiny)), "1");
  EXPECT_EQ(value(mod(samples.whole, samples.wide)), "7");
  EXPECT_EQ(value(exp(samples.fine - 6.25)), "1");
  EXPECT_EQ(value(ln(samples.fine - 5.25)), "0");
  EXPECT_EQ(value(log(samples.wide)), "1");
  EXPECT_EQ(value(degrees(atan2(samples.fine, samples.fine))), "45");
  EXPECT_EQ(value(cos(samples.fine - 6.25)), "1");
  EXPECT_EQ(value(random_number() < 1.0), "true");
  EXPECT_EQ(value(-samples.tiny), "3");
  EXPECT_EQ(value(-samples.price), "-12.35");
  EXPECT_EQ(value(samples.whole - -(-samples.tiny)), "10");
  EXPECT_EQ(value(-samples.rough * 2), "-5");
  EXPECT_EQ(value(samples.price == 12.35), "true");
  EXPECT_EQ(value(samples.price * 0.1), "1.235");
  EXPECT_EQ(value(avg(samples.whole) > 6.5), "true");
  EXPECT_EQ(value(avg(samples.whole) < std::numeric_limits<double>::infinity()), "true");
  EXPECT_EQ(value(coalesce(avg(samples.whole), 0.5)), "7.0000000000000000");
  EXPECT_EQ(value(samples.price % 0.5), "0.35");
}

TEST_F(functions, of_dates_and_times) {
  EXPECT_EQ(value(extract<"year">(samples.at)), "2024");
  EXPECT_EQ(value(extract<"microseconds">(samples.at)), "56789012");
  EXPECT_EQ(value(extract<"dow">(samples.day)), "4");
  EXPECT_EQ(value(make_date(2024, samples.whole, 1)), "2024-07-01");
  EXPECT_EQ(value(now() > samples.at), "true");
  EXPECT_EQ(value(clock_timestamp() >= now()), "true");
  EXPECT_EQ(value(current_date() > samples.day), "true");
  const auto months = select(date_trunc<"month">(samples.day), count()).from(samples).group_by(date_trunc<"month">(samples.day));
  EXPECT_EQ(virga::testing::verify(db, months), std::vector<std::string>());
  EXPECT_EQ(months.all(db).size(), 1u);
}

TEST_F(functions, that_choose) {
  EXPECT_EQ(value(coalesce(samples.whole, 0)), "7");
  EXPECT_EQ(value(coalesce(samples.whole, samples.wide)), "7");
  EXPECT_EQ(value(coalesce(samples.code, samples.word)), "ab-cd");
  EXPECT_EQ(value(coalesce(samples.rough, samples.price)), "2.5");
  EXPECT_EQ(value(nullif(samples.whole, 7)), "NULL");
  EXPECT_EQ(value(nullif(samples.whole, samples.wide)), "7");
  EXPECT_EQ(value(nullif(samples.wide, samples.price)), "10");
  EXPECT_EQ(value(nullif(samples.rough, samples.fine)), "2.5");
  EXPECT_EQ(value(nullif(samples.price, samples.rough)), "12.35");
  EXPECT_EQ(value(greatest(samples.whole, 9)), "9");
  EXPECT_EQ(value(least(samples.tiny, samples.whole)), "-3");
  EXPECT_EQ(value(greatest(samples.wide, samples.rough)), "10");
  EXPECT_EQ(value(case_when(samples.whole > 100, "many").when(samples.whole > 5, "some").else_("few")), "some");
  EXPECT_EQ(value(case_when(samples.whole > 100, samples.wide)), "NULL");
  EXPECT_EQ(value(case_when(samples.whole > 5, samples.tiny).else_(samples.wide)), "-3");
  EXPECT_EQ(value(case_when(samples.whole > 5, samples.tiny).else_(samples.rough)), "-3");
  EXPECT_EQ(value(cast<std::int64_t>(samples.tiny)), "-3");
  EXPECT_EQ(value(cast<double>(samples.price)), "12.35");
  EXPECT_EQ(value(samples.price + cast<decimal>("1.05")), "13.40");
}

TEST_F(functions, of_json) {
  EXPECT_EQ(value(json_get(samples.doc, "a")), R"({"b": [1, 2]})");
  EXPECT_EQ(value(json_get_text(samples.doc, "name")), "Ann");
  EXPECT_EQ(value(json_get_text(samples.doc, "none")), "NULL");
  EXPECT_EQ(value(json_get(json_get(json_get(samples.doc, "a"), "b"), -1)), "2");
  EXPECT_EQ(value(json_path(samples.doc, {"a", "b", "0"})), "1");
  EXPECT_EQ(value(json_path_text(samples.doc, {"a", "b"})), "[1, 2]");
  EXPECT_EQ(value(has_key(samples.doc, "name")), "true");
  EXPECT_EQ(value(has_any_key(samples.doc, {"x", "a"})), "true");
  EXPECT_EQ(value(has_all_keys(samples.doc, {"x", "a"})), "false");
  EXPECT_EQ(value(contains(samples.doc, R"({"name": "Ann"})")), "true");
  EXPECT_EQ(value(contained_by(samples.doc, "{}")), "false");
  EXPECT_EQ(value(jsonb_typeof(samples.doc)), "object");
  EXPECT_EQ(value(jsonb_array_length(json_path(samples.doc, {"a", "b"}))), "2");
  EXPECT_EQ(value(to_jsonb(samples.word)), R"("Hello")");
  EXPECT_EQ(value(jsonb_build_object("id", samples.id, "odd ' key", "\"x\"")), R"({"id": 1, "odd ' key": "\"x\""})");
}

TEST_F(functions, of_arrays) {
  const auto both = array_agg(samples.word);
  EXPECT_EQ(value(cardinality(both)), "1");
  EXPECT_EQ(value(array_append(both, "World")), "{Hello,World}");
  EXPECT_EQ(value(array_remove(both, "Hello")), "{}");
  EXPECT_EQ(value(array_cat(both, both)), "{Hello,Hello}");
  EXPECT_EQ(value(array_position(both, "Hello")), "1");
  EXPECT_EQ(value(array_position(both, "nobody")), "NULL");
  EXPECT_EQ(value(array_to_string(array_append(both, "a,b"), "; ")), "Hello; a,b");
  EXPECT_EQ(value(contains(both, std::vector<std::string>{"Hello"})), "true");
  EXPECT_EQ(value(contained_by(both, std::vector<std::string>{"x", "Hello"})), "true");
  EXPECT_EQ(value(overlaps(both, std::vector<std::string>{"x"})), "false");
  EXPECT_EQ(value("Hello" == any_of(both)), "true");
  EXPECT_EQ(value("Hello" != all_of(both)), "false");
}

TEST_F(functions, of_groups) {
  EXPECT_EQ(value(count()), "1");
  EXPECT_EQ(value(count(samples.whole).distinct()), "1");
  EXPECT_EQ(value(count().filter(samples.whole > 7)), "0");
  EXPECT_EQ(value(sum(samples.tiny)), "-3");
  EXPECT_EQ(value(sum(samples.whole)), "7");
  EXPECT_EQ(value(sum(samples.wide)), "10");
  EXPECT_EQ(value(sum(samples.rough)), "2.5");
  EXPECT_EQ(value(avg(samples.price)), "12.3500000000000000");
  EXPECT_EQ(value(avg(samples.fine)), "6.25");
  EXPECT_EQ(value(stddev(samples.whole)), "NULL");
  EXPECT_EQ(value(variance(samples.rough)), "NULL");
  EXPECT_EQ(value(min(samples.code)), "ab-cd");
  EXPECT_EQ(value(max(samples.at) > now()), "false");
  EXPECT_EQ(value(bool_and(samples.whole > 1)), "true");
  EXPECT_EQ(value(bool_or(samples.whole > 8)), "false");
  EXPECT_EQ(value(string_agg(samples.word, "', '").order_by(desc(samples.word))), "Hello");
  EXPECT_EQ(value(json_agg(samples.whole)), "[7]");
  EXPECT_EQ(value(jsonb_agg(samples.word)), R"(["Hello"])");
}

TEST_F(functions, over_windows) {
  EXPECT_EQ(value(row_number().over()), "1");
  EXPECT_EQ(value(rank().over(order_by(samples.whole))), "1");
  EXPECT_EQ(value(dense_rank().over(order_by(samples.whole))), "1");
  EXPECT_EQ(value(percent_rank().over(order_by(samples.whole))), "0");
  EXPECT_EQ(value(cume_dist().over(order_by(samples.whole))), "1");
  EXPECT_EQ(value(ntile(4).over(order_by(samples.whole))), "1");
  EXPECT_EQ(value(lag(samples.word).over(order_by(samples.whole))), "NULL");
  EXPECT_EQ(value(lead(samples.word, 2).over(order_by(samples.whole))), "NULL");
  EXPECT_EQ(value(first_value(samples.word).over(order_by(samples.whole))), "Hello");
  EXPECT_EQ(value(last_value(samples.word).over(order_by(samples.whole))), "Hello");
  EXPECT_EQ(value(nth_value(samples.word, 2).over(order_by(samples.whole))), "NULL");
  EXPECT_EQ(value(first_value(samples.word).over(order_by(samples.whole).rows_between(following(1), following(2)))), "NULL");
  EXPECT_EQ(value(sum(samples.whole).over(partition_by(samples.code).order_by(samples.id).rows_between(preceding(1), current_row))), "7");
  EXPECT_EQ(value(count().filter(samples.whole > 9).over()), "0");
  EXPECT_EQ(value(sum(samples.wide).over(order_by(samples.wide).range_between(unbounded_preceding, unbounded_following))), "10");
  EXPECT_EQ(value(count().over(order_by(samples.wide).groups_between(current_row, following(1)))), "1");
}

/// A function of an extension or of the program itself, declared in C++'s types.
inline constexpr sql_function<"format", std::string(std::string, std::string, int)> format_text{};
inline constexpr sql_function<"strpos", int(std::string, std::string)> position_of{};

TEST_F(functions, of_the_program_itself) {
  EXPECT_EQ(value(position_of(samples.word, "lo")), "4");
  EXPECT_EQ(value(format_text("%s-%s", samples.word, samples.whole)), "Hello-7");
}

TEST_F(functions, verify_tells_what_differs) {
  const auto wrong = select(sql<int>("'text'::text"_sql).as("n"_name), samples.id).from(samples);
  const auto differences = virga::testing::verify(db, wrong);
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_NE(differences[0].find("functions_test.cpp:"), std::string::npos) << differences[0];
  EXPECT_NE(differences[0].find("column 1 (n): the query says integer, the server text"), std::string::npos) << differences[0];
  db.transaction([](auto& tx) { tx.pqxx().exec("alter table samples alter column word drop not null"); });
  const auto null = virga::testing::verify(db, select(samples.word).from(samples));
  ASSERT_EQ(null.size(), 1u);
  EXPECT_NE(null[0].find("column 1 (word): the query says it is never null"), std::string::npos) << null[0];
  db.transaction([](auto& tx) { tx.pqxx().exec("alter table samples alter column word set not null"); });
  EXPECT_NE(virga::testing::verify(db, select(sql<int>("nonsense"_sql))).at(0).find("the server refuses it"), std::string::npos);
}

}  // namespace
