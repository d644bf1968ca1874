// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: a member of T does not take its column
// An outer join makes the columns of the other side nullable.
#include "tables.hpp"

struct line {
  std::string name;
#ifdef COMPILE_FAIL
  std::string title;
#else
  std::optional<std::string> title;
#endif
};
auto program() {
  fake_database database;
  return select(users.name, posts.title).from(users).left_join(posts, posts.author_id == users.id).one(database).into<line>();
}
