// SPDX-License-Identifier: BSL-1.0
// expect: virga: nested_array_of<Element, …>: Element is not a SQL type
// The element is a type tag, not a C++ type.
#include <virga/types/nested_array.hpp>
#include <virga/virga.hpp>

using namespace virga::types;

#ifdef COMPILE_FAIL
inline constexpr auto size = sizeof(nested_array_of<array_of<integer>, 2, false>);
#else
inline constexpr auto size = sizeof(nested_array_of<integer, 2, false>);
#endif
