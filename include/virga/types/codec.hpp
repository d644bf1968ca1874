// SPDX-License-Identifier: BSL-1.0
//
// What a SQL type is to virga. One type, one file in this folder, one tag struct:
//
//   struct integer {
//     using value = std::int32_t;                                  the C++ type of a value
//     static constexpr std::string_view name = "integer";          as PostgreSQL writes it, in DDL and casts
//     static constexpr auto family = type_family::number;          what it may be compared with
//     static fault decode(std::string_view text, value& out);      server text -> value
//     static fault encode(const value& in, parameter_text& out);   value -> server text
//   };
//
// Text is PostgreSQL's text format; `decode(encode(v)) == v` for every value `encode` accepts. A type whose values may
// come in binary format, too, says what that saves, and how it is read:
//
//     static constexpr int binary_gain = 10;                       nanoseconds a cell beside text; negative: a loss
//     static fault decode_binary(std::string_view bytes, value& out);   left out where the format is the text
#pragma once
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace virga {

/// What went wrong with a value, as the end of a sentence ("it is out of range"); null when nothing did.
using fault = const char*;

/// Types of one family may be compared with each other in SQL without a cast.
enum class type_family : unsigned char { boolean, number, string, uuid, time, bytes, json, other };

/// Which comparisons SQL has for values of a type. A tag that says nothing has all of them; another one has a member
/// `static constexpr comparisons operators{…};`.
struct comparisons {
  bool equal = true;      // =, in, is distinct from
  bool not_equal = true;  // <>, not in
  bool order = true;      // <, <=, >, >=, between
  bool sorts = true;      // order by, group by, distinct, union: what needs a default order of the type
  bool extremes = true;   // min, max, where it has an order
};
inline constexpr comparisons no_comparisons{false, false, false, false, false};

/// Whether values of a type may come in binary format.
template <class Type>
concept comes_in_binary = requires {
  Type::binary_gain;
};
/// Whether that format is another one than the text.
template <class Type>
concept decodes_binary = requires(std::string_view bytes, typename Type::value& out) {
  Type::decode_binary(bytes, out);
};

/// One cell as the server sent it. `data` lives as long as the result it came from.
struct cell {
  const char* data = nullptr;
  std::size_t size = 0;
  bool null = true;
  bool binary = false;  // in binary format, not as text
  [[nodiscard]] std::string_view text() const { return {data, size}; }
};

/// The text of one bound value, NUL-terminated, as libpq takes it. Short texts live inside the object; strings
/// that the query already owns are referred to, not copied.
class parameter_text {
 public:
  parameter_text() = default;
  parameter_text(const parameter_text&) = delete;
  parameter_text& operator=(const parameter_text&) = delete;
  ~parameter_text() { delete large_; }

  /// Null until something was written.
  [[nodiscard]] const char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {data_, size_}; }

  /// Points at text that is NUL-terminated and outlives this object.
  void refer(const char* text, std::size_t size) {
    data_ = text;
    size_ = size;
  }
  /// Writes a number in the shortest text that reads back as the same value.
  template <class Number>
  void number(Number value) {
    const auto result = std::to_chars(small_, small_ + sizeof small_ - 1, value);
    finish(static_cast<std::size_t>(result.ptr - small_));
  }
  /// Room for `capacity` (at most 63) bytes; call `finish(size)` after writing them.
  static constexpr std::size_t capacity = 63;
  [[nodiscard]] char* small() { return small_; }
  void finish(std::size_t size) {
    small_[size] = '\0';
    refer(small_, size);
  }
  /// A string to build longer texts in; call `finish_large()` after writing it.
  [[nodiscard]] std::string& large() {
    if (large_ == nullptr) large_ = new std::string;
    return *large_;
  }
  void finish_large() { refer(large_->c_str(), large_->size()); }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  char small_[capacity + 1];
  std::string* large_ = nullptr;  // few values need one, and all of them pay for what is here
};

/// A type tag as described at the top of this file.
template <class Type>
concept sql_type = requires(std::string_view text, typename Type::value& value, parameter_text& out) {
  { Type::name } -> std::convertible_to<std::string_view>;
  { Type::family } -> std::convertible_to<type_family>;
  { Type::decode(text, value) } -> std::same_as<fault>;
  { Type::encode(value, out) } -> std::same_as<fault>;
};

template <class Type>
inline constexpr comparisons comparisons_of{};
template <class Type>
requires requires { Type::operators; }
inline constexpr comparisons comparisons_of<Type> = Type::operators;

/// How the type is named in a cast: its name, unless the tag has a `cast_name` because a cast to `name` would change
/// the value.
template <class Type>
inline constexpr std::string_view name_in_cast = Type::name;
template <class Type>
requires requires { Type::cast_name; }
inline constexpr std::string_view name_in_cast<Type> = Type::cast_name;

/// What operators and functions see of a type: itself; of a program's type that has a text of its own in columns of
/// another (a struct as JSON, see stored_as.hpp) that other one.
template <class Type>
struct seen_as {
  using type = Type;
};
template <class Type>
using seen_type = typename seen_as<Type>::type;

/// How a column's length and scale stand in DDL where that is not `(length, scale)`: what a tag's `modifiers` says;
/// null for most. Of an array that of its elements, of a program's own type that of its base.
using modifiers_function = std::string (*)(int length, int scale);
template <class Type>
inline constexpr modifiers_function modifiers_of = nullptr;
template <class Type>
requires requires { Type::modifiers(0, 0); }
inline constexpr modifiers_function modifiers_of<Type> = &Type::modifiers;
template <class Type>
requires(
    requires { typename Type::element; } &&
    !requires {
      typename Type::base;
    }) inline constexpr modifiers_function modifiers_of<Type> = modifiers_of<typename Type::element>;
template <class Type>
requires requires { typename Type::base; }
inline constexpr modifiers_function modifiers_of<Type> = modifiers_of<typename Type::base>;

/// An enum type that must be in the database before a column of it can be.
struct enum_facts {
  std::string_view name, schema;  // as it stands in SQL; the schema by itself, where it is in one
  const std::string_view* labels;
  std::size_t count;
};
}  // namespace virga
