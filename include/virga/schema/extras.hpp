// SPDX-License-Identifier: BSL-1.0
//
// What a table declares beside its columns, in its `extras`:
//
//   static constexpr auto extras(auto t) {
//     return pg::extras(pg::primary_key(t.post_id, t.tag), pg::index("tags_tag_idx").on(t.tag),
//                       pg::check("tags_tag_ok", t.tag != ""));
//   }
#pragma once
#include "virga/expr/logic.hpp"
#include "virga/expr/order.hpp"
#include "virga/schema/table.hpp"

namespace virga {

namespace schema {

enum class key_kind : unsigned char { primary, unique };

/// A key of one or more columns. SQL: `primary key (a, b)`, `unique (a, b)`.
template <key_kind Kind, class... Columns>
struct key {
  static constexpr auto kind = Kind;
  using columns = type_list<Columns...>;
  std::string_view name;  // empty: PostgreSQL's own name
};

/// A condition that every row meets. SQL: `constraint "name" check (…)`.
template <class Predicate>
struct check {
  std::string_view name;
  Predicate predicate;
};

/// An index. SQL: `create [unique] index "name" on "table" (…)`.
template <bool Unique, class Predicate, class... Keys>
struct index {
  static constexpr bool is_unique = Unique;
  std::string_view name;
  pack<Keys...> keys;
  Predicate where;  // null_value: the index covers every row
};

/// What stands in for an extra that was refused, so that its message is the only one.
struct no_extra {};

template <bool Unique>
struct index_name {
  std::string_view name;
  template <class... Keys>
  [[nodiscard]] constexpr auto on(Keys... keys) const {
    constexpr bool fits = sizeof...(Keys) > 0 && ((expression<Keys> || order_by_key<Keys>) && ...);
    static_assert(fits, "virga: an index has one or more columns, expressions, asc(…) or desc(…)");
    if constexpr (fits) return index<Unique, null_value, Keys...>{name, {{keys}...}, null};
    else return no_extra{};
  }
};

template <class... Columns>
constexpr bool check_key_columns() {
  constexpr bool fits = sizeof...(Columns) > 0 && (table_column<Columns> && ...);
  static_assert(fits, "virga: primary_key() and unique() take one or more columns of the table");
  return fits;
}

}  // namespace schema

namespace pg {

template <class... Extras>
[[nodiscard]] constexpr auto extras(Extras... extras) {
  return pack<Extras...>{{extras}...};
}
template <class... Columns>
[[nodiscard]] constexpr auto primary_key(Columns...) {
  if constexpr (virga::schema::check_key_columns<Columns...>())
    return virga::schema::key<virga::schema::key_kind::primary, Columns...>{{}};
  else
    return virga::schema::no_extra{};
}
template <class... Columns>
[[nodiscard]] constexpr auto unique(Columns...) {
  if constexpr (virga::schema::check_key_columns<Columns...>())
    return virga::schema::key<virga::schema::key_kind::unique, Columns...>{{}};
  else
    return virga::schema::no_extra{};
}
template <class Condition>
[[nodiscard]] constexpr auto check(std::string_view name, Condition condition) {
  constexpr bool is_condition = predicate<Condition>;
  static_assert(is_condition, "virga: check(name, condition) takes a boolean expression");
  if constexpr (predicate<Condition>) return virga::schema::check<Condition>{name, condition};
  else return virga::schema::no_extra{};
}
[[nodiscard]] constexpr virga::schema::index_name<false> index(std::string_view name) { return {name}; }
[[nodiscard]] constexpr virga::schema::index_name<true> unique_index(std::string_view name) { return {name}; }

}  // namespace pg

namespace schema {

/// A table's extras; an empty pack where it declares none.
template <class Table>
constexpr auto extras_of() {
  using columns = typename Table::template rows<columns_of<typename Table::source>>;
  if constexpr (requires(columns all) { columns::extras(all); }) return columns::extras(columns{});
  else return pack<>{};
}

template <class Extra>
concept key_extra = requires { typename Extra::columns; };

/// Whether two lists name the same columns, in any order.
template <class... Columns, class... Key>
consteval bool same_columns(type_list<Key...>) {
  const auto among = []([[maybe_unused]] std::string_view name) { return ((Columns::info.name == name) || ...); };
  return sizeof...(Key) == sizeof...(Columns) && (among(Key::info.name) && ...);
}
template <class... Columns, class Predicate, class... Keys>
consteval bool unique_index_on(const index<true, Predicate, Keys...>*) {
  // an index of expressions, or of some rows only, takes another kind of target
  if constexpr (!(requires { Keys::info; } && ...) || !std::same_as<Predicate, null_value>) return false;
  else return same_columns<Columns...>(type_list<Keys...>{});
}
/// Whether one of a table's extras makes exactly these columns a key.
template <class Extra, class... Columns>
consteval bool matches_extra() {
  if constexpr (key_extra<Extra>) return same_columns<Columns...>(typename Extra::columns{});
  else if constexpr (requires { requires Extra::is_unique; }) return unique_index_on<Columns...>(static_cast<const Extra*>(nullptr));
  else return false;
}

/// Whether exactly these columns, in any order, are one of the table's keys: `column…` is a primary key or unique.
template <class Table, class... Columns>
consteval bool is_key() {
  if constexpr (sizeof...(Columns) == 1) {
    if ((Columns::info.has(render::trait::primary_key | render::trait::unique) && ...)) return true;
  }
  using extras = decltype(extras_of<Table>());
  return []<std::size_t... Index, class... Extra>(const slots<std::index_sequence<Index...>, Extra...>*) {
    return (matches_extra<Extra, Columns...>() || ...);
  }(static_cast<const extras*>(nullptr));
}

/// Whether some columns of a source are all of those that a key names.
template <class Source, class... Columns, class... Key>
consteval bool hold_columns(type_list<Key...>) {
  const auto among = [](std::string_view name) {
    return ((std::same_as<typename Columns::source, Source> && Columns::info.name == name) || ...);
  };
  return (among(Key::info.name) && ...);
}
template <class Source, class Extra, class... Columns>
consteval bool hold_primary_key_of() {
  if constexpr (!key_extra<Extra>) return false;
  else return Extra::kind == key_kind::primary && hold_columns<Source, Columns...>(typename Extra::columns{});
}
/// Whether some columns hold all of a primary key that `extras` declares, and so decide every other column of a row.
template <class Source, class... Columns>
consteval bool hold_primary_key() {
  using extras = decltype(extras_of<Source>());
  return []<std::size_t... Index, class... Extra>(const slots<std::index_sequence<Index...>, Extra...>*) {
    return (hold_primary_key_of<Source, Extra, Columns...>() || ...);
  }(static_cast<const extras*>(nullptr));
}

}  // namespace schema
}  // namespace virga
