// SPDX-License-Identifier: BSL-1.0
//
// Rows that copy nothing: what `query.view(db)` gives.
#pragma once
#include <iterator>

#include "virga/exec/fetch.hpp"
#include "virga/query/named_query.hpp"
#include "virga/types/string.hpp"

namespace virga {

namespace exec {

/// A type whose C++ value is a `std::string`, read without a copy: a view of what the server sent.
template <class Type>
struct text_view {
  using value = std::string_view;
  static constexpr std::string_view name = Type::name;
  static fault decode(std::string_view text, value& out) {
    out = text;
    return nullptr;
  }
};
template <class Type>
using viewed_type = std::conditional_t<std::derived_from<Type, types::held_as_string>, text_view<Type>, Type>;

/// One column of a result that is viewed.
template <class Result>
struct viewed_column {
  using item = typename Result::item;
  using type = viewed_type<typename item::type>;
  using value = nullable_if<typename type::value, Result::nullable>;
};
template <class... Results>
auto viewed_columns(type_list<Results...>) -> type_list<viewed_column<Results>...>;

/// A result, and the statement that it is of.
template <class Result>
struct viewed_result {
  Result rows;
  std::string text;
  std::source_location where;
};

}  // namespace exec

/// One row of a `view_of_rows`, read where it is asked: by column (`row[users.email]`), by alias (`row["n"_name]`), by
/// structured binding, or all at once (`row.into<Card>()`). Text is a `std::string_view`, as long-lived as the result;
/// everything else is a value, optional where it may be null. A whole table stands for its columns.
/// Run time: `decode_error` where a cell that is read does not fit.
template <class Result, class Columns>
class row_view;
template <class Result, class... Columns>
class row_view<Result, type_list<Columns...>> {
  using found = query::result_index<Columns...>;

 public:
  row_view(const exec::viewed_result<Result>& of, std::size_t index) : of_(&of), index_(index) {}

  template <std::size_t Index>
  [[nodiscard]] auto get() const {
    using column = std::tuple_element_t<Index, std::tuple<Columns...>>;
    typename column::value value{};
    try {
      exec::decode_cell<typename column::type>(of_->rows.at(index_, Index), exec::label_of<typename column::item>(),
                                               Index, value);
    } catch (error& wrong) {
      wrong.happened_in(of_->text, of_->where);
      throw;
    }
    return value;
  }
  /// The value of a selected column. Compile time: it must have been selected.
  template <expression Column>
  [[nodiscard]] auto operator[](const Column&) const {
    return get<found::template column<Column>()>();
  }
  /// The value under a name: an alias, or a column's own name where it is the only one.
  template <fixed_string Name>
  [[nodiscard]] auto operator[](name_literal<Name>) const {
    return get<found::template name<Name>()>();
  }
  /// The row as one of the program's own aggregates, whose `std::string_view`s live as long as the result.
  /// Compile time: as many members as columns, and each must take its column's value.
  template <class Aggregate>
  [[nodiscard]] Aggregate into() const {
    return query::convert<Aggregate, Columns...>(*this, std::index_sequence_for<Columns...>{});
  }

 private:
  const exec::viewed_result<Result>* of_;
  std::size_t index_;
};

/// The rows of a query, none of whose text is copied: it owns the result, and its rows are views into that. They stay
/// valid as long as it does, and where it is moved to. Compile time: it must have a name; a row of one that is gone at
/// once would be of no use.
template <class Statement, class Result>
class view_of_rows {
  using viewed = exec::viewed_result<Result>;

 public:
  using row = row_view<Result, decltype(exec::viewed_columns(query::columns_given_by<Statement>{}))>;

  view_of_rows(Result result, const statement& what) {
    exec::check_width(result.columns(), exec::decoder_of<Statement>::columns);
    result_ = new viewed{std::move(result), std::string(what.text), what.where};
  }
  view_of_rows(view_of_rows&& other) noexcept : result_(std::exchange(other.result_, nullptr)) {}
  view_of_rows& operator=(view_of_rows&& other) noexcept {
    std::swap(result_, other.result_);
    return *this;
  }
  ~view_of_rows() { delete result_; }

  class iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using value_type = row;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    iterator(const viewed& of, std::size_t index) : of_(&of), index_(index) {}
    row operator*() const { return row(*of_, index_); }
    iterator& operator++() {
      ++index_;
      return *this;
    }
    iterator operator++(int) { return {*of_, index_++}; }
    friend bool operator==(const iterator&, const iterator&) = default;

   private:
    const viewed* of_ = nullptr;
    std::size_t index_ = 0;
  };

  [[nodiscard]] std::size_t size() const { return live().rows.rows(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] iterator begin() const& { return {live(), 0}; }
  [[nodiscard]] iterator end() const& { return {live(), size()}; }
  [[nodiscard]] row operator[](std::size_t index) const& { return row(live(), index); }

  template <class Self = view_of_rows>
  void begin() const&& {
    refuse<Self>();
  }
  template <class Self = view_of_rows>
  void end() const&& {}
  template <class Self = view_of_rows>
  row operator[](std::size_t index) const&& {
    refuse<Self>();
    return row(*result_, index);
  }

 private:
  template <class Self>
  static constexpr void refuse() {
    static_assert(!std::is_same_v<Self, view_of_rows>,
                  "virga: the rows of a view live as long as the view, and this one would be gone at once; give it a "
                  "name first: auto rows = query.view(db);");
  }

  [[nodiscard]] const viewed& live() const {
    if (result_ == nullptr) throw usage_error("virga: these rows were moved from; read those they were moved to");
    return *result_;
  }
  const viewed* result_ = nullptr;  // apart from this object, so that rows stay valid where it is moved to
};

template <class Self>
template <class Executor>
auto statement_base<Self>::view(Executor&& on, std::source_location where) const {
  query::require_valid<Self>();
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self>() &&
                exec::check_executor<std::remove_reference_t<Executor>>()) {
    const exec::call<Self> bound(static_cast<const Self&>(*this), where);
    const statement what = bound.at(where);
    return view_of_rows<Self, decltype(execute(on, what))>(execute(on, what), what);
  } else {
    return std::vector<not_selected>();
  }
}

}  // namespace virga

template <class Result, class... Columns>
struct std::tuple_size<virga::row_view<Result, virga::type_list<Columns...>>>
    : std::integral_constant<std::size_t, sizeof...(Columns)> {};
template <std::size_t Index, class Result, class... Columns>
struct std::tuple_element<Index, virga::row_view<Result, virga::type_list<Columns...>>> {
  using type = typename std::tuple_element_t<Index, std::tuple<Columns...>>::value;
};
