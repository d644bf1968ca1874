// SPDX-License-Identifier: BSL-1.0
//
// A database for unit tests without a server: it is told what it will be sent and what to answer, and remembers.
#pragma once
#include <list>

#include "virga/exec/executor_methods.hpp"
#include "virga/exec/stream.hpp"
#include "virga/testing/canned_rows.hpp"

namespace virga::testing {

/// The fake database was sent a statement that is not the next one it expects. Nothing but a test should catch it.
class unexpected_statement : public error {
 public:
  using error::error;
};

namespace detail {

/// A statement that is expected, and its answer.
struct expected_statement {
  rendered_sql what;
  bool any_values = false;
  std::size_t columns = 0;
  std::vector<canned_row> rows{};
  std::size_t affected = 0;
  bool is_affected_set = false;
  std::optional<error_report> refusal{};
};

/// `select …; values: 1, null, "Ann"`.
inline std::string describe(const rendered_sql& what) {
  std::string text = what.text;
  for (std::size_t i = 0; i < what.params.size(); ++i) {
    text += i == 0 ? "; values: " : ", ";
    text += what.params[i] ? "\"" + *what.params[i] + "\"" : "null";
  }
  return text;
}

}  // namespace detail

/// What the fake database answers to a statement that it expects.
template <class Query>
class expectation {
 public:
  explicit expectation(detail::expected_statement& of) : of_(&of) {}

  /// Whatever values it has.
  expectation& with_any_values() {
    of_->any_values = true;
    return *this;
  }
  /// One more row. A whole table's: `row(User{…})`; otherwise a value for each item of the select list, in its order:
  /// `row(id, "Ann")`. Compile time: as many as items, each of a type its item takes.
  template <class... Values>
  expectation& row(const Values&... values) {
    if constexpr (constexpr bool gives = query::gives_rows<Query>; !gives) {
      static_assert(gives, "virga: the statement gives no rows; say how many it affects: affects(n)");
    } else if constexpr ((std::is_same_v<Values, row_type<Query>> && ... && (sizeof...(Values) == 1))) {
      (add(values), ...);
    } else {
      using encoder = detail::encoder_of<Query>;
      constexpr bool fits = encoder::template takes<Values...>();
      static_assert(fits,
                    "virga: row(…) takes a whole row of the query, or a value of its type for each item of the select "
                    "list");
      if constexpr (fits) add(encoder::make(values...));
    }
    return *this;
  }
  /// Several rows: a range of the query's rows.
  template <class Range>
  expectation& rows(const Range& all) {
    for (const auto& one : all) row(one);
    return *this;
  }
  /// How many rows it affects; otherwise as many as it gives.
  expectation& affects(std::size_t count) {
    of_->affected = count;
    of_->is_affected_set = true;
    return *this;
  }
  /// The server refuses it: `fails({.sqlstate = "23505", .message = "…", .constraint = "users_email_key"})`.
  void fails(error_report how) { of_->refusal = std::move(how); }

 private:
  void add(const auto& row) { detail::encoder_of<Query>::encode(row, of_->rows.emplace_back()); }
  detail::expected_statement* of_;
};

/// Stands in for a `virga::database` in unit tests of functions that take theirs as a template parameter. Tell it with
/// `expect(query)` what it will be sent, in order: the SQL and its values must be the same. Anything else is refused by
/// `unexpected_statement`, and `complaints()` tells of it, and of what was expected and did not come.
class fake_database : public executor_methods<fake_database> {
 public:
  fake_database() = default;
  fake_database(const fake_database&) = delete;
  fake_database& operator=(const fake_database&) = delete;

  /// The next statement will be this one, with these values. Its answer is no rows, unless it is told otherwise.
  template <statement_like Query>
  expectation<Query> expect(const Query& query) {
    query::require_valid<Query>();
    query::require_runnable<Query>();
    auto& added = expected_.emplace_back();
    added.what = to_sql(query);
    if constexpr (query::gives_rows<Query>) added.columns = exec::decoder_of<Query>::columns;
    if (next_ == expected_.end()) --next_;
    return expectation<Query>(added);
  }

