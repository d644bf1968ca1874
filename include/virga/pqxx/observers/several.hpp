// SPDX-License-Identifier: BSL-1.0
//
// More than one observer of the same statements.
#pragma once
#include <vector>

#include "virga/pqxx/observer.hpp"

namespace virga {

/// Tells each of them, in order; one that throws does not keep the others from being told. Their comments are sent one
/// behind the other.
class several_observers : public observer {
 public:
  explicit several_observers(std::vector<std::shared_ptr<observer>> all) : all_(std::move(all)) {}

  void started(const query_event& event) override {
    each([&](observer& one) { one.started(event); });
  }
  void finished(const query_event& event) override {
    each([&](observer& one) { one.finished(event); });
  }
  std::string comment(const query_event& event) override {
    std::string all;
    each([&](observer& one) {
      const std::string more = one.comment(event);
      all += (all.empty() || more.empty() ? "" : " ") + more;
    });
    return all;
  }

 private:
  template <class Function>
  void each(Function&& f) {
    for (const auto& one : all_) {
      try {
        f(*one);
      } catch (...) {
      }
    }
  }
  std::vector<std::shared_ptr<observer>> all_;
};

}  // namespace virga
