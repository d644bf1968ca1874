// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "virga/core/fixed_string.hpp"
#include "virga/core/type_traits.hpp"
#include "virga/types/array_binary.hpp"
#include "virga/types/array_text.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/modifier.hpp"

namespace virga::types {

template <class Element>
struct array_of;
template <class Type>
inline constexpr bool is_array = false;
template <class Element>
inline constexpr bool is_array<array_of<Element>> = true;

/// PostgreSQL's array types nest no arrays: `integer[]` is the type of every number of dimensions.
template <class Type>
concept array_element = sql_type<Type> && !is_array<Type>;

/// What stands between the elements: a comma for every type but `box`.
template <class Element>
inline constexpr char array_delimiter = ',';
template <class Element>
requires requires { Element::array_delimiter; }
inline constexpr char array_delimiter<Element> = Element::array_delimiter;

/// `integer[]`, made while compiling.
template <class Element>
inline constexpr auto array_name = [] {
  constexpr std::string_view name = name_in_cast<Element>;
  fixed_string<name.size() + 3> out;
  for (std::size_t i = 0; i < name.size(); ++i) out.data[i] = name[i];
  out.data[name.size()] = '[';
  out.data[name.size() + 1] = ']';
  return out;
}();

/// What `encode_array` takes for an element: what `Element::encode` takes, what converts to it without narrowing,
/// and any string view for a type held as a string.
template <class Element, class Given>
inline constexpr bool given_as_text = requires {
  Element::check(std::string_view());
}
&&std::is_convertible_v<const Given&, std::string_view>;
template <class Value, class Given>
inline constexpr bool given_as_value = std::is_convertible_v<const Given&, Value>&& requires(const Given& in) {
  Value{in};  // braces refuse what narrows
};

/// Whether `append_element` takes an element.
template <class Element, class Given>
inline constexpr bool takes_element = given_as_text<Element, Given> || std::is_same_v<Given, typename Element::value> ||
                                      given_as_value<typename Element::value, Given>;
template <class Element, class Value>
inline constexpr bool takes_element<Element, std::optional<Value>> = takes_element<Element, Value>;

/// How elements are written into an array.
struct array_writer {
  static void null(std::string& out) { out += "NULL"; }
  /// The text of a C++ number or bool, in which nothing is special.
  static void plain(std::string_view text, std::string& out) { out += text; }
  static void text(std::string_view text, std::string& out) { append_array_element(text, out); }
};

/// How a value is written that stands alone.
struct plain_writer {
  static void null(std::string&) {}
  static void plain(std::string_view text, std::string& out) { out = text; }
  static void text(std::string_view text, std::string& out) { out = text; }
};

/// Appends one element, of which its column's modifier may refuse some; `text` is room that is used again for each. On
/// a fault it has the text that was refused, where there is one.
template <class Element, class Writer = array_writer, class Given>
fault append_element(const Given& in, parameter_text& text, std::string& out, type_modifier column = {}) {
  if constexpr (is_optional<Given> || std::is_same_v<Given, const typename Element::value*>) {
    if (in) return append_element<Element, Writer>(*in, text, out, column);
    Writer::null(out);
    return nullptr;
  } else if constexpr (given_as_text<Element, Given>) {
    const std::string_view view = in;
    text.refer(view.data(), view.size());
    if (const fault wrong = Element::check(view)) return wrong;
    if constexpr (modified_type<Element>)
      if (const fault wrong = Element::exceeds(view, column)) return wrong;
    Writer::text(view, out);
    return nullptr;
  } else if constexpr (std::is_same_v<Given, typename Element::value>) {
    text.refer("", 0);
    if (const fault wrong = Element::encode(in, text)) return wrong;
    if constexpr (modified_type<Element>)
      if (const fault wrong = Element::exceeds(in, column)) return wrong;
    if constexpr (std::is_arithmetic_v<Given>)
      Writer::plain(text.view(), out);
    else
      Writer::text(text.view(), out);
    return nullptr;
  } else {
    constexpr bool fits = given_as_value<typename Element::value, Given>;
    static_assert(fits, "virga: the values of this list do not convert to the array's element type without loss");
    if constexpr (fits) {
      const typename Element::value converted{in};
      return append_element<Element, Writer>(converted, text, out, column);
    } else {
      return nullptr;
    }
  }
}

/// Which element of an array was refused, from 1, and its text.
struct refused_element {
  std::size_t number = 0;
  std::string text;
};

/// Appends the text of a one-dimensional array to `out`. An element may be `std::optional`, or a
/// pointer to a value, empty for NULL.
/// On a fault `out` holds the beginning.
template <array_element Element, class Range>
fault encode_array(const Range& range, std::string& out, type_modifier column = {},
                   refused_element* refused = nullptr) {
  constexpr std::size_t most_elements = 134217727;  // postgres/src/include/utils/array.h, MaxArraySize
  constexpr std::size_t largest = 0x3fffff00;       // no message is larger than 1 GB
  if constexpr (requires { range.size(); }) {
    if (range.size() > most_elements) return "it has more elements than a PostgreSQL array can";
    out.reserve(out.size() + 2 + range.size() * (std::is_arithmetic_v<typename Element::value> ? 8 : 24));
  }
  parameter_text text;
  std::size_t count = 0;
  out += '{';
  for (const auto& element : range) {
    if (count++ != 0) out += array_delimiter<Element>;
    if (const fault wrong = append_element<Element>(element, text, out, column)) {
      if (refused != nullptr) *refused = {count, std::string(text.view().substr(0, most_told))};
      return wrong;
    }
    if (out.size() > largest) return "it is larger than the 1 GB that can be sent";
  }
  out += '}';
  return count > most_elements ? "it has more elements than a PostgreSQL array can" : nullptr;
}

/// A one-dimensional array with no NULL in it. The server's columns promise neither, so an array of more dimensions,
/// with a NULL, or whose first index is not 1 is a fault where it is met.
/// Source: PostgreSQL manual, "Arrays".
template <class Element>
struct array_of {
  static constexpr bool fits = array_element<Element>;
  static_assert(fits, "virga: array_of<Element>: Element is not a SQL type, or is itself an array");
};
template <array_element Element>
struct array_of<Element> : array_in_binary<Element, 1, false> {
  using element = Element;
  using value = std::vector<typename Element::value>;
  static constexpr std::string_view name = array_name<Element>.view();
  static constexpr auto family = type_family::other;
  // found at run time only: the operators of arrays are declared for all of them
  static constexpr comparisons operators = comparisons_of<Element>.sorts ? comparisons{} : no_comparisons;

