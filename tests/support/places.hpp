// SPDX-License-Identifier: BSL-1.0
//
// PostGIS, on servers that have it; it is too big a package for the tests to install (postgresql-15-postgis-3).
#pragma once
#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/types/postgis.hpp"

namespace tests {

namespace pg = virga::pg;
using namespace virga;
using tests::oracle::server;
using tests::oracle::strings;

template <class Mode>
struct places_table {
  static constexpr auto table = pg::table("places");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::geometry("at", {.type = pg::shape::point, .srid = 4326})> at{};
  col<Mode, pg::geometry("seen", {.type = pg::shape::point, .srid = 4326}).as<point_in<4326>>()> seen{};
  col<Mode, pg::geography("home", {.type = pg::shape::point, .srid = 4326})> home{};
  col<Mode, pg::geometry("area")> area{};
  col<Mode, pg::geometry("track", {.type = pg::shape::line_string, .z = true, .m = true}).array()> tracks{};
};
inline constexpr virga::table<places_table> places;

class postgis_database : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    there_ = !server::shared().rows("select 1 from pg_available_extensions where name = 'postgis'", {}).empty();
    if (!there_) return;
    server::shared().run("create extension if not exists postgis");
    db_ = new database(tests::fresh_database());
    execute(*db_, virga::statement{"create extension postgis", nullptr, 0, false});
    create_tables(*db_, places);
  }
  static void TearDownTestSuite() { delete db_; }
  void SetUp() override {
    if (!there_) GTEST_SKIP() << "the server has no extension postgis (Debian: postgresql-15-postgis-3)";
    delete_from(places).all_rows().run(*db_);
    insert_into(places)
        .values(places.id = 1, places.at = paris, places.seen = point_in<4326>{2.35, 48.85},
                places.home = geography(coordinates{2.35, 48.85}, 4326), places.area = square)
        .run(*db_);
  }
  inline static bool there_ = false;
  inline static database* db_ = nullptr;
  const geometry paris{coordinates{2.35, 48.85}, 4326};
  const geometry square = shape_of("SRID=4326;POLYGON((0 40,5 40,5 50,0 50,0 40))");

  /// Without the extension, a point of nothing: the members above are made before SetUp() skips the test.
  static geometry shape_of(const std::string& text) {
    if (!there_) return geometry(coordinates{}, 0);
    return tests::decoded<types::postgis_geometry>(server::shared().through("geometry", {text})[0]);
  }
  template <class Expression>
  auto value(const Expression& expression) {
    auto [read] = select(expression).from(places).one(*db_);
    return read;
  }
};

}  // namespace tests
