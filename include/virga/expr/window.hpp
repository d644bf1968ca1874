// SPDX-License-Identifier: BSL-1.0
//
// Windows: which rows a window function sees beside its own.
// Source: PostgreSQL manual, "Window Function Calls" and "Window Functions".
#pragma once
#include "virga/expr/frame.hpp"
#include "virga/expr/order.hpp"
#include "virga/expr/refused.hpp"

namespace virga {

/// A list of keys after ` order by `; nothing where there is none.
template <class... Keys>
struct window_order_list {
  [[no_unique_address]] pack<Keys...> keys;
  static constexpr void render(sink& s, std::string_view words = " order by ") {
    if (sizeof...(Keys) > 0) s.text(words);
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Keys::render(s)), ...);
  }
  void bind(binder& b) const {
    keys.each([&](const auto& key) { key.bind(b); });
  }
};

/// The type of the only key; void where there are several, or none.
template <class Order>
struct only_key {
  using type = void;
};
template <class Key>
struct only_key<window_order_list<Key>> {
  using type = typename Key::order_kind::type;
};

/// How an argument stands among keys: an expression alone is in ascending order.
template <class Given>
using plain_key = std::conditional_t<order_by_key<Given>, Given, order_key<false, Given>>;
template <class Given>
constexpr auto make_key(const Given& given) {
  if constexpr (order_by_key<Given>) return given;
  else return order_key<false, Given>{given};
}
template <class... Given>
[[nodiscard]] constexpr auto window_order(const Given&... given) {
  constexpr bool fits = sizeof...(Given) > 0 && ((order_by_key<Given> || expression<Given>) && ...);
  static_assert(fits, "virga: the order of a window or an aggregate is of columns, expressions, asc(…) and desc(…)");
  if constexpr (fits) {
    constexpr bool constant = !(plain_key<Given>::dynamic || ...);
    static_assert(constant, "virga: when(flag, key) belongs to the order of the whole query, not of a window or an aggregate");
    if constexpr (constant && check_sortable<Given...>())
      return window_order_list<plain_key<Given>...>{{{make_key(given)}...}};
    else return window_order_list<>{};
  } else {
    return window_order_list<>{};
  }
}

// ---- windows ---------------------------------------------------------------------------------------------------

template <class... Expressions>
struct partition_list {
  [[no_unique_address]] pack<Expressions...> expressions;
  static constexpr void render(sink& s) {
    refuse_optional<Expressions...>(s);
    if (sizeof...(Expressions) > 0) s.text("partition by ");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Expressions::render(s)), ...);
  }
  void bind(binder& b) const {
    expressions.each([&](const auto& one) { one.bind(b); });
  }
};

/// `(partition by … order by … rows between … and …)`.
template <class Partition, class Order, class Frame>
struct window_definition {
  using window_kind = window_definition;
  static constexpr bool default_frame = Frame::is_default;
  static constexpr bool lacks_groups = Frame::in_groups && std::same_as<Order, window_order_list<>>;
  static constexpr bool lacks_key = !Frame::template fits_key<typename only_key<Order>::type>;
  [[no_unique_address]] Partition partition;
  [[no_unique_address]] Order order;
  [[no_unique_address]] Frame framed;

  /// The order of the rows in each partition; with it, the frame ends at the current row unless another is said.
  template <class... Keys>
  [[nodiscard]] constexpr auto order_by(const Keys&... keys) const {
    check_sortable<Keys...>();
    auto list = window_order(keys...);
    return window_definition<Partition, decltype(list), Frame>{partition, list, framed};
  }
  /// The rows before and after the current one that are seen: `rows_between(preceding(2), current_row)`.
  template <class From, class To>
  [[nodiscard]] constexpr auto rows_between(From from, To to) const {
    return with_frame<"rows between ">(from, to);
  }
  /// The same, in values of the order's key (one number; of a date or time, intervals), and in groups of equal keys.
  template <class From, class To>
  [[nodiscard]] constexpr auto range_between(From from, To to) const {
    return with_frame<"range between ">(from, to);
  }
  template <class From, class To>
  [[nodiscard]] constexpr auto groups_between(From from, To to) const {
    return with_frame<"groups between ">(from, to);
  }

