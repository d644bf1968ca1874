// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/order.hpp"
#include "virga/query/chain.hpp"
#include "virga/schema/table.hpp"

namespace virga::query {

/// Something rows come from: a table, an alias, a common table expression.
template <class T>
concept table_like = !expression<T> && requires { std::remove_cvref_t<T>::source::info; };

/// The columns of a table, as types.
template <class Table>
constexpr auto columns_list() {
  if constexpr (requires { typename Table::columns; }) {
    return typename Table::columns{};
  } else {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
      return type_list<schema::column_at<typename Table::source, Index>...>{};
    }(std::make_index_sequence<schema::column_count<schema::definitions_of<Table>>>{});
  }
}

/// Calls `f.template operator()<Column>()` for each column of a table, in order.
template <class Table, class Function>
constexpr void each_column_of(Function&& f) {
  [&]<class... Column>(type_list<Column...>) {
    (f.template operator()<Column>(), ...);
  }(columns_list<Table>());
}

/// Every column of a table, as one item of a select list.
template <class Table>
struct all_of {
  using table_type = Table;
  static constexpr bool dynamic = false;
  constexpr all_of() = default;
  constexpr all_of(const Table&) {}
  static constexpr bool nullable(const scope& in) { return in.optional(Table::source::info); }
  static constexpr void render(sink& s) {
    list_separator comma;
    each_column_of<Table>([&]<class Column>() {
      comma.say(s);
      Column::render(s);
    });
  }
  void bind(binder&) const {}
};

/// The name a result column has in SQL; empty where it has none.
template <class Item>
constexpr std::string_view output_name() {
  if constexpr (requires { Item::name.view(); }) return Item::name.view();
  else return {};
}

/// How many columns of the result an item takes.
template <class Item>
inline constexpr std::size_t width = 1;
template <class Table>
inline constexpr std::size_t width<all_of<Table>> = [] {
  return []<class... Column>(type_list<Column...>) { return sizeof...(Column); }(columns_list<Table>());
}();

/// What stands in for an argument that was refused, so that its message is the only one.
struct no_item {
  using type = types::boolean;
  using expression_kind = no_item;
  static constexpr bool dynamic = false;
  constexpr no_item(const auto&) {}
  static constexpr bool nullable(const scope&) { return true; }
  static constexpr void render(sink& s) { s.text("null"); }
  void bind(binder&) const {}
};

template <class T>
concept select_item = expression<T> || named_expression<T> || table_like<T>;

/// How an argument of `select` or `returning` stands in the list: a table stands for all its columns.
template <class Given>
struct item_of {
  using type = std::conditional_t<select_item<Given>, Given, no_item>;
};
template <table_like Table>
struct item_of<Table> {
  using type = all_of<Table>;
};
template <class... Items>
[[gnu::always_inline]] constexpr void check_items() {
  constexpr bool are_items = (select_item<Items> && ...);
  static_assert(are_items,
                "virga: select and returning take columns, tables and expressions; for a value write "
                "sql<T>(\"{}\"_sql, value)");
}

/// Looks for a column of a name in an item.
template <class Item>
constexpr void note_output(render::output_kind& found, std::string_view name) {
  if constexpr (requires { typename Item::table_type; })
    each_column_of<typename Item::table_type>([&]<class Column>() { note_output<Column>(found, name); });
  else if (output_name<Item>() == name)
    found = can_be_sorted<Item> ? render::output_kind::sortable : render::output_kind::unsortable;
}

/// The items of a select list or of RETURNING. None stand for every column of every source.
template <clause Part, class... Items>
struct projection {
  static constexpr auto part = Part;
  using items_type = type_list<Items...>;

  [[no_unique_address]] pack<Items...> items;

  static constexpr void render(sink& s) {
    refuse_optional<Items...>(s);
    if (Part == clause::returning) s.text(" returning ");
    list_separator comma;
    ((comma.say(s), Items::render(s)), ...);
  }
  void bind(binder& b) const {
    items.each([&](const auto& item) { item.bind(b); });
  }
  static constexpr void group(render::statement_facts& facts) {
    if (Part != clause::projection) return;
    facts.gives_output = &gives_output;
  }

