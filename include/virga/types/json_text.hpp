// SPDX-License-Identifier: BSL-1.0
//
// JSON text, read value by value where it stands, and written. What is read is checked against RFC 8259; numbers are
// handed on as they are written, so that whoever wants one decides whether its C++ type holds it.
#pragma once
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "virga/types/codec.hpp"

namespace virga::types {

/// Keeps a sentence until the next one of this thread, which is as long as a fault is needed.
inline fault kept_fault(std::string sentence) {
  thread_local std::string kept;
  kept = std::move(sentence);
  return kept.c_str();
}

/// Reads a JSON text once, from its beginning to its end. Each function is false where something is wrong; `wrong()`
/// says then what and where.
class json_reader {
 public:
  explicit json_reader(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  /// The first byte of what comes next; '\0' at the end.
  char next() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r')) ++at_;
    return at_ == end_ ? '\0' : *at_;
  }
  bool take(char c) {
    if (next() != c || at_ == end_) return false;
    ++at_;
    return true;
  }
  /// `true`, `false` or `null`, if that is what comes next.
  bool take_word(std::string_view word) {
    next();
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  /// Nothing follows.
  bool at_end() { return next() == '\0' && at_ == end_ ? true : malformed(); }

  bool string(std::string& out);
  /// A number as it is written.
  bool number(std::string_view& out);
  /// Calls `member(key)` with the reader before each value.
  template <class Member>
  bool object(Member&& member) {
    if (!take('{')) return wanted("an object");
    if (!enter()) return false;
    std::string key;
    for (bool more = !take('}'); more;) {
      if (next() != '"' || !string(key)) return malformed();
      if (!take(':')) return malformed();
      if (!member(key)) return inside("." + key);
      if (take(',')) continue;
      if (!take('}')) return malformed();
      more = false;
    }
    --depth_;
    return true;
  }
  /// Calls `element()` with the reader before each value.
  template <class Element>
  bool array(Element&& element) {
    if (!take('[')) return wanted("an array");
    if (!enter()) return false;
    std::size_t index = 0;
    for (bool more = !take(']'); more; ++index) {
      if (!element()) return inside("[" + std::to_string(index) + "]");
      if (take(',')) continue;
      if (!take(']')) return malformed();
      more = false;
    }
    --depth_;
    return true;
  }
  /// Passes over one value of any kind; its text, if wanted.
  bool skip(std::string_view* text = nullptr);

  bool fail(std::string why) {
    if (why_.empty()) why_ = std::move(why);
    return false;
  }
  bool malformed() { return fail("it is not JSON"); }
  /// What comes next is not what it should be.
  bool wanted(std::string_view what) {
    const std::string received = coming();
    return fail(std::string(what) + " is wanted here, and it is " + received);
  }
  /// What comes next, cut to 60 bytes.
  [[nodiscard]] std::string coming() const {
    json_reader rest(*this);
    std::string_view text;
    if (!rest.skip(&text)) return "no JSON";
    return text.size() <= 60 ? std::string(text) : std::string(text.substr(0, 60)) + "…";
  }
  [[nodiscard]] fault wrong() const {
    return path_.empty() ? kept_fault(why_) : kept_fault("at $" + path_ + ": " + why_);
  }

 private:
  // Deep enough for any document, and not too deep for the stack.
  static constexpr int deepest = 1000;
  bool enter() { return ++depth_ <= deepest ? true : fail("it is nested deeper than 1000 levels"); }
  bool inside(const std::string& step) {
    path_.insert(0, step);
    return false;
  }
  int hex_digits();
  bool escaped(std::string& out);

  const char* at_;
  const char* end_;
  int depth_ = 0;
  std::string path_, why_;
};

inline int json_reader::hex_digits() {
  if (end_ - at_ < 4) return -1;
  unsigned value = 0;
  const auto result = std::from_chars(at_, at_ + 4, value, 16);
  if (result.ptr != at_ + 4) return -1;
  at_ += 4;
  return static_cast<int>(value);
}

/// What follows a backslash.
inline bool json_reader::escaped(std::string& out) {
  if (at_ == end_) return malformed();
  switch (const char c = *at_++; c) {
    case '"':
    case '\\':
    case '/':
      out += c;
      return true;
    case 'b':
      out += '\b';
      return true;
    case 'f':
      out += '\f';
      return true;
    case 'n':
      out += '\n';
      return true;
    case 'r':
      out += '\r';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'u':
      break;
    default:
      return malformed();
  }
  int code = hex_digits();
  if (code < 0) return malformed();
  if (code >= 0xd800 && code < 0xe000) {
    if (code >= 0xdc00 || end_ - at_ < 2 || at_[0] != '\\' || at_[1] != 'u') return malformed();
    at_ += 2;
    const int low = hex_digits();
    if (low < 0xdc00 || low > 0xdfff) return malformed();
    code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
  }
  const auto byte = [&](int value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0 | code >> 6);
    byte(0x80 | (code & 63));
  } else if (code < 0x10000) {
    byte(0xe0 | code >> 12);
    byte(0x80 | (code >> 6 & 63));
    byte(0x80 | (code & 63));
  } else {
    byte(0xf0 | code >> 18);
    byte(0x80 | (code >> 12 & 63));
    byte(0x80 | (code >> 6 & 63));
    byte(0x80 | (code & 63));
  }
  return true;
}

inline bool json_reader::string(std::string& out) {
  if (!take('"')) return wanted("a string");
  out.clear();
  for (;;) {
    const char* plain = at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
    out.append(plain, at_);
    if (at_ == end_) return malformed();
    const char c = *at_++;
    if (c == '"') return true;
    if (c != '\\') return malformed();
    if (!escaped(out)) return false;
  }
}

inline bool json_reader::number(std::string_view& out) {
  const char first = next();
  if (first != '-' && (first < '0' || first > '9')) return wanted("a number");
  const char* begin = at_;
  const auto digits = [&] {
    const char* start = at_;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return at_ != start;
  };
  const auto follows = [&](char c) { return at_ != end_ && *at_ == c; };
  if (first == '-') ++at_;
  if (follows('0'))
    ++at_;
  else if (!digits())
    return malformed();
  if (follows('.')) {
    ++at_;
    if (!digits()) return malformed();
  }
  if (follows('e') || follows('E')) {
    ++at_;
    if (follows('+') || follows('-')) ++at_;
    if (!digits()) return malformed();
  }
  out = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
  return true;
}

inline bool json_reader::skip(std::string_view* text) {
  const char first = next();
  const char* begin = at_;
  std::string unused;
  std::string_view digits;
  const bool read = first == '{'   ? object([&](const std::string&) { return skip(); })
                    : first == '[' ? array([&] { return skip(); })
                    : first == '"' ? string(unused)
                    : take_word("true") || take_word("false") || take_word("null") ? true
                    : first == '-' || (first >= '0' && first <= '9')               ? number(digits)
                                                                                   : malformed();
  if (text != nullptr) *text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
  return read;
}

/// The digits of a number between its outer zeros, and the power of ten of the first of them.
struct significant_digits {
  std::string digits;
  std::int64_t power = 0;
  explicit significant_digits(std::string_view number) {
    const std::size_t mark = number.find_first_of("eE");
    std::int64_t exponent = 0;
    if (mark != number.npos) {
      std::string_view written = number.substr(mark + 1);
      if (written.starts_with('+')) written.remove_prefix(1);
      std::from_chars(written.data(), written.data() + written.size(), exponent);
    }
    bool after_point = false;
    for (const char c : number.substr(0, mark)) {
      if (c == '.') after_point = true;
      if (c < '0' || c > '9') continue;
      if (digits.empty() && c == '0') {
        power -= after_point ? 1 : 0;
      } else {
        digits += c;
        power += after_point ? 0 : 1;
      }
    }
    while (digits.ends_with('0')) digits.pop_back();
    power = digits.empty() ? 0 : power + exponent;
  }
  friend bool operator==(const significant_digits&, const significant_digits&) = default;
};

/// The number a JSON text writes, if it is one that the floating-point type gives back digit for digit: 0.1 is, a
/// number of more digits than the type keeps is not.
template <std::floating_point Number>
bool exact_number(std::string_view text, Number& out) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
  if (result.ec != std::errc() || out - out != 0) return false;
  char shortest[64];
  const auto end = std::to_chars(shortest, shortest + sizeof shortest, out).ptr;
  return significant_digits(text) == significant_digits({shortest, static_cast<std::size_t>(end - shortest)});
}

inline void write_json_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char digits[] = "0123456789abcdef";
      out += "\\u00";
      out += digits[c >> 4];
      out += digits[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}
template <std::integral Number>
void write_json_number(Number value, std::string& out) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}
/// With a point or an exponent, so that it is read as floating point again.
template <std::floating_point Number>
fault write_json_number(Number value, std::string& out) {
  if (value - value != 0) return "JSON has no infinity and no NaN";
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  const std::string_view text(digits, static_cast<std::size_t>(end - digits));
  out += text;
  if (text.find_first_of(".e") == text.npos) out += ".0";
  return nullptr;
}

}  // namespace virga::types
