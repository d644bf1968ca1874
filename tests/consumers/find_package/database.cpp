// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <virga/pqxx.hpp>
#include <virga/testing/postgres.hpp>
#include <virga/virga.hpp>

int main() {
  const virga::testing::postgres server;
  virga::database db{server.url()};
  std::puts("reached a server");
}
