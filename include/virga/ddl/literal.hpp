// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>

#include "virga/query/erased_sql.hpp"

namespace virga::ddl {

/// The SQL of an expression over one row of a table, with its values as literals: the definitions of a schema take no
/// parameters. (`check_table` has looked at it.)
template <class Table, class Expression>
[[nodiscard]] std::string with_literals(const Expression& expression) {
  return query::with_literals_over<Table>(expression);
}

}  // namespace virga::ddl
