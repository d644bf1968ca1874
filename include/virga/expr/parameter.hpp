// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "virga/expr/expression.hpp"
#include "virga/types/default_type.hpp"

namespace virga {

template <class T>
concept character_type = std::same_as<T, char> || std::same_as<T, char8_t> || std::same_as<T, char16_t> ||
    std::same_as<T, char32_t> || std::same_as<T, wchar_t>;
template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !character_type<T>;

/// A type whose values may be given as text, checked when they are bound: `users.id == "0190…"`.
template <class Type>
concept readable_from_text = requires {
  requires Type::accepts_text;
};

/// Whether a C++ value can be given where SQL type `Type` stands, without losing anything silently: whole numbers
/// for whole numbers (range-checked when bound), any number for floating point, text for text, and whatever
/// converts implicitly to the type's own C++ type.
template <class Type, class Given>
concept value_for =
    !std::same_as<Given, std::nullptr_t> &&
    ((whole_number<typename Type::value> && whole_number<Given>) ||
     (std::floating_point<typename Type::value> && (whole_number<Given> || std::floating_point<Given>)) ||
     (std::same_as<typename Type::value, bool> && std::same_as<Given, bool>) ||
     (readable_from_text<Type> && std::convertible_to<Given, std::string_view>) ||
     (std::same_as<typename Type::value, std::string> && std::convertible_to<Given, std::string_view>) ||
     (!std::is_arithmetic_v<typename Type::value> && std::convertible_to<Given, typename Type::value>));

/// The same for a value beside an expression, which decides nothing about what is stored: a floating-point number may
/// stand beside a numeric one, as the shortest decimal that reads back as it.
template <class Type, class Given>
concept operand_for = value_for<Type, Given> || requires(const Given& given) {
  { Type::shortest(given) } -> std::same_as<typename Type::value>;
};

/// The column that a value next to `Expression` is for, to name it in errors; null where there is none.
template <class Expression>
constexpr const render::column_info* place_near() {
  if constexpr (requires { Expression::info.source; })
    return &Expression::info;
  else
    return nullptr;
}

/// Why a number does not go into another type as what it is; null where it does. A floating-point number goes into a
/// smaller one that is exactly as large, or is written the same: 0.1 is a `real`, 1.0 / 3 is none until it is made a
/// float. (While compiling only the first counts: write 0.1F.)
template <class Value, class Given>
[[nodiscard]] constexpr fault number_fault(Given given) {
  if constexpr (whole_number<Value>) {
    if constexpr (whole_number<Given>)
      return std::in_range<Value>(given) ? nullptr : "the number is out of range";
    else
      return nullptr;
  } else if constexpr (std::floating_point<Given> && sizeof(Given) > sizeof(Value)) {
    if (given - given != 0) return nullptr;
    const auto most = static_cast<Given>(std::numeric_limits<Value>::max());
    if (given > most || given < -most) return "the number is out of range";
    if (static_cast<Given>(static_cast<Value>(given)) == given) return nullptr;
    char digits[2][64]{};
    (void)std::to_chars(digits[0], digits[0] + 64, given);
    (void)std::to_chars(digits[1], digits[1] + 64, static_cast<Value>(given));
    return std::string_view(digits[0]) == digits[1] ? nullptr
                                                    : "the number has more digits than the type holds, or is too close "
                                                      "to zero; round it to one of its values";
  } else if constexpr (whole_number<Given> && std::numeric_limits<Given>::digits > std::numeric_limits<Value>::digits) {
    constexpr Given exact = Given{1} << std::numeric_limits<Value>::digits;
    return given > exact || (std::signed_integral<Given> && given < Given{0} - exact)
               ? "the whole number has more digits than the type holds exactly"
               : nullptr;
  } else {
    return nullptr;
  }
}

/// Makes the C++ value that a parameter of SQL type `Type` holds. Throws `value_error` where it does not fit.
template <class Type, class Given>
[[nodiscard]] constexpr typename Type::value converted(Given&& given, const render::column_info* place) {
  using value = typename Type::value;
  using plain = std::remove_cvref_t<Given>;
  if constexpr (std::same_as<value, plain>) {
    return static_cast<Given&&>(given);
  } else if constexpr (std::is_arithmetic_v<value>) {
    if (const fault wrong = number_fault<value>(plain(given)))
      binder::refuse_number(place, Type::name, wrong, plain(given));
    return static_cast<value>(given);
  } else if constexpr (requires { Type::shortest(plain(given)); }) {
    return Type::shortest(given);
  } else if constexpr (std::same_as<value, std::string>) {
    if constexpr (std::convertible_to<Given, value>)
      return static_cast<Given&&>(given);
    else
      return value(static_cast<std::string_view>(given));
  } else if constexpr (readable_from_text<Type> && std::convertible_to<Given, std::string_view>) {
    value read{};
    if (const fault wrong = Type::decode(static_cast<std::string_view>(given), read))
      binder::refuse(place, Type::name, wrong, static_cast<std::string_view>(given));
    return read;
  } else {
    return static_cast<Given&&>(given);
  }
}

/// Whether the server would take a parameter beside an operator for something else: it is cast there.
template <class Type>
constexpr bool parameters_are_cast() {
  if constexpr (requires { typename Type::element; })
    return parameters_are_cast<typename Type::element>();
  else if constexpr (requires { typename Type::base; })
    return parameters_are_cast<typename Type::base>();
  else
    return requires { requires Type::parameters_are_cast; };
}
/// `::regclass` behind a parameter, where it is needed.
template <class Type>
constexpr void render_parameter_cast(sink& s) {
  if constexpr (parameters_are_cast<Type>()) {
    s.text("::");
    s.text(name_in_cast<Type>);
  }
}

/// A bound value of a SQL type, and the column it is for.
template <class Type>
struct parameter : expression_node<parameter<Type>> {
  using type = Type;
  typename Type::value value;
  const render::column_info* place;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.parameter(Type::name);
    render_parameter_cast<Type>(s);
  }
  void bind(binder& b) const { b.value<Type>(value, place); }
};

/// What an optional holds; other types as they are.
template <class Given>
struct value_within {
  using type = Given;
};
template <class Value>
struct value_within<std::optional<Value>> {
  using type = Value;
};

/// A bound value that may turn out null.
template <class Type>
struct optional_parameter : expression_node<optional_parameter<Type>> {
  using type = Type;
  std::optional<typename Type::value> value;
  const render::column_info* place;

  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render(sink& s) {
    s.parameter(Type::name);
    render_parameter_cast<Type>(s);
  }
  void bind(binder& b) const {
    if (value)
      b.value<Type>(*value, place);
    else
      b.null(place);
  }
};

/// The literal null.
struct null_parameter : expression_node<null_parameter> {
  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render(sink& s) { s.text("null"); }
  void bind(binder&) const {}
};

}  // namespace virga
