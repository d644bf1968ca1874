// SPDX-License-Identifier: BSL-1.0
#include "support/places.hpp"

namespace {

using namespace tests;
class postgis_on_the_server : public postgis_database {};

TEST_F(postgis_on_the_server, columns_are_made_written_and_read) {
  EXPECT_EQ(
      create_statements(places).back(),
      R"(create table "places" ("id" integer primary key, "at" geometry(Point,4326), "seen" geometry(Point,4326), )"
      R"("home" geography(Point,4326), "area" geometry, "track" geometry(LineStringZM)[]))");
  const std::vector<geometry> tracks{shape_of("LINESTRING ZM (0 0 1 2,1 1 3 4)"), shape_of("LINESTRING ZM EMPTY")};
  using row = infer_insert<places>;
  insert_into(places)
      .values(std::vector<row>{{.id = 2, .at = paris, .area = square, .tracks = tracks}, {.id = 3}})
      .run(*db_);
  std::vector<infer_select<places>> copies;
  copy_out(places).each(*db_, [&](auto copy) {
    copy.id += 3;
    copies.push_back(copy);
  });
  copy_into(places).from(copies).run(*db_);
  const auto rows = select().from(places).order_by(places.id).all(*db_);
  ASSERT_EQ(rows.size(), 6U);
  for (const std::size_t i : {0U, 3U}) {
    EXPECT_EQ(rows[i].at, paris);
    EXPECT_EQ(rows[i].seen, (point_in<4326>{2.35, 48.85}));
    EXPECT_EQ(rows[i].home->point(), (coordinates{2.35, 48.85}));
    EXPECT_EQ(rows[i].area, square);
    EXPECT_EQ(rows[i + 1].tracks, tracks);
    EXPECT_FALSE(rows[i + 2].at || rows[i + 2].seen || rows[i + 2].home || rows[i + 2].tracks);
  }
}

TEST_F(postgis_on_the_server, what_does_not_fit_its_column_is_refused) {
  EXPECT_THROW(update(places).set(places.at = geometry(coordinates{1, 2}, 3857)).all_rows().run(*db_), database_error);
  EXPECT_THROW(update(places).set(places.at = square).all_rows().run(*db_), database_error);
}

TEST_F(postgis_on_the_server, any_shape_arrives) {
  tests::generator random(77);
  const auto any = [&] { return std::bit_cast<double>(random.next() >> 2 | (random.next() & 1) << 63); };
  std::vector<geometry> points;
  for (int i = 0; i < 3000; ++i) {
    coordinates at{any(), any()};
    if (random.below(2) == 0) at.z = any();
    if (random.below(2) == 0) at.m = any();
    points.emplace_back(at, random.below(2) == 0 ? 0 : static_cast<std::uint32_t>(random.below(998999)));
  }
  tests::oracle::expect_values_arrive<types::postgis_geometry>(points, false);
  const strings shapes = {"POINT EMPTY",
                          "POINT Z (1 2 3)",
                          "POINT M (1 2 3)",
                          "SRID=4326;POINT ZM (1 2 3 4)",
                          "LINESTRING EMPTY",
                          "LINESTRING(0 0,1 1)",
                          "POLYGON((0 0,1 0,1 1,0 0),(0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1))",
                          "MULTIPOINT((0 0),(1 1))",
                          "MULTILINESTRING((0 0,1 1),(2 2,3 3))",
                          "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))",
                          "GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1),GEOMETRYCOLLECTION EMPTY)",
                          "CIRCULARSTRING(0 0,1 1,2 0)",
                          "COMPOUNDCURVE(CIRCULARSTRING(0 0,1 1,2 0),(2 0,3 0))",
                          "CURVEPOLYGON(CIRCULARSTRING(0 0,4 0,4 4,0 4,0 0))",
                          "MULTICURVE((0 0,5 5),CIRCULARSTRING(4 0,4 4,8 4))",
                          "MULTISURFACE(((0 0,1 0,1 1,0 0)))",
                          "POLYHEDRALSURFACE(((0 0,1 0,1 1,0 0)))",
                          "TRIANGLE((0 0,1 0,1 1,0 0))",
                          "TIN(((0 0,1 0,1 1,0 0)))"};
  tests::oracle::expect_texts_return<types::postgis_geometry>(server::shared().through("geometry", shapes));
  tests::oracle::expect_texts_return<types::postgis_geography>(
      server::shared().through("geography", {"POINT(1 2)", "SRID=4326;LINESTRING Z (0 0 1,2 3 4)"}));
}

}  // namespace
