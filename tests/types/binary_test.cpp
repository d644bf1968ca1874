// SPDX-License-Identifier: BSL-1.0
//
// Values in PostgreSQL's binary format, byte by byte. What a server sends is in tests/db/binary_rows_test.cpp.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

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

/// 32 bits, the highest first.
std::string word(std::int64_t value) {
  std::string bytes(4, '\0');
  for (int i = 0; i < 4; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
  return bytes;
}
/// An array of integers, of these sizes, whose indexes begin at `first`.
std::string array(std::initializer_list<int> sizes, std::initializer_list<int> elements, int first = 1) {
  std::string bytes = word(static_cast<std::int64_t>(sizes.size())) + word(0) + word(23);
  for (const int size : sizes) bytes += word(size) + word(first);
  for (const int element : elements) bytes += word(4) + word(element);
  return bytes;
}
/// What is said of bytes that are no array; they stand where nothing is behind them.
template <class Type>
std::string array_fault(std::string_view bytes) {
  const std::unique_ptr<char[]> copy(new char[bytes.size()]);
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  typename Type::value out{};
  const virga::fault wrong = Type::decode_binary({copy.get(), bytes.size()}, out);
  return wrong == nullptr ? "" : wrong;
}
using integers = types::array_of<types::integer>;
using table_of_integers = types::nested_array_of<types::integer, 2, false>;
using integers_or_null = types::nested_array_of<types::integer, 1, true>;

TEST(binary_format, of_an_array_says_its_sizes_before_its_elements) {
  EXPECT_EQ(binary<integers>(array({3}, {1, -2, 3})), (std::vector{1, -2, 3}));
  EXPECT_EQ(binary<integers>(array({}, {})), std::vector<int>());
  EXPECT_EQ(binary<table_of_integers>(array({2, 3}, {1, 2, 3, 4, 5, 6})),
            (std::vector<std::vector<int>>{{1, 2, 3}, {4, 5, 6}}));
  EXPECT_EQ(binary<table_of_integers>(array({}, {})), std::vector<std::vector<int>>());
  EXPECT_EQ(binary<integers_or_null>(array({2}, {7}) + word(-1)), (std::vector<std::optional<int>>{7, {}}));
  std::vector<int> used{1, 2};
  EXPECT_EQ(integers::decode_binary(array({1}, {5}), used), nullptr);
  EXPECT_EQ(used, std::vector{5});
}

TEST(binary_format, of_an_array_is_refused_in_the_words_of_its_text) {
  EXPECT_EQ(array_fault<integers>(array({2}, {7}) + word(-1)), "it has a NULL element");
  EXPECT_EQ(array_fault<integers>(array({1}, {7}, 0)), "its first index is not 1, which a vector cannot keep");
  EXPECT_EQ(array_fault<integers>(array({1, 1}, {7})), "it has more than one dimension");
  EXPECT_EQ(array_fault<table_of_integers>(array({1}, {7})), "it has fewer dimensions than the description says");
  EXPECT_EQ(array_fault<table_of_integers>(array({1, 1, 1}, {7})), "it has more dimensions than the description says");
  EXPECT_EQ(array_fault<integers>(array({1}, {}) + word(2) + "ab"), "it is not a whole number of this size");
}

TEST(binary_format, of_an_array_is_never_read_past_its_end) {
  const std::string whole = array({2, 2}, {1, 2, 3, 4}), flat = array({2}, {1, 2});
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(array_fault<table_of_integers>(whole.substr(0, size)), "") << size;
  for (std::size_t size = 0; size < flat.size(); ++size)
    EXPECT_NE(array_fault<integers>(flat.substr(0, size)), "") << size;
  const std::string none = "it is not an array";
  EXPECT_EQ(array_fault<integers>(flat + "x"), none);
  EXPECT_EQ(array_fault<integers>(array({}, {}) + word(4)), none);
  for (const int size : {0, -1, 3, 0x7fffffff, -0x7fffffff - 1}) {
    EXPECT_EQ(array_fault<integers>(array({size}, {1, 2})), none) << size << " elements";
    EXPECT_EQ(array_fault<table_of_integers>(array({size, size}, {1, 2})), none) << size << " lists";
  }
  for (const std::int64_t size : {5, -2, 0x7fffffff})
    EXPECT_EQ(array_fault<integers>(array({1}, {}) + word(size) + word(1)), none) << "an element of " << size;
  for (const std::int64_t dimensions : {-1, 7, 0x7fffffff})
    EXPECT_EQ(array_fault<integers>(word(dimensions) + word(0) + word(23) + std::string(100, '\1')), none);
}

TEST(binary_format, is_not_for_what_has_a_text_of_its_own) {
  using indexed = types::as_type<integers, virga::indexed_array<std::vector<int>>>;
  static_assert(virga::comes_in_binary<integers> && !virga::comes_in_binary<indexed>);
  static_assert(!virga::comes_in_binary<types::array_of<types::text>>);
}

TEST(binary_format, of_a_boolean_is_0_or_1) {
  bool out = false;
  EXPECT_EQ(types::boolean::decode_binary("\1"sv, out), nullptr);
  EXPECT_TRUE(out);
  EXPECT_NE(types::boolean::decode_binary("t"sv, out), nullptr);
}

}  // namespace
