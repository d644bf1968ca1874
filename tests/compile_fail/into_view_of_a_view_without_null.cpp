// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>\(\): a member of T does not take its column's value
// A title that an outer join may leave out is optional, as a view, too.
#include "tables.hpp"

struct card {
#ifdef COMPILE_FAIL
  std::string_view title;
#else
  std::optional<std::string_view> title;
#endif
};

std::size_t program(fake_database database) {
  const auto rows = select(posts.title).from(users).left_join(posts, posts.author_id == users.id).view(database);
  return rows[0].into<card>().title == "x" ? 1 : 0;
}