 private:
  static constexpr render::output_kind gives_output([[maybe_unused]] std::string_view name) {
    auto found = render::output_kind::absent;
    (note_output<Items>(found, name), ...);
    return found;
  }
};

/// `select distinct `, in the place of the plain `select `.
struct distinct_clause {
  static constexpr auto part = clause::command;
  static constexpr void render(sink& s) { s.text("select distinct "); }
  void bind(binder&) const {}
  static constexpr void group(render::statement_facts& facts) { facts.is_distinct = true; }
};

/// `select distinct on (expressions) `: the first row of each group of rows that agree in them.
template <class... Expressions>
struct distinct_on_clause {
  static constexpr auto part = clause::command;
  [[no_unique_address]] pack<Expressions...> expressions;
  static constexpr void render(sink& s) {
    refuse_optional<Expressions...>(s);
    s.text("select distinct on (");
    list_separator comma;
    ((comma.say(s), Expressions::render(s)), ...);
    s.text(") ");
  }
  void bind(binder& b) const {
    expressions.each([&](const auto& one) { one.bind(b); });
  }
  static constexpr void group(render::statement_facts& facts) { facts.is_distinct = true; }
};

/// The tables that a chain's FROM and joins name, FROM's first; of a statement that changes rows the table of these rows.
template <class Chain, class Joined = type_list<>, class Later = type_list<>>
constexpr auto tables_of() {
  if constexpr (std::same_as<Chain, nothing>) {
    return []<class... A, class... B>(type_list<A...>, type_list<B...>) {
      return type_list<A..., B...>{};
    }(Joined{}, Later{});
  } else {
    using link = typename Chain::clause_type;
    if constexpr (!requires { typename link::table_type; }) {
      return tables_of<typename Chain::previous_type, Joined, Later>();
    } else if constexpr (link::part == clause::command) {
      return type_list<typename link::table_type>{};
    } else if constexpr (link::part == clause::join) {
      return []<class... B>(type_list<B...>) {
        return tables_of<typename Chain::previous_type, Joined, type_list<typename link::table_type, B...>>();
      }(Later{});
    } else {
      return tables_of<typename Chain::previous_type, type_list<typename link::table_type>, Later>();
    }
  }
}

/// A projection in which an empty list is spelled out.
template <class Projection, class Chain>
struct resolved {
  using type = Projection;
};
template <clause Part, class Chain>
struct resolved<projection<Part>, Chain> {
  template <class... Table>
  static auto spelled(type_list<Table...>) -> projection<Part, all_of<Table>...>;
  template <class Table>
    requires requires { typename Table::columns; }
  static auto spelled(type_list<Table>) {
    return []<class... Column>(type_list<Column...>) -> projection<Part, Column...> {
      return {};
    }(typename Table::columns{});
  }
  using type = decltype(spelled(tables_of<Chain>()));
};
template <class Chain, clause Part>
using projection_of = typename resolved<clause_in<Chain, Part>, Chain>::type;

/// Walks a statement whose result is described by its clause `Part`.
template <class Statement, clause Part>
constexpr void render_statement(sink& s) {
  clause_list list;
  collect<Statement>(list);
  if (Part == clause::projection && !list.has(clause::command))
    list.add({clause::command, [](sink& out) { out.text("select "); }, nullptr, nullptr});
  // (of a from() that was refused enough has been said)
  if (Part == clause::projection && !list.has(clause::from) &&
      std::same_as<projection_of<Statement, Part>, projection<Part>>)
    s.broken(render::rule::no_from);
  if constexpr (std::same_as<clause_in<Statement, Part>, projection<Part>>) {
    for (std::size_t i = 0; i < list.count; ++i)
      if (list.entries[i].part == Part) {
        list.entries[i].render = &projection_of<Statement, Part>::render;
        list.entries[i].group = &projection_of<Statement, Part>::group;
      }
  }
  render_clauses(s, list);
}

template <clause Part, class... Items>
using projection_type = projection<Part, typename item_of<Items>::type...>;
template <class... Items>
[[nodiscard]] constexpr auto returning(Items... items) {
  return projection_type<clause::returning, Items...>{{{static_cast<Items&&>(items)}...}};
}

}  // namespace virga::query
