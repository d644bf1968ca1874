// SPDX-License-Identifier: BSL-1.0
//
// interval, time and timetz before the judge of support/type_oracle.hpp.
#include <chrono>

#include "support/type_oracle.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/time.hpp"

namespace {

using namespace tests::oracle;
using virga::types::interval;
using time_of_day = virga::types::time;
using virga::types::timetz;
using narrow = std::numeric_limits<std::int32_t>;
using wide = std::numeric_limits<std::int64_t>;

TEST(time_types_on_the_server, interval_in_each_style_that_is_read) {
  std::vector<virga::interval> values = {{},
                                         {.months = narrow::min(), .days = narrow::max(), .microseconds = wide::min()},
                                         {.months = narrow::max(), .days = narrow::min(), .microseconds = wide::max()},
                                         {.months = -1, .days = 1, .microseconds = -1},
                                         {.months = 11, .days = -1, .microseconds = 1}};
  tests::generator random(33);
  const auto of_32 = [&] { return static_cast<std::int32_t>(random.of_any_length()); };
  for (int i = 0; i < 5000; ++i) {
    values.push_back({.months = of_32(), .days = of_32(), .microseconds = random.of_any_length()});
    values.push_back({.microseconds = random.of_any_length()});
  }
  for (const char* style : {"postgres", "iso_8601"}) {
    SCOPED_TRACE(style);
    server::shared().run("set intervalstyle = " + std::string(style));
    expect_values_arrive<interval>(values, false);
    expect_texts_return<interval>(server::shared().rows(
        "select make_interval(years => n % 7 - 3, months => n % 31 - 15, days => n % 13 - 6, hours => n % 17 - 8,"
        " secs => (n % 1009 - 504) * 1.000001) from generate_series(1, 5000) n",
        {}));
    expect_agreement<interval>(mutations({"-1 years +2 mons -3 days +04:05:06.789", "P1Y-2M3DT4H-5M6.789S", "2 days",
                                          "178956970 years 7 mons", "2562047788:00:54.775807"},
                                         "0123456789 -+.", 300),
                               false);
  }
  // What is sent means the same where the sign of the first part would be the sign of all.
  server::shared().run("set intervalstyle = sql_standard");
  strings sent, fields, months;
  for (const auto& value : values) {
    sent.push_back(tests::encoded<interval>(value));
    months.push_back(std::to_string(value.months));
  }
  EXPECT_EQ(server::shared().rows("select (extract(year from i) * 12 + extract(month from i))::bigint from "
                                  "(select x::interval, p from unnest($1::text[]) with ordinality u(x, p)) t(i, p) "
                                  "order by p",
                                  {&sent}),
            months);
  for (const char* style : {"sql_standard", "postgres_verbose"}) {
    server::shared().run("set intervalstyle = " + std::string(style));
    EXPECT_NE(tests::decode_fault<interval>(server::shared().through("interval", {"P1M-2DT3H"})[0]), "");
  }
  server::shared().run("reset intervalstyle");
}

TEST(time_types_on_the_server, infinity_is_the_largest_interval_where_the_server_has_it) {
  const strings judged = server::shared().judged(
      "interval", {"infinity", "-infinity", "178956970 years 7 mons 2147483647 days 2562047788:00:54.775807"});
  // Before PostgreSQL 17 that interval is finite, from then on it is infinity written another way.
  if (judged[0] == "infinity") {
    EXPECT_TRUE(tests::decoded<interval>(judged[0]) == virga::interval::infinity());
    EXPECT_TRUE(tests::decoded<interval>(judged[1]) == virga::interval::minus_infinity());
    EXPECT_EQ(judged[2], "infinity");
  } else {
    EXPECT_EQ(judged[0], "(null)");
    EXPECT_EQ(tests::decode_fault<interval>(judged[2]),
              "it is the finite interval that PostgreSQL 17 and later take for infinity");
  }
}

TEST(time_types_on_the_server, time) {
  std::vector<time_of_day::value> values = {time_of_day::value(0), std::chrono::hours(24)};
  tests::generator random(34);
  for (int i = 0; i < 10000; ++i) values.emplace_back(random.between(0, 86400000000));
  expect_values_arrive<time_of_day>(values, true);
  expect_texts_return<time_of_day>(server::shared().rows(
      "select time '00:00:00' + n * interval '17.000001 seconds' from generate_series(0, 5000) n", {}));
  expect_agreement<time_of_day>(mutations({"23:59:59.999999", "24:00:00", "00:00:00.5"}, "0123456789:.", 500), false);
}

TEST(time_types_on_the_server, timetz) {
  using std::chrono::seconds;
  std::vector<virga::time_with_zone> values = {{std::chrono::hours(24), seconds(57599)}, {{}, seconds(-57599)}};
  tests::generator random(35);
  for (int i = 0; i < 10000; ++i)
    values.push_back(
        {std::chrono::microseconds(random.between(0, 86400000000)), seconds(random.between(-57599, 57599))});
  expect_values_arrive<timetz>(values, true);
  expect_texts_return<timetz>(
      server::shared().rows("select (time '00:00:00' + n * interval '17.000001 seconds')::timetz at time zone (n % "
                            "57600 * interval '1 second')"
                            " from generate_series(0, 5000) n",
                            {}));
  expect_agreement<timetz>(
      mutations({"23:59:59.999999+15:59:59", "24:00:00-01", "01:00:00+05:30"}, "0123456789:.+-", 500), false);
}

}  // namespace