  /// Everything it was sent, in order, with `begin`, `commit`, `rollback` and those of inner transactions between.
  [[nodiscard]] const std::vector<rendered_sql>& sent() const { return sent_; }
  /// What went otherwise than expected, a sentence each: `EXPECT_EQ(db.complaints(), std::vector<std::string>())`.
  [[nodiscard]] std::vector<std::string> complaints() const {
    std::vector<std::string> all = complaints_;
    for (std::list<detail::expected_statement>::const_iterator one = next_; one != expected_.end(); ++one)
      all.push_back("expected, and did not come: " + detail::describe(one->what));
    return all;
  }

  /// `f(transaction&)` as `virga::database` runs it: once, committed unless it throws.
  template <class Function, class... Options>
  auto transaction(Function&& f, const Options&...);

  class result {
   public:
    explicit result(const detail::expected_statement& from) : from_(&from) {}
    [[nodiscard]] std::size_t rows() const { return from_->rows.size(); }
    [[nodiscard]] std::size_t columns() const { return from_->columns; }
    [[nodiscard]] std::size_t affected() const { return from_->is_affected_set ? from_->affected : rows(); }
    [[nodiscard]] cell at(std::size_t row, std::size_t column) const {
      const auto& one = from_->rows[row][column];
      return one ? cell{one->data(), one->size(), false} : cell{};
    }

   private:
    const detail::expected_statement* from_;
  };
  friend result execute(fake_database& on, const statement& what) { return on.answer(what); }

 private:
  friend class fake_transaction;

  result answer(const statement& what) {
    rendered_sql& got = sent_.emplace_back();
    got.text = what.text;
    for (std::size_t i = 0; i < what.count; ++i)
      got.params.push_back(what.values[i] == nullptr ? std::nullopt : std::optional<std::string>(what.values[i]));
    if (next_ == expected_.end()) refuse(got, "nothing");
    if (got.text != next_->what.text || (!next_->any_values && got.params != next_->what.params))
      refuse(got, detail::describe(next_->what));
    const detail::expected_statement& met = *next_++;
    if (met.refusal) {
      error_report report = *met.refusal;
      report.statement = got.text;
      throw_database_error(std::move(report));
    }
    return result(met);
  }
  [[noreturn]] void refuse(const rendered_sql& got, const std::string& expected) {
    complaints_.push_back("sent: " + detail::describe(got) + "; expected: " + expected);
    throw unexpected_statement("virga: the fake database was sent: " + detail::describe(got) +
                               "; and expected: " + expected);
  }
  void note(std::string_view what) { sent_.emplace_back().text = what; }

  std::list<detail::expected_statement> expected_{};
  std::list<detail::expected_statement>::iterator next_ = expected_.end();
  std::vector<rendered_sql> sent_{};
  std::vector<std::string> complaints_{};
};

/// A transaction of a fake database, or one inside of another.
class fake_transaction : public executor_methods<fake_transaction> {
 public:
  fake_transaction(fake_database& on, bool is_inner) : on_(on), is_inner_(is_inner) {
    on_.note(is_inner ? "savepoint" : "begin");
  }
  fake_transaction(const fake_transaction&) = delete;
  fake_transaction& operator=(const fake_transaction&) = delete;
  ~fake_transaction() {
    if (is_open_) rollback();
  }

  void commit() { end(is_inner_ ? "release savepoint" : "commit"); }
  void rollback() { end(is_inner_ ? "rollback to savepoint" : "rollback"); }
  [[nodiscard]] bool is_open() const { return is_open_; }

  template <class Function>
  auto transaction(Function&& f) {
    return run(on_, true, f);
  }
  friend fake_database::result execute(fake_transaction& on, const statement& what) {
    if (!on.is_open_) throw error("virga: the transaction has ended (it was committed or undone)");
    return execute(on.on_, what);
  }

 private:
  friend fake_database;

  template <class Function>
  static auto run(fake_database& on, bool is_inner, Function&& f) {
    fake_transaction tx(on, is_inner);
    if constexpr (std::is_void_v<decltype(f(tx))>) {
      f(tx);
      if (tx.is_open()) tx.commit();
    } else {
      auto result = f(tx);
      if (tx.is_open()) tx.commit();
      return result;
    }
  }
  void end(std::string_view how) {
    is_open_ = false;
    on_.note(how);
  }

  fake_database& on_;
  bool is_inner_, is_open_ = true;
};

template <class Function, class... Options>
auto fake_database::transaction(Function&& f, const Options&...) {
  return fake_transaction::run(*this, false, f);
}

}  // namespace virga::testing
