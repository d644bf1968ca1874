// SPDX-License-Identifier: BSL-1.0
//
// Rows that come in binary format are those that come as text. On a connection the first run of a statement is text,
// and so is every run in a transaction of libpqxx; what follows on the connection is binary.
#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/all.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;
using virga::sql;

enum class level : std::int16_t { low, high = 300 };
struct order_id {
  std::int64_t value;
  friend bool operator==(const order_id&, const order_id&) = default;
};

template <class Mode>
struct samples_table {
  static constexpr auto table = pg::table("samples");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::smallint("two")> two{};
  virga::col<Mode, pg::integer("four")> four{};
  virga::col<Mode, pg::bigint("eight")> eight{};
  virga::col<Mode, pg::real("short")> single_precision{};
  virga::col<Mode, pg::double_precision("long")> double_precision{};
  virga::col<Mode, pg::boolean("flag")> flag{};
  virga::col<Mode, pg::text("text")> text{};
  virga::col<Mode, pg::varchar("varchar", 20)> varchar{};
  virga::col<Mode, pg::character("character", 3)> character{};
  virga::col<Mode, pg::json("json")> json{};
  virga::col<Mode, pg::bytea("bytes")> bytes{};
  virga::col<Mode, pg::uuid("uuid")> uuid{};
  virga::col<Mode, pg::timestamptz("moment")> moment{};
  virga::col<Mode, pg::timestamp("reading")> reading{};
  virga::col<Mode, pg::date("day")> day{};
  virga::col<Mode, pg::bigint("order_id").as<order_id>()> order{};
  virga::col<Mode, pg::smallint("level").as<level>()> height{};
};
constexpr virga::table<samples_table> all;
using row = virga::infer_select<all>;
using new_row = virga::infer_insert<all>;

std::vector<new_row> hard_rows() {
  constexpr auto low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
  constexpr double infinite = std::numeric_limits<double>::infinity();
  constexpr auto tiny = std::numeric_limits<double>::denorm_min(), none = std::numeric_limits<double>::quiet_NaN();
  using moment = virga::types::timestamptz::value;
  using reading = virga::types::timestamp::value;
  using day = virga::types::date::value;
  using std::chrono::microseconds;
  using std::chrono::sys_days;
  using std::chrono::year;
  const auto bytes = [](std::size_t size) {
    std::vector<std::byte> made(size);
    for (std::size_t i = 0; i < size; ++i) made[i] = static_cast<std::byte>(i * 7);
    return made;
  };
  const auto at = [](std::int64_t value) { return moment(microseconds(value)); };
  std::vector<new_row> rows;
  rows.push_back({.id = 0});  // nulls
  rows.push_back({.id = 1,
                  .two = std::int16_t{-32768},
                  .four = -2147483647 - 1,
                  .eight = low,
                  .single_precision = -0.0F,
                  .double_precision = -0.0,
                  .flag = false,
                  .text = "",
                  .varchar = "",
                  .character = "",
                  .json = "[ ]",
                  .bytes = bytes(0),
                  .uuid = boost::uuids::uuid{},
                  .moment = moment::min(),
                  .reading = reading::min(),
                  .day = day::min(),
                  .order = order_id{low},
                  .height = level::low});
  rows.push_back({.id = 2,
                  .two = std::int16_t{32767},
                  .four = 2147483647,
                  .eight = high,
                  .single_precision = 1.1F,
                  .double_precision = tiny,
                  .flag = true,
                  .text = "\xf0\x9f\x90\x98 \\ ' \n",
                  .varchar = "\t",
                  .character = "a",
                  .json = R"({"b" : 1, "a":null})",
                  .bytes = bytes(300),
                  .uuid = virga::uuid_from("ffffffff-fffe-fdfc-8000-00000000007f"),
                  .moment = moment::max(),
                  .reading = reading::max(),
                  .day = day::max(),
                  .order = order_id{high},
                  .height = level::high});
  rows.push_back({.id = 3,
                  .single_precision = std::numeric_limits<float>::infinity(),
                  .double_precision = infinite,
                  .moment = at(-1),
                  .reading = reading(microseconds(1)),
                  .day = sys_days(year(1999) / 12 / 31)});
  rows.push_back({.id = 4,
                  .single_precision = -std::numeric_limits<float>::infinity(),
                  .double_precision = -infinite,
                  .moment = at(0),
                  .reading = reading(microseconds(-1)),
                  .day = sys_days(year(-4713) / 11 / 24)});
  rows.push_back({.id = 5,
                  .single_precision = std::numeric_limits<float>::quiet_NaN(),
                  .double_precision = none,
                  .moment = sys_days(year(-4713) / 11 / 24),
                  .day = day(std::chrono::days(2145042541 - 10957))});
  rows.push_back({.id = 6,
                  .double_precision = std::numeric_limits<double>::max(),
                  .moment = at(high - 1),
                  .reading = reading(microseconds(high - 1))});
  rows.push_back({.id = 7, .double_precision = 0.1 + 0.2, .moment = at(946684799999999)});
  return rows;
}

