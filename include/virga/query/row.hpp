// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <tuple>

#include "virga/query/projection.hpp"

namespace virga {

/// A column that a query did not select: touching it does not compile.
struct not_selected {
  template <class Value>
  operator Value() const = delete;  // or the compiler would list all that might have taken it
};
template <class Stream>
Stream& operator<<(Stream& stream, const not_selected&) {
  static_assert(!std::same_as<Stream, Stream>, "virga: the query did not select this column; add it to select(…)");
  return stream;
}

/// One column of a result: the item of the select list it comes from, and whether it may be null there.
template <class Item, bool Nullable>
struct result_column {
  using item = Item;
  static constexpr bool nullable = Nullable;
  using value = nullable_if<typename Item::type::value, Nullable>;
};
/// A whole table's row in a result, optional where an outer join may leave it out.
template <class Table, bool Nullable>
struct result_column<query::all_of<Table>, Nullable> {
  using item = query::all_of<Table>;
  static constexpr bool nullable = Nullable;
  using value = nullable_if<typename Table::row_type, Nullable>;
};

/// Whether an item is a column of a table, whose value has a member of its own in the row.
template <class Item>
concept member_column = expression<Item> && requires { requires row_source<typename Item::source>; };

/// A column that was selected, by its name, and whether it may be null there.
template <fixed_string Name, bool Nullable>
struct selected {
  template <class Value>
  using field = nullable_if<Value, Nullable>;
};

/// The mode of a row of some selected columns of one source.
// The compiler finds a field's column among the bases in one step; any other search costs it a function a field.
template <class Source, class... Selected>
struct row_mode : Selected... {
 private:
  struct left_out {
    template <class>
    using field = not_selected;
  };
  template <fixed_string Name, bool Nullable>
  static selected<Name, Nullable> find(const selected<Name, Nullable>*);
  template <fixed_string>
  static left_out find(...);

 public:
  template <auto Definition>
  using field = typename decltype(find<Definition.name>(
      static_cast<const row_mode*>(nullptr)))::template field<value_of<Definition>>;
};

namespace query {

/// The mode of the columns of `Source` among some results; each stands in it once.
template <class Source, class Mode, class... Results>
struct mode_of {
  using type = Mode;
};
template <class Source, class Mode, class Result, class... Results>
struct mode_of<Source, Mode, Result, Results...> : mode_of<Source, Mode, Results...> {};
template <class Source, class... Found, fixed_string Name, class Type, unsigned Traits, bool Nullable, class... Results>
struct mode_of<Source, row_mode<Source, Found...>, result_column<column<Source, Name, Type, Traits>, Nullable>, Results...>
    : mode_of<Source,
              std::conditional_t<(std::is_same_v<Found, selected<Name, Nullable>> || ...), row_mode<Source, Found...>,
                                 row_mode<Source, Found..., selected<Name, Nullable>>>,
              Results...> {};

/// The part of a row that holds the selected columns of one source.
template <class Source, class... Results>
using members_of = typename Source::template rows<typename mode_of<Source, row_mode<Source>, Results...>::type>;

/// The parts of a row, one for each source that member columns among its results come from.
template <class Found, class All, class... Results>
struct parts_of {
  using type = Found;
};
template <class... Found, class All, class Result, class... Results>
struct parts_of<type_list<Found...>, All, Result, Results...> : parts_of<type_list<Found...>, All, Results...> {};
template <class... Found, class... All, row_source Source, fixed_string Name, class Type, unsigned Traits, bool Nullable,
          class... Results>
struct parts_of<type_list<Found...>, type_list<All...>, result_column<column<Source, Name, Type, Traits>, Nullable>, Results...> {
  using here = members_of<Source, All...>;
  using type = typename parts_of<
      std::conditional_t<(std::is_same_v<Found, here> || ...), type_list<Found...>, type_list<Found..., here>>,
      type_list<All...>, Results...>::type;
};

/// Whether a member takes a value, and all of it: a wide number does not fit a narrow one.
template <class Member, class Value>
concept taken_by = std::is_convertible_v<Value, Member> &&
                   (!std::is_arithmetic_v<Member> || !std::is_arithmetic_v<Value> || requires(Value value) { Member{value}; });

/// Where a result stands among others, by its column or its name.
template <class... Results>
struct result_index {
  template <class Column>
  static consteval std::size_t column() {
    constexpr std::size_t index = [] {
      std::size_t at = 0, found = sizeof...(Results);
      ((found == sizeof...(Results) && matches<typename Results::item, Column>() ? void(found = at) : void(), ++at), ...);
      return found;
    }();
    constexpr bool is_selected = index < sizeof...(Results);
    static_assert(is_selected, "virga: row[column]: the query did not select this column");
    return index < sizeof...(Results) ? index : 0;
  }
  template <fixed_string Name>
  static consteval std::size_t name() {
    constexpr std::size_t times = ((output_name<typename Results::item>() == Name.view() ? 1u : 0u) + ... + 0u);
    constexpr bool is_there = times != 0, alone = times < 2;
    static_assert(is_there, "virga: row[\"name\"_name]: the query selects nothing under this name");
    static_assert(alone, "virga: row[\"name\"_name]: several selected columns have this name; use row[table.column]");
    std::size_t index = 0, found = 0;
    ((output_name<typename Results::item>() == Name.view() ? void(found = index) : void(), ++index), ...);
    return found;
  }

