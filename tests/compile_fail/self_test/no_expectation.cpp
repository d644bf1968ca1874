// SPDX-License-Identifier: BSL-1.0
#ifdef COMPILE_FAIL
static_assert(false, "mistake");
#endif
