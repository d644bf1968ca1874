// SPDX-License-Identifier: BSL-1.0
//
// What every finished statement can do: give its text, give its values, run.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "virga/query/check.hpp"
#include "virga/query/row.hpp"

namespace virga {

/// A statement as it would be sent: for logs and tests. An empty optional is null.
struct rendered_sql {
  std::string text;
  std::vector<std::optional<std::string>> params;
  friend bool operator==(const rendered_sql&, const rendered_sql&) = default;
};

template <class T>
concept statement_like = requires { typename std::remove_cvref_t<T>::statement_kind; };

namespace query {

/// How many parameters a chain has that only its data tell (a batch of rows).
template <class Chain>
std::size_t run_time_parameters(const Chain& chain) {
  if constexpr (std::same_as<Chain, nothing>) {
    return 0;
  } else {
    std::size_t more = 0;
    if constexpr (requires { chain.clause.run_time_parameters(); }) more = chain.clause.run_time_parameters();
    return more + run_time_parameters(chain.previous);
  }
}
template <class Chain>
constexpr bool has_run_time_parameters() {
  if constexpr (std::same_as<Chain, nothing>) return false;
  else if constexpr (requires(const typename Chain::clause_type& c) { c.run_time_parameters(); }) return true;
  else return has_run_time_parameters<typename Chain::previous_type>();
}

/// The first element of an array, a vector or nothing.
template <class T>
constexpr T* data_of(T* first) {
  return first;
}
template <class T>
constexpr auto data_of(T& vector) -> decltype(vector.data()) {
  return vector.data();
}

/// Room for a statement's values: on the stack where their number is known, else on the heap.
template <std::size_t Capacity, bool OnHeap>
struct value_storage {
  explicit value_storage(std::size_t) {}
  parameter_text texts[Capacity];
  const char* values[Capacity];
};
template <>
struct value_storage<0, false> {
  explicit value_storage(std::size_t) {}
  parameter_text* texts = nullptr;
  const char** values = nullptr;
};
template <std::size_t Capacity>
struct value_storage<Capacity, true> {
  explicit value_storage(std::size_t more) : texts(Capacity + more), values(Capacity + more) {}
  std::vector<parameter_text> texts;
  std::vector<const char*> values;
};

/// Room for what is decided at run time; nothing where the text is a constant.
template <std::size_t Flags, bool IsConstant>
struct text_storage {
  bool flags[Flags + 1];
  std::string fragment, text;
};
template <>
struct text_storage<0, true> {
  static constexpr bool* flags = nullptr;
  static constexpr std::string* fragment = nullptr;
};

/// A statement's text and values, ready to be sent. The statement's data must outlive it.
template <class Statement>
class bound_statement {
 public:
  /// Run time: `value_error` for a value its column cannot hold, `empty_statement` where nothing is left to do.
  explicit bound_statement(const Statement& statement) : storage_(parameters_of(statement)) {
    constexpr std::size_t fixed = totals.fixed_parameters;
    const auto texts = data_of(storage_.texts);
    const auto values = data_of(storage_.values);
    if constexpr (is_constant) {
      binder b(texts, values, nullptr, fixed);
      statement.bind(b);
      count_ = fixed;
    } else {
      binder b(texts, values, text_.flags, fixed, &text_.fragment);
      statement.bind(b);
      count_ = b.parameters();
      render::assembler(render::program_of<Statement>.get(), text_.flags, text_.fragment, text_.text).run();
    }
  }

  static constexpr render::sink::totals totals = render::measured_of<Statement>.totals;
  /// Whether the text is a constant of the program.
  static constexpr bool is_constant = totals.marks == 0;

  /// NUL-terminated.
  [[nodiscard]] std::string_view text() const {
    if constexpr (is_constant) return render::program_of<Statement>.view();
    else return text_.text;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The values as NUL-terminated text, null pointers for nulls.
  [[nodiscard]] const char* const* values() const { return data_of(storage_.values); }

 private:
  static std::size_t parameters_of(const Statement& statement) {
    if constexpr (has_run_time_parameters<Statement>()) return run_time_parameters(statement);
    else return 0;
  }
  static constexpr std::size_t capacity = totals.fixed_parameters + totals.dynamic_parameters;

  value_storage<capacity, has_run_time_parameters<Statement>()> storage_;
  [[no_unique_address]] text_storage<totals.flags, is_constant> text_;
  std::size_t count_ = 0;
};

}  // namespace query

/// The common part of select, insert, update and delete. `Self` is the statement.
template <class Self>
struct statement_base {
  using statement_kind = Self;

  /// The SQL, a constant of the program. Compile time: the statement must be right (see render/rule.hpp), and must not
  /// have parts that are decided at run time.
  [[nodiscard]] static constexpr std::string_view text() {
    query::require_valid<Self>();
    constexpr auto& program = render::program_of<Self>;
    static_assert(render::measured_of<Self>.totals.marks == 0,
                  "virga: parts of this statement are decided at run time, so its text is no constant; use to_sql(statement)");
    return program.view();
  }

  /// Runs it and returns every row, in order. `Executor`: a database, a connection, a transaction, or any transaction
  /// of libpqxx. Run time: `value_error`, `database_error`, `decode_error`.
  template <class Executor>
  auto all(Executor&& executor) const {
    query::require_valid<Self>();
    return fetch_all(self(), executor);
  }
  /// Runs it and returns its only row. Run time: `row_count_error` where there is none or more than one.
  template <class Executor>
  auto one(Executor&& executor) const {
    query::require_valid<Self>();
    return fetch_one(self(), executor);
  }
  /// Runs it and returns its first row, or an empty optional. Put a `limit(1)` where there may be many.
  template <class Executor>
  auto first(Executor&& executor) const {
    query::require_valid<Self>();
    return fetch_first(self(), executor);
  }
  /// Runs it and calls `f(row)` for each row, in order.
  template <class Executor, class Function>
  void each(Executor&& executor, Function&& f) const {
    query::require_valid<Self>();
    fetch_each(self(), executor, f);
  }
  /// Runs it and returns how many rows it affected (for a select: gave).
  template <class Executor>
  std::size_t run(Executor&& executor) const {
    query::require_valid<Self>();
    return execute_only(self(), executor);
  }

 private:
  [[nodiscard]] constexpr const Self& self() const { return static_cast<const Self&>(*this); }
};

/// The text and values of a statement, for logs and tests. Run time: `value_error`, `empty_statement`.
template <statement_like Statement>
[[nodiscard]] rendered_sql to_sql(const Statement& statement) {
  query::require_valid<Statement>();
  const query::bound_statement<Statement> bound(statement);
  rendered_sql result;
  result.text = bound.text();
  for (std::size_t i = 0; i < bound.count(); ++i) {
    if (bound.values()[i] == nullptr) result.params.emplace_back();
    else result.params.emplace_back(bound.values()[i]);
  }
  return result;
}

}  // namespace virga
