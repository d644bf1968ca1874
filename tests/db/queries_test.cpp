// SPDX-License-Identifier: BSL-1.0
//
// Statements of every shape on a real server: what they find, and that their columns are what they say they are.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct staff_table {
  static constexpr auto table = pg::table("staff");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::text("name").not_null().unique()> name{};
  col<Mode, pg::integer("boss")> boss{};
  col<Mode, pg::integer("pay").not_null().default_value(10)> pay{};
};
constexpr virga::table<staff_table> people;

template <class Mode>
struct chores_table {
  static constexpr auto table = pg::table("tasks");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::integer("owner").not_null()> owner{};
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::boolean("done").not_null().default_value(false)> done{};
};
constexpr virga::table<chores_table> tasks;

template <class Mode>
struct all_defaults_table {
  static constexpr auto table = pg::table("defaults");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::text("note").not_null().default_value("none")> note{};
};
constexpr virga::table<all_defaults_table> defaults;

class queries : public ::testing::Test {
 protected:
  void SetUp() override {
    create_tables(db, people, tasks, defaults);
    insert_into(people)
        .values(std::vector<infer_insert<people>>{{.id = 1, .name = "Ann", .pay = 30},
                                                  {.id = 2, .name = "Bob", .boss = 1, .pay = 20},
                                                  {.id = 3, .name = "Cid", .boss = 1, .pay = 20},
                                                  {.id = 4, .name = "Dan", .boss = 2, .pay = 10}})
        .run(db);
    insert_into(tasks)
        .values(std::vector<infer_insert<tasks>>{{.owner = 2, .title = "saw", .done = true},
                                                 {.owner = 2, .title = "nail", .done = false},
                                                 {.owner = 3, .title = "paint", .done = false}})
        .run(db);
  }
  /// The rows of a query as `tests::rows` shows them.
  template <class Query>
  std::string rows(const Query& query, const std::source_location& where = std::source_location::current()) {
    return tests::rows(db, query, where);
  }

  database db{tests::fresh_database()};
};

TEST_F(queries, scalar_subqueries) {
  const auto open = scalar(select(count()).from(tasks).where(tasks.owner == people.id && tasks.done == false));
  const auto q = select(people.name, open.as("open"_name)).from(people).where(open > 0).order_by(people.id);
  EXPECT_EQ(rows(q), "Bob 1, Cid 1");
  static_assert(std::same_as<std::tuple_element_t<1, row_type<decltype(q)>>, std::int64_t>);
  const auto best = scalar(select(max(people.pay)).from(people));
  EXPECT_EQ(rows(select(people.name, best.as("best"_name)).from(people).where(people.pay == best)), "Ann 30");
  const auto title = scalar(select(tasks.title).from(tasks).where(tasks.owner == people.id).order_by(tasks.id).limit(1));
  EXPECT_EQ(rows(select(people.name, title.as("t"_name)).from(people).order_by(people.id)), "Ann -, Bob saw, Cid paint, Dan -");
}

TEST_F(queries, existence_and_membership_in_queries) {
  const auto mine = select(tasks.id).from(tasks).where(tasks.owner == people.id);
  EXPECT_EQ(rows(select(people.name).from(people).where(exists(mine)).order_by(people.id)), "Bob, Cid");
  EXPECT_EQ(rows(select(people.name).from(people).where(not_exists(mine)).order_by(people.id)), "Ann, Dan");
  EXPECT_EQ(rows(select(people.name).from(people).where(!exists(mine) && people.pay > 10)), "Ann");
  const auto owners = select(tasks.owner).from(tasks);
  EXPECT_EQ(rows(select(people.name).from(people).where(in_(people.id, owners)).order_by(people.id)), "Bob, Cid");
  EXPECT_EQ(rows(select(people.name).from(people).where(not_in(people.id, owners)).order_by(people.id)), "Ann, Dan");
  const auto manager = people.as("manager"_name);
  EXPECT_EQ(rows(select(people.name).from(people).where(people.pay >= all_of(select(manager.pay).from(manager)))), "Ann");
  EXPECT_EQ(rows(select(people.name).from(people).where(people.id == any_of(owners)).order_by(people.id)), "Bob, Cid");
}

