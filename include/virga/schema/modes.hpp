// SPDX-License-Identifier: BSL-1.0
//
// A table is a struct template over a mode; the mode decides what each of its fields becomes:
//
//   columns_of<Source>     an expression                                 users.id == x
//   select_mode            the value, optional where it may be null      infer_select
//   insert_mode            required, or may be left out                  infer_insert
//   update_mode            unset, a value, or null                       infer_update
//   definition_mode        the definition                                DDL
//   (row_mode, in query/row.hpp: the value where it was selected)
#pragma once
#include <optional>
#include <type_traits>
#include <utility>

#include "virga/core/error.hpp"
#include "virga/expr/parameter.hpp"
#include "virga/schema/column.hpp"
#include "virga/schema/definition.hpp"

namespace virga {

/// A column of a table: `col<Mode, pg::text("name").not_null()> name{};`.
/// The `{}` lets rows be written with fields left out, without a warning.
template <class Mode, auto Definition>
using col = typename Mode::template field<Definition>;

/// Whether a field of a row takes a value: what converts to it implicitly, but for what C++ would cut without a word.
template <class Value, class Given>
concept field_takes =
    std::is_convertible_v<Given, Value> && !std::is_same_v<std::remove_cvref_t<Given>, std::nullptr_t> &&
    (!std::is_arithmetic_v<Value> || !std::is_arithmetic_v<std::remove_cvref_t<Given>> ||
     std::is_same_v<Value, std::remove_cvref_t<Given>> ||
     (whole_number<Value> && whole_number<std::remove_cvref_t<Given>>) ||
     (std::is_floating_point_v<Value> && !std::is_same_v<std::remove_cvref_t<Given>, bool>));

/// What a field of a row makes of what it is given; a number is never cut or rounded to fit. `Place` is the field's
/// column, of numbers alone.
/// Run time: `value_error`, where the number is no value of the column's type.
template <class Value, class Place, class Given>
[[nodiscard]] Value field_value(Given&& given) {
  using plain = std::remove_cvref_t<Given>;
  if constexpr (std::is_arithmetic_v<Value> && std::is_arithmetic_v<plain> && !std::is_same_v<Value, plain>) {
    if (const fault wrong = number_fault<Value>(plain(given))) {
      if constexpr (std::is_void_v<Place>)
        render::binder::refuse_number(nullptr, "number", wrong, plain(given));
      else
        render::binder::refuse_number(&Place::target, Place::type::name, wrong, plain(given));
    }
    return static_cast<Value>(given);
  } else {
    return static_cast<Given&&>(given);
  }
}

/// Says in words why a field does not take what it is given.
template <class Value, bool Nullable, class Given>
constexpr void check_field() {
  using plain = std::remove_cvref_t<Given>;
  constexpr bool is_null = std::is_same_v<plain, null_value> || std::is_same_v<plain, std::nullopt_t> ||
                           std::is_same_v<plain, std::nullptr_t>;
  if constexpr (!Nullable && is_null)
    static_assert(!is_null, "virga: this column is not null; it cannot be set to null");
  else if constexpr (!Nullable && is_optional<plain>)
    static_assert(Nullable, "virga: this column is not null, and an optional may be empty; give a value");
  else {
    constexpr bool fits = field_takes<Value, Given>;
    static_assert(fits, "virga: a value of this C++ type does not fit the column's SQL type; convert it first");
  }
}

/// A value that an insert cannot do without. Leaving it out does not compile: its default constructor refuses. It is
/// neither deleted nor constexpr, so that looking at the type alone, as Boost.PFR does, is no mistake.
template <class Value, class Place = void>
class required {
 public:
  template <class Nothing = void>
  required() {
    static_assert(!std::is_void_v<Nothing>,
                  "virga: a column that is not null and has no default was left out; give this member a value");
  }
  template <class Given>
  requires(!std::is_same_v<std::remove_cvref_t<Given>, required> && field_takes<Value, Given>)
      // not constexpr, or Boost.PFR's probes would instantiate the body
      required(Given&& given)
      : value_(field_value<Value, Place>(std::forward<Given>(given))) {}
  /// Anything else, to say what is taken.
  template <class Given>
  requires(!std::is_same_v<std::remove_cvref_t<Given>, required> && !field_takes<Value, Given>) required(Given&&) {
    check_field<Value, false, Given>();
  }

