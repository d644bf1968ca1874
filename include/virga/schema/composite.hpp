// SPDX-License-Identifier: BSL-1.0
//
// Composite types: a struct of the program as one value of the database. Not part of virga.hpp: include it by name.
// Source: PostgreSQL manual, "Composite Types".
#pragma once
#include <string>

#include "virga/schema/column_of.hpp"
#include "virga/schema/reflection.hpp"
#include "virga/types/array.hpp"
#include "virga/types/type_name.hpp"

namespace virga {

/// A composite type, as `pg::composite_type` makes it.
template <class... Attributes>
struct composite_definition {
  std::string_view name, schema;
  pack<Attributes...> attributes;

  /// The type in a schema: `pg::composite_type(…).in_schema("app")`.
  [[nodiscard]] consteval auto in_schema(std::string_view in) const {
    auto copy = *this;
    copy.schema = in;
    return copy;
  }
};

struct no_composite {};
/// The PostgreSQL type of a struct, and its attributes in the order of the members. Specialise it once, beside the
/// struct, with a column builder for each attribute. An attribute may be NULL in the database, whatever its type: a
/// member that is no std::optional says that it never is, and a NULL there cannot be read.
///
///   struct address { std::string street; std::optional<std::string> city; };
///   template <>
///   inline constexpr auto virga::composite<address> =
///       pg::composite_type("address", pg::text("street"), pg::varchar("city", 80));
template <class Struct>
inline constexpr no_composite composite{};

template <class Struct>
concept described_composite = requires {
  composite<Struct>.attributes;
};

namespace pg {

/// A composite type; see `virga::composite`.
template <class... Attributes>
[[nodiscard]] consteval auto composite_type(std::string_view name, Attributes... attributes) {
  static_assert(sizeof...(Attributes) > 0, "virga: a composite type has at least one attribute");
  return composite_definition<Attributes...>{name, {}, {{attributes}...}};
}

}  // namespace pg

namespace types {

/// How an attribute is written: what is null has no characters at all. Quotes are never wrong.
struct record_writer {
  static void null(std::string&) {}
  static void plain(std::string_view text, std::string& out) { out += text; }
  static void text(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') out += c;
      out += c;
    }
    out += '"';
  }
};

/// Steps through the attributes of `(a,"b ""c""",)`, never past the end.
class record_reader {
 public:
  explicit record_reader(std::string_view text) : text_(text) {}

  bool open() { return take('('); }
  bool close() { return take(')') && at_ == text_.size(); }
  bool comma() { return take(','); }
  /// Reads one attribute; `out` lives until the next call, or as long as the text.
  bool next(cell& out) {
    if (at_ == text_.size()) return false;
    if (text_[at_] == '"') return quoted(out);
    const std::size_t size = text_.substr(at_).find_first_of(",()\"\\");
    const std::string_view plain = text_.substr(at_, size);
    out = {plain.data(), plain.size(), plain.empty()};
    at_ += plain.size();
    return true;
  }

 private:
  bool take(char expected) {
    if (at_ == text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }
  bool quoted(cell& out) {
    scratch_.clear();
    for (++at_; at_ != text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      } else if (text_[at_] == '\\' && ++at_ == text_.size()) {
        return false;
      }
      scratch_ += text_[at_];
    }
    out = {scratch_.data(), scratch_.size(), false};
    return take('"');
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string scratch_;
};

template <class Struct>
struct composite;

/// Whether a member of a struct holds an attribute.
template <class Member, class Attribute>
inline constexpr bool holds_attribute = std::is_same_v<Member, typename Attribute::type::value> ||
                                        std::is_same_v<Member, std::optional<typename Attribute::type::value>>;

template <class Struct, class Definition>
inline constexpr bool matches_members = false;
template <class Struct, class... Attributes>
inline constexpr bool matches_members<Struct, composite_definition<Attributes...>> = [] {
  if constexpr (schema::field_count<Struct> != sizeof...(Attributes)) {
    return false;
  } else {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
      return (holds_attribute<schema::field_type<Index, Struct>, Attributes> && ...);
    }
    (std::index_sequence_for<Attributes...>{});
  }
}();

template <class Definition>
inline constexpr bool attributes_sort = true;
template <class... Attributes>
inline constexpr bool attributes_sort<composite_definition<Attributes...>> =
    (comparisons_of<typename Attributes::type>.sorts && ...);

/// A struct as a composite type. Its members are the attributes, in their order; a NULL is an empty optional, and a
/// fault where the member is none. Its comparisons go from the first attribute to the last.
template <described_composite Struct>
struct composite<Struct> {
  static constexpr auto& definition = virga::composite<Struct>;
  static constexpr bool matches = matches_members<Struct, std::remove_cvref_t<decltype(definition)>>;
  static_assert(matches,
                "virga: the attributes of this composite type and the members of its struct differ: one attribute a "
                "member, in the same order, each member of the attribute's C++ type or a std::optional of it");

