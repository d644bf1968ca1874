// SPDX-License-Identifier: BSL-1.0
//
// Connections that cannot be made: each error says the cause and what to do, in time.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

std::string refusal(const std::string& url, virga::database_options options = {}) {
  const auto begin = std::chrono::steady_clock::now();
  try {
    const virga::database db(url, options);
    ADD_FAILURE() << url << " was opened";
  } catch (const virga::connection_error& refused) {
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
    return refused.what();
  }
  return {};
}
bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

/// A TCP port of this machine; listening, or closed again.
class local_port {
 public:
  local_port() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address_;
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address_), size) != 0 || ::listen(socket_, 4) != 0 ||
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address_), &size) != 0)
      throw std::runtime_error("no TCP port on 127.0.0.1");
  }
  ~local_port() { close(); }
  local_port(const local_port&) = delete;
  local_port& operator=(const local_port&) = delete;
  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  [[nodiscard]] std::string url() const {
    return "postgresql://postgres@127.0.0.1:" + std::to_string(ntohs(address_.sin_port)) + "/postgres?sslmode=disable";
  }

 private:
  int socket_;
  sockaddr_in address_{};
};

TEST(open, a_socket_that_is_not_there) {
  const std::string what = refusal("postgresql:///postgres?host=/no/such/folder&user=postgres");
  EXPECT_TRUE(mentions(what, "/no/such/folder")) << what;
  EXPECT_TRUE(mentions(what, "check that the server is running")) << what;
}

TEST(open, a_port_that_nobody_listens_on) {
  local_port port;
  port.close();
  const std::string what = refusal(port.url());
  EXPECT_TRUE(mentions(what, "127.0.0.1")) << what;
  EXPECT_TRUE(mentions(what, "check that the server is running")) << what;
}

TEST(open, a_server_that_never_answers_is_given_up_in_time) {
  const local_port port;
  const auto begin = std::chrono::steady_clock::now();
  const std::string what = refusal(port.url(), {.connection = {.connect_timeout = std::chrono::milliseconds(300)}});
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_GE(took, std::chrono::milliseconds(290));
  EXPECT_LT(took, std::chrono::seconds(3));
  EXPECT_TRUE(mentions(what, "300 ms")) << what;
  EXPECT_TRUE(mentions(what, "connect_timeout")) << what;
}

TEST(open, a_database_that_is_not_there) {
  virga::connection there(tests::fresh_database());
  const std::string host = PQhost(there.native_handle()), port = PQport(there.native_handle());
  const char* password = PQpass(there.native_handle());
  const std::string url = "host='" + host + "' port=" + port + " user='" + PQuser(there.native_handle()) +
                          "' dbname='no such database'" +
                          (*password != '\0' ? " password='" + std::string(password) + "'" : "");
  const std::string what = refusal(url);
  EXPECT_TRUE(mentions(what, "no such database")) << what;
  EXPECT_TRUE(mentions(what, "create the database")) << what;
  try {
    const virga::connection connection(url);
    FAIL();
  } catch (const virga::connection_error& refused) {
    EXPECT_EQ(refused.sqlstate(), "3D000");
  }
}

TEST(open, a_role_that_is_not_there) {
  virga::connection there(tests::fresh_database());
  const std::string what =
      refusal("host='" + std::string(PQhost(there.native_handle())) + "' port=" + PQport(there.native_handle()) +
              " user='no such role' dbname=postgres password=x");
  EXPECT_TRUE(mentions(what, "no such role")) << what;
  EXPECT_TRUE(mentions(what, "check the user name and password")) << what;
}

