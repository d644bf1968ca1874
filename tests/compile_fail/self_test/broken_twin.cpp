// SPDX-License-Identifier: BSL-1.0
// expect: mistake
#ifdef COMPILE_FAIL
static_assert(false, "mistake");
#else
int wrong = unknown;
#endif
