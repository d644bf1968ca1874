// SPDX-License-Identifier: BSL-1.0
//
// COPY into a table: where rows come from, which columns they fill, and everything that can go wrong half-way.
#include <gtest/gtest.h>

#include <iterator>
#include <list>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using virga::copy_into;
using virga::insert_into;
using virga::select;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items 7, line 5");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("stock").not_null().default_value(7)> stock{};
  virga::col<Mode, pg::text("tags").array()> tags{};
  virga::col<Mode, pg::text("shout").not_null().generated_always_as("upper(name)")> shout{};

  static constexpr auto extras(auto t) { return pg::extras(pg::check("stock_ok", t.stock >= 0)); }
};
constexpr virga::table<items_table> items;
using item = virga::infer_select<items>;
using new_item = virga::infer_insert<items>;

template <class Mode>
struct parts_table {
  static constexpr auto table = pg::table("parts");
  virga::col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  virga::col<Mode, pg::integer("item").references<items_table, "id">()> item{};
};
constexpr virga::table<parts_table> parts;

using pair = std::pair<int, std::string>;
pair numbered_pair(int id) { return {id, "item " + std::to_string(id)}; }
/// A COPY of such pairs.
auto copy_pairs() { return copy_into(items).columns(items.id, items.name); }
new_item numbered(int id) { return {.id = id, .name = "item " + std::to_string(id)}; }

/// Runs `f`, which must throw `Error`; returns it.
template <class Error, class Function>
Error thrown_by(Function&& f) {
  try {
    f();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  throw std::runtime_error("nothing was thrown");
}
bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

class copying : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(on, items, parts); }
  std::int64_t rows() { return select(virga::count()).from(items).one(on).get<0>(); }
  std::string url = tests::fresh_database();
  virga::connection on{url};
};

TEST_F(copying, from_a_vector_of_rows_leaves_defaults_to_the_database) {
  const auto query = copy_into(items).from(std::vector<new_item>{});
  static_assert(decltype(query)::text() == R"(copy "items 7, line 5" ("id", "name", "tags") from stdin)");
  std::vector<new_item> given;
  for (int id = 1; id <= 1000; ++id) given.push_back(numbered(id));
  given[1].tags = std::vector<std::string>{"a", "\\N", "\t"};
  EXPECT_EQ(copy_into(items).from(given).run(on), 1000U);
  const auto back = select().from(items).order_by(items.id).all(on);
  ASSERT_EQ(back.size(), 1000U);
  EXPECT_EQ(back[0].stock, 7);
  EXPECT_EQ(back[0].tags, std::nullopt);
  EXPECT_EQ(back[1].tags, given[1].tags.value());
  EXPECT_EQ(back[999].shout, "ITEM 1000");
}

TEST_F(copying, fills_the_columns_that_are_named) {
  std::vector<new_item> given{{.id = 1, .name = "a", .stock = 2}, {.id = 2, .name = "b", .stock = 3}};
  auto query = copy_into(items).columns(items.stock, items.name, items.id).from(given);
  static_assert(decltype(query)::text() == R"(copy "items 7, line 5" ("stock", "name", "id") from stdin)");
  EXPECT_EQ(query.run(on), 2U);
  EXPECT_EQ(select().from(items).where(items.id == 2).one(on).stock, 3);
}

TEST_F(copying, from_whole_rows_tuples_and_rows_of_a_select_list) {
  insert_into(items).values(numbered(1)).run(on);
  std::vector<item> whole = select().from(items).all(on);
  whole[0].id = 2;
  whole[0].stock = 0;
  EXPECT_EQ(copy_into(items).from(whole).run(on), 1U);
  auto some = select(items.name, items.id).from(items).where(items.id == 2).all(on);
  some[0].id = 3;
  EXPECT_EQ(copy_into(items).columns(items.id, items.name).from(some).run(on), 1U);
  const std::list<std::tuple<int, const char*, std::optional<int>>> tuples{{4, "four", 4}};
  EXPECT_EQ(copy_into(items).columns(items.id, items.name, items.stock).from(tuples).run(on), 1U);
  const auto back = select().from(items).order_by(items.id).all(on);
  ASSERT_EQ(back.size(), 4U);
  EXPECT_EQ(back[1].stock, 0);
  EXPECT_EQ(back[2].name, "item 1");
  EXPECT_EQ(back[3].name, "four");
}

/// Numbers that can be read once, as from a file.
struct once {
  int left;
  struct iterator {
    once* of;
    new_item operator*() const { return numbered(of->left); }
    iterator& operator++() {
      --of->left;
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return of->left == 0; }
  };
  iterator begin() { return {this}; }
  static std::default_sentinel_t end() { return {}; }
};

