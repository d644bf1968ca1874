// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <filesystem>
#include <system_error>

#include "virga/testing/process.hpp"

/// Where PostgreSQL's server programs are.
namespace virga::testing::detail {

[[nodiscard]] inline bool holds_server(const std::string& folder) {
  return ::access((folder + "/initdb").c_str(), X_OK) == 0 && ::access((folder + "/postgres").c_str(), X_OK) == 0;
}

[[nodiscard]] inline error no_server(const std::string& looked_in) {
  return error("virga: no PostgreSQL server programs (initdb, postgres) found. Looked in: " + looked_in +
               ". Install them (Debian, Ubuntu: apt install postgresql; Fedora: dnf install postgresql-server; macOS: "
               "brew install "
               "postgresql), or name their folder in the environment variable VIRGA_POSTGRES_BIN or in "
               "virga::testing::postgres::options::bin_directory.");
}

/// What `pg_config --bindir` prints, or "" where there is no such program.
[[nodiscard]] inline std::string ask_pg_config(const account& who) {
  const std::string program = find_program("pg_config");
  if (program.empty()) return {};
  auto result = run_program({program, "--bindir"}, who, clock::now() + std::chrono::seconds(5));
  if (!result.succeeded) return {};
  while (!result.output.empty() && result.output.back() <= ' ') result.output.pop_back();
  return result.output;
}

/// Debian's folder of the highest installed version, or "".
[[nodiscard]] inline std::string newest_debian_folder() {
  std::string best;
  int best_version = 0;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string name = entry.path().filename().string();
    int version = 0;
    std::from_chars(name.data(), name.data() + name.size(), version);
    const std::string folder = entry.path().string() + "/bin";
    if (version > best_version && holds_server(folder)) {
      best_version = version;
      best = folder;
    }
  }
  return best;
}

/// The folder that holds `initdb` and `postgres`: the one asked for, else $VIRGA_POSTGRES_BIN, else what pg_config
/// says, else PATH, else Debian's folder of the highest version. Throws `virga::error`, listing where it looked.
[[nodiscard]] inline std::string find_server(const std::string& asked_for, const account& who) {
  if (!asked_for.empty()) {
    if (holds_server(asked_for)) return std::filesystem::absolute(asked_for).string();
    throw no_server("bin_directory = " + asked_for);
  }
  if (const char* variable = std::getenv("VIRGA_POSTGRES_BIN"); variable != nullptr && *variable != '\0') {
    if (holds_server(variable)) return std::filesystem::absolute(variable).string();
    throw no_server(std::string("VIRGA_POSTGRES_BIN = ") + variable);
  }
  std::string configured = ask_pg_config(who);
  if (!configured.empty() && holds_server(configured)) return configured;
  if (const std::string program = find_program("postgres"); !program.empty()) {
    const std::string folder = std::filesystem::path(program).parent_path().string();
    if (holds_server(folder)) return folder;
  }
  if (const std::string folder = newest_debian_folder(); !folder.empty()) return folder;
  throw no_server("bin_directory (not set), VIRGA_POSTGRES_BIN (not set), pg_config --bindir (" +
                  (configured.empty() ? std::string("no answer") : configured) + "), PATH, /usr/lib/postgresql/*/bin");
}

}  // namespace virga::testing::detail
