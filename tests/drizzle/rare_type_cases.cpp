// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"
#include "virga/types/all.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

enum class mood { sad, ok, happy };

}  // namespace
}  // namespace tests::drizzle

template <>
inline constexpr auto virga::enum_labels<tests::drizzle::mood> = virga::pg::enum_type<tests::drizzle::mood>(
    "mood",
    {{tests::drizzle::mood::sad, "sad"}, {tests::drizzle::mood::ok, "ok"}, {tests::drizzle::mood::happy, "happy"}});

namespace tests::drizzle {
namespace {

template <class Mode>
struct things_table {
  static constexpr auto table = pg::table("things");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::smallint("small")> small{};
  virga::col<Mode, pg::bigint("big")> big{};
  virga::col<Mode, pg::numeric("exact", 12, 3)> exact{};
  virga::col<Mode, pg::real("single")> single{};
  virga::col<Mode, pg::double_precision("double")> twice{};
  virga::col<Mode, pg::text("words")> words{};
  virga::col<Mode, pg::varchar("short", 20)> brief{};
  virga::col<Mode, pg::character("fixed", 5)> fixed{};
  virga::col<Mode, pg::boolean("flag")> flag{};
  virga::col<Mode, pg::uuid("unique_id")> unique_id{};
  virga::col<Mode, pg::json("plain")> plain{};
  virga::col<Mode, pg::jsonb("binary_json")> binary_json{};
  virga::col<Mode, pg::bytea("bytes")> bytes{};
  virga::col<Mode, pg::timestamp("local_time")> local_time{};
  virga::col<Mode, pg::timestamptz("zoned_time")> zoned_time{};
  virga::col<Mode, pg::date("day")> day{};
  virga::col<Mode, pg::time("clock")> clock{};
  virga::col<Mode, pg::interval("span")> span{};
  virga::col<Mode, pg::inet("address")> address{};
  virga::col<Mode, pg::cidr("network")> network{};
  virga::col<Mode, pg::macaddr("card")> card{};
  virga::col<Mode, pg::integer("numbers").array_with_nulls()> numbers{};
  virga::col<Mode, pg::text("labels").array_with_nulls()> labels{};
  virga::col<Mode, pg::enumeration<mood>("feeling")> feeling{};
};
constexpr virga::table<things_table> things;

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
