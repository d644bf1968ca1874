// SPDX-License-Identifier: BSL-1.0
//
// Boost.JSON, for the tests of types/json_tree.hpp: once a program.
#include <boost/json/src.hpp>
