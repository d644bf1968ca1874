// SPDX-License-Identifier: BSL-1.0
#include "virga/types/postgis.hpp"

#include "types/codec_checks.hpp"
#include "virga/types/types.hpp"

namespace {

using namespace virga::types;
using virga::coordinates;
using virga::geometry;
using london = as_type<postgis_geometry, virga::point_in<4326>>;

// What the server writes of these.
constexpr const char* flat = "0101000000000000000000F03F00000000000000C0";                // POINT(1 -2)
constexpr const char* of_4326 = "0101000020E6100000000000000000F03F00000000000000C0";     // SRID=4326;POINT(1 -2)
constexpr const char* big_endian = "0020000001000010E63FF0000000000000C000000000000000";  // the same
constexpr const char* with_z_m =
    "01010000E0E6100000000000000000F03F000000000000004000000000000008400000000000001040";  // SRID=4326;POINT ZM (1 2 3
                                                                                           // 4)
constexpr const char* a_line = "010200000002000000000000000000000000000000000000000000000000000840000000000000F0BF";

TEST(postgis, points_are_read_and_made) {
  const geometry plain(coordinates{1, -2});
  EXPECT_EQ(tests::decoded<postgis_geometry>(flat), plain);
  EXPECT_EQ(plain.srid(), 0U);
  const geometry located(coordinates{1, -2}, 4326);
  EXPECT_EQ(tests::decoded<postgis_geometry>(of_4326), located);
  EXPECT_EQ(located.srid(), 4326U);
  EXPECT_EQ(located.kind(), 1);
  EXPECT_EQ(located.point(), (coordinates{1, -2}));
  const geometry full(coordinates{1, 2, 3, 4}, 4326);
  EXPECT_EQ(tests::decoded<postgis_geometry>(with_z_m), full);
  EXPECT_EQ(full.point(), (coordinates{1, 2, 3, 4}));
  const geometry turned = tests::decoded<postgis_geometry>(big_endian);
  EXPECT_EQ(turned.point(), (coordinates{1, -2}));
  EXPECT_EQ(turned.srid(), 4326U);
  for (const auto& each : {plain, located, full, turned, geometry()}) tests::expect_round_trip<postgis_geometry>(each);
}

TEST(postgis, any_shape_is_its_bytes) {
  const geometry line = tests::decoded<postgis_geometry>(a_line);
  EXPECT_EQ(line.kind(), 2);
  EXPECT_EQ(line.point(), std::nullopt);
  EXPECT_EQ(geometry(virga::ewkb::from_bytes(line.bytes())), line);
  EXPECT_THROW((void)virga::ewkb::from_bytes("abc"), virga::error);
  for (const char* text : {"", "0", "01", "0101000020E61000", "0201000000000000000000F03F00000000000000C0",
                           "0100000000", "01E9030000000000000000F03F00000000000000C0", "01010000000G", "POINT(1 2)"})
    EXPECT_NE(tests::decode_fault<postgis_geometry>(text), "") << text;
}

TEST(postgis, arrays_have_colons_between_their_elements) {
  using array = array_of<postgis_geometry>;
  const std::string text = "{" + std::string(flat) + ":" + a_line + "}";
  EXPECT_EQ(tests::decoded<array>(text),
            (std::vector{geometry(coordinates{1, -2}), tests::decoded<postgis_geometry>(a_line)}));
  tests::expect_round_trip<array>(tests::decoded<array>(text));
}

TEST(postgis, a_point_of_one_reference_system) {
  EXPECT_EQ(tests::decoded<london>(of_4326), (virga::point_in<4326>{1, -2}));
  tests::expect_round_trip<london>({-0.1276, 51.5072});
  EXPECT_EQ(tests::decode_fault<london>(flat), "it is a point of another reference system (SRID)");
  EXPECT_EQ(tests::decode_fault<london>(with_z_m), "it is no flat point");
  EXPECT_EQ(tests::decode_fault<london>(a_line), "it is no flat point");
}

TEST(postgis, decoders_are_sound) {
  tests::expect_soundness<postgis_geometry>({flat, of_4326, big_endian, with_z_m, a_line}, "0123456789ABCDEFef");
  tests::expect_soundness<london>({of_4326}, "01EF");
}

}  // namespace
