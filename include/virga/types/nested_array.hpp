// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "virga/types/array.hpp"

namespace virga::types {

template <class Element, int Dimensions, bool Nulls>
struct nested_array_of;
template <class Element, int Dimensions, bool Nulls>
inline constexpr bool is_array<nested_array_of<Element, Dimensions, Nulls>> = true;

/// A std::vector of std::vector of … `Value`.
template <class Value, int Dimensions>
struct nested_vector {
  using type = std::vector<typename nested_vector<Value, Dimensions - 1>::type>;
};
template <class Value>
struct nested_vector<Value, 0> {
  using type = Value;
};

/// How long the lists of each dimension are: all of one dimension are equally long. `unknown` until one was met.
template <int Dimensions>
struct extents {
  static constexpr std::size_t unknown = static_cast<std::size_t>(-1);
  std::size_t of[std::size_t{Dimensions}];

  extents() {
    for (std::size_t& each : of) each = unknown;
  }
  bool agree(int depth, std::size_t size) {
    if (of[depth - 1] == unknown) of[depth - 1] = size;
    return of[depth - 1] == size;
  }
};

template <class Element, int Dimensions, bool Nulls>
class nested_array_reader : array_reader {
 public:
  explicit nested_array_reader(std::string_view text) : array_reader(text, array_delimiter<Element>) {}

  template <class List>
  fault read(List& out) {
    if (at_ != end_ && *at_ == '[') return first_index;
    if (end_ - at_ == 2 && at_[0] == '{' && at_[1] == '}') {
      out.clear();
      return nullptr;
    }
    if (const fault wrong = list<Dimensions>(out)) return wrong;
    return at_ == end_ ? nullptr : malformed;
  }

 private:
  bool take(char expected) {
    if (at_ == end_ || *at_ != expected) return false;
    ++at_;
    return true;
  }
  template <int Depth, class List>
  fault list(List& out) {
    if (!take('{')) return Depth == Dimensions ? malformed : "it has fewer dimensions than the description says";
    out.clear();
    do {
      typename List::value_type item{};
      fault wrong = nullptr;
      if constexpr (Depth > 1)
        wrong = list<Depth - 1>(item);
      else
        wrong = element(item);
      if (wrong != nullptr) return wrong;
      out.push_back(std::move(item));
    } while (take(delimiter_));
    return take('}') && extents_.agree(Depth, out.size()) ? nullptr : malformed;
  }
  template <class Item>
  fault element(Item& out) {
    if (at_ == end_) return malformed;
    if (*at_ == '{') return "it has more dimensions than the description says";
    std::string_view text;
    const bool is_quoted = *at_ == '"';
    if (const fault wrong = is_quoted ? quoted(text) : plain(text)) return wrong;
    const bool is_null = !is_quoted && text == null;
    if constexpr (Nulls)
      return is_null ? nullptr : Element::decode(text, out.emplace());
    else
      return is_null ? "it has a NULL element" : Element::decode(text, out);
  }

  extents<Dimensions> extents_;
};

/// An array of a fixed number of dimensions, with elements that may be NULL where `Nulls`. Each dimension begins at
/// index 1 and all its lists are equally long; other arrays are faults where they are met. An array without elements
/// has no dimensions in the server: it is the empty list, and a list of empty lists is refused. Source: PostgreSQL
/// manual, "Arrays".
template <class Element, int Dimensions, bool Nulls>
struct nested_array_of : array_in_binary<Element, Dimensions, Nulls> {
  static constexpr bool is_element = array_element<Element>;
  static_assert(is_element, "virga: nested_array_of<Element, …>: Element is not a SQL type, or is an array");
  using element = Element;
  using item = nullable_if<typename Element::value, Nulls>;
  using value = typename nested_vector<item, Dimensions>::type;
  static constexpr std::string_view name = array_name<Element>.view();
  static constexpr auto family = type_family::other;
  // found at run time only: the operators of arrays are declared for all of them
  static constexpr comparisons operators = comparisons_of<Element>.sorts ? comparisons{} : no_comparisons;

  static fault decode(std::string_view text, value& out) {
    return nested_array_reader<Element, Dimensions, Nulls>(text).read(out);
  }
  static fault encode(const value& in, parameter_text& out) {
    std::string& text = out.large();
    text.clear();
    if (in.empty()) {
      text = "{}";
    } else {
      extents<Dimensions> sizes;
      parameter_text of_element;
      if (const fault wrong = append<Dimensions>(in, sizes, of_element, text)) return wrong;
    }
    out.finish_large();
    return nullptr;
  }
  static fault exceeds(const value& in, type_modifier column) requires modified_type<Element> {
    return any_exceeds(in, column);
  }

 private:
  template <class Item>
  static fault any_exceeds(const Item& in, type_modifier column) {
    if constexpr (std::is_same_v<Item, typename Element::value>) {
      return Element::exceeds(in, column);
    } else if constexpr (is_optional<Item>) {
      return in ? Element::exceeds(*in, column) : nullptr;
    } else {
      for (const auto& each : in)
        if (const fault wrong = any_exceeds(each, column)) return wrong;
      return nullptr;
    }
  }
  template <int Depth, class List>
  static fault append(const List& in, extents<Dimensions>& sizes, parameter_text& of_element, std::string& out) {
    if (in.empty()) return "one of its inner lists is empty, which an array cannot keep";
    if (!sizes.agree(Depth, in.size())) return "its inner lists are not equally long";
    bool first = true;
    out += '{';
    for (const auto& each : in) {
      if (!first) out += array_delimiter<Element>;
      first = false;
      fault wrong = nullptr;
      if constexpr (Depth > 1)
        wrong = append<Depth - 1>(each, sizes, of_element, out);
      else
        wrong = append_element<Element>(each, of_element, out);
      if (wrong != nullptr) return wrong;
      if (out.size() > 0x3fffff00) return "it is larger than the 1 GB that can be sent";
    }
    out += '}';
    return nullptr;
  }
};

/// The array type of a list whose elements have `Type`.
template <class Type>
struct one_dimension_more {
  static constexpr bool exists = false;
};
template <class Element>
struct one_dimension_more<array_of<Element>> {
  static constexpr bool exists = true;
  using type = nested_array_of<Element, 2, false>;
};
template <class Element, int Dimensions, bool Nulls>
struct one_dimension_more<nested_array_of<Element, Dimensions, Nulls>> {
  static constexpr bool exists = Dimensions < 6;
  using type = nested_array_of<Element, Dimensions + 1, Nulls>;
};

}  // namespace virga::types

template <class Value>
requires(
    virga::types::array_element<virga::type_of<Value>>) struct virga::default_type<std::vector<std::optional<Value>>> {
  using type = types::nested_array_of<type_of<Value>, 1, true>;
};
template <class List>
requires(virga::types::one_dimension_more<virga::type_of<std::vector<List>>>::exists) struct virga::default_type<
    std::vector<std::vector<List>>> {
  using type = typename types::one_dimension_more<type_of<std::vector<List>>>::type;
};
