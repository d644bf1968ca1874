// SPDX-License-Identifier: BSL-1.0
//
// Functions and operators of networks and figures, and of the extensions hstore, ltree and vector, on servers that have
// them.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"
#include "virga/expr/all.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;

template <class Mode>
struct hosts_table {
  static constexpr auto table = pg::table("hosts");
  col<Mode, pg::inet("host").not_null()> host{};
  col<Mode, pg::cidr("net").not_null()> net{};
};
constexpr virga::table<hosts_table> hosts;

template <class Mode>
struct figures_table {
  static constexpr auto table = pg::table("figures");
  col<Mode, pg::point("point").not_null()> point{};
  col<Mode, pg::lseg("lseg").not_null()> lseg{};
  col<Mode, pg::path("path").not_null()> path{};
  col<Mode, pg::box("box").not_null()> box{};
  col<Mode, pg::polygon("polygon").not_null()> polygon{};
  col<Mode, pg::line("line").not_null()> line{};
  col<Mode, pg::circle("circle").not_null()> circle{};
};
constexpr virga::table<figures_table> figures;

template <class Mode>
struct tagged_table {
  static constexpr auto table = pg::table("tagged");
  col<Mode, pg::hstore("tags").not_null()> tags{};
};
constexpr virga::table<tagged_table> tagged;

template <class Mode>
struct topics_table {
  static constexpr auto table = pg::table("topics");
  col<Mode, pg::ltree("path").not_null()> path{};
};
constexpr virga::table<topics_table> topics;

template <class Mode>
struct items_table {
  static constexpr auto table = pg::table("items");
  col<Mode, pg::vector("full", 3).not_null()> full{};
  col<Mode, pg::halfvec("half", 3).not_null()> half{};
  col<Mode, pg::sparsevec("sparse", 3).not_null()> sparse{};
  col<Mode, pg::bit("bits", 3).not_null()> bits{};
};
constexpr virga::table<items_table> items;

class rare_functions : public ::testing::Test {
 protected:
  database db{tests::fresh_database()};

  /// Whether the server has an extension; makes it.
  bool has(const std::string& extension) {
    return db.transaction([&](auto& tx) {
      if (tx.pqxx().exec("select 1 from pg_available_extensions where name = '" + extension + "'").empty())
        return false;
      tx.pqxx().exec("create extension " + extension);
      return true;
    });
  }
};

TEST_F(rare_functions, of_networks) {
  create_tables(db, hosts);
  insert_into(hosts).values(hosts.host = "10.1.2.3/16", hosts.net = "10.0.0.0/8").run(db);
  const auto value = [&](const auto& expression) { return tests::value_of(db, hosts, expression); };
  EXPECT_EQ(value(subnet_of(hosts.host, hosts.net)), "true");
  EXPECT_EQ(value(subnet_of(hosts.host, "11.0.0.0/8")), "false");
  EXPECT_EQ(value(subnet_of_or_equal(hosts.net, hosts.net)), "true");
  EXPECT_EQ(value(supernet_of(hosts.net, hosts.host)), "true");
  EXPECT_EQ(value(supernet_of_or_equal(hosts.host, hosts.net)), "false");
  EXPECT_EQ(value(overlaps(hosts.host, hosts.net)), "true");
  EXPECT_EQ(value(hosts.host + 5), "10.1.2.8/16");
  EXPECT_EQ(value(hosts.host - std::int64_t{3}), "10.1.2.0/16");
  EXPECT_EQ(value(hosts.host - hosts.net), "66051");
  EXPECT_EQ(value(host(hosts.host)), "10.1.2.3");
  EXPECT_EQ(value(family(hosts.host)), "4");
  EXPECT_EQ(value(masklen(hosts.net)), "8");
  EXPECT_EQ(value(network(hosts.host)), "10.1.0.0/16");
  EXPECT_EQ(value(netmask(hosts.host)), "255.255.0.0/32");
  EXPECT_EQ(value(hostmask(hosts.host)), "0.0.255.255/32");
  EXPECT_EQ(value(broadcast(hosts.host)), "10.1.255.255/16");
  EXPECT_EQ(value(abbrev(hosts.net)), "10/8");
  EXPECT_EQ(value(set_masklen(hosts.host, 8)), "10.1.2.3/8");
  EXPECT_EQ(value(set_masklen(hosts.net, 4)), "0.0.0.0/4");
  EXPECT_EQ(value(inet_same_family(hosts.host, "::1")), "false");
  EXPECT_EQ(value(inet_merge(hosts.host, "10.2.0.0")), "10.0.0.0/14");
}