  static constexpr void render(sink& s) {
    s.text("(");
    Partition::render(s);
    constexpr bool first = std::same_as<Partition, partition_list<>>;
    Order::render(s, first ? "order by " : " order by ");
    if (!Frame::is_default && !(first && std::same_as<Order, window_order_list<>>)) s.text(" ");
    Frame::render(s);
    s.text(")");
  }
  void bind(binder& b) const {
    partition.bind(b);
    order.bind(b);
    framed.bind(b);
  }

 private:
  template <fixed_string Unit, class From, class To>
  constexpr auto with_frame(From from, To to) const {
    constexpr bool fits = requires { typename From::bound_kind; typename To::bound_kind; };
    static_assert(fits, "virga: a frame is between two of unbounded_preceding, preceding(n), current_row, following(n) and "
                        "unbounded_following");
    if constexpr (fits) {
      constexpr bool in_order = From::place <= To::place && From::place < 4 && To::place > 0;
      static_assert(in_order, "virga: a frame begins before it ends; its bounds are in the order unbounded_preceding, "
                              "preceding(n), current_row, following(n), unbounded_following");
      using framed_type = frame<Unit, From, To>;
      static_assert(!framed_type::miscounts,
                    "virga: rows_between() and groups_between() count rows and groups: give "
                    "preceding(n) and following(n) a whole number, or take range_between()");
      if constexpr (in_order && !framed_type::miscounts)
        return window_definition<Partition, Order, framed_type>{partition, order, {from, to}};
      else return *this;
    } else {
      return *this;
    }
  }
};

/// A window of the rows that agree in some expressions. SQL: `(partition by …)`.
template <class... Expressions>
[[nodiscard]] constexpr auto partition_by(const Expressions&... expressions) {
  constexpr bool fits = sizeof...(Expressions) > 0 && (expression<Expressions> && ...);
  static_assert(fits, "virga: partition_by() takes one or more columns or expressions");
  if constexpr (fits && check_sortable<Expressions...>())
    return window_definition<partition_list<Expressions...>, window_order_list<>, no_frame>{{{{expressions}...}}, {}, {}};
  else return window_definition<partition_list<>, window_order_list<>, no_frame>{};
}
/// A window of all rows, in an order. SQL: `(order by …)`.
template <class... Keys>
[[nodiscard]] constexpr auto order_by(const Keys&... keys) {
  check_sortable<Keys...>();
  auto list = window_order(keys...);
  return window_definition<partition_list<>, decltype(list), no_frame>{{}, list, {}};
}
using whole_window = window_definition<partition_list<>, window_order_list<>, no_frame>;

/// A window of the query's `window(…)`.
template <fixed_string Name>
struct named_window {
  static constexpr bool default_frame = false;
  static constexpr void render(sink& s) {
    s.check_window(Name.view());
    s.identifier(Name.view());
  }
  void bind(binder&) const {}
};

/// `function(…) over (…)`.
template <class Call, class Window>
struct windowed : expression_node<windowed<Call, Window>> {
  using type = typename Call::type;
  [[no_unique_address]] Call call;
  [[no_unique_address]] Window window;

  static constexpr bool nullable(const scope& in) {
    if constexpr (requires { Call::nullable_over_no_rows; })
      return Call::nullable_over_no_rows;  // a frame may have none
    else if constexpr (requires { Call::null_in_frame; })
      return Call::nullable(in) || (Call::null_in_frame && !Window::default_frame);
    else return Call::nullable(in);
  }
  static constexpr void render(sink& s) {
    s.enter_window();
    Call::render_call(s);
    s.text(" over ");
    Window::render(s);
    s.leave_window();
  }
  void bind(binder& b) const {
    call.bind(b);
    window.bind(b);
  }
};