TEST_F(queries, derived_tables_and_lateral_ones) {
  const auto load = select(tasks.owner, count().as("n"_name)).from(tasks).where(tasks.title != "nail").group_by(tasks.owner).as("load"_name);
  const auto q = select(people.name, load["n"_name]).from(people).left_join(load, load[tasks.owner] == people.id).where(people.pay < 30).order_by(people.id);
  EXPECT_EQ(rows(q), "Bob 1, Cid 1, Dan -");
  static_assert(std::same_as<std::tuple_element_t<1, row_type<decltype(q)>>, std::optional<std::int64_t>>);
  EXPECT_EQ(rows(select().from(load).order_by(load[tasks.owner])), "2 1, 3 1");
  EXPECT_EQ(rows(select(sum(load["n"_name])).from(load)), "2");
  const auto latest = select(tasks.title, tasks.done).from(tasks).where(tasks.owner == people.id).order_by(desc(tasks.id)).limit(1).as("latest"_name);
  EXPECT_EQ(rows(select(people.name, latest[tasks.title]).from(people).left_join(lateral(latest), sql<bool>("true"_sql)).order_by(people.id)),
            "Ann -, Bob nail, Cid paint, Dan -");
  EXPECT_EQ(rows(select(people.name, latest[tasks.done]).from(people).cross_join(lateral(latest)).order_by(people.id)), "Bob no, Cid no");
}

TEST_F(queries, set_operations) {
  const auto rich = select(people.id, people.name).from(people).where(people.pay > 15);
  const auto led = select(people.id, people.name).from(people).where(is_not_null(people.boss));
  EXPECT_EQ(rows(union_(rich, led).order_by(people.id)), "1 Ann, 2 Bob, 3 Cid, 4 Dan");
  EXPECT_EQ(rows(union_all(rich, led).order_by(desc(people.id)).limit(3)), "4 Dan, 3 Cid, 3 Cid");
  EXPECT_EQ(rows(intersect(rich, led).order_by(people.id)), "2 Bob, 3 Cid");
  EXPECT_EQ(rows(except(led, rich)), "4 Dan");
  EXPECT_EQ(rows(except_all(union_all(rich, rich), rich).order_by("name"_name)), "1 Ann, 2 Bob, 3 Cid");
  EXPECT_EQ(rows(intersect_all(union_all(rich, rich), rich).order_by(people.id).offset(1)), "2 Bob, 3 Cid");
  // a column is null where a member's may be, and as wide as the widest
  const auto wide = union_(select(people.id, people.boss).from(people), select(people.id, tasks.id).from(people).inner_join(tasks, tasks.owner == people.id));
  static_assert(std::same_as<std::tuple_element_t<1, row_type<decltype(wide)>>, std::optional<std::int64_t>>);
  EXPECT_EQ(wide.all(db).size(), 6u);
  EXPECT_EQ(virga::testing::verify(db, wide), std::vector<std::string>());
  // rows of one table stay rows of it, and members keep their names
  const auto whole = union_(select().from(people).where(people.id == 1), select().from(people).where(people.id == 2));
  static_assert(std::same_as<row_type<decltype(whole)>, infer_select<people>>);
  EXPECT_EQ(whole.order_by(people.id).all(db)[1].name, "Bob");
  EXPECT_EQ(union_(rich, led).order_by(people.id).first(db)->name, "Ann");
  // as a table, as a list, and nested
  const auto all = union_(rich, led).as("all"_name);
  EXPECT_EQ(rows(select(count()).from(all).where(all[people.id] > 1)), "3");
  EXPECT_EQ(rows(select(people.name).from(people).where(in_(people.id, except(select(people.id).from(people), select(tasks.owner).from(tasks)))).order_by(people.id)), "Ann, Dan");
}