TEST_F(rare_functions, of_figures) {
  create_tables(db, figures);
  insert_into(figures)
      .values(figures.point = "(1,2)", figures.lseg = "[(0,0),(3,4)]", figures.path = "((0,0),(3,4))",
              figures.box = "(3,4),(0,0)", figures.polygon = "((0,0),(3,0),(3,4))", figures.line = "{1,-1,0}",
              figures.circle = "<(0,0),5>")
      .run(db);
  const auto value = [&](const auto& expression) { return tests::value_of(db, figures, expression); };
  const auto& f = figures;
  EXPECT_EQ(value(distance(f.point, point{4, 6})), "5");
  for (const std::string& distance_ :
       {value(distance(f.point, f.lseg)), value(distance(f.point, f.path)), value(distance(f.point, f.box)),
        value(distance(f.point, f.polygon)), value(distance(f.point, f.line)), value(distance(f.point, f.circle)),
        value(distance(f.lseg, f.lseg)), value(distance(f.lseg, f.box)), value(distance(f.lseg, f.line)),
        value(distance(f.path, f.path)), value(distance(f.path, f.point)), value(distance(f.box, f.lseg)),
        value(distance(f.polygon, f.circle)), value(distance(f.line, f.lseg)), value(distance(f.circle, f.polygon))})
    EXPECT_NE(distance_, "NULL");
  EXPECT_EQ(value(contains(f.box, f.point)), "true");
  EXPECT_EQ(value(contains(f.circle, point{6, 0})), "false");
  EXPECT_EQ(value(contains(f.polygon, f.point)), "false");
  EXPECT_EQ(value(contains(f.path, f.point)), "false");
  EXPECT_EQ(value(contained_by(f.point, f.circle)), "true");
  EXPECT_EQ(value(contained_by(f.point, f.line)), "false");
  EXPECT_EQ(value(contained_by(f.lseg, f.box)), "true");
  EXPECT_EQ(value(overlaps(f.box, f.box)), "true");
  EXPECT_EQ(value(overlaps(f.circle, f.circle)), "true");
  EXPECT_EQ(value(overlaps(f.polygon, f.polygon)), "true");
  EXPECT_EQ(value(intersects(f.lseg, f.line)), "true");
  EXPECT_EQ(value(intersects(f.line, f.box)), "true");
  EXPECT_EQ(value(intersects(f.path, f.path)), "false");
  EXPECT_EQ(value(f.point + point{1, 1}), "(2,3)");
  EXPECT_EQ(value(f.box - point{1, 1}), "(2,3),(-1,-1)");
  EXPECT_EQ(value(f.circle * point{2, 0}), "<(0,0),10>");
  EXPECT_EQ(value(f.path / point{1, 0}), "((0,0),(3,4))");
  EXPECT_EQ(value(area(f.box)), "12");
  EXPECT_EQ(value(area(f.path)), "0");
  EXPECT_EQ(value(area(f.circle) > 78.5), "true");
  EXPECT_EQ(value(center(f.box)), "(1.5,2)");
  EXPECT_EQ(value(diameter(f.circle)), "10");
  EXPECT_EQ(value(radius(f.circle)), "5");
  EXPECT_EQ(value(height(f.box)), "4");
  EXPECT_EQ(value(width(f.box)), "3");
  EXPECT_EQ(value(npoints(f.polygon)), "3");
  EXPECT_EQ(value(isclosed(f.path)), "true");
  EXPECT_EQ(value(length(f.lseg)), "5");
  EXPECT_EQ(value(length(f.path)), "10");
}

