// SPDX-License-Identifier: BSL-1.0
//
// CREATE TYPE for the enums that a table's columns have. Source: PostgreSQL manual, "CREATE TYPE".
#pragma once
#include <string>
#include <vector>

#include "virga/ddl/literal.hpp"

namespace virga::ddl {

/// `create type "mood" as enum ('sad', 'ok')`.
template <class Definition>
std::string create_enum(std::string_view name, const Definition& definition) {
  std::string text = "create type " + std::string(name) + " as enum (";
  const char* separator = "";
  for (const auto& each : definition.labels) {
    text += separator + quoted_literal(each.label);
    separator = ", ";
  }
  return text + ")";
}

/// What must be there before a column of this type is. Columns of any tables may share a type, which is made once.
template <class Type>
void add_type(std::vector<std::string>& statements) {
  if constexpr (requires { Type::definition.labels; }) {
    std::string text = create_enum(Type::name, Type::definition);
    for (const std::string& earlier : statements)
      if (earlier == text) return;
    statements.push_back(std::move(text));
  } else if constexpr (requires { typename Type::element; }) {
    add_type<typename Type::element>(statements);
  } else if constexpr (requires { typename Type::base; }) {
    add_type<typename Type::base>(statements);
  }
}

}  // namespace virga::ddl