/// Bit for bit: NaN is itself, and 0 is not -0.
template <class Value>
bool same(const Value& left, const Value& right) {
  if constexpr (virga::is_optional<Value>) {
    return left.has_value() == right.has_value() && (!left || same(*left, *right));
  } else if constexpr (std::is_floating_point_v<Value>) {
    return std::memcmp(&left, &right, sizeof left) == 0;
  } else {
    return left == right;
  }
}
template <std::size_t... Index>
void expect_same(const row& left, const row& right, std::index_sequence<Index...>) {
  using virga::schema::field;
  const bool equal[] = {same(field<Index>(left), field<Index>(right))...};
  for (std::size_t i = 0; i < std::size(equal); ++i) EXPECT_TRUE(equal[i]) << "row " << left.id << ", column " << i;
}
void expect_same(const std::vector<row>& left, const std::vector<row>& right) {
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i)
    expect_same(left[i], right[i], std::make_index_sequence<virga::schema::field_count<row>>());
}
/// Whether a query's next run is binary.
bool is_binary(const auto& query, virga::connection& on) {
  return virga::exec::send(query, on, std::source_location::current()).at(0, 0).binary;
}

class binary_rows : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(connection, all); }
  void run(const char* text) { execute(connection, virga::statement{text, nullptr, 0, false}); }

  std::string url = tests::fresh_database();
  virga::connection connection{url};
};

TEST_F(binary_rows, are_those_of_text_whatever_they_are_read_by) {
  insert_into(all).values(hard_rows()).run(connection);
  const auto query = select().from(all).order_by(all.id);
  pqxx::connection plain(url);
  pqxx::work work{plain};
  const std::vector<row> expected = query.all(work);
  const new_row given = hard_rows()[2];
  EXPECT_EQ(expected[2].moment, given.moment.value());
  EXPECT_EQ(expected[2].bytes, given.bytes.value());
  EXPECT_EQ(expected[2].order, given.order.value());

  expect_same(query.all(connection), expected);
  ASSERT_TRUE(is_binary(query, connection));
  expect_same(query.all(connection), expected);
  std::vector<row> streamed;
  query.each(connection, [&](row one) { streamed.push_back(std::move(one)); });
  expect_same(streamed, expected);
  const auto [first, second] = connection.batch(query, query);
  expect_same(first, expected);
  expect_same(second, expected);
  const auto viewed = query.view(connection);
  for (std::size_t i = 0; i < viewed.size(); ++i) {
    EXPECT_EQ(viewed[i][all.text], expected[i].text);
    EXPECT_EQ(viewed[i][all.bytes], expected[i].bytes);
    EXPECT_EQ(viewed[i][all.moment], expected[i].moment);
  }
  virga::transaction tx(connection);
  expect_same(query.all(tx), expected);

  // the NaN that is computed has another sign bit in the server
  const auto none = select(sql<double>("'infinity'::double precision - 'infinity'"_sql).as("n"_name));
  const double as_text = none.one(connection)["n"_name], as_binary = none.one(connection)["n"_name];
  EXPECT_TRUE(same(as_text, as_binary));
}

