// SPDX-License-Identifier: BSL-1.0
//
// What a program calls is virtual, though nothing overrides it: the code of a virtual function is compiled where
// objects are made, and nowhere else. So a file that only uses a connection, or a database, does not compile all of
// them again. Those that are defined in other headers are declared inline: one that was not would be taken for the
// class's key function, and its file for the only one with the code.
#pragma once
#include <atomic>
#include <memory>
#include <stop_token>
#include <string>

#include "virga/exec/executor_methods.hpp"
#include "virga/pqxx/driver.hpp"
#include "virga/pqxx/open.hpp"
#include "virga/pqxx/options.hpp"
#include "virga/pqxx/prepared.hpp"

namespace virga {

class native_stream;
class native_pipeline;
struct transaction_options;

namespace detail {
class stream_state;
class transaction_state;

/// What takes the results of a batch: any function of the result's index and the result.
struct batch_taker {
  const void* function;
  void (*call)(const void* function, std::size_t index, const native::result& from);

  void operator()(std::size_t index, const native::result& from) const { call(function, index, from); }
};
}  // namespace detail

/// One connection to a server, for one thread at a time. Queries run on it, each in a transaction of its own.
class connection : public executor_methods<connection> {
 public:
  /// Run time: `configuration_error` where the URL cannot be read; `connection_error` with the cause and what to do.
  explicit connection(const std::string& url, const connection_options& options = {},
                      std::source_location where = std::source_location::current())
      : connection(url, options, native::interruption{}, where) {}
  /// The same, given up with `query_cancelled` where a stop is requested meanwhile, or where it takes too long.
  connection(const std::string& url, const connection_options& options, const native::interruption& when,
             const std::source_location& where)
      : options_(detail::checked(options, where)),
        handle_(native::open(url, options.connect_timeout, options.connect_attempts, when, where)),
        driver_(driver::adopt(handle_)),
        prepares_(options.prepare && options.pooler == pooler_mode::none && options.max_prepared != 0),
        prepared_(options.max_prepared) {}
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  virtual ~connection() = default;

  /// The libpqxx connection, to use in the same thread.
  driver::any_connection& pqxx() { return *driver_; }
  /// The libpq handle behind it; libpqxx owns it.
  [[nodiscard]] PGconn* native_handle() const { return handle_; }
  /// False once the server or the network has gone away.
  [[nodiscard]] bool is_usable() const { return PQstatus(handle_) == CONNECTION_OK; }
  [[nodiscard]] const connection_options& options() const { return options_; }

  /// Sends a statement. Run time: `database_error`, `connection_error`; `usage_error` where another thread runs one.
  virtual native::result send(const statement& what) {
    const use mine(*this, by_another_thread, what.where);
    if (interruption_.is_possible()) refuse_stopped(what.text, what.where);
    if (options_.observer == nullptr) [[likely]]
      return checked(run(what), what.text, what.where);
    return observed(what, [&](const statement& sent) { return run(sent); });
  }
  /// Sends text without values: one or several statements, the last one's result.
  virtual native::result send(const std::string& text, std::source_location where = std::source_location::current()) {
    const use mine(*this);
    refuse_stopped(text, where);
    const statement what{text, nullptr, 0, false, where};
    const auto run_text = [&](const statement& sent) { return answer(PQsendQuery(handle_, sent.text.data())); };
    if (options_.observer == nullptr) return checked(run_text(what), text, where);
    return observed(what, run_text);
  }

  /// Sends statements in one round trip: pipeline.hpp. Run time: what `send` throws, nothing being done then; what
  /// `take` throws, after all was done.
  inline virtual void send_all(const std::vector<statement>& all, const detail::batch_taker& take);

  /// A COPY that is under way: copy.hpp.
  class ongoing_copy;

  /// From now on, a stop that is requested of this token cancels the statement that runs and refuses the next ones with
  /// `query_cancelled`, and so does, with `transaction_timeout`, the end of the time. A token of nothing ends that.
  void stop_when(std::stop_token stop,
                 std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max()) {
    interruption_ = {std::move(stop), deadline};
  }
  void interrupt(native::interruption when) { interruption_ = std::move(when); }
  [[nodiscard]] const native::interruption& stops_when() const { return interruption_; }

