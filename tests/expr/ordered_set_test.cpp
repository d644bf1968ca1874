// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"
#include "virga/types/interval.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;
using tests::readings;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(readings, expression);
}

TEST(ordered_set, has_its_sql) {
  EXPECT_EQ(listed(percentile_cont(0.5).within_group(readings.ticks)),
            R"(percentile_cont($1::double precision) within group (order by "lab"."readings"."ticks"))");
  EXPECT_EQ(listed(percentile_disc(0.5).within_group(desc(readings.day).nulls_last())),
            R"(percentile_disc($1::double precision) within group (order by "lab"."readings"."day" desc nulls last))");
  EXPECT_EQ(listed(percentile_cont(std::vector<double>{0.25, 0.75}).within_group(readings.ticks)),
            R"(percentile_cont($1::double precision[]) within group (order by "lab"."readings"."ticks"))");
  EXPECT_EQ(listed(mode().within_group(readings.note)), R"(mode() within group (order by "lab"."readings"."note"))");
  EXPECT_EQ(
      listed(rank(3, "a").within_group(readings.station, desc(readings.note))),
      R"(rank($1::integer, $2::text) within group (order by "lab"."readings"."station", "lab"."readings"."note" desc))");
  EXPECT_EQ(listed(mode().within_group(readings.note).filter(readings.ticks > 5)),
            R"(mode() within group (order by "lab"."readings"."note") filter (where "lab"."readings"."ticks" > $1))");
}

TEST(ordered_set, binds_the_arguments_before_the_order) {
  const auto query =
      to_sql(select(percentile_cont(0.5).within_group(readings.ticks + 7).filter(readings.ticks > 9)).from(readings));
  EXPECT_EQ(query.params, (std::vector<std::optional<std::string>>{"0.5", "7", "9"}));
}

TEST(ordered_set, has_the_type_that_postgresql_gives) {
  EXPECT_TRUE(is<types::double_precision>(percentile_cont(0.5).within_group(readings.price)));
  EXPECT_TRUE(is<types::interval>(percentile_cont(0.5).within_group(now() - now())));
  EXPECT_TRUE(is<types::date>(percentile_disc(0).within_group(readings.day)));
  EXPECT_TRUE(is<types::array_of<types::date>>(percentile_disc(std::vector<double>{0, 1}).within_group(readings.day)));
  EXPECT_TRUE(is<types::text>(mode().within_group(readings.note)));
  EXPECT_TRUE(is<types::bigint>(dense_rank(3).within_group(readings.station)));
  EXPECT_TRUE(is<types::double_precision>(cume_dist(3).within_group(readings.station)));
  EXPECT_TRUE(is<types::double_precision>(percent_rank(3).within_group(desc(readings.station))));
  EXPECT_TRUE(may_be_null(mode().within_group(readings.day)) &&
              may_be_null(percentile_cont(0.5).within_group(readings.ticks)));
  EXPECT_FALSE(may_be_null(rank(3).within_group(readings.channel)));
}

TEST(statistics, have_their_sql_and_types) {
  EXPECT_EQ(listed(corr(readings.level, readings.ticks)),
            R"(corr("lab"."readings"."level", "lab"."readings"."ticks"))");
  EXPECT_EQ(listed(bit_or(readings.station).filter(readings.ticks > 1)),
            R"(bit_or("lab"."readings"."station") filter (where "lab"."readings"."ticks" > $1))");
  EXPECT_EQ(listed(json_object_agg(readings.note, readings.ticks).order_by(readings.day)),
            R"(json_object_agg("lab"."readings"."note", "lab"."readings"."ticks" order by "lab"."readings"."day"))");
  EXPECT_EQ(listed(any_value(readings.day)), R"(any_value("lab"."readings"."day"))");
  EXPECT_TRUE(is<types::numeric>(var_pop(readings.ticks)) && is<types::double_precision>(stddev_samp(readings.noise)));
  EXPECT_TRUE(is<types::smallint>(bit_xor(readings.channel)) && is<types::date>(any_value(readings.day)));
  EXPECT_TRUE(may_be_null(regr_slope(readings.ticks, readings.station)) && may_be_null(any_value(readings.day)));
  EXPECT_FALSE(may_be_null(regr_count(readings.level, readings.noise)));
}

}  // namespace
