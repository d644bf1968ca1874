// SPDX-License-Identifier: BSL-1.0
//
// What a column cannot hold, or would hold otherwise, is an error that names table, column, type and what was received,
// whatever way it takes there.
#include <cmath>

#include "support/moods.hpp"
#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/enumeration.hpp"
#include "virga/types/nested_array.hpp"
#include "virga/types/timestamp.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct inputs_table {
  static constexpr auto table = pg::table("inputs");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::varchar("words", 255)> words{};
  virga::col<Mode, pg::real("single")> single{};
  virga::col<Mode, pg::date("day")> day{};
  virga::col<Mode, pg::timestamptz("at", 3)> at{};
  virga::col<Mode, pg::numeric("price", 6, 2)> price{};
  virga::col<Mode, pg::enumeration<tests::mood>("mood")> mood{};
  virga::col<Mode, pg::integer("grid").array<2>()> grid{};
  virga::col<Mode, pg::varchar("labels", 3).array()> labels{};
  virga::col<Mode, pg::smallint("small")> small{};
};
constexpr virga::table<inputs_table> inputs;
using input = virga::infer_insert<inputs>;
using patch = virga::infer_update<inputs>;
using microseconds = std::chrono::microseconds;

class refused_values : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(db, inputs); }

  /// The error of a call, which must have changed nothing.
  template <class Error, class Call>
  std::string told(Call&& call) {
    std::string out = "nothing was refused";
    try {
      call();
    } catch (const Error& error) {
      out = error.column() + ", " + error.type() + ", " + error.received();
      EXPECT_NE(std::string(error.what()).find(error.column()), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find(error.type()), std::string::npos) << error.what();
    }
    EXPECT_EQ(select(virga::count()).from(inputs).one(db).template get<0>(), 0);
    return out;
  }
  /// The same value by every way into a column.
  template <class Column, class Value, class Set>
  void expect_refused(Column column, const Value& value, const Set& set, const std::string& expected) {
    using virga::value_error;
    EXPECT_EQ(told<value_error>([&] { insert_into(inputs).values(inputs.id = 1, column = value).run(db); }), expected);
    const auto row = [&] {
      input made{.id = 1};
      set(made, value);
      return made;
    };
    EXPECT_EQ(told<value_error>([&] { insert_into(inputs).values(row()).run(db); }), expected);
    EXPECT_EQ(told<value_error>([&] {
                insert_into(inputs).values(std::vector<input>{{.id = 2}, row()}).run(db);
              }),
              expected);
    EXPECT_EQ(told<value_error>([&] { copy_into(inputs).from(std::vector<input>{row()}).run(db); }), expected);
    EXPECT_EQ(told<value_error>([&] { upsert_many(inputs, std::vector<input>{row()}).run(db); }), expected);
    EXPECT_EQ(told<value_error>([&] { virga::update(inputs).set(column = value).all_rows().run(db); }), expected);
    EXPECT_EQ(told<value_error>([&] {
                patch made;
                set(made, value);
                virga::update(inputs).set(made).all_rows().run(db);
              }),
              expected);
    auto prepared = prepare(insert_into(inputs).values(inputs.id = 1, column = virga::placeholder("value"_name)));
    const std::string by_placeholder = told<value_error>([&] { prepared.run(db, "value"_name = value); });
    if (!by_placeholder.starts_with("placeholder value"))
      EXPECT_EQ(by_placeholder, expected);
    else
      EXPECT_EQ(by_placeholder.substr(by_placeholder.rfind(' ')), expected.substr(expected.rfind(' ')));
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(refused_values, three_hundred_characters_into_255) {
  std::string long_text;
  for (int i = 0; i < 300; ++i) long_text += "ä";
  expect_refused(
      inputs.words, long_text, [](auto& row, const auto& value) { row.words = value; },
      "inputs.words, varchar(255), " + long_text.substr(0, 200));
  // 255 characters are 510 bytes
  EXPECT_EQ(insert_into(inputs).values(inputs.id = 1, inputs.words = long_text.substr(0, 510)).run(db), 1U);
}

TEST_F(refused_values, too_large_or_too_fine_for_a_real) {
  const auto set = [](auto& row, const auto& value) { row.single = value; };
  expect_refused(inputs.single, 1e39, set, "inputs.single, real, 1e+39");
  expect_refused(inputs.single, 1.0 / 3, set, "inputs.single, real, 0.3333333333333333");
  expect_refused(inputs.single, 1e-60, set, "inputs.single, real, 1e-60");
  for (const double held : {0.1, -0.5, 1e38, 16777216.0, static_cast<double>(1.0F / 3), std::nan(""), -HUGE_VAL, 0.0}) {
    input row{.id = 1, .single = held};
    const auto back = insert_into(inputs).values(row).returning(inputs.single).one(db).single;
    EXPECT_TRUE(*back == static_cast<float>(held) || std::isnan(held)) << held;
    EXPECT_EQ(select(virga::count()).from(inputs).where(inputs.single == held).one(db).get<0>(), 1);
    virga::delete_from(inputs).all_rows().run(db);
  }
}

TEST_F(refused_values, whole_numbers_out_of_range) {
  expect_refused(
      inputs.small, 40000, [](auto& row, const auto& value) { row.small = value; }, "inputs.small, smallint, 40000");
}

TEST_F(refused_values, month_13) {
  EXPECT_EQ(
      told<virga::value_error>([&] { insert_into(inputs).values(inputs.id = 1, inputs.day = "2024-13-01").run(db); }),
      "inputs.day, date, 2024-13-01");
  EXPECT_EQ(told<virga::value_error>([&] { (void)select().from(inputs).where(inputs.day == "2024-13-01").all(db); }),
            "inputs.day, date, 2024-13-01");
}

TEST_F(refused_values, what_the_column_would_round) {
  const auto at = std::chrono::sys_time<microseconds>(microseconds(1700000000123456));
  expect_refused(
      inputs.at, at, [](auto& row, const auto& value) { row.at = value; },
      "inputs.at, timestamp(3) with time zone, 2023-11-14 22:13:20.123456+00");
  expect_refused(
      inputs.price, virga::decimal("1.005"), [](auto& row, const auto& value) { row.price = value; },
      "inputs.price, numeric(6, 2), 1.005");
  expect_refused(
      inputs.price, virga::decimal("10000"), [](auto& row, const auto& value) { row.price = value; },
      "inputs.price, numeric(6, 2), 10000");
  // beside a column, nothing is stored and nothing is rounded
  EXPECT_EQ(select().from(inputs).where(inputs.at < at && inputs.price < virga::decimal("1.005")).all(db).size(), 0U);
}

TEST_F(refused_values, text_that_is_no_utf_8) {
  expect_refused(
      inputs.words, std::string("a\xff"), [](auto& row, const auto& value) { row.words = value; },
      "inputs.words, varchar(255), a\xff");
}

TEST_F(refused_values, an_unknown_label) {
  EXPECT_EQ(told<virga::value_error>(
                [&] { insert_into(inputs).values(inputs.id = 1, inputs.mood = tests::mood::unlabelled).run(db); }),
            R"(inputs.mood, "Mood ""of"" a day", )");
  db.acquire().connection().send(R"(alter type "Mood ""of"" a day" add value 'furious')");
  EXPECT_EQ(told<virga::decode_error>([&] {
              db.transaction([&](auto& tx) {
                execute(tx, virga::statement{"insert into inputs (id, mood) values (1, 'furious')", nullptr, 0, false});
                (void)select().from(inputs).all(tx);
              });
            }),
            R"(inputs.mood, "Mood ""of"" a day", furious)");
}

TEST_F(refused_values, arrays_of_the_wrong_depth_or_with_a_wrong_element) {
  using lists = std::vector<std::vector<std::int32_t>>;
  EXPECT_EQ(told<virga::value_error>([&] {
              insert_into(inputs).values(inputs.id = 1, inputs.grid = lists{{1}, {2, 3}}).run(db);
            }),
            "inputs.grid, integer[], ");
  for (const char* stored : {"{1,2}", "{{{1}}}", "{{1,null}}", "[2:2][1:1]={{5}}"})
    EXPECT_EQ(told<virga::decode_error>([&] {
                db.transaction([&](auto& tx) {
                  const std::string text = std::string("insert into inputs (id, grid) values (1, '") + stored + "')";
                  execute(tx, virga::statement{text, nullptr, 0, false});
                  (void)select().from(inputs).all(tx);
                });
              }).substr(0, 25),
              "inputs.grid, integer[], " + std::string(stored).substr(0, 1));
  const std::vector<std::string> labels = {"abc", "abcd"};
  EXPECT_NE(
      told<virga::value_error>([&] { insert_into(inputs).values(inputs.id = 1, inputs.labels = labels).run(db); }),
      "nothing was refused");
  EXPECT_NE(told<virga::value_error>(
                [&] { copy_into(inputs).from(std::vector<input>{{.id = 1, .labels = labels}}).run(db); }),
            "nothing was refused");
}

TEST_F(refused_values, names_the_row_among_many) {
  try {
    insert_into(inputs)
        .values(std::vector<input>{{.id = 1, .words = "a"}, {.id = 2, .words = std::string(256, 'b')}})
        .run(db);
    FAIL();
  } catch (const virga::value_error& wrong) {
    EXPECT_EQ(wrong.row(), 2U);
    EXPECT_EQ(wrong.received(), std::string(200, 'b'));
  }
}

TEST(utf_8, is_what_the_server_takes_for_it) {
  tests::generator random(71);
  tests::oracle::strings hex;
  std::vector<std::string> texts;
  for (int i = 0; i < 6000; ++i) {
    std::string text = random.characters(random.below(12));
    if (random.below(2) == 0 && !text.empty())
      text[random.below(text.size())] =
          "\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xed\xef\xf0\xf4\xf5\xff"[random.below(18)];
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    std::string& digits = hex.emplace_back();
    for (const char c : text)
      for (const unsigned half : {static_cast<unsigned char>(c) / 16U, static_cast<unsigned char>(c) % 16U})
        digits += "0123456789abcdef"[half];
  }
  tests::oracle::server::shared().run(
      "create or replace function is_utf_8(hex text) returns text language plpgsql as $$ begin perform"
      " convert_from(decode(hex, 'hex'), 'UTF8'); return 'yes'; exception when others then return 'no'; end $$");
  const auto judged = tests::oracle::server::shared().rows(
      "select is_utf_8(hex) from unnest($1::text[]) with ordinality as t(hex, place) order by place", {&hex});
  ASSERT_EQ(judged.size(), texts.size());
  std::size_t good = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_utf_8 = virga::types::utf_8_prefix(texts[i]) == texts[i].size();
    EXPECT_EQ(is_utf_8, judged[i] == "yes") << hex[i];
    good += is_utf_8 ? 1 : 0;
  }
  EXPECT_GT(good, texts.size() / 4);
  EXPECT_LT(good, texts.size() * 3 / 4);
}

}  // namespace
