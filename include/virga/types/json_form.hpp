// SPDX-License-Identifier: BSL-1.0
//
// C++ types as JSON: `pg::jsonb("limits").as<std::map<std::string, int>>()`. Structs and enumerations of the program
// are in json_record.hpp, a tree of anything in json_tree.hpp. None of them is part of virga.hpp.
//
//   bool, whole numbers, std::string     as they are; a number is refused where its type cannot hold it
//   float, double                        a number that the type gives back digit for digit; any other is refused
//   virga::decimal                       a number, exact
//   std::optional<T>                     null; as a member it may also be missing, and an empty one is not written
//   std::vector<T>, std::map<std::string, T>   an array, an object
//   virga::json_text                     any value at all, as text
//   uuid, dates, times and every other type that virga has a SQL type for: a string, of PostgreSQL's text
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "virga/types/decimal.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/json.hpp"
#include "virga/types/json_text.hpp"
#include "virga/types/stored_as.hpp"

namespace virga {

/// One JSON value as text, inside of a value that is typed.
struct json_text {
  std::string text = "null";
  friend bool operator==(const json_text&, const json_text&) = default;
};

namespace types {

/// How a C++ type stands in JSON: `static bool read(json_reader&, T& out)` and `static fault write(const T&,
/// std::string& out)`. A program may specialise it for a type of its own.
template <class T>
struct json_form {};
template <class T>
concept has_json_form = requires(json_reader& from, T& value, std::string& text) {
  { json_form<T>::read(from, value) } -> std::same_as<bool>;
  { json_form<T>::write(value, text) } -> std::same_as<fault>;
};

template <>
struct json_form<bool> {
  static bool read(json_reader& from, bool& out) {
    out = from.take_word("true");
    return out || from.take_word("false") || from.wanted("true or false");
  }
  static fault write(bool in, std::string& out) {
    out += in ? "true" : "false";
    return nullptr;
  }
};
template <decimal_integer Number>
struct json_form<Number> {
  static bool read(json_reader& from, Number& out) {
    const json_reader before(from);
    std::string_view text;
    if (!from.number(text)) return false;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    if (result.ec == std::errc() && result.ptr == text.data() + text.size()) return true;
    return from.fail("a whole number from " + std::to_string(std::numeric_limits<Number>::min()) + " to " +
                     std::to_string(std::numeric_limits<Number>::max()) + " is wanted here, and it is " +
                     before.coming());
  }
  static fault write(Number in, std::string& out) {
    write_json_number(in, out);
    return nullptr;
  }
};
template <std::floating_point Number>
struct json_form<Number> {
  static bool read(json_reader& from, Number& out) {
    const json_reader before(from);
    std::string_view text;
    if (!from.number(text)) return false;
    return exact_number(text, out) ||
           from.fail(before.coming() + " is more than the C++ type keeps; virga::decimal keeps it");
  }
  static fault write(Number in, std::string& out) { return write_json_number(in, out); }
};
template <>
struct json_form<decimal> {
  static bool read(json_reader& from, decimal& out) {
    const json_reader before(from);
    std::string_view text;
    if (!from.number(text)) return false;
    const fault wrong = decimal::parse(text, out);
    return wrong == nullptr || from.fail(before.coming() + ": " + wrong);
  }
  static fault write(const decimal& in, std::string& out) {
    if (!in.is_finite()) return "JSON has no infinity and no NaN";
    out += in.text();
    return nullptr;
  }
};
template <>
struct json_form<std::string> {
  static bool read(json_reader& from, std::string& out) { return from.string(out); }
  static fault write(const std::string& in, std::string& out) {
    write_json_string(in, out);
    return nullptr;
  }
};
template <>
struct json_form<json_text> {
  static bool read(json_reader& from, json_text& out) {
    std::string_view text;
    if (!from.skip(&text)) return false;
    out.text = text;
    return true;
  }
  static fault write(const json_text& in, std::string& out) {
    json_reader check(in.text);
    if (!check.skip() || !check.at_end()) return check.wrong();
    out += in.text;
    return nullptr;
  }
};

template <has_json_form T>
struct json_form<std::optional<T>> {
  static bool read(json_reader& from, std::optional<T>& out) {
    out.reset();
    return from.take_word("null") || json_form<T>::read(from, out.emplace());
  }
  static fault write(const std::optional<T>& in, std::string& out) {
    if (in) return json_form<T>::write(*in, out);
    out += "null";
    return nullptr;
  }
};
template <has_json_form T>
struct json_form<std::vector<T>> {
  static bool read(json_reader& from, std::vector<T>& out) {
    out.clear();
    return from.array([&] {
      T one{};
      if (!json_form<T>::read(from, one)) return false;
      out.push_back(std::move(one));
      return true;
    });
  }
  static fault write(const std::vector<T>& in, std::string& out) {
    out += '[';
    bool first = true;
    for (const T& one : in) {
      if (!first) out += ',';
      first = false;
      if (const fault wrong = json_form<T>::write(one, out)) return wrong;
    }
    out += ']';
    return nullptr;
  }
};
template <has_json_form T, class... More>
struct json_form<std::map<std::string, T, More...>> {
  static bool read(json_reader& from, std::map<std::string, T, More...>& out) {
    out.clear();
    return from.object([&](const std::string& key) {
      const auto [at, is_new] = out.try_emplace(key);
      return is_new ? json_form<T>::read(from, at->second) : from.fail("the object has this member twice");
    });
  }
  static fault write(const std::map<std::string, T, More...>& in, std::string& out) {
    out += '{';
    bool first = true;
    for (const auto& [key, one] : in) {
      if (!first) out += ',';
      first = false;
      write_json_string(key, out);
      out += ':';
      if (const fault wrong = json_form<T>::write(one, out)) return wrong;
    }
    out += '}';
    return nullptr;
  }
};

/// Types that JSON has nothing for, and PostgreSQL writes into JSON as their text.
template <class T>
concept json_string_of_sql =
    has_default_type<T> && !decimal_integer<T> && !std::floating_point<T> && !is_array<type_of<T>> &&
    (type_of<T>::family == type_family::uuid || type_of<T>::family == type_family::time ||
     type_of<T>::family == type_family::bytes || type_of<T>::family == type_family::other);
template <json_string_of_sql T>
struct json_form<T> {
  static bool read(json_reader& from, T& out) {
    std::string text;
    if (!from.string(text)) return false;
    const fault wrong = type_of<T>::decode(text, out);
    return wrong == nullptr ||
           from.fail("\"" + text.substr(0, 60) + "\" is not of type " + std::string(type_of<T>::name) + ": " + wrong);
  }
  static fault write(const T& in, std::string& out) {
    parameter_text text;
    if (const fault wrong = type_of<T>::encode(in, text)) return wrong;
    write_json_string(text.view(), out);
    return nullptr;
  }
};

template <class Base>
concept json_in_sql = std::same_as<Base, json> || std::same_as<Base, jsonb>;

/// A column of JSON whose C++ type is one of those above.
template <json_in_sql Base, has_json_form T>
struct own_codec<Base, T> {
  static fault decode(std::string_view text, T& out) {
    json_reader from(text);
    return json_form<T>::read(from, out) && from.at_end() ? nullptr : from.wrong();
  }
  static fault encode(const T& in, parameter_text& out) {
    std::string& text = out.large();
    text.clear();
    if (const fault wrong = json_form<T>::write(in, text)) return wrong;
    out.finish_large();
    return nullptr;
  }
};

}  // namespace types
}  // namespace virga
