// SPDX-License-Identifier: BSL-1.0
//
// Pages of a keyset, one after the other, hold every row once, in the order of the whole.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct marks_table {
  static constexpr auto table = pg::table("marks");
  col<Mode, pg::integer("pupil").not_null()> pupil{};
  col<Mode, pg::text("subject").not_null()> subject{};
  col<Mode, pg::integer("mark").not_null()> mark{};
  col<Mode, pg::integer("bonus")> bonus{};

  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.pupil, t.subject)); }
};
constexpr virga::table<marks_table> marks;

class keyset_pages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, marks);
    std::vector<infer_insert<marks>> all;
    for (int pupil = 0; pupil < 7; ++pupil)
      for (const char* subject : {"art", "maths", "music"}) {
        infer_insert<marks> one{.pupil = pupil, .subject = subject, .mark = pupil % 3, .bonus = {}};
        if (pupil % 2 == 0) one.bonus = pupil;
        all.push_back(one);
      }
    insert_into(marks).values(all).run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  using place = std::pair<int, std::string>;
  /// All rows by pages of four, each begun after the last row of the one before.
  template <class Order, class Cursor>
  static void expect_pages_in_order(const Order& order, const Cursor& cursor_of) {
    std::vector<place> whole, paged, back;
    for (const auto& row : select().from(marks).order_by(order).all(*db_)) whole.emplace_back(row.pupil, row.subject);
    ASSERT_EQ(whole.size(), 21u);
    std::optional<typename Order::cursor> last;
    for (int page = 0; page < 9; ++page) {
      const auto rows = select().from(marks).where(order.after(last)).order_by(order).limit(4).all(*db_);
      for (const auto& row : rows) paged.emplace_back(row.pupil, row.subject);
      if (rows.empty()) break;
      last = cursor_of(rows.back());
    }
    EXPECT_EQ(paged, whole);
    // and back again, from behind the last row of all
    ASSERT_TRUE(last);
    const auto before = std::apply([&](const auto&... values) { return order.before(values...); }, *last);
    for (const auto& row : select().from(marks).where(before).order_by(order.reversed()).all(*db_))
      back.emplace_back(row.pupil, row.subject);
    std::reverse(back.begin(), back.end());
    whole.pop_back();
    EXPECT_EQ(back, whole);
  }
};

TEST_F(keyset_pages, in_one_direction) {
  expect_pages_in_order(keyset(desc(marks.mark), desc(marks.pupil), desc(marks.subject)),
                        [](const auto& row) { return std::tuple(row.mark, row.pupil, row.subject); });
}
TEST_F(keyset_pages, in_mixed_directions) {
  expect_pages_in_order(keyset(marks.subject, desc(marks.mark), asc(marks.pupil)),
                        [](const auto& row) { return std::tuple(row.subject, row.mark, row.pupil); });
}
TEST_F(keyset_pages, of_an_expression_that_is_never_null) {
  expect_pages_in_order(keyset(desc(coalesce(marks.bonus, -1)), asc(marks.pupil), desc(marks.subject)),
                        [](const auto& row) { return std::tuple(row.bonus.value_or(-1), row.pupil, row.subject); });
}
TEST_F(keyset_pages, of_placeholders) {
  const auto order = keyset(desc(marks.pupil), asc(marks.subject));
  const auto page = prepare(select(marks.subject)
                                .from(marks)
                                .where(order.after(placeholder("pupil"_name), placeholder("subject"_name)))
                                .order_by(order)
                                .limit(2));
  const auto rows = page.all(*db_, "pupil"_name = 3, "subject"_name = "maths");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].subject, "music");
  EXPECT_EQ(rows[1].subject, "art");
}

}  // namespace
