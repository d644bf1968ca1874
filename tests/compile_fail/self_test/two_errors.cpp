// SPDX-License-Identifier: BSL-1.0
// expect: first
#ifdef COMPILE_FAIL
static_assert(false, "first");
static_assert(false, "second");
#endif
