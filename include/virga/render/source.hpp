// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <string_view>

#include "virga/types/modifier.hpp"

namespace virga::render {

/// What a column is read from.
enum class source_kind : unsigned char { table, common_table, derived_table, excluded };

/// A table, an alias of one, a common table expression or a query, as it stands in FROM. Two sources are the same when
/// they are the same object.
struct source_info {
  source_kind kind;
  std::string_view schema;  // empty where none was given
  std::string_view table;   // the name in the database
  std::string_view alias;   // empty where none was given

  /// The name by which the rest of the query knows it.
  [[nodiscard]] constexpr std::string_view label() const { return alias.empty() ? table : alias; }
};

/// What rules and renderers need to know of a column, without looking its table up.
namespace trait {
enum : unsigned {
  none = 0,
  nullable = 1,
  primary_key = 2,
  unique = 4,
  has_default = 8,
  generated = 16,
  identity = 32,
  made_on_insert = 64,  // by the program, where no value is given
  made_on_update = 128,
  loggable = 256,  // its values may be shown to observers
};
/// Above them a column that is written to has its type's modifier.
inline constexpr unsigned bits = 9, all = (1U << bits) - 1;
}

struct column_info {
  const source_info* source;
  std::string_view name;
  unsigned traits;

  [[nodiscard]] constexpr bool has(unsigned which) const { return (traits & which) != 0; }
  /// What a value that is stored here has to hold to; none where it is only compared.
  [[nodiscard]] constexpr type_modifier modifier() const { return type_modifier::unpacked(traits >> trait::bits); }
};

/// A place that is no column, to be named in errors: LIMIT.
constexpr column_info place_named(std::string_view name) { return {nullptr, name, trait::none}; }

/// What grouping sets leave out in some rows of the result, where it is null: columns, and other expressions by their
/// renderers.
struct nulled_groups {
  const column_info* const* columns;
  std::size_t column_count;
  void (*const* expressions)(class sink&);
  std::size_t expression_count;
};

/// The sources of one query with what its joins make of them: after `left_join(posts, …)` a row of posts may be
/// absent, and with it every value read from it is null.
class scope {
 public:
  static constexpr std::size_t capacity = 32;

  /// A source enters; `optional` when its rows may be absent.
  constexpr void enter(const source_info& source, bool optional) {
    if (count_ < capacity) {
      sources_[count_] = &source;
      optional_[count_] = optional;
    }
    ++count_;
  }
  /// A right or full join: the rows of everything entered so far may be absent.
  constexpr void make_all_optional() {
    for (std::size_t i = 0; i < size(); ++i) optional_[i] = true;
  }
  /// Every row of the result stands for at least one row of the sources.
  constexpr void group() { grouped_ = true; }
  [[nodiscard]] constexpr bool grouped() const { return grouped_; }
  [[nodiscard]] constexpr std::size_t size() const { return count_ < capacity ? count_ : capacity; }
  [[nodiscard]] constexpr bool overflowed() const { return count_ > capacity; }
  [[nodiscard]] constexpr const source_info& operator[](std::size_t i) const { return *sources_[i]; }

  /// Where a source stands; `size()` where it does not.
  [[nodiscard]] constexpr std::size_t place_of(const source_info& source) const {
    std::size_t i = 0;
    while (i < size() && sources_[i] != &source) ++i;
    return i;
  }
  /// Whether the rows of this source may be absent; false for a source that is neither here nor around.
  [[nodiscard]] constexpr bool optional(const source_info& source) const {
    const std::size_t i = place_of(source);
    if (i < size()) return optional_[i];
    return around_ != nullptr && around_->optional(source);
  }
  /// This is a lateral query, which reads the sources before it, too.
  constexpr void stand_in(const scope& around) { around_ = &around; }
  /// A column of the source that entered last may be null, since it was made of one that may be absent.
  constexpr void make_null(const column_info& column) {
    if (null_count_ < null_capacity)
      null_[null_count_++] = &column;
    else
      optional_[size() - 1] = true;
  }
  [[nodiscard]] constexpr bool made_null(const column_info& column) const {
    for (std::size_t i = 0; i < null_count_; ++i)
      if (null_[i] == &column) return true;
    return around_ != nullptr && around_->made_null(column);
  }
  /// GROUP BY has sets that leave something out.
  constexpr void null_groups(const nulled_groups& left_out) { left_out_ = &left_out; }
  /// What they leave out; null where there are none.
  [[nodiscard]] constexpr const nulled_groups* groups_left_out() const { return left_out_; }
  /// Whether a column is left out by some of the groupings.
  [[nodiscard]] constexpr bool leaves_out(const column_info& column) const {
    if (left_out_ == nullptr) return false;
    for (std::size_t i = 0; i < left_out_->column_count; ++i)
      if (left_out_->columns[i] == &column) return true;
    return false;
  }
  /// The first source that is known by the same name as an earlier one; null when all names differ.
  [[nodiscard]] constexpr const source_info* duplicate() const {
    for (std::size_t i = 1; i < size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (sources_[i]->label() == sources_[j]->label() &&
            (sources_[i]->schema == sources_[j]->schema || !sources_[i]->alias.empty() || !sources_[j]->alias.empty()))
          return sources_[i];
    return nullptr;
  }

 private:
  const source_info* sources_[capacity]{};
  bool optional_[capacity]{};
  const nulled_groups* left_out_ = nullptr;
  const scope* around_ = nullptr;
  static constexpr std::size_t null_capacity = 16;
  const column_info* null_[null_capacity]{};
  std::size_t count_ = 0, null_count_ = 0;
  bool grouped_ = false;
};

}  // namespace virga::render