  static fault decode(std::string_view text, value& out) {
    out.clear();
    array_reader from(text, array_delimiter<Element>);
    if (const fault wrong = from.open()) return wrong;
    while (!from.done()) {
      std::string_view part;
      if (const fault wrong = from.next(part)) return wrong;
      typename Element::value item{};
      if (const fault wrong = Element::decode(part, item)) return wrong;
      out.push_back(std::move(item));
    }
    return nullptr;
  }
  static fault encode(const value& in, parameter_text& out) {
    out.large().clear();
    const fault wrong = encode_array<Element>(in, out.large());
    out.finish_large();
    return wrong;
  }
  static fault exceeds(const value& in, type_modifier column) requires modified_type<Element> {
    for (const auto& each : in)
      if (const fault wrong = Element::exceeds(each, column)) return wrong;
    return nullptr;
  }
};

/// A type as text: how arrays travel inside of an array, which cannot hold them.
template <class Type>
struct as_text {
  using value = typename Type::value;
  static constexpr std::string_view name = "text";
  static constexpr auto family = type_family::other;
  static fault decode(std::string_view text, value& out) { return Type::decode(text, out); }
  static fault encode(const value& in, parameter_text& out) { return Type::encode(in, out); }
  static fault exceeds(const value& in, type_modifier column) requires modified_type<Type> {
    return Type::exceeds(in, column);
  }
};
template <class Type>
using travelling = std::conditional_t<array_element<Type>, Type, as_text<Type>>;

}  // namespace virga::types

/// A vector of bytes is `bytea`, which has a specialisation of its own.
template <class Element>
requires(virga::types::array_element<virga::type_of<Element>>) struct virga::default_type<std::vector<Element>> {
  using type = types::array_of<type_of<Element>>;
};
