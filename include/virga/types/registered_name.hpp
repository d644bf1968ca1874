// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/oid.hpp"
#include "virga/types/string.hpp"

namespace virga::types {

/// The objects of a database by their names, as the system catalogs refer to them: kept as a number, written and read
/// as a name. The server writes a schema where the search path asks for one, and the number where there is no such
/// object any more; it reads either. Source: PostgreSQL manual, "Object Identifier Types".
struct registered_name : held_as_string {
  using extreme = oid;
  static constexpr auto family = type_family::other;
  /// An operator would take the text for a number.
  static constexpr bool parameters_are_cast = true, accepts_text = true;
};

/// A table, view, index, sequence: `users`, `app."Users"`.
struct regclass : registered_name {
  static constexpr std::string_view name = "regclass";
};
/// A type: `integer`, `timestamp with time zone[]`.
struct regtype : registered_name {
  static constexpr std::string_view name = "regtype";
};
/// A function by its name, which must be the only one of it, and with its arguments: `lower`, `abs(integer)`.
struct regproc : registered_name {
  static constexpr std::string_view name = "regproc";
};
struct regprocedure : registered_name {
  static constexpr std::string_view name = "regprocedure";
};
/// An operator by its name, which must be the only one of it, and with its operands: `+(integer,integer)`.
struct regoper : registered_name {
  static constexpr std::string_view name = "regoper";
};
struct regoperator : registered_name {
  static constexpr std::string_view name = "regoperator";
};
/// A role, a schema, a collation, a configuration and a dictionary of full-text search.
struct regrole : registered_name {
  static constexpr std::string_view name = "regrole";
};
struct regnamespace : registered_name {
  static constexpr std::string_view name = "regnamespace";
};
struct regcollation : registered_name {
  static constexpr std::string_view name = "regcollation";
};
struct regconfig : registered_name {
  static constexpr std::string_view name = "regconfig";
};
struct regdictionary : registered_name {
  static constexpr std::string_view name = "regdictionary";
};

}  // namespace virga::types
