// SPDX-License-Identifier: BSL-1.0
//
// Columns of the rarer types, made, written in one row, in a batch and by COPY, and read, by COPY too.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/all.hpp"

namespace {

namespace pg = virga::pg;
using namespace std::chrono_literals;

template <class Mode>
struct first_table {
  static constexpr auto table = pg::table("first");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::interval("interval")> interval_{};
  virga::col<Mode, pg::time("time")> time_{};
  virga::col<Mode, pg::timetz("timetz")> timetz_{};
  virga::col<Mode, pg::inet("inet")> inet_{};
  virga::col<Mode, pg::cidr("cidr")> cidr_{};
  virga::col<Mode, pg::macaddr("macaddr")> macaddr_{};
  virga::col<Mode, pg::macaddr8("macaddr8")> macaddr8_{};
  virga::col<Mode, pg::bit("bit", 3)> bit_{};
  virga::col<Mode, pg::varbit("varbit", 9)> varbit_{};
  virga::col<Mode, pg::varbit("any_bits")> any_bits_{};
  virga::col<Mode, pg::money("money")> money_{};
  virga::col<Mode, pg::xml("xml")> xml_{};
  virga::col<Mode, pg::tsvector("tsvector")> tsvector_{};
};
constexpr virga::table<first_table> first;

template <class Mode>
struct second_table {
  static constexpr auto table = pg::table("second");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::tsquery("tsquery")> tsquery_{};
  virga::col<Mode, pg::oid("oid")> oid_{};
  virga::col<Mode, pg::pg_lsn("pg_lsn")> pg_lsn_{};
  virga::col<Mode, pg::citext("citext")> citext_{};
  virga::col<Mode, pg::ltree("ltree")> ltree_{};
  virga::col<Mode, pg::hstore("hstore")> hstore_{};
  virga::col<Mode, pg::point("point")> point_{};
  virga::col<Mode, pg::line("line")> line_{};
  virga::col<Mode, pg::lseg("lseg")> lseg_{};
  virga::col<Mode, pg::box("box")> box_{};
  virga::col<Mode, pg::path("path")> path_{};
  virga::col<Mode, pg::polygon("polygon")> polygon_{};
  virga::col<Mode, pg::circle("circle")> circle_{};
};
constexpr virga::table<second_table> second;

template <class Mode>
struct third_table {
  static constexpr auto table = pg::table("third");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::int4range("int4range")> int4range_{};
  virga::col<Mode, pg::int8range("int8range")> int8range_{};
  virga::col<Mode, pg::numrange("numrange")> numrange_{};
  virga::col<Mode, pg::daterange("daterange")> daterange_{};
  virga::col<Mode, pg::tstzrange("tstzrange")> tstzrange_{};
  virga::col<Mode, pg::tsrange("tsrange")> tsrange_{};
  virga::col<Mode, pg::int4multirange("int4multirange")> int4multirange_{};
  virga::col<Mode, pg::int8multirange("int8multirange")> int8multirange_{};
  virga::col<Mode, pg::nummultirange("nummultirange")> nummultirange_{};
  virga::col<Mode, pg::datemultirange("datemultirange")> datemultirange_{};
  virga::col<Mode, pg::tstzmultirange("tstzmultirange")> tstzmultirange_{};
  virga::col<Mode, pg::tsmultirange("tsmultirange")> tsmultirange_{};
};
constexpr virga::table<third_table> third;

/// Two rows with every value, in two ways, and one of nulls; and the same again by COPY out and in.
template <class Table, class Row>
auto written_and_read(const Table& table, Row row) {
  virga::database db(tests::fresh_database());
  for (const char* extension : {"create extension citext", "create extension ltree", "create extension hstore"})
    execute(db, virga::statement{extension, nullptr, 0, false});
  virga::create_tables(db, table);
  row.id = 1;
  virga::insert_into(table).values(row).run(db);
  row.id = 2;
  virga::insert_into(table).values(std::vector<Row>{row, Row{.id = 3}}).run(db);
  std::vector<virga::infer_select<Table{}>> copies;
  virga::copy_out(table).each(db, [&](auto copy) {
    copy.id += 3;
    copies.push_back(std::move(copy));
  });
  EXPECT_EQ(virga::copy_into(table).from(copies).run(db), 3U);
  return virga::select().from(table).order_by(table.id).all(db);
}

TEST(columns_of_rare_types, first) {
  EXPECT_EQ(virga::create_statements(first),
            std::vector<std::string>{
                R"(create table "first" ("id" integer primary key, "interval" interval, "time" time without t)"
                R"(ime zone, "timetz" time with time zone, "inet" inet, "cidr" cidr, "macaddr" macaddr, "maca)"
                R"(ddr8" macaddr8, "bit" bit(3), "varbit" varbit(9), "any_bits" varbit, "money" money, "xml" )"
                R"(xml, "tsvector" tsvector))"});
  virga::infer_insert<first> given{.id = 1};
  given.interval_ = virga::interval{.months = 1, .days = -2, .microseconds = 3};
  given.time_ = 24h;
  given.timetz_ = virga::time_with_zone{12h, 5h + 30min};
  given.inet_ = virga::inet_address{.prefix = 8, .bytes = {10, 1}};
  given.cidr_ = virga::inet_address{.prefix = 8, .bytes = {10}};
  given.macaddr_ = virga::mac_address{{1, 2, 3, 4, 5, 6}};
  given.macaddr8_ = virga::mac_address_8{{1, 2, 3, 4, 5, 6, 7, 8}};
  given.bit_ = std::vector<bool>{true, false, true};
  given.varbit_ = std::vector<bool>{false};
  given.any_bits_ = std::vector<bool>{};
  given.money_ = "$1.50";
  given.xml_ = "<a>&amp;</a>";
  given.tsvector_ = "'cat':3 'fat':2,4A";
  const auto rows = written_and_read(first, given);
  ASSERT_EQ(rows.size(), 6U);
  for (const auto& row : {rows[0], rows[1], rows[3], rows[4]}) {
    EXPECT_TRUE(row.interval_ == given.interval_.value());
    EXPECT_TRUE(row.time_ == given.time_.value());
    EXPECT_TRUE(row.timetz_ == given.timetz_.value());
    EXPECT_TRUE(row.inet_ == given.inet_.value());
    EXPECT_TRUE(row.cidr_ == given.cidr_.value());
    EXPECT_TRUE(row.macaddr_ == given.macaddr_.value());
    EXPECT_TRUE(row.macaddr8_ == given.macaddr8_.value());
    EXPECT_TRUE(row.bit_ == given.bit_.value());
    EXPECT_TRUE(row.varbit_ == given.varbit_.value());
    EXPECT_TRUE(row.any_bits_ == given.any_bits_.value());
    EXPECT_TRUE(row.money_ == given.money_.value());
    EXPECT_TRUE(row.xml_ == given.xml_.value());
    EXPECT_TRUE(row.tsvector_ == given.tsvector_.value());
  }
  EXPECT_FALSE(rows[2].interval_ || rows[5].interval_);
  EXPECT_FALSE(rows[2].time_ || rows[5].time_);
  EXPECT_FALSE(rows[2].timetz_ || rows[5].timetz_);
  EXPECT_FALSE(rows[2].inet_ || rows[5].inet_);
  EXPECT_FALSE(rows[2].cidr_ || rows[5].cidr_);
  EXPECT_FALSE(rows[2].macaddr_ || rows[5].macaddr_);
  EXPECT_FALSE(rows[2].macaddr8_ || rows[5].macaddr8_);
  EXPECT_FALSE(rows[2].bit_ || rows[5].bit_);
  EXPECT_FALSE(rows[2].varbit_ || rows[5].varbit_);
  EXPECT_FALSE(rows[2].any_bits_ || rows[5].any_bits_);
  EXPECT_FALSE(rows[2].money_ || rows[5].money_);
  EXPECT_FALSE(rows[2].xml_ || rows[5].xml_);
  EXPECT_FALSE(rows[2].tsvector_ || rows[5].tsvector_);
}

