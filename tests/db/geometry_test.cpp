// SPDX-License-Identifier: BSL-1.0
//
// The geometric types before the judge of support/type_oracle.hpp.
#include "virga/types/geometry.hpp"

#include <algorithm>
#include <bit>

#include "support/type_oracle.hpp"

namespace {

using namespace tests::oracle;
using namespace virga::types;

class geometry_on_the_server : public ::testing::Test {
 protected:
  /// Any double but NaN, of small and of any size.
  double number() {
    if (random_.below(3) == 0) return static_cast<double>(random_.between(-1000, 1000)) / 8;
    for (;;) {
      const auto any = std::bit_cast<double>(random_.next());
      if (any == any) return any;
    }
  }
  virga::point any_point() { return {number(), number()}; }
  std::vector<virga::point> points() {
    std::vector<virga::point> out(1 + random_.below(6));
    for (auto& each : out) each = any_point();
    return out;
  }
  tests::generator random_{61};
};

TEST_F(geometry_on_the_server, point_and_line) {
  std::vector<virga::point> values;
  std::vector<virga::line> lines;
  for (int i = 0; i < 5000; ++i) values.push_back(any_point());
  while (lines.size() < 3000) {
    const virga::line any{number(), number(), number()};
    if (tests::encode_fault<line>(any).empty()) lines.push_back(any);
  }
  expect_values_arrive<point>(values, false);
  expect_values_arrive<line>(lines, false);
  expect_texts_return<point>(
      server::shared().rows("select point(random() * 1000 - 500, random() / 1e10) from generate_series(1, 3000)", {}));
  expect_agreement<point>(mutations({"(0.1,-2e-300)", "(1,2)"}, "0123456789.,()e-", 500), false);
  expect_agreement<line>(mutations({"{1,-1,0.5}", "{0.00001,0,1}", "{0,0.000001,1}"}, "01.,{}e-", 500), false);
}
TEST_F(geometry_on_the_server, lseg_and_box) {
  std::vector<virga::line_segment> segments;
  std::vector<virga::box> boxes;
  for (int i = 0; i < 3000; ++i) {
    segments.push_back({any_point(), any_point()});
    const virga::point a = any_point(), b = any_point();
    boxes.push_back({{std::max(a.x, b.x), std::max(a.y, b.y)}, {std::min(a.x, b.x), std::min(a.y, b.y)}});
  }
  expect_values_arrive<lseg>(segments, false);
  expect_values_arrive<box>(boxes, false);
  expect_values_arrive<array_of<box>>({boxes, {}, {boxes[0]}}, false);
  expect_texts_return<box>(server::shared().rows(
      "select box(point(random(), random() - 5), point(random() * 9, random())) from generate_series(1, 3000)", {}));
  expect_agreement<lseg>(mutations({"[(1,2),(3,4)]"}, "0123.,()[]", 500), false);
  expect_agreement<box>(mutations({"(3,4),(1,2)", "(NaN,4),(1,2)"}, "0123.,()", 500), false);
}
TEST_F(geometry_on_the_server, path_polygon_and_circle) {
  std::vector<virga::path> paths;
  std::vector<virga::polygon> polygons;
  std::vector<virga::circle> circles;
  for (int i = 0; i < 3000; ++i) {
    paths.push_back({points(), i % 2 == 0});
    polygons.push_back({points()});
    const double radius = number();
    circles.push_back({any_point(), radius < 0 ? -radius : radius});
  }
  expect_values_arrive<path>(paths, false);
  expect_values_arrive<polygon>(polygons, false);
  expect_values_arrive<circle>(circles, false);
  expect_agreement<path>(mutations({"[(1,2),(3,4)]", "((1,2))"}, "01.,()[]", 500), false);
  expect_agreement<polygon>(mutations({"((1,2),(3,4),(5,6))"}, "01.,()[]", 500), false);
  expect_agreement<circle>(mutations({"<(1,2),3>", "<(1,2),0>"}, "01.,()<>-", 500), false);
}

}  // namespace
