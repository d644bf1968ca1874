// SPDX-License-Identifier: BSL-1.0
//
// Aggregates of statistics, bits and objects, and those within a group, on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"
#include "virga/types/interval.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct points_table {
  static constexpr auto table = pg::table("points");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::smallint("tiny")> tiny{};
  col<Mode, pg::bigint("wide").not_null()> wide{};
  col<Mode, pg::real("rough").not_null()> rough{};
  col<Mode, pg::double_precision("x").not_null()> x{};
  col<Mode, pg::numeric("y").not_null()> y{};
  col<Mode, pg::text("kind").not_null()> kind{};
  col<Mode, pg::date("day").not_null()> day{};
  col<Mode, pg::interval("span").not_null()> span{};
};
constexpr virga::table<points_table> points;

class aggregates_on_the_server : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, points);
    for (int i = 1; i <= 4; ++i)
      insert_into(points)
          .values(points.id = i, points.tiny = i, points.wide = 4 + i, points.rough = float(i) / 2,
                  points.x = double(i), points.y = decimal(2 * i + 1), points.kind = i == 3 ? "odd" : "even",
                  points.day = "2024-01-01", points.span = interval{.days = i})
          .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(*db_, points, expression);
  }
};

TEST_F(aggregates_on_the_server, within_a_group) {
  EXPECT_EQ(value(percentile_cont(0.5).within_group(points.wide)), "6.5");
  EXPECT_EQ(value(percentile_cont(0.5).within_group(points.y)), "6");
  EXPECT_EQ(value(percentile_cont(0.5).within_group(points.span)), "2 days 12:00:00");
  EXPECT_EQ(value(percentile_cont(std::vector<double>{0, 1}).within_group(points.rough)), "{0.5,2}");
  EXPECT_EQ(value(percentile_cont(std::vector<double>{0.5}).within_group(points.span)), "{\"2 days 12:00:00\"}");
  EXPECT_EQ(value(percentile_disc(0.5).within_group(desc(points.wide))), "7");
  EXPECT_EQ(value(percentile_disc(0.9).within_group(points.kind)), "odd");
  EXPECT_EQ(value(percentile_disc(std::vector<double>{0, 1}).within_group(points.day)), "{2024-01-01,2024-01-01}");
  EXPECT_EQ(value(percentile_disc(0.5).within_group(points.wide).filter(points.wide > 99)), "NULL");
  EXPECT_EQ(value(mode().within_group(points.kind)), "even");
  EXPECT_EQ(value(mode().within_group(points.y).filter(points.kind == "odd")), "7");
  EXPECT_EQ(value(rank(3).within_group(points.tiny)), "3");
  EXPECT_EQ(value(rank("even", 2).within_group(points.kind, desc(points.id))), "2");
  EXPECT_EQ(value(dense_rank("odd").within_group(points.kind)), "2");
  EXPECT_EQ(value(percent_rank(3).within_group(points.tiny)), "0.5");
  EXPECT_EQ(value(cume_dist(4.5).within_group(points.x)), "1");
  EXPECT_EQ(value(rank(3).within_group(points.tiny).filter(points.id > 99)), "1");
  EXPECT_THROW((void)select(percentile_cont(1.5).within_group(points.x)).from(points).all(*db_), database_error);
  const auto kinds = select(points.kind, percentile_cont(0.5).within_group(points.x).as("median"_name))
                         .from(points)
                         .group_by(points.kind)
                         .order_by("median"_name)
                         .all(*db_);
  ASSERT_EQ(kinds.size(), 2u);
  EXPECT_EQ(kinds[0]["median"_name], 2.0);
}

TEST_F(aggregates_on_the_server, of_statistics) {
  EXPECT_EQ(value(stddev_pop(points.x) > 1.1), "true");
  EXPECT_EQ(value(stddev_samp(points.rough) > 0.6), "true");
  EXPECT_EQ(value(var_pop(points.wide)), "1.2500000000000000");
  EXPECT_EQ(value(var_samp(points.tiny)), "1.6666666666666667");
  EXPECT_EQ(value(corr(points.y, points.x)), "1");
  EXPECT_EQ(value(covar_pop(points.y, points.wide)), "2.5");
  EXPECT_EQ(value(covar_samp(points.y, points.x) > 3.3), "true");
  EXPECT_EQ(value(regr_slope(points.y, points.x)), "2");
  EXPECT_EQ(value(regr_intercept(points.y, points.tiny)), "1");
  EXPECT_EQ(value(regr_r2(points.y, points.x)), "1");
  EXPECT_EQ(value(regr_avgx(points.y, points.x)), "2.5");
  EXPECT_EQ(value(regr_avgy(points.y, points.x)), "6");
  EXPECT_EQ(value(regr_sxx(points.y, points.x)), "5");
  EXPECT_EQ(value(regr_sxy(points.y, points.x)), "10");
  EXPECT_EQ(value(regr_syy(points.y, points.x)), "20");
  EXPECT_EQ(value(regr_count(points.y, points.x)), "4");
  EXPECT_EQ(value(regr_slope(points.y, points.x).filter(points.id == 1)), "NULL");
}

TEST_F(aggregates_on_the_server, of_bits_and_objects) {
  EXPECT_EQ(value(bit_and(points.wide)), "0");
  EXPECT_EQ(value(bit_or(points.tiny)), "7");
  EXPECT_EQ(value(bit_xor(points.id)), "4");
  EXPECT_EQ(value(every(points.id < 5)), "true");
  EXPECT_EQ(value(json_object_agg(points.id, points.kind).order_by(points.id).filter(points.id < 3)),
            R"({ "1" : "even", "2" : "even" })");
  EXPECT_EQ(value(jsonb_object_agg(points.kind, points.id).order_by(points.id)), R"({"odd": 3, "even": 4})");
  const auto version = select(sql<int>("current_setting('server_version_num')::integer"_sql)).one(*db_);
  if (version.get<0>() >= 160000) {
    EXPECT_EQ(value(any_value(points.day)), "2024-01-01");
  }
}

// An aggregate that reads the outer query's columns alone is one of that query, wherever it stands.
TEST_F(aggregates_on_the_server, of_the_query_around_inside_of_another) {
  const auto other = points.as("other"_name);
  const auto query =
      select(scalar(select(max(other.wide + sum(points.wide))).from(other)).as("most"_name)).from(points);
  EXPECT_EQ(query.text(),
            R"(select (select max("other"."wide" + sum("points"."wide")) from "points" as "other") as "most")"
            R"( from "points")");
  EXPECT_EQ(query.one(*db_)["most"_name], decimal(8 + 5 + 6 + 7 + 8));
}

}  // namespace