template <class Mode>
struct lists_table {
  static constexpr auto table = pg::table("lists");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::smallint("two").array()> two{};
  virga::col<Mode, pg::integer("four").array_with_nulls()> four{};
  virga::col<Mode, pg::bigint("eight").array<2>()> eight{};
  virga::col<Mode, pg::double_precision("long").array()> double_precision{};
  virga::col<Mode, pg::boolean("flag").array()> flag{};
  virga::col<Mode, pg::uuid("uuid").array()> uuid{};
  virga::col<Mode, pg::timestamptz("moment").array()> moment{};
  virga::col<Mode, pg::date("day").array()> day{};
  virga::col<Mode, pg::bigint("orders").as<order_id>().array()> orders{};
};
constexpr virga::table<lists_table> lists;
auto each_of(const virga::infer_select<lists>& of) {
  return std::tie(of.id, of.two, of.four, of.eight, of.double_precision, of.flag, of.uuid, of.moment, of.day,
                  of.orders);
}

TEST_F(binary_rows, have_arrays) {
  virga::create_tables(connection, lists);
  run("insert into lists (id) values (1)");
  run("insert into lists values (2, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'), "
      "(3, '{1,-32768}', '{null,7,null}', '{{1,2,3},{4,5,-9223372036854775808}}', '{-0.5,1e-320,Infinity}', '{t,f}', "
      "'{ffffffff-fffe-fdfc-8000-00000000007f}', '{infinity,1999-12-31 23:59:59.999999+00}', '{-infinity,0044-03-15 "
      "BC}', '{1,2}')");
  run("insert into lists (id, eight) select 4, array[array_agg(n), array_agg(-n)] from generate_series(1, 10000) n");
  const auto query = select().from(lists).order_by(lists.id);
  pqxx::connection plain(url);
  pqxx::work work{plain};
  const auto expected = query.all(work);
  ASSERT_EQ(expected.size(), 4U);
  EXPECT_EQ(expected[2].orders, (std::vector{order_id{1}, order_id{2}}));
  (void)query.all(connection);
  ASSERT_TRUE(is_binary(query, connection));
  const auto binary = query.all(connection);
  ASSERT_EQ(binary.size(), expected.size());
  for (std::size_t i = 0; i < binary.size(); ++i) EXPECT_EQ(each_of(binary[i]), each_of(expected[i])) << i;
}

TEST_F(binary_rows, refuse_arrays_as_text_does) {
  virga::create_tables(connection, lists);
  const auto twos = select(lists.two, lists.id).from(lists).where(lists.id == 1);
  const auto eights = select(lists.eight, lists.id).from(lists).where(lists.id == 1);
  const auto said = [&](const auto& query, auto& on) -> std::string {
    try {
      (void)query.one(on);
      return "nothing";
    } catch (const virga::decode_error& wrong) {
      const std::string text = wrong.what();
      return text.substr(text.rfind(": ") + 1);
    }
  };
  run("insert into lists values (1)");
  (void)twos.one(connection);
  (void)eights.one(connection);
  for (const char* column : {"two", "eight"})
    for (const char* value : {"{null}", "[0:1]={1,2}", "{{1},{2}}", "[2:2][1:1]={{1}}", "{{null}}", "{1}", "{{{1}}}"}) {
      const std::string change =
          std::string("update lists set two = null, eight = null; update lists set ") + column + " = '" + value + "'";
      for (const std::string& part : {change.substr(0, change.find(';')), change.substr(change.find(';') + 1)})
        run(part.c_str());
      pqxx::connection plain(url);
      pqxx::work work{plain};
      EXPECT_EQ(said(twos, connection), said(twos, work)) << column << " " << value;
      EXPECT_EQ(said(eights, connection), said(eights, work)) << column << " " << value;
    }
  EXPECT_TRUE(is_binary(twos, connection) && is_binary(eights, connection));
}

TEST_F(binary_rows, follow_the_first_run_in_a_stream_and_in_a_batch) {
  insert_into(all).values(new_row{.id = 1, .double_precision = 0.5}).run(connection);
  const auto streamed = select(all.id, all.double_precision).from(all);
  const auto batched = select(all.id, all.moment).from(all);
  streamed.each(connection, [](const auto&) {});
  EXPECT_TRUE(is_binary(streamed, connection));
  (void)connection.batch(batched, batched);
  EXPECT_TRUE(is_binary(batched, connection));
  const auto [rows] = connection.batch(std::vector{batched});
  EXPECT_EQ(rows[0].size(), 1U);
}

