// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include <cstdio>
#include <thread>

#include "virga/testing/postgres.hpp"

namespace {

using virga::testing::postgres;
using namespace std::chrono_literals;
using virga::testing::detail::admin_connection;
using virga::testing::detail::clock;

/// Runs one statement in a database; the first cell of its result.
std::string ask(const std::string& url, const std::string& sql) { return admin_connection(url).run(sql); }

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

/// Not so for a process that has ended and that its parent has not asked after: some containers have no such parent.
bool is_running(pid_t process) {
  const std::string status = virga::testing::detail::read_file("/proc/" + std::to_string(process) + "/stat");
  if (const auto name_end = status.rfind(')'); name_end != std::string::npos && name_end + 2 < status.size())
    return status[name_end + 2] != 'Z';
  return ::kill(process, 0) == 0;
}

template <class Condition>
bool comes_true(const Condition& condition, std::chrono::seconds within = 30s) {
  for (const auto deadline = clock::now() + within; clock::now() < deadline; ::usleep(5000))
    if (condition()) return true;
  return condition();
}

/// What starting a server with these options throws; "" when it starts.
std::string failure(const postgres::options& options) {
  try {
    const postgres server(options);
    return "";
  } catch (const virga::error& problem) {
    return problem.what();
  }
}

double seconds_since(clock::time_point start) { return std::chrono::duration<double>(clock::now() - start).count(); }

/// A forked process that runs `body` and hands back the text it returns; it stays alive until it is killed.
class child_process {
 public:
  template <class Body>
  explicit child_process(const Body& body) {
    auto [reader, writer] = virga::testing::detail::make_pipe();
    std::fflush(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
      std::string text;
      try {
        body([&text, end = writer.get()](const std::string& said) {
          text = said + '\n';
          [[maybe_unused]] const auto written = ::write(end, text.data(), text.size());
        });
      } catch (const std::exception& problem) {
        text = std::string("error: ") + problem.what() + '\n';
        [[maybe_unused]] const auto written = ::write(writer.get(), text.data(), text.size());
      }
      ::_exit(0);
    }
    writer.reset();
    for (char letter = 0; ::read(reader.get(), &letter, 1) == 1 && letter != '\n';) said_ += letter;
  }
  child_process(const child_process&) = delete;
  child_process& operator=(const child_process&) = delete;
  ~child_process() { kill(); }

  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }
  [[nodiscard]] const std::string& said() const { return said_; }

 private:
  pid_t pid_ = 0;
  std::string said_;
};

/// A process that has a server, says "folder process-id", and then does nothing.
child_process server_owner() {
  return child_process([](const auto& say) {
    const postgres server;
    say(server.directory() + " " + std::to_string(server.process_id()));
    for (;;) ::pause();
  });
}

std::pair<std::string, pid_t> folder_and_process(const std::string& said) {
  const auto space = said.find(' ');
  return {said.substr(0, space), static_cast<pid_t>(std::strtol(said.c_str() + space, nullptr, 10))};
}

pid_t parent_of(pid_t process) {
  const std::string status = virga::testing::detail::read_file("/proc/" + std::to_string(process) + "/stat");
  return static_cast<pid_t>(std::strtol(status.c_str() + status.rfind(')') + 4, nullptr, 10));
}

TEST(postgres_server, starts_answers_and_is_gone_afterwards) {
  std::string folder;
  pid_t process = 0;
  auto start = clock::now();
  {
    const postgres server;
    std::printf("start: %.3f s\n", seconds_since(start));
    folder = server.directory();
    process = server.process_id();
    EXPECT_TRUE(is_running(process));
    EXPECT_EQ(ask(server.url(), "select current_database()"), "postgres");
    EXPECT_EQ(ask(server.url(), "select current_setting('listen_addresses')"), "");
    EXPECT_EQ(ask(server.url(), "select current_setting('fsync')"), "off");
    EXPECT_EQ(ask(server.url(), "select pg_encoding_to_char(encoding) from pg_database limit 1"), "UTF8");
    EXPECT_NE(server.log().find("ready to accept connections"), std::string::npos);
    start = clock::now();
  }
  std::printf("stop: %.3f s\n", seconds_since(start));
  EXPECT_FALSE(exists(folder));
  EXPECT_FALSE(is_running(process));
}

