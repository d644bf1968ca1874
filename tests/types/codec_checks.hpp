// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "virga/types/codec.hpp"
#include "virga/types/utf8.hpp"

namespace tests {

/// Numbers that look random and are the same in every run (splitmix64).
class generator {
 public:
  explicit generator(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  /// Both ends included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t step = width == UINT64_MAX ? next() : below(width + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
  }
  /// Like `between`, with numbers of every length equally likely.
  std::int64_t of_any_length() { return static_cast<std::int64_t>(next()) >> below(64); }
  std::string bytes(std::size_t size, std::string_view alphabet = {}) {
    std::string out(size, '\0');
    for (char& c : out) c = alphabet.empty() ? static_cast<char>(next()) : alphabet[below(alphabet.size())];
    return out;
  }
  /// So many characters of UTF-8 but NUL, of one to four bytes.
  std::string characters(std::size_t count) {
    std::string out;
    while (count-- > 0) {
      const std::uint64_t code = 1 + (next() & ((std::uint64_t{1} << (7 + below(15))) - 1));
      const auto tail = [&](int shift) { out += static_cast<char>(0x80U | (code >> shift & 0x3fU)); };
      if (code < 0x80)
        out += static_cast<char>(code);
      else if (code < 0x800)
        out += static_cast<char>(0xc0U | code >> 6U), tail(0);
      else if (code >= 0xd800 && code < 0xe000)
        out += 'd';
      else if (code < 0x10000)
        out += static_cast<char>(0xe0U | code >> 12U), tail(6), tail(0);
      else if (code < 0x110000)
        out += static_cast<char>(0xf0U | code >> 18U), tail(12), tail(6), tail(0);
      else
        out += 'x';
    }
    return out;
  }

 private:
  std::uint64_t state_;
};

/// Decodes a copy that has nothing behind its last byte, so that the address sanitizer sees a read too far.
template <class Type>
virga::fault decode(std::string_view text, typename Type::value& out) {
  const std::unique_ptr<char[]> copy(new char[text.size()]);
  if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
  return Type::decode(std::string_view(copy.get(), text.size()), out);
}

/// The fault of a text, "" if there is none.
template <class Type>
std::string decode_fault(std::string_view text) {
  typename Type::value out{};
  const virga::fault wrong = decode<Type>(text, out);
  return wrong == nullptr ? "" : wrong;
}
template <class Type>
typename Type::value decoded(std::string_view text) {
  typename Type::value out{};
  const virga::fault wrong = decode<Type>(text, out);
  EXPECT_EQ(wrong, nullptr) << wrong << ": " << text;
  return out;
}

/// The fault of a value, "" if there is none.
template <class Type>
std::string encode_fault(const typename Type::value& in) {
  virga::parameter_text text;
  const virga::fault wrong = Type::encode(in, text);
  return wrong == nullptr ? "" : wrong;
}
template <class Type>
std::string encoded(const typename Type::value& in) {
  virga::parameter_text text;
  const virga::fault wrong = Type::encode(in, text);
  EXPECT_EQ(wrong, nullptr) << wrong;
  if (wrong != nullptr) return "";
  EXPECT_EQ(text.data()[text.size()], '\0');
  return std::string(text.view());
}

template <class Type>
void expect_round_trip(const typename Type::value& in) {
  const std::string text = encoded<Type>(in);
  ASSERT_TRUE(decoded<Type>(text) == in) << text;
}

/// Whatever is accepted must be a value that can be sent and comes back the same, if it is UTF-8: other text no server
/// sends.
template <class Type>
bool accepts_soundly(std::string_view text) {
  typename Type::value value{};
  if (decode<Type>(text, value) != nullptr) return false;
  if (virga::types::utf_8_prefix(text) != text.size()) return true;
  const std::string again = encoded<Type>(value);
  EXPECT_EQ(encoded<Type>(decoded<Type>(again)), again) << text;
  return true;
}

/// Feeds a decoder the beginnings of valid texts, the same with bytes changed, and noise.
template <class Type>
void expect_soundness(std::initializer_list<std::string_view> valid, std::string_view alphabet) {
  generator random(42);
  for (const std::string_view text : valid) {
    EXPECT_TRUE(accepts_soundly<Type>(text)) << text;
    for (std::size_t size = 0; size < text.size(); ++size) accepts_soundly<Type>(text.substr(0, size));
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::string changed(text);
      for (const char by : alphabet) {
        changed[at] = by;
        accepts_soundly<Type>(changed);
        accepts_soundly<Type>(std::string(text).insert(at, 1, by));
      }
      for (int i = 0; i < 20; ++i) {
        changed[at] = static_cast<char>(random.next());
        accepts_soundly<Type>(changed);
      }
      accepts_soundly<Type>(std::string(text).erase(at, 1));
    }
  }
  for (int i = 0; i < 20000; ++i) {
    accepts_soundly<Type>(random.bytes(random.below(40)));
    accepts_soundly<Type>(random.bytes(random.below(40), alphabet));
  }
}

}  // namespace tests
