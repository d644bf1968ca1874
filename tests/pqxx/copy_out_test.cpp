// SPDX-License-Identifier: BSL-1.0
//
// COPY out of the database: the same rows as a select gives, and everything that can end it half-way.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::copy_into;
using virga::copy_out;
using virga::select;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items", {.schema = "shop"});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::text("note")> note{};
  virga::col<Mode, pg::text("tags").array()> tags{};
};
constexpr virga::table<items_table> items;
using item = virga::infer_select<items>;

template <class Mode>
struct parts_table {
  static constexpr auto table = pg::table("parts");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("item").not_null()> item{};
};
constexpr virga::table<parts_table> parts;

/// The same table, misdescribed.
template <class Mode>
struct wrong_table {
  static constexpr auto table = pg::table("items", {.schema = "shop"});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("note")> note{};
};
constexpr virga::table<wrong_table> wrong;

constexpr int row_count = 50'000;
const std::vector<std::string> hostile{"",          "\\N", "N",    "\\", "\\.",      "a\tb",
                                       "a\nb\r\nc", "{}",  "NULL", "\"", "\x01\x0b", "\xf0\x9f\x98\x80"};

item numbered(int id) {
  const auto& text = hostile[static_cast<std::size_t>(id) % hostile.size()];
  item one{.id = id, .name = text, .note = {}, .tags = {}};
  if (id % 3 != 0) one.note = text + std::to_string(id);
  if (id % 4 != 0) one.tags = std::vector<std::string>{text, "x"};
  return one;
}

class copied_out : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    url_ = new std::string(tests::fresh_database());
    virga::database db(*url_);
    db.acquire().connection().send("create schema shop");
    virga::create_tables(db, items, parts);
    int next = 0;
    copy_into(items)
        .from([&]() -> std::optional<item> {
          if (next == row_count) return std::nullopt;
          return numbered(++next);
        })
        .run(db);
    copy_into(parts).from(std::vector<virga::infer_insert<parts>>{{.id = 1, .item = 5}, {.id = 2, .item = -1}}).run(db);
  }
  static void TearDownTestSuite() { delete url_; }
  /// Reads the first rows, and no more.
  template <class Executor>
  static int read_some(Executor& from, int count) {
    int sum = 0;
    for (const item& row : copy_out(select().from(items).order_by(items.id)).stream(from)) {
      sum += row.id;
      if (row.id == count) break;
    }
    return sum;
  }
  template <class Executor>
  static void expect_usable(Executor& still) {
    EXPECT_EQ(select(virga::count()).from(items).one(still).template get<0>(), row_count);
  }
  inline static std::string* url_ = nullptr;
  virga::connection on{*url_};
};

TEST_F(copied_out, gives_the_rows_of_a_select) {
  static_assert(
      decltype(copy_out(items))::text() ==
      R"(copy (select "shop"."items"."id", "shop"."items"."name", "shop"."items"."note", "shop"."items"."tags")"
      R"( from "shop"."items") to stdout)");
  const auto expected = select().from(items).order_by(items.id).all(on);
  std::size_t at = 0;
  copy_out(select().from(items).order_by(items.id)).each(on, [&](item row) {
    ASSERT_LT(at, expected.size());
    EXPECT_EQ(row.id, expected[at].id);
    EXPECT_EQ(row.name, expected[at].name);
    EXPECT_EQ(row.note, expected[at].note);
    EXPECT_EQ(row.tags, expected[at].tags);
    EXPECT_EQ(row.name, numbered(row.id).name);
    ++at;
  });
  EXPECT_EQ(at, static_cast<std::size_t>(row_count));
}

TEST_F(copied_out, of_expressions_joins_and_common_tables) {
  auto per_item =
      virga::cte("per_item"_name).as(select(parts.item, virga::count().as("n"_name)).from(parts).group_by(parts.item));
  std::vector<std::pair<std::optional<std::string>, std::int64_t>> seen;
  copy_out(with(per_item)
               .select(items.note, per_item["n"_name])
               .from(per_item)
               .left_join(items, items.id == per_item[parts.item])
               .order_by(per_item[parts.item]))
      .each(on, [&](auto row) { seen.emplace_back(row.note, row["n"_name]); });
  EXPECT_EQ(seen, (std::vector<std::pair<std::optional<std::string>, std::int64_t>>{{std::nullopt, 1}, {"a\tb5", 1}}));

  for (auto& [part, joined] :
       copy_out(select().from(parts).left_join(items, items.id == parts.item).order_by(parts.id)).stream(on))
    EXPECT_EQ(joined.has_value(), part.item == 5);
}

TEST_F(copied_out, of_no_rows) {
  copy_out(select(items.id).from(items).where(is_null(items.id))).each(on, [](auto) { ADD_FAILURE() << "a row"; });
  expect_usable(on);
}

TEST_F(copied_out, takes_no_values_that_show_only_at_run_time) {
  virga::condition<items> some;
  int seen = 0;
  copy_out(select(items.id).from(items).where(some)).each(on, [&](auto) { ++seen; });
  EXPECT_EQ(seen, row_count);
  some += items.id > 5;
  EXPECT_THROW(copy_out(select(items.id).from(items).where(some)).each(on, [](auto) {}), virga::usage_error);
  expect_usable(on);
}

