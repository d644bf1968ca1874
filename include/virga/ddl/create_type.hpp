// SPDX-License-Identifier: BSL-1.0
//
// What must be in a database before tables are: schemas, extensions, and the types that columns have, enums, domains
// and composite types, in the order in which they need each other. Source: PostgreSQL manual, "CREATE TYPE", "CREATE
// DOMAIN", "CREATE EXTENSION".
#pragma once
#include <string>
#include <vector>

#include "virga/ddl/literal.hpp"
#include "virga/schema/reflection.hpp"

namespace virga::ddl {

/// Statements of which each is said once.
class statement_list {
 public:
  void add(std::string text) {
    for (const std::string& earlier : all_)
      if (earlier == text) return;
    all_.push_back(std::move(text));
  }
  [[nodiscard]] std::vector<std::string>& all() { return all_; }

 private:
  std::vector<std::string> all_;
};

/// What some tables need.
struct preparations {
  statement_list schemas, extensions, types;

  /// `create schema if not exists "app"`.
  void add_schema(std::string_view name) {
    if (!name.empty()) schemas.add("create schema if not exists " + quoted_identifier(name));
  }
};

/// `varchar(255)`, `numeric(10, 2)[]`, `geometry(Point,4326)`, or the type's plain name.
inline std::string type_name(const schema::column_facts& column) {
  if (column.modifiers == nullptr || column.modifier.empty()) return modified_name(column.type, column.modifier);
  std::string name(column.type);
  return name.insert(std::min(name.find('['), name.size()),
                     column.modifiers(column.modifier.length, column.modifier.scale));
}

/// `create type "mood" as enum ('sad', 'ok')`.
inline std::string create_enum(const enum_facts& type) {
  std::string text = "create type " + std::string(type.name) + " as enum (";
  for (std::size_t i = 0; i < type.count; ++i) text += (i == 0 ? "" : ", ") + quoted_literal(type.labels[i]);
  return text + ")";
}

/// `create domain "email_address" as varchar(255) collate "C" default '' not null check (value like '%@%')`.
inline std::string create_domain(std::string_view name, std::string_view check, const schema::column_facts& base) {
  std::string text = "create domain " + std::string(name) + " as " + type_name(base);
  if (!base.collation.empty()) text += " collate " + quoted_identifier(base.collation);
  if (base.has_default) text.append(" default ").append(base.default_text);
  if (base.is_not_null) text += " not null";
  if (!check.empty()) text.append(" check (").append(check).append(")");
  return text;
}

template <class Type>
void add_type(preparations& needed);

/// `create type "address" as ("street" text, "city" varchar(80))`.
template <class Type>
std::string create_composite(preparations& needed) {
  std::string attributes;
  Type::each_attribute([&]<std::size_t Index>(const auto& attribute) {
    const auto facts = attribute.facts();
    add_type<typename std::remove_cvref_t<decltype(attribute)>::type>(needed);
    attributes +=
        (Index == 0 ? "" : ", ") + quoted_identifier(facts.name) + " " + type_name(facts);
    if (!facts.collation.empty()) attributes += " collate " + quoted_identifier(facts.collation);
  });
  return "create type " + std::string(Type::name) + " as (" + attributes + ")";
}

/// What must be there before a column of this type is.
template <class Type>
void add_type(preparations& needed) {
  if constexpr (requires { typename Type::domain_kind; }) {
    add_type<typename Type::base>(needed);
    needed.add_schema(Type::definition.schema);
    needed.types.add(create_domain(Type::name, Type::definition.check, Type::definition.base.facts()));
  } else if constexpr (requires { typename Type::composite_kind; }) {
    needed.add_schema(Type::definition.schema);
    needed.types.add(create_composite<Type>(needed));
  } else if constexpr (requires { typename Type::base; }) {
    add_type<typename Type::base>(needed);
  } else if constexpr (requires { typename Type::element; }) {
    add_type<typename Type::element>(needed);
  } else if constexpr (requires { Type::extension; }) {
    needed.extensions.add("create extension if not exists " + quoted_identifier(Type::extension));
  } else if constexpr (requires { Type::facts.labels; }) {
    needed.add_schema(Type::facts.schema);
    needed.types.add(create_enum(Type::facts));
  }
}

}  // namespace virga::ddl
