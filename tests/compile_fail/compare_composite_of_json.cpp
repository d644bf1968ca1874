// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// A composite value is compared attribute by attribute, and json has no comparisons.
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct page {
  std::string title, body;
};
template <>
inline constexpr auto virga::composite<page> = pg::composite_type("page", pg::text("title"), pg::json("body"));
struct note {
  std::string title, body;
};
template <>
inline constexpr auto virga::composite<note> = pg::composite_type("note", pg::text("title"), pg::jsonb("body"));

template <class Mode>
struct books_table {
  static constexpr auto table = pg::table("books");
  col<Mode, pg::composite<page>("first")> first{};
  col<Mode, pg::composite<note>("second")> second{};
};
inline constexpr virga::table<books_table> books;

#ifdef COMPILE_FAIL
auto program() { return select().from(books).where(books.first == page{"a", "{}"}).text(); }
#else
auto program() { return select().from(books).where(books.second == note{"a", "{}"}).text(); }
#endif