  /// Runs `f`, which does what libpqxx alone does, such as its commit, and tells the observer.
  template <class Function>
  void observe(std::string_view text, const std::source_location& where, Function&& f) {
    const use mine(*this);
    const auto told = watch({text, nullptr, 0, false, where}).told;
    if (told == nullptr) return f();
    try {
      f();
    } catch (const database_error& refused) {
      told->failed(refused.sqlstate());
      throw;
    } catch (const connection_error& lost) {
      told->failed(lost.sqlstate());
      throw;
    } catch (...) {
      told->failed({});
      throw;
    }
    told->answered(0, 0);
  }
  /// What was waited for this connection, for the event of the next statement.
  void add_pool_wait(std::chrono::nanoseconds waited) { pool_wait_ += waited; }

  /// Throws `query_cancelled` where a stop was requested, `transaction_timeout` where the time is over.
  virtual void refuse_stopped(std::string_view text, const std::source_location& where,
                              const char* when = "before the statement was sent") const {
    native::refuse_interrupted(interruption_, text, where, when);
  }

  /// Throws `usage_error` where something else goes on here: a stream that is open, a statement of another thread.
  virtual void require_free(const std::source_location& where = {}) const {
    if (const char* why_not = in_use_.load(std::memory_order_acquire)) throw usage_error(why_not, where);
  }

  /// Tells the server to forget the prepared statements that are not used any more. Not inside a transaction: a failure
  /// would spoil it.
  virtual void tidy() {
    const use mine(*this);
    if (prepared_.has_unwanted() && PQtransactionStatus(handle_) == PQTRANS_IDLE) deallocate_unwanted();
  }

 private:
  friend native_stream;
  friend native_pipeline;
  friend detail::stream_state;
  friend class open_transaction;

  /// Sends a statement and waits for its first row: native_stream.hpp.
  inline virtual std::unique_ptr<detail::stream_state> stream(const statement& what, bool only_reads);
  /// Begins a transaction: transaction_state.hpp. Without `deadline`, its timeout begins now.
  inline virtual std::unique_ptr<detail::transaction_state> begin(
      const transaction_options& options, const std::source_location& where,
      const std::chrono::steady_clock::time_point* deadline);

  /// Marks the connection as in use for as long as it lives; `as` is what others are told who want to use it meanwhile.
  class use {
   public:
    explicit use(connection& of, const char* as = by_another_thread, const std::source_location& where = {}) : of_(of) {
      const char* already = nullptr;
      if (!of_.in_use_.compare_exchange_strong(already, as, std::memory_order_acquire))
        throw usage_error(already, where);
    }
    use(const use&) = delete;
    use& operator=(const use&) = delete;
    ~use() { of_.in_use_.store(nullptr, std::memory_order_release); }

   private:
    connection& of_;
  };
  static constexpr const char* by_another_thread =
      "virga: two threads use one connection at the same time; give each thread its own: run queries on "
      "the virga::database, or let each thread acquire() a connection or begin a transaction";

  /// How an answer is taken: all of it, or (where it has rows) the first row, the others being left to be taken.
  enum class reading : unsigned char { whole, by_row };

  native::result run(const statement& what, reading how = reading::whole) {
    if (!what.is_constant || !prepares_) return send_unnamed(what, how);
    detail::prepared_statements::one* const known = prepared_.find(what);
    bool was_prepared = known != nullptr;
    if (!was_prepared) prepared_.make_room();
    if (prepared_.has_unwanted() && PQtransactionStatus(handle_) == PQTRANS_IDLE) deallocate_unwanted();
    native::result result = send_prepared(what, how, known);
    // a failed statement spoils its transaction, so only outside of one is another try of any use
    while (!result.succeeded() && forget_stale(result, what, was_prepared) &&
           PQtransactionStatus(handle_) == PQTRANS_IDLE) {
      was_prepared = false;
      if (!prepares_) return send_unnamed(what, how);
      result = send_prepared(what, how, nullptr);
    }
    return result;
  }
  /// A statement as it is to be sent, and who is told of its end; null where nobody is.
  struct watched_statement {
    std::unique_ptr<detail::observed_statement> told{};
    statement sent{};
  };
  /// Tells the observer that a statement begins.
  watched_statement watch(const statement& what) {
    if (options_.observer == nullptr) return {nullptr, what};
    const query_event event{.process = PQbackendPID(handle_),
                            .is_prepared = what.is_constant && prepares_,
                            .pool_wait = std::exchange(pool_wait_, {})};
    watched_statement begun{std::make_unique<detail::observed_statement>(options_.observer, event, what), what};
    if (const std::string& text = begun.told->commented(); !text.empty()) {
      begun.sent.text = text;
      begun.sent.is_constant = false;
    }
    return begun;
  }
  /// Runs `f(statement)`, which gives the statement's result, and tells the observer.
  template <class Function>
  native::result observed(const statement& what, Function&& f) {
    watched_statement begun = watch(what);
    native::result result = f(begun.sent);
    begun.told->ended_with(result, result.rows());
    result.end_with(std::move(begun.told));
    return checked(std::move(result), what.text, what.where);
  }

