// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <vector>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/floating.hpp"

// Coordinates are doubles and come back bit for bit, infinities included; NaN is never equal to itself, so that a
// figure with one is not either. `==` compares coordinates exactly; the server's operators forgive differences up to
// 1e-6, and some of them compare areas.
namespace virga {

struct point {
  double x = 0, y = 0;
  friend bool operator==(const point&, const point&) = default;
};
/// All points with a*x + b*y + c = 0.
struct line {
  double a = 0, b = 0, c = 0;
  friend bool operator==(const line&, const line&) = default;
};
struct line_segment {
  point from{}, to{};
  friend bool operator==(const line_segment&, const line_segment&) = default;
};
struct box {
  point upper_right{}, lower_left{};
  friend bool operator==(const box&, const box&) = default;
};
/// Points in their order; in a closed one the last is joined to the first.
struct path {
  std::vector<point> points{};
  bool closed = false;
  friend bool operator==(const path&, const path&) = default;
};
struct polygon {
  std::vector<point> points{};
  friend bool operator==(const polygon&, const polygon&) = default;
};
struct circle {
  point center{};
  double radius = 0;
  friend bool operator==(const circle&, const circle&) = default;
};

namespace types {

namespace geometry {

/// Reads the server's text, which has no white space, and never past its end.
class reader {
 public:
  explicit reader(std::string_view text) : left_(text) {}
  [[nodiscard]] bool done() const { return left_.empty(); }
  bool take(char expected) {
    if (!left_.starts_with(expected)) return false;
    left_.remove_prefix(1);
    return true;
  }
  bool number(double& out) {
    std::size_t size = 0;
    while (size < left_.size() && left_[size] != ',' && left_[size] != ')' && left_[size] != '}' && left_[size] != '>')
      ++size;
    if (double_precision::decode(left_.substr(0, size), out) != nullptr) return false;
    left_.remove_prefix(size);
    return true;
  }
  bool point(virga::point& out) { return take('(') && number(out.x) && take(',') && number(out.y) && take(')'); }
  /// One point or more with commas between them.
  bool points(std::vector<virga::point>& out) {
    out.clear();
    do {
      if (!point(out.emplace_back())) return false;
    } while (take(','));
    return true;
  }

 private:
  std::string_view left_;
};

class writer {
 public:
  explicit writer(parameter_text& out) : out_(out), text_(out.large()) { text_.clear(); }
  void put(char c) { text_ += c; }
  void number(double in) {
    (void)double_precision::encode(in, number_);
    text_ += number_.view();
  }
  void point(const virga::point& in) {
    put('(');
    number(in.x);
    put(',');
    number(in.y);
    put(')');
  }
  fault points(const std::vector<virga::point>& in) {
    if (in.empty()) return "it has no points";
    if (in.size() > most_points) return "it has more points than PostgreSQL takes";
    const char* separator = "";
    for (const virga::point& each : in) {
      text_ += separator;
      point(each);
      separator = ",";
    }
    return nullptr;
  }
  fault finish() {
    out_.finish_large();
    return nullptr;
  }

 private:
  // A message is below 1 GB, and a point may take 50 bytes of it.
  static constexpr std::size_t most_points = 20000000;

  parameter_text& out_;
  std::string& text_;
  parameter_text number_;
};

inline constexpr fault malformed = "it is not a figure of this type in the server's form";

/// Which of two coordinates the server takes for the greater: NaN is above all.
inline bool above(double left, double right) { return left > right || (left != left && right == right); }

}  // namespace geometry

/// A type of text like `(1,2)`; `accepts_text` lets it be given as such. None of them has a default order, and the
/// comparisons they have are those of the server's pg_operator.dat: `=` of boxes and circles is about their areas.
struct geometric {
  static constexpr auto family = type_family::other;
  static constexpr bool accepts_text = true;
};

/// `(x,y)`. Source for all: PostgreSQL manual, "Geometric Types". SQL has no `=` for points.
struct point : geometric {
  using value = virga::point;
  static constexpr std::string_view name = "point";
  static constexpr comparisons operators{.equal = false, .order = false, .sorts = false};
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    return from.point(out) && from.done() ? nullptr : geometry::malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    geometry::writer to(out);
    to.point(in);
    return to.finish();
  }
};

/// `{a,b,c}`. The server takes a line for none when a and b are both within 1e-6 of zero.
struct line : geometric {
  using value = virga::line;
  static constexpr std::string_view name = "line";
  static constexpr comparisons operators{.not_equal = false, .order = false, .sorts = false};
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    const bool fine = from.take('{') && from.number(out.a) && from.take(',') && from.number(out.b) && from.take(',') &&
                      from.number(out.c) && from.take('}') && from.done();
    return !fine ? geometry::malformed : is_none(out) ? none : nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (is_none(in)) return none;
    geometry::writer to(out);
    to.put('{');
    to.number(in.a);
    to.put(',');
    to.number(in.b);
    to.put(',');
    to.number(in.c);
    to.put('}');
    return to.finish();
  }

