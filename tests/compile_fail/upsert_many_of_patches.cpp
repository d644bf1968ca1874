// SPDX-License-Identifier: BSL-1.0
// expect: virga: the rows of upsert_many.. are infer_insert or infer_select
// A patch may lack what a new row needs.
#include "tables.hpp"

auto program(fake_database& db) {
#ifdef COMPILE_FAIL
  return upsert_many(users, std::vector<UserPatch>(1)).run(db);
#else
  return upsert_many(users, std::vector<NewUser>{{.email = "a", .name = "b"}}).run(db);
#endif
}
