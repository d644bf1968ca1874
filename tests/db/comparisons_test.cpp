// SPDX-License-Identifier: BSL-1.0
//
// What the types say of their comparisons, beside what the server has.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/all.hpp"

namespace {

using namespace virga;

class comparisons_of_types : public ::testing::Test {
 protected:
  database db{tests::fresh_database()};

  bool takes(const std::string& sql) {
    try {
      execute(db, statement{sql, nullptr, 0, false});
      return true;
    } catch (const database_error&) {
      return false;
    }
  }
  template <class Type>
  void compare() {
    const std::string value = "null::" + std::string(name_in_cast<Type>);
    constexpr comparisons said = comparisons_of<Type>;
    EXPECT_EQ(takes("select " + value + " = " + value), said.equal) << value;
    EXPECT_EQ(takes("select " + value + " <> " + value), said.not_equal) << value;
    EXPECT_EQ(takes("select " + value + " < " + value), said.order) << value;
    EXPECT_EQ(takes("select " + value + " between " + value + " and " + value), said.order) << value;
    EXPECT_EQ(takes("select distinct " + value), said.sorts) << value;
    EXPECT_EQ(takes("select " + value + " order by 1"), said.sorts) << value;
    EXPECT_EQ(takes("select " + value + " union select " + value), said.sorts) << value;
    EXPECT_EQ(takes("select greatest(" + value + ", " + value + ")"), said.sorts) << value;
  }
  template <class... Type>
  void compare_all() {
    (compare<Type>(), ...);
  }
};

TEST_F(comparisons_of_types, are_those_of_the_server) {
  compare_all<types::boolean, types::smallint, types::integer, types::bigint, types::real, types::double_precision,
              types::numeric, types::text, types::varchar, types::character, types::uuid, types::bytea, types::date,
              types::timestamptz, types::timestamp, types::time, types::timetz, types::interval, types::json,
              types::jsonb>();
  compare_all<types::inet, types::cidr, types::macaddr, types::macaddr8, types::point, types::line, types::lseg,
              types::box, types::path, types::polygon, types::circle, types::bit, types::varbit, types::int4range,
              types::numrange, types::int4multirange, types::xml, types::tsvector, types::tsquery, types::money,
              types::oid, types::pg_lsn, types::array_of<types::integer>>();
}

}  // namespace