  native::result send_unnamed(const statement& what, reading how) {
    return answer(PQsendQueryParams(handle_, what.text.data(), static_cast<int>(what.count), nullptr, what.values,
                                    nullptr, nullptr, 0),
                  how);
  }
  /// `known` is null where it is not prepared yet.
  native::result send_prepared(const statement& what, reading how, detail::prepared_statements::one* known) {
    if (known == nullptr) {
      std::string fresh = prepared_.name_of(what.text.data());
      std::vector<unsigned> parameters;
      native::result prepared = prepare(what, fresh.c_str(), parameters);
      if (!prepared.succeeded()) return prepared;
      known = &prepared_.add(what.text.data(), std::move(fresh));
      known->parameters = std::move(parameters);
      refuse_cut(what, *known);
    }
    native::result given = answer(PQsendQueryPrepared(handle_, known->name.c_str(), static_cast<int>(what.count),
                                                      what.values, nullptr, nullptr, known->gives(what.binary_types)),
                                  how);
    if (what.binary_types != nullptr && known->types.empty()) learn_types(*known, given);
    return given;
  }
  /// Prepares a statement, and in the same round trip asks which types its parameters have.
  native::result prepare(const statement& what, const char* name, std::vector<unsigned>& parameters) {
    if (what.count == 0) return answer(PQsendPrepare(handle_, name, what.text.data(), 0, nullptr));
    (void)PQenterPipelineMode(handle_);
    const int was_sent = PQsendPrepare(handle_, name, what.text.data(), 0, nullptr) != 0 &&
                         PQsendDescribePrepared(handle_, name) != 0 && PQpipelineSync(handle_) != 0;
    native::result prepared = answer(was_sent), described = answer(was_sent);
    if (was_sent != 0) (void)next_piece();
    if (PQexitPipelineMode(handle_) == 0) abandon();
    parameters = parameters_of(described);
    return prepared;
  }
  static std::vector<unsigned> parameters_of(const native::result& described) {
    std::vector<unsigned> types;
    for (int i = 0; i < PQnparams(described.get()); ++i) types.push_back(PQparamtype(described.get(), i));
    return types;
  }
  /// Throws `value_error` where the server would cut a value of what was prepared just now. It is prepared anew the
  /// next time: the column may have got its right type.
  void refuse_cut(const statement& what, detail::prepared_statements::one& fresh) {
    if (exec::first_cut(what, fresh.parameters) == what.count) return;
    const std::vector<unsigned> taken = std::move(fresh.parameters);
    prepared_.forget(what.text.data(), true);
    exec::refuse_cut(what, taken);
  }
  /// Gives the connection up: whatever was sent must not be believed to be done, nor come back later.
  void abandon() {
    ::shutdown(PQsocket(handle_), SHUT_RDWR);
    while (PQstatus(handle_) == CONNECTION_OK && PQconsumeInput(handle_) != 0) continue;
  }
  /// The types of a statement's columns, from its first result. That came as text; those that follow may be binary,
  /// since while the server has the statement prepared, the types do not change (SQLSTATE 0A000 where they would).
  void learn_types(detail::prepared_statements::one& of, const native::result& given) const {
    // servers before 10 may have other timestamps
    const char* const integer_times = PQparameterStatus(handle_, "integer_datetimes");
    if (!given.succeeded() || integer_times == nullptr || std::string_view(integer_times) != "on") return;
    of.types.reserve(given.columns());
    for (std::size_t i = 0; i < given.columns(); ++i) of.types.push_back(given.type(i));
  }
  /// Whether the failure is one of the prepared statement, not of the query; it is not used again then.
  bool forget_stale(const native::result& failed, const statement& what, bool was_prepared) {
    const std::string_view sqlstate = failed.sqlstate();
    const auto* const kept = prepared_.find(what);
    const std::string name = kept != nullptr ? kept->name : prepared_.name_of(what.text.data());
    // a statement may fail so by itself
    const bool is_of_name = failed.field(PG_DIAG_MESSAGE_PRIMARY).find(name) != std::string_view::npos;
    // A session that has our names and is not ours, or has not what was prepared just now: a pooler deals out sessions,
    // and names are of no use behind it. Inside a transaction there is no second try to find out.
    const bool is_absent = sqlstate == "26000" && is_of_name;
    const bool is_inside = PQtransactionStatus(handle_) != PQTRANS_IDLE;
    if ((sqlstate == "42P05" && is_of_name) || (is_absent && (!was_prepared || is_inside))) {
      prepares_ = false;
      return true;
    }
    // the tables changed under the prepared statement, or somebody deallocated it: prepare it again
    const bool is_stale = was_prepared && (is_absent || sqlstate == "0A000" || has_old_types(failed));
    if (is_stale) prepared_.forget(what.text.data(), !is_absent);
    return is_stale;
  }
  /// Whether a prepared statement may have failed, before it did anything, because a column has another type since
  /// then: its values still have the type of before, which does not stand there any more, or cannot be read as that
  /// (servers from 13 on name the value last, as `$1`, in whatever language).
  static bool has_old_types(const native::result& failed) {
    const std::string_view sqlstate = failed.sqlstate(), context = failed.field(PG_DIAG_CONTEXT);
    if (sqlstate == "42804" || sqlstate == "42883") return context.empty();
    return sqlstate.starts_with("22") && context.find(" $", context.rfind('\n') + 1) != context.npos;
  }
  void deallocate_unwanted() {
    // one that is gone already is no reason to fail
    for (const std::string& name : prepared_.take_unwanted())
      (void)answer(PQsendQuery(handle_, ("deallocate " + name).c_str()));
  }

