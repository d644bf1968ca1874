// SPDX-License-Identifier: BSL-1.0
//
// Names without their definitions, for headers that only mention virga's types.
#pragma once
#include <cstddef>

namespace virga {

template <std::size_t Size>
struct fixed_string;

template <class Named>
struct named_table;
template <class Named, fixed_string Alias>
struct aliased_table;
template <class Source, fixed_string Name, class Type, unsigned Traits>
struct column;
template <class Parts, class... Results>
struct row;

template <class Projection, class Previous, class Clause>
struct select_query;
template <class Table, class Previous, class Clause>
struct insert_query;
template <class Table, class Previous, class Clause>
struct update_query;
template <class Previous, class Clause>
struct delete_query;
template <fixed_string Name, class Query>
struct derived_table;

class error;
class value_error;
class decode_error;
class row_count_error;
class empty_statement;
class database_error;
class connection_error;
class configuration_error;
class pool_timeout;
class commit_unknown;
class usage_error;
class failure;
template <class Value>
class outcome;

struct statement;
class connection;
class open_transaction;
using transaction = open_transaction;
class database;

}  // namespace virga
