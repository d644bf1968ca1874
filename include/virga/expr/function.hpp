// SPDX-License-Identifier: BSL-1.0
//
// Calls of SQL functions. A function is one line: its name and its signatures.
//
//   template <class... Arguments>
//   [[nodiscard]] constexpr auto lower(Arguments&&... a) { return call<"lower", types::text(types::text)>(a...); }
//
// and in a program, for a function of its own or of an extension, in C++'s types:
//
//   inline constexpr virga::sql_function<"similarity", float(std::string, std::string)> similarity{};
//   select(users.name).from(users).where(similarity(users.name, "Ann") > 0.5f)
#pragma once
#include "virga/expr/arithmetic.hpp"
#include "virga/expr/raw_sql.hpp"
#include "virga/expr/refused.hpp"

namespace virga {

// ---- what stands in a signature ---------------------------------------------------------------------------------
namespace signature {

/// Parameters that take more than one type.
struct any_number {};
struct any_value {};
/// A parameter that takes one type alone, where PostgreSQL has another function for those that turn into it.
template <class Type>
struct exactly {};
/// A result of the type of the argument at that place, and of the common type of all arguments.
template <std::size_t Index>
struct type_of_argument {};
/// A result that may be null whatever the arguments are, and one that never is. Any other result is null when an
/// argument is: most functions are strict.
template <class Type>
struct may_be_null {};
template <class Type>
struct never_null {};

/// How a C++ or SQL type stands in a signature.
template <class T>
struct spelled {
  using type = T;
};
template <has_default_type T>
struct spelled<T> {
  using type = type_of<T>;
};
template <class T>
struct spelled<std::optional<T>> {
  using type = may_be_null<typename spelled<T>::type>;
};

}  // namespace signature

/// Whether PostgreSQL turns a type into another one by itself in a call: numbers into wider ones, strings into text.
template <class From, class To>
constexpr bool casts_implicitly() {
  if constexpr (std::same_as<From, To>) return true;
  else if constexpr (!std::same_as<seen_type<From>, From>) return casts_implicitly<seen_type<From>, To>();
  else if constexpr (From::family != To::family || From::family == type_family::other) return false;
  else if constexpr (From::family == type_family::number) return number_rank<From> <= number_rank<To>;
  else return From::family == type_family::string || From::family == type_family::time;
}

/// Whether an argument may stand where a parameter is declared.
template <class Parameter, class Given>
constexpr bool is_taken() {
  using given = std::remove_cvref_t<Given>;
  if constexpr (is_placeholder<given>) {
    return sql_type<Parameter>;  // which tells its type
  } else if constexpr (expression<given>) {
    if constexpr (std::same_as<Parameter, signature::any_value>) return true;
    else if constexpr (std::same_as<Parameter, signature::any_number>) return given::type::family == type_family::number;
    else if constexpr (sql_type<Parameter>) return casts_implicitly<typename given::type, Parameter>();
    else return std::same_as<Parameter, signature::exactly<seen_type<typename given::type>>>;
  } else if constexpr (std::same_as<Parameter, signature::any_value>) {
    return has_default_type<std::decay_t<Given>>;
  } else if constexpr (std::same_as<Parameter, signature::any_number>) {
    return whole_number<given> || std::floating_point<given>;
  } else if constexpr (sql_type<Parameter>) {
    return value_for<Parameter, given>;
  } else {
    return false;
  }
}

/// A value beside SQL that does not tell its type: it is cast to it. SQL: `$1::type`.
template <class Type, class Given>
[[nodiscard]] constexpr auto typed_value(Given&& given) {
  return raw_argument<Type>{{}, {{}, converted<Type>(static_cast<Given&&>(given), nullptr), nullptr}};
}
template <class Parameter, class Given>
[[nodiscard]] constexpr auto argument(Given&& given) {
  if constexpr (expression<Given>) return std::remove_cvref_t<Given>(static_cast<Given&&>(given));
  else if constexpr (is_placeholder<std::remove_cvref_t<Given>>) return typed_placeholder<Parameter>(given);
  else if constexpr (sql_type<Parameter>) return typed_value<Parameter>(static_cast<Given&&>(given));
  else return typed_value<type_of<std::decay_t<Given>>>(static_cast<Given&&>(given));
}

/// When a call is null: when any of its arguments is, or only when all are; whatever they are; never.
enum class nullability : unsigned char { of_arguments, of_all_arguments, always, never };
/// `name(arguments)`. `Result` is its SQL type.
template <fixed_string Name, class Result, nullability Nullability, class... Arguments>
struct function_call : expression_node<function_call<Name, Result, Nullability, Arguments...>> {
  using type = Result;
  [[no_unique_address]] pack<Arguments...> arguments;

