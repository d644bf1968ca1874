// SPDX-License-Identifier: BSL-1.0
// expect: virga: when\(flag, predicate\) stands inside another expression or list
// What a merge does is said.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);
inline fake_database db;

auto program() {
#ifdef COMPILE_FAIL
  return start.when_matched(when(true, old.published)).then_delete().run(db);
#else
  return start.when_matched(old.published).then_delete().run(db);
#endif
}
