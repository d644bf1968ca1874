// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/set_operation.hpp"

namespace virga {

namespace query {

/// Whether the rows found first can hold the numbers found later: PostgreSQL takes the first query's types.
template <class... First, class... Both>
consteval bool holds_numbers(type_list<First...>, type_list<Both...>) {
  return ((First::item::type::family != type_family::number ||
           std::same_as<typename First::item::type, typename Both::item::type>)&&...);
}
/// Whether the first query of a recursive table is one, said in words where not.
template <class First>
constexpr bool check_first() {
  constexpr bool gives = gives_columns<First>;
  static_assert(gives, "virga: cte(name).recursive(first, next): the first query is a select");
  return gives;
}
/// What the function for the next rows returns, for `check_members`; what is no query has a message of its own.
template <class Next>
using next_member = std::conditional_t<gives_columns<Next>, Next, refused>;

}  // namespace query

namespace schema {

/// A common table expression, as columns know it: by its name alone.
template <fixed_string Name>
struct common_table_source {
  static constexpr render::source_info info{render::source_kind::common_table, {}, Name.view(), {}};

  template <class Sink>
  static constexpr void check(Sink& s) {
    if (!s.knows_common_table(info)) s.broken(render::rule::common_table_without_with, nullptr, &info);
  }
};

/// The same under another name.
template <fixed_string Name, fixed_string Alias>
struct aliased_common_table_source {
  static constexpr render::source_info info{render::source_kind::common_table, {}, Name.view(), Alias.view()};

  template <class Sink>
  static constexpr void check(Sink& s) {
    common_table_source<Name>::check(s);
  }
};

}  // namespace schema

/// A common table expression as the queries after it, and its own recursive part, read it.
template <fixed_string Name, class Query>
struct common_table_reference : named_query<schema::common_table_source<Name>, Query> {
  /// The same under another name, to join it with itself: `const auto boss = staff.as("boss"_name);`.
  /// SQL: `"staff" as "boss"`.
  template <fixed_string Alias>
  [[nodiscard]] constexpr auto as(name_literal<Alias>) const {
    return named_query<schema::aliased_common_table_source<Name, Alias>, Query>{};
  }
};

/// Whether the server computes it once, apart from the query (`materialized`), or as a part of it; by itself it
/// decides.
enum class materialization : unsigned char { by_default, materialized, not_materialized };

/// A common table expression: a named query that the query after it reads like a table.
/// Source: PostgreSQL manual, "WITH Queries".
template <fixed_string Name, class Query, materialization Materialization = materialization::by_default,
          bool Recursive = false>
struct common_table : common_table_reference<Name, Query> {
  using query_type = Query;
  static constexpr auto computed = Materialization;
  static constexpr bool recursive = Recursive;

  Query query;

  constexpr explicit common_table(Query of) : query(std::move(of)) {}

  /// As before its query: `cte("recent"_name).as(select(…)…).materialized()`.
  [[nodiscard]] constexpr auto materialized() const {
    return common_table<Name, Query, materialization::materialized, Recursive>{query};
  }
  [[nodiscard]] constexpr auto not_materialized() const {
    return common_table<Name, Query, materialization::not_materialized, Recursive>{query};
  }
};

/// What stands in for a common table expression that was refused, so that its message is the only one.
template <fixed_string Name>
struct refused_common_table {
  using source = schema::common_table_source<Name>;
  using columns = type_list<>;
  using query_type = refused;
  static constexpr auto computed = materialization::by_default;
  static constexpr bool recursive = false;

  refused query{};

  constexpr refused_common_table materialized() const { return {}; }
  constexpr refused_common_table not_materialized() const { return {}; }

  constexpr refused operator[](const auto&) const { return {}; }
  template <fixed_string Alias>
  constexpr refused_common_table as(name_literal<Alias>) const {
    return {};
  }
};

/// A common table expression without its query yet.
template <fixed_string Name, materialization Materialization = materialization::by_default>
struct common_table_name {
  /// `cte("recent"_name).as(select(…).from(…))`; an insert, update or delete gives what it returns.
  template <class Query>
  [[nodiscard]] constexpr auto as(Query query) const {
    constexpr bool fits = query::gives_columns<Query>;
    static_assert(fits, "virga: cte(name).as(query) takes a select, or an insert, update or delete with returning()");
    if constexpr (fits) {
      query::check_names(query::columns_given_by<Query>{});
      return common_table<Name, Query, Materialization>{std::move(query)};
    } else {
      return refused_common_table<Name>{};
    }
  }

