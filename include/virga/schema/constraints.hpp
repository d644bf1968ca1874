// SPDX-License-Identifier: BSL-1.0
//
// The constraints of a table and what PostgreSQL calls them: `users_pkey`, `users_email_key`, `posts_author_id_fkey`.
// Source: PostgreSQL's makeObjectName, ChooseIndexName and ChooseForeignKeyConstraintNameAddition.
#pragma once
#include "virga/schema/extras.hpp"

namespace virga::schema {

/// A name of at most 63 bytes.
struct object_name {
  char data[64]{};
  std::size_t size = 0;

  constexpr void add(std::string_view more) {
    for (const char c : more) data[size++] = c;
  }
  [[nodiscard]] constexpr std::string_view view() const { return {data, size}; }
};

/// The first `size` bytes of a name, or fewer, so that no letter is cut in two.
constexpr std::string_view clipped(std::string_view name, std::size_t size) {
  while (size > 0 && size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) --size;
  return name.substr(0, size);
}

/// `table_columns_label`; where that is too long, the longer of the first two is cut.
constexpr object_name default_name(std::string_view table, std::string_view columns, std::string_view label) {
  const std::size_t room = 63 - label.size() - 1 - (columns.empty() ? 0 : 1);
  std::size_t first = table.size(), second = columns.size();
  while (first + second > room) (first > second ? first : second)--;
  object_name made;
  made.add(clipped(table, first));
  if (!columns.empty()) made.add("_"), made.add(clipped(columns, second));
  made.add("_"), made.add(label);
  return made;
}
constexpr object_name given_name(std::string_view name) {
  object_name made;
  made.add(clipped(name, 63));
  return made;
}

enum class constraint_kind : unsigned char { key, foreign_key, check };

struct constraint_facts {
  object_name name{};
  constraint_kind kind{};
  bool is_of_columns = false;  // made of exactly the columns that were asked for
  bool is_index = false;       // a unique index by itself, which to PostgreSQL is no constraint
};

template <class... Columns>
constexpr object_name name_of_key(std::string_view table, key_kind kind, type_list<Columns...>) {
  if (kind == key_kind::primary) return default_name(table, {}, "pkey");
  char joined[64 * (sizeof...(Columns) + 1)]{};
  std::size_t size = 0;
  const auto add = [&](std::string_view column) {
    if (size >= 64) return;
    if (size > 0) joined[size++] = '_';
    for (const char c : column) joined[size++] = c;
  };
  (add(Columns::info.name), ...);
  return default_name(table, {joined, size}, "key");
}

/// What a table declares that can be broken.
template <std::size_t Most>
struct constraint_list {
  constraint_facts all[Most + 1]{};
  std::size_t size = 0;

  constexpr void add(const object_name& name, constraint_kind kind, bool is_of_columns, bool is_index = false) {
    all[size++] = {name, kind, is_of_columns, is_index};
  }
  [[nodiscard]] constexpr bool has(std::string_view name) const {
    for (std::size_t i = 0; i < size; ++i)
      if (all[i].name.view() == name) return true;
    return false;
  }
  /// Whether one of them has this name and is of this kind and made of the columns that were asked for.
  [[nodiscard]] constexpr bool is_of_columns(constraint_kind kind, std::string_view name) const {
    for (std::size_t i = 0; i < size; ++i)
      if (all[i].is_of_columns && all[i].kind == kind && all[i].name.view() == name) return true;
    return false;
  }
  /// Whether `on conflict on constraint` may name one so: it is a key, or not declared here, as one of another name in
  /// the database, or one that virga has no words for (exclude).
  [[nodiscard]] constexpr bool may_conflict(std::string_view name) const {
    for (std::size_t i = 0; i < size; ++i)
      if (all[i].name.view() == name) return all[i].kind == constraint_kind::key && !all[i].is_index;
    return true;
  }
  /// Whether PostgreSQL has to tell two of them apart by a number.
  [[nodiscard]] constexpr bool has_twins() const {
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t k = i + 1; k < size; ++k)
        if (all[i].name.view() == all[k].name.view()) return true;
    return false;
  }

  template <class... Asked, class Extra>
  constexpr void add_extra(std::string_view table, const Extra& extra) {
    if constexpr (key_extra<Extra>) {
      add(extra.name.empty() ? name_of_key(table, Extra::kind, typename Extra::columns{}) : given_name(extra.name),
          constraint_kind::key, matches_extra<Extra, Asked...>());
    } else if constexpr (requires { extra.predicate; }) {
      add(given_name(extra.name), constraint_kind::check, false);
    } else if constexpr (requires { requires Extra::is_unique; }) {
      add(given_name(extra.name), constraint_kind::key, matches_extra<Extra, Asked...>(), true);
    }
  }
};

/// Whether a table's extras can be looked into while the program compiles: clang before libstdc++ 13 makes no strings
/// then, and a check may hold one.
template <class Table>
concept constant_extras = requires {
  typename std::bool_constant<(extras_of<Table>(), true)>;
};

template <std::size_t... Index, class... Extra>
consteval std::size_t size_of(const slots<std::index_sequence<Index...>, Extra...>*) {
  return sizeof...(Extra);
}

/// The constraints of a table, those made of exactly the columns `Asked` marked.
template <class Table, class... Asked>
constexpr auto constraints_of() {
  using definitions = definitions_of<Table>;
  using extras = decltype(extras_of<Table>());
  constexpr std::string_view table = Table::info.table;
  constraint_list<2 * column_count<definitions> + size_of(static_cast<const extras*>(nullptr))> found;
  each_column<definitions>([&]<std::size_t Index>() {
    constexpr auto& definition = definition_at<definitions, Index>;
    constexpr std::string_view column = definition.name.view();
    constexpr bool is_asked = sizeof...(Asked) == 1 && ((Asked::info.name == column) && ...);
    if (definition.is_primary_key)
      found.add(default_name(table, {}, "pkey"), constraint_kind::key, is_asked);
    else if (definition.is_unique)
      found.add(default_name(table, column, "key"), constraint_kind::key, is_asked);
    if (decltype(definition.references_to)::exists)
      found.add(default_name(table, column, "fkey"), constraint_kind::foreign_key, is_asked);
  });
  extras_of<Table>().each([&](const auto& extra) { found.template add_extra<Asked...>(table, extra); });
  return found;
}

/// Whether a column references a table.
template <class Column>
consteval bool is_reference() {
  using definitions = definitions_of<typename Column::source>;
  constexpr std::size_t index = index_of<definitions>(Column::info.name);
  return decltype(definition_at<definitions, index>.references_to)::exists;
}

}  // namespace virga::schema
