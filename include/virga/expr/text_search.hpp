// SPDX-License-Identifier: BSL-1.0
//
// Full-text search. Not part of virga.hpp; include it where it is used.
//
//   select(posts.id).from(posts).where(matches(to_tsvector<"english">(posts.body),
//   websearch_to_tsquery<"english">(words)))
//
// The configuration is part of the text, so that an index over the same expression answers; without one, the session's
// `default_text_search_config` holds. Source: PostgreSQL manual, "Text Search Functions and Operators".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/logic.hpp"
#include "virga/expr/string_functions.hpp"
#include "virga/types/array.hpp"
#include "virga/types/json.hpp"
#include "virga/types/tsvector.hpp"

namespace virga {

template <class Operand, class Type>
concept expression_of = expression<Operand> && std::same_as<typename std::remove_cvref_t<Operand>::type, Type>;

/// The name of a configuration as a literal, `'english'`; empty for the session's.
template <fixed_string Configuration>
struct search_configuration {
  static constexpr bool is_default = Configuration.view().empty();
  static constexpr bool valid = [] {
    for (const char c : Configuration.view())
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.')) return false;
    return true;
  }();
  static constexpr void render(sink& s) {
    if (is_default) return;
    s.text("'");
    s.text(Configuration.view());
    s.text("', ");
  }
};

/// `name('configuration', arguments)`.
template <fixed_string Name, fixed_string Configuration, class Result, class... Arguments>
struct search_call : expression_node<search_call<Name, Configuration, Result, Arguments...>> {
  using type = Result;
  [[no_unique_address]] pack<Arguments...> arguments;

