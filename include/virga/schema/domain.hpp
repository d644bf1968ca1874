// SPDX-License-Identifier: BSL-1.0
//
// Domains: a type with rules of its own. Not part of virga.hpp: include it by name.
// Source: PostgreSQL manual, "Domain Types", "CREATE DOMAIN".
#pragma once
#include "virga/schema/column_of.hpp"
#include "virga/types/type_name.hpp"

namespace virga {

namespace pg {

struct domain_options {
  std::string_view schema{};
  /// What every value has to hold to, as SQL: `value like '%@%'`.
  std::string_view check{};
};

}  // namespace pg

/// A domain, as `pg::domain` makes it.
template <class Base>
struct domain_definition {
  std::string_view name, schema, check;
  Base base;
};

namespace types {

/// A domain's values are those of its base type, and so is their C++ type. It is compared with values and with its base
/// type, but not with another domain: an email address is no telephone number, though both are text. One over an enum
/// is compared as the enum: `cast<mood>(t.feeling) == mood::sad`.
template <const auto& Definition>
struct domain : std::remove_cvref_t<decltype(Definition.base)>::type {
  using base = typename std::remove_cvref_t<decltype(Definition.base)>::type;
  using domain_kind = domain;
  static constexpr auto& definition = Definition;
  static constexpr std::string_view name = quoted_type_name<Definition>.view();
  static constexpr std::string_view cast_name = name;
  // a domain over an enum has no operators of its own, and the enum's take no domain
  static constexpr comparisons operators = [] {
    if constexpr (requires { base::facts.labels; })
      return comparisons{.equal = false, .not_equal = false, .order = false};
    else
      return comparisons_of<base>;
  }();
};

}  // namespace types

namespace pg {

/// Describes a domain: a base type with a length, `not_null()`, a default and a check. The name of its column does not
/// matter.
///
///   inline constexpr auto email_address =
///       pg::domain("email_address", pg::varchar("value", 255).not_null(), {.check = "value like '%@%'"});
///
/// SQL: `create domain "email_address" as varchar(255) not null check (value like '%@%')`.
template <class Base>
[[nodiscard]] consteval auto domain(std::string_view name, Base base, domain_options options = {}) {
  return domain_definition<Base>{name, options.schema, options.check, base};
}
/// A column of a domain: `pg::domain<email_address>("email")`. It is not null and has a default where the domain says
/// so. C++: as the domain's base type.
template <const auto& Definition, std::size_t Size>
[[nodiscard]] consteval auto domain(const char (&name)[Size]) {
  return column_of<types::domain<Definition>>(name, Definition.base.length, Definition.base.scale);
}

}  // namespace pg
}  // namespace virga
