// SPDX-License-Identifier: BSL-1.0
//
// What a column is declared to be: `pg::varchar("email", 255).not_null().unique()`. A definition is a constant that
// can be a template argument. It never enters the type of an expression; see column.hpp for what does.
#pragma once
#include <concepts>
#include <cstddef>
#include <string_view>

#include "virga/core/fixed_string.hpp"
#include "virga/expr/parameter.hpp"
#include "virga/render/source.hpp"
#include "virga/schema/constant_text.hpp"
#include "virga/types/stored_as.hpp"

namespace virga {

namespace types {
template <class Element, int Dimensions, bool Nulls>
struct nested_array_of;
}  // namespace types

namespace pg {

/// What happens to a row when the row it references goes away or changes its key.
/// Source: PostgreSQL manual, "CREATE TABLE", REFERENCES.
enum class action : unsigned char { no_action, restrict, cascade, set_null, set_default };

struct reference_options {
  action on_delete = action::no_action;
  action on_update = action::no_action;
};

}  // namespace pg

namespace schema {

/// How the database makes a value that was not given.
enum class generation : unsigned char { none, identity_always, identity_by_default, stored, serial };

struct no_reference {
  static constexpr bool exists = false;
};
template <template <class> class Table, fixed_string Column>
struct reference {
  static constexpr bool exists = true;
  pg::reference_options options{};

  template <class Mode>
  using target = Table<Mode>;
  static constexpr std::string_view column_name() { return Column.view(); }
};

/// The functions by which the program makes a column's values where none are given; null pointers for none.
template <auto OnInsert, auto OnUpdate>
struct made_by_program {
  static constexpr auto on_insert = OnInsert;
  static constexpr auto on_update = OnUpdate;
  static constexpr bool inserts = !std::is_null_pointer_v<decltype(OnInsert)>;
  static constexpr bool updates = !std::is_null_pointer_v<decltype(OnUpdate)>;
};
/// Whether such a function gives what a column takes.
template <class Type, auto Function>
concept makes_values = requires { requires value_for<Type, std::remove_cvref_t<decltype(Function())>>; };

/// A column's type as the database has it: without what `as<T>()` made of it.
template <class Type>
struct type_in_database {
  using type = Type;
};
template <class Base, class T>
struct type_in_database<types::as_type<Base, T>> {
  using type = Base;
};

/// Whether a column of the type says its length or precision itself; a domain has said it.
template <class Type>
constexpr bool modifier_is_written() {
  if constexpr (requires { typename Type::domain_kind; })
    return false;
  else if constexpr (requires { typename Type::element; })
    return modifier_is_written<typename Type::element>();
  else if constexpr (requires { typename Type::base; })
    return modifier_is_written<typename Type::base>();
  else
    return true;
}
/// What a column has from its domain.
struct of_domain {
  bool is_not_null = false, has_default = false;
};
template <class Type>
inline constexpr of_domain from_domain{};
template <class Type>
requires requires { typename type_in_database<Type>::type::domain_kind; }
inline constexpr of_domain from_domain<Type>{type_in_database<Type>::type::definition.base.is_not_null,
                                             type_in_database<Type>::type::definition.base.has_default};

/// What a value of a column has to hold to.
template <class Type>
constexpr type_modifier modifier_of(int length, int scale) {
  if constexpr (modified_type<Type>)
    return {length, scale};
  else
    return {};
}

/// What a definition says that is of one type in all of them.
struct declared {
  bool is_not_null = false, is_primary_key = false, is_unique = false, has_default = false, is_loggable = false;
  generation generated = generation::none;
  int length = 0, scale = 0;  // as in type_modifier
  bounded_text<64> collation{};
};
/// What expressions need to know of a column; apart from the definitions, of which there are many more types.
template <class Type, class Made>
constexpr unsigned traits_of(const declared& column) {
  using namespace render;
  const bool always = column.generated == generation::identity_always;
  const bool left_out = column.has_default || from_domain<Type>.has_default;
  const bool on_insert = Made::inserts || (!left_out && makes_values<Type, Made::on_update>);
  return (column.is_not_null || from_domain<Type>.is_not_null ? trait::none : trait::nullable) |
         (column.is_primary_key ? trait::primary_key : trait::none) | (column.is_unique ? trait::unique : trait::none) |
         (left_out ? trait::has_default : trait::none) |
         (always || column.generated == generation::stored ? trait::generated : trait::none) |
         (always ? trait::identity : trait::none) |
         (on_insert ? trait::made_on_insert : trait::none) | (Made::updates ? trait::made_on_update : trait::none) |
         (column.is_loggable ? trait::loggable : trait::none) |
         modifier_of<Type>(column.length, column.scale).packed() << trait::bits;
}

/// A definition as plain data, for what runs over many columns.
struct column_facts {
  std::string_view name, type, default_text, collation;
  bool is_not_null, is_primary_key, is_unique, has_default;
  generation generated;
  type_modifier modifier;
  modifiers_function modifiers;  // null where length and scale are written as they are
};

template <class Type, std::size_t Name, std::size_t Default = 1, class Reference = no_reference,
          class Made = made_by_program<nullptr, nullptr>>
struct column_definition;

/// A definition with another type; apart from the struct, of which there is one a column.
template <class NewType, class Made, class Type, std::size_t Name, std::size_t Default, class Reference, class OldMade>
consteval auto retyped(const column_definition<Type, Name, Default, Reference, OldMade>& in) {
  return column_definition<NewType, Name, Default, Reference, Made>{in, in.name, in.default_text, in.references_to};
}
template <class Type, int Dimensions, bool Nulls>
struct array_type {
  static_assert(!types::is_array<typename type_in_database<Type>::type>,
                "virga: array() is said once; a list of lists is array<2>()");
  static_assert(Dimensions >= 1 && Dimensions <= 6, "virga: PostgreSQL's arrays have one to six dimensions");
  using type = types::nested_array_of<Type, Dimensions, Nulls>;
};
template <class Type>
requires(!types::is_array<typename type_in_database<Type>::type>) struct array_type<Type, 1, false> {
  using type = types::array_of<Type>;
};

/// The declaration of one column. `Default` is the room for the SQL of its default.
template <class Type, std::size_t Name, std::size_t Default, class Reference, class Made>
struct column_definition : declared {
  using type = Type;
  using made = Made;