TEST_F(copying, from_what_can_be_read_only_once) {
  EXPECT_EQ(copy_into(items).from(once{500}).run(on), 500U);
  int next = 500;
  const auto optional_pair = [&]() -> std::optional<pair> {
    if (next == 700) return std::nullopt;
    return numbered_pair(++next);
  };
  EXPECT_EQ(copy_pairs().from(optional_pair).run(on), 200U);
  new_item kept = numbered(0);
  const auto pointer_to_row = [&]() -> const new_item* {
    if (next == 1000) return nullptr;
    kept = numbered(++next);
    return &kept;
  };
  EXPECT_EQ(copy_into(items).from(pointer_to_row).run(on), 300U);
  EXPECT_EQ(rows(), 1000);
}

TEST_F(copying, of_no_rows_is_no_mistake) {
  EXPECT_EQ(copy_into(items).from(std::vector<new_item>{}).run(on), 0U);
  EXPECT_EQ(copy_into(items).from([] { return static_cast<const new_item*>(nullptr); }).run(on), 0U);
}

TEST_F(copying, on_a_database_and_in_transactions) {
  virga::database db(url);
  EXPECT_EQ(copy_into(items).from(once{10}).run(db), 10U);
  db.transaction([&](virga::transaction& tx) {
    const std::vector<new_item> more{numbered(11)};
    copy_into(items).from(more).run(tx);
    EXPECT_THROW(tx.transaction([&](auto& inner) { copy_into(items).from(more).run(inner); }), virga::unique_violation);
  });
  auto undone = db.begin();
  copy_into(items).from(std::vector<new_item>{numbered(12)}).run(undone);
  undone.rollback();
  EXPECT_EQ(rows(), 11);
  EXPECT_THROW(copy_into(items).from(once{1}).run(undone), virga::usage_error);
}

struct source_failed {};

