// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns.. names a column that the database alone writes
// The database computes this column.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(tags).columns(tags.post_id, tags.tag, tags.place, tags.label).from(std::vector<infer_select<tags>>{}).run(db);
#else
  return copy_into(tags).columns(tags.post_id, tags.tag, tags.place).from(std::vector<infer_select<tags>>{}).run(db);
#endif
}