TEST_F(rare_functions, of_hstore) {
  if (!has("hstore")) GTEST_SKIP() << "the server has no extension hstore";
  create_tables(db, tagged);
  insert_into(tagged).values(tagged.tags = types::hstore::value{{"a", "1"}, {"b", std::nullopt}}).run(db);
  const auto value = [&](const auto& expression) { return tests::value_of(db, tagged, expression); };
  const auto& tags = tagged.tags;
  using pairs = types::hstore::value;
  using strings = std::vector<std::string>;
  EXPECT_EQ(value(hstore_get(tags, "a")), "1");
  EXPECT_EQ(value(hstore_get(tags, "x")), "NULL");
  EXPECT_EQ(value(hstore_has_key(tags, "b")), "true");
  EXPECT_EQ(value(hstore_defined(tags, "b")), "false");
  EXPECT_EQ(value(contains(tags, pairs{{"a", "1"}})), "true");
  EXPECT_EQ(value(contained_by(tags, pairs{{"a", "1"}})), "false");
  EXPECT_EQ(value(hstore_concat(tags, pairs{{"a", "2"}})), R"("a"=>"2", "b"=>NULL)");
  EXPECT_EQ(value(hstore_delete(tags, "a")), R"("b"=>NULL)");
  EXPECT_EQ(value(hstore_delete(tags, strings{"a", "b"})), "");
  EXPECT_EQ(value(hstore_delete(tags, tags)), "");
  EXPECT_EQ(value(hstore_slice(tags, strings{"a"})), R"("a"=>"1")");
  EXPECT_EQ(value(akeys(tags)), "{a,b}");
  EXPECT_EQ(value(avals(tags)), "{1,NULL}");
  EXPECT_EQ(value(hstore_to_jsonb(tags)), R"({"a": "1", "b": null})");
  EXPECT_EQ(value(make_hstore("k", hstore_get(tags, "a"))), R"("k"=>"1")");
  EXPECT_EQ(value(make_hstore(akeys(tags), strings{"x", "y"})), R"("a"=>"x", "b"=>"y")");
}

TEST_F(rare_functions, of_ltree) {
  if (!has("ltree")) GTEST_SKIP() << "the server has no extension ltree";
  create_tables(db, topics);
  insert_into(topics).values(topics.path = "Top.Science.Astronomy").run(db);
  const auto value = [&](const auto& expression) { return tests::value_of(db, topics, expression); };
  EXPECT_EQ(value(is_descendant_of(topics.path, "Top.Science")), "true");
  EXPECT_EQ(value(is_ancestor_of(topics.path, "Top.Science")), "false");
  EXPECT_EQ(value(contains(topics.path, topics.path)), "true");
  EXPECT_EQ(value(matches_lquery(topics.path, "*.Astro*")), "true");
  EXPECT_EQ(value(matches_ltxtquery(topics.path, "Science & !Hobbies")), "true");
  EXPECT_EQ(value(ltree_concat(topics.path, "Stars")), "Top.Science.Astronomy.Stars");
  EXPECT_EQ(value(nlevel(topics.path)), "3");
  EXPECT_EQ(value(subpath(topics.path, 1)), "Science.Astronomy");
  EXPECT_EQ(value(subpath(topics.path, 0, -1)), "Top.Science");
  EXPECT_EQ(value(subltree(topics.path, 1, 2)), "Science");
  EXPECT_EQ(value(ltree_index(topics.path, "Science")), "1");
  EXPECT_EQ(value(lca(topics.path, "Top.Hobbies")), "Top");
  EXPECT_EQ(value(lca(topics.path, "Other")), "");
}

TEST_F(rare_functions, of_embeddings) {
  if (!has("vector")) GTEST_SKIP() << "the server has no extension vector";
  create_tables(db, items);
  const std::vector<float> three{3, 4, 0}, zero{0, 0, 0};
  insert_into(items)
      .values(items.full = three, items.half = three, items.sparse = sparse_vector{3, {{1, 3.0f}, {2, 4.0f}}},
              items.bits = std::vector<bool>{true, false, true})
      .run(db);
  const auto value = [&](const auto& expression) { return tests::value_of(db, items, expression); };
  EXPECT_EQ(value(l2_distance(items.full, zero)), "5");
  EXPECT_EQ(value(l1_distance(items.half, zero)), "7");
  EXPECT_EQ(value(inner_product(items.sparse, items.sparse)), "-25");
  EXPECT_EQ(value(cosine_distance(items.full, three)), "0");
  EXPECT_EQ(value(hamming_distance(items.bits, std::vector<bool>{true, true, true})), "1");
  EXPECT_EQ(value(jaccard_distance(items.bits, items.bits)), "0");
  EXPECT_EQ(value(vector_dims(items.full)), "3");
  EXPECT_EQ(value(l2_norm(items.full)), "5");
  EXPECT_EQ(value(l2_norm(items.half)), "5");
  EXPECT_NE(value(l2_normalize(items.full)), "NULL");
}

}  // namespace
