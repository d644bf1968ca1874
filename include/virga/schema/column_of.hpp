// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <type_traits>

#include "virga/schema/definition.hpp"
#include "virga/types/string.hpp"

namespace virga::pg {

/// A length that PostgreSQL does not take; the table that has such a column says so (schema/modes.hpp).
inline constexpr int impossible_length = -1;

/// The fraction of a second as a type's modifier has it.
consteval int precision_of(int digits) { return digits < 0 || digits > 6 ? impossible_length : digits + 1; }

/// The type of a column, if its header was included; said once a type.
template <class Type>
consteval auto included_type() {
  constexpr bool included = requires { sizeof(Type); };
  static_assert(included,
                "virga: the type of this column is in a header of its own; include virga/types/all.hpp, or the "
                "one that the builder names, before the table");
  return std::type_identity<std::conditional_t<included, Type, types::text>>();
}
template <class Type>
using included = typename decltype(included_type<Type>())::type;

template <class Type, std::size_t Size>
consteval auto column_of(const char (&name)[Size], int length = 0, int scale = 0) {
  static_assert(Size > 1, "virga: a column needs a name");
  static_assert(Size <= 64, "virga: PostgreSQL cuts names after 63 bytes; give the column a shorter one");
  return schema::column_definition<included<Type>, Size>{{.length = length, .scale = scale}, name, {}, {}};
}
/// A column that counts as `serial` does.
template <class Type, std::size_t Size>
consteval auto serial_column_of(const char (&name)[Size]) {
  auto definition = column_of<Type>(name);
  definition.generated = schema::generation::serial;
  definition.has_default = definition.is_not_null = true;
  return definition;
}

}  // namespace virga::pg
