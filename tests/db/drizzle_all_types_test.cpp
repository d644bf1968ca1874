// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it specialises a template of the library.
//
// Drizzle's own test of all its column types, with its values: https://github.com/drizzle-team/drizzle-orm,
// integration-tests, "all types". Where it has two modes of one type, here is one, which loses nothing.
#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/all.hpp"

namespace {

enum class option { first, second };

}  // namespace

template <>
inline constexpr auto virga::enum_labels<option> = virga::pg::enum_type<option>("en", {{option::first, "enVal1"},
                                                                                       {option::second, "enVal2"}});

namespace {

namespace pg = virga::pg;
using virga::col;

template <class Mode>
struct all_types_table {
  static constexpr auto table = pg::table("all_types");
  col<Mode, pg::serial("serial")> serial{};
  col<Mode, pg::bigserial("bigserial")> bigserial{};
  col<Mode, pg::smallserial("smallserial")> smallserial{};
  col<Mode, pg::integer("int")> whole{};
  col<Mode, pg::bigint("bigint")> bigint{};
  col<Mode, pg::smallint("smallint")> smallint{};
  col<Mode, pg::boolean("bool")> boolean{};
  col<Mode, pg::bytea("bytea")> bytea{};
  col<Mode, pg::character("char")> character{};
  col<Mode, pg::cidr("cidr")> cidr{};
  col<Mode, pg::date("date")> date{};
  col<Mode, pg::double_precision("double")> twice{};
  col<Mode, pg::enumeration<option>("enum")> choice_{};
  col<Mode, pg::inet("inet")> inet{};
  col<Mode, pg::interval("interval")> interval{};
  col<Mode, pg::json("json")> json{};
  col<Mode, pg::jsonb("jsonb")> jsonb{};
  col<Mode, pg::line("line")> line{};
  col<Mode, pg::macaddr("macaddr")> macaddr{};
  col<Mode, pg::macaddr8("macaddr8")> macaddr8{};
  col<Mode, pg::numeric("numeric")> numeric{};
  col<Mode, pg::point("point")> point{};
  col<Mode, pg::real("real")> real{};
  col<Mode, pg::text("text")> text{};
  col<Mode, pg::time("time")> time{};
  col<Mode, pg::timestamp("timestamp")> timestamp{};
  col<Mode, pg::timestamptz("timestamp_tz")> timestamp_tz{};
  col<Mode, pg::uuid("uuid")> uuid{};
  col<Mode, pg::varchar("varchar")> varchar{};
  col<Mode, pg::integer("arrint").array()> arrint{};
  col<Mode, pg::bigint("arrbigint").array()> arrbigint{};
  col<Mode, pg::boolean("arrbool").array()> arrbool{};
  col<Mode, pg::bytea("arrbytea").array()> arrbytea{};
  col<Mode, pg::character("arrchar").array()> arrchar{};
  col<Mode, pg::cidr("arrcidr").array()> arrcidr{};
  col<Mode, pg::date("arrdate").array()> arrdate{};
  col<Mode, pg::double_precision("arrdouble").array()> arrdouble{};
  col<Mode, pg::enumeration<option>("arrenum").array()> arrenum{};
  col<Mode, pg::inet("arrinet").array()> arrinet{};
  col<Mode, pg::interval("arrinterval").array()> arrinterval{};
  col<Mode, pg::json("arrjson").array()> arrjson{};
  col<Mode, pg::jsonb("arrjsonb").array()> arrjsonb{};
  col<Mode, pg::line("arrline").array()> arrline{};
  col<Mode, pg::macaddr("arrmacaddr").array()> arrmacaddr{};
  col<Mode, pg::macaddr8("arrmacaddr8").array()> arrmacaddr8{};
  col<Mode, pg::numeric("arrnumeric").array()> arrnumeric{};
  col<Mode, pg::point("arrpoint").array()> arrpoint{};
  col<Mode, pg::real("arrreal").array()> arrreal{};
  col<Mode, pg::smallint("arrsmallint").array()> arrsmallint{};
  col<Mode, pg::text("arrtext").array()> arrtext{};
  col<Mode, pg::time("arrtime").array()> arrtime{};
  col<Mode, pg::timestamp("arrtimestamp").array()> arrtimestamp{};
  col<Mode, pg::timestamptz("arrtimestamp_tz").array()> arrtimestamp_tz{};
  col<Mode, pg::uuid("arruuid").array()> arruuid{};
  col<Mode, pg::varchar("arrvarchar").array()> arrvarchar{};
};
constexpr virga::table<all_types_table> all_types;
using row = virga::infer_select<all_types>;
using definitions = virga::schema::definitions_of<virga::table<all_types_table>>;

/// A value by PostgreSQL's own text.
template <class Type>
typename Type::value of(std::string_view text) {
  return tests::decoded<Type>(text);
}

row the_row() {
  namespace t = virga::types;
  using namespace std::chrono;
  row made;
  made.serial = 1;
  made.bigserial = 5044565289845416380;
  made.smallserial = 15;
  made.whole = 621;
  made.bigint = 5044565289845416380;
  made.smallint = 10;
  made.boolean = true;
  made.bytea = of<t::bytea>("\\x4259544553");
  made.character = "c";
  made.cidr = of<t::cidr>("2001:4f8:3:ba::/64");
  made.date = sys_days(year(2025) / 3 / 12);
  made.twice = 15.35325689124218;
  made.choice_ = option::first;
  made.inet = of<t::inet>("192.168.0.1/24");
  made.interval = virga::interval{.months = -2};
  made.json = R"({"str":"strval","arr":["str",10]})";
  made.jsonb = R"({"arr": ["str", 10], "str": "strvalb"})";
  made.line = virga::line{1, 2, 3};
  made.macaddr = of<t::macaddr>("08:00:2b:01:02:03");
  made.macaddr8 = of<t::macaddr8>("08:00:2b:01:02:03:04:05");
  made.numeric = virga::decimal("475452353476.00");
  made.point = virga::point{24.5, 49.6};
  made.real = 1.048596F;
  made.text = "TEXT STRING";
  made.time = hours(13) + minutes(59) + seconds(28);
  made.timestamp = local_days(year(2025) / 3 / 12) + hours(1) + minutes(32) + seconds(41) + microseconds(623123);
  made.timestamp_tz = sys_days(year(2025) / 3 / 12) + hours(1) + minutes(32) + seconds(41) + microseconds(623456);
  made.uuid = virga::uuid_from("b77c9eef-8e28-4654-88a1-7221b46d2a1c");
  made.varchar = "C4-";
  made.arrint = std::vector{*made.whole};
  made.arrbigint = std::vector{*made.bigint, -*made.bigint};
  made.arrbool = std::vector<bool>{true, false};
  made.arrbytea = std::vector<std::vector<std::byte>>{*made.bytea};
  made.arrchar = std::vector{*made.character};
  made.arrcidr = std::vector{*made.cidr};
  made.arrdate = std::vector{*made.date};
  made.arrdouble = std::vector{*made.twice};
  made.arrenum = std::vector{option::first, option::second};
  made.arrinet = std::vector{*made.inet};
  made.arrinterval = std::vector{*made.interval};
  made.arrjson = std::vector{*made.json};
  made.arrjsonb = std::vector{*made.jsonb};
  made.arrline = std::vector{*made.line};
  made.arrmacaddr = std::vector{*made.macaddr};
  made.arrmacaddr8 = std::vector{*made.macaddr8};
  made.arrnumeric = std::vector{*made.numeric};
  made.arrpoint = std::vector{*made.point};
  made.arrreal = std::vector{*made.real};
  made.arrsmallint = std::vector{*made.smallint};
  made.arrtext = std::vector{*made.text};
  made.arrtime = std::vector{*made.time};
  made.arrtimestamp = std::vector{*made.timestamp};
  made.arrtimestamp_tz = std::vector{*made.timestamp_tz};
  made.arruuid = std::vector{*made.uuid};
  made.arrvarchar = std::vector{*made.varchar};
  return made;
}

/// The same as the server writes it, column by column.
constexpr std::string_view texts[] = {"1",
                                      "5044565289845416380",
                                      "15",
                                      "621",
                                      "5044565289845416380",
                                      "10",
                                      "t",
                                      "\\x4259544553",
                                      "c",
                                      "2001:4f8:3:ba::/64",
                                      "2025-03-12",
                                      "15.35325689124218",
                                      "enVal1",
                                      "192.168.0.1/24",
                                      "-2 mons",
                                      R"({"str":"strval","arr":["str",10]})",
                                      R"({"arr": ["str", 10], "str": "strvalb"})",
                                      "{1,2,3}",
                                      "08:00:2b:01:02:03",
                                      "08:00:2b:01:02:03:04:05",
                                      "475452353476.00",
                                      "(24.5,49.6)",
                                      "1.048596",
                                      "TEXT STRING",
                                      "13:59:28",
                                      "2025-03-12 01:32:41.623123",
                                      "2025-03-12 01:32:41.623456+00",
                                      "b77c9eef-8e28-4654-88a1-7221b46d2a1c",
                                      "C4-",
                                      "{621}",
                                      "{5044565289845416380,-5044565289845416380}",
                                      "{t,f}",
                                      R"({"\\x4259544553"})",
                                      "{c}",
                                      "{2001:4f8:3:ba::/64}",
                                      "{2025-03-12}",
                                      "{15.35325689124218}",
                                      "{enVal1,enVal2}",
                                      "{192.168.0.1/24}",
                                      R"({"-2 mons"})",
                                      R"({"{\"str\":\"strval\",\"arr\":[\"str\",10]}"})",
                                      R"({"{\"arr\": [\"str\", 10], \"str\": \"strvalb\"}"})",
                                      R"({"{1,2,3}"})",
                                      "{08:00:2b:01:02:03}",
                                      "{08:00:2b:01:02:03:04:05}",
                                      "{475452353476.00}",
                                      "{\"(24.5,49.6)\"}",
                                      "{1.048596}",
                                      "{10}",
                                      R"({"TEXT STRING"})",
                                      "{13:59:28}",
                                      R"({"2025-03-12 01:32:41.623123"})",
                                      R"({"2025-03-12 01:32:41.623456+00"})",
                                      "{b77c9eef-8e28-4654-88a1-7221b46d2a1c}",
                                      "{C4-}"};