TEST(postgres_server, leaves_no_child_to_wait_for) {
  const postgres server;
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(postgres_server, two_at_once_are_two) {
  const postgres first;
  const postgres second;
  EXPECT_NE(first.url(), second.url());
  ask(first.url(), "create table only_here (id int)");
  EXPECT_EQ(ask(second.url(), "select to_regclass('only_here') is null"), "t");
}

TEST(postgres_server, shared_is_one) {
  EXPECT_EQ(&postgres::shared(), &postgres::shared());
  EXPECT_EQ(ask(postgres::shared().url(), "select 1"), "1");
}

TEST(postgres_server, settings_of_the_caller_win) {
  const postgres server({.settings = {"max_connections=7", "fsync=on", "application_name=it's \\ odd"}});
  EXPECT_EQ(ask(server.url(), "show max_connections"), "7");
  EXPECT_EQ(ask(server.url(), "show fsync"), "on");
  EXPECT_EQ(ask(server.url(), "show application_name"), "it's \\ odd");
}

TEST(postgres_server, survives_the_exit_of_a_fork) {
  auto& server = postgres::shared();
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    postgres::shared().~postgres();
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(ask(server.url(), "select 1"), "1");
}

TEST(postgres_server, starts_where_sigchld_is_ignored) {
  const auto before = ::signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(failure({}), "");
  ::signal(SIGCHLD, before);
}

TEST(postgres_database, each_is_empty_and_its_own) {
  auto& server = postgres::shared();
  const auto start = clock::now();
  const std::string first = server.create_database();
  std::printf("create_database: %.3f s\n", seconds_since(start));
  const std::string second = server.create_database();
  EXPECT_NE(first, second);
  ask(first, "create table only_here (id int)");
  EXPECT_EQ(ask(second, "select to_regclass('only_here') is null"), "t");
}

TEST(postgres_database, any_name_will_do) {
  auto& server = postgres::shared();
  const std::string name = "a \"b\" 'c'/d?e&f=g%20 \xc3\xa9";
  const std::string url = server.create_database(name);
  EXPECT_EQ(ask(url, "select current_database()"), name);
  EXPECT_THROW(server.create_database(name), virga::error);
  server.drop_database(url);
  EXPECT_THROW(ask(url, "select 1"), virga::error);
  EXPECT_THROW(server.create_database(std::string(64, 'x')), virga::error);
  EXPECT_THROW(server.create_database(""), virga::error);
}

TEST(postgres_database, copies_of_a_template_are_isolated) {
  auto& server = postgres::shared();
  int filled = 0;
  const auto fill = [&filled](const std::string& url) {
    ++filled;
    ask(url, "create table item as select generate_series(1, 1000) as id");
  };
  const std::string original = server.template_database("items", fill);
  EXPECT_EQ(server.template_database("items", fill), original);
  EXPECT_EQ(filled, 1);

  const auto start = clock::now();
  const std::string first = server.create_database_from(original);
  std::printf("create_database_from: %.3f s\n", seconds_since(start));
  const std::string second = server.create_database_from(original, "second");
  ask(first, "delete from item");
  EXPECT_EQ(ask(first, "select count(*) from item"), "0");
  EXPECT_EQ(ask(second, "select count(*) from item"), "1000");
  EXPECT_EQ(ask(server.create_database_from("second"), "select count(*) from item"), "1000");
}

TEST(postgres_database, a_template_that_fails_to_fill_is_forgotten) {
  auto& server = postgres::shared();
  const auto fail = [](const std::string& url) { ask(url, "select 1 / 0"); };
  EXPECT_THROW(server.template_database("broken", fail), virga::error);
  EXPECT_NO_THROW(server.template_database("broken", [](const std::string&) {}));
}

TEST(postgres_database, a_template_in_use_says_so) {
  auto& server = postgres::shared();
  const std::string original = server.create_database("busy");
  const admin_connection user(original);
  try {
    server.create_database_from("busy");
    FAIL() << "copied a database that is in use";
  } catch (const virga::error& problem) {
    EXPECT_NE(std::string(problem.what()).find("Close every connection"), std::string::npos) << problem.what();
  }
}

TEST(postgres_database, many_threads_at_once) {
  auto& server = postgres::shared();
  std::vector<std::thread> threads;
  threads.reserve(4);
  std::atomic<int> made = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 3; ++j)
        if (ask(server.create_database(), "select 1") == "1") ++made;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(made, 12);
}

TEST(postgres_reuse, one_server_for_all_who_ask_for_the_same) {
  const postgres::options options{.settings = {"max_connections=11"}, .reuse = true, .linger = 300ms};
  std::string folder;
  {
    postgres first(options);
    const child_process other([&](const auto& say) {
      postgres same(options);
      say(same.directory() + " " + same.create_database());
    });
    folder = first.directory();
    const auto [other_folder, unused] = folder_and_process(other.said());
    EXPECT_EQ(other_folder, folder) << other.said();
    EXPECT_EQ(ask(first.create_database(), "show max_connections"), "11");
  }
  {
    const postgres again(options);
    EXPECT_EQ(again.directory(), folder);
  }
  EXPECT_TRUE(comes_true([&] { return !exists(folder); }));
}