TEST(columns_of_rare_types, second) {
  const std::vector<std::string> expected{
      R"(create extension if not exists "citext")", R"(create extension if not exists "ltree")",
      R"(create extension if not exists "hstore")",
      R"(create table "second" ("id" integer primary key, "tsquery" tsquery, "oid" oid, "pg_lsn" pg_lsn, )"
      R"("citext" citext, "ltree" ltree, "hstore" hstore, "point" point, "line" line, "lseg" lseg, "box" box, )"
      R"("path" path, "polygon" polygon, "circle" circle))"};
  EXPECT_EQ(virga::create_statements(second), expected);
  virga::infer_insert<second> given{.id = 1};
  given.tsquery_ = "'fat' & !'cat'";
  given.oid_ = 4294967295U;
  given.pg_lsn_ = UINT64_MAX;
  given.citext_ = "MiXed";
  given.ltree_ = "Top.Science";
  given.hstore_ = virga::types::hstore::value{{"a", "1"}, {"b", std::nullopt}};
  given.point_ = virga::point{1, -0.5};
  given.line_ = virga::line{1, 2, 3};
  given.lseg_ = virga::line_segment{{1, 2}, {3, 4}};
  given.box_ = virga::box{{3, 4}, {1, 2}};
  given.path_ = virga::path{{{1, 2}, {3, 4}}, true};
  given.polygon_ = virga::polygon{{{1, 2}, {3, 4}}};
  given.circle_ = virga::circle{{1, 2}, 3};
  const auto rows = written_and_read(second, given);
  ASSERT_EQ(rows.size(), 6U);
  for (const auto& row : {rows[0], rows[1], rows[3], rows[4]}) {
    EXPECT_TRUE(row.tsquery_ == given.tsquery_.value());
    EXPECT_TRUE(row.oid_ == given.oid_.value());
    EXPECT_TRUE(row.pg_lsn_ == given.pg_lsn_.value());
    EXPECT_TRUE(row.citext_ == given.citext_.value());
    EXPECT_TRUE(row.ltree_ == given.ltree_.value());
    EXPECT_TRUE(row.hstore_ == given.hstore_.value());
    EXPECT_TRUE(row.point_ == given.point_.value());
    EXPECT_TRUE(row.line_ == given.line_.value());
    EXPECT_TRUE(row.lseg_ == given.lseg_.value());
    EXPECT_TRUE(row.box_ == given.box_.value());
    EXPECT_TRUE(row.path_ == given.path_.value());
    EXPECT_TRUE(row.polygon_ == given.polygon_.value());
    EXPECT_TRUE(row.circle_ == given.circle_.value());
  }
  EXPECT_FALSE(rows[2].tsquery_ || rows[5].tsquery_);
  EXPECT_FALSE(rows[2].oid_ || rows[5].oid_);
  EXPECT_FALSE(rows[2].pg_lsn_ || rows[5].pg_lsn_);
  EXPECT_FALSE(rows[2].citext_ || rows[5].citext_);
  EXPECT_FALSE(rows[2].ltree_ || rows[5].ltree_);
  EXPECT_FALSE(rows[2].hstore_ || rows[5].hstore_);
  EXPECT_FALSE(rows[2].point_ || rows[5].point_);
  EXPECT_FALSE(rows[2].line_ || rows[5].line_);
  EXPECT_FALSE(rows[2].lseg_ || rows[5].lseg_);
  EXPECT_FALSE(rows[2].box_ || rows[5].box_);
  EXPECT_FALSE(rows[2].path_ || rows[5].path_);
  EXPECT_FALSE(rows[2].polygon_ || rows[5].polygon_);
  EXPECT_FALSE(rows[2].circle_ || rows[5].circle_);
}

