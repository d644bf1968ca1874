// SPDX-License-Identifier: BSL-1.0
#include "virga/expr/text_search.hpp"

#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;

template <class Mode>
struct pages_table {
  static constexpr auto table = pg::table("pages");
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::text("body")> body{};
  col<Mode, pg::tsvector("words").not_null()> words{};
  col<Mode, pg::tsquery("wanted").not_null()> wanted{};
};
constexpr virga::table<pages_table> pages;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(pages, expression);
}

TEST(text_search, makes_vectors_and_queries) {
  EXPECT_EQ(listed(to_tsvector(pages.title)), R"(to_tsvector("pages"."title"))");
  EXPECT_EQ(listed(to_tsvector<"english">(pages.title)), R"(to_tsvector('english', "pages"."title"))");
  EXPECT_EQ(listed(websearch_to_tsquery("fat -rat")), "websearch_to_tsquery($1::text)");
  EXPECT_EQ(listed(to_tsquery<"simple">(pages.title)), R"(to_tsquery('simple', "pages"."title"))");
  EXPECT_EQ(listed(phraseto_tsquery<"simple">("fat rat")), "phraseto_tsquery('simple', $1::text)");
  EXPECT_EQ(listed(plainto_tsquery("fat")), "plainto_tsquery($1::text)");
  EXPECT_EQ(listed(setweight<"A">(pages.words) || to_tsvector(pages.body)),
            R"(setweight("pages"."words", 'A') || to_tsvector("pages"."body"))");
  EXPECT_TRUE(is<types::tsvector>(to_tsvector(pages.title)) && is<types::tsquery>(plainto_tsquery("fat")));
}

TEST(text_search, matches) {
  EXPECT_EQ(listed(matches(pages.words, pages.wanted)), R"("pages"."words" @@ "pages"."wanted")");
  EXPECT_EQ(listed(matches(pages.title, "^a")), R"("pages"."title" ~ $1)");  // a regular expression, still
  EXPECT_EQ(listed(matches(pages.words, pages.wanted && (pages.wanted || !pages.wanted))),
            R"("pages"."words" @@ ("pages"."wanted" && ("pages"."wanted" || tsquery_not("pages"."wanted"))))");
  EXPECT_EQ(listed(matches(pages.words, pages.wanted) && contains(pages.wanted, pages.wanted)),
            R"("pages"."words" @@ "pages"."wanted" and "pages"."wanted" @> "pages"."wanted")");
  EXPECT_EQ(listed(tsquery_phrase(pages.wanted, pages.wanted, 2)),
            R"(tsquery_phrase("pages"."wanted", "pages"."wanted", $1::integer))");
}

TEST(text_search, ranks_and_shows) {
  EXPECT_EQ(listed(ts_rank(pages.words, pages.wanted)), R"(ts_rank("pages"."words", "pages"."wanted"))");
  EXPECT_EQ(listed(ts_rank_cd(std::vector<float>{0, 0, 0, 1}, pages.words, pages.wanted, 32)),
            R"(ts_rank_cd($1::real[], "pages"."words", "pages"."wanted", $2::integer))");
  EXPECT_EQ(listed(ts_headline<"english">(pages.title, pages.wanted, "MaxWords=5")),
            R"(ts_headline('english', "pages"."title", "pages"."wanted", $1::text))");
  EXPECT_TRUE(is<types::real>(ts_rank(pages.words, pages.wanted)) && is<types::integer>(length(pages.words)));
}

TEST(text_search, is_null_where_an_argument_is) {
  EXPECT_TRUE(may_be_null(to_tsvector(pages.body)) && may_be_null(matches(to_tsvector(pages.body), pages.wanted)));
  EXPECT_FALSE(may_be_null(matches(pages.words, pages.wanted)) ||
               may_be_null(ts_rank(pages.words, websearch_to_tsquery("a"))));
  EXPECT_TRUE(may_be_null(ts_headline(pages.body, pages.wanted)));
}

}  // namespace
