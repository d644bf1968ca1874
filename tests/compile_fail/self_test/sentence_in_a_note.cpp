// SPDX-License-Identifier: BSL-1.0
// expect: declared here|previous declaration|previous definition
#ifdef COMPILE_FAIL
int twice;
long twice;
#endif
