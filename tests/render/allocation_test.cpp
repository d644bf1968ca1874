// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it replaces operator new.
//
// How often making a statement's text and values asks for memory.
#include <gtest/gtest.h>

#include <cstdio>

#include "support/count_allocations.hpp"
#include "support/tables.hpp"

namespace {

using tests::counted;
using tests::users;
using virga::select;

TEST(allocation, is_counted_here) {
  EXPECT_EQ(counted([] { delete new int(1); }), 1U);
}

TEST(allocation, the_text_of_a_static_query_needs_none) {
  EXPECT_EQ(counted([] {
              const auto query = select(users.id, users.email).from(users).where(users.age > 18).limit(10);
              ASSERT_EQ(query.text().size(), 83U);
            }),
            0U);
}

TEST(allocation, binding_a_static_query_by_number_or_id_needs_none) {
  EXPECT_EQ(counted([] {
              const auto query = select().from(users).where(users.id == boost::uuids::uuid{} && users.age > 3).limit(1);
              const virga::query::bound_statement<std::remove_const_t<decltype(query)>> bound(query);
              ASSERT_EQ(bound.count(), 3U);
            }),
            0U);
}

TEST(allocation, a_short_text_value_needs_none) {
  EXPECT_EQ(counted([] {
              const auto query = select().from(users).where(users.name == "Ann");
              const virga::query::bound_statement<std::remove_const_t<decltype(query)>> bound(query);
              ASSERT_STREQ(bound.values()[0], "Ann");
            }),
            0U);
}

TEST(allocation, a_query_of_five_optional_conditions_needs_two_at_most) {
  for (int flags = 0; flags < 32; ++flags) {
    const auto there = [&](int which) { return (flags & (1 << which)) != 0; };
    const std::size_t times = counted([&] {
      const auto query = select(users.id, users.email)
                             .from(users)
                             .where(when(there(0), users.age >= 18) && when(there(1), users.age <= 65) &&
                                    when(there(2), like(users.name, "A%")) && when(there(3), users.email == "a@b.c") &&
                                    when(there(4), users.age != 42))
                             .order_by(users.id)
                             .limit(10);
      const virga::query::bound_statement<std::remove_const_t<decltype(query)>> bound(query);
      ASSERT_GE(bound.count(), 1U);
    });
    EXPECT_LE(times, 2U) << "with flags " << flags;
    if (flags == 31) std::printf("five conditions, all of them there: %zu allocations\n", times);
  }
}

}  // namespace