  using value = Struct;
  using composite_kind = Struct;
  static constexpr std::string_view name = quoted_type_name<virga::composite<Struct>>.view();
  static constexpr auto family = type_family::other;
  static constexpr bool parameters_are_cast = true;
  // min and max of them are PostgreSQL 18's
  static constexpr comparisons operators =
      attributes_sort<std::remove_cvref_t<decltype(definition)>> ? comparisons{.extremes = false} : no_comparisons;

  static fault decode(std::string_view text, value& out) {
    constexpr fault malformed = "it is not a composite value of as many attributes";
    record_reader from(text);
    if (!from.open()) return malformed;
    auto members = schema::tied(out);
    fault wrong = nullptr;
    each_attribute([&]<std::size_t Index>(const auto& attribute) {
      cell read;
      if (wrong == nullptr && ((Index != 0 && !from.comma()) || !from.next(read))) wrong = malformed;
      if (wrong == nullptr) wrong = decode_member(attribute, read, schema::field_of<Index>(members));
    });
    if (wrong != nullptr) return wrong;
    return from.close() ? nullptr : malformed;
  }
  static fault encode(const value& in, parameter_text& out) {
    std::string& text = out.large();
    text = "(";
    const auto members = schema::tied(in);
    fault wrong = nullptr;
    parameter_text room;
    each_attribute([&]<std::size_t Index>(const auto& attribute) {
      if (wrong != nullptr) return;
      if (Index != 0) text += ',';
      using type = typename std::remove_cvref_t<decltype(attribute)>::type;
      wrong = append_element<type, record_writer>(schema::field_of<Index>(members), room, text, attribute.modifier());
    });
    text += ')';
    out.finish_large();
    if (wrong == nullptr && text.size() > 0x3fffff00) return "it is larger than the 1 GB that can be sent";
    return wrong;
  }

  /// Calls `f.template operator()<Index>(attribute)` for each, in order.
  template <class Function>
  static constexpr void each_attribute(Function&& f) {
    [&]<class... Attributes>(const composite_definition<Attributes...>& of) {
      if constexpr (matches) {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
          (f.template operator()<Index>(static_cast<const slot<Index, Attributes>&>(of.attributes).value), ...);
        }
        (std::index_sequence_for<Attributes...>{});
      }
    }(definition);
  }
  /// The index of an attribute by its name; as many as there are where there is none.
  static constexpr std::size_t index_of(std::string_view wanted) {
    std::size_t found = 0;
    each_attribute([&]<std::size_t Index>(const auto& attribute) {
      if (attribute.name.view() != wanted && found == Index) ++found;
    });
    return found;
  }

 private:
  template <class Attribute, class Member>
  static fault decode_member(const Attribute&, const cell& read, Member& out) {
    using type = typename Attribute::type;
    if constexpr (is_optional<Member>) {
      if (read.null) return out.reset(), nullptr;
      return type::decode(read.text(), out.emplace());
    } else {
      return read.null ? "one of its attributes is NULL, and its member is no std::optional"
                       : type::decode(read.text(), out);
    }
  }
};

}  // namespace types

template <described_composite Struct>
struct default_type<Struct> {
  using type = types::composite<Struct>;
};

namespace pg {

/// A composite value: `pg::composite<address>("home")`, of the type that `virga::composite<Struct>` describes. C++: the
/// struct.
template <class Struct, std::size_t Size>
[[nodiscard]] consteval auto composite(const char (&name)[Size]) {
  constexpr bool is_described = described_composite<Struct>;
  static_assert(is_described,
                "virga: pg::composite<Struct>(): specialise virga::composite for the struct, before the table");
  return column_of<std::conditional_t<described_composite<Struct>, types::composite<Struct>, types::text>>(name);
}

}  // namespace pg
}  // namespace virga

#include "virga/schema/attribute.hpp"
