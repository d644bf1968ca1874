// SPDX-License-Identifier: BSL-1.0
//
// JSON as a struct of the program, its members by their names, as Boost.Describe has them:
//
//   struct Settings {
//     std::string theme;
//     std::optional<int> width;   may be missing, or null
//     std::vector<Rule> rules;    structs and enumerations that are described, too
//   };
//   BOOST_DESCRIBE_STRUCT(Settings, (), (theme, width, rules))
//
//   pg::jsonb("settings").as<Settings>()
//
// A member that is missing, unknown, given twice or of another kind is a fault that says where it stands in the JSON
// and what is there: "at $.rules[1].width: a number is wanted here, and it is "wide"". Not part of virga.hpp.
#pragma once
#include <boost/describe/bases.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <type_traits>

#include "virga/types/json_form.hpp"

namespace virga::types {

template <class T>
concept described_struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value && !has_labels<T>;

/// By the enumerator's name.
template <described_enum Enum>
struct json_form<Enum> {
  static bool read(json_reader& from, Enum& out) {
    std::string text;
    if (!from.string(text)) return false;
    bool known = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
      if (text != each.name) return;
      known = true;
      out = each.value;
    });
    return known || from.fail("\"" + text.substr(0, 60) + "\" is none of the enumeration's names");
  }
  static fault write(Enum in, std::string& out) {
    const char* name = nullptr;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
      if (in == each.value) name = each.name;
    });
    if (name == nullptr) return "an enumerator in it has no name";
    write_json_string(name, out);
    return nullptr;
  }
};

template <described_struct Struct>
struct json_form<Struct> {
  using members =
      boost::describe::describe_members<Struct, boost::describe::mod_public | boost::describe::mod_inherited>;
  template <class Member>
  using type_of_member = std::remove_reference_t<decltype(std::declval<Struct&>().*Member::pointer)>;
  static constexpr std::size_t count = boost::mp11::mp_size<members>::value;

  template <class Member>
  static constexpr bool check_member() {
    constexpr bool fits = has_json_form<type_of_member<Member>>;
    static_assert(fits,
                  "virga: a member of this struct has no form in JSON; describe its type with Boost.Describe, or "
                  "specialise virga::types::json_form for it (virga/types/json_form.hpp says what has one)");
    return fits;
  }

  static bool read(json_reader& from, Struct& out) {
    bool seen[count + 1]{};
    const json_reader before(from);
    const bool read = from.object([&](const std::string& key) {
      bool known = false, fine = true;
      std::size_t index = 0;
      boost::mp11::mp_for_each<members>([&](auto each) {
        const std::size_t here = index++;
        if (known || key != each.name) return;
        known = true;
        if (seen[here])
          fine = from.fail("the object has this member twice");
        else
          fine = read_member(from, each, out);
        seen[here] = true;
      });
      return known ? fine : from.fail("the struct has no member of this name; it is " + from.coming());
    });
    if (!read) return false;
    std::size_t index = 0;
    const char* missing = nullptr;
    boost::mp11::mp_for_each<members>([&](auto each) {
      const std::size_t here = index++;
      if (seen[here]) return;
      if constexpr (is_optional<type_of_member<decltype(each)>>)
        (out.*each.pointer).reset();
      else if (missing == nullptr)
        missing = each.name;
    });
    return missing == nullptr || from.fail("the member " + std::string(missing) + " is missing in " + before.coming());
  }
  static fault write(const Struct& in, std::string& out) {
    out += '{';
    bool first = true;
    fault wrong = nullptr;
    boost::mp11::mp_for_each<members>([&](auto each) {
      if (wrong != nullptr) return;
      if constexpr (is_optional<type_of_member<decltype(each)>>)
        if (!(in.*each.pointer)) return;
      if (!first) out += ',';
      first = false;
      write_json_string(each.name, out);
      out += ':';
      if constexpr (check_member<decltype(each)>())
        wrong = json_form<type_of_member<decltype(each)>>::write(in.*each.pointer, out);
    });
    out += '}';
    return wrong;
  }

 private:
  template <class Member>
  static bool read_member(json_reader& from, Member member, Struct& out) {
    if constexpr (check_member<Member>())
      return json_form<type_of_member<Member>>::read(from, out.*member.pointer);
    else
      return false;
  }
};

}  // namespace virga::types
