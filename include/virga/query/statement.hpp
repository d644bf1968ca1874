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
#include "virga/query/named_query.hpp"

namespace virga {

/// A statement as it would be sent: for logs and tests. An empty optional is null.
struct rendered_sql {
  std::string text;
  std::vector<std::optional<std::string>> params;
  friend bool operator==(const rendered_sql&, const rendered_sql&) = default;
};

namespace query {

/// How many parameters a chain has that only its data tell (a batch of rows).
template <class Chain>
constexpr bool has_run_time_parameters() {
  if constexpr (std::same_as<Chain, nothing>) return false;
  else if constexpr (requires(const typename Chain::clause_type& c) { c.run_time_parameters(); }) return true;
  else return has_run_time_parameters<typename Chain::previous_type>();
}
template <class Chain>
[[gnu::always_inline]] inline std::size_t run_time_parameters(const Chain& chain) {
  if constexpr (!has_run_time_parameters<Chain>()) {
    return 0;
  } else {
    std::size_t more = 0;
    if constexpr (requires { chain.clause.run_time_parameters(); }) more = chain.clause.run_time_parameters();
    return more + run_time_parameters(chain.previous);
  }
}

/// Room for values, on the stack where their number is known.
template <std::size_t Capacity, bool OnHeap>
struct value_storage {
  explicit value_storage(std::size_t = 0) {}
  parameter_text texts_[Capacity];
  const char* pointers_[Capacity];
};
template <>
struct value_storage<0, false> {
  explicit value_storage(std::size_t = 0) {}
  static constexpr parameter_text* texts_ = nullptr;
  static constexpr const char** pointers_ = nullptr;
};
template <std::size_t Capacity>
struct value_storage<Capacity, true> {
  std::vector<parameter_text> owned_texts_;
  std::vector<const char*> owned_pointers_;
  parameter_text* texts_;
  const char** pointers_;

  explicit value_storage(std::size_t more)
      : owned_texts_(Capacity + more),
        owned_pointers_(Capacity + more),
        texts_(owned_texts_.data()),
        pointers_(owned_pointers_.data()) {}
};

/// Room for a text that is put together at run time.
template <std::size_t Flags>
struct text_storage {
  bool flags_[Flags + 1];
  std::string fragment_, assembled_;
};

/// What is sent: a text, and the values bound in it.
class bound_text {
 public:
  /// NUL-terminated.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The values as NUL-terminated text, null pointers for nulls.
  [[nodiscard]] const char* const* values() const { return values_; }

 protected:
  bound_text() = default;
  std::string_view text_;
  const char* const* values_ = nullptr;
  std::size_t count_ = 0;
};

/// A statement's text and values, ready to be sent. The statement's data must outlive it.
/// Run time: `value_error` for a value its column cannot hold, `empty_statement` where nothing is left to do.
template <class Statement, render::sink::totals Totals = render::measured_of<Statement>.totals>
class bound_statement : public bound_text {
  static constexpr bool on_heap = has_run_time_parameters<Statement>();

 public:
  /// Whether the text is a constant of the program.
  static constexpr bool is_constant = false;

  explicit bound_statement(const Statement& statement) : values_of_(run_time_parameters(statement)) {
    binder b(values_of_.texts_, values_of_.pointers_, text_of_.flags_, Totals.fixed_parameters, &text_of_.fragment_);
    statement.bind(b);
    render::assembler(render::program_of<Statement>.get(), text_of_.flags_, text_of_.fragment_, text_of_.assembled_).run();
    text_ = text_of_.assembled_;
    values_ = values_of_.pointers_;
    count_ = b.parameters();
  }
  bound_statement(const bound_statement&) = delete;
  bound_statement& operator=(const bound_statement&) = delete;

 private:
  value_storage<Totals.fixed_parameters + Totals.dynamic_parameters, on_heap> values_of_;
  text_storage<Totals.flags> text_of_;
};

/// The same, where the text is a constant: nothing is put together.
template <class Statement, render::sink::totals Totals>
  requires(Totals.marks == 0)
class bound_statement<Statement, Totals> : public bound_text {
 public:
  static constexpr bool is_constant = true;

  explicit bound_statement(const Statement& statement) {
    binder b(values_of_.texts_, values_of_.pointers_, nullptr, Totals.fixed_parameters);
    statement.bind(b);
    text_ = render::program_of<Statement>.view();
    values_ = values_of_.pointers_;
    count_ = Totals.fixed_parameters;
  }
  bound_statement(const bound_statement&) = delete;
  bound_statement& operator=(const bound_statement&) = delete;

 private:
  value_storage<Totals.fixed_parameters, false> values_of_;
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

  // The terminals; their bodies are in exec/fetch.hpp.
  /// Runs it and returns every row, in order. `Executor`: a database, a connection, a transaction, or any transaction
  /// of libpqxx. Run time: `value_error`, `database_error`, `decode_error`.
  template <class Executor>
  auto all(Executor&& on) const;
  /// Runs it and returns its only row. Run time: `row_count_error` where there is none or more than one.
  template <class Executor>
  auto one(Executor&& on) const;
  /// Runs it and returns its first row, or an empty optional. Put a `limit(1)` where there may be many.
  template <class Executor>
  auto first(Executor&& on) const;
  /// Runs it and calls `f(row)` for each row, in order.
  template <class Executor, class Function>
  void each(Executor&& on, Function&& f) const;
  /// Runs it and returns how many rows it affected (for a select: gave).
  template <class Executor>
  std::size_t run(Executor&& on) const;
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
