// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "virga/core/error.hpp"
#include "virga/core/type_traits.hpp"
#include "virga/render/source.hpp"
#include "virga/types/codec.hpp"

namespace virga::render {

/// `users.email`, for messages.
inline std::string describe(const column_info& column) {
  std::string name;
  if (column.source != nullptr) name.append(column.source->label()).append(".");
  return name.append(column.name);
}

/// The values of a statement with fragments, which say only at run time how many they bring.
struct growing_values {
  growing_values() = default;
  growing_values(const growing_values&) = delete;
  growing_values& operator=(const growing_values&) = delete;
  ~growing_values() {
    while (last != nullptr) delete std::exchange(last, last->before);
  }
  /// A new text, which stays where it is.
  parameter_text& text() {
    if (last == nullptr || used == chunk::size) {
      last = new chunk{{}, last};
      used = 0;
    }
    return last->texts[used++];
  }
  const char*& value(std::size_t index) {
    if (index >= values.size()) values.resize(2 * index + 16);
    return values[index];
  }

  const column_info*& place(std::size_t index) {
    if (index >= places.size()) places.resize(values.size());
    return places[index];
  }

  struct chunk {
    static constexpr std::size_t size = 16;
    parameter_text texts[size];
    chunk* before;
  };
  chunk* last = nullptr;
  std::size_t used = 0;
  std::vector<const char*> values;
  std::vector<const column_info*> places;  // as long as values, or empty
  std::string fragments;
};

/// A value for a placeholder: as the text that is sent, where it has one by itself, and as what it is, which some
/// columns encode themselves. Null both for null.
struct supplied_value {
  std::string_view name;
  const char* text;
  const void* value;
  const char* type;  // `identity_of` what `value` points, or would point, at
};

/// Takes the values of a query, in the order of its text, as the texts that are sent. Values that are always there
/// come first, the values of optional parts after them, as `sink` numbered them.
class binder {
 public:
  /// Room for as many parameters and flags as the sink counted; `fixed` of the parameters are always there. `places`
  /// gets the columns of the values that may be shown, and null for the others.
  binder(parameter_text* texts, const char** values, const column_info** places, bool* flags, std::size_t fixed)
      : texts_(texts), values_(values), places_(places), flags_(flags), dynamic_(fixed) {}
  /// The same for a statement with fragments.
  binder(growing_values& growing, bool* flags, std::size_t fixed)
      : flags_(flags), growing_(&growing), dynamic_(fixed) {}

  /// A value of a SQL type, for a column or (null) for none. Its modifier is looked at where `place` has it: where the
  /// value is to be stored in the column.
  template <class Type>
  void value(const typename Type::value& in, const column_info* place) {
    parameter_text& text = next_text();
    if (const fault wrong = Type::encode(in, text)) refuse(place, Type::name, wrong, text.view(), row_);
    if constexpr (modified_type<Type>)
      if (place != nullptr && place->traits > trait::all)
        if (const fault wrong = Type::exceeds(in, place->modifier()))
          refuse(place, Type::name, wrong, text.view(), row_);
    next(place) = text.data();
  }
  /// A value whose text `write(std::string&) -> fault` builds.
  template <class Write>
  void built(std::string_view type, const column_info* place, Write&& write) {
    parameter_text& text = next_text();
    if (const fault wrong = write(text.large())) refuse(place, type, wrong);
    text.finish_large();
    next(place) = text.data();
  }
  void null(const column_info* place = nullptr) { next(place) = nullptr; }
  /// A value whose text is there already and outlives the statement; null for null.
  const char* refer(const char* text, const column_info* place = nullptr) { return next(place) = text; }

  /// The values that placeholders stand for; they outlive the binder.
  void supply(const supplied_value* values) { supplied_ = values; }
  /// A value that was supplied by name. Where none are supplied (`to_sql` of what is not prepared yet), null; else that
  /// there is one was checked while compiling. Returns its text.
  const char* placeholder(std::string_view name, const column_info* place) {
    if (supplied_ == nullptr) return refer(nullptr);
    return refer(supplied(name).text, place);
  }
  /// The same where a `Type::value` is encoded as `Type` says: of that, null.
  template <class Type>
  const char* own_placeholder(std::string_view name, const column_info* place) {
    if (supplied_ == nullptr) return refer(nullptr);
    const supplied_value& found = supplied(name);
    if (found.type != &identity_of<typename Type::value>) return refer(found.text, place);
    if (found.value == nullptr) return refer(nullptr, place);
    value<Type>(*static_cast<const typename Type::value*>(found.value), place);
    return nullptr;
  }

  /// Which of many rows the values that follow are of, counted from 1, for what may be refused.
  void row(std::size_t number) { row_ = number; }

  /// Says whether an optional part is there; only then its values follow, between `enter` and `leave`.
  void flag(bool there) { flags_[flag_count_++] = there; }
  void enter() { ++depth_; }
  void leave() { --depth_; }
  /// The text for the sink's next `fragment`.
  void fragment(std::string_view text) { growing_->fragments.append(text).append(1, fragment_end); }
  static constexpr char fragment_end = '\2';

  [[nodiscard]] std::size_t parameters() const { return dynamic_; }

  [[noreturn]] static void refuse(const column_info* place, std::string_view type, fault wrong,
                                  std::string_view received = {}, std::size_t row = 0) {
    if (place == nullptr) throw value_error("a parameter", std::string(type), wrong, row, received);
    throw value_error(describe(*place), modified_name(type, place->modifier()), wrong, row, received);
  }
  /// The same for a number that does not fit.
  template <class Number>
  [[noreturn]] static void refuse_number(const column_info* place, std::string_view type, fault wrong,
                                         Number received) {
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, received).ptr;
    refuse(place, type, wrong, {digits, static_cast<std::size_t>(end - digits)});
  }

 private:
  [[nodiscard]] const supplied_value& supplied(std::string_view name) const {
    const supplied_value* found = supplied_;
    while (found->name != name) ++found;
    return *found;
  }
  parameter_text& next_text() { return growing_ != nullptr ? growing_->text() : *texts_++; }
  const char*& next(const column_info* place) {
    const std::size_t here = depth_ == 0 ? fixed_++ : dynamic_++;
    const bool may_be_shown = place != nullptr && place->has(trait::loggable);
    if (growing_ == nullptr) {
      places_[here] = may_be_shown ? place : nullptr;
      return values_[here];
    }
    const char*& value = growing_->value(here);
    if (may_be_shown) growing_->place(here) = place;
    return value;
  }

  parameter_text* texts_ = nullptr;  // the next that is free
  const char** values_ = nullptr;
  const column_info** places_ = nullptr;
  bool* flags_;
  growing_values* growing_ = nullptr;
  const supplied_value* supplied_ = nullptr;
  std::size_t fixed_ = 0, dynamic_, flag_count_ = 0, depth_ = 0, row_ = 0;
};

}  // namespace virga::render
