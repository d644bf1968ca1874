// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"
#include "drizzle/things.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases type_cases{
    {"types_integers",
     [] {
       return to_sql(select(things.id).from(things).where(things.small == -32768 || things.big == -9007199254740991));
     }},
    {"types_numeric",
     [] {
       return to_sql(
           select(things.exact).from(things).where(things.exact < "0.5" && things.exact > "-1").order_by(things.exact));
     }},
    {"types_floating",
     [] { return to_sql(select(things.id).from(things).where(things.twice == 0.1 || things.single == -0.5)); }},
    {"types_text",
     [] {
       return to_sql(
           select(things.id).from(things).where(things.words == "it's \"quoted\" \\ $1" || things.brief == ""));
     }},
    {"types_char", [] { return to_sql(select(things.fixed).from(things).where(things.fixed == "ab")); }},
    {"types_boolean", [] { return to_sql(select(things.id).from(things).where(things.flag != true)); }},
    {"types_uuid",
     [] {
       return to_sql(select(things.id).from(things).where(things.unique_id > "00000000-0000-0000-0000-000000000001"));
     }},
    {"types_timestamp",
     [] {
       return to_sql(select(things.local_time)
                         .from(things)
                         .where(things.local_time <= "2024-02-29 12:30:00.5")
                         .order_by(things.id));
     }},
    {"types_timestamptz",
     [] { return to_sql(select(things.id).from(things).where(things.zoned_time == "2024-02-29 13:30:00.5+01")); }},
    {"types_date",
     [] { return to_sql(select(things.day).from(things).where(things.day >= "2024-02-29").order_by(things.day)); }},
    {"types_bytea",
     [] {
       return to_sql(select(things.id).from(things).where(
           things.bytes == std::vector<std::byte>{std::byte{0xde}, std::byte{0xad}, std::byte{0xbe}, std::byte{0xef}}));
     }},
    {"types_json_arrow",
     [] {
       return to_sql(select(sql<std::optional<std::string>>("{} -> 'a'"_sql, things.binary_json))
                         .from(things)
                         .order_by(things.id));
     }},
    {"types_json_insert_text",
     [] {
       return to_sql(insert_into(things)
                         .values(things.id = 9, things.binary_json = "\"only \\\"text\\\"\"")
                         .returning(things.binary_json));
     }},
    {"types_json_set_null",
     [] {
       return to_sql(update(things).set(things.binary_json = null).where(things.id == 1).returning(things.binary_json));
     }},
    {"types_insert_plain",
     [] {
       return to_sql(insert_into(things).values(
           things.id = 9, things.small = 1, things.big = 2, things.exact = "3.5", things.single = 1.5,
           things.twice = 2.5, things.words = "w", things.brief = "s", things.fixed = "f", things.flag = false,
           things.unique_id = "12345678-1234-1234-1234-123456789abc", things.day = "2024-02-29",
           things.zoned_time = "2024-02-29 00:00:00+00"));
     }},
    {"types_update_char",
     [] { return to_sql(update(things).set(things.fixed = "abc").where(things.id == 1).returning(things.fixed)); }},
    {"types_delete_char", [] { return to_sql(delete_from(things).where(things.fixed == "ab").returning(things.id)); }},
};

}  // namespace
}  // namespace tests::drizzle
