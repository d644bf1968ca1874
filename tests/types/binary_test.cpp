// SPDX-License-Identifier: BSL-1.0
//
// Values in PostgreSQL's binary format, byte by byte. What a server sends is in tests/db/binary_rows_test.cpp.
#include <gtest/gtest.h>

#include <cmath>

#include "types/codec_checks.hpp"
#include "virga/types/all.hpp"

namespace {

namespace types = virga::types;
using namespace std::string_view_literals;

template <class Type>
typename Type::value binary(std::string_view bytes) {
  typename Type::value out{};
  EXPECT_EQ(Type::decode_binary(bytes, out), nullptr);
  return out;
}
/// Every size but its own is a fault, and nothing is read behind the last byte.
template <class Type>
void expect_size(std::size_t size) {
  for (std::size_t given = 0; given < 20; ++given) {
    const std::unique_ptr<char[]> bytes(new char[given]{});
    typename Type::value out{};
    EXPECT_EQ(Type::decode_binary({bytes.get(), given}, out) == nullptr, given == size)
        << Type::name << " of " << given;
  }
}

TEST(binary_format, has_one_size_for_each_type) {
  expect_size<types::smallint>(2);
  expect_size<types::integer>(4);
  expect_size<types::bigint>(8);
  expect_size<types::real>(4);
  expect_size<types::double_precision>(8);
  expect_size<types::boolean>(1);
  expect_size<types::uuid>(16);
  expect_size<types::timestamptz>(8);
  expect_size<types::timestamp>(8);
  expect_size<types::date>(4);
}

TEST(binary_format, has_the_highest_byte_first) {
  EXPECT_EQ(binary<types::smallint>("\x01\x02"sv), 0x0102);
  EXPECT_EQ(binary<types::integer>("\xff\xff\xff\xfe"sv), -2);
  EXPECT_EQ(binary<types::bigint>("\x80\0\0\0\0\0\0\0"sv), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(binary<types::double_precision>("\xbf\xf8\0\0\0\0\0\0"sv), -1.5);
  EXPECT_EQ(binary<types::real>("\x3f\xc0\0\0"sv), 1.5F);
  EXPECT_EQ(virga::to_string(binary<types::uuid>("\x01\x23\x45\x67\x89\xab\xcd\xef\x01\x23\x45\x67\x89\xab\xcd\xef"sv)),
            "01234567-89ab-cdef-0123-456789abcdef");
}

TEST(binary_format, has_one_nan) {
  const double odd = binary<types::double_precision>("\xff\xf8\0\0\0\0\0\1"sv);
  EXPECT_TRUE(std::isnan(odd));
  EXPECT_FALSE(std::signbit(odd));
}

TEST(binary_format, counts_from_2000_and_has_infinities) {
  using moment = types::timestamptz::value;
  using day = types::date::value;
  EXPECT_EQ(binary<types::timestamptz>("\0\0\0\0\0\0\0\1"sv), moment(std::chrono::microseconds(946684800000001)));
  EXPECT_EQ(binary<types::timestamptz>("\x7f\xff\xff\xff\xff\xff\xff\xff"sv), moment::max());
  EXPECT_EQ(binary<types::timestamptz>("\x80\0\0\0\0\0\0\0"sv), moment::min());
  EXPECT_EQ(binary<types::date>("\xff\xff\xff\xff"sv), day(std::chrono::days(10956)));
  EXPECT_EQ(binary<types::date>("\x7f\xff\xff\xff"sv), day::max());
  EXPECT_EQ(binary<types::date>("\x80\0\0\0"sv), day::min());
  day out{};
  EXPECT_STREQ(types::date::decode_binary("\x7f\xff\xff\xfe"sv, out), "the date is out of range");
}

TEST(binary_format, of_a_boolean_is_0_or_1) {
  bool out = false;
  EXPECT_EQ(types::boolean::decode_binary("\1"sv, out), nullptr);
  EXPECT_TRUE(out);
  EXPECT_NE(types::boolean::decode_binary("t"sv, out), nullptr);
}

}  // namespace
