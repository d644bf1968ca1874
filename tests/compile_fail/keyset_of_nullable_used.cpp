// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key of this keyset may be null
// One mistake, one sentence: nothing is said of the values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  const auto keys = keyset(users.age, users.id);
#else
  const auto keys = keyset(coalesce(users.age, 0), users.id);
#endif
  return select().from(users).where(keys.after(3, boost::uuids::uuid{})).order_by(keys).text();
}