 private:
  template <class Item, class Wanted>
  static consteval bool matches() {
    if constexpr (std::same_as<Item, Wanted>) return true;
    else if constexpr (requires { typename Item::optional_value_kind; })
      return std::same_as<typename Item::optional_value_kind, Wanted>;
    else if constexpr (named_expression<Item>) return std::same_as<typename Item::named_kind, Wanted>;
    else return false;
  }
};

/// Whether a member would be a view of text that goes with the row.
template <class Member, class Value>
inline constexpr bool dangles = false;
template <>
inline constexpr bool dangles<std::string_view, std::string> = true;
template <class Member, class Value>
inline constexpr bool dangles<std::optional<Member>, std::optional<Value>> = dangles<Member, Value>;
template <class Member, class Value>
inline constexpr bool dangles<std::optional<Member>, Value> = dangles<Member, Value>;

/// A row as another aggregate, filled in the order of the select list.
template <class Aggregate, class... Results, class Row, std::size_t... Index>
Aggregate convert(Row&& from, std::index_sequence<Index...>) {
  constexpr bool same_size = schema::field_count<Aggregate> == sizeof...(Results);
  static_assert(same_size, "virga: into<T>(): T has not as many members as the query selects columns");
  if constexpr (same_size) {
    constexpr bool fits = (taken_by<schema::field_type<Index, Aggregate>, typename Results::value> && ...);
    static_assert(fits, "virga: into<T>(): a member of T does not take its column's value; the members are filled in "
                        "the order of the select list, and a column that may be null needs a std::optional");
    constexpr bool stays = std::is_lvalue_reference_v<Row> ||
                           !(dangles<schema::field_type<Index, Aggregate>, typename Results::value> || ...);
    static_assert(stays, "virga: into<T>(): a std::string_view of T would view the text of a row that is gone at once; "
                         "make it a std::string, or read the rows with query.view(db)");
    if constexpr (!fits || !stays) __builtin_unreachable();
    else if constexpr (std::is_lvalue_reference_v<Row>) return Aggregate{from.template get<Index>()...};
    else return Aggregate{std::move(from.template get<Index>())...};
  } else {
    __builtin_unreachable();
  }
}

/// Whether a part of a row has a selected column as a member of a name that rows have themselves.
template <class Part>
inline constexpr bool is_hidden = [] {
  bool hidden = false;
  if constexpr (requires { Part::get; }) hidden = hidden || !std::same_as<decltype(Part::get), not_selected>;
  if constexpr (requires { Part::into; }) hidden = hidden || !std::same_as<decltype(Part::into), not_selected>;
  if constexpr (requires { Part::values_; }) hidden = hidden || !std::same_as<decltype(Part::values_), not_selected>;
  return hidden;
}();

struct in_a_member {};

template <class Result>
using stored = std::conditional_t<member_column<typename Result::item>, in_a_member, typename Result::value>;

}  // namespace query

/// A row of a mixed select list. Reach its columns by member name (`row.email`, where no other table of the row has a
/// column of that name), by column (`row[users.email]`), by alias (`row["n"_name]`), by structured binding, or all at
/// once (`row.into<Card>()`).
template <class Parts, class... Results>
struct row;
template <class... Parts, class... Results>
struct row<type_list<Parts...>, Results...> : Parts... {
  // inlined for certain: reading a row would cost the compiler a function a column
  template <std::size_t Index>
  [[nodiscard, gnu::always_inline]] constexpr auto& get() {
    return value_at_<Index>(*this);
  }
  template <std::size_t Index>
  [[nodiscard, gnu::always_inline]] constexpr const auto& get() const {
    return value_at_<Index>(*this);
  }

  /// The value of a selected column. Compile time: it must have been selected.
  template <class Column>
    requires expression<Column>
    [[nodiscard]] constexpr auto& operator[](const Column&) { return get<found_::template column<Column>()>(); }
    template <class Column>
    requires expression<Column>
  [[nodiscard]] constexpr const auto& operator[](const Column&) const {
    return get<found_::template column<Column>()>();
  }
  /// The value under a name: an alias, or a column's own name where it is the only one.
  template <fixed_string Name>
  [[nodiscard]] constexpr auto& operator[](name_literal<Name>) {
    return get<found_::template name<Name>()>();
  }
  template <fixed_string Name>
  [[nodiscard]] constexpr const auto& operator[](name_literal<Name>) const {
    return get<found_::template name<Name>()>();
  }