TEST_F(queries, common_table_expressions_of_every_kind) {
  const auto tree = cte("tree"_name).recursive(
      select(people.id, people.name, sql<int>("0"_sql).as("depth"_name)).from(people).where(is_null(people.boss)),
      [](auto above) {
        return select(people.id, people.name, (above["depth"_name] + 1).as("depth"_name)).from(people).inner_join(above, people.boss == above[people.id]);
      });
  EXPECT_EQ(rows(with(tree).select(tree[people.name], tree["depth"_name]).from(tree).order_by(tree["depth"_name], tree[people.name])),
            "Ann 0, Bob 1, Cid 1, Dan 2");
  // a column that the second part makes null may be null in the table
  const auto up = cte("up"_name).recursive_distinct(
      select(people.id).from(people).where(people.id == 4),
      [](auto below) { return select(people.boss.as("id"_name)).from(people).inner_join(below, people.id == below[people.id]); });
  const auto chain = with(up).select(up[people.id]).from(up).order_by(up[people.id]);
  static_assert(std::same_as<std::tuple_element_t<0, row_type<decltype(chain)>>, std::optional<int>>);
  EXPECT_EQ(rows(chain), "1, 2, 4, -");

  const auto gone = cte("gone"_name).as(delete_from(tasks).where(tasks.done == true).returning(tasks.title, tasks.owner));
  EXPECT_EQ(rows(with(gone).select(gone[tasks.title], people.name).from(gone).inner_join(people, people.id == gone[tasks.owner])), "saw Bob");
  const auto few = cte("few"_name).materialized().as(select(people.id).from(people).where(people.pay < 20));
  EXPECT_EQ(rows(with(few).select(people.name).from(people).where(in_(people.id, select(few[people.id]).from(few)))), "Dan");
  const auto raised = with(few).update(people).set(people.pay = people.pay + 5).from(few).where(people.id == few[people.id]).returning(people.name, people.pay);
  EXPECT_EQ(rows(raised), "Dan 15");
  EXPECT_EQ(with(cte("x"_name).as(select(tasks.owner).from(tasks)).materialized()).select(people.pay).from(people).text(),
            with(cte("x"_name).materialized().as(select(tasks.owner).from(tasks))).select(people.pay).from(people).text());
  EXPECT_EQ(with(cte("x"_name).not_materialized().as(select(tasks.owner).from(tasks))).select_distinct(people.pay).from(people).all(db).size(), 3u);
  const auto idle = cte("idle"_name).as(select(people.id).from(people).where(people.pay == 15));
  EXPECT_EQ(with(idle).delete_from(people).where(in_(people.id, select(idle[people.id]).from(idle))).run(db), 1u);
  const auto source = cte("source"_name).as(select(people.id, people.name).from(people).where(people.id == 1));
  EXPECT_EQ(with(source).insert_into(tasks).columns(tasks.owner, tasks.title).select(select(source[people.id], source[people.name]).from(source)).run(db), 1u);
}

TEST_F(queries, windows_and_ordered_groups) {
  const auto q = select(people.name, row_number().over(order_by(desc(people.pay), people.id)).as("place"_name),
                        sum(people.pay).over("team"_name).as("team"_name), lag(people.name).over(order_by(people.id)))
                     .from(people).window("team"_name, partition_by(people.boss)).order_by("place"_name);
  EXPECT_EQ(rows(q), "Ann 1 30 -, Bob 2 40 Ann, Cid 3 40 Bob, Dan 4 10 Cid");
  const auto two = select(people.name, rank().over("pay"_name).as("place"_name), count().over("team"_name))
                       .from(people)
                       .window("pay"_name, order_by(desc(people.pay)))
                       .window("team"_name, partition_by(people.boss))
                       .order_by(people.id);
  EXPECT_EQ(rows(two), "Ann 1 1, Bob 2 2, Cid 2 2, Dan 4 1");
  EXPECT_EQ(rows(select(string_agg(people.name, "+").order_by(desc(people.name)), count().filter(people.pay == 20)).from(people)), "Dan+Cid+Bob+Ann 2");
  EXPECT_EQ(rows(select_distinct_on(on(people.pay), people.name).from(people).order_by(desc(people.pay), people.id)), "Ann, Bob, Dan");
  EXPECT_EQ(rows(select(people.name).from(people).order_by(asc(people.boss).nulls_first(), people.id)), "Ann, Bob, Cid, Dan");
  EXPECT_EQ(rows(select(people.name).from(people).order_by(desc(people.boss).nulls_last(), people.id)), "Dan, Bob, Cid, Ann");
}

