// SPDX-License-Identifier: BSL-1.0
//
// What must be right about a table before it can be created; said in words where it is not.
#pragma once
#include "virga/query/erased_sql.hpp"
#include "virga/schema/extras.hpp"

namespace virga::ddl {

/// Whether an expression reads one row of a table alone, and has all its values.
template <class Table, class Expression>
struct literal_facts {
  static constexpr render::rule broken = render::measured_of<query::piece_over<Expression, Table>>.found.broken;
  static constexpr bool of_this_table = broken == render::rule::none || broken == render::rule::already_said;
  static constexpr bool complete = render::measured_of<query::piece_over<Expression, Table>>.totals.placeholders == 0;
};

/// `integer references users.id (uuid)`.
template <class Type, class Other, class Reference>
constexpr sentence reference_in_words() {
  return sentence(Type::name, " references ", Reference::template target<definition_mode>::table.name, ".",
                  Reference::column_name(), " (", Other::name, ")");
}
/// Whether a foreign key names a column that exists, of the same SQL type and the same type in C++.
template <class Type, class Reference>
struct reference_facts {
  static constexpr bool exists = true, same_in_sql = true, same = true;
};
template <class Type, class Reference>
requires Reference::exists struct reference_facts<Type, Reference> {
  using target = typename Reference::template target<definition_mode>;
  static constexpr std::size_t index = schema::index_of<target>(Reference::column_name());
  static constexpr bool exists = index < schema::column_count<target>;
  using type = Type;
  using reference = Reference;
  static constexpr std::size_t place = exists ? index : 0;
  using other = typename std::remove_cvref_t<decltype(schema::definition_at<target, place>)>::type;
  static constexpr bool same_in_sql = !exists || Type::name == other::name;
  static constexpr bool same = !exists || !same_in_sql || std::same_as<Type, other>;
};
template <class Definitions, std::size_t Index>
using reference_at =
    reference_facts<typename std::remove_cvref_t<decltype(schema::definition_at<Definitions, Index>)>::type,
                    decltype(std::remove_cvref_t<decltype(schema::definition_at<Definitions, Index>)>::references_to)>;
/// What an extra of a table must fulfil: made of the table's own columns, and without placeholders.
template <class Table, class Extra>
struct extra_facts {
  static constexpr bool own_key = true, own_columns = true, complete = true;
};
template <class Table, schema::key_kind Kind, class... Columns>
struct extra_facts<Table, schema::key<Kind, Columns...>> {
  static constexpr bool own_key = (std::same_as<typename Columns::source, typename Table::source> && ...);
  static constexpr bool own_columns = true, complete = true;
};
template <class Table, class Key>
struct key_facts : literal_facts<Table, Key> {};
template <class Table, table_column Key>
struct key_facts<Table, Key> {
  static constexpr bool of_this_table = std::same_as<typename Key::source, typename Table::source>;
  static constexpr bool complete = true;
};
template <class Table, order_by_key Key>
struct key_facts<Table, Key> : key_facts<Table, typename Key::order_kind> {};
template <class Table>
struct key_facts<Table, null_value> {  // an index of every row
  static constexpr bool of_this_table = true, complete = true;
};
template <class Table, bool Unique, class Predicate, class... Keys>
struct extra_facts<Table, schema::index<Unique, Predicate, Keys...>> {
  static constexpr bool own_key = true;
  static constexpr bool own_columns =
      key_facts<Table, Predicate>::of_this_table && (key_facts<Table, Keys>::of_this_table && ...);
  static constexpr bool complete = key_facts<Table, Predicate>::complete && (key_facts<Table, Keys>::complete && ...);
};
template <class Table, class Predicate>
struct extra_facts<Table, schema::check<Predicate>> {
  static constexpr bool own_key = true;
  static constexpr bool own_columns = literal_facts<Table, Predicate>::of_this_table;
  static constexpr bool complete = literal_facts<Table, Predicate>::complete;
};
template <class Table, class Extras>
struct facts_of_extras;
template <class Table, class... Extras>
struct facts_of_extras<Table, pack<Extras...>> {
  static constexpr bool own_key = (extra_facts<Table, Extras>::own_key && ...);
  static constexpr bool own_columns = (extra_facts<Table, Extras>::own_columns && ...);
  static constexpr bool complete = (extra_facts<Table, Extras>::complete && ...);
};

template <class Definitions>
consteval bool names_differ() {
  bool all = true;
  schema::each_column<Definitions>([&]<std::size_t Index>() {
    all = all && schema::index_of<Definitions>(schema::facts_at<Definitions, Index>.name) == Index;
  });
  return all;
}
template <class Definitions>
consteval std::size_t count_primary_keys() {
  std::size_t keys = 0;
  schema::each_column<Definitions>(
      [&]<std::size_t Index>() { keys += schema::facts_at<Definitions, Index>.is_primary_key; });
  return keys;
}
/// The first column whose reference is wrong; the number of columns where there is none.
template <class Definitions>
consteval std::size_t find_wrong_reference() {
  std::size_t found = schema::column_count<Definitions>;
  schema::each_column<Definitions>([&]<std::size_t Index>() {
    using facts = reference_at<Definitions, Index>;
    if (found > Index && !(facts::exists && facts::same_in_sql && facts::same)) found = Index;
  });
  return found;
}

/// Says in words what is wrong with the references of a table.
template <class Definitions>
constexpr bool check_references() {
  constexpr std::size_t index = find_wrong_reference<Definitions>();
  constexpr bool right = index == schema::column_count<Definitions>;
  if constexpr (!right) {
    using wrong = reference_at<Definitions, index>;
    static_assert(wrong::exists,
                  "virga: references<table, \"column\">() names a column that the other table does not have");
    if constexpr (!wrong::same_in_sql)
      static_assert(
          excused<about<
              fixed<&reference_in_words<typename wrong::type, typename wrong::other, typename wrong::reference>>()>>,
          "virga: references<table, \"column\">() names a column of another SQL type; declare both columns with "
          "the same one");
    static_assert(wrong::same,
                  "virga: references<table, \"column\">() names a column of the same SQL type, but of another type in "
                  "C++, with which "
                  "it could not be compared; say the same .as<T>() of both");
  }
  return right;
}
/// Says in words what else is wrong with a table.
template <class Table>
constexpr bool check_table() {
  using definitions = schema::definitions_of<Table>;
  constexpr bool differ = names_differ<definitions>();
  static_assert(differ, "virga: two columns of this table have the same name");
  constexpr bool one_key = count_primary_keys<definitions>() < 2;
  static_assert(one_key,
                "virga: a table has one primary key; for one of several columns write "
                "pg::extras(pg::primary_key(t.a, t.b))");
  using extras = facts_of_extras<Table, decltype(schema::extras_of<Table>())>;
  static_assert(extras::own_key, "virga: a key of a table is made of its own columns");
  static_assert(extras::own_columns,
                "virga: checks and indexes of a table are made of its own columns, without aggregates");
  static_assert(
      extras::complete,
      "virga: checks and indexes of a table have their values; a placeholder stands in a query that is prepared");
  return differ && one_key && extras::own_key && extras::own_columns && extras::complete;
}

}  // namespace virga::ddl
