// SPDX-License-Identifier: BSL-1.0
//
// What a call gave, or the error it would have thrown.
#pragma once
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "virga/exec/database_error.hpp"

namespace virga {

/// An error that was not thrown. Copies share it.
class failure {
 public:
  /// Only while `caught` is being handled.
  explicit failure(const error& caught) noexcept : kept_(std::current_exception()), error_(&caught) {}

  /// What it would have said if it had been thrown.
  [[nodiscard]] const char* message() const noexcept { return error_->what(); }
  /// Empty where the server said nothing.
  [[nodiscard]] std::string_view sqlstate() const noexcept {
    if (const auto* refused = as<database_error>()) return refused->sqlstate();
    if (const auto* lost = as<connection_error>()) return lost->sqlstate();
    return {};
  }
  /// The name of the constraint that was broken; empty where it was none.
  [[nodiscard]] std::string_view constraint() const noexcept {
    const auto* refused = as<database_error>();
    return refused != nullptr ? std::string_view(refused->constraint()) : std::string_view();
  }
  /// The call in the program.
  [[nodiscard]] const std::source_location& where() const noexcept { return error_->where(); }

  /// The error as one of its types; null where it is another one: `if (auto* taken = e.as<unique_violation>())`.
  template <class Error>
  [[nodiscard]] const Error* as() const noexcept {
    return dynamic_cast<const Error*>(error_);
  }
  /// Whether it is of this type; of a constraint, and this one: `e.is<unique_violation>(users.email)`.
  template <class Error, class... Constraint>
  [[nodiscard]] bool is(const Constraint&... which) const {
    const Error* const found = as<Error>();
    if constexpr (sizeof...(which) == 0)
      return found != nullptr;
    else
      return found != nullptr && found->is(which...);
  }
  /// Throws it, as what it is.
  [[noreturn]] void raise() const { std::rethrow_exception(kept_); }

 private:
  std::exception_ptr kept_;  // owns *error_
  const error* error_;
};

/// A value, or the error for want of which there is none. `Value` may be void.
template <class Value>
class [[nodiscard]] outcome {
  struct nothing {};
  static constexpr bool is_void = std::is_void_v<Value>;
  using kept = std::conditional_t<is_void, nothing, Value>;

 public:
  using value_type = Value;

  outcome() requires is_void : value_(std::in_place) {}
  template <class Given>
  requires(!is_void && std::is_constructible_v<kept, Given> && !std::is_same_v<std::remove_cvref_t<Given>, outcome>)
      outcome(Given&& given)
      : value_(std::in_place, std::forward<Given>(given)) {}
  outcome(failure failed) : failure_(std::move(failed)) {}

  [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value. Run time: throws the error where there is none.
  auto& value() & { return checked(), *value_; }
  const auto& value() const& { return checked(), *value_; }
  auto&& value() && { return checked(), *std::move(value_); }
  /// The value; only where there is one.
  auto& operator*() & { return *value_; }
  const auto& operator*() const& { return *value_; }
  auto&& operator*() && { return *std::move(value_); }
  auto* operator->() { return &*value_; }
  const auto* operator->() const { return &*value_; }
  template <class Other>
  [[nodiscard]] kept value_or(Other&& other) const& {
    return value_ ? *value_ : static_cast<kept>(std::forward<Other>(other));
  }
  template <class Other>
  [[nodiscard]] kept value_or(Other&& other) && {
    return value_ ? *std::move(value_) : static_cast<kept>(std::forward<Other>(other));
  }
  /// Why there is no value; only where there is none.
  [[nodiscard]] const failure& error() const { return *failure_; }

 private:
  void checked() const {
    if (!value_) failure_->raise();
  }
  std::optional<kept> value_{};
  std::optional<failure> failure_{};
};

/// Calls `f` and returns what it returns, or the `virga::error` that it throws: `attempt([&] { return
/// db.transaction(…); })`. Other exceptions go on.
template <class Function>
[[nodiscard]] auto attempt(Function&& f) -> outcome<std::decay_t<decltype(f())>> {
  try {
    if constexpr (std::is_void_v<decltype(f())>) {
      f();
      return {};
    } else {
      return f();
    }
  } catch (const error& caught) {
    return failure(caught);
  }
}

}  // namespace virga
