// SPDX-License-Identifier: BSL-1.0
//
// What `sql<T>` declares is believed. In debug builds (without NDEBUG) the declared type is compared with the one that
// the server says its result has: a wrong one may decode for years, until a value comes that does not.
#pragma once
#include "virga/exec/executor.hpp"
#include "virga/query/projection.hpp"

namespace virga::exec {

#ifdef NDEBUG
inline constexpr bool checks_declared_types = false;
#else
inline constexpr bool checks_declared_types = true;
#endif

/// The types of the server itself, whose numbers never change. Source: postgres/src/include/catalog/pg_type.dat.
struct server_type {
  std::string_view name;
  unsigned oid, array_oid;
};
inline constexpr unsigned first_own_oid = 16384;  // of extensions, enums and what else a database makes
inline constexpr server_type server_types[] = {
    {"boolean", 16, 1000},
    {"bytea", 17, 1001},
    {"\"char\"", 18, 1002},
    {"name", 19, 1003},
    {"bigint", 20, 1016},
    {"smallint", 21, 1005},
    {"integer", 23, 1007},
    {"regproc", 24, 1008},
    {"text", 25, 1009},
    {"oid", 26, 1028},
    {"json", 114, 199},
    {"xml", 142, 143},
    {"point", 600, 1017},
    {"lseg", 601, 1018},
    {"path", 602, 1019},
    {"box", 603, 1020},
    {"polygon", 604, 1027},
    {"line", 628, 629},
    {"cidr", 650, 651},
    {"real", 700, 1021},
    {"double precision", 701, 1022},
    {"circle", 718, 719},
    {"macaddr8", 774, 775},
    {"money", 790, 791},
    {"macaddr", 829, 1040},
    {"inet", 869, 1041},
    {"character", 1042, 1014},
    {"varchar", 1043, 1015},
    {"date", 1082, 1182},
    {"time without time zone", 1083, 1183},
    {"timestamp without time zone", 1114, 1115},
    {"timestamp with time zone", 1184, 1185},
    {"interval", 1186, 1187},
    {"time with time zone", 1266, 1270},
    {"bit", 1560, 1561},
    {"varbit", 1562, 1563},
    {"numeric", 1700, 1231},
    {"regprocedure", 2202, 2207},
    {"regoper", 2203, 2208},
    {"regoperator", 2204, 2209},
    {"regclass", 2205, 2210},
    {"regtype", 2206, 2211},
    {"uuid", 2950, 2951},
    {"pg_lsn", 3220, 3221},
    {"tsvector", 3614, 3643},
    {"tsquery", 3615, 3645},
    {"regconfig", 3734, 3735},
    {"regdictionary", 3769, 3770},
    {"jsonb", 3802, 3807},
    {"int4range", 3904, 3905},
    {"numrange", 3906, 3907},
    {"tsrange", 3908, 3909},
    {"tstzrange", 3910, 3911},
    {"daterange", 3912, 3913},
    {"int8range", 3926, 3927},
    {"jsonpath", 4072, 4073},
    {"regnamespace", 4089, 4090},
    {"regrole", 4096, 4097},
    {"regcollation", 4191, 4192},
    {"int4multirange", 4451, 6150},
    {"nummultirange", 4532, 6151},
    {"tsmultirange", 4533, 6152},
    {"tstzmultirange", 4534, 6153},
    {"datemultirange", 4535, 6155},
    {"int8multirange", 4536, 6157},
};

/// 0 for a type that is none of the server's own.
constexpr unsigned oid_of_type(std::string_view name) {
  const bool is_array = name.ends_with("[]");
  if (is_array) name.remove_suffix(2);
  for (const server_type& one : server_types)
    if (one.name == name) return is_array ? one.array_oid : one.oid;
  return 0;
}
inline std::string name_of_type(unsigned oid) {
  for (const server_type& one : server_types) {
    if (one.oid == oid) return std::string(one.name);
    if (one.array_oid == oid) return std::string(one.name) + "[]";
  }
  return "the type with the oid " + std::to_string(oid);
}

/// Whether a column of the server's type holds what was declared. Texts of all kinds are texts; of the types that a
/// database made itself nothing is known here, but that they are no numbers.
inline bool agrees(std::string_view declared, type_family family, unsigned received) {
  const unsigned expected = oid_of_type(declared);
  if (expected == 0 || expected == received) return true;
  if (family == type_family::string) {
    if (received >= first_own_oid) return true;
    for (const std::string_view text : {"text", "varchar", "character", "name", "\"char\"", "unknown"})
      if (oid_of_type(text) == received) return true;
  }
  return false;
}

/// `sql<T>(…)` as a whole column of a result, under a name or not.
template <class Item>
concept declared_item = requires {
  typename Item::declared_kind;
}
|| requires { typename Item::named_kind::declared_kind; };

}  // namespace virga::exec