TEST(postgres_crash, a_killed_owner_is_cleaned_up_after) {
  child_process owner = server_owner();
  const auto [folder, process] = folder_and_process(owner.said());
  ASSERT_TRUE(exists(folder)) << owner.said();
  ASSERT_TRUE(is_running(process));
  owner.kill();
  const auto start = clock::now();
  EXPECT_TRUE(comes_true([&, server = process] { return !is_running(server); }));
  EXPECT_TRUE(comes_true([&, path = folder] { return !exists(path); }));
  std::printf("cleaned up after a killed owner: %.3f s\n", seconds_since(start));
}

TEST(postgres_crash, the_next_start_sweeps_what_a_killed_keeper_left) {
#ifdef __linux__
  child_process owner = server_owner();
  const auto [folder, process] = folder_and_process(owner.said());
  ASSERT_TRUE(exists(folder)) << owner.said();
  const pid_t keeper = parent_of(process);
  ASSERT_GT(keeper, 1);
  ::kill(keeper, SIGKILL);
  { const postgres other; }
  EXPECT_TRUE(exists(folder)) << "swept while its owner lived";
  EXPECT_TRUE(is_running(process));
  owner.kill();
  { const postgres other; }
  EXPECT_FALSE(exists(folder));
  EXPECT_TRUE(comes_true([server = process] { return !is_running(server); }));
#else
  GTEST_SKIP() << "needs /proc";
#endif
}

TEST(postgres_crash, the_owner_cleans_up_after_a_killed_keeper) {
#ifdef __linux__
  auto server = std::make_unique<postgres>();
  const std::string folder = server->directory();
  const pid_t process = server->process_id();
  ::kill(parent_of(process), SIGKILL);
  EXPECT_EQ(ask(server->url(), "select 1"), "1");
  server.reset();
  EXPECT_FALSE(exists(folder));
  EXPECT_TRUE(comes_true([process] { return !is_running(process); }));
#else
  GTEST_SKIP() << "needs /proc";
#endif
}

TEST(postgres_error, missing_binaries) {
  const std::string message = failure({.bin_directory = "/nonexistent/bin"});
  EXPECT_NE(message.find("/nonexistent/bin"), std::string::npos) << message;
  EXPECT_NE(message.find("apt install postgresql"), std::string::npos) << message;
  ::setenv("VIRGA_POSTGRES_BIN", "/also/nonexistent", 1);
  const std::string by_variable = failure({});
  ::unsetenv("VIRGA_POSTGRES_BIN");
  EXPECT_NE(by_variable.find("VIRGA_POSTGRES_BIN = /also/nonexistent"), std::string::npos) << by_variable;
}

TEST(postgres_error, bad_setting_shows_the_log) {
  const std::string unknown = failure({.settings = {"no_such_setting=1"}});
  EXPECT_NE(unknown.find("unrecognized configuration parameter \"no_such_setting\""), std::string::npos) << unknown;
  const std::string form = failure({.settings = {"max_connections 20"}});
  EXPECT_NE(form.find("name=value"), std::string::npos) << form;
}

TEST(postgres_error, too_little_time) {
  const std::string message = failure({.start_timeout = 1ms});
  EXPECT_NE(message.find("in time"), std::string::npos) << message;
}

TEST(postgres_error, folder_that_is_not_there) {
  const std::string message = failure({.directory = "/nonexistent/folder"});
  EXPECT_NE(message.find("/nonexistent/folder (not there)"), std::string::npos) << message;
}

TEST(postgres_folder, too_long_for_a_socket_is_passed_over) {
  const std::string top = ::testing::TempDir() + "virga_long_" + std::to_string(::getpid());
  const std::string folder = top + "/" + std::string(120, 'x');
  std::filesystem::create_directories(folder);
  const postgres server({.directory = folder});
  EXPECT_EQ(server.directory().find(folder), std::string::npos);
  EXPECT_EQ(ask(server.url(), "select 1"), "1");
  std::filesystem::remove_all(top);
}

TEST(postgres_account, an_ordinary_user_starts_a_server) {
  if (::geteuid() != 0) GTEST_SKIP() << "the other tests have shown it";
  const child_process ordinary([](const auto& say) {
    const virga::testing::detail::account nobody{.name = "nobody", .uid = 65534, .gid = 65534, .differs = true};
    if (!virga::testing::detail::become(nobody)) throw virga::error("cannot become nobody");
    const postgres server;
    say(ask(server.url(), "select 'it runs'"));
  });
  EXPECT_EQ(ordinary.said(), "it runs");
}

TEST(postgres_account, the_cluster_is_private) {
  const postgres server;
  struct stat status {};
  ASSERT_EQ(::stat(server.directory().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

}  // namespace
