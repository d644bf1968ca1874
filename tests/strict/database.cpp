// SPDX-License-Identifier: BSL-1.0
#include "surface.hpp"
//
#include "virga/exec/attempt.hpp"
#include "virga/pqxx.hpp"
#include "virga/pqxx/observers/slow_query_log.hpp"
#include "virga/testing/postgres.hpp"
#include "virga/testing/verify.hpp"

namespace surface {

std::size_t runs(virga::database& db) {
  std::size_t count = 0;
  for (auto row : virga::select(people.name).from(people).view(db)) count += row[people.name].size();
  const auto tried = virga::select(people.board).from(people).where(people.id == 1).try_one(db);
  if (!tried && tried.error().is<virga::lock_not_available>()) return 0;
  db.transaction([&](virga::transaction& tx) { virga::delete_from(people).where(people.id == 2).run(tx); },
                 {.isolation = virga::isolation_level::serializable, .timeout = std::chrono::seconds(10)});
  return count;
}

std::size_t tests() {
  const virga::testing::postgres server;
  virga::database db{server.url(), {.connection = {.pooler = virga::pooler_mode::transaction}}};
  return runs(db);
}

std::size_t in_libpqxx(pqxx::work& work) { return virga::select(people.id).from(people).all(work).size(); }

}  // namespace surface
