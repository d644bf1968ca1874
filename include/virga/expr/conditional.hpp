// SPDX-License-Identifier: BSL-1.0
//
// Source: PostgreSQL manual, "Conditional Expressions".
#pragma once
#include "virga/expr/function.hpp"
#include "virga/expr/logic.hpp"
#include "virga/types/casts.hpp"
#include "virga/types/string.hpp"

namespace virga {

/// The type of an expression that takes its value from one of several: the one type of all, the wider of two numbers,
/// text of two kinds of strings; void where there is none.
template <class Left, class Right>
constexpr auto common_of() {
  if constexpr (std::same_as<Left, Right>) return static_cast<Left*>(nullptr);
  else if constexpr (std::is_void_v<Left> || std::is_void_v<Right>) return static_cast<void*>(nullptr);
  else if constexpr (Left::family == type_family::number && Right::family == type_family::number)
    return static_cast<std::conditional_t<(number_rank<Left> < number_rank<Right>), Right, Left>*>(nullptr);
  else if constexpr (Left::family == type_family::string && Right::family == type_family::string)
    return static_cast<types::text*>(nullptr);
  else return static_cast<void*>(nullptr);
}
template <class First, class... More>
struct common_type_of {
  using type = First;
};
template <class First, class Second, class... More>
struct common_type_of<First, Second, More...>
    : common_type_of<std::remove_pointer_t<decltype(common_of<First, Second>())>, More...> {};
template <class... Types>
using common_type = typename common_type_of<Types...>::type;

/// The expression whose type values beside it take: the first one among the arguments.
template <class First, class... More>
struct first_expression : first_expression<More...> {};
template <expression First, class... More>
struct first_expression<First, More...> {
  using type = std::remove_cvref_t<First>;
};

/// Checks the operands of a choice between values, and gives what they become; says in words where they do not fit.
template <class... Given>
constexpr bool check_choice() {
  if constexpr ((refused_expression<Given> || ...)) {
    return false;
  } else if constexpr (!(expression<Given> || ...)) {
    constexpr bool any = (expression<Given> || ...);
    static_assert(any, "virga: coalesce, nullif, greatest and least need at least one column or expression");
    return false;
  } else {
    using near = typename first_expression<Given...>::type::type;
    constexpr bool fits = ([] {
      if constexpr (is_placeholder<std::remove_cvref_t<Given>>) return true;
      else if constexpr (expression<Given>) return !std::is_void_v<common_type<near, typename std::remove_cvref_t<Given>::type>>;
      else return operand_for<near, std::remove_cvref_t<Given>>;
    }() && ...);
    static_assert(fits, "virga: the values to choose from are of different SQL types; cast<T>(…) them to one");
    return fits;
  }
}

/// A call whose result is one of its operands, and null only where all of them are.
template <fixed_string Name, class... Operands>
using choice = function_call<Name, common_type<typename Operands::type...>, nullability::of_all_arguments, Operands...>;

template <fixed_string Name, bool Fits, class... Given>
[[nodiscard]] constexpr auto choose(Given&&... given) {
  if constexpr (Fits) {
    using near = typename first_expression<Given...>::type;
    return choice<Name, decltype(operand<near>(static_cast<Given&&>(given)))...>{
        {}, {{operand<near>(static_cast<Given&&>(given))}...}};
  } else {
    return refused{};
  }
}

/// The first operand that is not null. Null only where all of them may be: `coalesce(users.age, 0)` is never null.
/// SQL: `coalesce(a, b, …)`. Compile time: all of one type (numbers widen, strings become text).
template <class First, class... More>
[[nodiscard]] constexpr auto coalesce(First&& first, More&&... more) {
  return choose<"coalesce", check_choice<First, More...>()>(static_cast<First&&>(first), static_cast<More&&>(more)...);
}
/// The greatest and the least operand; nulls are passed over. SQL: `greatest(a, b, …)`, `least(a, b, …)`.
template <class First, class... More>
[[nodiscard]] constexpr auto greatest(First&& first, More&&... more) {
  if constexpr (!check_comparison<&comparisons::sorts, First, More...>())
    return refused{};
  else
    return choose<"greatest", check_choice<First, More...>()>(static_cast<First&&>(first),
                                                              static_cast<More&&>(more)...);
}
template <class First, class... More>
[[nodiscard]] constexpr auto least(First&& first, More&&... more) {
  if constexpr (!check_comparison<&comparisons::sorts, First, More...>())
    return refused{};
  else
    return choose<"least", check_choice<First, More...>()>(static_cast<First&&>(first), static_cast<More&&>(more)...);
}

/// The type of the left side of nullif: PostgreSQL compares whole numbers of two widths, and floating-point ones, as they
/// are; of other numbers the left one becomes what both are compared as.
template <class Left, class Right>
constexpr auto compared_of() {
  if constexpr (Left::family != type_family::number) return static_cast<Left*>(nullptr);
  else if constexpr ((number_rank<Left> < 4 && number_rank<Right> < 4) || (number_rank<Left> > 4 && number_rank<Right> > 4))
    return static_cast<Left*>(nullptr);
  else return static_cast<arithmetic_result<Left, Right>*>(nullptr);
}

/// Null where both sides are equal, else the left one. May always be null. SQL: `nullif(left, right)`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto nullif(Left&& left, Right&& right) {
  using plain = std::remove_cvref_t<Left>;
  if constexpr (!check_comparison<&comparisons::equal, Left, Right>()) {
    return refused{};
  } else if constexpr (check_choice<Left, Right>()) {
    using second = decltype(operand<plain>(static_cast<Right&&>(right)));
    using type = std::remove_pointer_t<decltype(compared_of<typename plain::type, typename second::type>())>;
    return function_call<"nullif", type, nullability::always, plain, second>{
        {}, {{static_cast<Left&&>(left)}, {operand<plain>(static_cast<Right&&>(right))}}};
  } else {
    return refused{};
  }
}

