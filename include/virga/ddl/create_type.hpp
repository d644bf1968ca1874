// SPDX-License-Identifier: BSL-1.0
//
// CREATE TYPE for the enums that a table's columns have. Source: PostgreSQL manual, "CREATE TYPE".
#pragma once
#include <string>
#include <vector>

#include "virga/ddl/literal.hpp"

namespace virga::ddl {

/// `create type "mood" as enum ('sad', 'ok')`.
inline std::string create_enum(const enum_facts& type) {
  std::string text = "create type " + std::string(type.name) + " as enum (";
  for (std::size_t i = 0; i < type.count; ++i) text += (i == 0 ? "" : ", ") + quoted_literal(type.labels[i]);
  return text + ")";
}

/// What must be there before a column of this type is. Columns of any tables may share a type, which is made once.
inline void add_type(const enum_facts* type, std::vector<std::string>& statements) {
  if (type == nullptr) return;
  std::string text = create_enum(*type);
  for (const std::string& earlier : statements)
    if (earlier == text) return;
  statements.push_back(std::move(text));
}

}  // namespace virga::ddl