  static constexpr bool nullable(const scope& in) { return (Arguments::nullable(in) || ...); }
  static constexpr void render(sink& s) {
    refuse_optional<Arguments...>(s);
    const bool grouped = s.enter_expression(&search_call::render);
    s.text(Name.view());
    s.text("(");
    search_configuration<Configuration>::render(s);
    list_separator comma;
    ((comma.say(s), Arguments::render(s)), ...);
    s.text(")");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    arguments.each([&](const auto& one) { one.bind(b); });
  }
};

template <fixed_string Configuration>
constexpr bool check_configuration() {
  constexpr bool valid = search_configuration<Configuration>::valid;
  static_assert(valid,
                "virga: the name of a text search configuration is of lower-case letters, digits and _, as "
                "to_tsvector<\"english\">(…)");
  return valid;
}

/// The lexemes of a text, or of the texts in a json or jsonb. tsvector; null where it is. SQL: `to_tsvector('english',
/// text)`.
template <fixed_string Configuration = "", expression Document>
[[nodiscard]] constexpr auto to_tsvector(const Document& document) {
  constexpr auto family = Document::type::family;
  constexpr bool fits = family == type_family::string || family == type_family::json || refused_expression<Document>;
  static_assert(fits, "virga: to_tsvector() takes a text, json or jsonb; cast<std::string>(…) this expression");
  if constexpr (check_configuration<Configuration>() && fits && !refused_expression<Document>)
    return search_call<"to_tsvector", Configuration, types::tsvector, Document>{{}, {{document}}};
  else
    return refused{};
}

template <fixed_string Name, fixed_string Configuration, class Words>
[[nodiscard]] constexpr auto make_tsquery(const Words& words) {
  if constexpr (refused_expression<Words>) {
    return refused{};
  } else {
    constexpr bool fits = is_taken<types::text, Words>();
    static_assert(fits, "virga: what is searched for is a text");
    if constexpr (check_configuration<Configuration>() && fits)
      return search_call<Name, Configuration, types::tsquery, decltype(argument<types::text>(words))>{
          {}, {{argument<types::text>(words)}}};
    else
      return refused{};
  }
}
/// What is searched for. tsquery; null where the words are. SQL: `websearch_to_tsquery('english', $1::text)`.
/// `websearch` reads what users write (`"exact words" or -without`) and never fails; `plainto` wants all words,
/// `phraseto` wants them in a row. `to_tsquery` reads `fat & (rat | cat)`; run time: `database_error` 42601 for
/// anything else.
template <fixed_string Configuration = "", class Words>
[[nodiscard]] constexpr auto websearch_to_tsquery(const Words& words) {
  return make_tsquery<"websearch_to_tsquery", Configuration>(words);
}
template <fixed_string Configuration = "", class Words>
[[nodiscard]] constexpr auto plainto_tsquery(const Words& words) {
  return make_tsquery<"plainto_tsquery", Configuration>(words);
}
template <fixed_string Configuration = "", class Words>
[[nodiscard]] constexpr auto phraseto_tsquery(const Words& words) {
  return make_tsquery<"phraseto_tsquery", Configuration>(words);
}
template <fixed_string Configuration = "", class Words>
[[nodiscard]] constexpr auto to_tsquery(const Words& words) {
  return make_tsquery<"to_tsquery", Configuration>(words);
}

namespace operators {
struct text_match : test {
  static constexpr std::string_view text = " @@ ";
};
struct search_and : test {
  static constexpr std::string_view text = " && ";
};
struct search_or : test {
  static constexpr std::string_view text = " || ";
};
struct search_followed : test {
  static constexpr std::string_view text = " <-> ";
};
}  // namespace operators

template <>
struct beside<operators::contains, types::tsquery> : only_beside<types::tsquery> {};
template <>
struct beside<operators::contained, types::tsquery> : only_beside<types::tsquery> {};

template <class Query>
concept search_query = expression_of<Query, types::tsquery>;
template <class Document>
concept search_document = expression_of<Document, types::tsvector>;

// These overload functions that take everything, so they take their arguments in the same way.

/// Whether lexemes are as a query wants them. boolean, null when either is. SQL: `vector @@ query`.
template <expression Document, class Query>
requires search_document<Document>
[[nodiscard]] constexpr auto matches(Document&& document, Query&& query) {
  using left = std::remove_cvref_t<Document>;
  using right = std::remove_cvref_t<Query>;
  if constexpr (refused_expression<right>) {
    return refused{};
  } else {
    constexpr bool fits = search_query<right>;
    static_assert(fits,
                  "virga: a tsvector is matched with a tsquery; make one of the words with websearch_to_tsquery(…)");
    if constexpr (fits)
      return binary<operators::text_match, left, right>{{}, document, query};
    else
      return refused{};
  }
}

template <class Operator, class Type, class Left, class Right>
[[nodiscard]] constexpr auto join_search(const Left& left, const Right& right) {
  return binary<operators::giving<Operator, Type>, Left, Right>{{}, left, right};
}
/// Both, one, none of two queries. tsquery. SQL: `left && right`, `left || right`, `tsquery_not(query)`.
template <class Left, class Right>
requires one_is_an_expression<Left, Right> &&(search_query<Left>&& search_query<Right>) [[nodiscard]] constexpr auto
operator&&(Left&& left, Right&& right) {
  return join_search<operators::search_and, types::tsquery>(left, right);
}
template <class Left, class Right>
requires one_is_an_expression<Left, Right> &&(search_query<Left>&& search_query<Right>) [[nodiscard]] constexpr auto
operator||(Left&& left, Right&& right) {
  return join_search<operators::search_or, types::tsquery>(left, right);
}
template <expression Query>
requires search_query<Query>
[[nodiscard]] constexpr auto operator!(Query&& query) {
  return call<"tsquery_not", types::tsquery(types::tsquery)>(query);
}
/// The lexemes of two texts, the second behind the first. tsvector. SQL: `left || right`.
template <class Left, class Right>
requires one_is_an_expression<Left, Right> &&(search_document<Left>&& search_document<Right>)
    [[nodiscard]] constexpr auto
    operator||(Left&& left, Right&& right) {
  return join_search<operators::search_or, types::tsvector>(left, right);
}
/// How many lexemes. integer. SQL: `length(vector)`.
template <class Document>
requires any_expression<Document> && search_document<Document>
[[nodiscard]] constexpr auto length(Document&& document) {
  return call<"length", types::integer(types::tsvector)>(document);
}

/// Two queries in a row, or so many words apart. tsquery. SQL: `tsquery_phrase(left, right, $1::integer)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto tsquery_phrase(Given&&... given) {
  return call<"tsquery_phrase", types::tsquery(types::tsquery, types::tsquery),
              types::tsquery(types::tsquery, types::tsquery, types::integer)>(static_cast<Given&&>(given)...);
}
/// How well lexemes match a query, by how often and (`_cd`) how near to one another they stand. real. `weights` are
/// four numbers for D, C, B and A; `normalization` is as the manual has it: `ts_rank(weights, vector, query,
/// normalization)`.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto ts_rank(Given&&... given) {
  using weights = types::array_of<types::real>;
  return call<"ts_rank", types::real(types::tsvector, types::tsquery),
              types::real(types::tsvector, types::tsquery, types::integer),
              types::real(weights, types::tsvector, types::tsquery),
              types::real(weights, types::tsvector, types::tsquery, types::integer)>(static_cast<Given&&>(given)...);
}
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto ts_rank_cd(Given&&... given) {
  using weights = types::array_of<types::real>;
  return call<"ts_rank_cd", types::real(types::tsvector, types::tsquery),
              types::real(types::tsvector, types::tsquery, types::integer),
              types::real(weights, types::tsvector, types::tsquery),
              types::real(weights, types::tsvector, types::tsquery, types::integer)>(static_cast<Given&&>(given)...);
}

