// SPDX-License-Identifier: BSL-1.0
//
// Queries whose values are given by name when they run.
#pragma once
#include <tuple>

#include "virga/query/statement.hpp"
#include "virga/query/target.hpp"

namespace virga {

namespace query {

/// The placeholders of a statement, in the order of its text; a name may stand in it more than once.
template <class Statement>
inline constexpr auto placeholders_of = [] {
  struct {
    render::placeholder_info all[render::measured_of<Statement>.totals.placeholders + 1];
  } found{};
  sink counting;
  counting.collect(found.all);
  Statement::render(counting);
  return found;
}();

/// Whether a type is that of a word for null.
template <class Given>
inline constexpr bool is_null_word =
    std::same_as<Given, null_value> || std::same_as<Given, std::nullopt_t> || std::same_as<Given, std::nullptr_t>;

/// The C++ type that a value is kept as until it is sent.
template <class Given>
using kept_as =
    std::conditional_t<std::is_convertible_v<Given, std::string_view> && !is_null_word<Given>, std::string, std::remove_cvref_t<Given>>;

/// Whether a C++ value is of the very type that a placeholder's column encodes itself.
template <class Given>
constexpr bool is_own_of(const render::placeholder_info& placeholder) {
  if constexpr (is_optional<Given>)
    return is_own_of<typename Given::value_type>(placeholder);
  else
    return placeholder.own == &identity_of<Given>;
}

/// Whether a C++ type, or the one in a std::optional, has a text by itself.
template <class T>
inline constexpr bool has_text = has_default_type<T>;
template <class T>
inline constexpr bool has_text<std::optional<T>> = has_default_type<T>;

/// Whether a C++ value may be given for a placeholder, as what it is by itself; whether null may, is another question.
template <class Given>
constexpr bool is_taken_by(const render::placeholder_info& placeholder) {
  using plain = std::remove_cvref_t<Given>;
  if constexpr (is_null_word<plain>)
    return true;
  else if constexpr (is_optional<plain>)
    return is_taken_by<typename plain::value_type>(placeholder);
  else if constexpr (std::same_as<plain, bool>)
    return placeholder.takes_booleans;
  else if constexpr (whole_number<plain>)
    return placeholder.takes_numbers;
  else if constexpr (std::floating_point<plain>)
    return placeholder.takes_numbers && !placeholder.takes_whole_numbers;
  else if constexpr (std::convertible_to<plain, std::string_view>)
    return placeholder.takes_text;
  else if constexpr (has_default_type<plain>)
    return placeholder.takes_its_default && type_of<plain>::name == placeholder.type;
  else
    return false;
}

/// What a query does with the value of a name.
struct placeholder_use {
  bool known = false;    // a placeholder has the name
  bool fits = true;      // all places of that take the value
  bool null_fits = true;  // they take null, where the value may be null
  bool exact = false;    // one that does not takes a type of the program's own alone
  bool as_own = false;   // a place encodes it
  bool as_text = false;  // a place takes it as the text that it has by itself
};
template <class Statement, fixed_string Name, class Given>
inline constexpr placeholder_use use_of = [] {
  using plain = std::remove_cvref_t<Given>;
  placeholder_use use;
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i) {
    const render::placeholder_info& each = placeholders_of<Statement>.all[i];
    if (each.name != Name.view()) continue;
    use.known = true;
    if (!each.takes_null && (is_null_word<plain> || is_optional<plain>)) use.null_fits = false;
    if (is_own_of<plain>(each) || is_own_of<kept_as<plain>>(each)) {
      use.as_own = use.as_own || is_own_of<plain>(each);
      continue;
    }
    use.as_text = true;
    if (is_taken_by<plain>(each)) continue;
    use.fits = false;
    use.exact = !each.takes_its_default;
  }
  return use;
}();
/// The C++ type that the value of a name is kept as.
template <class Statement, fixed_string Name, class Given>
using kept = std::conditional_t<use_of<Statement, Name, Given>.as_own, std::remove_cvref_t<Given>, kept_as<Given>>;

/// Whether all places of a name take the value that is given under it.
template <class Statement, fixed_string Name, class Given>
inline constexpr bool is_taken = [] {
  constexpr placeholder_use use = use_of<Statement, Name, Given>;
  return use.fits && (!use.as_own || !use.as_text || has_text<std::remove_cvref_t<Given>>);
}();
/// Whether one of them takes a type of the program's own alone.
template <class Statement, fixed_string Name, class Given>
inline constexpr bool is_taken_by_own_type = !is_taken<Statement, Name, Given> &&
                                             (use_of<Statement, Name, Given>.exact || use_of<Statement, Name, Given>.as_own);

/// Whether some names are those of all placeholders.
template <class Statement, fixed_string... Names>
constexpr bool gives_every() {
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i)
    if (!((placeholders_of<Statement>.all[i].name == Names.view()) || ...)) return false;
  return true;
}

