// SPDX-License-Identifier: BSL-1.0
//
// One attribute of a composite value: read, or set alone. Part of composite.hpp.
// Source: PostgreSQL manual, "Accessing Composite Types", "Modifying Composite Types".
#pragma once
#include "virga/schema/composite.hpp"

namespace virga {

namespace types {

/// The attribute at an index, as its column definition.
template <std::size_t Index, class Attribute>
constexpr const Attribute& nth_attribute(const slot<Index, Attribute>& of) {
  return of.value;
}
template <class Composite, std::size_t Index>
inline constexpr auto attribute_at = nth_attribute<Index>(Composite::definition.attributes);

}  // namespace types

/// An attribute of a composite column as what an update sets. Its name, for messages, is that of the column with those
/// of the attributes behind it: `home.city`.
template <class Composite, fixed_string Name>
struct attribute_place;

template <class Outer, fixed_string Name>
inline constexpr auto dotted_name = [] {
  constexpr std::string_view outer = Outer::name.view(), inner = Name.view();
  fixed_string<outer.size() + inner.size() + 2> both;
  for (std::size_t i = 0; i < outer.size(); ++i) both.data[i] = outer[i];
  both.data[outer.size()] = '.';
  for (std::size_t i = 0; i < inner.size(); ++i) both.data[outer.size() + 1 + i] = inner[i];
  return both;
}();

template <class Type, class Outer, fixed_string Name>
struct place_in {
  using attribute_kind = Outer;
  static constexpr std::size_t index = Type::index_of(Name.view());
  using type = typename std::remove_cvref_t<decltype(types::attribute_at<Type, index>)>::type;
  using source = typename Outer::source;
  static constexpr auto name = dotted_name<Outer, Name>;
  static constexpr unsigned traits =
      (Outer::info.traits & (render::trait::generated | render::trait::identity | render::trait::loggable)) |
      (is_optional<schema::field_type<index, typename Type::value>> ? render::trait::nullable : render::trait::none);
  static constexpr render::column_info info{&source::info, name.view(), traits};
  static constexpr render::column_info target{
      &source::info, name.view(), traits | types::attribute_at<Type, index>.modifier().packed() << render::trait::bits};

  static constexpr void render_target(sink& s) {
    if constexpr (is_attribute<Outer>)
      Outer::render_target(s);
    else
      s.identifier(Outer::name.view());
    s.text(".");
    s.identifier(Name.view());
  }
};
template <table_column Column, fixed_string Name>
struct attribute_place<Column, Name> : place_in<typename Column::type, Column, Name> {};

/// One attribute of a composite value; see `attribute`.
template <class Composite, fixed_string Name>
struct attribute_of : expression_node<attribute_of<Composite, Name>> {
  using composite_type = typename Composite::type;
  static constexpr std::size_t index = composite_type::index_of(Name.view());
  using type = typename std::remove_cvref_t<decltype(types::attribute_at<composite_type, index>)>::type;

  [[no_unique_address]] Composite composite;

  static constexpr bool nullable(const scope& in) {
    return is_optional<schema::field_type<index, typename composite_type::value>> || Composite::nullable(in);
  }
  static constexpr void render(sink& s) {
    refuse_optional<Composite>(s);
    s.text("(");
    Composite::render(s);
    s.text(").");
    s.identifier(Name.view());
  }
  void bind(binder& b) const { composite.bind(b); }

  /// `set(attribute(t.home, "city"_name) = "Wien")`: what an update sets, the other attributes staying as they are. A
  /// composite that was NULL is none afterwards; its other attributes are NULL then. SQL: ` set "home"."city" = $1`.
  /// Compile time: of a column, and as for a column; null only where the member is a std::optional.
  template <class Given>
  [[nodiscard]] constexpr auto operator=(Given&& given) const {
    constexpr bool of_column = requires { sizeof(attribute_place<Composite, Name>); };
    static_assert(of_column,
                  "virga: an attribute is set of a column of the table: attribute(t.home, \"city\"_name) = …");
    if constexpr (of_column)
      return assign<attribute_place<Composite, Name>>(std::forward<Given>(given));
    else
      return refused_assignment{};
  }
};
template <class Composite, fixed_string Outer, fixed_string Name>
struct attribute_place<attribute_of<Composite, Outer>, Name>
    : place_in<typename attribute_of<Composite, Outer>::type, attribute_place<Composite, Outer>, Name> {};

/// An attribute of a composite column or expression: `attribute(t.home, "city"_name)`. It may be null where the
/// composite may, or where its member is a std::optional. SQL: `("t"."home")."city"`. An update can set it alone (see
/// its
/// `=`). Compile time: the type is composite and has the attribute.
template <expression Composite, fixed_string Name>
[[nodiscard]] constexpr auto attribute(const Composite& of, name_literal<Name>) {
  constexpr bool is_composite = requires { typename Composite::type::composite_kind; };
  static_assert(is_composite, "virga: attribute() takes a column or an expression of a composite type");
  if constexpr (is_composite) {
    using type = typename Composite::type;
    constexpr bool exists = type::index_of(Name.view()) < schema::field_count<typename type::value>;
    static_assert(exists, "virga: attribute() names an attribute that the composite type does not have");
    if constexpr (exists)
      return attribute_of<Composite, Name>{{}, of};
    else
      return refused{};
  } else {
    return refused{};
  }
}

}  // namespace virga
