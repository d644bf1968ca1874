// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// ->> gives text, whatever is in the document.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(json_get_text(tags.extra, "n") == 5).text();
#else
  return select(tags.tag).from(tags).where(cast<int>(json_get_text(tags.extra, "n")) == 5).text();
#endif
}
