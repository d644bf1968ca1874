// SPDX-License-Identifier: BSL-1.0
// expect: virga: array_of<Element>: Element is not a SQL type
// An array has elements of a SQL type.
#include "tables.hpp"

#ifdef COMPILE_FAIL
types::array_of<int> array;
#else
types::array_of<types::integer> array;
#endif
