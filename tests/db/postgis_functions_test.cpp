// SPDX-License-Identifier: BSL-1.0
#include "virga/expr/postgis_functions.hpp"

#include "support/places.hpp"

namespace {

using namespace tests;
class postgis_functions : public postgis_database {};

TEST_F(postgis_functions, shapes_are_compared) {
  const geometry berlin(coordinates{13.4, 52.52}, 4326);
  EXPECT_EQ(value(st_distance(places.at, paris)), 0);
  EXPECT_NEAR(*value(st_distance(places.home, geography(coordinates{13.4, 52.52}, 4326))), 880000, 5000);
  EXPECT_TRUE(*value(st_dwithin(places.at, paris, 0.1)));
  EXPECT_FALSE(*value(st_dwithin(places.seen, berlin, 0.1)));
  EXPECT_TRUE(*value(st_dwithin(places.home, geography(coordinates{2.36, 48.85}, 4326), 1000.0)));
  EXPECT_TRUE(*value(st_contains(places.area, places.at)));
  EXPECT_TRUE(*value(st_within(places.seen, places.area)));
  EXPECT_FALSE(*value(st_contains(places.area, berlin)));
  EXPECT_TRUE(*value(st_intersects(places.area, places.seen)));
  EXPECT_TRUE(*value(st_covers(places.area, places.at)) && *value(st_coveredby(places.at, places.area)));
  EXPECT_TRUE(*value(overlaps(places.area, paris)));
  EXPECT_FALSE(*value(overlaps(places.area, berlin)));
  EXPECT_EQ(value(distance(places.at, paris)), 0);
  EXPECT_TRUE(*value(places.at == paris));
  EXPECT_TRUE(*value(st_equals(places.at, paris)));
  EXPECT_FALSE(*value(st_disjoint(places.area, paris)) || *value(st_touches(places.area, paris)) ||
               *value(st_crosses(places.area, paris)) || *value(st_overlaps(places.area, paris)));
  EXPECT_EQ(select(places.id)
                .from(places)
                .where(st_dwithin(places.at, paris, 1.0))
                .order_by(distance(places.at, paris))
                .all(*db_)
                .size(),
            1U);
}

TEST_F(postgis_functions, shapes_are_measured_and_made) {
  EXPECT_EQ(value(st_x(places.at)), 2.35);
  EXPECT_EQ(value(st_y(places.seen)), 48.85);
  EXPECT_EQ(value(st_z(places.at)), std::nullopt);
  EXPECT_EQ(value(st_m(places.at)), std::nullopt);
  EXPECT_EQ(value(st_srid(places.at)), 4326);
  EXPECT_EQ(value(st_srid(st_setsrid(places.at, 3857))), 3857);
  EXPECT_EQ(value(st_srid(st_transform(places.at, 3857))), 3857);
  EXPECT_EQ(value(st_area(places.area)), 50);
  EXPECT_EQ(value(st_perimeter(places.area)), 30);
  EXPECT_EQ(value(st_length(places.area)), 0);
  EXPECT_EQ(value(st_astext(places.seen)), "POINT(2.35 48.85)");
  EXPECT_EQ(value(st_asgeojson(places.at)), R"({"type":"Point","coordinates":[2.35,48.85]})");
  EXPECT_EQ(value(st_geomfromtext("POINT(2.35 48.85)", st_srid(places.at))), paris);
  EXPECT_EQ(value(st_geomfromgeojson(st_asgeojson(places.at))), paris);
  EXPECT_EQ(value(st_setsrid(st_makepoint(st_x(places.at), st_y(places.at)), 4326)), paris);
  EXPECT_TRUE(*value(st_within(places.at, st_makeenvelope(2.0, 48.0, 3.0, 49.0, st_srid(places.at)))));
  EXPECT_EQ(value(st_centroid(places.area))->point(), (coordinates{2.5, 45}));
  EXPECT_TRUE(*value(st_contains(st_buffer(places.at, 1.0), paris)));
  EXPECT_EQ(value(st_intersection(places.area, paris)), paris);
  EXPECT_EQ(value(st_area(st_union(places.area, paris))), 50);
}

}  // namespace