/// `cast(operand as type)`.
template <class Type, class Operand>
struct type_cast : expression_node<type_cast<Type, Operand>> {
  using type = Type;
  [[no_unique_address]] Operand operand;

  static constexpr bool nullable(const scope& in) { return Operand::nullable(in); }
  static constexpr void render(sink& s) {
    refuse_optional<Operand>(s);
    const bool grouped = s.enter_expression(&type_cast::render);
    s.text("cast(");
    Operand::render(s);
    s.text(" as ");
    s.text(name_in_cast<Type>);
    s.text(")");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const { operand.bind(b); }
};

/// Turns an expression, or a value, into another SQL type: `cast<std::string>(posts.id)`, `cast<types::bigint>(…)`.
/// Null where the operand is. SQL: `cast(operand as type)`.
/// Compile time: PostgreSQL has such a cast. Run time: `database_error` for a value that has no place in the type.
template <class To, class Given>
[[nodiscard]] constexpr auto cast(Given&& given) {
  using to = typename signature::spelled<To>::type;
  constexpr bool typed = sql_type<to>;
  static_assert(typed, "virga: cast<T>(expression): T has no SQL type; give one that has, as std::int64_t or std::string");
  if constexpr (!typed) {
    return refused{};
  } else if constexpr (expression<Given>) {
    constexpr bool exists = refused_expression<Given> || castable<typename std::remove_cvref_t<Given>::type, to>();
    static_assert(exists,
                  "virga: PostgreSQL has no cast between these SQL types; cast to text first, or take a function: "
                  "extract<\"epoch\">(…), to_char(…)");
    if constexpr (exists && !refused_expression<Given>)
      return type_cast<to, std::remove_cvref_t<Given>>{{}, static_cast<Given&&>(given)};
    else
      return refused{};
  } else if constexpr (is_placeholder<std::remove_cvref_t<Given>>) {
    return type_cast<to, decltype(typed_placeholder<to>(given))>{{}, typed_placeholder<to>(given)};
  } else {
    constexpr bool fits = value_for<to, std::remove_cvref_t<Given>>;
    static_assert(fits, "virga: cast<T>(value): a value of this C++ type does not become T without loss; convert it first");
    if constexpr (fits) return typed_value<to>(static_cast<Given&&>(given));
    else return refused{};
  }
}

// ---- case -----------------------------------------------------------------------------------------------------

/// `when condition then result`.
template <class Condition, class Result>
struct case_branch {
  using condition_type = Condition;
  using result_type = Result;
  [[no_unique_address]] Condition condition;
  [[no_unique_address]] Result result;
};

/// The last word of a case that has no else.
struct no_else {};
template <class Else, class... Results>
struct case_type {
  using type = common_type<typename Results::type..., typename Else::type>;
};
template <class... Results>
struct case_type<no_else, Results...> {
  using type = common_type<typename Results::type...>;
};

/// `case when … then … else … end`. Without else it may be null.
template <class Else, class... Branches>
struct case_expression : expression_node<case_expression<Else, Branches...>> {
  using type = typename case_type<Else, typename Branches::result_type...>::type;
  [[no_unique_address]] pack<Branches...> branches;
  [[no_unique_address]] Else otherwise;

