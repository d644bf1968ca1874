// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "virga/types/all.hpp"

namespace {

using namespace virga;

struct order_id {
  std::int64_t value;
};
struct document {
  std::string value;
};

constexpr bool has_all(comparisons c) { return c.equal && c.not_equal && c.order && c.sorts; }
constexpr bool has_none(comparisons c) { return !c.equal && !c.not_equal && !c.order && !c.sorts; }

TEST(comparisons, most_types_have_all) {
  static_assert(has_all(comparisons_of<types::integer>) && has_all(comparisons_of<types::text>) &&
                has_all(comparisons_of<types::jsonb>));
  static_assert(has_all(comparisons_of<types::interval>) && has_all(comparisons_of<types::int4range>) &&
                has_all(comparisons_of<types::bytea>));
}

TEST(comparisons, some_have_none) {
  static_assert(has_none(comparisons_of<types::json>) && has_none(comparisons_of<types::xml>) &&
                has_none(comparisons_of<types::polygon>));
}

TEST(comparisons, figures_have_some) {
  static_assert(!comparisons_of<types::point>.equal && comparisons_of<types::point>.not_equal);
  static_assert(comparisons_of<types::line>.equal && !comparisons_of<types::line>.not_equal &&
                !comparisons_of<types::line>.order);
  static_assert(comparisons_of<types::box>.order && !comparisons_of<types::box>.not_equal &&
                !comparisons_of<types::box>.sorts);
  static_assert(comparisons_of<types::circle>.not_equal && !comparisons_of<types::circle>.sorts);
}

TEST(comparisons, hstore_sorts_without_being_compared) {
  static_assert(comparisons_of<types::hstore>.equal && !comparisons_of<types::hstore>.order &&
                comparisons_of<types::hstore>.sorts);
}

TEST(comparisons, arrays_and_own_types_have_those_of_what_they_hold) {
  static_assert(has_all(comparisons_of<types::array_of<types::integer>>) &&
                has_none(comparisons_of<types::array_of<types::json>>));
  static_assert(has_none(comparisons_of<types::nested_array_of<types::point, 2, false>>));
  static_assert(has_all(comparisons_of<types::as_type<types::bigint, order_id>>) &&
                has_none(comparisons_of<types::as_type<types::json, document>>));
}

}  // namespace
