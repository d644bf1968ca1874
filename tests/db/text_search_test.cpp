// SPDX-License-Identifier: BSL-1.0
//
// Full-text search on a real server.
#include "virga/expr/text_search.hpp"

#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;

template <class Mode>
struct pages_table {
  static constexpr auto table = pg::table("pages");
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::text("body")> body{};
  col<Mode, pg::jsonb("meta").not_null()> meta{};
};
constexpr virga::table<pages_table> pages;

class text_search : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, pages);
    insert_into(pages)
        .values(pages.title = "The fat rats", pages.body = "A fat cat ate a fat rat",
                pages.meta = R"({"by": "Ann Rats"})")
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(*db_, pages, expression);
  }
};

TEST_F(text_search, makes_vectors_and_queries) {
  EXPECT_EQ(value(to_tsvector<"english">(pages.title)), "'fat':2 'rat':3");
  EXPECT_EQ(value(to_tsvector<"pg_catalog.simple">(pages.title)), "'fat':2 'rats':3 'the':1");
  EXPECT_EQ(value(to_tsvector<"simple">(pages.meta)), "'ann':1 'rats':2");
  EXPECT_NE(value(to_tsvector(pages.title)), "NULL");
  EXPECT_EQ(value(websearch_to_tsquery<"english">("\"fat rats\" or -cats' & (")), "'fat' <-> 'rat' | !'cat'");
  EXPECT_EQ(value(plainto_tsquery<"english">("fat rats")), "'fat' & 'rat'");
  EXPECT_EQ(value(phraseto_tsquery<"english">(pages.title)), "'fat' <-> 'rat'");
  EXPECT_EQ(value(to_tsquery<"english">("fat & !cats")), "'fat' & !'cat'");
  EXPECT_THROW((void)select(to_tsquery("fat rats")).from(pages).all(*db_), database_error);
  const auto fat = plainto_tsquery<"simple">("fat"), rat = plainto_tsquery<"simple">("rat");
  EXPECT_EQ(value(fat && (rat || !fat)), "'fat' & ( 'rat' | !'fat' )");
  EXPECT_EQ(value(tsquery_phrase(fat, rat)), "'fat' <-> 'rat'");
  EXPECT_EQ(value(tsquery_phrase(fat, rat, 3)), "'fat' <3> 'rat'");
  EXPECT_EQ(value(numnode(fat && rat)), "3");
  EXPECT_EQ(value(querytree(fat && !rat)), "'fat'");
  EXPECT_EQ(value(contains(fat && rat, rat)), "true");
  EXPECT_EQ(value(contained_by(fat && rat, rat)), "false");
}

TEST_F(text_search, finds_and_ranks) {
  const auto words = to_tsvector<"english">(pages.body);
  const auto wanted = websearch_to_tsquery<"english">("fat rat");
  EXPECT_EQ(value(matches(words, wanted)), "true");
  EXPECT_EQ(value(matches(words, plainto_tsquery<"english">("dog"))), "false");
  EXPECT_EQ(value(ts_rank(words, wanted) > 0.1f), "true");
  EXPECT_EQ(value(ts_rank(words, wanted, 32) < 1.0f), "true");
  EXPECT_EQ(value(ts_rank_cd(words, wanted) > 0.05f), "true");
  EXPECT_EQ(value(ts_rank(std::vector<float>{0, 0, 0, 0}, words, wanted)), "0");
  EXPECT_EQ(value(ts_rank_cd(std::vector<float>{1, 1, 1, 1}, words, wanted, 0) > 0.1f), "true");
  EXPECT_EQ(value(ts_headline<"english">(pages.title, wanted)), "The <b>fat</b> <b>rats</b>");
  EXPECT_EQ(value(ts_headline<"english">(pages.title, wanted, "StartSel=[, StopSel=]")), "The [fat] [rats]");
  EXPECT_EQ(value(setweight<"A">(to_tsvector<"english">(pages.title)) || words),
            "'ate':7 'cat':6 'fat':2A,5,9 'rat':3A,10");
  EXPECT_EQ(value(length(words)), "4");
  EXPECT_EQ(value(strip(words)), "'ate' 'cat' 'fat' 'rat'");
  EXPECT_EQ(value(tsvector_to_array(words)), "{ate,cat,fat,rat}");
  EXPECT_EQ(value(matches(pages.title, "^The")), "true");
}

}  // namespace