TEST_F(copying, a_source_that_throws_leaves_nothing_and_a_connection_that_works) {
  int next = 0;
  const auto failing = [&]() -> std::optional<pair> {
    if (next == 70'000) throw source_failed();
    return numbered_pair(++next);
  };
  EXPECT_THROW(copy_pairs().from(failing).run(on), source_failed);
  EXPECT_EQ(rows(), 0);
  next = 0;
  virga::transaction tx(on);
  insert_into(items).values(numbered(1'000'000)).run(tx);
  EXPECT_THROW(copy_pairs().from(failing).run(tx), source_failed);
  EXPECT_THROW(tx.commit(), virga::error);
  tx.rollback();
  EXPECT_EQ(rows(), 0);
  EXPECT_EQ(copy_into(items).from(once{3}).run(on), 3U);
}

TEST_F(copying, the_server_names_the_row_that_it_refuses) {
  int next = 0;
  const auto until = [&](int most, const pair& last) {
    next = 0;
    return [&next, most, last]() -> std::optional<pair> {
      if (++next > most) return std::nullopt;
      return next == 70'001 ? last : numbered_pair(next);
    };
  };
  const auto twice =
      thrown_by<virga::unique_violation>([&] { copy_pairs().from(until(80'000, numbered_pair(5))).run(on); });
  EXPECT_EQ(twice.row(), 70'001U);
  EXPECT_EQ(twice.constraint(), "items 7, line 5_pkey");
  EXPECT_TRUE(mentions(twice.what(), "row 70001")) << twice.what();
  EXPECT_FALSE(mentions(twice.what(), "item 5")) << twice.what();
  EXPECT_EQ(rows(), 0);

  const std::vector<std::tuple<int, std::string, int>> stocks{{1, "a", 1},
                                                              {2, "b \"line 77\"\nCOPY items 7, line 5, line 8", -1}};
  const auto checked = thrown_by<virga::check_violation>(
      [&] { copy_into(items).columns(items.id, items.name, items.stock).from(stocks).run(on); });
  EXPECT_EQ(checked.row(), 2U);

  const auto no_text = thrown_by<virga::value_error>([&] {
    copy_into(items).from(std::vector<new_item>{numbered(1), {.id = 2, .name = "\xff"}}).run(on);
  });
  EXPECT_EQ(no_text.row(), 2U);
  const std::vector<std::tuple<int, std::optional<std::string>>> names{{1, "a"}, {2, "b"}, {3, std::nullopt}};
  const auto null =
      thrown_by<virga::not_null_violation>([&] { copy_into(items).columns(items.id, items.name).from(names).run(on); });
  EXPECT_EQ(null.row(), 3U);
  EXPECT_EQ(rows(), 0);
}

TEST_F(copying, names_the_row_that_a_trigger_refuses_and_bears_notices) {
  on.send(R"(create function picky() returns trigger language plpgsql as $$ begin
             if new.id = 33 then raise exception 'not this one'; end if; raise notice 'seen %', new.id; return new; end $$)");
  on.send(R"(create trigger picky before insert on "items 7, line 5" for each row execute function picky())");
  PQsetNoticeProcessor(
      on.native_handle(), [](void*, const char*) {}, nullptr);
  const auto refused = thrown_by<virga::database_error>([&] { copy_into(items).from(once{40}).run(on); });
  EXPECT_EQ(refused.row(), 8U) << "40, 39, … 33";
  EXPECT_EQ(copy_into(items).from(once{30}).run(on), 30U);
}

TEST_F(copying, a_foreign_key_is_checked_when_all_rows_are_there) {
  const std::vector<virga::infer_insert<parts>> some{{.item = 1}};
  EXPECT_EQ(thrown_by<virga::foreign_key_violation>([&] { copy_into(parts).from(some).run(on); }).row(), 0U);
}

TEST_F(copying, what_cannot_be_sent_is_refused_by_row_and_column) {
  std::vector<new_item> given{numbered(1), numbered(2), numbered(3)};
  given[2].name = std::string("a\0b", 3);
  const auto nul = thrown_by<virga::value_error>([&] { copy_into(items).from(given).run(on); });
  EXPECT_EQ(nul.row(), 3U);
  EXPECT_EQ(nul.column(), "items 7, line 5.name");
  EXPECT_TRUE(mentions(nul.what(), "in row 3")) << nul.what();

  given[2] = numbered(3);
  given[1].stock = 3;
  const auto lost = thrown_by<virga::value_error>([&] { copy_into(items).from(given).run(on); });
  EXPECT_EQ(lost.row(), 2U);
  EXPECT_TRUE(mentions(lost.what(), "name it in columns")) << lost.what();
  const auto unset = thrown_by<virga::value_error>(
      [&] { copy_into(items).columns(items.id, items.name, items.stock).from(given).run(on); });
  EXPECT_EQ(unset.row(), 1U);
  EXPECT_EQ(rows(), 0);
  EXPECT_EQ(copy_into(items).from(once{3}).run(on), 3U);
}

TEST_F(copying, a_missing_table_is_refused_before_a_row_is_asked_for) {
  on.send(R"(drop table "items 7, line 5" cascade)");
  bool asked = false;
  const auto source = [&]() -> std::optional<pair> {
    asked = true;
    return std::nullopt;
  };
  EXPECT_THROW(copy_pairs().from(source).run(on), virga::undefined_table);
  EXPECT_FALSE(asked);
  on.send(std::string("select 1"));
}

TEST_F(copying, a_requested_stop_ends_it) {
  std::stop_source stop;
  virga::database db(url);
  const auto stopped = thrown_by<virga::query_cancelled>([&] {
    db.transaction(
        [&](virga::transaction& tx) {
          int next = 0;
          copy_pairs()
              .from([&]() -> std::optional<pair> {
                if (++next == 20'000) stop.request_stop();
                return numbered_pair(next);  // it never ends by itself
              })
              .run(tx);
        },
        {.stop = stop.get_token()});
  });
  EXPECT_EQ(stopped.sqlstate(), "57014");
  EXPECT_EQ(rows(), 0);
  EXPECT_EQ(copy_into(items).from(once{3}).run(db), 3U);
}

TEST_F(copying, a_lost_connection_is_an_error_and_not_used_again) {
  virga::database db(url);
  const auto lost = thrown_by<virga::connection_error>([&] {
    auto tx = db.begin();
    const int process = PQbackendPID(tx.connection().native_handle());
    int next = 0;
    copy_pairs()
        .from([&]() -> std::optional<pair> {
          if (++next == 20'000) on.send("select pg_terminate_backend(" + std::to_string(process) + ", 5000)");
          return numbered_pair(next);  // it never ends by itself
        })
        .run(tx);
  });
  EXPECT_TRUE(mentions(lost.what(), "connection to the server is lost")) << lost.what();
  EXPECT_EQ(rows(), 0);
  EXPECT_EQ(copy_into(items).from(once{3}).run(db), 3U);
  EXPECT_EQ(db.statistics().closed_broken, 1U);
}

TEST_F(copying, the_connection_is_in_use_meanwhile) {
  const auto asking = [&]() -> std::optional<pair> { return numbered_pair(static_cast<int>(rows())); };
  EXPECT_THROW(copy_pairs().from(asking).run(on), virga::usage_error);
  EXPECT_EQ(rows(), 0);
}

struct counting : virga::observer {
  std::vector<std::string> seen;
  void started(const virga::query_event& event) override { seen.push_back(std::string(event.statement)); }
  void finished(const virga::query_event& event) override {
    seen.push_back(std::to_string(event.affected) + (event.succeeded ? "" : " " + std::string(event.sqlstate)));
  }
};

TEST_F(copying, an_observer_is_told_of_the_whole) {
  const auto watching = std::make_shared<counting>();
  virga::connection watched(url, {.observer = watching});
  copy_into(items).from(once{30}).run(watched);
  EXPECT_THROW(copy_into(items).from(once{3}).run(watched), virga::unique_violation);
  EXPECT_EQ(watching->seen,
            (std::vector<std::string>{R"(copy "items 7, line 5" ("id", "name", "tags") from stdin)", "30",
                                      R"(copy "items 7, line 5" ("id", "name", "tags") from stdin)", "0 23505"}));
}

}  // namespace