  // no initialisers: all three have their own, and these would be compiled again for each definition
  fixed_string<Name> name;
  bounded_text<Default> default_text;
  Reference references_to;

  /// The column takes no null. SQL: `not null`.
  [[nodiscard]] consteval auto not_null() const {
    auto copy = *this;
    copy.is_not_null = true;
    return copy;
  }
  /// Observers may show the values that statements bind for this column, which they do not for others. It is nothing to
  /// the database.
  [[nodiscard]] consteval auto loggable() const {
    auto copy = *this;
    copy.is_loggable = true;
    return copy;
  }
  /// The column alone identifies a row; it takes no null. SQL: `primary key`. For keys of several columns:
  /// `pg::primary_key(t.a, t.b)` in `extras`.
  [[nodiscard]] consteval auto primary_key() const {
    auto copy = *this;
    copy.is_primary_key = copy.is_not_null = true;
    return copy;
  }
  /// No two rows have the same value. SQL: `unique`.
  [[nodiscard]] consteval auto unique() const {
    auto copy = *this;
    copy.is_unique = true;
    return copy;
  }
  /// What the database stores where nothing is given: a bool, a whole number, text or an enumerator. SQL: `default …`.
  template <class Value>
  [[nodiscard]] consteval auto default_value(Value value) const {
    constexpr bool fits = value_for<Type, Value>;
    static_assert(fits, "virga: default_value(): a value of this C++ type does not fit the column's SQL type");
    if constexpr (requires { Type::label_of(value); }) {
      return with_default(literal(Type::label_of(value)));
    } else {
      static_assert(std::same_as<Value, bool> || whole_number<Value>,
                    "virga: default_value() takes a bool, a whole number or a string literal; for others use default_sql(\"…\")");
      return with_default(literal(value));
    }
  }
  template <std::size_t Size>
  [[nodiscard]] consteval auto default_value(const char (&value)[Size]) const {
    constexpr bool fits = value_for<Type, const char*>;
    static_assert(fits, "virga: default_value(): text does not fit the column's SQL type");
    return with_default(literal(value));
  }
  /// The same, as SQL: `default_sql("nextval('tickets')")`.
  template <std::size_t Size>
  [[nodiscard]] consteval auto default_sql(const char (&expression)[Size]) const {
    bounded_text<Size> text;
    for (std::size_t i = 0; i < Size; ++i) text.data[i] = expression[i];
    return with_default(text);
  }
  /// The time of the transaction. Dates and times only. SQL: `default now()`.
  [[nodiscard]] consteval auto default_now() const {
    static_assert(type_in_database<Type>::type::family == type_family::time, "virga: default_now() is for columns that hold a date or a time");
    return default_sql("now()");
  }
  /// A random UUID (version 4). uuid columns only. SQL: `default gen_random_uuid()`.
  [[nodiscard]] consteval auto default_random() const {
    static_assert(type_in_database<Type>::type::family == type_family::uuid, "virga: default_random() is for uuid columns");
    return default_sql("gen_random_uuid()");
  }
  /// What the program gives where an insert leaves the value out: `default_fn<&make_id>()`. The function is called without
  /// arguments, once a row and each time the insert runs; the database knows nothing of it.
  /// Compile time: what it returns must fit the column. Run time: what the function throws.
  template <auto Function>
  [[nodiscard]] consteval auto default_fn() const {
    constexpr bool fits = makes_values<Type, Function>;
    static_assert(fits, "virga: default_fn<&f>(): f is called without arguments and must return a value that fits the column");
    if constexpr (fits) return retyped<Type, made_by_program<Function, Made::on_update>>(*this);
    else return *this;
  }
  /// What the program gives where an update (or what an insert does on conflict) does not set the column:
  /// `on_update_fn<&now>()`; where an insert leaves it out, too, unless there is another default. The function may also
  /// return an SQL expression without values, for updates alone: `on_update_fn<[] { return now(); }>()`.
  /// Compile time: what it returns must fit the column. Run time: what the function throws.
  template <auto Function>
  [[nodiscard]] consteval auto on_update_fn() const {
    constexpr bool fits = makes_values<Type, Function> || requires {
      typename decltype(Function())::type;
      requires std::is_empty_v<decltype(Function())>;
    };
    static_assert(fits, "virga: on_update_fn<&f>(): f is called without arguments and must return a value that fits the "
                        "column, or an SQL expression without values of its own");
    if constexpr (fits) return retyped<Type, made_by_program<Made::on_insert, Function>>(*this);
    else return *this;
  }
  /// The database counts, and takes no value from anyone; from 1, one by one, or as the options say:
  /// `generated_always_as_identity({.start_with = 1000, .increment_by = 10})`. SQL: `generated always as identity (…)`.
  [[nodiscard]] consteval auto generated_always_as_identity(pg::sequence_options options = {}) const {
    return identity(generation::identity_always, options);
  }
  /// The database counts where no value is given. SQL: `generated by default as identity (…)`.
  [[nodiscard]] consteval auto generated_by_default_as_identity(pg::sequence_options options = {}) const {
    return identity(generation::identity_by_default, options);
  }
  /// The order and equality of a text column's values: `collate("C")`, `collate("de-x-icu")`. SQL: `collate "C"`.
  template <std::size_t Size>
  [[nodiscard]] consteval auto collate(const char (&given)[Size]) const {
    static_assert(Size > 1 && Size <= 64, "virga: the name of a collation has 1 to 63 bytes");
    static_assert(type_in_database<Type>::type::family == type_family::string ||
                      types::is_array<typename type_in_database<Type>::type>,
                  "virga: collate() is for columns of text");
    auto copy = *this;
    for (std::size_t i = 0; i < Size; ++i) copy.collation.data[i] = given[i];
    return copy;
  }
  /// The database computes the value from the row's other columns. SQL: `generated always as (…) stored`.
  template <std::size_t Size>
  [[nodiscard]] consteval auto generated_always_as(const char (&expression)[Size]) const {
    auto copy = default_sql(expression);
    copy.has_default = false;
    copy.generated = generation::stored;
    return copy;
  }
  /// The value is that of a row of another table: `.references<users_table, "id">({.on_delete = pg::action::cascade})`.
  /// The table may be declared later. Compile time (where the table's DDL or a query uses it): the other column must
  /// exist and be of the same SQL type. SQL: `references "users" ("id") on delete cascade`.
  template <template <class> class Table, fixed_string Column>
  [[nodiscard]] consteval auto references(pg::reference_options options = {}) const {
    return rebuilt(default_text, reference<Table, Column>{options});
  }

