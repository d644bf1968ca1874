// SPDX-License-Identifier: BSL-1.0
//
// A column's C++ type of the program's choice: `pg::bigint("id").as<OrderId>()`.
#pragma once
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

#include "virga/core/type_traits.hpp"
#include "virga/types/array.hpp"
#include "virga/types/codec.hpp"
#include "virga/types/modifier.hpp"

namespace virga {

/// How the program's type `T` is kept in a column whose C++ type is `Stored`. Two kinds of types need nothing said:
///
///   struct OrderId { std::int64_t value; };       one member `value`, which is what is stored
///   enum class level : std::int16_t { low, high }; its number, in a column that counts
///
/// (An enumeration with `virga::enum_labels` is its label, in a column of text.) For others:
///
///   template <>
///   struct virga::stored_as<Celsius> {
///     static double to(const Celsius& in) { return in.degrees(); }
///     static Celsius from(double stored) { return Celsius::of(stored); }
///   };
///
/// `from` may give std::optional<T>, empty for what is no T: that is a `decode_error` then. Neither may lose anything.
template <class T>
struct stored_as {};

namespace types {

template <class T, class Stored>
concept has_stored_as = requires(const T& in, const Stored& stored) {
  { stored_as<T>::to(in) } -> std::convertible_to<Stored>;
  { stored_as<T>::from(stored) } -> std::convertible_to<std::optional<T>>;
};
template <class T, class Stored>
concept wraps_value = std::is_class_v<T> && requires(T& in, const Stored& stored) {
  { in.value } -> std::same_as<Stored&>;
  T{stored};
};
template <class T, class Stored>
concept stored_as_number = std::is_enum_v<T> && std::integral<Stored> && !std::same_as<Stored, bool>;
/// Specialised in enumeration.hpp.
template <class T>
inline constexpr bool has_labels = false;
template <class T>
struct label_storage;
template <class T, class Stored>
concept stored_as_label = has_labels<T> && std::same_as<Stored, std::string>;

/// A text of its own for `T` in columns of `Base`: `decode` and `encode` as in a type's tag. What json_form.hpp and its
/// like specialise.
template <class Base, class T>
struct own_codec {};
template <class Base, class T>
concept has_own_codec = requires(std::string_view text, const T& in, T& out, parameter_text& to) {
  { own_codec<Base, T>::decode(text, out) } -> std::same_as<fault>;
  { own_codec<Base, T>::encode(in, to) } -> std::same_as<fault>;
};

/// What `as<T>()` takes.
template <class T, class Stored>
concept storable = std::default_initializable<T> && std::copyable<T> &&
    (has_stored_as<T, Stored> || wraps_value<T, Stored> || stored_as_number<T, Stored> || stored_as_label<T, Stored>);

/// Whatever comes in binary format does so under another name, too, unless it has a text of its own.
template <class Base, class T>
struct comes_as {};
template <comes_in_binary Base, class T>
requires(!decodes_binary<Base> || !has_own_codec<Base, T>) struct comes_as<Base, T> {
  static constexpr int binary_gain = Base::binary_gain;
};

/// A `Base` in the database, a `T` in the program. It is a type of its own in SQL too: an OrderId is compared with an
/// OrderId, not with any number.
template <class Base, class T>
struct as_type : comes_as<Base, T> {
  using base = Base;
  using value = T;
  using stored = typename Base::value;
  static constexpr std::string_view name = Base::name;
  static constexpr auto family = type_family::other;
  static constexpr comparisons operators = comparisons_of<Base>;

  static fault decode(std::string_view text, value& out) {
    if constexpr (has_own_codec<Base, T>)
      return own_codec<Base, T>::decode(text, out);
    else
      return read(text, out, [](std::string_view from, stored& to) { return Base::decode(from, to); });
  }
  static fault decode_binary(std::string_view bytes,
                             value& out) requires(decodes_binary<Base> && !has_own_codec<Base, T>) {
    return read(bytes, out, [](std::string_view from, stored& to) { return Base::decode_binary(from, to); });
  }

 private:
  template <class Decode>
  static fault read(std::string_view from, value& out, Decode decode) {
    constexpr fault refused = "the value is not one of the program's own type";
    if constexpr (has_stored_as<T, stored>) {
      stored held{};
      if (const fault wrong = decode(from, held)) return wrong;
      using given = std::remove_cvref_t<decltype(stored_as<T>::from(std::as_const(held)))>;
      if constexpr (is_optional<given>) {
        auto made = stored_as<T>::from(std::as_const(held));
        if (!made) return refused;
        out = std::move(*made);
      } else {
        out = stored_as<T>::from(std::as_const(held));
      }
      return nullptr;
    } else if constexpr (wraps_value<T, stored>) {
      return decode(from, out.value);
    } else if constexpr (stored_as_number<T, stored>) {
      using number = std::underlying_type_t<T>;
      stored held{};
      if (const fault wrong = decode(from, held)) return wrong;
      if (!in_range<number>(held)) return "the number is out of the enumeration's range";
      if constexpr (has_labels<T>)
        if (!label_storage<T>::knows(static_cast<T>(static_cast<number>(held)))) return refused;
      out = static_cast<T>(static_cast<number>(held));
      return nullptr;
    } else {
      return label_storage<T>::decode(from, out);
    }
  }

 public:
  static fault encode(const value& in, parameter_text& out) {
    if constexpr (has_own_codec<Base, T>) {
      return own_codec<Base, T>::encode(in, out);
    } else if constexpr (has_stored_as<T, stored>) {
      if constexpr (std::is_same_v<decltype(stored_as<T>::to(in)), const stored&>) {
        return Base::encode(stored_as<T>::to(in), out);
      } else {
        // The text may refer to the value it is made of, which ends here.
        const stored made = stored_as<T>::to(in);
        parameter_text text;
        if (const fault wrong = Base::encode(made, text)) return wrong;
        out.large().assign(text.view());
        out.finish_large();
        return nullptr;
      }
    } else if constexpr (wraps_value<T, stored>) {
      return Base::encode(in.value, out);
    } else if constexpr (stored_as_number<T, stored>) {
      const auto number = static_cast<std::underlying_type_t<T>>(in);
      if (!in_range<stored>(number)) return "the number is out of range";
      return Base::encode(static_cast<stored>(number), out);
    } else {
      return label_storage<T>::encode(in, out);
    }
  }
  static fault exceeds(const value& in, type_modifier column) requires modified_type<Base> {
    if constexpr (has_stored_as<T, stored>) {
      return Base::exceeds(stored_as<T>::to(in), column);
    } else if constexpr (wraps_value<T, stored>) {
      return Base::exceeds(in.value, column);
    } else if constexpr (std::same_as<stored, std::string>) {
      return Base::exceeds(label_storage<T>::label_of(in), column);
    } else {
      return nullptr;
    }
  }

 private:
  /// std::in_range, which no character type or bool, and so not every enumeration, can be asked.
  template <class To, class From>
  static bool in_range(From number) {
    const auto cast = static_cast<To>(number);
    return static_cast<From>(cast) == number && (cast < To{}) == (number < From{});
  }
};

template <class Base, class T>
inline constexpr bool is_array<as_type<Base, T>> = is_array<Base>;
template <class Base, class T>
inline constexpr char array_delimiter<as_type<Base, T>> = array_delimiter<Base>;

}  // namespace types

template <class Base, class T>
requires types::has_own_codec<Base, T>
struct seen_as<types::as_type<Base, T>> {
  using type = Base;
};
template <class Base, class T>
inline constexpr std::string_view name_in_cast<types::as_type<Base, T>> = name_in_cast<Base>;

}  // namespace virga
