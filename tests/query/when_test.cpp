// SPDX-License-Identifier: BSL-1.0
//
// Conditions that are decided at run time. A condition left out is as if it had not been written.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using tests::condition;
using tests::users;
using values = std::vector<std::optional<std::string>>;

const auto age = [] { return users.age == 1; };
const auto name = [] { return users.name == "n"; };
const auto mail = [] { return users.email == "m"; };

template <class Predicate>
values bound(const Predicate& predicate) {
  return virga::to_sql(virga::select(users.id).from(users).where(predicate)).params;
}

TEST(when, alone) {
  EXPECT_EQ(condition(users, when(true, age())), R"("users"."age" = $1)");
  EXPECT_EQ(condition(users, when(false, age())), "");
  EXPECT_EQ(virga::to_sql(virga::select(users.id).from(users).where(when(false, age()))).text,
            R"(select "users"."id" from "users")");
}

TEST(when, first_and_last) {
  EXPECT_EQ(condition(users, when(true, age()) && name()), R"("users"."age" = $2 and "users"."name" = $1)");
  EXPECT_EQ(bound(when(true, age()) && name()), (values{"n", "1"}));
  EXPECT_EQ(condition(users, when(false, age()) && name()), R"("users"."name" = $1)");
  EXPECT_EQ(condition(users, name() && when(true, age())), R"("users"."name" = $1 and "users"."age" = $2)");
  EXPECT_EQ(condition(users, name() && when(false, age())), R"("users"."name" = $1)");
  EXPECT_EQ(bound(name() && when(false, age())), (values{"n"}));
}

TEST(when, in_the_middle) {
  EXPECT_EQ(condition(users, name() && when(true, age()) && mail()),
            R"("users"."name" = $1 and "users"."age" = $3 and "users"."email" = $2)");
  EXPECT_EQ(condition(users, name() && when(false, age()) && mail()),
            R"("users"."name" = $1 and "users"."email" = $2)");
}

TEST(when, every_combination_of_three) {
  for (int flags = 0; flags < 8; ++flags) {
    const bool a = (flags & 1) != 0, b = (flags & 2) != 0, c = (flags & 4) != 0;
    std::string both, either;
    int next = 1;
    for (const auto& [there, column] : {std::pair(a, "age"), std::pair(b, "name"), std::pair(c, "email")}) {
      if (!there) continue;
      const std::string one = "\"users\".\"" + std::string(column) + "\" = $" + std::to_string(next++);
      both += (both.empty() ? "" : " and ") + one;
      either += (either.empty() ? "" : " or ") + one;
    }
    EXPECT_EQ(condition(users, when(a, age()) && when(b, name()) && when(c, mail())), both);
    EXPECT_EQ(condition(users, when(a, age()) && (when(b, name()) && when(c, mail()))), both);
    EXPECT_EQ(condition(users, when(a, age()) || when(b, name()) || when(c, mail())), either);
  }
}

TEST(when, a_group_is_bracketed_only_where_it_must_be) {
  const auto grouped = [](bool first, bool second) {
    return condition(users, (when(first, age()) || when(second, name())) && mail());
  };
  EXPECT_EQ(grouped(true, true), R"(("users"."age" = $2 or "users"."name" = $3) and "users"."email" = $1)");
  EXPECT_EQ(grouped(true, false), R"(("users"."age" = $2) and "users"."email" = $1)");
  EXPECT_EQ(grouped(false, true), R"(("users"."name" = $2) and "users"."email" = $1)");
  EXPECT_EQ(grouped(false, false), R"("users"."email" = $1)");
}

TEST(when, a_group_at_the_end_goes_with_its_separator) {
  const auto grouped = [](bool first, bool second) {
    return condition(users, mail() && (when(first, age()) || when(second, name())));
  };
  EXPECT_EQ(grouped(true, true), R"("users"."email" = $1 and ("users"."age" = $2 or "users"."name" = $3))");
  EXPECT_EQ(grouped(false, false), R"("users"."email" = $1)");
}

TEST(when, negated) {
  EXPECT_EQ(condition(users, !when(true, age())), R"(not ("users"."age" = $1))");
  EXPECT_EQ(condition(users, !when(false, age())), "");
  EXPECT_EQ(condition(users, mail() && !when(false, age())), R"("users"."email" = $1)");
  EXPECT_EQ(condition(users, !(when(false, age()) && when(true, name()))), R"(not ("users"."name" = $1))");
  EXPECT_EQ(condition(users, !(when(false, age()) || when(false, name()))), "");
  EXPECT_EQ(condition(users, !(when(true, age()) || mail())), R"(not ("users"."age" = $2 or "users"."email" = $1))");
}

