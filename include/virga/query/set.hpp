// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/query/values.hpp"

namespace virga::query {

/// ` set "a" = $1, ("b", "c") = (select …)` from assignments.
template <class... Assignments>
struct set_clause {
  static constexpr auto part = clause::set;
  [[no_unique_address]] pack<Assignments...> assignments;

  static constexpr void render(sink& s) {
    refuse_optional<decltype(Assignments::value)...>(s);
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
    Assignment::render_target(s);
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
      render_item<Column, parameter_item>(s);
      if constexpr (Column::info.has(render::trait::made_on_update)) render_item<Column, made_on_update<Column>>(s);
    });
    s.group_end();
  }
  void bind(binder& b) const {
    bool any = false;
    each_written_column<Table, update_mode>([&]<std::size_t Index, class Column, class Field>() {
      any = any || schema::field<Index>(patch).is_set();
    });
    each_written_column<Table, update_mode>([&]<std::size_t Index, class Column, class Field>() {
      const Field& field = schema::field<Index>(patch);
      bind_item(b, field.is_set(), [&] { given_field<Column, Field>::bind(b, field); });
      if constexpr (Column::info.has(render::trait::made_on_update))
        bind_item(b, any && !field.is_set(), [&] { made_on_update<Column>{}.bind(b); });
    });
  }

 private:
  struct parameter_item {
    static constexpr void render(sink& s) { s.parameter(); }
  };
  template <class Column, class Value>
  static constexpr void render_item(sink& s) {
    const std::size_t begin = s.optional_item(", ");
    s.identifier(Column::name.view());
    s.text(" = ");
    Value::render(s);
    s.optional_end(begin);
  }
  template <class Bind>
  static void bind_item(binder& b, bool there, Bind&& bind) {
    b.flag(there);
    if (!there) return;
    b.enter();
    bind();
    b.leave();
  }
};

}  // namespace virga::query