TEST(open, a_wrong_password) {
  // a server of its own, so that its rules may ask for passwords
  virga::testing::postgres server;
  const std::string own_url = server.url();
  {
    virga::connection admin(own_url);
    admin.send(std::string("set password_encryption = 'scram-sha-256'"));
    admin.send(std::string("create role guarded login password 'right'"));
    // the server itself writes the file, since it is its own
    admin.send(std::string("create temp table rules (line text)"));
    admin.send(std::string("insert into rules values ('local all guarded scram-sha-256'), ('local all all trust')"));
    admin.send(std::string("do $$ begin execute format('copy rules to %L', current_setting('hba_file')); end $$"));
    admin.send(std::string("select pg_reload_conf()"));
  }
  const std::string host = " host='" + server.directory() + "' port=5432 dbname=postgres";
  std::string what;
  for (int attempt = 0; attempt < 100 && what.empty(); ++attempt) {
    try {
      const virga::connection connection("user=guarded password=wrong" + host);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the rules are not read yet
    } catch (const virga::connection_error& refused) {
      EXPECT_EQ(refused.sqlstate(), "28P01");
      what = refused.what();
    }
  }
  EXPECT_TRUE(mentions(what, "password authentication failed")) << what;
  EXPECT_TRUE(mentions(what, "check the user name and password")) << what;
  EXPECT_FALSE(mentions(what, "wrong")) << "the password itself is in the message: " << what;
  const virga::connection right("user=guarded password=right" + host);
  EXPECT_TRUE(right.is_usable());
}

TEST(open, a_url_that_is_none) {
  const std::string what = refusal("postgresql://host:notaport/db");
  EXPECT_TRUE(mentions(what, "port")) << what;
  EXPECT_TRUE(mentions(refusal("nonsense=1 dbname=x"), "postgresql://user:password@host:port/database"));
  EXPECT_TRUE(mentions(refusal("postgresql://[broken"), "postgresql://user:password@host:port/database"));
}

TEST(open, no_piece_of_a_password_is_told) {
  for (const char* url : {"postgresql://u:geh/eim@h:5432/x", "postgresql://u:geh/eim@h/x", "postgresql://u:ge@heim@h/x",
                          "postgresql://u:12/geheim@h/x?connect_timeout=1", "postgresql://geheim:secret/x",
                          "postgresql://u:ge%zzheim@h/x", "host=h port=geheim", "host=h,i port=1,0 password=geheim",
                          "postgresql://u:geheim@h:65536/x"}) {
    try {
      const virga::connection connection(url);
      ADD_FAILURE() << url;
    } catch (const virga::configuration_error& wrong) {
      const std::string what = wrong.what();
      for (const char* piece : {"ge%", "geh", "heim", "eim", "secret"}) EXPECT_FALSE(mentions(what, piece)) << what;
    }
  }
  // a question mark in a password is none before the options, to libpq as well
  virga::database_options options;
  std::vector<std::string> mistakes;
  EXPECT_EQ(virga::detail::take_settings("postgresql://u:a?b=c@h:1,2/x?max_connections=3", options, mistakes),
            "postgresql://u:a?b=c@h:1,2/x");
  EXPECT_EQ(options.max_connections, 3U);
  EXPECT_EQ(virga::detail::mistake_in_url("postgresql://u:a?b@h:1,2/x"), "");
  EXPECT_EQ(virga::detail::mistake_in_url("postgresql:///x?user=a%40b&application_name=a@b"), "");
}

TEST(open, a_host_that_has_no_address) {
  const std::string what = refusal("postgresql://postgres@no-such-host.invalid/postgres");
  EXPECT_TRUE(mentions(what, "check the host name")) << what;
}

TEST(open, a_pool_of_no_connections_is_refused) {
  EXPECT_THROW(virga::database("postgresql:///x", {.max_connections = 0}), virga::error);
}

TEST(open, sets_what_the_codecs_need_whatever_the_roles_settings) {
  const std::string url = tests::fresh_database();
  virga::connection connection(url);
  EXPECT_STREQ(PQparameterStatus(connection.native_handle(), "client_encoding"), "UTF8");
  EXPECT_TRUE(std::string_view(PQparameterStatus(connection.native_handle(), "DateStyle")).starts_with("ISO"));
  EXPECT_STREQ(PQparameterStatus(connection.native_handle(), "application_name"), "virga");
  connection.send(std::string(
      "do $$ begin execute format('alter database %I set datestyle = ''SQL, DMY''', current_database()); end $$"));
  virga::connection another(url);
  EXPECT_TRUE(std::string_view(PQparameterStatus(another.native_handle(), "DateStyle")).starts_with("ISO"));
}

}  // namespace
