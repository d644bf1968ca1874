// SPDX-License-Identifier: BSL-1.0
//
// The names of the types that cost a program nothing until it includes their headers: columns and functions of them can
// be declared, and say which header is missing where one is used without it.
#pragma once

namespace virga::types {

struct timestamp;
struct time;
struct timetz;
struct interval;
struct inet;
struct cidr;
struct macaddr;
struct macaddr8;
struct money;
struct xml;
struct tsvector;
struct tsquery;
struct oid;
struct regclass;
struct regtype;
struct regproc;
struct regprocedure;
struct regoper;
struct regoperator;
struct regrole;
struct regnamespace;
struct regcollation;
struct regconfig;
struct regdictionary;
struct pg_lsn;
struct citext;
struct ltree;
struct hstore;
struct bit;
struct varbit;
struct vector;
struct halfvec;
struct sparsevec;
struct int4range;
struct int8range;
struct numrange;
struct daterange;
struct tstzrange;
struct tsrange;
struct int4multirange;
struct int8multirange;
struct nummultirange;
struct datemultirange;
struct tstzmultirange;
struct tsmultirange;
struct point;
struct line;
struct lseg;
struct box;
struct path;
struct polygon;
struct circle;
struct postgis_geometry;
struct postgis_geography;
template <class Enum>
struct enumeration;

}  // namespace virga::types
