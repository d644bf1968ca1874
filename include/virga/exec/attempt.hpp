// SPDX-License-Identifier: BSL-1.0
//
// The terminals that return their errors: `query.try_all(db)` and its siblings.
#pragma once
#include "virga/exec/fetch.hpp"
#include "virga/exec/outcome.hpp"

namespace virga {

template <class Self>
template <class Executor>
auto statement_base<Self>::try_all(Executor&& on, std::source_location where) const {
  return attempt([&] { return all(on, where); });
}

template <class Self>
template <class Executor>
auto statement_base<Self>::try_one(Executor&& on, std::source_location where) const {
  return attempt([&] { return one(on, where); });
}

template <class Self>
template <class Executor>
auto statement_base<Self>::try_first(Executor&& on, std::source_location where) const {
  return attempt([&] { return first(on, where); });
}

template <class Self>
template <class Executor, class Function>
auto statement_base<Self>::try_each(Executor&& on, Function&& f, std::source_location where) const {
  return attempt([&] { each(on, f, where); });
}

template <class Self>
template <class Executor>
auto statement_base<Self>::try_run(Executor&& on, std::source_location where) const {
  return attempt([&] { return run(on, where); });
}

}  // namespace virga
