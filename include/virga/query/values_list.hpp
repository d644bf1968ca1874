// SPDX-License-Identifier: BSL-1.0
//
// Rows written in a query, as a source of FROM. Source: PostgreSQL manual, "VALUES Lists".
#pragma once
#include <algorithm>

#include "virga/expr/conditional.hpp"
#include "virga/query/clause_query.hpp"
#include "virga/query/function_source.hpp"

namespace virga {

namespace query {

/// What marks a `row(…)` that was written, not received.
struct written {};

/// The type of a cell: `null_value` for null, which has any; void for a value of no SQL type.
template <class Given>
constexpr auto cell_type() {
  if constexpr (expression<Given>)
    return static_cast<typename Given::type*>(nullptr);
  else if constexpr (is_optional<Given>)
    return cell_type<typename Given::value_type>();
  else if constexpr (std::same_as<Given, null_value> || std::same_as<Given, std::nullopt_t>)
    return static_cast<null_value*>(nullptr);
  else if constexpr (has_default_type<Given>)
    return static_cast<type_of<Given>*>(nullptr);
  else
    return static_cast<void*>(nullptr);
}
template <class... Types>
struct type_of_cells : common_type_of<Types...> {};
template <class First, class... More>
struct type_of_cells<First, null_value, More...> : type_of_cells<First, More...> {};
template <class Second, class... More>
struct type_of_cells<null_value, Second, More...> : type_of_cells<Second, More...> {};
template <class... More>
struct type_of_cells<null_value, null_value, More...> : type_of_cells<null_value, More...> {};
template <class First, class Second, class... More>
requires(!std::same_as<First, null_value> &&
         !std::same_as<Second, null_value>) struct type_of_cells<First, Second, More...>
    : type_of_cells<common_type<First, Second>, More...> {
};

/// A value in a list of rows: cast to its column's type, null where it is an empty optional.
template <class Type, bool Nullable>
struct list_cell {
  nullable_if<typename Type::value, Nullable> value;

