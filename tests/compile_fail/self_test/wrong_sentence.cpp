// SPDX-License-Identifier: BSL-1.0
// expect: a sentence that is not there
#ifdef COMPILE_FAIL
static_assert(false, "another sentence");
#endif
