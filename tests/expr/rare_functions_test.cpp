// SPDX-License-Identifier: BSL-1.0
//
// Networks, figures, hstore, ltree, embeddings.
#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"
#include "virga/expr/all.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;

template <class Mode>
struct places_table {
  static constexpr auto table = pg::table("places");
  col<Mode, pg::inet("host").not_null()> host{};
  col<Mode, pg::cidr("net")> net{};
  col<Mode, pg::point("at").not_null()> at{};
  col<Mode, pg::box("area").not_null()> area{};
  col<Mode, pg::circle("around")> around{};
  col<Mode, pg::hstore("tags").not_null()> tags{};
  col<Mode, pg::ltree("path").not_null()> path{};
  col<Mode, pg::vector("near", 3)> near{};
  col<Mode, pg::halfvec("half", 3).not_null()> half{};
  col<Mode, pg::bit("bits", 3).not_null()> bits{};
};
constexpr virga::table<places_table> places;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(places, expression);
}

TEST(rare_functions, of_networks) {
  EXPECT_EQ(listed(subnet_of(places.host, places.net)), R"("places"."host" << "places"."net")");
  EXPECT_EQ(listed(subnet_of_or_equal(places.host, "10.0.0.0/8")), R"("places"."host" <<= $1)");
  EXPECT_EQ(listed(supernet_of(places.net, places.host)), R"("places"."net" >> "places"."host")");
  EXPECT_EQ(listed(supernet_of_or_equal(places.net, places.net)), R"("places"."net" >>= "places"."net")");
  EXPECT_EQ(listed(overlaps(places.host, places.net)), R"("places"."host" && "places"."net")");
  EXPECT_EQ(listed(places.host + 5), R"("places"."host" + $1::integer)");
  EXPECT_EQ(listed(set_masklen(places.net, 8)), R"(set_masklen("places"."net", $1::integer))");
  EXPECT_TRUE(is<types::cidr>(network(places.host)) && is<types::inet>(broadcast(places.net)) &&
              is<types::bigint>(places.host - places.net));
  EXPECT_TRUE(may_be_null(masklen(places.net)));
  EXPECT_FALSE(may_be_null(masklen(places.host)));
}

TEST(rare_functions, of_figures) {
  EXPECT_EQ(listed(distance(places.at, point{1, 2})), R"("places"."at" <-> $1)");
  EXPECT_EQ(listed(distance(places.at, places.around)), R"("places"."at" <-> "places"."around")");
  EXPECT_EQ(listed(contains(places.area, places.at)), R"("places"."area" @> "places"."at")");
  EXPECT_EQ(listed(contained_by(places.at, places.around)), R"("places"."at" <@ "places"."around")");
  EXPECT_EQ(listed(intersects(places.area, places.area)), R"("places"."area" ?# "places"."area")");
  EXPECT_EQ(listed(places.area + point{1, 2}), R"("places"."area" + $1::point)");
  EXPECT_TRUE(is<types::double_precision>(distance(places.area, places.at)) && is<types::point>(center(places.around)));
  EXPECT_TRUE(may_be_null(distance(places.at, places.around)) && may_be_null(area(places.around)));
  EXPECT_FALSE(may_be_null(area(places.area)));
}

TEST(rare_functions, of_hstore) {
  EXPECT_EQ(listed(hstore_get(places.tags, "a")), R"("places"."tags" -> $1::text)");
  EXPECT_EQ(listed(hstore_has_key(places.tags, "a")), R"("places"."tags" ? $1::text)");
  EXPECT_EQ(listed(contains(places.tags, types::hstore::value{{"a", "b"}})), R"("places"."tags" @> $1)");
  EXPECT_EQ(listed(hstore_concat(places.tags, places.tags)), R"("places"."tags" || "places"."tags")");
  EXPECT_EQ(listed(hstore_delete(places.tags, "a")), R"(delete("places"."tags", $1::text))");
  EXPECT_TRUE(may_be_null(hstore_get(places.tags, "a")));
  EXPECT_FALSE(may_be_null(hstore_has_key(places.tags, "a")));
}

TEST(rare_functions, of_ltree) {
  EXPECT_EQ(listed(is_ancestor_of(places.path, "Top.Science")), R"("places"."path" @> $1)");
  EXPECT_EQ(listed(is_descendant_of(places.path, "Top.Science")), R"("places"."path" <@ $1)");
  EXPECT_EQ(listed(matches_lquery(places.path, "*.Science")), R"("places"."path" ~ $1::lquery)");
  EXPECT_EQ(listed(matches_ltxtquery(places.path, "Science")), R"("places"."path" @ $1::ltxtquery)");
  EXPECT_EQ(listed(ltree_concat(places.path, "More")), R"("places"."path" || $1)");
  EXPECT_TRUE(is<types::ltree>(subpath(places.path, 0, 2)) && is<types::integer>(nlevel(places.path)));
}

TEST(rare_functions, of_embeddings) {
  const std::vector<float> three{1, 2, 3};
  EXPECT_EQ(listed(l2_distance(places.near, three)), R"("places"."near" <-> $1)");
  EXPECT_EQ(listed(l1_distance(places.half, three)), R"("places"."half" <+> $1)");
  EXPECT_EQ(listed(inner_product(places.near, places.near)), R"("places"."near" <#> "places"."near")");
  EXPECT_EQ(listed(1.0 - cosine_distance(places.near, three)), R"($1 - ("places"."near" <=> $2))");
  EXPECT_EQ(listed(hamming_distance(places.bits, places.bits)), R"("places"."bits" <~> "places"."bits")");
  EXPECT_EQ(listed(jaccard_distance(places.bits, places.bits)), R"("places"."bits" <%> "places"."bits")");
  EXPECT_EQ(listed(l2_norm(places.near)), R"(vector_norm("places"."near"))");
  EXPECT_EQ(listed(l2_norm(places.half)), R"(l2_norm("places"."half"))");
  EXPECT_EQ(to_sql(select(places.at).from(places).order_by(l2_distance(places.near, three)).limit(5)).text,
            R"(select "places"."at" from "places" order by "places"."near" <-> $1 limit $2)");
  EXPECT_TRUE(is<types::double_precision>(l2_distance(places.near, three)) &&
              is<types::halfvec>(l2_normalize(places.half)));
  EXPECT_TRUE(may_be_null(vector_dims(places.near)));
  EXPECT_FALSE(may_be_null(l2_distance(places.half, three)));
}

}  // namespace