  /// One more branch.
  template <class Condition, class Given>
  [[nodiscard]] constexpr auto when(Condition condition, Given&& given) const {
    constexpr bool open = std::same_as<Else, no_else>;
    static_assert(open, "virga: when() stands after else_(); the else of a case is its last word");
    if constexpr (!open) {
      return *this;
    } else if constexpr (check_branch<Condition>() && check_result<Given>()) {
      using branch = case_branch<Condition, decltype(result_of(static_cast<Given&&>(given)))>;
      return append(branch{std::move(condition), result_of(static_cast<Given&&>(given))},
                    std::index_sequence_for<Branches...>{});
    } else {
      return *this;
    }
  }
  /// What it is where no condition is true.
  template <class Given>
  [[nodiscard]] constexpr auto else_(Given&& given) const {
    constexpr bool open = std::same_as<Else, no_else>;
    static_assert(open, "virga: else_() is said twice");
    if constexpr (open && check_result<Given>())
      return case_expression<decltype(result_of(static_cast<Given&&>(given))), Branches...>{
          {}, branches, result_of(static_cast<Given&&>(given))};
    else return *this;
  }

  static constexpr bool nullable(const scope& in) {
    if constexpr (std::same_as<Else, no_else>) return true;
    else return (Branches::result_type::nullable(in) || ...) || Else::nullable(in);
  }
  static constexpr void render(sink& s) {
    refuse_optional<typename Branches::condition_type...>(s);
    const bool grouped = s.enter_expression(&case_expression::render);
    s.text("case");
    (render_branch<Branches>(s), ...);
    if constexpr (!std::same_as<Else, no_else>) {
      s.text(" else ");
      Else::render(s);
    }
    s.text(" end");
    s.leave_expression(grouped);
  }
  void bind(binder& b) const {
    branches.each([&](const auto& branch) {
      branch.condition.bind(b);
      branch.result.bind(b);
    });
    if constexpr (!std::same_as<Else, no_else>) otherwise.bind(b);
  }

  template <class Condition>
  static constexpr bool check_branch() {
    constexpr bool fits = predicate<Condition>;
    static_assert(fits, "virga: case_when(condition, result): the condition is a boolean expression; compare it with something");
    return fits;
  }

 private:
  template <class Given>
  static constexpr bool check_result() {
    constexpr bool fits = [] {
      if constexpr (refused_expression<Given> || is_placeholder<std::remove_cvref_t<Given>>) return true;
      else if constexpr (expression<Given>) return !std::is_void_v<common_type<type, typename std::remove_cvref_t<Given>::type>>;
      else return value_for<type, std::remove_cvref_t<Given>>;
    }();
    static_assert(fits, "virga: the results of a case are of different SQL types; cast<T>(…) them to one");
    return fits;
  }
  // the server cannot tell the type of a case whose results are all values: each is cast
  template <class Given>
  static constexpr auto result_of(Given&& given) {
    return argument<type>(static_cast<Given&&>(given));
  }
  template <class Branch, std::size_t... Index>
  constexpr auto append(Branch branch, std::index_sequence<Index...>) const {
    return case_expression<no_else, Branches..., Branch>{
        {}, {{static_cast<const slot<Index, Branches>&>(branches).value}..., {std::move(branch)}}, {}};
  }
  template <class Branch>
  static constexpr void render_branch(sink& s) {
    s.text(" when ");
    decltype(Branch::condition)::render(s);
    s.text(" then ");
    Branch::result_type::render(s);
  }
};

/// A choice by conditions: `case_when(users.age < 18, "minor").when(users.age < 65, "adult").else_("senior")`.
/// The type is the results'; null where a result may be, and where no condition is true and there is no else_().
/// SQL: `case when … then … else … end`.
template <class Condition, class Given>
[[nodiscard]] constexpr auto case_when(Condition condition, Given&& given) {
  constexpr bool typed = expression<Given> || has_default_type<std::decay_t<Given>>;
  static_assert(typed, "virga: case_when(condition, result): a result of this C++ type has no SQL type; convert it first");
  if constexpr (typed && !refused_expression<Given>) {
    using result = decltype(argument<signature::any_value>(static_cast<Given&&>(given)));
    using made = case_expression<no_else, case_branch<Condition, result>>;
    if constexpr (made::template check_branch<Condition>())
      return made{{}, {{{std::move(condition), argument<signature::any_value>(static_cast<Given&&>(given))}}}, {}};
    else return refused{};
  } else {
    return refused{};
  }
}

}  // namespace virga
