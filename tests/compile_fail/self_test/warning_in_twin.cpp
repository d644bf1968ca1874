// SPDX-License-Identifier: BSL-1.0
// expect: mistake
#ifdef COMPILE_FAIL
static_assert(false, "mistake");
#else
static int narrow(double value) { return value; }
int use = narrow(1.5);
#endif