/// A name that a value is given under, and whether that is a mistake.
template <fixed_string Name, bool Mistaken>
struct given_name {};
/// The first name of those that are mistakes.
template <class... Given>
constexpr sentence mistaken_name() {
  sentence name;
  const auto look_at = [&]<fixed_string Name, bool Mistaken>(given_name<Name, Mistaken>) {
    if (Mistaken && name.size() == 0) name.add(Name.view());
  };
  (look_at(Given{}), ...);
  return name;
}
template <class... Given>
using about_mistaken = about<fixed<&mistaken_name<Given...>>()>;

/// The first placeholder that none of some names is for.
template <class Statement, fixed_string... Names>
constexpr sentence missing_name() {
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i)
    if (!((placeholders_of<Statement>.all[i].name == Names.view()) || ...))
      return sentence(placeholders_of<Statement>.all[i].name);
  return sentence();
}

/// What a query's chain says of its result.
template <class Query>
struct projection_like {};
template <class Query>
requires requires { typename Query::projection_type; }
struct projection_like<Query> {
  using projection_type = typename Query::projection_type;
};

/// The name of a value, and whether any of its places takes it as text.
struct supplied_name {
  std::string_view name;
  bool as_text;
};

}  // namespace query

/// A query with the values of its placeholders.
template <class Query, class... Values>
struct supplied_query : statement_base<supplied_query<Query, Values...>>, query::projection_like<Query> {
  static constexpr bool supplied = true;
  using previous_type = typename Query::previous_type;
  using clause_type = typename Query::clause_type;

  const Query& query;
  std::tuple<Values...> values;
  query::supplied_name names[sizeof...(Values) + 1];

  supplied_query(const Query& of, const query::supplied_name (&given)[sizeof...(Values) + 1], Values... each)
      : query(of), values(std::move(each)...) {
    for (std::size_t i = 0; i < sizeof...(Values); ++i) names[i] = given[i];
  }

  static constexpr void render(sink& s) { Query::render(s); }
  void bind(binder& b) const {
    std::apply(
        [&](const auto&... value) {
          std::size_t i = 0;
          (write(value, i++), ...);
        },
        values);
    b.supply(supplied_);
    query.bind(b);
  }

 private:
  template <class Value>
  void write(const Value& value, std::size_t index) const {
    if constexpr (is_optional<Value>) {
      supplied_[index] = {names[index].name, nullptr, nullptr, &identity_of<typename Value::value_type>};
      if (value) write(*value, index);
    } else if constexpr (query::is_null_word<Value>) {
      supplied_[index] = {names[index].name, nullptr, nullptr, nullptr};
    } else {
      supplied_[index] = {names[index].name, nullptr, &value, &identity_of<Value>};
      if constexpr (has_default_type<Value>) {
        if (!names[index].as_text) return;
        if (const fault wrong = type_of<Value>::encode(value, texts_[index]))
          throw value_error("placeholder " + std::string(names[index].name), std::string(type_of<Value>::name), wrong,
                            0, texts_[index].view());
        supplied_[index].text = texts_[index].data();
      }
    }
  }

  mutable parameter_text texts_[sizeof...(Values) + 1];
  mutable render::supplied_value supplied_[sizeof...(Values) + 1];
};

/// A query that is run with values for its placeholders, each by its name:
/// `by_email.one(db, "email"_name = "ann@example.org")`. It may be kept and run again and again. Errors and observers
/// name the call of `prepare` as where it was called; `by_email.with(…).one(db)` is named itself.
/// Compile time: a value for every placeholder, of a type that its place takes (a `T` beside a column with `as<T>()`,
/// and nothing else), or a std::optional of it; and no others.
template <class Query>
class prepared_query {
 public:
  explicit prepared_query(Query query, const std::source_location& where) : query_(std::move(query)), where_(where) {}

