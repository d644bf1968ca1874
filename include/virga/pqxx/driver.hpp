// SPDX-License-Identifier: BSL-1.0
//
// libpqxx, every version from 6.4 to 8, behind one face: what differs between them is in this file alone.
//
//   6.4      Debian 12. A connection is built over a policy.
//   7.7.1 …  seize_raw_connection; exec_params(text, params)
//   7.10 …   exec(text, params)
#pragma once
#include <libpq-fe.h>

#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "virga/exec/batch.hpp"

namespace virga::driver {

static_assert(PQXX_VERSION_MAJOR >= 8 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR >= 7) ||
                  (PQXX_VERSION_MAJOR == 6 && PQXX_VERSION_MINOR >= 4),
              "virga: this libpqxx is not supported; use 6.4, or 7.7.1 and later");

#if PQXX_VERSION_MAJOR < 7

/// Hands libpqxx a connection that is there already. Asked a second time, after the first was lost, it refuses: a new
/// connection would hide that the transaction of the old one is gone.
class one_connection_only : public pqxx::connectionpolicy {
 public:
  explicit one_connection_only(PGconn* given) : connectionpolicy(std::string()), handle_(given) {}
  handle do_startconnect(handle current) override {
    if (current != nullptr) return current;
    PGconn* mine = std::exchange(handle_, nullptr);
    if (mine == nullptr)
      throw pqxx::broken_connection("the connection is lost, and virga does not open another one in its place");
    return mine;
  }
  handle do_completeconnect(handle current) override { return current; }

 private:
  PGconn* handle_;
};

struct policy_holder {
  one_connection_only policy;
};

/// A libpqxx connection over a `PGconn`, which it owns from then on.
class connection : private policy_holder, public pqxx::connection_base {
 public:
  explicit connection(PGconn* given) : policy_holder{one_connection_only(given)}, connection_base(policy) { init(); }
  ~connection() noexcept { close(); }
};
using any_connection = pqxx::connection_base;

inline std::unique_ptr<connection> adopt(PGconn* given) { return std::make_unique<connection>(given); }

#else

using connection = pqxx::connection;

/// A libpqxx connection over a `PGconn`, which it owns from then on.
inline std::unique_ptr<connection> adopt(PGconn* given) {
  return std::make_unique<connection>(
      connection::seize_raw_connection(reinterpret_cast<pqxx::internal::pq::PGconn*>(given)));
}
using any_connection = pqxx::connection;

#endif

/// The rows of a statement that libpqxx ran.
class rows_of_pqxx {
 public:
  explicit rows_of_pqxx(pqxx::result result) : result_(std::move(result)) {}
  [[nodiscard]] std::size_t rows() const { return as<std::size_t>(result_.size()); }
  [[nodiscard]] std::size_t columns() const { return as<std::size_t>(result_.columns()); }
  [[nodiscard]] std::size_t affected() const { return as<std::size_t>(result_.affected_rows()); }
  [[nodiscard]] cell at(std::size_t row, std::size_t column) const {
    const auto field = result_[as<pqxx::result::size_type>(row)][as<pqxx::row::size_type>(column)];
    return {field.c_str(), field.size(), field.is_null()};
  }
  /// The oid of a column's type.
  [[nodiscard]] unsigned type(std::size_t column) const {
    return result_.column_type(as<pqxx::row::size_type>(column));
  }

 private:
  /// libpqxx's versions count with different types; a cast from a type to itself is a warning of some programs.
  template <class To, class From>
  [[nodiscard]] static To as(From number) {
    if constexpr (std::is_same_v<To, From>)
      return number;
    else
      return static_cast<To>(number);
  }

  pqxx::result result_;
};

