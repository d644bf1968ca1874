// SPDX-License-Identifier: BSL-1.0
// expect: virga: pg::enumeration<Enum>\(\): include virga/types/enumeration.hpp and specialise
// The whole table is read, and the sentence is the only one.
#include <virga/types/enumeration.hpp>
#include <virga/virga.hpp>

namespace pg = virga::pg;

enum class taste { sweet, sour };
#ifndef COMPILE_FAIL
template <>
inline constexpr auto virga::enum_labels<taste> =
    pg::enum_type<taste>("taste", {{taste::sweet, "sweet"}, {taste::sour, "sour"}});
#endif

template <class Mode>
struct dishes_table {
  static constexpr auto table = pg::table("dishes");
  virga::col<Mode, pg::enumeration<taste>("taste").not_null()> taste_of{};
};
inline constexpr virga::table<dishes_table> dishes;

auto program() { return virga::to_sql(virga::select().from(dishes)); }