TEST(columns_of_rare_types, third) {
  EXPECT_EQ(virga::create_statements(third),
            std::vector<std::string>{
                R"(create table "third" ("id" integer primary key, "int4range" int4range, "int8range" int8ran)"
                R"(ge, "numrange" numrange, "daterange" daterange, "tstzrange" tstzrange, "tsrange" tsrange, )"
                R"("int4multirange" int4multirange, "int8multirange" int8multirange, "nummultirange" nummulti)"
                R"(range, "datemultirange" datemultirange, "tstzmultirange" tstzmultirange, "tsmultirange" ts)"
                R"(multirange))"});
  virga::infer_insert<third> given{.id = 1};
  given.int4range_ = virga::range<std::int32_t>{.lower = 1, .upper = 5};
  given.int8range_ = virga::range<std::int64_t>{.upper = 5};
  given.numrange_ = virga::range<virga::decimal>{.lower = virga::decimal("1.50"), .lower_inclusive = false};
  given.daterange_ =
      virga::range<std::chrono::sys_days>{.lower = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29)};
  given.tstzrange_ = virga::range<virga::types::timestamptz::value>{};
  given.tsrange_ = virga::range<virga::types::timestamp::value>::empty();
  given.int4multirange_ = std::vector<virga::range<std::int32_t>>{{.upper = 1}, {.lower = 3}};
  given.int8multirange_ = std::vector<virga::range<std::int64_t>>{};
  given.nummultirange_ = std::vector<virga::range<virga::decimal>>{{.upper = virga::decimal(1)}};
  given.datemultirange_ = std::vector<virga::range<std::chrono::sys_days>>{{}};
  given.tstzmultirange_ = std::vector<virga::range<virga::types::timestamptz::value>>{};
  given.tsmultirange_ = std::vector<virga::range<virga::types::timestamp::value>>{};
  const auto rows = written_and_read(third, given);
  ASSERT_EQ(rows.size(), 6U);
  for (const auto& row : {rows[0], rows[1], rows[3], rows[4]}) {
    EXPECT_TRUE(row.int4range_ == given.int4range_.value());
    EXPECT_TRUE(row.int8range_ == given.int8range_.value());
    EXPECT_TRUE(row.numrange_ == given.numrange_.value());
    EXPECT_TRUE(row.daterange_ == given.daterange_.value());
    EXPECT_TRUE(row.tstzrange_ == given.tstzrange_.value());
    EXPECT_TRUE(row.tsrange_ == given.tsrange_.value());
    EXPECT_TRUE(row.int4multirange_ == given.int4multirange_.value());
    EXPECT_TRUE(row.int8multirange_ == given.int8multirange_.value());
    EXPECT_TRUE(row.nummultirange_ == given.nummultirange_.value());
    EXPECT_TRUE(row.datemultirange_ == given.datemultirange_.value());
    EXPECT_TRUE(row.tstzmultirange_ == given.tstzmultirange_.value());
    EXPECT_TRUE(row.tsmultirange_ == given.tsmultirange_.value());
  }
  EXPECT_FALSE(rows[2].int4range_ || rows[5].int4range_);
  EXPECT_FALSE(rows[2].int8range_ || rows[5].int8range_);
  EXPECT_FALSE(rows[2].numrange_ || rows[5].numrange_);
  EXPECT_FALSE(rows[2].daterange_ || rows[5].daterange_);
  EXPECT_FALSE(rows[2].tstzrange_ || rows[5].tstzrange_);
  EXPECT_FALSE(rows[2].tsrange_ || rows[5].tsrange_);
  EXPECT_FALSE(rows[2].int4multirange_ || rows[5].int4multirange_);
  EXPECT_FALSE(rows[2].int8multirange_ || rows[5].int8multirange_);
  EXPECT_FALSE(rows[2].nummultirange_ || rows[5].nummultirange_);
  EXPECT_FALSE(rows[2].datemultirange_ || rows[5].datemultirange_);
  EXPECT_FALSE(rows[2].tstzmultirange_ || rows[5].tstzmultirange_);
  EXPECT_FALSE(rows[2].tsmultirange_ || rows[5].tsmultirange_);
}

}  // namespace
