// SPDX-License-Identifier: BSL-1.0
//
// SQL by hand in FROM and in WITH.
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

constexpr auto one_to_three = sql_source<sql_column<"n", int>>("generate_series(1, 3)"_sql);

const cases by_hand_cases{
    {"subquery_select_from_raw_sql",
     [] {
       const auto n = one_to_three.as("n"_name);
       return to_sql(select(n["n"_name]).from(n));
     }},
    {"subquery_raw_sql_with_join",
     [] {
       const auto g = one_to_three.as("g"_name);
       return to_sql(
           select(users.name, g["n"_name]).from(users).inner_join(g, g["n"_name] == users.id).order_by(users.id));
     }},
    {"with_sql",
     [] {
       const auto sq = cte("sq"_name).as(sql_query<sql_column<"id", std::int32_t>, sql_column<"name", std::string>>(
           "select id, name from users where id < 3"_sql));
       return to_sql(with(sq).select().from(sq).order_by(sq["id"_name]));
     },
     difference{"the names that the program gives the columns are said to the server, whatever the text calls them"}},
};

}  // namespace
}  // namespace tests::drizzle
