// SPDX-License-Identifier: BSL-1.0
#include "surface.hpp"
#include "virga/testing/fake_database.hpp"

namespace surface {

std::size_t sends(std::string_view wanted, int age, const std::vector<virga::infer_insert<people>>& fresh) {
  using namespace virga;
  auto adults = select(people.id, people.name)
                    .from(people)
                    .where(people.age >= age && like(people.name, wanted) && when(age > 3, is_not_null(people.seen)))
                    .order_by(desc(people.seen))
                    .limit(10);
  auto by_age = cte("by_age"_name).as(select(people.age, count().as("n"_name)).from(people).group_by(people.age));
  const auto [text, params] = to_sql(with(by_age).select(by_age["n"_name]).from(by_age).where(by_age["n"_name] > age));
  auto many = insert_into(people).values(fresh).on_conflict(people.name).do_update(people.age = excluded(people).age);
  return debug_sql(adults).size() + text.size() + to_sql(many).params.size();
}

std::vector<virga::infer_select<people>> receives(virga::testing::fake_database& fake,
                                                  virga::infer_select<people> one) {
  create_tables(fake, people);
  fake.expect(virga::select().from(people)).row(one);
  return virga::select().from(people).all(fake);
}

}  // namespace surface
