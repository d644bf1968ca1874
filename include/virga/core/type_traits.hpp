// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace virga {

/// The `null` of SQL, for assignments: `users.age = null`. It is not a value that can be compared with.
struct null_value {
  explicit constexpr null_value() = default;
};
inline constexpr null_value null{};

/// Its address stands for `T` where types are compared as values.
template <class T>
inline constexpr char identity_of{};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// `std::optional<T>` where `Nullable`, else `T`.
template <class T, bool Nullable>
using nullable_if = std::conditional_t<Nullable, std::optional<T>, T>;

/// A few values held side by side, cheaper to compile than a tuple: empty ones take no room.
template <std::size_t Index, class T>
struct slot {
  [[no_unique_address]] T value;
};
template <class Indices, class... Ts>
struct slots;
template <std::size_t... Index, class... Ts>
struct slots<std::index_sequence<Index...>, Ts...> : slot<Index, Ts>... {
  /// Calls `f` with each value, in order.
  template <class Function>
  constexpr void each(Function&& f) const {
    (f(static_cast<const slot<Index, Ts>&>(*this).value), ...);
  }
};
template <class... Ts>
using pack = slots<std::index_sequence_for<Ts...>, Ts...>;

template <class...>
struct type_list {};

/// One list after the other.
template <class... All>
constexpr type_list<All...> joined(type_list<All...>) {
  return {};
}
template <class... First, class... Second, class... Rest>
constexpr auto joined(type_list<First...>, type_list<Second...>, Rest... rest) {
  return joined(type_list<First..., Second...>{}, rest...);
}

}  // namespace virga
