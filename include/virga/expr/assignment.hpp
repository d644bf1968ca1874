// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

/// `column = value` in SET, or a column and its value in VALUES. Written `users.name = "Ann"`.
template <class Column, class Value>
struct assignment {
  using assignment_kind = Column;
  using column = Column;
  using columns = type_list<Column>;
  [[no_unique_address]] Value value;

  static constexpr void render_target(sink& s) { s.identifier(Column::name.view()); }
};
/// Assignments of a column, or of several from the row of a query (query/subquery.hpp).
template <class T>
concept column_assignment = requires { typename std::remove_cvref_t<T>::assignment_kind; };
template <class T>
concept single_assignment = column_assignment<T> && requires { typename std::remove_cvref_t<T>::column; };

/// The columns that assignments write.
template <class... Assignments>
using assigned_columns = decltype(joined(type_list<>{}, typename Assignments::columns{}...));

/// Whether an expression of SQL type `From` may be stored in a column of type `To`: the types are comparable, and a
/// number does not lose its fraction on the way.
template <class To, class From>
concept assignable = comparable<To, From> && (To::family != type_family::number || std::same_as<To, From> ||
                                              !std::integral<typename To::value> || std::integral<typename From::value>);

/// Says in words where a value does not fit a column.
template <class Column, class Given>
constexpr void check_fits() {
  if constexpr (!value_for<typename Column::type, Given>) {
    using both = about_both<Column, Given>;
    if constexpr (composes)
      refuse<both, of_both<Column, Given>("virga: a value of this C++ type does not fit the column's SQL type",
                                          "convert it first")>();
    else
      static_assert(excused<both>,
                    "virga: a value of this C++ type does not fit the column's SQL type; convert it first");
  }
}

/// Assigns a value, an expression, `null`, or an optional (null when empty).
/// Compile time: the value must fit the column, null only where the column takes it, and the database must not
/// compute the column.
template <class Column, class Given>
[[nodiscard]] constexpr auto assign(Given&& given) {
  using plain = std::remove_cvref_t<Given>;
  using type = typename Column::type;
  constexpr bool nullable = Column::info.has(render::trait::nullable);
  // whether an identity may be given is for the statement to know: insert_into(…).overriding_system_value()
  static_assert(!Column::info.has(render::trait::generated) || Column::info.has(render::trait::identity),
                "virga: the database alone writes this column (generated always); leave it out");
  if constexpr (std::same_as<plain, null_value> || std::same_as<plain, std::nullopt_t> ||
                std::same_as<plain, std::nullptr_t>) {
    if constexpr (!nullable) {
      if constexpr (composes)
        refuse<about_column<Column>, sentence("virga: this column is not null; ", column_in_words<Column>().view(),
                                              " cannot be set to null")>();
      else
        static_assert(excused<about_column<Column>>, "virga: this column is not null; it cannot be set to null");
    }
    return assignment<Column, null_parameter>{{}};
  } else if constexpr (is_optional<plain>) {
    constexpr bool fits = value_for<type, typename plain::value_type>;
    if constexpr (!nullable) {
      if constexpr (composes)
        refuse<about_column<Column>, sentence("virga: this column is not null, and an optional may be empty; give ",
                                              column_in_words<Column>().view(), " a value")>();
      else
        static_assert(excused<about_column<Column>>,
                      "virga: this column is not null, and an optional may be empty; give a value");
    }
    check_fits<Column, typename plain::value_type>();
    if constexpr (fits) {
      assignment<Column, optional_parameter<type>> result{{{}, {}, &Column::target}};
      if (given) result.value.value.emplace(converted<type>(*static_cast<Given&&>(given), &Column::target));
      return result;
    } else {
      return assignment<Column, null_parameter>{{}};
    }
  } else if constexpr (is_placeholder<plain>) {
    return assignment<Column, decltype(typed_placeholder<type, nullable>(given))>{
        typed_placeholder<type, nullable>(given, &Column::target)};
  } else if constexpr (refused_expression<plain>) {
    return assignment<Column, plain>{{}};
  } else if constexpr (expression<plain>) {
    constexpr bool fits = assignable<type, typename plain::type>;
    if constexpr (!fits) {
      using both = about_both<Column, plain>;
      if constexpr (composes)
        refuse<both, of_both<Column, plain>("virga: an expression of this SQL type cannot be stored in this column",
                                            "cast it first")>();
      else
        static_assert(excused<both>,
                      "virga: an expression of this SQL type cannot be stored in this column; cast it first");
    }
    return assignment<Column, plain>{plain(static_cast<Given&&>(given))};
  } else {
    constexpr bool fits = value_for<type, plain>;
    check_fits<Column, plain>();
    if constexpr (fits)
      return assignment<Column, parameter<type>>{
          {{}, converted<type>(static_cast<Given&&>(given), &Column::target), &Column::target}};
    else return assignment<Column, null_parameter>{{}};
  }
}

}  // namespace virga
