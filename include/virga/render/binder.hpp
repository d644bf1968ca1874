// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "virga/core/error.hpp"
#include "virga/render/source.hpp"
#include "virga/types/codec.hpp"

namespace virga::render {

/// `users.email`, for messages.
inline std::string describe(const column_info& column) {
  std::string name;
  if (column.source != nullptr) name.append(column.source->label()).append(".");
  return name.append(column.name);
}

/// Takes the values of a query, in the order of its text, as the texts that are sent. Values that are always there
/// come first, the values of optional parts after them, as `sink` numbered them.
class binder {
 public:
  /// Room for as many parameters and flags as the sink counted; `fixed` of the parameters are always there.
  /// `fragment` takes the text of a part that only the values decide; null where the statement has none.
  binder(parameter_text* texts, const char** values, bool* flags, std::size_t fixed, std::string* fragment = nullptr)
      : texts_(texts), values_(values), flags_(flags), fragment_(fragment), dynamic_(fixed) {}

  /// A value of a SQL type, for a column or (null) for none.
  template <class Type>
  void value(const typename Type::value& in, const column_info* place) {
    const std::size_t here = next();
    if (const fault wrong = Type::encode(in, texts_[here])) refuse(place, Type::name, wrong);
    values_[here] = texts_[here].data();
  }
  /// A value whose text `write(std::string&) -> fault` builds.
  template <class Write>
  void built(std::string_view type, const column_info* place, Write&& write) {
    const std::size_t here = next();
    if (const fault wrong = write(texts_[here].large())) refuse(place, type, wrong);
    texts_[here].finish_large();
    values_[here] = texts_[here].data();
  }
  void null() { values_[next()] = nullptr; }

  /// Says whether an optional part is there; only then its values follow, between `enter` and `leave`.
  void flag(bool there) { flags_[flag_count_++] = there; }
  void enter() { ++depth_; }
  /// The text for the sink's `fragment`.
  [[nodiscard]] std::string& fragment() { return *fragment_; }
  void leave() { --depth_; }

  [[nodiscard]] std::size_t parameters() const { return dynamic_; }

  [[noreturn]] static void refuse(const column_info* place, std::string_view type, fault wrong) {
    throw value_error(place == nullptr ? "a parameter" : describe(*place), std::string(type), wrong);
  }

 private:
  std::size_t next() { return depth_ == 0 ? fixed_++ : dynamic_++; }

  parameter_text* texts_;
  const char** values_;
  bool* flags_;
  std::string* fragment_;
  std::size_t fixed_ = 0, dynamic_, flag_count_ = 0, depth_ = 0;
};

}  // namespace virga::render