TEST_F(binary_rows, are_not_asked_for_where_they_would_not_be_faster_or_could_not_be_prepared) {
  insert_into(all).values(new_row{.id = 1}).run(connection);
  const auto twice = [&](const auto& query, virga::connection& on) {
    return is_binary(query, on) || is_binary(query, on);
  };
  EXPECT_FALSE(twice(select(all.text, all.flag, all.json).from(all), connection));
  EXPECT_FALSE(twice(select(all.id, sql<virga::decimal>("1.5"_sql)).from(all), connection)) << "numeric is text";
  EXPECT_FALSE(twice(select(all.id).from(all).where(when(true, all.id == 1)), connection)) << "not a constant";
  virga::connection pooled(url, {.pooler = virga::pooler_mode::transaction});
  EXPECT_FALSE(twice(select(all.id).from(all), pooled));
  EXPECT_TRUE(twice(select(all.id).from(all), connection));
}

TEST_F(binary_rows, come_as_text_where_the_server_has_other_types_than_the_description_says) {
  run("insert into samples values (1, 2, 3)");
  run("alter table samples alter column four type bigint, alter column long type numeric, alter column text type name");
  run("update samples set long = 1.25, text = 'name'");
  const auto wider = select(all.id, all.four).from(all);
  const auto exact = select(all.id, all.double_precision).from(all);
  const auto named = select(all.id, all.text).from(all);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(wider.one(connection)[all.four], 3);
    EXPECT_EQ(exact.one(connection)[all.double_precision], 1.25);
    EXPECT_EQ(named.one(connection)[all.text], "name");
  }
  EXPECT_FALSE(is_binary(wider, connection));
  EXPECT_FALSE(is_binary(exact, connection));
  EXPECT_TRUE(is_binary(named, connection)) << "a name is sent as text is";
  // two queries of one text, of which one declares what the server does not send
  const auto big = select(sql<std::int64_t>("1::bigint"_sql).as("n"_name));
  const auto small = select(sql<int>("1::bigint"_sql).as("n"_name));
  EXPECT_EQ(big.one(connection)["n"_name], 1);
  EXPECT_TRUE(is_binary(big, connection));
  EXPECT_FALSE(is_binary(small, connection));
}

TEST_F(binary_rows, follow_a_change_of_types) {
  run("insert into samples (id, four) values (1, 3)");
  const auto query = select(all.id, all.four).from(all);
  for (const std::string type : {"integer", "bigint", "integer", "smallint", "integer"}) {
    run(("alter table samples alter column four type " + type).c_str());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(query.one(connection)[all.four], 3);
    EXPECT_EQ(is_binary(query, connection), type == "integer") << type;
  }
}

TEST_F(binary_rows, that_do_not_fit_are_named_with_their_type_and_bytes) {
  run("insert into samples (id, moment, level) values (1, '294276-12-31', 1)");
  const auto late = select(all.id, all.moment).from(all);
  const auto unknown = select(all.id, all.height).from(all);
  std::vector<std::string> said;
  for (int i = 0; i < 2; ++i) {
    try {
      (void)late.one(connection);
      ADD_FAILURE() << "it should have thrown";
    } catch (const virga::decode_error& wrong) {
      EXPECT_EQ(wrong.column(), "samples.moment");
      said.emplace_back(wrong.what());
    }
  }
  ASSERT_TRUE(is_binary(late, connection));
  ASSERT_EQ(said.size(), 2U);
  EXPECT_NE(said[0].find("294276-12-31"), std::string::npos) << said[0];
  EXPECT_NE(said[1].find("\\x7ff"), std::string::npos) << said[1];
  for (const std::string& one : said)
    EXPECT_NE(one.find("the timestamp is after 294247-01-10"), std::string::npos) << one;
  insert_into(all).values(new_row{.id = 2}).run(connection);
  run("delete from samples where id = 1");
  EXPECT_EQ(late.one(connection)[all.moment], std::nullopt) << "the connection works";
  EXPECT_EQ(unknown.one(connection)[all.height], std::nullopt);
}

}  // namespace
