// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

std::string computed() { return "computed"; }
std::string touched() { return "touched"; }

/// The table `defaults_only`, with values that the program itself makes.
template <class Mode>
struct made_table {
  static constexpr auto table = pg::table("defaults_only");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("mood").default_fn<&computed>()> mood{};
  virga::col<Mode, pg::text("state").on_update_fn<&touched>()> state{};
};
constexpr virga::table<made_table> made;

template <class Mode>
struct made_by_sql_table {
  static constexpr auto table = pg::table("defaults_only");
  virga::col<Mode, pg::integer("id").primary_key().generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("mood").default_value("calm")> mood{};
  virga::col<Mode, pg::text("state").on_update_fn<[] { return sql<std::string>("upper('touched')"_sql); }>()> state{};
};
constexpr virga::table<made_by_sql_table> made_by_sql;

const cases made_value_cases{
    {"insert_computed_default", [] { return to_sql(insert_into(made).values(infer_insert<made>{}).returning()); }},
    {"insert_computed_default_overridden",
     [] { return to_sql(insert_into(made).values(made.mood = "given", made.state = "given").returning()); }},
    {"update_on_update_function", [] { return to_sql(update(made).set(made.mood = "given").where(made.id > 0)); }},
    {"update_on_update_sql",
     [] { return to_sql(update(made_by_sql).set(made_by_sql.mood = "given").where(made_by_sql.id > 0)); }},
};

}  // namespace
}  // namespace tests::drizzle
