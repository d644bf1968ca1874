// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: a member of T does not take its column
// What an outer join may leave out stays nullable through a common table expression.
#include "tables.hpp"

struct line {
#ifdef COMPILE_FAIL
  std::string title;
#else
  std::optional<std::string> title;
#endif
  std::string name;
};
constexpr auto lines = cte("lines"_name).as(
    select(posts.title, users.name).from(users).left_join(posts, posts.author_id == users.id));
auto program() {
  fake_database database;
  return with(lines).select(lines[posts.title], lines[users.name]).from(lines).one(database).into<line>();
}
