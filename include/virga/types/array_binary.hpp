// SPDX-License-Identifier: BSL-1.0
//
// Arrays in binary format: the number of dimensions, flags and the element's type; of each dimension its size and first
// index; of each element its size, or -1 for NULL, and its bytes. Source: postgres/src/backend/utils/adt/arrayfuncs.c,
// array_send.
#pragma once
#include <cstdint>
#include <utility>

#include "virga/types/big_endian.hpp"
#include "virga/types/codec.hpp"

namespace virga::types {

/// Reads an array of `Dimensions`, never past its end. The faults are those of its text.
template <class Element, int Dimensions, bool Nulls>
class binary_array_reader {
 public:
  explicit binary_array_reader(std::string_view bytes) : rest_(bytes) {}

  template <class List>
  fault read(List& out) {
    out.clear();
    std::int32_t dimensions = 0, ignored = 0;
    if (!number(dimensions) || !number(ignored) || !number(ignored) || dimensions < 0 || dimensions > 6)
      return malformed;
    for (int i = 0; i < dimensions; ++i) {
      std::int32_t size = 0, first = 0;
      if (!number(size) || !number(first) || size < 1) return malformed;
      if (first != 1) return "its first index is not 1, which a vector cannot keep";
      if (i < Dimensions) sizes_[i] = static_cast<std::size_t>(size);
    }
    if (dimensions == 0) return rest_.empty() ? nullptr : malformed;
    if (dimensions > Dimensions)
      return Dimensions == 1 ? "it has more than one dimension" : "it has more dimensions than the description says";
    if (dimensions < Dimensions) return "it has fewer dimensions than the description says";
    if (const fault wrong = list<0>(out)) return wrong;
    return rest_.empty() ? nullptr : malformed;
  }

 private:
  static constexpr fault malformed = "it is not an array";

  bool number(std::int32_t& out) {
    std::uint32_t read = 0;
    if (!read_big_endian(rest_.substr(0, 4), read)) return false;
    rest_.remove_prefix(4);
    out = static_cast<std::int32_t>(read);
    return true;
  }
  template <int Depth, class List>
  fault list(List& out) {
    if (sizes_[Depth] > rest_.size() / 4) return malformed;  // no element is shorter
    out.reserve(sizes_[Depth]);
    for (std::size_t i = 0; i < sizes_[Depth]; ++i) {
      typename List::value_type item{};
      fault wrong = nullptr;
      if constexpr (Depth + 1 < Dimensions)
        wrong = list<Depth + 1>(item);
      else
        wrong = element(item);
      if (wrong != nullptr) return wrong;
      out.push_back(std::move(item));
    }
    return nullptr;
  }
  template <class Item>
  fault element(Item& out) {
    std::int32_t size = 0;
    if (!number(size)) return malformed;
    if (size == -1) {
      if constexpr (Nulls)
        return nullptr;
      else
        return "it has a NULL element";
    }
    if (size < 0 || static_cast<std::size_t>(size) > rest_.size()) return malformed;
    const std::string_view bytes = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    if constexpr (Nulls)
      return Element::decode_binary(bytes, out.emplace());
    else
      return Element::decode_binary(bytes, out);
  }

  std::string_view rest_;
  std::size_t sizes_[std::size_t{Dimensions}] = {};
};

/// What arrays of a type have in common: they come in binary format where their elements do so otherwise than as text.
/// How many elements they will have is not known; a few.
template <class Element, int Dimensions, bool Nulls>
struct array_in_binary {};
template <decodes_binary Element, int Dimensions, bool Nulls>
struct array_in_binary<Element, Dimensions, Nulls> {
  static constexpr int binary_gain = 3 * Element::binary_gain;
  template <class List>
  static fault decode_binary(std::string_view bytes, List& out) {
    return binary_array_reader<Element, Dimensions, Nulls>(bytes).read(out);
  }
};

}  // namespace virga::types