  /// A list of what the column was: `pg::text("tags").array()`. C++: a std::vector, for `array<2>()` a std::vector of
  /// them, which must all be of one length. A NULL inside is a fault; where there may be some, see `array_with_nulls`.
  /// More than one dimension needs "virga/types/nested_array.hpp". SQL: `text[]`.
  template <int Dimensions = 1>
  [[nodiscard]] consteval auto array() const {
    return retyped<typename array_type<Type, Dimensions, false>::type, Made>(*this);
  }
  /// The same with elements that may be NULL. C++: a std::vector of std::optional; include
  /// "virga/types/nested_array.hpp".
  template <int Dimensions = 1>
  [[nodiscard]] consteval auto array_with_nulls() const {
    return retyped<typename array_type<Type, Dimensions, true>::type, Made>(*this);
  }

  /// The column's C++ type is the program's own: `pg::bigint("id").as<OrderId>()`. SQL: as without it. Compile time: T must
  /// be storable (see virga::stored_as); columns of T are compared with values and columns of T alone. A default is
  /// given before: `pg::integer("level").default_value(1).as<level>()`.
  template <class T>
  [[nodiscard]] consteval auto as() const {
    constexpr bool fits = types::has_own_codec<Type, T> || types::storable<T, typename Type::value>;
    static_assert(fits, "virga: as<T>(): T has neither a member `value` of the column's C++ type nor a specialisation of "
                        "virga::stored_as with to() and from() (virga/types/stored_as.hpp), or cannot be copied");
    if constexpr (fits) return retyped<types::as_type<Type, T>, Made>(*this);
    else return *this;
  }

