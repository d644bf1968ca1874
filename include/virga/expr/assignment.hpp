// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

/// Whether what is assigned is one attribute of a composite column (schema/attribute.hpp), not a column.
template <class Column>
inline constexpr bool is_attribute = requires {
  typename Column::attribute_kind;
};

/// `column = value` in SET, or a column and its value in VALUES. Written `users.name = "Ann"`.
template <class Column, class Value>
struct assignment {
  using assignment_kind = Column;
  using column = Column;
  using columns = type_list<Column>;
  [[no_unique_address]] Value value;

  static constexpr void render_target(sink& s) {
    if constexpr (is_attribute<Column>)
      Column::render_target(s);
    else
      s.identifier(Column::name.view());
  }
};
/// Stands in for one about which something was said.
struct refused_assignment {
  using assignment_kind = refused_assignment;
  using columns = type_list<>;
  refused value;
  static constexpr void render_target(sink&) {}
};

/// Assignments of a column, or of several from the row of a query (query/subquery.hpp).
template <class T>
concept column_assignment = requires {
  typename std::remove_cvref_t<T>::assignment_kind;
};
template <class T>
concept single_assignment = column_assignment<T> && requires {
  typename std::remove_cvref_t<T>::column;
};

/// What an assignment writes, by its name, for comparing with others.
struct written_place {
  std::string_view name;
  bool attribute = false;
};
template <class Column>
inline constexpr written_place written_place_of{Column::name.view(), is_attribute<Column>};
/// Whether two of them write the same: one column, or a column and an attribute in it.
constexpr bool overlap(const written_place& first, const written_place& second) {
  const auto within = [](const written_place& inner, const written_place& outer) {
    return inner.attribute && inner.name.starts_with(outer.name) && inner.name[outer.name.size()] == '.';
  };
  if (first.name == second.name) return first.attribute == second.attribute;
  return within(first, second) || within(second, first);
}

/// The columns that assignments write.
template <class... Assignments>
using assigned_columns = decltype(joined(type_list<>{}, typename Assignments::columns{}...));

/// Whether an expression of SQL type `From` may be stored in a column of type `To`: the types are comparable, and a
/// number does not lose its fraction on the way.
template <class To, class From>
concept assignable = comparable<To, From> &&(To::family != type_family::number || std::same_as<To, From> ||
                                             !std::integral<typename To::value> || std::integral<typename From::value>);

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
    using value = typename value_within<plain>::type;
    if constexpr (is_optional<plain> && !nullable) {
      if constexpr (composes)
        refuse<about_column<Column>, sentence("virga: this column is not null, and an optional may be empty; give ",
                                              column_in_words<Column>().view(), " a value")>();
      else
        static_assert(excused<about_column<Column>>,
                      "virga: this column is not null, and an optional may be empty; give a value");
    }
    constexpr bool fits = value_for<type, value>;
    if constexpr (!fits) {
      using both = about_both<Column, value>;
      if constexpr (composes)
        refuse<both, of_both<Column, value>("virga: a value of this C++ type does not fit the column's SQL type",
                                            "convert it first")>();
      else
        static_assert(excused<both>,
                      "virga: a value of this C++ type does not fit the column's SQL type; convert it first");
      return assignment<Column, null_parameter>{{}};
    } else if constexpr (is_optional<plain>) {
      assignment<Column, optional_parameter<type>> result{{{}, {}, &Column::target}};
      if (given) result.value.value.emplace(converted<type>(*static_cast<Given&&>(given), &Column::target));
      return result;
    } else {
      return assignment<Column, parameter<type>>{
          {{}, converted<type>(static_cast<Given&&>(given), &Column::target), &Column::target}};
    }
  }
}

}  // namespace virga
