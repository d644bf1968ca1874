// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <gtest/gtest.h>

#include "virga/testing/postgres.hpp"

namespace tests {

/// pg_ctl for a private server, as its own user: stop at once, restart.
inline void control(const virga::testing::postgres& server, const std::string& what) {
  namespace own = virga::testing::detail;
  const own::account who = own::server_account();
  const std::string data = own::data_folder(server.directory());
  const auto result = own::run_program(
      {own::find_server("", who) + "/pg_ctl", "-D", data, "-m", "immediate", "-w", "-l", data + "/restart.log", what},
      who, own::clock::now() + std::chrono::seconds(20));
  ASSERT_TRUE(result.succeeded) << result.output;
}

}  // namespace tests