  /// A query that reads itself: the rows of `first`, and then again and again those that `next` makes of the rows found
  /// last, until there are none. `next` is a function of the table:
  /// `cte("tree"_name).recursive(select(…), [](auto tree) { return select(…).from(nodes).inner_join(tree, …); })`.
  /// SQL: `with recursive "name" as ((first) union all (next))`.
  /// Compile time: both give the same columns; one that may be null in `next` may be null in the table.
  template <class First, class Next>
  [[nodiscard]] constexpr auto recursive(First first, Next next) const {
    if constexpr (query::check_first<First>()) {
      query::check_names(query::columns_given_by<First>{});
      using probe = decltype(next(before<First>{}));
      constexpr bool fit = query::check_members<set_operator::union_all, First, query::next_member<probe>>();
      return recursion<set_operator::union_all, fit, probe>(std::move(first), next);
    } else {
      return refused_common_table<Name>{};
    }
  }
  /// The same, where a row that was found before is left out, so that a circle comes to its end.
  /// SQL: `with recursive "name" as ((first) union (next))`.
  template <class First, class Next>
  [[nodiscard]] constexpr auto recursive_distinct(First first, Next next) const {
    if constexpr (query::check_first<First>()) {
      query::check_names(query::columns_given_by<First>{});
      using probe = decltype(next(before<First>{}));
      constexpr bool fit = query::check_members<set_operator::union_, First, query::next_member<probe>>();
      return recursion<set_operator::union_, fit, probe>(std::move(first), next);
    } else {
      return refused_common_table<Name>{};
    }
  }

  /// Computed once, apart from the query that reads it. SQL: `with "name" as materialized (…)`.
  [[nodiscard]] constexpr auto materialized() const { return common_table_name<Name, materialization::materialized>{}; }
  /// Computed as a part of the query that reads it. SQL: `with "name" as not materialized (…)`.
  [[nodiscard]] constexpr auto not_materialized() const {
    return common_table_name<Name, materialization::not_materialized>{};
  }

 private:
  template <class First>
  using before = common_table_reference<Name, First>;

  /// `Probe` is what `next` makes of the first query's columns, by which is known which columns it makes null: it is
  /// asked again with these.
  template <set_operator Operator, bool Fit, class Probe, class First, class Next>
  static constexpr auto recursion(First first, const Next& next) {
    constexpr bool gives_next = query::gives_columns<Probe>;
    static_assert(gives_next,
                  "virga: cte(name).recursive(first, next): the function returns a select from its argument");
    if constexpr (Fit) {
      using both = query::set_query<Operator, First, Probe>;
      constexpr bool holds = query::holds_numbers(query::columns_given_by<First>{}, query::columns_given_by<both>{});
      static_assert(holds,
                    "virga: recursive(first, next): a column of next is a wider number than that of first; cast<T>(…) "
                    "the first one");
      auto after = next(common_table_reference<Name, both>{});
      return common_table<Name, query::set_query<Operator, First, decltype(after)>, Materialization, true>{
          query::make_set<Operator, true>(std::move(first), std::move(after))};
    } else {
      return refused_common_table<Name>{};
    }
  }
};

/// Names a common table expression. Put it before the query that uses it: `with(recent).select(…).from(recent)`.
template <fixed_string Name>
[[nodiscard]] constexpr common_table_name<Name> cte(name_literal<Name>) {
  return {};
}

namespace query {

/// Whether a statement changes nothing. Functions that do are not known; of what is written by hand, nothing is.
template <class Statement>
consteval bool only_reads() {
  if constexpr (result_part<Statement> != clause::projection ||
                requires { typename Statement::clause_type::handwritten_kind; })
    return false;
  else if constexpr (!has_clause<Statement, clause::with>)
    return true;
  else
    return clause_in<Statement, clause::with>::only_reads();
}

template <class T>
concept common_table_like = requires {
  typename T::query_type;
};

/// `with "name" as (…), …`, before the statement that reads them.
template <class... Tables>
struct with_clause {
  static constexpr auto part = clause::with;
  [[no_unique_address]] pack<Tables...> tables;

  static constexpr void render(sink& s) {
    s.text((Tables::recursive || ...) ? "with recursive " : "with ");
    list_separator comma;
    ((comma.say(s), render_one<Tables>(s)), ...);
    s.text(" ");
  }
  void bind(binder& b) const {
    tables.each([&](const auto& table) { table.query.bind(b); });
  }
  /// Whether none of them writes.
  static consteval bool only_reads() { return (query::only_reads<typename Tables::query_type>() && ...); }
  // none where they were refused, with a message of its own
  static constexpr void group(render::statement_facts& facts) {
    if (sizeof...(Tables) == 0) facts.refused = true;
  }

 private:
  template <class Table>
  static constexpr void render_one(sink& s) {
    s.identifier(Table::source::info.table);
    render_given_names<typename Table::query_type, typename Table::columns>(s);
    constexpr std::string_view words[] = {" as (", " as materialized (", " as not materialized ("};
    s.text(words[static_cast<int>(Table::computed)]);
    // it reads nothing of its statement, but the tables around that
    const auto outer = s.beside();
    if constexpr (Table::recursive) {
      s.see_common_table(Table::source::info);
      const auto around = s.begin_recursion(Table::source::info);
      Table::query_type::render(s);
      s.end_recursion(around);
    } else {
      Table::query_type::render(s);
    }
    s.leave(outer);
    s.text(")");
    // known from here on: a later one may read it, an earlier one not
    s.add_common_table(Table::source::info);
  }
};

}  // namespace query
}  // namespace virga