  [[nodiscard]] static constexpr std::string_view text() { return Query::text(); }
  /// The query with values, as a statement: for `to_sql` and for terminals. It must not outlive this object.
  template <fixed_string... Names, class... Given>
  [[nodiscard]] auto with(const named_value<Names, Given>&... values) const {
    constexpr bool known = (query::use_of<Query, Names, Given>.known && ...);
    if constexpr (!known)
      static_assert(
          excused<query::about_mistaken<query::given_name<Names, !query::use_of<Query, Names, Given>.known>...>>,
          "virga: a value is given under a name for which the query has no placeholder");
    constexpr bool taken = !known || (query::is_taken<Query, Names, Given> && ...);
    constexpr bool own = (query::is_taken_by_own_type<Query, Names, Given> || ...);
    if constexpr (!taken && own)
      static_assert(
          excused<query::about_mistaken<query::given_name<Names, !query::is_taken<Query, Names, Given>>...>>,
          "virga: the placeholder of this name takes exactly the C++ type of the column or expression beside it, "
          "as what as<T>() takes is a T; give one");
    else if constexpr (!taken)
      static_assert(
          excused<query::about_mistaken<query::given_name<Names, !query::is_taken<Query, Names, Given>>...>>,
          "virga: a value is given whose C++ type does not fit the SQL type at its placeholder; convert it first");
    constexpr bool null_taken = !known || !taken || (query::use_of<Query, Names, Given>.null_fits && ...);
    if constexpr (!null_taken)
      static_assert(
          excused<query::about_mistaken<query::given_name<Names, !query::use_of<Query, Names, Given>.null_fits>...>>,
          "virga: null, or an optional, is given for a placeholder that is not assigned to a column which may "
          "be null; give a value");
    // only where all names are known, since one may be misspelt
    constexpr bool complete = !known || query::gives_every<Query, Names...>();
    if constexpr (!complete)
      static_assert(excused<about<fixed<&query::missing_name<Query, Names...>>()>>,
                    "virga: the query has a placeholder for which no value is given; add \"name\"_name = value");
    if constexpr (known && taken && null_taken && complete)
      return supplied_query<Query, query::kept<Query, Names, Given>...>(
          query_, {{Names.view(), query::use_of<Query, Names, Given>.as_text}..., {}},
          query::kept<Query, Names, Given>(values.value)...);
    else
      return query::no_statement{};
  }
  template <class Executor, class... Values>
  auto all(Executor&& on, const Values&... values) const {
    return with(values...).all(on, where_);
  }
  template <class Executor, class... Values>
  auto one(Executor&& on, const Values&... values) const {
    return with(values...).one(on, where_);
  }
  template <class Executor, class... Values>
  auto first(Executor&& on, const Values&... values) const {
    return with(values...).first(on, where_);
  }
  template <class Executor, class... Values>
  auto view(Executor&& on, const Values&... values) const {
    return with(values...).view(on, where_);
  }
  template <class Executor, class... Values>
  auto stream(Executor&& on, const Values&... values) const {
    return with(values...).stream(on, where_);
  }
  template <class Executor, class Function, class... Values>
  void each(Executor&& on, Function&& f, const Values&... values) const {
    with(values...).each(on, f, where_);
  }
  template <class Executor, class... Values>
  std::size_t run(Executor&& on, const Values&... values) const {
    return with(values...).run(on, where_);
  }
  /// The same, without exceptions of virga's own: see `statement_base::try_all`.
  template <class Executor, class... Values>
  [[nodiscard]] auto try_all(Executor&& on, const Values&... values) const {
    return with(values...).try_all(on, where_);
  }
  template <class Executor, class... Values>
  [[nodiscard]] auto try_one(Executor&& on, const Values&... values) const {
    return with(values...).try_one(on, where_);
  }
  template <class Executor, class... Values>
  [[nodiscard]] auto try_first(Executor&& on, const Values&... values) const {
    return with(values...).try_first(on, where_);
  }
  template <class Executor, class Function, class... Values>
  [[nodiscard]] auto try_each(Executor&& on, Function&& f, const Values&... values) const {
    return with(values...).try_each(on, f, where_);
  }
  template <class Executor, class... Values>
  [[nodiscard]] auto try_run(Executor&& on, const Values&... values) const {
    return with(values...).try_run(on, where_);
  }

 private:
  Query query_;
  std::source_location where_;
};

/// Makes a query ready to be run with values: `auto by_email = prepare(select(…).where(users.email ==
/// placeholder("email"_name)));`.
template <statement_like Query>
[[nodiscard]] auto prepare(Query query, std::source_location where = std::source_location::current()) {
  query::require_valid<Query>();
  return prepared_query<Query>(std::move(query), where);
}

}  // namespace virga
