// SPDX-License-Identifier: BSL-1.0
//
// PostGIS: shapes on a plane (geometry) and on the globe (geography), in its own binary form, and points to be read and
// made. The extension `postgis` must be in the database. Not part of virga.hpp.
// Source: postgis.net/docs, "Using PostGIS: Data Management"; liblwgeom/lwin_wkb.c.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

#include "virga/core/error.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/hex.hpp"
#include "virga/types/rare.hpp"
#include "virga/types/stored_as.hpp"

namespace virga {

/// Where a point is: x is the longitude where y is a latitude. In an empty point both are NaN.
struct coordinates {
  double x = 0, y = 0;
  std::optional<double> z{}, m{};
  friend bool operator==(const coordinates&, const coordinates&) = default;
};

/// A shape as PostGIS holds it, byte for byte: "extended well-known binary", which is a byte order, a kind with flags,
/// the number of the reference system (SRID) if there is one, and the coordinates. Its head is checked; what follows
/// the server checks. Two are equal if their bytes are.
class ewkb {
 public:
  /// A point at 0 0 of no reference system.
  ewkb() : ewkb(coordinates{}) {}
  /// A point. `srid` 0 is none; 4326 is longitude and latitude as GPS has them.
  explicit ewkb(const coordinates& at, std::uint32_t srid = 0);
  /// From bytes; throws `virga::error` if they are none.
  static ewkb from_bytes(std::string bytes) {
    ewkb made;
    if (const fault wrong = made.assign(std::move(bytes)))
      throw error("virga: this is no shape of PostGIS: " + std::string(wrong));
    return made;
  }
  fault assign(std::string bytes) {
    if (bytes.size() < 5 || (bytes[0] != 0 && bytes[0] != 1)) return malformed;
    const std::uint32_t code = number_at<std::uint32_t>(bytes, 1);
    if ((code & kind_bits) < 1 || (code & kind_bits) > 17) return malformed;
    if (bytes.size() < ((code & srid_flag) != 0 ? 9U : 5U)) return malformed;
    bytes_ = std::move(bytes);
    return nullptr;
  }

  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
  /// 1 point, 2 line string, 3 polygon, 4 to 6 many of these, 7 a collection, 8 to 17 curves and surfaces.
  [[nodiscard]] int kind() const { return static_cast<int>(code() & kind_bits); }
  /// 0 where none is said.
  [[nodiscard]] std::uint32_t srid() const {
    return (code() & srid_flag) != 0 ? number_at<std::uint32_t>(bytes_, 5) : 0;
  }
  [[nodiscard]] bool has_z() const { return (code() & z_flag) != 0; }
  [[nodiscard]] bool has_m() const { return (code() & m_flag) != 0; }
  /// The coordinates of a point; empty for any other shape.
  [[nodiscard]] std::optional<coordinates> point() const;

  friend bool operator==(const ewkb&, const ewkb&) = default;

 private:
  static constexpr fault malformed = "its bytes are no EWKB";
  static constexpr std::uint32_t z_flag = 0x80000000, m_flag = 0x40000000, srid_flag = 0x20000000,
                                 kind_bits = 0x1fffffff;

  [[nodiscard]] std::uint32_t code() const { return number_at<std::uint32_t>(bytes_, 1); }
  /// A number in the byte order that the first byte says.
  template <class Number>
  static Number number_at(const std::string& bytes, std::size_t at) {
    char turned[sizeof(Number)];
    const bool same_order = (bytes[0] == 1) == (std::endian::native == std::endian::little);
    for (std::size_t i = 0; i < sizeof(Number); ++i) turned[same_order ? i : sizeof(Number) - 1 - i] = bytes[at + i];
    Number out;
    std::memcpy(&out, turned, sizeof out);
    return out;
  }
  template <class Number>
  void append(Number number) {
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &number, sizeof number);
    bytes_.append(bytes, sizeof bytes);
  }

  std::string bytes_;
};

inline ewkb::ewkb(const coordinates& at, std::uint32_t srid) {
  bytes_ += std::endian::native == std::endian::little ? '\1' : '\0';
  append(std::uint32_t{1} | (at.z ? z_flag : 0) | (at.m ? m_flag : 0) | (srid != 0 ? srid_flag : 0));
  if (srid != 0) append(srid);
  append(at.x);
  append(at.y);
  if (at.z) append(*at.z);
  if (at.m) append(*at.m);
}
inline std::optional<coordinates> ewkb::point() const {
  const std::size_t first = (code() & srid_flag) != 0 ? 9 : 5;
  const std::size_t numbers = 2U + (has_z() ? 1U : 0U) + (has_m() ? 1U : 0U);
  if (kind() != 1 || bytes_.size() != first + numbers * sizeof(double)) return std::nullopt;
  std::size_t next = first;
  const auto number = [&] {
    next += sizeof(double);
    return number_at<double>(bytes_, next - sizeof(double));
  };
  coordinates out;
  out.x = number();
  out.y = number();
  if (has_z()) out.z = number();
  if (has_m()) out.m = number();
  return out;
}

