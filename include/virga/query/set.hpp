// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/values.hpp"

namespace virga::query {

/// ` set "a" = $1, "b" = …` from assignments.
template <class... Assignments>
struct set_clause {
  static constexpr auto part = clause::set;
  [[no_unique_address]] pack<Assignments...> assignments;

  static constexpr void render(sink& s) {
    refuse_optional<decltype(Assignments::value)...>();
    s.text(" set ");
    list_separator comma;
    ((comma.say(s), render_one<Assignments>(s)), ...);
  }
  void bind(binder& b) const {
    assignments.each([&](const auto& one) { one.value.bind(b); });
  }

 private:
  template <class Assignment>
  static constexpr void render_one(sink& s) {
    s.identifier(Assignment::column::name.view());
    s.text(" = ");
    decltype(Assignment::value)::render(s);
  }
};

/// ` set …` from a patch: the fields that are set, known at run time.
template <class Table>
struct patch_clause {
  static constexpr auto part = clause::set;
  typename Table::template rows<update_mode> patch;

  static constexpr void render(sink& s) {
    s.group(" set ", true);
    each_written_column<Table, update_mode>([&]<std::size_t, class Column, class>() {
      const std::size_t begin = s.optional_item(", ");
      s.identifier(Column::name.view());
      s.text(" = ");
      s.parameter();
      s.optional_end(begin);
    });
    s.group_end();
  }
  void bind(binder& b) const {
    each_written_column<Table, update_mode>([&]<std::size_t Index, class Column, class Field>() {
      const Field& field = schema::field<Index>(patch);
      b.flag(field.is_set());
      if (!field.is_set()) return;
      b.enter();
      given_field<Column, Field>::bind(b, field);
      b.leave();
    });
  }
};

}  // namespace virga::query