  [[nodiscard]] constexpr bool nullable() const { return has(render::trait::nullable); }
  /// Whether the database fills it in where an insert leaves it out.
  [[nodiscard]] constexpr bool may_be_left_out() const { return has(render::trait::has_default); }
  /// Whether the program makes the value where an insert leaves it out.
  [[nodiscard]] constexpr bool is_made_on_insert() const { return has(render::trait::made_on_insert); }
  [[nodiscard]] constexpr bool written_by_database() const { return has(render::trait::generated); }
  [[nodiscard]] constexpr column_facts facts() const {
    return {name.view(),    Type::name, default_text.view(), collation.view(), is_not_null,
            is_primary_key, is_unique,  has_default,         generated,        written_modifier(), modifiers_of<Type>};
  }
  /// What a value of the column has to hold to.
  [[nodiscard]] constexpr type_modifier modifier() const { return modifier_of<Type>(length, scale); }
  /// The modifier as the column itself says it: that of a domain is the domain's.
  [[nodiscard]] constexpr type_modifier written_modifier() const {
    if constexpr (modifier_is_written<Type>())
      return {length, scale};
    else
      return {};
  }
  /// What expressions need to know of the column.
  [[nodiscard]] constexpr unsigned traits() const {
    return traits_of<Type, Made>(*this);
  }

 private:
  [[nodiscard]] constexpr bool has(unsigned trait) const { return (traits() & trait) != 0; }
  template <class Text, class NewReference>
  [[nodiscard]] consteval auto rebuilt(Text text, NewReference to) const {
    return column_definition<Type, Name, sizeof(text.data), NewReference, Made>{*this, name, text, to};
  }
  template <class Text>
  [[nodiscard]] consteval auto with_default(Text text) const {
    auto copy = rebuilt(text, references_to);
    copy.has_default = true;
    return copy;
  }
  [[nodiscard]] consteval auto identity(generation how, pg::sequence_options options) const {
    constexpr bool counts = std::integral<typename type_in_database<Type>::type::value>;
    static_assert(counts, "virga: an identity column counts; declare it smallint, integer or bigint");
    auto copy = rebuilt(sequence_text(options), references_to);
    copy.generated = how;
    copy.has_default = true;
    copy.is_not_null = true;
    return copy;
  }
};

}  // namespace schema
}  // namespace virga
