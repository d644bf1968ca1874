// SPDX-License-Identifier: BSL-1.0
//
// virga: a table is described once, in C++; typed queries, rows, inserts and DDL follow from the description.
// This header is everything that needs no database; <virga/pqxx.hpp> adds connections to one.
//
// The map. A folder includes only those above it; each file is one concept with its SQL in it.
//
//   core/     strings as template arguments, names, errors
//   types/    one SQL type a file: its C++ type, and its text both ways        open integer.hpp
//   render/   how text is made while the program compiles, and put together    open sink.hpp
//             where parts of it are decided at run time; the list of rules     rule.hpp
//   expr/     expressions: comparison, logic, arithmetic, like, in, null       open comparison.hpp
//             tests, aggregates, windows, case and casts, assignments, SQL
//             by hand; functions, one line each; those of rare types are       string_functions.hpp
//             not included here but by name, or all by expr/all.hpp
//   schema/   tables: column definitions, modes (what a field becomes), keys   open modes.hpp
//             domains and composite types, to be included by name              composite.hpp
//   query/    select, insert, update, delete, with, set operations,            open select.hpp
//             subqueries, functions and rows in FROM, queries by hand,    sql_query.hpp
//             conditions made at run time, placeholders; many rows by     check.hpp
//             one statement; one clause a file, and the sentences that
//             refuse a wrong query
//   exec/     what a query can run on, from cells to rows, the terminals,      open fetch.hpp
//             plans; rows one by one, many queries at once, rows that copy     stream.hpp
//             nothing; errors, thrown or returned (outcome.hpp), and which
//             constraint was broken
//   ddl/      CREATE TABLE, and what tables need: schemas, extensions, types   open create_table.hpp
//   pqxx/     connections, transactions, the database, COPY; the only place    open database.hpp
//             that knows libpqxx and libpq; observers/, each to be included
//             by itself
//   testing/  a throw-away PostgreSQL for tests; a database that is none;      open postgres.hpp
//             whether queries (all of them: query/registry.hpp) are what       fake_database.hpp
//             they say they are                                                verify.hpp
//
// A select's journey, in six stops: `select(…)` (query/select.hpp) collects clauses into a type and values into an
// object; `render` walks the type once, while compiling (query/chain.hpp, render/sink.hpp); `require_valid`
// (query/check.hpp) says what is wrong with it; `bound_statement` (query/statement.hpp) encodes the values; `execute`
// sends both (pqxx/connection.hpp); `decoder` reads the rows (exec/decode.hpp).
#pragma once
#include "virga/ddl/create_table.hpp"
#include "virga/exec/attempt.hpp"
#include "virga/exec/batch.hpp"
#include "virga/exec/broken_constraint.hpp"
#include "virga/exec/count_rows.hpp"
#include "virga/exec/explain.hpp"
#include "virga/exec/fetch.hpp"
#include "virga/expr/aggregate.hpp"
#include "virga/expr/arithmetic.hpp"
#include "virga/expr/array_functions.hpp"
#include "virga/expr/assignment.hpp"
#include "virga/expr/comparison.hpp"
#include "virga/expr/conditional.hpp"
#include "virga/expr/function.hpp"
#include "virga/expr/jsonb_functions.hpp"
#include "virga/expr/logic.hpp"
#include "virga/expr/math_functions.hpp"
#include "virga/expr/membership.hpp"
#include "virga/expr/null_test.hpp"
#include "virga/expr/order.hpp"
#include "virga/expr/ordered_set.hpp"
#include "virga/expr/pattern.hpp"
#include "virga/expr/raw_sql.hpp"
#include "virga/expr/row_comparison.hpp"
#include "virga/expr/statistics.hpp"
#include "virga/expr/string_functions.hpp"
#include "virga/expr/time_functions.hpp"
#include "virga/expr/window.hpp"
#include "virga/query/condition.hpp"
#include "virga/query/debug_sql.hpp"
#include "virga/query/delete_from.hpp"
#include "virga/query/delete_many.hpp"
#include "virga/query/derived_table.hpp"
#include "virga/query/insert.hpp"
#include "virga/query/keyset.hpp"
#include "virga/query/merge.hpp"
#include "virga/query/only_if.hpp"
#include "virga/query/prepare.hpp"
#include "virga/query/select.hpp"
#include "virga/query/set_operation.hpp"
#include "virga/query/set_returning.hpp"
#include "virga/query/sql_query.hpp"
#include "virga/query/subquery.hpp"
#include "virga/query/tablesample.hpp"
#include "virga/query/update.hpp"
#include "virga/query/update_many.hpp"
#include "virga/query/upsert_many.hpp"
#include "virga/query/values_list.hpp"
#include "virga/query/with.hpp"
#include "virga/schema/columns.hpp"
#include "virga/schema/extras.hpp"
#include "virga/schema/table.hpp"
