// SPDX-License-Identifier: BSL-1.0
//
// Values are sent as text, and the server reads a parameter's text as the type that it has inferred: of a `timestamptz`
// it makes a `date`, where the column is one, and says nothing. So the types that a query says its parameters have are
// compared with those the server found, where it says them: when a statement is prepared.
#pragma once
#include <vector>

#include "virga/core/error.hpp"
#include "virga/exec/declared_type.hpp"

namespace virga::exec {

/// Types of which the server reads a value as one of another type, leaving out or rounding what that cannot hold, or
/// taking the session's time zone for one that was not said.
struct cut_types {
  std::string_view said, taken;
};
inline constexpr cut_types all_cut_types[] = {
    {"timestamp with time zone", "date"},
    {"timestamp with time zone", "time without time zone"},
    {"timestamp with time zone", "time with time zone"},
    {"timestamp with time zone", "timestamp without time zone"},
    {"timestamp without time zone", "date"},
    {"timestamp without time zone", "time without time zone"},
    {"timestamp without time zone", "time with time zone"},
    {"timestamp without time zone", "timestamp with time zone"},
    {"time with time zone", "time without time zone"},
    {"time without time zone", "time with time zone"},
    {"tstzrange", "daterange"},
    {"tstzrange", "tsrange"},
    {"tsrange", "daterange"},
    {"tsrange", "tstzrange"},
    {"tstzmultirange", "datemultirange"},
    {"tstzmultirange", "tsmultirange"},
    {"tsmultirange", "datemultirange"},
    {"tsmultirange", "tstzmultirange"},
    {"numeric", "double precision"},
    {"numeric", "real"},
    {"numeric", "money"},
    {"double precision", "real"},
    {"double precision", "money"},
    {"bigint", "double precision"},
    {"bigint", "real"},
    {"integer", "real"},
};

/// Whether a type, or the one an array is of, is among those that are cut as some other one; as one with this oid,
/// where it is not 0.
inline bool is_cut(std::string_view said, unsigned taken = 0) {
  const bool is_array = said.ends_with("[]");
  if (is_array) said.remove_suffix(2);
  for (const cut_types& each : all_cut_types) {
    if (each.said != said) continue;
    if (taken == 0) return true;
    for (const server_type& type : server_types)
      if (type.name == each.taken && (is_array ? type.array_oid : type.oid) == taken) return true;
  }
  return false;
}
/// Whether any value of a statement may be cut; whole numbers of so few digits fit into every type of number.
inline bool may_be_cut(const statement& what) {
  constexpr std::size_t digits = 7;
  for (std::size_t i = 0; what.parameter_types != nullptr && i < what.count; ++i) {
    const std::string_view said = what.parameter_types[i];
    const bool is_whole = said == "integer" || said == "bigint";
    if (what.values[i] != nullptr && is_cut(said) && !(is_whole && std::string_view(what.values[i]).size() <= digits))
      return true;
  }
  return false;
}
/// The first value of a statement that the server would cut, or how many values there are; `taken` are the oids of the
/// types that it takes them as.
inline std::size_t first_cut(const statement& what, const std::vector<unsigned>& taken) {
  if (what.parameter_types != nullptr)
    for (std::size_t i = 0; i < what.count && i < taken.size(); ++i)
      if (is_cut(what.parameter_types[i], taken[i])) return i;
  return what.count;
}
/// Throws `value_error` where there is one.
inline void refuse_cut(const statement& what, const std::vector<unsigned>& taken) {
  const std::size_t at = first_cut(what, taken);
  if (at == what.count) return;
  value_error refused("parameter $" + std::to_string(at + 1), std::string(what.parameter_types[at]),
                      "the server takes it as " + name_of_type(taken[at]) +
                          ", and would cut or round it without a word; the column in the database is not of the type "
                          "that its table describes, so migrate one of them");
  refused.happened_in(what.text, what.where);
  throw refused;
}

}  // namespace virga::exec
