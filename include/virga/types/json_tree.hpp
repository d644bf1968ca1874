// SPDX-License-Identifier: BSL-1.0
//
// JSON as a tree of anything: `pg::jsonb("payload").as<boost::json::value>()`, and as a member of what json_form.hpp
// and json_record.hpp read. Not part of virga.hpp. The program links Boost.JSON, or includes <boost/json/src.hpp> in
// one of its files.
//
// Boost.JSON keeps numbers as 64-bit integers or double. Its own reader rounds; this one refuses a number that a double
// does not give back digit for digit, and an object with the same member twice: keep such a column as text, or as a
// struct with a virga::decimal. Of 1.50 the zero goes, as it does in JavaScript.
#pragma once
#include <boost/json/value.hpp>

#include "virga/types/json_form.hpp"

namespace virga::types {

template <>
struct json_form<boost::json::value> {
  static bool read(json_reader& from, boost::json::value& out);
  static fault write(const boost::json::value& in, std::string& out);
};
template <>
struct json_form<boost::json::object> {
  static bool read(json_reader& from, boost::json::object& out) {
    out.clear();
    return from.object([&](const std::string& key) {
      const auto [at, is_new] = out.emplace(key, nullptr);
      return is_new ? json_form<boost::json::value>::read(from, at->value())
                    : from.fail("the object has this member twice");
    });
  }
  static fault write(const boost::json::object& in, std::string& out) {
    out += '{';
    bool first = true;
    for (const auto& member : in) {
      if (!first) out += ',';
      first = false;
      write_json_string({member.key().data(), member.key().size()}, out);
      out += ':';
      if (const fault wrong = json_form<boost::json::value>::write(member.value(), out)) return wrong;
    }
    out += '}';
    return nullptr;
  }
};
template <>
struct json_form<boost::json::array> {
  static bool read(json_reader& from, boost::json::array& out) {
    out.clear();
    return from.array([&] { return json_form<boost::json::value>::read(from, out.emplace_back(nullptr)); });
  }
  static fault write(const boost::json::array& in, std::string& out) {
    out += '[';
    bool first = true;
    for (const auto& one : in) {
      if (!first) out += ',';
      first = false;
      if (const fault wrong = json_form<boost::json::value>::write(one, out)) return wrong;
    }
    out += ']';
    return nullptr;
  }
};

inline bool read_json_number(json_reader& from, boost::json::value& out) {
  const json_reader before(from);
  std::string_view text;
  if (!from.number(text)) return false;
  const char* end = text.data() + text.size();
  const auto whole = [&]<class Number>(Number number) {
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end) return false;
    out = number;
    return true;
  };
  double number = 0;
  if (text != "-0" && (whole(std::int64_t{}) || whole(std::uint64_t{}))) return true;
  if (!exact_number(text, number))
    return from.fail(before.coming() + " is more than a double keeps; read the column as text, or as a virga::decimal");
  out = number;
  return true;
}

inline bool json_form<boost::json::value>::read(json_reader& from, boost::json::value& out) {
  switch (from.next()) {
    case '{':
      return json_form<boost::json::object>::read(from, out.emplace_object());
    case '[':
      return json_form<boost::json::array>::read(from, out.emplace_array());
    case '"': {
      std::string text;
      if (!from.string(text)) return false;
      out = boost::json::string_view(text.data(), text.size());
      return true;
    }
    case 't':
    case 'f':
      return json_form<bool>::read(from, out.emplace_bool());
    case 'n':
      out = nullptr;
      return from.take_word("null") || from.malformed();
    default:
      return read_json_number(from, out);
  }
}
inline fault json_form<boost::json::value>::write(const boost::json::value& in, std::string& out) {
  switch (in.kind()) {
    case boost::json::kind::object:
      return json_form<boost::json::object>::write(in.get_object(), out);
    case boost::json::kind::array:
      return json_form<boost::json::array>::write(in.get_array(), out);
    case boost::json::kind::string:
      write_json_string({in.get_string().data(), in.get_string().size()}, out);
      return nullptr;
    case boost::json::kind::bool_:
      return json_form<bool>::write(in.get_bool(), out);
    case boost::json::kind::int64:
      return json_form<std::int64_t>::write(in.get_int64(), out);
    case boost::json::kind::uint64:
      return json_form<std::uint64_t>::write(in.get_uint64(), out);
    case boost::json::kind::double_:
      return write_json_number(in.get_double(), out);
    case boost::json::kind::null:
      break;
  }
  out += "null";
  return nullptr;
}

}  // namespace virga::types
