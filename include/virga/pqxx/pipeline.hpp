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
  static void run(connection& on, const std::vector<statement>& all, const detail::batch_taker& take) {
    const connection::use mine(on);
    on.refuse_stopped(all.front().text, all.front().where);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].count > most_values)
        throw usage_error("virga: statement " + std::to_string(i + 1) + " of the batch has " +
                          std::to_string(all[i].count) + " values, and PostgreSQL takes at most 65535");
    // may refuse one that is prepared already
    for (std::size_t i = 0; on.prepares_ && i < all.size(); ++i)
      if (all[i].is_constant && (i == 0 || all[i].text.data() != all[i - 1].text.data()))
        (void)on.prepared_.find(all[i]);
    for (;;) {
      native_pipeline attempt(on, all);
      attempt.send();
      const std::size_t failed = attempt.receive(take);
      if (attempt.cut_ < all.size()) exec::refuse_cut(all[attempt.cut_], attempt.cut_as_);
      if (failed == all.size()) {
        if (attempt.thrown_ != nullptr) std::rethrow_exception(attempt.thrown_);
        return;
      }
      const native::result& wrong = attempt.failure_;
      // a prepared statement that has gone stale; each is prepared anew once at most
      if (on.forget_stale(wrong, all[failed], !attempt.sent_[failed].is_new) &&
          PQtransactionStatus(on.handle_) == PQTRANS_IDLE)
        continue;
      on.refuse(wrong, all[failed].text, all[failed].where, {.in_batch = failed + 1});
    }
  }

 private:
  static constexpr std::size_t most_values = 65535;
  struct sent_statement {
    bool is_new = false;      // prepared for this batch
    bool is_untyped = false;  // the types of its columns are not known
  };

  native_pipeline(connection& on, const std::vector<statement>& all)
      : on_(on), handle_(on.handle_), all_(all), sent_(all.size()) {
    if (on.prepared_.has_unwanted() && PQtransactionStatus(handle_) == PQTRANS_IDLE) on.deallocate_unwanted();
    // Sends nothing, but ends the single-row mode of a stream before; libpq would take it over for the first statement.
    (void)PQsendQueryParams(handle_, nullptr, 0, nullptr, nullptr, nullptr, nullptr, 0);
    (void)PQenterPipelineMode(handle_);
  }
  native_pipeline(const native_pipeline&) = delete;
  native_pipeline& operator=(const native_pipeline&) = delete;
  ~native_pipeline() {
    if (PQexitPipelineMode(handle_) == 0) on_.abandon();
  }

  /// Puts everything into the socket; what is sent without a sync is not done.
  void send() {
    if (on_.options_.observer != nullptr)
      for (const statement& what : all_) watched_.push_back(on_.watch(what));
    bool sent = true;
    for (std::size_t i = 0; sent && i < all_.size(); ++i) sent = send(i);
    if (sent && is_on_trial_)
      sent = PQsendFlushRequest(handle_) != 0 && PQflush(handle_) == 0;
    else
      sent = sent && PQpipelineSync(handle_) != 0;
    if (!sent) on_.abandon();
  }
  bool send(std::size_t index) {
    const statement& what = watched_.empty() ? all_[index] : watched_[index].sent;
    const int count = static_cast<int>(what.count);
    if (!what.is_constant || !on_.prepares_)
      return PQsendQueryParams(handle_, what.text.data(), count, nullptr, what.values, nullptr, nullptr, 0) != 0;
    // a batch is often one statement many times
    if (index == 0 || what.text.data() != all_[index - 1].text.data() || known_ == nullptr)
      known_ = on_.prepared_.find(what);
    if (known_ == nullptr) {
      on_.prepared_.make_room();
      known_ = &on_.prepared_.add(what.text.data(), on_.prepared_.name_of(what.text.data()));
      sent_[index].is_new = true;
      if (PQsendPrepare(handle_, known_->name.c_str(), what.text.data(), 0, nullptr) == 0 ||
          PQsendDescribePrepared(handle_, known_->name.c_str()) == 0)
        return false;
    }
    is_on_trial_ = is_on_trial_ || (known_->parameters.empty() && exec::may_be_cut(what));
    sent_[index].is_untyped = what.binary_types != nullptr && known_->types.empty();
    return PQsendQueryPrepared(handle_, known_->name.c_str(), count, what.values, nullptr, nullptr,
                               known_->gives(what.binary_types)) != 0;
  }

  /// Takes every answer; returns the index of the first that failed, or how many there are.
  std::size_t receive(const detail::batch_taker& take) {
    native::stoppable from(handle_, on_.interruption_);
    const auto next = [&] {
      return on_.interruption_.is_possible() ? from.next() : native::result(PQgetResult(handle_));
    };
    std::size_t failed = all_.size();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      native::result answer(nullptr);
      bool fits = true;
      if (sent_[i].is_new) {
        answer = native::rest_of(native::result(nullptr), next);
        const native::result described = native::rest_of(native::result(nullptr), next);
        fits = answer.succeeded();
        if (fits)
          learn_parameters(i, described);
        else
          on_.prepared_.forget(all_[i].text.data(), false);
      }
      native::result run = native::rest_of(native::result(nullptr), next);
      native::result given = fits ? std::move(run) : std::move(answer);
      if (sent_[i].is_untyped) learn_types(i, given);
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
    if (is_on_trial_) end_trial(next);
    const native::result sync = next();
    if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) {
      on_.abandon();
      if (failed == all_.size()) failed = 0;
    }
    return failed;
  }

  void learn_parameters(std::size_t index, const native::result& described) {
    std::vector<unsigned> parameters = connection::parameters_of(described);
    const bool is_cut = exec::first_cut(all_[index], parameters) != all_[index].count;
    if (is_cut) on_.prepared_.forget(all_[index].text.data(), true);
    if (is_cut && is_on_trial_ && cut_ == all_.size()) {
      cut_ = index;
      cut_as_ = std::move(parameters);
    } else if (auto* const of = is_cut ? nullptr : on_.prepared_.find(all_[index]); of != nullptr) {
      of->parameters = std::move(parameters);
    }
  }
  /// Lets what was done stand, or makes the server undo it, by an error.
  template <class Next>
  void end_trial(const Next& next) {
    constexpr const char* error = "rollback because a parameter has another type than the program says";
    const bool is_cut = cut_ != all_.size();
    if (is_cut) (void)PQsendQueryParams(handle_, error, 0, nullptr, nullptr, nullptr, nullptr, 0);
    (void)PQpipelineSync(handle_);
    if (is_cut) (void)native::rest_of(native::result(nullptr), next);
  }

  void learn_types(std::size_t index, const native::result& given) {
    detail::prepared_statements::one* const of = on_.prepared_.find(all_[index]);
    if (of != nullptr && of->types.empty()) on_.learn_types(*of, given);
  }

  void end_event(std::size_t index, native::result& result) {
    watched_[index].told->ended_with(result, result.rows());
    result.end_with(std::move(watched_[index].told));
  }

  connection& on_;
  PGconn* handle_;
  const std::vector<statement>& all_;
  std::vector<sent_statement> sent_;                   // for each of them
  detail::prepared_statements::one* known_ = nullptr;  // of the statement sent last
  native::result failure_{nullptr};                    // of the first statement that failed
  std::exception_ptr thrown_{};                        // by who takes the results
  bool is_on_trial_ = false;                           // a value may turn out to be cut: nothing stands before that
  std::size_t cut_ = all_.size();                      // the first statement of which one is,
  std::vector<unsigned> cut_as_{};                     // and the types that the server takes its values as
  std::vector<connection::watched_statement> watched_;
};

inline void connection::send_all(const std::vector<statement>& all, const detail::batch_taker& take) {
  native_pipeline::run(*this, all, take);
}

template <class Take>
void execute_batch(connection& on, const std::vector<statement>& all, const Take& take) {
  on.send_all(all, {&take, [](const void* function, std::size_t index, const native::result& from) {
                      (*static_cast<const Take*>(function))(index, from);
                    }});
}

}  // namespace virga