TEST_F(queries, row_locks) {
  db.transaction([&](auto& tx) {
    EXPECT_EQ(select(tasks.id).from(tasks).inner_join(people, people.id == tasks.owner).where(people.name == "Bob").lock(for_update().of(tasks)).all(tx).size(), 2u);
    // who comes second passes the locked rows over, or is told at once
    EXPECT_EQ(select(tasks.id).from(tasks).lock(for_no_key_update().skip_locked()).all(db).size(), 1u);
    EXPECT_THROW(select(tasks.id).from(tasks).lock(for_share().nowait()).run(db), database_error);
    EXPECT_THROW(select(tasks.id).from(tasks).lock(for_key_share().nowait()).run(db), database_error);
  });
}

TEST_F(queries, inserts_from_elsewhere) {
  EXPECT_EQ(insert_into(tasks).columns(tasks.owner, tasks.title).select(select(people.id, concat(people.name, "'s")).from(people).where(people.pay > 20)).run(db), 1u);
  EXPECT_EQ(rows(insert_into(defaults).default_values().returning(defaults.note)), "none");
  EXPECT_EQ(rows(insert_into(people).values(people.id = 1, people.name = "x").on_conflict(people.id).do_update(people.pay = people.pay + 1).where(people.pay < 5).returning(people.pay)), "");
  EXPECT_EQ(rows(insert_into(people).values(people.id = 1, people.name = "x").on_conflict(people.id).do_update(people.pay = excluded(people).pay + people.pay).where(excluded(people).pay < people.pay).returning(people.pay)), "40");
  EXPECT_EQ(insert_into(people).values(people.id = 9, people.name = "Ann").on_constraint("staff_name_key"_name).do_nothing().run(db), 0u);
}

TEST_F(queries, updates_and_deletes_with_other_tables) {
  EXPECT_EQ(rows(update(tasks).set(tasks.title = concat(people.name, ": ", tasks.title)).from(people).where(tasks.owner == people.id && tasks.done == true).returning(tasks.title, people.pay)), "Bob: saw 20");
  EXPECT_EQ(update(people).set(people.pay = coalesce(cast<int>(scalar(select(count()).from(tasks).where(tasks.owner == people.id))), 0)).all_rows().run(db), 4u);
  EXPECT_EQ(rows(select(people.pay).from(people).order_by(people.id)), "0, 2, 1, 0");
  EXPECT_EQ(delete_from(tasks).using_(people).where(tasks.owner == people.id && people.name == "Bob").run(db), 2u);
}

TEST_F(queries, conditions_and_orders_made_at_run_time) {
  const auto wanted = [](std::optional<int> pay, const std::vector<std::string>& names) {
    condition<people> all;
    if (pay) all += people.pay == *pay;
    condition<people> any;
    for (const std::string& name : names) any |= people.name == name;
    all += any;
    return all;
  };
  const auto q = [&](const condition<people>& where, const ordering<people>& order) {
    return rows(select(people.name).from(people).where(where && people.id < 100).order_by(order, people.id));
  };
  ordering<people> by_pay;
  EXPECT_EQ(q({}, by_pay), "Ann, Bob, Cid, Dan");
  by_pay += people.pay;
  by_pay += desc(people.name);
  EXPECT_EQ(q(wanted({}, {}), by_pay), "Dan, Cid, Bob, Ann");
  EXPECT_EQ(q(wanted(20, {}), by_pay), "Cid, Bob");
  EXPECT_EQ(q(wanted(20, {"Ann", "Bob", "'; drop table people; --"}), {}), "Bob");
  EXPECT_EQ(q(wanted({}, {"Ann", "$1", "Dan"}), desc(people.id)), "Dan, Ann");
  EXPECT_EQ(rows(select(people.name).from(people).where(!wanted(20, {}) || wanted({}, {"Bob"})).order_by(people.id)), "Ann, Bob, Dan");
  EXPECT_EQ(rows(select(people.name).from(people).left_join(tasks, condition<people, tasks>(tasks.owner == people.id && tasks.done == true)).where(is_null(tasks.id)).order_by(people.id)), "Ann, Cid, Dan");
  EXPECT_THROW(delete_from(people).where(wanted({}, {})).run(db), empty_statement);
  EXPECT_EQ(delete_from(people).where(wanted(20, {})).run(db), 2u);
  // a thousand of them
  condition<people> many;
  for (int i = 0; i < 1000; ++i) many |= people.id == i;
  EXPECT_EQ(q(many, {}), "Ann, Dan");
}