  /// The row as one of the program's own aggregates, filled in the order of the select list.
  /// Compile time: as many members as columns, and each must take its column's value.
  template <class Aggregate>
  [[nodiscard]] Aggregate into() && {
    return query::convert<Aggregate, Results...>(std::move(*this), std::index_sequence_for<Results...>{});
  }
  template <class Aggregate>
  [[nodiscard]] Aggregate into() const& {
    return query::convert<Aggregate, Results...>(*this, std::index_sequence_for<Results...>{});
  }

  [[no_unique_address]] pack<query::stored<Results>...> values_{};

 private:
  using found_ = query::result_index<Results...>;
  template <std::size_t Index>
  using result_at_ = std::tuple_element_t<Index, std::tuple<Results...>>;

  template <std::size_t Index, class Self>
  [[gnu::always_inline]] static constexpr auto& value_at_(Self& self) {
    using item = typename result_at_<Index>::item;
    if constexpr (member_column<item>) {
      using source = typename item::source;
      using members = query::members_of<source, Results...>;
      using base = std::conditional_t<std::is_const_v<Self>, const members, members>;
      return schema::field<schema::index_of<schema::definitions_of<source>>(item::name.view())>(static_cast<base&>(self));
    } else {
      using holder = slot<Index, query::stored<result_at_<Index>>>;
      using base = std::conditional_t<std::is_const_v<Self>, const holder, holder>;
      return static_cast<base&>(self.values_).value;
    }
  }
};

/// Rows of one type are equal when all their values are.
// outside of the class, so that only rows that are compared pay for it
template <class Parts, class... Results>
[[nodiscard]] constexpr bool operator==(const row<Parts, Results...>& a, const row<Parts, Results...>& b) {
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    return ((a.template get<Index>() == b.template get<Index>()) && ...);
  }(std::index_sequence_for<Results...>{});
}

namespace query {

/// The sources of a statement, as a constant that types can depend on.
template <class Statement>
inline constexpr scope scope_constant = scope_of<Statement>();

/// Whether an item reads an expression that grouping sets leave out in some rows.
constexpr bool reads_left_out(const scope& in, void (*render_item)(sink&)) {
  const render::nulled_groups* const left_out = in.groups_left_out();
  if (left_out == nullptr || left_out->expression_count == 0) return false;
  render::statement_facts facts;
  for (std::size_t i = 0; i < left_out->expression_count; ++i) facts.group(left_out->expressions[i]);
  sink walk;
  const auto outer = walk.enter(facts);
  walk.in(clause::projection);
  render_item(walk);
  walk.leave(outer);
  return facts.met_grouped;
}

/// The row that a projection gives in a scope.
template <class Projection, const auto& Scope>
struct row_of;
template <clause Part, class... Items, const auto& Scope>
struct row_of<projection<Part, Items...>, Scope> {
  template <class... Results>
  static row<typename parts_of<type_list<>, type_list<Results...>, Results...>::type, Results...> of(type_list<Results...>);
  using type = decltype(of(type_list<result_column<Items, Items::nullable(Scope) || reads_left_out(Scope, &Items::render)>...>{}));
};
template <clause Part, class Table, const auto& Scope>
struct row_of<projection<Part, all_of<Table>>, Scope> {
  using type = typename Table::row_type;
};

template <class Statement>
inline constexpr clause result_part =
    has_clause<Statement, clause::projection> ? clause::projection : clause::returning;

/// Whether a statement gives rows.
template <class Statement>
inline constexpr bool gives_rows = has_clause<Statement, result_part<Statement>>;

template <class Row>
inline constexpr bool hides_members = false;
template <class... Parts, class... Results>
inline constexpr bool hides_members<row<type_list<Parts...>, Results...>> = (is_hidden<Parts> || ...);

template <class Statement>
struct row_type_of {
  using type = typename row_of<projection_of<Statement, result_part<Statement>>, scope_constant<Statement>>::type;
  // not in the row itself, which clang would then take for broken
  static_assert(
      !hides_members<type>,
      "virga: a selected column is the member get, into or values_ of its table's struct, and rows of several "
      "columns have such members themselves; name the member otherwise (the column keeps its name)");
};

}  // namespace query

/// The C++ type of a row of a query: `row_type<decltype(q)>`.
template <class Statement>
using row_type = typename query::row_type_of<Statement>::type;

}  // namespace virga

template <class Parts, class... Results>
struct std::tuple_size<virga::row<Parts, Results...>> : std::integral_constant<std::size_t, sizeof...(Results)> {};
template <std::size_t Index, class Parts, class... Results>
struct std::tuple_element<Index, virga::row<Parts, Results...>> {
  using type = typename std::tuple_element_t<Index, std::tuple<Results...>>::value;
};