  static constexpr bool nullable(const scope& in) {
    if (Nullability == nullability::of_arguments) return (Arguments::nullable(in) || ... || false);
    if (Nullability == nullability::of_all_arguments) return (Arguments::nullable(in) && ...);
    return Nullability == nullability::always;
  }
  static constexpr void render(sink& s) {
    refuse_optional<Arguments...>(s);
    const bool grouped = s.enter_expression(&function_call::render);
    s.text(Name.view());
    s.text("(");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Arguments::render(s)), ...);
    s.text(")");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    arguments.each([&](const auto& one) { one.bind(b); });
  }
};

namespace signature {

/// The result that a signature gives for some arguments.
template <class Result, class... Arguments>
struct result {
  using type = Result;
  static constexpr auto null = nullability::of_arguments;
};
template <std::size_t Index, class... Arguments>
struct result<type_of_argument<Index>, Arguments...> {
  using type = typename std::tuple_element_t<Index, std::tuple<Arguments...>>::type;
  static constexpr auto null = nullability::of_arguments;
};
template <class Type, class... Arguments>
struct result<may_be_null<Type>, Arguments...> : result<Type, Arguments...> {
  static constexpr auto null = nullability::always;
};
template <class Type, class... Arguments>
struct result<never_null<Type>, Arguments...> : result<Type, Arguments...> {
  static constexpr auto null = nullability::never;
};

/// One signature of a function.
template <class Declared>
struct one;
template <class Result, class... Parameters>
struct one<Result(Parameters...)> {
  template <class... Given>
  static constexpr bool takes() {
    if constexpr (sizeof...(Given) != sizeof...(Parameters)) return false;
    else return (is_taken<typename spelled<Parameters>::type, Given>() && ...);
  }
  template <fixed_string Name, class... Given>
  static constexpr auto call(Given&&... given) {
    using made = result<typename spelled<Result>::type,
                        decltype(argument<typename spelled<Parameters>::type>(static_cast<Given&&>(given)))...>;
    return function_call<Name, typename made::type, made::null,
                         decltype(argument<typename spelled<Parameters>::type>(static_cast<Given&&>(given)))...>{
        {}, {{argument<typename spelled<Parameters>::type>(static_cast<Given&&>(given))}...}};
  }
};

template <fixed_string Name, class First, class... More, class... Given>
[[nodiscard]] constexpr auto call_first(type_list<First, More...>, Given&&... given) {
  if constexpr ((refused_expression<Given> || ...)) {
    return refused{};
  } else if constexpr (one<First>::template takes<Given...>()) {
    return one<First>::template call<Name>(static_cast<Given&&>(given)...);
  } else {
    if constexpr (sizeof...(More) > 0)
      return call_first<Name>(type_list<More...>{}, static_cast<Given&&>(given)...);
    else return refused{};
  }
}

}  // namespace signature

/// What free functions that share their name with functions of the C library take, so that those stay as they are.
template <class... Given>
concept any_expression = ((expression<Given> || is_placeholder<std::remove_cvref_t<Given>>) || ...);

/// Calls the first signature that takes the arguments. Values are bound and cast to the parameter's type.
/// Compile time: one of them must.
template <fixed_string Name, class... Signatures, class... Given>
[[nodiscard]] constexpr auto call(Given&&... given) {
  using made = decltype(signature::call_first<Name>(type_list<Signatures...>{}, static_cast<Given&&>(given)...));
  constexpr bool fits = !refused_expression<made> || (refused_expression<Given> || ...);
  static_assert(fits,
                "virga: this SQL function does not take these arguments: their number or SQL types differ from its "
                "signature; cast<T>(…) them, or give values of its types");
  return signature::call_first<Name>(type_list<Signatures...>{}, static_cast<Given&&>(given)...);
}

/// A SQL function as an object, for a program's own: see the top of this file. Types are C++'s or SQL's;
/// `std::optional<…>` as the result means that it may be null though no argument is.
template <fixed_string Name, class... Signatures>
struct sql_function {
  template <class... Given>
  [[nodiscard]] constexpr auto operator()(Given&&... given) const {
    return call<Name, Signatures...>(static_cast<Given&&>(given)...);
  }
};

}  // namespace virga