/// Says in words what a window lacks for its frame; nothing of what is no window, or the name of one.
template <class Window>
constexpr bool check_frame() {
  if constexpr (requires { typename Window::window_kind; }) {
    static_assert(!Window::lacks_groups,
                  "virga: groups_between() counts groups of rows with equal keys; give the window an order_by()");
    static_assert(
        !Window::lacks_key,
        "virga: range_between() with preceding(n) or following(n) counts in values of the key: give "
        "the window an order_by() of one number, or of one date or time and n as an interval, or take rows_between()");
    return !Window::lacks_groups && !Window::lacks_key;
  } else {
    return true;
  }
}

template <class Call>
[[nodiscard]] constexpr auto make_windowed(const Call& call) {
  return windowed<Call, whole_window>{{}, call, {}};
}
template <class Call, class Window>
[[nodiscard]] constexpr auto make_windowed(const Call& call, const Window& window) {
  constexpr bool fits = requires { typename Window::window_kind; };
  static_assert(fits, "virga: over() takes a window: partition_by(…), order_by(…), or the name of one of the query's window(…)");
  if constexpr (!fits)
    return windowed<Call, whole_window>{{}, call, {}};
  else
    return windowed<Call, Window>{{}, call, window};
}
template <class Call, fixed_string Name>
[[nodiscard]] constexpr auto make_windowed(const Call& call, name_literal<Name>) {
  return windowed<Call, named_window<Name>>{{}, call, {}};
}

/// A window function that wants its window: `row_number().over(order_by(users.name))`. Without one it is an expression
/// that no statement takes.
/// `AlwaysNullable` says whether a row may have none; `NullInFrame`, whether a frame without rows makes it null.
template <fixed_string Name, class Type, bool AlwaysNullable, bool NullInFrame, class... Operands>
struct window_function : expression_node<window_function<Name, Type, AlwaysNullable, NullInFrame, Operands...>> {
  using type = Type;
  using window_function_kind = window_function;
  static constexpr bool null_in_frame = NullInFrame;
  [[no_unique_address]] pack<Operands...> operands;

  /// The rows it sees: a window, the name of one, or nothing for all rows.
  template <class... Window>
  [[nodiscard]] constexpr auto over(const Window&... window) const {
    if constexpr ((check_frame<Window>() && ...))
      return make_windowed(*this, window...);
    else
      return refused{};
  }
  static constexpr bool nullable(const scope& in) { return AlwaysNullable || (Operands::nullable(in) || ... || false); }
  static constexpr void render(sink& s) {
    s.broken(render::rule::window_without_over);
    render_call(s);
  }
  static constexpr void render_call(sink& s) {
    refuse_optional<Operands...>(s);
    s.text(Name.view());
    s.text("(");
    [[maybe_unused]] list_separator comma;
    ((comma.say(s), Operands::render(s)), ...);
    s.text(")");
  }
  void bind(binder& b) const {
    operands.each([&](const auto& one) { one.bind(b); });
  }
};

/// A whole number of rows beside a window function; cast, because the server cannot tell its type there.
struct row_distance : expression_node<row_distance> {
  using type = types::integer;
  std::int32_t rows;
  static constexpr bool nullable(const scope&) { return false; }
  static constexpr void render(sink& s) {
    s.parameter();
    s.text("::integer");
  }
  void bind(binder& b) const { b.value<types::integer>(rows, nullptr); }
};

