// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>
#include <type_traits>

#include "virga/types/codec.hpp"
#include "virga/types/default_type.hpp"
#include "virga/types/stored_as.hpp"
#include "virga/types/type_name.hpp"

namespace virga {

/// An enumerator and its label in the database.
template <class Enum>
struct enum_label {
  Enum value;
  std::string_view label;
};

/// A PostgreSQL enum type, as `pg::enum_type` makes it.
template <class Enum, std::size_t Count>
struct enum_definition {
  std::string_view name, schema;
  enum_label<Enum> labels[Count];
  std::string_view label_texts[Count];

  /// Null where the enumerator has no label.
  [[nodiscard]] constexpr const std::string_view* label_of(Enum value) const {
    for (const auto& each : labels)
      if (each.value == value) return &each.label;
    return nullptr;
  }
  [[nodiscard]] constexpr const Enum* value_of(std::string_view label) const {
    for (const auto& each : labels)
      if (each.label == label) return &each.value;
    return nullptr;
  }
};

struct no_enum_labels {};
/// The PostgreSQL type of a C++ enumeration, and the labels of its enumerators in their order there. Specialise it
/// once, beside the enumeration:
///
///   enum class mood { sad, ok, happy };
///   template <>
///   inline constexpr auto virga::enum_labels<mood> =
///       pg::enum_type<mood>("mood", {{mood::sad, "sad"}, {mood::ok, "ok"}, {mood::happy, "happy"}});
template <class Enum>
inline constexpr no_enum_labels enum_labels{};

template <class Enum>
concept labelled_enum = std::is_enum_v<Enum> && requires {
  enum_labels<Enum>.labels;
};

namespace pg {

struct enum_options {
  std::string_view schema{};
};

/// A PostgreSQL enum type; see `enum_labels`.
/// Source: PostgreSQL manual, "Enumerated Types".
template <class Enum, std::size_t Count>
[[nodiscard]] consteval auto enum_type(std::string_view name, const enum_label<Enum> (&labels)[Count],
                                       enum_options options = {}) {
  enum_definition<Enum, Count> definition{name, options.schema, {}, {}};
  for (std::size_t i = 0; i < Count; ++i) {
    definition.labels[i] = labels[i];
    definition.label_texts[i] = labels[i].label;
  }
  return definition;
}

}  // namespace pg

namespace types {

/// What PostgreSQL would refuse, or what could not be read back.
template <class Definition>
consteval bool labels_fit(const Definition& in) {
  for (const auto& each : in.labels)
    if (each.label.empty() || each.label.size() > 63) return false;
  return true;
}
template <class Definition>
consteval bool labels_differ(const Definition& in) {
  for (const auto& each : in.labels)
    if (in.label_of(each.value) != &each.label || in.value_of(each.label) != &each.value) return false;
  return true;
}

/// A C++ enumeration as a PostgreSQL enum type. A label that `enum_labels` does not have, and an enumerator without
/// one, are faults. Source: PostgreSQL manual, "Enumerated Types".
template <class Enum>
struct enumeration;
template <labelled_enum Enum>
struct enumeration<Enum> {
  static constexpr auto& definition = enum_labels<Enum>;
  static_assert(labels_fit(definition), "virga: a label of an enum type has 1 to 63 bytes");
  static_assert(labels_differ(definition), "virga: two enumerators have the same label, or one has two");
  static_assert(!definition.name.empty() && definition.name.size() <= 63,
                "virga: the name of an enum type has 1 to 63 bytes");

  using value = Enum;
  static constexpr std::string_view name = quoted_type_name<enum_labels<Enum>>.view();
  static constexpr auto family = type_family::other;
  static constexpr enum_facts facts{name, definition.schema, definition.label_texts, std::size(definition.label_texts)};

  /// The label, for SQL made while compiling; empty where there is none.
  static constexpr std::string_view label_of(Enum in) {
    const std::string_view* const label = definition.label_of(in);
    return label == nullptr ? std::string_view() : *label;
  }
  static fault decode(std::string_view text, value& out) {
    const Enum* const found = definition.value_of(text);
    if (found == nullptr) return "the label is not in virga::enum_labels of this enumeration";
    out = *found;
    return nullptr;
  }
  static fault encode(value in, parameter_text& out) {
    const std::string_view label = label_of(in);
    if (label.empty()) return "the enumerator has no label in virga::enum_labels";
    label.copy(out.small(), parameter_text::capacity);
    out.finish(label.size());
    return nullptr;
  }
};

/// `pg::text("mood").as<mood>()`; see stored_as.hpp.
template <labelled_enum Enum>
inline constexpr bool has_labels<Enum> = true;
template <labelled_enum Enum>
struct label_storage<Enum> : enumeration<Enum> {
  static bool knows(Enum in) { return !enumeration<Enum>::label_of(in).empty(); }
};

}  // namespace types

template <labelled_enum Enum>
struct default_type<Enum> {
  using type = types::enumeration<Enum>;
};

}  // namespace virga
