// SPDX-License-Identifier: BSL-1.0
// expect: a sentence
// expect-name: posts.title
#ifdef COMPILE_FAIL
static_assert(false, "a sentence about users.name");
#endif
