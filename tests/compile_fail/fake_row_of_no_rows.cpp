// SPDX-License-Identifier: BSL-1.0
// expect: virga: the statement gives no rows; say how many it affects
// What gives no rows has no canned ones.
#include "tables.hpp"

#include <virga/testing/fake_database.hpp>

void program(virga::testing::fake_database& db) {
  const auto query = delete_from(users).all_rows();
#ifdef COMPILE_FAIL
  db.expect(query).row(1);
#else
  db.expect(query).affects(1);
#endif
}
