// SPDX-License-Identifier: BSL-1.0
//
// The functions and operators of the rare types, which virga.hpp leaves out; each header can be included alone.
#pragma once
#include "virga/expr/geometry_functions.hpp"
#include "virga/expr/hstore_functions.hpp"
#include "virga/expr/ltree_functions.hpp"
#include "virga/expr/network_functions.hpp"
#include "virga/expr/postgis_functions.hpp"
#include "virga/expr/range_functions.hpp"
#include "virga/expr/text_search.hpp"
#include "virga/expr/vector_functions.hpp"