  static constexpr bool nullable(const scope&) { return Nullable; }
  static constexpr bool dynamic = false;
  static constexpr void render(sink& s) {
    s.parameter();
    s.text("::");
    s.text(name_in_cast<Type>);
  }
  void bind(binder& b) const {
    if constexpr (Nullable) {
      if (value)
        b.value<Type>(*value, nullptr);
      else
        b.null();
    } else {
      b.value<Type>(value, nullptr);
    }
  }
};
template <class Type>
struct null_cell {
  static constexpr bool nullable(const scope&) { return true; }
  static constexpr bool dynamic = false;
  static constexpr void render(sink& s) {
    s.text("null::");
    s.text(name_in_cast<Type>);
  }
  void bind(binder&) const {}
};
template <class Type, class Given>
constexpr auto make_cell(const Given& given) {
  if constexpr (expression<Given>) {
    return given;
  } else if constexpr (std::same_as<Given, null_value> || std::same_as<Given, std::nullopt_t>) {
    return null_cell<Type>{};
  } else if constexpr (is_optional<Given>) {
    list_cell<Type, true> cell{};
    if (given) cell.value.emplace(converted<Type>(*given, nullptr));
    return cell;
  } else {
    return list_cell<Type, false>{converted<Type>(given, nullptr)};
  }
}

/// One row, as it is sent.
template <class... Cells>
struct cells_of_row {
  pack<Cells...> cells;
  /// Whether the value at a place may be null.
  template <std::size_t Index>
  static constexpr bool nullable(const scope& in) {
    return std::tuple_element_t<Index, std::tuple<Cells...>>::nullable(in);
  }
  static constexpr void render(sink& s) {
    refuse_optional<Cells...>(s);
    s.text("(");
    list_separator comma;
    ((comma.say(s), Cells::render(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    cells.each([&](const auto& one) { one.bind(b); });
  }
};

/// A list of rows in FROM. SQL: `(values (…), …) as "name"("column", …)`.
template <class Source, bool Lateral, class Columns, class... Rows>
struct values_table;
template <class Source, bool Lateral, class... Columns, class... Rows>
struct values_table<Source, Lateral, type_list<Columns...>, Rows...> : named_columns<Source, type_list<Columns...>> {
  using derived_kind = values_table;
  pack<Rows...> rows;

  constexpr explicit values_table(pack<Rows...> given) : rows(std::move(given)) {}
  [[nodiscard]] constexpr auto make_lateral() const {
    return values_table<Source, true, type_list<Columns...>, Rows...>(rows);
  }

  /// The columns with a value that is made of rows which an outer join may leave out.
  static constexpr void note_nulls(scope& sources) requires Lateral {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      ((!Columns::info.has(render::trait::nullable) && may_be_null<Index>(sources) ? sources.make_null(Columns::info)
                                                                                   : void()),
       ...);
    }
    (std::index_sequence_for<Columns...>{});
  }

  template <std::size_t Index>
  static constexpr bool may_be_null(const scope& in) {
    return (Rows::template nullable<Index>(in) || ...);
  }

  static constexpr void render_source(sink& s) {
    const auto outer = Lateral ? s.nest() : s.beside();
    s.text(Lateral ? "lateral (values " : "(values ");
    list_separator comma;
    ((comma.say(s), Rows::render(s)), ...);
    s.leave(outer);
    s.text(") as ");
    s.identifier(Source::info.table);
    render_names(s, type_list<Columns...>{});
    s.enter_source();
  }
  void bind(binder& b) const {
    rows.each([&](const auto& one) { one.bind(b); });
  }
};

/// A column of a list of rows that has no name in FROM: the server calls it "column1", and so on.
template <std::size_t Index>
constexpr auto numbered_name() {
  constexpr std::size_t digits = Index < 9 ? 1 : Index < 99 ? 2 : 3;
  fixed_string<7 + digits> name;
  for (std::size_t i = 0; i < 6; ++i) name.data[i] = "column"[i];
  for (std::size_t i = digits, rest = Index + 1; i > 0; rest /= 10)
    name.data[5 + i--] = static_cast<char>('0' + rest % 10);
  return name;
}
template <std::size_t Index, class Type, bool Nullable>
struct values_column {
  using type = Type;
  static constexpr auto name = numbered_name<Index>();
  static constexpr bool dynamic = false;
  static constexpr bool nullable(const scope&) { return Nullable; }
  static constexpr void render(sink&) {}
  void bind(binder&) const {}
};
/// `values (…), …`, a query of its own.
template <class... Rows>
struct values_clause {
  static constexpr auto part = clause::projection;
  pack<Rows...> rows;

  static constexpr void render(sink& s) {
    s.in(clause::values);
    s.text("values ");
    list_separator comma;
    ((comma.say(s), Rows::render(s)), ...);
  }
  void bind(binder& b) const {
    rows.each([&](const auto& one) { one.bind(b); });
  }
};

/// The scope of a list's cells, which see no columns whose rows may be absent but those of a lateral one.
inline constexpr scope no_sources{};

}  // namespace query

/// One row of `values(…)`: values, expressions, optionals, `null`.
template <class... Given>
struct row<query::written, Given...> {
  pack<Given...> given;
  constexpr row(const Given&... of) : given{{of}...} {}  // NOLINT: row(1) is a row
};
template <class... Given>
row(Given...) -> row<query::written, Given...>;

namespace query {

/// Rows without a name yet.
template <class... Rows>
struct values_list {
  using rows_kind = values_list;
  pack<Rows...> rows;
  constexpr explicit values_list(const Rows&... of) : rows{{of}...} {}

  /// The name in FROM, and those of the columns: `values(row(1, "a"), row(2, "b")).as("v"_name, "id"_name,
  /// "name"_name)`.
  template <fixed_string Name, fixed_string... Columns>
  [[nodiscard]] constexpr auto as(name_literal<Name>, name_literal<Columns>...) const {
    constexpr bool as_many = ((width_of(static_cast<const Rows*>(nullptr)) == sizeof...(Columns)) && ...);
    static_assert(as_many,
                  "virga: values(row(…), …).as(name, columns…): each row has one value for each column that is named");
    if constexpr (!as_many) {
      return refused_table<Name>{};
    } else if constexpr (check_types(std::index_sequence_for<name_literal<Columns>...>{})) {
      using source = schema::derived_source<Name>;
      return make(
          []<class... Types, bool... Null, class... Cells>(type_list<Types...>, std::integer_sequence<bool, Null...>,
                                                           pack<Cells...> cells) {
            constexpr auto traits = [](bool null) { return null ? render::trait::nullable : render::trait::none; };
            return values_table<source, false, type_list<column<source, Columns, Types, traits(Null)>...>, Cells...>(
                std::move(cells));
          },
          std::index_sequence_for<name_literal<Columns>...>{});
    } else {
      return refused_table<Name>{};
    }
  }