  /// The answer to what was sent.
  native::result answer(int was_sent, reading how = reading::whole) {
    if (was_sent == 0) return native::result(nullptr);
    if (how == reading::by_row) {
      (void)PQsetSingleRowMode(handle_);
      native::result first = next_piece();
      if (first.is_single_row() || first.get() == nullptr) return first;
      return native::rest_of(std::move(first), [&] { return next_piece(); });
    }
    return interruption_.is_possible() ? native::receive(handle_, interruption_) : native::receive(handle_);
  }
  native::result next_piece() {
    return interruption_.is_possible() ? native::stoppable(handle_, interruption_).next()
                                       : native::result(PQgetResult(handle_));
  }
  native::result checked(native::result result, std::string_view text, const std::source_location& where) {
    if (!result.succeeded()) refuse(result, text, where);
    return result;
  }
  /// Throws what a failed result means.
  [[noreturn]] void refuse(const native::result& failed, std::string_view text, const std::source_location& where,
                           const native::failure_place& place = {}) const {
    try {
      native::refuse(handle_, failed, text, where, place);
    } catch (const query_cancelled& cancelled) {
      if (interruption_.stop.stop_requested() || !interruption_.is_late()) throw;
      error_report report = cancelled.report();
      report.message = "the transaction's timeout is over";
      throw transaction_timeout(std::move(report));
    }
  }

  connection_options options_;
  PGconn* handle_;
  std::unique_ptr<driver::connection> driver_;
  bool prepares_;
  detail::prepared_statements prepared_;
  native::interruption interruption_{};
  std::chrono::nanoseconds pool_wait_{0};
  std::atomic<const char*> in_use_ = nullptr;  // what others are told who want to use it
};

inline native::result execute(connection& on, const statement& what) { return on.send(what); }

}  // namespace virga

#include "virga/pqxx/native_stream.hpp"
#include "virga/pqxx/pipeline.hpp"
#include "virga/pqxx/transaction_state.hpp"
