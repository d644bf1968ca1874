// SPDX-License-Identifier: BSL-1.0
//
// What the types say of their comparisons, beside what the server has.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/all.hpp"
#include "virga/types/casts.hpp"

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
    const bool extremes = said.order && said.sorts && said.extremes;
    if (Type::family == type_family::bytes)  // PostgreSQL 18 has those
      EXPECT_LE(extremes, takes("select max(" + value + ")")) << value;
    else
      EXPECT_EQ(extremes, takes("select min(" + value + "), max(" + value + ")")) << value;
    if constexpr (requires { typename Type::extreme; }) {
      EXPECT_EQ(execute(db, statement{"select 1 having pg_typeof(max(" + value + ")) = '" +
                                          std::string(Type::extreme::name) + "'::regtype",
                                      nullptr, 0, false})
                    .rows(),
                1U)
          << value;
    }
  }
  // what the server casts is never refused; of newer servers, some casts are taken that this one does not have
  template <class From, class To>
  void compare_cast() {
    const std::string sql = "select null::" + std::string(name_in_cast<From>) + "::" + std::string(name_in_cast<To>);
    constexpr bool newer = From::family == type_family::bytes || To::family == type_family::bytes;
    constexpr bool said = castable<From, To>();
    if (newer)
      EXPECT_LE(takes(sql), said) << sql;
    else
      EXPECT_EQ(takes(sql), said) << sql;
  }
  template <class From, class... To>
  void compare_casts() {
    (compare_cast<From, To>(), ...);
  }
  template <class... Type>
  void compare_all_casts() {
    (compare_casts<Type, Type...>(), ...);
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
              types::oid, types::pg_lsn, types::array_of<types::integer>, types::array_of<types::int4range>,
              types::regclass, types::regconfig, types::tstzmultirange>();
}

TEST_F(comparisons_of_types, casts_are_those_of_the_server) {
  compare_all_casts<types::boolean, types::smallint, types::integer, types::bigint, types::real, types::numeric,
                    types::text, types::uuid, types::bytea, types::date, types::timestamptz, types::timestamp,
                    types::json, types::jsonb, types::array_of<types::integer>, types::array_of<types::timestamptz>>();
}

TEST_F(comparisons_of_types, casts_of_the_server_are_not_refused) {
  const auto refused_wrongly = [&]<class From, class To>(const From*, const To*) {
    if (castable<From, To>()) return;
    const std::string sql = "select null::" + std::string(name_in_cast<From>) + "::" + std::string(name_in_cast<To>);
    EXPECT_FALSE(takes(sql)) << sql;
  };
  const auto each = [&]<class... From>(type_list<From...>, auto others) {
    const auto one = [&]<class First, class... To>(const First* from, type_list<To...>) {
      (refused_wrongly(from, static_cast<const To*>(nullptr)), ...);
      (refused_wrongly(static_cast<const To*>(nullptr), from), ...);
    };
    (one(static_cast<const From*>(nullptr), others), ...);
  };
  each(type_list<types::time, types::timetz, types::interval, types::money, types::oid, types::bit, types::inet,
                 types::xml>{},
       type_list<types::boolean, types::integer, types::bigint, types::numeric, types::date, types::timestamptz,
                 types::timestamp, types::uuid, types::jsonb, types::time, types::interval,
                 types::array_of<types::integer>>{});
}

}  // namespace
