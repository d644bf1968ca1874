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

/// Whether a C++ value may be given for a placeholder.
template <class Given>
constexpr bool is_taken_by(const render::placeholder_info& placeholder) {
  using plain = std::remove_cvref_t<Given>;
  if constexpr (is_optional<plain>) return is_taken_by<typename plain::value_type>(placeholder);
  else if constexpr (std::same_as<plain, bool>) return placeholder.takes_booleans;
  else if constexpr (whole_number<plain>) return placeholder.takes_numbers;
  else if constexpr (std::floating_point<plain>) return placeholder.takes_numbers && !placeholder.takes_whole_numbers;
  else if constexpr (std::convertible_to<plain, std::string_view>) return placeholder.takes_text;
  else if constexpr (has_default_type<plain>) return type_of<plain>::name == placeholder.type;
  else return false;
}

/// Whether a statement has a placeholder of that name.
template <class Statement>
constexpr bool has_placeholder(std::string_view name) {
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i)
    if (placeholders_of<Statement>.all[i].name == name) return true;
  return false;
}
/// Whether all placeholders of that name take a C++ value.
template <class Statement, class Given>
constexpr bool is_taken(std::string_view name) {
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i)
    if (placeholders_of<Statement>.all[i].name == name && !is_taken_by<Given>(placeholders_of<Statement>.all[i]))
      return false;
  return true;
}
/// Whether some names are those of all placeholders.
template <class Statement, fixed_string... Names>
constexpr bool gives_every() {
  for (std::size_t i = 0; i < render::measured_of<Statement>.totals.placeholders; ++i)
    if (!((placeholders_of<Statement>.all[i].name == Names.view()) || ...)) return false;
  return true;
}

/// The first name that no placeholder has.
template <class Statement, fixed_string... Names>
constexpr sentence unknown_name() {
  sentence name;
  ((name.size() == 0 && !has_placeholder<Statement>(Names.view()) ? name.add(Names.view()) : void()), ...);
  return name;
}
/// The name of the first value that its placeholder does not take.
template <class Statement, class... Values>
constexpr sentence name_of_misfit() {
  sentence name;
  const auto look_at = [&]<fixed_string Name, class Given>(const named_value<Name, Given>*) {
    if (name.size() == 0 && !is_taken<Statement, Given>(Name.view())) name.add(Name.view());
  };
  (look_at(static_cast<const Values*>(nullptr)), ...);
  return name;
}
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

/// The C++ type that a value is kept as until it is sent.
template <class Given>
using kept = std::conditional_t<std::is_convertible_v<Given, std::string_view>, std::string, std::remove_cvref_t<Given>>;

}  // namespace query

/// A query with the values of its placeholders.
template <class Query, class... Values>
struct supplied_query : statement_base<supplied_query<Query, Values...>>, query::projection_like<Query> {
  static constexpr bool supplied = true;
  using previous_type = typename Query::previous_type;
  using clause_type = typename Query::clause_type;

  const Query& query;
  std::tuple<Values...> values;
  std::string_view names[sizeof...(Values) + 1];

  supplied_query(const Query& of, const std::string_view (&given)[sizeof...(Values) + 1], Values... each)
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
    supplied_[index] = {names[index], nullptr};
    if constexpr (is_optional<Value>) {
      if (value) write(*value, index);
    } else {
      if (const fault wrong = type_of<Value>::encode(value, texts_[index]))
        throw value_error("placeholder " + std::string(names[index]), std::string(type_of<Value>::name), wrong, 0,
                          texts_[index].view());
      supplied_[index].text = texts_[index].data();
    }
  }

  mutable parameter_text texts_[sizeof...(Values) + 1];
  mutable render::supplied_value supplied_[sizeof...(Values) + 1];
};

/// A query that is run with values for its placeholders, each by its name:
/// `by_email.one(db, "email"_name = "ann@example.org")`. It may be kept and run again and again. Errors and observers
/// name the call of `prepare` as where it was called; `by_email.with(…).one(db)` is named itself.
/// Compile time: a value for every placeholder, of a type that its place takes, and no others.
template <class Query>
class prepared_query {
 public:
  explicit prepared_query(Query query, const std::source_location& where) : query_(std::move(query)), where_(where) {}

  [[nodiscard]] static constexpr std::string_view text() { return Query::text(); }
  /// The query with values, as a statement: for `to_sql` and for terminals. It must not outlive this object.
  template <fixed_string... Names, class... Given>
  [[nodiscard]] auto with(const named_value<Names, Given>&... values) const {
    constexpr bool known = (query::has_placeholder<Query>(Names.view()) && ...);
    if constexpr (!known)
      static_assert(excused<about<fixed<&query::unknown_name<Query, Names...>>()>>,
                    "virga: a value is given under a name for which the query has no placeholder");
    constexpr bool taken = (query::is_taken<Query, Given>(Names.view()) && ...);
    if constexpr (!taken)
      static_assert(
          excused<about<fixed<&query::name_of_misfit<Query, named_value<Names, Given>...>>()>>,
          "virga: a value is given whose C++ type does not fit the SQL type at its placeholder; convert it first");
    constexpr bool complete = !known || query::gives_every<Query, Names...>();
    if constexpr (!complete)
      static_assert(excused<about<fixed<&query::missing_name<Query, Names...>>()>>,
                    "virga: the query has a placeholder for which no value is given; add \"name\"_name = value");
    if constexpr (known && taken && complete)
      return supplied_query<Query, query::kept<Given>...>(query_, {Names.view()..., {}}, query::kept<Given>(values.value)...);
    else return query::no_statement{};
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
