// SPDX-License-Identifier: BSL-1.0
//
// What every finished statement can do: give its text, give its values, run.
#pragma once
#include <optional>
#include <source_location>
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

/// Room for values, on the stack where their number is known.
template <std::size_t Capacity>
struct value_storage {
  parameter_text texts_[Capacity];
  const char* values_[Capacity];
  const render::column_info* places_[Capacity];
};
template <>
struct value_storage<0> {
  static constexpr parameter_text* texts_ = nullptr;
  static constexpr const char** values_ = nullptr;
  static constexpr const render::column_info** places_ = nullptr;
};

/// What is sent: a text, and the values bound in it.
class bound_text {
 public:
  /// NUL-terminated.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The values as NUL-terminated text, null pointers for nulls.
  [[nodiscard]] const char* const* values() const { return values_; }
  /// For each value its column, where observers may be shown it, or else null; null where there are none.
  [[nodiscard]] const render::column_info* const* places() const { return places_; }

 protected:
  bound_text() = default;
  std::string_view text_;
  const char* const* values_ = nullptr;
  const render::column_info* const* places_ = nullptr;
  std::size_t count_ = 0;
};

/// A statement's text and values, ready to be sent. The statement's data must outlive it.
/// Run time: `value_error` for a value its column cannot hold, `empty_statement` where nothing is left to do.
template <class Statement, render::sink::totals Totals = render::measured_of<Statement>.totals>
class bound_statement : public bound_text {
 public:
  /// Whether the text is a constant of the program.
  static constexpr bool is_constant = false;

  explicit bound_statement(const Statement& statement) {
    if constexpr (grows) {
      binder b(growing_, flags_, Totals.fixed_parameters);
      statement.bind(b);
      growing_.value(b.parameters()) = nullptr;
      values_ = growing_.values.data();
      if (!growing_.places.empty()) {
        growing_.places.resize(growing_.values.size());
        places_ = growing_.places.data();
      }
      assemble(b, growing_.fragments);
    } else {
      binder b(room_.texts_, room_.values_, room_.places_, flags_, Totals.fixed_parameters);
      statement.bind(b);
      values_ = room_.values_;
      places_ = room_.places_;
      assemble(b, {});
    }
  }
  bound_statement(const bound_statement&) = delete;
  bound_statement& operator=(const bound_statement&) = delete;

 private:
  void assemble(const binder& b, std::string_view fragments) {
    render::assembler(render::program_of<Statement>.get(), flags_, fragments, assembled_).run();
    text_ = assembled_;
    count_ = b.parameters();
  }

  static constexpr bool grows = Totals.fragments > 0;
  struct no_values {};
  value_storage<grows ? 0 : Totals.fixed_parameters + Totals.dynamic_parameters> room_;
  [[no_unique_address]] std::conditional_t<grows, render::growing_values, no_values> growing_;
  bool flags_[Totals.flags + 1];
  std::string assembled_;
};

/// The same, where the text is a constant: nothing is put together.
template <class Statement, render::sink::totals Totals>
  requires(Totals.marks == 0)
class bound_statement<Statement, Totals> : public bound_text {
 public:
  static constexpr bool is_constant = true;

  explicit bound_statement(const Statement& statement) {
    binder b(values_of_.texts_, values_of_.values_, values_of_.places_, nullptr, Totals.fixed_parameters);
    statement.bind(b);
    text_ = render::program_of<Statement>.view();
    values_ = values_of_.values_;
    places_ = values_of_.places_;
    count_ = Totals.fixed_parameters;
  }
  bound_statement(const bound_statement&) = delete;
  bound_statement& operator=(const bound_statement&) = delete;

 private:
  value_storage<Totals.fixed_parameters> values_of_;
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
    constexpr bool is_constant = render::measured_of<Self>.totals.marks == 0 || !query::valid_statement<Self>;
    static_assert(is_constant,
                  "virga: parts of this statement are decided at run time, so its text is no constant; use to_sql(statement)");
    return program.view();
  }

  // The terminals; their bodies are in exec/fetch.hpp, view.hpp, stream.hpp and attempt.hpp. `where` is the call that
  // errors and observers name.
  /// Runs it and returns every row, in order. `Executor`: a database, a connection, a transaction, or any transaction
  /// of libpqxx. Run time: `value_error`, `database_error`, `decode_error`.
  template <class Executor>
  auto all(Executor&& on, std::source_location where = std::source_location::current()) const;
  /// Runs it and returns its only row. Run time: `row_count_error` where there is none or more than one.
  template <class Executor>
  auto one(Executor&& on, std::source_location where = std::source_location::current()) const;
  /// Runs it and returns its first row, or an empty optional. Put a `limit(1)` where there may be many.
  template <class Executor>
  auto first(Executor&& on, std::source_location where = std::source_location::current()) const;
  /// Runs it and returns its rows without a copy of their text: an object that owns the result, and gives rows whose
  /// text is `std::string_view`s into it. `auto rows = q.view(db); for (auto row : rows) use(row[users.name]);`.
  /// Run time: the errors of `all`, those of decoding where a value is read.
  template <class Executor>
  auto view(Executor&& on, std::source_location where = std::source_location::current()) const;
  /// Runs it and returns its rows as an input range, one at a time as the server sends them: however many there are,
  /// they take the memory of one. `for (auto& row : q.stream(db))`. The range holds the connection: nothing else runs
  /// there until it is read to its end or gone. Left before its end, it cancels the query; inside of a transaction, which that would
  /// spoil, and where the statement writes, it reads the rest and throws it away. It must not outlive what it runs on
  /// (a `database` it may). Run time: the errors of `all`, here or while the rows are read, after some were given.
  template <class Executor>
  auto stream(Executor&& on, std::source_location where = std::source_location::current()) const;
  /// Calls `f(row)` for each row of `stream`, in order. What `f` throws ends it, as leaving a stream does.
  template <class Executor, class Function>
  void each(Executor&& on, Function&& f,
            std::source_location where = std::source_location::current()) const;
  /// Runs it and returns how many rows it affected (for a select: gave).
  template <class Executor>
  std::size_t run(Executor&& on, std::source_location where = std::source_location::current()) const;

  // The same, but what virga would throw is returned: an `outcome` holds what the terminal gives, or the error. What is
  // no `virga::error` (of `f`, or for want of memory) is still thrown.
  template <class Executor>
  [[nodiscard]] auto try_all(Executor&& on, std::source_location where = std::source_location::current()) const;
  template <class Executor>
  [[nodiscard]] auto try_one(Executor&& on, std::source_location where = std::source_location::current()) const;
  template <class Executor>
  [[nodiscard]] auto try_first(Executor&& on, std::source_location where = std::source_location::current()) const;
  template <class Executor, class Function>
  [[nodiscard]] auto try_each(Executor&& on, Function&& f,
                              std::source_location where = std::source_location::current()) const;
  template <class Executor>
  [[nodiscard]] auto try_run(Executor&& on, std::source_location where = std::source_location::current()) const;
};

/// The text and values of a statement, for logs and tests. A placeholder, which has no value yet, is an empty optional. Run time: `value_error`, `empty_statement`.
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
/// The same of a statement that was refused with a message of its own, to say no more.
template <refused_expression Statement>
[[nodiscard]] rendered_sql to_sql(const Statement&) {
  return {};
}

}  // namespace virga
