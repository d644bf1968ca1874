// SPDX-License-Identifier: BSL-1.0
//
// COPY … TO STDOUT: rows one after another, in constant memory. Source: PostgreSQL manual, "COPY".
#pragma once
#include <exception>
#include <iterator>

#include "virga/exec/copy_text.hpp"
#include "virga/exec/decode.hpp"
#include "virga/exec/fetch.hpp"
#include "virga/pqxx/copy.hpp"
#include "virga/query/select.hpp"

namespace virga {

namespace detail {

/// `copy (select …) to stdout`.
template <class Query>
struct copy_out_text {
  const Query& query;

  static constexpr void render(render::sink& s) {
    s.text("copy (");
    Query::render(s);
    s.text(") to stdout");
  }
  void bind(render::binder& b) const { query.bind(b); }
};

/// The lines of a COPY, as they come.
class copied_lines {
 public:
  copied_lines(connection& on, std::string_view text, const std::source_location& where)
      : in_transaction_(PQtransactionStatus(on.native_handle()) == PQTRANS_INTRANS), copy_(on, text, {}, where) {}
  copied_lines(const copied_lines&) = delete;
  copied_lines& operator=(const copied_lines&) = delete;
  ~copied_lines() {
    forget();
    if (copy_.is_open()) abandon();
  }

  /// The next line, which lives until the next call; null at the end. Run time: `database_error`, `connection_error`.
  char* next(std::size_t& size) {
    forget();
    if (!copy_.is_open()) return nullptr;
    const int got = copy_.may_be_stopped() ? read_or_stop() : PQgetCopyData(copy_.handle(), &line_, 0);
    if (got <= 0) {
      copy_.finish();
      return nullptr;
    }
    size = static_cast<std::size_t>(got);
    return line_;
  }

 private:
  void forget() {
    if (line_ != nullptr) PQfreemem(std::exchange(line_, nullptr));
  }
  /// Waits for the next line in small steps. What was cancelled says so itself.
  int read_or_stop() {
    if (copy_.is_stopped()) {
      abandon(true);
      copy_.refuse_stopped();
    }
    for (;;) {
      const int got = PQgetCopyData(copy_.handle(), &line_, 1);
      if (got != 0) return got;
      if (copy_.is_stopped()) {
        abandon(true);
        copy_.refuse_stopped();
      }
      const auto soon = std::chrono::steady_clock::now() + std::chrono::milliseconds(10);
      if (native::wait_for(PQsocket(copy_.handle()), true, soon) && PQconsumeInput(copy_.handle()) == 0) return -2;
    }
  }

  /// Gets the connection out of a COPY that is not read to its end. One that is left inside of a transaction that goes
  /// on is read and thrown away, since to cancel it would spoil the transaction; any other one is cancelled.
  void abandon() noexcept { abandon(!in_transaction_ || std::uncaught_exceptions() > exceptions_); }
  void abandon(bool cancelling) noexcept {
    using clock = std::chrono::steady_clock;
    constexpr auto step = std::chrono::milliseconds(10), patience = std::chrono::milliseconds(2000);
    native::canceller cancel;
    if (cancelling) cancel.ask(copy_.handle());
    const auto give_up = clock::now() + patience;
    for (;;) {
      forget();
      const int got = PQgetCopyData(copy_.handle(), &line_, cancelling ? 1 : 0);
      if (got < 0) break;
      if (got > 0) continue;
      if (clock::now() >= give_up) ::shutdown(PQsocket(copy_.handle()), SHUT_RDWR);
      if (native::wait_for(PQsocket(copy_.handle()), true, clock::now() + step) && PQconsumeInput(copy_.handle()) == 0)
        break;
    }
    copy_.give_up();
    // a request still on its way would hit the next statement
    while (cancel.is_asking() && clock::now() < give_up) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (cancel.is_asking()) ::shutdown(PQsocket(copy_.handle()), SHUT_RDWR);
  }

  bool in_transaction_;
  int exceptions_ = std::uncaught_exceptions();
  connection::ongoing_copy copy_;
  char* line_ = nullptr;
};

}  // namespace detail

/// The rows of a `copy_out`, to be walked once. They hold their connection until they go out of scope, which is
/// possible at any row: what was not read is cancelled; inside of a transaction that goes on, it is read and thrown
/// away.
template <class Query, class Executor>
class copied_rows {
  using decoder = exec::decoder_of<Query>;

 public:
  using value_type = row_type<Query>;

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = row_type<Query>;
    using difference_type = std::ptrdiff_t;
    using pointer = value_type*;
    using reference = value_type&;
    iterator() = default;
    explicit iterator(copied_rows& of) : of_(&of) {}
    reference operator*() const { return of_->row_; }
    pointer operator->() const { return &of_->row_; }
    iterator& operator++() {
      of_->step();
      return *this;
    }
    void operator++(int) { of_->step(); }
    friend bool operator==(const iterator& at, std::default_sentinel_t) { return at.is_at_end(); }