 private:
  static constexpr fault none = "a and b of the line are both zero, or within 1e-6 of it";
  static bool is_none(const value& in) { return in.a <= 1e-6 && in.a >= -1e-6 && in.b <= 1e-6 && in.b >= -1e-6; }
};

/// `[(x,y),(x,y)]`.
struct lseg : geometric {
  using value = line_segment;
  static constexpr std::string_view name = "lseg";
  static constexpr comparisons operators{.sorts = false};
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    const bool fine =
        from.take('[') && from.point(out.from) && from.take(',') && from.point(out.to) && from.take(']') && from.done();
    return fine ? nullptr : geometry::malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    geometry::writer to(out);
    to.put('[');
    to.point(in.from);
    to.put(',');
    to.point(in.to);
    to.put(']');
    return to.finish();
  }
};

/// `(x,y),(x,y)`, the upper right corner first. Corners the server would exchange are a fault.
struct box : geometric {
  using value = virga::box;
  static constexpr std::string_view name = "box";
  static constexpr comparisons operators{.not_equal = false, .sorts = false};
  /// Boxes in an array are kept apart by semicolons.
  static constexpr char array_delimiter = ';';
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    const bool fine = from.point(out.upper_right) && from.take(',') && from.point(out.lower_left) && from.done();
    return !fine ? geometry::malformed : check(out);
  }
  static fault encode(const value& in, parameter_text& out) {
    if (const fault wrong = check(in)) return wrong;
    geometry::writer to(out);
    to.point(in.upper_right);
    to.put(',');
    to.point(in.lower_left);
    return to.finish();
  }

 private:
  static fault check(const value& in) {
    return geometry::above(in.lower_left.x, in.upper_right.x) || geometry::above(in.lower_left.y, in.upper_right.y)
               ? "its corners are not the upper right one and the lower left one"
               : nullptr;
  }
};

/// `[(x,y),…]` where open, `((x,y),…)` where closed; one point at least.
struct path : geometric {
  using value = virga::path;
  static constexpr std::string_view name = "path";
  static constexpr comparisons operators{.not_equal = false, .sorts = false};
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    out.closed = from.take('(');
    const bool fine =
        (out.closed || from.take('[')) && from.points(out.points) && from.take(out.closed ? ')' : ']') && from.done();
    return fine ? nullptr : geometry::malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    geometry::writer to(out);
    to.put(in.closed ? '(' : '[');
    if (const fault wrong = to.points(in.points)) return wrong;
    to.put(in.closed ? ')' : ']');
    return to.finish();
  }
};

/// `((x,y),…)`; one point at least.
struct polygon : geometric {
  using value = virga::polygon;
  static constexpr std::string_view name = "polygon";
  static constexpr comparisons operators = no_comparisons;
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    const bool fine = from.take('(') && from.points(out.points) && from.take(')') && from.done();
    return fine ? nullptr : geometry::malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    geometry::writer to(out);
    to.put('(');
    if (const fault wrong = to.points(in.points)) return wrong;
    to.put(')');
    return to.finish();
  }
};

/// `<(x,y),r>`; the radius is not negative.
struct circle : geometric {
  using value = virga::circle;
  static constexpr std::string_view name = "circle";
  static constexpr comparisons operators{.sorts = false};
  static fault decode(std::string_view text, value& out) {
    geometry::reader from(text);
    const bool fine = from.take('<') && from.point(out.center) && from.take(',') && from.number(out.radius) &&
                      from.take('>') && from.done();
    return !fine ? geometry::malformed : out.radius < 0 ? negative : nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    if (in.radius < 0) return negative;
    geometry::writer to(out);
    to.put('<');
    to.point(in.center);
    to.put(',');
    to.number(in.radius);
    to.put('>');
    return to.finish();
  }

 private:
  static constexpr fault negative = "its radius is negative";
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::point> {
  using type = types::point;
};
template <>
struct virga::default_type<virga::line> {
  using type = types::line;
};
template <>
struct virga::default_type<virga::line_segment> {
  using type = types::lseg;
};
template <>
struct virga::default_type<virga::box> {
  using type = types::box;
};
template <>
struct virga::default_type<virga::path> {
  using type = types::path;
};
template <>
struct virga::default_type<virga::polygon> {
  using type = types::polygon;
};
template <>
struct virga::default_type<virga::circle> {
  using type = types::circle;
};
