// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

constexpr auto reading = readings.as("r"_name);
constexpr auto other = lab_users.as("lab_users"_name);

const cases schema_cases{
    {"schema_select_all_fields",
     [] { return to_sql(select().from(readings).order_by(readings.station, readings.day)); }},
    {"schema_select_sql",
     [] {
       return to_sql(select(sql<std::optional<std::string>>("upper({})"_sql, readings.note))
                         .from(readings)
                         .order_by(readings.station, readings.day));
     }},
    {"schema_where",
     [] {
       return to_sql(
           select(readings.day, readings.ticks).from(readings).where(readings.station == 1 && readings.ticks > 20));
     }},
    {"schema_numbers",
     [] {
       return to_sql(select(readings.station)
                         .from(readings)
                         .where(readings.level < -1.5 || readings.noise == 3.25 || readings.channel == 32767 ||
                                readings.price > "10.00"));
     }},
    {"schema_date", [] { return to_sql(select(readings.station).from(readings).where(readings.day < "2024-01-01")); }},
    {"schema_distinct",
     [] { return to_sql(select_distinct(readings.station).from(readings).order_by(readings.station)); }},
    {"schema_group_by",
     [] {
       return to_sql(select(readings.station, count(), sum(readings.ticks))
                         .from(readings)
                         .group_by(readings.station)
                         .order_by(readings.station));
     }},
    {"schema_aggregates",
     [] {
       return to_sql(
           select(avg(readings.noise), sum(readings.level), max(readings.price), min(readings.ticks)).from(readings));
     }},
    {"schema_alias",
     [] { return to_sql(select(reading.day).from(reading).where(reading.station == 2).order_by(reading.day)); }},
    {"schema_same_name_with_alias",
     [] { return to_sql(select(users.name, other.name).from(users).inner_join(other, other.id == users.id)); }},
    {"schema_insert",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 5, readings.day = "2024-06-01", readings.channel = 3,
                                 readings.ticks = 12, readings.noise = 0.5, readings.level = -1.25,
                                 readings.price = "1.50")
                         .returning());
     }},
    {"schema_update",
     [] {
       return to_sql(update(readings)
                         .set(readings.channel = 9, readings.note = "new")
                         .where(readings.station == 2)
                         .returning(readings.station, readings.day));
     }},
    {"schema_delete", [] { return to_sql(delete_from(readings).where(readings.station == 1).returning()); }},
    {"schema_on_conflict",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 1, readings.day = "2024-01-01", readings.ticks = 5)
                         .on_conflict(readings.station, readings.day)
                         .do_update(readings.ticks = readings.ticks + excluded(readings).ticks));
     }},
};

const cases view_cases{
    {"view_existing", [] { return to_sql(select().from(authors).order_by(authors.id)); }},
    {"view_existing_with_condition",
     [] { return to_sql(select(authors.name).from(authors).where(authors.written > 1).order_by(authors.name)); }},
    {"view_materialized", [] { return to_sql(select().from(post_totals).order_by(post_totals.author_id)); }},
    {"view_join",
     [] {
       return to_sql(select(authors.name, post_totals.views)
                         .from(authors)
                         .inner_join(post_totals, post_totals.author_id == authors.id)
                         .order_by(authors.id));
     }},
};

const cases prepared_cases{
    {"prepared_plain", [] { return to_sql(select(users.id, users.name).from(users).order_by(users.id)); }},
    {"prepared_where", [] { return to_sql(select(users.id).from(users).where(users.name == "Bob")); }},
    {"prepared_limit", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(2)); }},
    {"prepared_offset", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(2).offset(1)); }},
    {"prepared_insert",
     [] {
       return to_sql(
           insert_into(tags).values(tags.label = "prepared", tags.description = std::optional<std::string>()));
     }},
    {"prepared_dynamic",
     [] { return to_sql(select(users.id).from(users).where(users.age > 18).order_by(users.id).limit(2)); }},
};

}  // namespace
}  // namespace tests::drizzle
