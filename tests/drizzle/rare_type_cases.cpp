// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"
#include "drizzle/things.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

using numbers = std::vector<std::optional<std::int32_t>>;
using labels = std::vector<std::optional<std::string>>;

const cases rare_type_cases{
    {"types_select_all", [] { return to_sql(select().from(things).order_by(things.id)); }},
    {"types_time", [] { return to_sql(select(things.id).from(things).where(things.clock < "12:30:00")); }},
    {"types_interval",
     [] {
       return to_sql(
           select(things.span).from(things).where(things.span > virga::interval{.microseconds = 3'600'000'000}));
     }},
    {"types_network",
     [] {
       return to_sql(
           select(things.id).from(things).where(things.address == "192.168.0.1" || things.card == "ff:ff:ff:ff:ff:ff"));
     }},
    {"types_enum",
     [] { return to_sql(select(things.id, things.feeling).from(things).where(things.feeling == mood::happy)); }},
    {"types_enum_in",
     [] {
       return to_sql(
           select(things.id).from(things).where(in_(things.feeling, {mood::ok, mood::sad})).order_by(things.feeling));
     },
     one_array},
    {"types_array_contains",
     [] {
       return to_sql(select(things.id).from(things).where(contains(things.numbers, numbers{1, 2})));
     }},
    {"types_array_contained",
     [] {
       return to_sql(select(things.id).from(things).where(contained_by(things.numbers, numbers{1, 2, 3, 4})));
     }},
    {"types_array_overlaps",
     [] {
       return to_sql(select(things.id).from(things).where(overlaps(things.labels, labels{"a", "z"})));
     }},
    {"types_array_insert",
     [] {
       return to_sql(
           insert_into(things)
               .values(things.id = 9, things.numbers = numbers{1, 2}, things.labels = labels{"x", "y \"z\"", ""})
               .returning(things.numbers, things.labels));
     }},
    {"types_json_arrow_text",
     [] {
       return to_sql(select(json_get_text(things.binary_json, "a"), json_get_text(things.plain, "b"))
                         .from(things)
                         .order_by(things.id));
     }},
    {"types_json_insert",
     [] {
       return to_sql(insert_into(things)
                         .values(things.id = 9, things.plain = R"({"z":1,"a":[true,null]})",
                                 things.binary_json = R"({"z":1,"a":"text"})")
                         .returning(things.plain, things.binary_json));
     }},
};

}  // namespace
}  // namespace tests::drizzle
