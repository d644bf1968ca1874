// SPDX-License-Identifier: BSL-1.0
// expect: virga: the attributes of this composite type and the members of its struct differ
#include "tables.hpp"
#include <virga/schema/composite.hpp>

struct address {
  std::string street;
  std::optional<std::int32_t> number;
};
template <>
inline constexpr auto virga::composite<address> =
#ifdef COMPILE_FAIL
    pg::composite_type("address", pg::text("street"), pg::bigint("number"));
#else
    pg::composite_type("address", pg::text("street"), pg::integer("number"));
#endif

auto program(parameter_text& text) { return types::composite<address>::encode({"Ring", 1}, text); }