   private:
    [[nodiscard]] bool is_at_end() const { return of_ == nullptr || of_->at_end_; }
    copied_rows* of_ = nullptr;
  };

  copied_rows(Executor& on, std::string text, const std::source_location& where)
      : held_(detail::connection_for_copy(on, where)),
        text_(std::move(text)),
        where_(where),
        lines_(held_.connection(), text_, where) {}
  copied_rows(const copied_rows&) = delete;
  copied_rows& operator=(const copied_rows&) = delete;

  /// Reads the first row. Run time, as for each step: `decode_error`, `database_error`, `connection_error`.
  [[nodiscard]] iterator begin() {
    step();
    return iterator(*this);
  }
  [[nodiscard]] std::default_sentinel_t end() const { return {}; }

 private:
  void step() {
    std::size_t size = 0;
    char* const text = lines_.next(size);
    at_end_ = text == nullptr;
    if (at_end_) return;
    try {
      exec::check_width(line_.read(text, size), decoder::columns);
      decoder::decode(line_, 0, row_);
    } catch (error& wrong) {
      wrong.happened_in(text_, where_);
      throw;
    }
  }

  decltype(detail::connection_for_copy(std::declval<Executor&>(), std::source_location())) held_;
  std::string text_;
  std::source_location where_;
  detail::copied_lines lines_;
  exec::copy_line<decoder::columns> line_;
  value_type row_{};
  bool at_end_ = false;
};

/// A COPY out of the database.
template <class Query>
class copy_out_query {
  using node = detail::copy_out_text<Query>;

 public:
  explicit constexpr copy_out_query(Query query) : query_(std::move(query)) {}

  /// The SQL, a constant of the program where the query's is one.
  [[nodiscard]] static constexpr std::string_view text() {
    static_assert(render::measured_of<node>.totals.marks == 0,
                  "virga: parts of this query are decided at run time, so the text of its COPY is no constant");
    return render::program_of<node>.view();
  }

  /// Calls `f(row)` for each row, in order. `Executor`: a database, a connection or a transaction. What `f` throws ends
  /// the COPY. Run time: `decode_error`, `database_error`, `connection_error`, `query_cancelled`.
  template <class Executor, class Function>
  void each(Executor&& on, Function&& f, std::source_location where = std::source_location::current()) const {
    if constexpr (detail::check_copy_executor<Executor>())
      for (auto& row : stream(on, where)) f(std::move(row));
  }
  /// The rows as an input range: `for (auto& user : copy_out(users).stream(db))`. The row is the same object each time.
  /// `break` is no mistake: see `copied_rows`.
  template <class Executor>
  [[nodiscard]] auto stream(Executor&& on, std::source_location where = std::source_location::current()) const {
    if constexpr (detail::check_copy_executor<Executor>()) {
      const node copied{query_};
      const query::bound_statement<node> bound(copied);
      if (bound.count() != 0)
        throw usage_error(
            "virga: COPY takes no values, and this query's condition brings some; read its rows with each()");
      return copied_rows<Query, std::remove_reference_t<Executor>>(on, std::string(bound.text()), where);
    } else {
      return std::vector<not_selected>();
    }
  }

 private:
  Query query_;
};

namespace detail {

template <class T>
concept plain_query = query::gives_columns<T> && !query::has_clause<T, render::clause::returning>;

/// What stands in for a COPY that was refused, so that its message is the only one.
struct no_rows_copied {
  static constexpr std::string_view text() { return {}; }
  void each(const auto&, const auto&) const {}
  auto stream(const auto&) const { return std::vector<not_selected>(); }
};

}  // namespace detail

/// Reads a table, or what a select gives, by COPY: in constant memory, one row after another. The rows are of the same
/// type and have the same values as those of `.all(db)`.
///
///   copy_out(users).each(db, [](User user) { … });
///   for (auto& row : copy_out(select(users.id, users.name).from(users)).stream(tx)) …
///
/// Compile time: COPY takes no values, and none enters a text; a query with values is read with its own each().
/// SQL: `copy (select …) to stdout`.
template <class Source>
[[nodiscard]] constexpr auto copy_out(const Source& source) {
  if constexpr (query::table_like<Source>) {
    return copy_out(select().from(source));
  } else {
    constexpr bool is_query = detail::plain_query<Source>;
    static_assert(is_query, "virga: copy_out() takes a table or a select");
    if constexpr (is_query) query::require_valid<Source>();
    if constexpr (!is_query) {
      return detail::no_rows_copied{};
    } else if constexpr (query::require_runnable<Source>()) {
      constexpr auto& totals = render::measured_of<Source>.totals;
      constexpr bool without_values = totals.fixed_parameters + totals.dynamic_parameters == 0;
      static_assert(without_values,
                    "virga: COPY takes no values, and none enters a text: copy_out() is for queries without "
                    "them; read this one with its own each()");
      if constexpr (without_values)
        return copy_out_query<Source>(source);
      else
        return detail::no_rows_copied{};
    } else {
      return detail::no_rows_copied{};
    }
  }
}

}  // namespace virga