  [[nodiscard]] constexpr const Value& operator*() const { return value_; }
  constexpr operator const Value&() const { return value_; }

 private:
  Value value_;
};

/// A value that may be left alone, set, or (where `Nullable`) set to null. Unset by default.
template <class Value, bool Nullable, class Place = void>
class settable {
 public:
  constexpr settable() = default;
  template <class Given>
  requires(!std::is_same_v<std::remove_cvref_t<Given>, settable> && field_takes<Value, Given>) settable(Given&& given)
      : set_(true), value_(field_value<Value, Place>(std::forward<Given>(given))) {}
  constexpr settable(null_value)
    requires Nullable
      : set_(true) {}
  constexpr settable(std::nullopt_t)
    requires Nullable
      : set_(true) {}
  /// An empty optional is null.
  constexpr settable(std::optional<Value> given)
    requires Nullable
      : set_(true), value_(std::move(given)) {}
  /// Anything else, to say what is taken.
  template <class Given>
  requires(!std::is_same_v<std::remove_cvref_t<Given>, settable> && !field_takes<Value, Given> &&
           !(Nullable &&
             (is_optional<std::remove_cvref_t<Given>> || std::is_same_v<std::remove_cvref_t<Given>, null_value> ||
              std::is_same_v<std::remove_cvref_t<Given>, std::nullopt_t>))) settable(Given&&) {
    check_field<Value, Nullable, Given>();
  }

  /// Whether it was set, be it to null.
  [[nodiscard]] constexpr bool is_set() const { return set_; }
  /// The value; empty when it is null or unset.
  [[nodiscard]] constexpr const std::optional<Value>& value() const { return value_; }
  [[nodiscard]] constexpr bool has_value() const { return value_.has_value(); }
  [[nodiscard]] constexpr const Value& operator*() const { return *value_; }

 private:
  bool set_ = false;
  std::optional<Value> value_;
};

/// A field that the database alone writes: nothing can be given for it.
struct written_by_database {
  constexpr written_by_database() = default;
  template <class Given>
    requires(!std::is_same_v<std::remove_cvref_t<Given>, written_by_database>)
  written_by_database(Given&&) {
    static_assert(!std::is_same_v<Given, Given>,
                  "virga: the database alone writes this column (generated always); leave it out");
  }
};

template <auto Definition>
using value_of = typename decltype(Definition)::type::value;

template <class Source>
struct columns_of {
  template <auto Definition>
  using field = column<Source, Definition.name, typename decltype(Definition)::type, Definition.traits()>;
};
/// The column of a field that holds a number; void for others.
template <class Source, auto Definition>
using place_of = std::conditional_t<std::is_arithmetic_v<value_of<Definition>>,
                                    typename columns_of<Source>::template field<Definition>, void>;

struct select_mode {
  template <auto Definition>
  using field = nullable_if<value_of<Definition>, Definition.nullable()>;
};

struct insert_mode {};
struct update_mode {};

/// The modes of what is written, with the table it is for. The fields of numbers know their columns.
template <class Source>
struct insert_mode_of {
  template <auto Definition>
  using field = std::conditional_t<
      Definition.written_by_database(), written_by_database,
      std::conditional_t<Definition.nullable() || Definition.may_be_left_out() || Definition.is_made_on_insert(),
                         settable<value_of<Definition>, Definition.nullable(), place_of<Source, Definition>>,
                         required<value_of<Definition>, place_of<Source, Definition>>>>;
};
template <class Source>
struct update_mode_of {
  template <auto Definition>
  using field = std::conditional_t<Definition.written_by_database(), written_by_database,
                                   settable<value_of<Definition>, Definition.nullable(), place_of<Source, Definition>>>;
};

template <class Mode, class Source>
struct mode_in {
  using type = Mode;
};
template <class Source>
struct mode_in<insert_mode, Source> {
  using type = insert_mode_of<Source>;
};
template <class Source>
struct mode_in<update_mode, Source> {
  using type = update_mode_of<Source>;
};

template <auto Definition>
struct defined {
  static constexpr auto definition = Definition;
};
struct definition_mode {
  template <auto Definition>
  using field = defined<Definition>;
};

}  // namespace virga