  /// The rows as a query of their own, for the members of a set operation.
  [[nodiscard]] constexpr auto as_query() const {
    constexpr std::size_t width = std::max({width_of(static_cast<const Rows*>(nullptr))...});
    constexpr bool as_many = ((width_of(static_cast<const Rows*>(nullptr)) == width) && ...);
    static_assert(as_many, "virga: values(row(…), …): each row has as many values as the others");
    if constexpr (!as_many) {
      return refused_rows{};
    } else if constexpr (check_types(std::make_index_sequence<width>{})) {
      return [&]<std::size_t... Column>(std::index_sequence<Column...> all) {
        return make(
            []<class... Types, bool... Null, class... Cells>(type_list<Types...>, std::integer_sequence<bool, Null...>,
                                                             pack<Cells...> cells) {
              using columns = projection<clause::projection, values_column<Column, Types, Null>...>;
              return clause_query<columns, values_clause<Cells...>>{{}, {std::move(cells)}};
            },
            all);
      }
      (std::make_index_sequence<width>{});
    } else {
      return refused_rows{};
    }
  }

 private:
  template <class... Given>
  static constexpr std::size_t width_of(const row<written, Given...>*) {
    return sizeof...(Given);
  }
  template <std::size_t Index, class... Given>
  static constexpr auto cell_at(const row<written, Given...>*)
      -> decltype(cell_type<std::tuple_element_t<Index, std::tuple<Given...>>>()) {
    return nullptr;
  }
  template <std::size_t Index>
  using type_at = typename type_of_cells<
      std::remove_pointer_t<decltype(cell_at<Index>(static_cast<const Rows*>(nullptr)))>...>::type;

  template <class... Types, class... Given>
  static constexpr auto cells(type_list<Types...>, const row<written, Given...>& from) {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      return cells_of_row<decltype(make_cell<Types>(std::declval<const Given&>()))...>{
          {{make_cell<Types>(static_cast<const slot<Index, Given>&>(from.given).value)}...}};
    }
    (std::index_sequence_for<Given...>{});
  }
  /// Whether each column has a type, said in words where not.
  template <std::size_t... Index>
  static constexpr bool check_types(std::index_sequence<Index...>) {
    constexpr bool typed = (!std::is_void_v<type_at<Index>> && ...);
    static_assert(typed,
                  "virga: values(row(…), …): the values of one column are of different SQL types, or of a C++ type "
                  "that has none; convert them to one");
    constexpr bool known = (!std::same_as<type_at<Index>, null_value> && ...);
    static_assert(known,
                  "virga: values(row(…), …): a column of nulls alone has no type; give one of them one: "
                  "std::optional<int>()");
    return typed && known;
  }
  template <std::size_t Index, class... Cells>
  static constexpr bool may_be_null() {
    return (Cells::template nullable<Index>(no_sources) || ...);
  }
  template <class... Cells, std::size_t... Column>
  static constexpr auto nulls_of(std::index_sequence<Column...>) {
    return std::integer_sequence<bool, may_be_null<Column, Cells...>()...>{};
  }
  /// Calls `then` with the types of the columns, whether each may be null, and the rows as they are sent.
  template <class Then, std::size_t... Column>
  constexpr auto make(const Then& then, std::index_sequence<Column...>) const {
    using types = type_list<type_at<Column>...>;
    return [&]<std::size_t... Row>(std::index_sequence<Row...>) {
      return [&]<class... Cells>(Cells... made) {
        return then(types{}, nulls_of<Cells...>(std::index_sequence<Column...>{}),
                    pack<Cells...>{{std::move(made)}...});
      }(cells(types{}, static_cast<const slot<Row, Rows>&>(rows).value)...);
    }
    (std::index_sequence_for<Rows...>{});
  }
};

template <class T>
inline constexpr bool is_written_row = false;
template <class... Given>
inline constexpr bool is_written_row<row<written, Given...>> = true;

}  // namespace query

/// Rows that are written in the query: `values(row(1, "a"), row(2, "b")).as("v"_name, "id"_name, "name"_name)` stands
/// in FROM and in joins; its columns are `v["id"_name]` and `v["name"_name]`. A column has the type that its values
/// have in common, and may be null where one of them may. Values are bound. For rows whose number is known at run time
/// alone: `unnest(ids, names)`. SQL: `(values ($1::integer, $2::text), …) as "v"("id", "name")`.
template <class... Rows>
requires(sizeof...(Rows) > 0) [[nodiscard]] constexpr auto values(const Rows&... rows) {
  constexpr bool fits = (query::is_written_row<Rows> && ...);
  static_assert(fits, "virga: values() takes rows: values(row(1, \"a\"), row(2, \"b\"))");
  if constexpr (fits)
    return query::values_list<Rows...>(rows...);
  else
    return query::refused_rows{};
}

/// Lets rows read the tables before them: `cross_join(lateral(values(row(t.a), row(t.b)).as("x"_name, "n"_name)))`.
/// SQL: `lateral (values …) as "x"("n")`.
template <class Source, class Columns, class... Rows>
[[nodiscard]] constexpr auto lateral(const query::values_table<Source, false, Columns, Rows...>& table) {
  return table.make_lateral();
}

}  // namespace virga