/// A shape on a plane, and one on the globe, whose reference system is 4326 where none is said.
struct geometry : ewkb {
  using ewkb::ewkb;
  geometry() = default;
  geometry(ewkb other) : ewkb(std::move(other)) {}  // NOLINT(google-explicit-constructor): nothing is lost
};
struct geography : ewkb {
  using ewkb::ewkb;
  geography() = default;
  geography(ewkb other) : ewkb(std::move(other)) {}  // NOLINT(google-explicit-constructor): nothing is lost
};

/// A flat point of one reference system: `pg::geometry("place", {.type = pg::shape::point, .srid = 4326}).as<
/// virga::point_in<4326>>()`. Any other shape or system is a `decode_error`.
template <std::uint32_t Srid>
struct point_in {
  double x = 0, y = 0;
  friend bool operator==(const point_in&, const point_in&) = default;
};

namespace types {

/// What geometry and geography share. Text is the bytes in hexadecimal digits.
template <class Value>
struct held_as_ewkb {
  using value = Value;
  static constexpr auto family = type_family::other;
  static constexpr char array_delimiter = ':';
  static fault decode(std::string_view text, value& out) {
    if (text.size() % 2 != 0) return malformed;
    std::string bytes(text.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const int byte = hex_byte(text[2 * i], text[2 * i + 1]);
      if (byte < 0) return malformed;
      bytes[i] = static_cast<char>(byte);
    }
    return out.assign(std::move(bytes));
  }
  static fault encode(const value& in, parameter_text& out) {
    std::string& text = out.large();
    text.resize(2 * in.bytes().size());
    char* at = text.data();
    for (const char byte : in.bytes()) at = write_hex_byte(at, static_cast<unsigned char>(byte));
    out.finish_large();
    return nullptr;
  }
  /// `(PointZ,4326)` of what pg::geometry() makes of its options.
  static std::string modifiers(int shape, int srid) {
    constexpr std::string_view shapes[] = {"Geometry",       "Point",
                                           "LineString",     "Polygon",
                                           "MultiPoint",     "MultiLineString",
                                           "MultiPolygon",   "GeometryCollection",
                                           "CircularString", "CompoundCurve",
                                           "CurvePolygon",   "MultiCurve",
                                           "MultiSurface",   "PolyhedralSurface",
                                           "Triangle",       "Tin"};
    constexpr std::string_view dimensions[] = {"", "Z", "M", "ZM"};
    std::string text = "(";
    text.append(shapes[(shape - 1) / 4]).append(dimensions[(shape - 1) % 4]);
    if (srid != 0) text += "," + std::to_string(srid);
    return text + ")";
  }

 private:
  static constexpr fault malformed = "it is no hexadecimal EWKB";
};

/// `=` and the order are PostGIS's: of the same coordinates in the same order. It has no `<>`; use not_(st_equals(…)).
struct postgis_geometry : held_as_ewkb<virga::geometry> {
  static constexpr std::string_view name = "geometry", extension = "postgis";
  static constexpr comparisons operators{.not_equal = false, .extremes = false};
};
struct postgis_geography : held_as_ewkb<virga::geography> {
  static constexpr std::string_view name = "geography", extension = "postgis";
  static constexpr comparisons operators{.not_equal = false, .extremes = false};
};
template <class Base>
concept shape_in_sql = std::same_as<Base, postgis_geometry> || std::same_as<Base, postgis_geography>;

template <shape_in_sql Base, std::uint32_t Srid>
struct own_codec<Base, point_in<Srid>> {
  static fault decode(std::string_view text, point_in<Srid>& out) {
    typename Base::value read;
    if (const fault wrong = Base::decode(text, read)) return wrong;
    const auto at = read.point();
    if (!at || at->z || at->m) return "it is no flat point";
    if (read.srid() != Srid) return "it is a point of another reference system (SRID)";
    out = {at->x, at->y};
    return nullptr;
  }
  static fault encode(const point_in<Srid>& in, parameter_text& out) {
    return Base::encode(typename Base::value(coordinates{in.x, in.y}, Srid), out);
  }
};

}  // namespace types
}  // namespace virga

template <>
struct virga::default_type<virga::geometry> {
  using type = types::postgis_geometry;
};
template <>
struct virga::default_type<virga::geography> {
  using type = types::postgis_geography;
};
