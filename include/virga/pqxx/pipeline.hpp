// SPDX-License-Identifier: BSL-1.0
//
// Several statements in one round trip. Source: PostgreSQL manual, "libpq — Pipeline Mode".
#pragma once
#include <exception>

#include "virga/exec/batch.hpp"
#include "virga/pqxx/connection.hpp"

namespace virga {

/// A batch on its way. Outside of a transaction the server takes what comes before a sync as one.
class native_pipeline {
 public:
  /// Gives their results to `take`, in order. Run time: what `connection::send` throws, nothing being done then; what
  /// `take` throws, after all was done.
  template <class Take>
  static void run(connection& on, const std::vector<statement>& all, const Take& take) {
    const connection::use mine(on);
    on.refuse_stopped(all.front().text, all.front().where);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].count > most_values)
        throw usage_error("virga: statement " + std::to_string(i + 1) + " of the batch has " +
                          std::to_string(all[i].count) + " values, and PostgreSQL takes at most 65535");
    for (;;) {
      native_pipeline attempt(on, all);
      attempt.send();
      const std::size_t failed = attempt.receive(take);
      if (failed == all.size()) {
        if (attempt.thrown_ != nullptr) std::rethrow_exception(attempt.thrown_);
        return;
      }
      const native::result& wrong = attempt.failure_;
      // a prepared statement that has gone stale; each is prepared anew once at most
      if (on.forget_stale(wrong, all[failed], !attempt.is_new_[failed]) &&
          PQtransactionStatus(on.handle_) == PQTRANS_IDLE)
        continue;
      on.refuse(wrong, all[failed].text, all[failed].where, {.in_batch = failed + 1});
    }
  }

 private:
  static constexpr std::size_t most_values = 65535;

  native_pipeline(connection& on, const std::vector<statement>& all)
      : on_(on), handle_(on.handle_), all_(all), is_new_(all.size(), false), is_untyped_(all.size(), false) {
    if (on.prepared_.has_unwanted() && PQtransactionStatus(handle_) == PQTRANS_IDLE) on.deallocate_unwanted();
    // Sends nothing, but ends the single-row mode of a stream before; libpq would take it over for the first statement.
    (void)PQsendQueryParams(handle_, nullptr, 0, nullptr, nullptr, nullptr, nullptr, 0);
    (void)PQenterPipelineMode(handle_);
  }
  native_pipeline(const native_pipeline&) = delete;
  native_pipeline& operator=(const native_pipeline&) = delete;
  ~native_pipeline() {
    if (PQexitPipelineMode(handle_) == 0) abandon();
  }

  /// Puts everything into the socket; what is sent without a sync is not done.
  void send() {
    if (on_.options_.observer != nullptr)
      for (const statement& what : all_) watched_.push_back(on_.watch(what));
    bool sent = true;
    for (std::size_t i = 0; sent && i < all_.size(); ++i) sent = send(i);
    if (!sent || PQpipelineSync(handle_) == 0) abandon();
  }
  bool send(std::size_t index) {
    const statement& what = watched_.empty() ? all_[index] : watched_[index].sent;
    const int count = static_cast<int>(what.count);
    if (!what.is_constant || !on_.prepares_)
      return PQsendQueryParams(handle_, what.text.data(), count, nullptr, what.values, nullptr, nullptr, 0) != 0;
    // a batch is often one statement many times
    if (index == 0 || what.text.data() != all_[index - 1].text.data() || known_ == nullptr)
      known_ = on_.prepared_.find(what.text.data());
    if (known_ == nullptr) {
      on_.prepared_.make_room();
      known_ = &on_.prepared_.add(what.text.data(), on_.prepared_.name_of(what.text.data()));
      is_new_[index] = true;
      if (PQsendPrepare(handle_, known_->name.c_str(), what.text.data(), 0, nullptr) == 0) return false;
    }
    is_untyped_[index] = what.binary_types != nullptr && known_->types.empty();
    return PQsendQueryPrepared(handle_, known_->name.c_str(), count, what.values, nullptr, nullptr,
                               known_->gives(what.binary_types)) != 0;
  }

  /// Takes every answer; returns the index of the first that failed, or how many there are.
  template <class Take>
  std::size_t receive(const Take& take) {
    native::stoppable from(handle_, on_.interruption_);
    const auto next = [&] {
      return on_.interruption_.is_possible() ? from.next() : native::result(PQgetResult(handle_));
    };
    std::size_t failed = all_.size();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      native::result answer(nullptr);
      bool fits = true;
      if (is_new_[i]) {
        answer = native::rest_of(native::result(nullptr), next);
        fits = answer.succeeded();
        if (!fits) on_.prepared_.forget(all_[i].text.data(), false);
      }
      native::result run = native::rest_of(native::result(nullptr), next);
      native::result given = fits ? std::move(run) : std::move(answer);
      if (is_untyped_[i]) learn_types(i, given);
      if (on_.options_.observer != nullptr) end_event(i, given);
      if (failed != all_.size()) continue;
      if (!given.succeeded()) {
        failed = i;
        failure_ = std::move(given);
      } else if (thrown_ == nullptr) {
        try {
          take(i, given);  // at once, so that its memory serves the next one
        } catch (...) {
          thrown_ = std::current_exception();  // what follows must be read first
        }
      }
    }
    const native::result sync = next();
    if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) {
      abandon();
      if (failed == all_.size()) failed = 0;
    }
    return failed;
  }

  void learn_types(std::size_t index, const native::result& given) {
    detail::prepared_statements::one* const of = on_.prepared_.find(all_[index].text.data());
    if (of != nullptr && of->types.empty()) on_.learn_types(*of, given);
  }

  /// Gives the connection up: whatever was sent must not be believed to be done, nor come back later.
  void abandon() {
    ::shutdown(PQsocket(handle_), SHUT_RDWR);
    while (PQstatus(handle_) == CONNECTION_OK && PQconsumeInput(handle_) != 0) continue;
  }

  void end_event(std::size_t index, native::result& result) {
    watched_[index].told->ended_with(result, result.rows());
    result.end_with(std::move(watched_[index].told));
  }

  connection& on_;
  PGconn* handle_;
  const std::vector<statement>& all_;
  std::vector<bool> is_new_;                           // prepared for this batch
  std::vector<bool> is_untyped_;                       // the types of its columns are not known
  detail::prepared_statements::one* known_ = nullptr;  // of the statement sent last
  native::result failure_{nullptr};                    // of the first statement that failed
  std::exception_ptr thrown_{};                        // by who takes the results
  std::vector<connection::watched_statement> watched_;
};

template <class Take>
void execute_batch(connection& on, const std::vector<statement>& all, const Take& take) {
  native_pipeline::run(on, all, take);
}

}  // namespace virga