/// Runs a statement in somebody else's libpqxx transaction.
inline rows_of_pqxx execute_in(pqxx::transaction_base& on, const statement& what) {
#if PQXX_VERSION_MAJOR < 7
  const std::vector<const char*> values(what.values, what.values + what.count);
  return rows_of_pqxx(on.exec_params(std::string(what.text), pqxx::prepare::make_dynamic_params(values)));
#else
  pqxx::params values;
  values.reserve(what.count);
  for (std::size_t i = 0; i < what.count; ++i) {
    if (what.values[i] == nullptr)
      values.append();
    else
      values.append(pqxx::zview(what.values[i]));
  }
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10
  return rows_of_pqxx(on.exec_params(pqxx::zview(what.text), values));
#else
  return rows_of_pqxx(on.exec(pqxx::zview(what.text), values));
#endif
#endif
}

/// The name in quotes that follows `words` in a message; empty where there is none (or the server speaks another
/// language).
inline std::string name_after(std::string_view words, std::string_view message) {
  const std::size_t at = message.find(words);
  if (at == message.npos) return {};
  message.remove_prefix(at + words.size());
  return std::string(message.substr(0, message.find('"')));
}

/// Throws an error of libpqxx as the type that belongs to its SQLSTATE.
[[noreturn]] inline void refuse(std::string_view sqlstate, std::string_view message, std::string_view statement,
                                const std::source_location& where) {
  error_report report;
  report.sqlstate = sqlstate;
  // libpqxx keeps no fields, only the whole message; its further lines quote values
  const std::size_t end = message.find('\n');
  const std::size_t begin = message.starts_with("ERROR:  ") ? 8 : 0;
  report.message = message.substr(begin, end == message.npos ? end : end - begin);
  if (end != message.npos) report.detail = message.substr(end + 1);
  if (report.sqlstate.starts_with("23")) report.constraint = name_after("constraint \"", report.message);
  report.statement = statement;
  report.where = where;
  throw_database_error(std::move(report));
}

/// Calls `f`, and throws what libpqxx throws as virga's own types.
template <class Function>
auto translated(const std::source_location& where, Function&& f) {
  try {
    return f();
  } catch (const pqxx::broken_connection& lost) {
    throw connection_error(std::string("virga: the connection to the server is lost: ") + lost.what(), {}, where);
  } catch (const pqxx::in_doubt_error&) {
    throw commit_unknown("only the server knows", {}, {}, where);
  } catch (const pqxx::sql_error& refused) {
    refuse(refused.sqlstate(), refused.what(), refused.query(), where);
#if PQXX_VERSION_MAJOR < 7
  } catch (const pqxx::serialization_failure& undone) {  // these are no sql_errors yet
    refuse("40001", undone.what(), {}, where);
  } catch (const pqxx::deadlock_detected& undone) {
    refuse("40P01", undone.what(), {}, where);
  } catch (const pqxx::transaction_rollback& undone) {
    refuse("40000", undone.what(), {}, where);
#endif
  }
}

/// Whether the server undid a transaction because of another one: virga's own error, or that of a statement which ran
/// through libpqxx.
inline bool is_conflict(const std::exception& wrong) {
  return dynamic_cast<const transaction_rollback*>(&wrong) != nullptr ||
         dynamic_cast<const pqxx::serialization_failure*>(&wrong) != nullptr ||
         dynamic_cast<const pqxx::deadlock_detected*>(&wrong) != nullptr;
}

/// Begins a transaction.
inline std::unique_ptr<pqxx::work> begin(any_connection& on) {
  return std::make_unique<pqxx::work>(on);
}

}  // namespace virga::driver

namespace virga {

/// Queries run in a program's own libpqxx transaction: `pqxx::work w{connection}; auto rows = q.all(w);`.
inline driver::rows_of_pqxx execute(pqxx::transaction_base& on, const statement& what) {
  return driver::translated(what.where, [&] { return driver::execute_in(on, what); });
}

template <class Take>
void execute_batch(pqxx::transaction_base& on, const std::vector<statement>& all, const Take& take) {
  if (dynamic_cast<pqxx::nontransaction*>(&on) != nullptr)
    throw usage_error(
        "virga: a batch is done as a whole or not at all, and a pqxx::nontransaction cannot undo; run it in a "
        "pqxx::work");
  exec::one_by_one(on, all, take);
}

}  // namespace virga

#include "virga/pqxx/cursor.hpp"
