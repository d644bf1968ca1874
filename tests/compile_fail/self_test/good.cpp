// SPDX-License-Identifier: BSL-1.0
// expect: this is \(.*\) the sentence
#ifdef COMPILE_FAIL
static_assert(false, "this is [really] (as it were) the sentence; with all signs");
#else
int right();
#endif
