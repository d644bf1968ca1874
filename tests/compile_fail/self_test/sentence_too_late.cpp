// SPDX-License-Identifier: BSL-1.0
// expect: the sentence
#ifdef COMPILE_FAIL
#pragma message("one")
#pragma message("two")
#pragma message("three")
static_assert(false, "the sentence");
#endif
