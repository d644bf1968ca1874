// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>
#include <type_traits>

#include "virga/types/big_endian.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"

namespace virga::types {

/// Whole numbers of 2, 4 and 8 bytes. Exact; out of range is a fault, never a wrap.
/// Source: PostgreSQL manual, "Integer Types".
template <class Value>
struct whole_number {
  using value = Value;
  static constexpr auto family = type_family::number;
  static fault decode(std::string_view text, value& out) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (end != text.data() + text.size()) return "it is not a whole number";
    if (code == std::errc::result_out_of_range) return "the number is out of range";
    return code == std::errc{} ? nullptr : "it is not a whole number";
  }
  static constexpr int binary_gain = 10;
  static fault decode_binary(std::string_view bytes, value& out) {
    std::make_unsigned_t<Value> number{};
    if (!read_big_endian(bytes, number)) return "it is not a whole number of this size";
    out = static_cast<Value>(number);
    return nullptr;
  }
  static fault encode(value in, parameter_text& out) {
    out.number(in);
    return nullptr;
  }
};

struct smallint : whole_number<std::int16_t> {
  static constexpr std::string_view name = "smallint";
};
struct integer : whole_number<std::int32_t> {
  static constexpr std::string_view name = "integer";
};
struct bigint : whole_number<std::int64_t> {
  static constexpr std::string_view name = "bigint";
};

/// By size, because `long` has 4 bytes on some platforms, and `long long` 8 on all but is not always `int64_t`.
template <std::size_t Size>
struct whole_number_of_size;
template <>
struct whole_number_of_size<2> {
  using type = smallint;
};
template <>
struct whole_number_of_size<4> {
  using type = integer;
};
template <>
struct whole_number_of_size<8> {
  using type = bigint;
};

}  // namespace virga::types

template <>
struct virga::default_type<short> : virga::types::whole_number_of_size<sizeof(short)> {};
template <>
struct virga::default_type<int> : virga::types::whole_number_of_size<sizeof(int)> {};
template <>
struct virga::default_type<long> : virga::types::whole_number_of_size<sizeof(long)> {};
template <>
struct virga::default_type<long long> : virga::types::whole_number_of_size<sizeof(long long)> {};