TEST_F(copied_out, left_half_way_outside_of_a_transaction_is_cancelled) {
  EXPECT_EQ(read_some(on, 3), 6);
  expect_usable(on);
  virga::database db(*url_, {.max_connections = 1});
  for (int i = 0; i < 20; ++i) EXPECT_EQ(read_some(db, 2), 3);
  EXPECT_EQ(read_some(db, row_count), row_count / 2 * (row_count + 1));
  expect_usable(db);
  EXPECT_EQ(db.statistics().opened, 1U) << "no connection was given up";
}

TEST_F(copied_out, left_half_way_inside_of_a_transaction_lets_that_go_on) {
  virga::database db(*url_);
  db.transaction([&](virga::transaction& tx) {
    EXPECT_EQ(read_some(tx, 3), 6);
    expect_usable(tx);
  });
}

struct enough {};

TEST_F(copied_out, an_exception_ends_it) {
  virga::database db(*url_, {.max_connections = 1});
  const auto stops_at = [](int row) {
    return [row](const item& one) {
      if (one.id == row) throw enough();
    };
  };
  EXPECT_THROW(copy_out(items).each(db, stops_at(40'000)), enough);
  expect_usable(db);
  EXPECT_THROW(db.transaction([&](virga::transaction& tx) {
    delete_from(parts).all_rows().run(tx);
    copy_out(items).each(tx, stops_at(7));
  }),
               enough);
  EXPECT_EQ(select().from(parts).all(db).size(), 2U);
  db.transaction([&](virga::transaction& tx) {
    EXPECT_THROW(tx.transaction([&](auto& inner) { copy_out(items).each(inner, stops_at(7)); }), enough);
    expect_usable(tx);
  });
  EXPECT_EQ(db.statistics().opened, 1U);
}

TEST_F(copied_out, a_query_that_fails_in_the_middle_says_so) {
  int seen = 0;
  const auto failing = select(items.id, virga::sql<int>("1 / ({} - 30000)"_sql, items.id)).from(items);
  EXPECT_THROW(copy_out(failing).each(on, [&](auto) { ++seen; }), virga::data_exception);
  EXPECT_GT(seen, 1000);
  expect_usable(on);
}

TEST_F(copied_out, a_cell_that_does_not_decode_ends_it) {
  try {
    copy_out(wrong).each(on, [](auto) {});
    ADD_FAILURE() << "text was read as a number";
  } catch (const virga::decode_error& refused) {
    EXPECT_EQ(refused.column(), "items.note");
  }
  expect_usable(on);
}

TEST_F(copied_out, a_missing_table_is_refused) {
  on.send(std::string("begin; alter table shop.items rename to others"));
  EXPECT_THROW(copy_out(items).each(on, [](auto) {}), virga::undefined_table);
  on.send(std::string("rollback"));
  expect_usable(on);
}

TEST_F(copied_out, a_lost_connection_is_an_error_and_not_used_again) {
  virga::database db(*url_);
  try {
    auto held = db.acquire();
    const int process = PQbackendPID(held.connection().native_handle());
    copy_out(items).each(held.connection(), [&](const item& row) {
      if (row.id == 10) on.send("select pg_terminate_backend(" + std::to_string(process) + ", 5000)");
    });
    ADD_FAILURE() << "it was read to its end";
  } catch (const virga::connection_error& lost) {
    EXPECT_NE(std::string(lost.what()).find("connection to the server is lost"), std::string::npos) << lost.what();
  }
  expect_usable(db);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
}

TEST_F(copied_out, a_requested_stop_ends_it_while_it_reads_and_while_it_waits) {
  virga::database db(*url_);
  std::stop_source stop;
  EXPECT_THROW(db.transaction(
                   [&](virga::transaction& tx) {
                     copy_out(items).each(tx, [&](const item& row) {
                       if (row.id == 10) stop.request_stop();
                       EXPECT_LE(row.id, 10);
                     });
                   },
                   {.stop = stop.get_token()}),
               virga::query_cancelled);
  std::stop_source second;
  std::thread soon([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    second.request_stop();
  });
  const auto slow = select(virga::sql<std::string>("pg_sleep(60)::text"_sql));
  EXPECT_THROW(db.transaction([&](virga::transaction& tx) { copy_out(slow).each(tx, [](auto) {}); },
                              {.stop = second.get_token()}),
               virga::query_cancelled);
  soon.join();
  expect_usable(db);
}

TEST_F(copied_out, holds_its_connection) {
  auto rows = copy_out(items).stream(on);
  EXPECT_THROW((void)select().from(parts).all(on), virga::usage_error);
}

TEST_F(copied_out, into_another_table_as_they_come) {
  virga::connection other(*url_);
  other.send(std::string("set search_path = elsewhere"));
  virga::transaction tx(other);
  tx.connection().send(std::string("create schema elsewhere; create table elsewhere.parts (like public.parts)"));
  auto source = copy_out(select(items.id, items.id.as("item"_name)).from(items)).stream(on);
  std::vector<std::pair<int, int>> pairs;
  auto at = source.begin();
  const auto next = [&]() -> std::optional<std::pair<int, int>> {
    if (at == source.end()) return std::nullopt;
    const std::pair<int, int> one{at->id, (*at)["item"_name]};
    ++at;
    return one;
  };
  EXPECT_EQ(copy_into(parts).columns(parts.id, parts.item).from(next).run(tx), static_cast<std::size_t>(row_count));
}

}  // namespace