/// The number of the row in its partition, from 1; equal rows have different ones. bigint, never null.
[[nodiscard]] constexpr auto row_number() { return window_function<"row_number", types::bigint, false, false>{}; }
/// Its rank, with and without gaps after equal ones. bigint, never null.
[[nodiscard]] constexpr auto rank() { return window_function<"rank", types::bigint, false, false>{}; }
[[nodiscard]] constexpr auto dense_rank() { return window_function<"dense_rank", types::bigint, false, false>{}; }
/// Its rank and its place as a part of 1. double precision, never null.
[[nodiscard]] constexpr auto percent_rank() { return window_function<"percent_rank", types::double_precision, false, false>{}; }
[[nodiscard]] constexpr auto cume_dist() { return window_function<"cume_dist", types::double_precision, false, false>{}; }
/// Which of `buckets` equal parts of the partition it falls into, from 1. integer, never null.
[[nodiscard]] constexpr auto ntile(std::int32_t buckets) {
  return window_function<"ntile", types::integer, false, false, row_distance>{{}, {{{{}, buckets}}}};
}
/// The operand in the row so many rows before, after; null where there is none.
template <expression Operand>
[[nodiscard]] constexpr auto lag(const Operand& operand, std::int32_t rows = 1) {
  return window_function<"lag", typename Operand::type, true, false, Operand, row_distance>{{}, {{operand}, {{{}, rows}}}};
}
template <expression Operand>
[[nodiscard]] constexpr auto lead(const Operand& operand, std::int32_t rows = 1) {
  return window_function<"lead", typename Operand::type, true, false, Operand, row_distance>{{}, {{operand}, {{{}, rows}}}};
}
/// Whether what lag() and lead() give instead of null is of the operand's type.
template <class Operand, class Default>
inline constexpr bool default_fits = operand_for<typename Operand::type, Default>;
template <class Operand, expression Default>
inline constexpr bool default_fits<Operand, Default> =
    refused_expression<Default> || std::same_as<typename Default::type, typename Operand::type>;
template <fixed_string Name, class Operand, class Default>
[[nodiscard]] constexpr auto neighbour(const Operand& of, std::int32_t rows, const Default& otherwise) {
  constexpr bool fits = default_fits<Operand, Default>;
  static_assert(
      fits, "virga: what lag() and lead() give where there is no row is of their operand's SQL type; cast<T>(…) it");
  if constexpr (!fits || refused_expression<Default>) {
    return refused{};
  } else if constexpr (expression<Default>) {
    return window_function<Name, typename Operand::type, false, false, Operand, row_distance, Default>{
        {}, {{of}, {{{}, rows}}, {otherwise}}};
  } else {
    using value = parameter<typename Operand::type>;
    return window_function<Name, typename Operand::type, false, false, Operand, row_distance, value>{
        {}, {{of}, {{{}, rows}}, {{{}, converted<typename Operand::type>(otherwise, nullptr), nullptr}}}};
  }
}
/// The same, and `otherwise`, a value or an expression, where there is no such row: null only where one of both is.
/// SQL: `lag(operand, $1::integer, $2)`.
template <expression Operand, class Default>
[[nodiscard]] constexpr auto lag(const Operand& operand, std::int32_t rows, const Default& otherwise) {
  return neighbour<"lag">(operand, rows, otherwise);
}
template <expression Operand, class Default>
[[nodiscard]] constexpr auto lead(const Operand& operand, std::int32_t rows, const Default& otherwise) {
  return neighbour<"lead">(operand, rows, otherwise);
}
/// The operand in the first, last, n-th row of the frame; null where the frame has no such row.
template <expression Operand>
[[nodiscard]] constexpr auto first_value(const Operand& operand) {
  return window_function<"first_value", typename Operand::type, false, true, Operand>{{}, {{operand}}};
}
template <expression Operand>
[[nodiscard]] constexpr auto last_value(const Operand& operand) {
  return window_function<"last_value", typename Operand::type, false, true, Operand>{{}, {{operand}}};
}
template <expression Operand>
[[nodiscard]] constexpr auto nth_value(const Operand& operand, std::int32_t n) {
  return window_function<"nth_value", typename Operand::type, true, true, Operand, row_distance>{{}, {{operand}, {{{}, n}}}};
}

}  // namespace virga