TEST_F(queries, with_placeholders) {
  const auto by_name = prepare(select(people.id, people.pay).from(people).where(people.name == placeholder("name"_name) && people.pay < placeholder("most"_name)));
  static_assert(decltype(by_name)::text() == R"(select "staff"."id", "staff"."pay" from "staff" where "staff"."name" = $1 and "staff"."pay" < $2)");
  EXPECT_EQ(by_name.one(db, "name"_name = "Bob", "most"_name = 100).id, 2);
  EXPECT_EQ(by_name.first(db, "most"_name = 5, "name"_name = std::string("Bob")), std::nullopt);
  const auto several = prepare(select(people.name).from(people).where(in_(people.id, placeholder("ids"_name)) && when(true, people.pay >= placeholder("least"_name))).order_by(people.id).limit(placeholder("n"_name)));
  EXPECT_EQ(several.all(db, "ids"_name = std::vector<int>{1, 2, 3, 9}, "least"_name = 20, "n"_name = 2).size(), 2u);
  EXPECT_EQ(several.all(db, "ids"_name = std::vector<int>{}, "least"_name = 20, "n"_name = 2).size(), 0u);
  const auto raise = prepare(update(people).set(people.boss = placeholder("boss"_name)).where(people.id == placeholder("id"_name)));
  EXPECT_EQ(raise.run(db, "boss"_name = std::optional<int>(), "id"_name = 2), 1u);
  EXPECT_EQ(rows(select(people.boss).from(people).where(people.id == 2)), "-");
  EXPECT_EQ(raise.run(db, "boss"_name = std::optional(1), "id"_name = 2), 1u);
  EXPECT_EQ(raise.run(db, "boss"_name = null, "id"_name = 2), 1u);
  EXPECT_EQ(rows(select(people.boss).from(people).where(people.id == 2)), "-");
  // a value that is used twice is sent twice, and one that cannot be sent is named
  const auto twice = prepare(select(people.id).from(people).where(people.name == placeholder("x"_name) || concat(people.name, "") == placeholder("x"_name)));
  EXPECT_EQ(twice.one(db, "x"_name = "Ann").id, 1);
  try {
    static_cast<void>(twice.one(db, "x"_name = std::string("a\0b", 3)));
    FAIL() << "a NUL byte was sent";
  } catch (const value_error& refused) {
    EXPECT_EQ(refused.column(), "placeholder x");
  }
}

TEST_F(queries, plans_counts_and_texts_for_people) {
  const auto q = select(people.name).from(people).where(people.pay > 15 && people.name != "O'Brien $1");
  EXPECT_EQ(debug_sql(q), R"(select "staff"."name" from "staff" where "staff"."pay" > '15' and "staff"."name" <> 'O''Brien $1')");
  EXPECT_EQ(count_rows(q, db), 3);
  EXPECT_EQ(count_rows(select(people.pay, count()).from(people).group_by(people.pay), db), 3);
  EXPECT_EQ(count_rows(people, people.pay == 20, db), 2);
  EXPECT_NE(explain(q, db, {.costs = false}).find("Seq Scan on staff"), std::string::npos) << explain(q, db);
  EXPECT_NE(explain(q, db, {.analyze = true, .format = plan_format::json}).find("\"Actual Rows\": 3"), std::string::npos);
  // the literals mean what the values meant
  EXPECT_EQ(db.transaction([&](auto& tx) { return tx.pqxx().exec(debug_sql(q)).size(); }), 3);
}

}  // namespace