static_assert(std::size(texts) == virga::schema::column_count<definitions>);

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

class all_types_of_drizzle : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(db, all_types); }
  virga::database db{tests::fresh_database()};
};

TEST_F(all_types_of_drizzle, go_to_the_server_as_what_they_are) {
  copy_into(all_types).from(std::vector<row>{the_row()}).run(db);
  db.transaction([&](auto& tx) {
    execute(tx, virga::statement{"set local timezone = 'UTC'", nullptr, 0, false});
    virga::schema::each_column<definitions>([&]<std::size_t Index>() {
      const std::string column(virga::schema::facts_at<definitions, Index>.name);
      const std::string text = "select count(*) from all_types where \"" + column +
                               "\"::text = " + (column == "bool" ? "'true'" : quoted(texts[Index]));
      EXPECT_EQ(tx.pqxx().exec(text)[0][0].template as<int>(), 1) << column;
    });
  });
}

TEST_F(all_types_of_drizzle, come_from_the_server_as_what_they_are) {
  std::string text;
  for (const std::string_view each : texts) text += (text.empty() ? "" : ", ") + quoted(each);
  db.acquire().connection().send("set timezone = 'UTC'; insert into all_types values (" + text + ")");
  const row expected = the_row();
  const row found = virga::select().from(all_types).one(db);
  virga::schema::each_column<definitions>([&]<std::size_t Index>() {
    EXPECT_TRUE(virga::schema::field<Index>(found) == virga::schema::field<Index>(expected))
        << virga::schema::facts_at<definitions, Index>.name;
  });
}

TEST_F(all_types_of_drizzle, count_where_they_are_left_out) {
  const auto made = insert_into(all_types).values(virga::infer_insert<all_types>{}).returning().one(db);
  EXPECT_EQ(made.serial, 1);
  EXPECT_EQ(made.bigserial, 1);
  EXPECT_EQ(made.smallserial, 1);
  EXPECT_EQ(made.arrvarchar, std::nullopt);
}

}  // namespace
