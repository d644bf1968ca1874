// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/expr/comparison.hpp"

namespace virga {

/// How many `{}` a text has; `{{` and `}}` stand for the braces themselves.
consteval std::size_t count_holes(std::string_view text) {
  std::size_t holes = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 1] == '{') ++i;
    else if (text[i] == '{' && text[i + 1] == '}') ++holes, ++i;
  }
  return holes;
}

/// The SQL type and nullability that `sql<T>` declares.
template <class T>
struct declared : default_type<T> {
  static constexpr bool nullable = false;
};
template <class T>
struct declared<std::optional<T>> : default_type<T> {
  static constexpr bool nullable = true;
};

template <class T>
concept has_declared_type = requires { typename declared<T>::type; };

/// A text written by hand, each `{}` of which takes the next argument.
template <fixed_string Text, class... Arguments>
struct handwritten {
  [[no_unique_address]] pack<Arguments...> arguments;

  static constexpr void render(sink& s) {
    refuse_optional<Arguments...>(s);
    std::string_view rest = Text.view();
    (render_argument<Arguments>(s, rest), ...);
    text_to_hole(s, rest);
  }
  void bind(binder& b) const {
    arguments.each([&](const auto& argument) { argument.bind(b); });
  }

 private:
  // Says the text up to the next hole and steps over it.
  static constexpr void text_to_hole(sink& s, std::string_view& rest) {
    while (!rest.empty()) {
      const std::size_t brace = rest.find_first_of("{}");
      s.text(rest.substr(0, brace));
      if (brace == rest.npos) {
        rest = {};
        return;
      }
      const bool hole = rest.substr(brace, 2) == "{}";
      if (!hole) s.text(rest.substr(brace, 1));
      const bool doubled = rest.substr(brace, 2) == "{{" || rest.substr(brace, 2) == "}}";
      rest.remove_prefix(brace + (hole || doubled ? 2 : 1));
      if (hole) return;
    }
  }
  template <class Argument>
  static constexpr void render_argument(sink& s, std::string_view& rest) {
    text_to_hole(s, rest);
    render_operand<Argument>(s, precedence::atom);
  }
};

/// A piece of SQL written by hand. See `sql`.
template <class Result, fixed_string Text, class... Arguments>
struct raw_sql : expression_node<raw_sql<Result, Text, Arguments...>> {
  using type = typename declared<Result>::type;
  using declared_kind = raw_sql;
  static constexpr auto strength = precedence::disjunction;  // its inside is unknown: as an operand it is bracketed

  [[no_unique_address]] handwritten<Text, Arguments...> written;

  static constexpr bool nullable(const scope&) { return declared<Result>::nullable; }
  static constexpr void render(sink& s) {
    const bool grouped = s.enter_expression(&raw_sql::render);
    handwritten<Text, Arguments...>::render(s);
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { written.bind(b); }
};

/// A value in a piece of SQL written by hand; it is cast to its type, because the server cannot tell it there.
template <class Type>
struct raw_argument : expression_node<raw_argument<Type>> {
  using type = Type;
  parameter<Type> given;

  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.parameter(Type::name);
    s.text("::");
    s.text(name_in_cast<Type>);
  }
  void bind(binder& b) const { given.bind(b); }
};

template <class Given>
[[nodiscard]] constexpr auto raw_operand(Given&& given) {
  if constexpr (expression<Given>) {
    return std::remove_cvref_t<Given>(static_cast<Given&&>(given));
  } else {
    using type = typename default_type<std::decay_t<Given>>::type;
    return raw_argument<type>{{}, {{}, converted<type>(static_cast<Given&&>(given), nullptr), nullptr}};
  }
}

/// Says in words what is wrong with a text and its arguments: whether there is a hole for each, and a SQL type.
template <bool Counted, bool Known>
constexpr bool check_handwritten() {
  static_assert(Counted, "virga: sql(text, arguments…): the text needs one {} for each argument");
  static_assert(Known, "virga: sql(text, arguments…): an argument of this C++ type has no SQL type; convert it first");
  return Counted && Known;
}

/// SQL that virga has no word for, typed by hand: `sql<std::string>("lower({})"_sql, users.email)`.
/// The text is a literal; each `{}` takes the next argument, an expression or a value (bound, and cast to its type).
/// `Result` is the C++ type of what comes back, `std::optional<…>` where it may be null. It is believed; in debug
/// builds (without NDEBUG) a selected one is compared with the type that the server says it sends. Compile time: as
/// many arguments as holes. Run time: `decode_error` where the server sends another type.
template <class Result, fixed_string Text, class... Arguments>
[[nodiscard]] constexpr auto sql(sql_literal<Text>, Arguments&&... arguments) {
  constexpr bool typed = has_declared_type<Result>;
  static_assert(typed, "virga: sql<T>(text): T has no SQL type; give one that has, as std::int64_t or std::string");
  constexpr bool fits =
      check_handwritten<count_holes(Text.view()) == sizeof...(Arguments),
                        ((expression<Arguments> || has_default_type<std::decay_t<Arguments>>)&&...)>();
  if constexpr (fits && typed)
    return raw_sql<Result, Text, decltype(raw_operand(static_cast<Arguments&&>(arguments)))...>{
        {}, {{{raw_operand(static_cast<Arguments&&>(arguments))}...}}};
  else
    return raw_sql<bool, "null">{{}, {}};
}

}  // namespace virga