/// A piece of a text with what matches marked, `<b>so</b>` unless the options say otherwise
/// (`"StartSel=<mark>, StopSel=</mark>"`). text; null when an argument is. The text is not made safe for HTML.
/// SQL: `ts_headline('english', text, query, $1::text)`.
template <fixed_string Configuration = "", class Text, class Query, class... Options>
requires any_expression<Text, Query>
[[nodiscard]] constexpr auto ts_headline(const Text& text, const Query& query, const Options&... options) {
  if constexpr (refused_expression<Text> || refused_expression<Query> || (refused_expression<Options> || ...)) {
    return refused{};
  } else {
    constexpr bool fits = is_taken<types::text, Text>() && search_query<Query> && sizeof...(Options) < 2 &&
                          (is_taken<types::text, Options>() && ...);
    static_assert(
        fits, "virga: ts_headline(text, query, options) takes a text, a tsquery and, if wanted, one text of options");
    if constexpr (check_configuration<Configuration>() && fits)
      return search_call<"ts_headline", Configuration, types::text, decltype(argument<types::text>(text)), Query,
                         decltype(argument<types::text>(options))...>{
          {}, {{argument<types::text>(text)}, {query}, {argument<types::text>(options)}...}};
    else
      return refused{};
  }
}

/// `'A'`.
template <fixed_string Weight>
struct quoted_weight : expression_node<quoted_weight<Weight>> {
  using type = types::text;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.text("'");
    s.text(Weight.view());
    s.text("'");
  }
  void bind(binder&) const {}
};

/// Lexemes with a weight, 'A' to 'D': `setweight<"A">(to_tsvector(posts.title)) ||
/// setweight<"B">(to_tsvector(posts.body))`. tsvector. SQL: `setweight(vector, 'A')`.
template <fixed_string Weight, expression Document>
[[nodiscard]] constexpr auto setweight(const Document& document) {
  constexpr std::string_view weight = Weight.view();
  constexpr bool known = weight == "A" || weight == "B" || weight == "C" || weight == "D";
  static_assert(known, "virga: setweight<\"A\">(vector): the weight is A, B, C or D");
  constexpr bool fits = search_document<Document> || refused_expression<Document>;
  static_assert(fits, "virga: setweight takes a tsvector; make one of a text with to_tsvector(…)");
  if constexpr (known && fits && !refused_expression<Document>)
    return function_call<"setweight", types::tsvector, nullability::of_arguments, Document, quoted_weight<Weight>>{
        {}, {{document}, {}}};
  else
    return refused{};
}
/// Without places and weights. tsvector.
template <search_document Document>
[[nodiscard]] constexpr auto strip(const Document& document) {
  return call<"strip", types::tsvector(types::tsvector)>(document);
}
/// How many words and operators. integer.
template <search_query Query>
[[nodiscard]] constexpr auto numnode(const Query& query) {
  return call<"numnode", types::integer(types::tsquery)>(query);
}
/// The part of a query that an index can answer. text.
template <search_query Query>
[[nodiscard]] constexpr auto querytree(const Query& query) {
  return call<"querytree", types::text(types::tsquery)>(query);
}
/// The lexemes as texts. text[].
template <search_document Document>
[[nodiscard]] constexpr auto tsvector_to_array(const Document& document) {
  return call<"tsvector_to_array", types::array_of<types::text>(types::tsvector)>(document);
}

}  // namespace virga
