// SPDX-License-Identifier: BSL-1.0
// expect: virga: custom<Type>\(\): Type needs value, name, family, decode and encode
// A type that can be written and not read.
#include <virga/virga.hpp>

namespace pg = virga::pg;
struct secret {
  using value = std::string;
  static constexpr std::string_view name = "text";
  static constexpr auto family = virga::type_family::other;
  static virga::fault encode(const value& in, virga::parameter_text& out) { return virga::types::text::encode(in, out); }
#ifndef COMPILE_FAIL
  static virga::fault decode(std::string_view text, value& out) { return virga::types::text::decode(text, out); }
#endif
};

inline constexpr auto note = pg::custom<secret>("note");