TEST(when, around_a_whole_group) {
  EXPECT_EQ(condition(users, mail() && when(true, age() || name())),
            R"("users"."email" = $1 and ("users"."age" = $2 or "users"."name" = $3))");
  EXPECT_EQ(condition(users, mail() && when(false, age() || name())), R"("users"."email" = $1)");
  EXPECT_EQ(condition(users, when(true, age() || name()) && mail()),
            R"(("users"."age" = $2 or "users"."name" = $3) and "users"."email" = $1)");
  EXPECT_EQ(condition(users, when(true, age() && name()) || mail()),
            R"("users"."age" = $2 and "users"."name" = $3 or "users"."email" = $1)");
}

TEST(when, inside_when) {
  const auto nested = [](bool outer, bool first, bool second) {
    return condition(users, mail() && when(outer, when(first, age()) || when(second, name())));
  };
  EXPECT_EQ(nested(true, true, true), R"("users"."email" = $1 and ("users"."age" = $2 or "users"."name" = $3))");
  EXPECT_EQ(nested(true, false, true), R"("users"."email" = $1 and ("users"."name" = $2))");
  EXPECT_EQ(nested(true, false, false), R"("users"."email" = $1)");
  EXPECT_EQ(nested(false, true, true), R"("users"."email" = $1)");
  EXPECT_EQ(condition(users, when(true, when(true, when(true, age())))), R"("users"."age" = $1)");
  EXPECT_EQ(condition(users, when(true, when(false, when(true, age())))), "");
}

TEST(when, deeply_nested_groups_keep_their_structure) {
  const auto deep = [](bool a, bool b, bool c) {
    return condition(users, mail() || (name() && (when(a, age()) || (when(b, name()) && when(c, mail())))));
  };
  EXPECT_EQ(deep(false, false, false), R"("users"."email" = $1 or "users"."name" = $2)");
  EXPECT_EQ(deep(true, false, true),
            R"("users"."email" = $1 or "users"."name" = $2 and ("users"."age" = $3 or "users"."email" = $4))");
  EXPECT_EQ(deep(false, true, true),
            R"("users"."email" = $1 or "users"."name" = $2 and ("users"."name" = $3 and "users"."email" = $4))");
}

TEST(when, every_value_of_a_condition_left_out_is_left_out) {
  const auto query = [](bool flag) {
    return virga::to_sql(virga::select(users.id)
                             .from(users)
                             .where(when(flag, between(users.age, 1, 9) && in_(users.name, {"a", "b"})) && mail())
                             .limit(3));
  };
  EXPECT_EQ(query(true).text,
            R"(select "users"."id" from "users" where "users"."age" between $3 and $4 and "users"."name" = any($5))"
            R"( and "users"."email" = $1 limit $2)");
  EXPECT_EQ(query(true).params, (values{"m", "3", "1", "9", R"({"a","b"})"}));
  EXPECT_EQ(query(false).params, (values{"m", "3"}));
}

TEST(when, five_conditions_as_a_search_form_has_them) {
  const auto query = [](int flags) {
    const auto there = [&](int which) { return (flags & (1 << which)) != 0; };
    return virga::to_sql(virga::select(users.id)
                             .from(users)
                             .where(when(there(0), users.age >= 1) && when(there(1), users.age <= 2) &&
                                    when(there(2), like(users.name, "3%")) && when(there(3), is_not_null(users.age)) &&
                                    when(there(4), users.email == "5"))
                             .order_by(users.id)
                             .limit(10));
  };
  EXPECT_EQ(query(0).text, R"(select "users"."id" from "users" order by "users"."id" limit $1)");
  EXPECT_EQ(
      query(31).text,
      R"(select "users"."id" from "users" where "users"."age" >= $2 and "users"."age" <= $3 and)"
      R"( "users"."name" like $4 and "users"."age" is not null and "users"."email" = $5 order by "users"."id" limit $1)");
  EXPECT_EQ(query(31).params, (values{"10", "1", "2", "3%", "5"}));
  EXPECT_EQ(
      query(0b10010).text,
      R"(select "users"."id" from "users" where "users"."age" <= $2 and "users"."email" = $3 order by "users"."id" limit $1)");
  EXPECT_EQ(query(0b10010).params, (values{"10", "2", "5"}));
}

}  // namespace
