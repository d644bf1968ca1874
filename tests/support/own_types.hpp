// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>

#include "support/moods.hpp"
#include "virga/types/numeric.hpp"
#include "virga/types/string.hpp"

/// Types a program might have, of each kind that a column can be.
namespace tests {

struct order_id {
  std::int64_t value = 0;
  friend bool operator==(const order_id&, const order_id&) = default;
};
enum class level : signed char { low = -1, high = 1 };
enum class wide_level : std::uint64_t { none = 0, beyond = 1ULL << 63 };

/// Hundredths, in a column of exact numbers.
class cents {
 public:
  cents() = default;
  explicit cents(std::int64_t amount) : amount_(amount) {}
  [[nodiscard]] std::int64_t amount() const { return amount_; }
  friend bool operator==(const cents&, const cents&) = default;

 private:
  std::int64_t amount_ = 0;
};

/// Text with an @.
class email {
 public:
  email() = default;
  explicit email(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const { return text_; }
  friend bool operator==(const email&, const email&) = default;

 private:
  std::string text_;
};

/// A type tag as a program can write one: text that is kept reversed.
struct reversed {
  using value = std::string;
  static constexpr std::string_view name = "text";
  static constexpr auto family = virga::type_family::other;
  static virga::fault decode(std::string_view text, value& out) {
    out.assign(text.rbegin(), text.rend());
    return nullptr;
  }
  static virga::fault encode(const value& in, virga::parameter_text& out) {
    if (const virga::fault wrong = virga::types::check_text(in)) return wrong;
    out.large().assign(in.rbegin(), in.rend());
    out.finish_large();
    return nullptr;
  }
};

}  // namespace tests

template <>
struct virga::stored_as<tests::cents> {
  static virga::decimal to(const tests::cents& in) { return virga::decimal(std::to_string(in.amount()) + "e-2"); }
  static std::optional<tests::cents> from(const virga::decimal& stored) {
    std::string digits = stored.text();
    const std::size_t point = digits.find('.');
    if (point == digits.npos || digits.size() - point != 3) return std::nullopt;
    digits.erase(point, 1);
    return tests::cents(std::stoll(digits));
  }
};
template <>
struct virga::stored_as<tests::email> {
  static const std::string& to(const tests::email& in) { return in.text(); }
  static std::optional<tests::email> from(const std::string& stored) {
    if (stored.find('@') == stored.npos) return std::nullopt;
    return tests::email(stored);
  }
};
