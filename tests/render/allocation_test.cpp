// SPDX-License-Identifier: BSL-1.0
//
// How often making a statement's text and values asks for memory. This file counts for the whole program.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <new>

#include "support/tables.hpp"

namespace {
// a thread's own count, so that a test that runs beside this one does not matter
thread_local std::size_t allocations = 0;
}  // namespace

// The compiler takes the pair below apart where it inlines only one of them, and warns of a mismatch that is none.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return operator new(size, std::nothrow); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

using tests::users;
using virga::select;

template <class Function>
std::size_t counted(Function&& f) {
  const std::size_t before = allocations;
  f();
  return allocations - before;
}

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
