// SPDX-License-Identifier: BSL-1.0
//
// Isolation, settings, nesting, retries, the commit nobody answered, and transactions used in ways that cannot work.
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace std::chrono_literals;
using namespace virga::literals;
using virga::isolation_level;
using virga::select;

bool mentions(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

/// What a hand-written query gives as text.
std::string ask(auto& on, const std::string& text) {
  const virga::native::result said = execute(on, virga::statement{text, nullptr, 0, false});
  return said.rows() == 0 ? "no rows" : std::string(said.at(0, 0).text());
}

class unit : public ::testing::Test {
 protected:
  void SetUp() override {
    ask(db, "create table log (line int not null)");
    ask(db, "create table accounts (id int primary key, balance int not null)");
    ask(db, "insert into accounts values (1, 100), (2, 100)");
  }
  static void add(auto& on, int line) { ask(on, "insert into log values (" + std::to_string(line) + ")"); }
  std::string lines() { return ask(db, "select coalesce(string_agg(line::text, ' ' order by line), '') from log"); }
  void end(virga::connection& connection) {
    (void)select(virga::sql<bool>("pg_terminate_backend({}, 5000)"_sql, PQbackendPID(connection.native_handle())))
        .one(db);
  }

  std::string url = tests::fresh_database();
  virga::database db{url};
};

TEST_F(unit, modes_are_those_that_were_chosen) {
  const auto modes = [&](const virga::transaction_options& options) {
    return db.transaction(
        [](auto& tx) {
          return ask(tx,
                     "select concat_ws(' ', current_setting('transaction_isolation'), "
                     "current_setting('transaction_read_only'), current_setting('transaction_deferrable'))");
        },
        options);
  };
  EXPECT_EQ(modes({}), "read committed off off");
  EXPECT_EQ(modes({.isolation = isolation_level::serializable, .read_only = true, .deferrable = true}),
            "serializable on on");
  EXPECT_EQ(modes({.isolation = isolation_level::repeatable_read}), "repeatable read off off");
  EXPECT_EQ(modes({.isolation = isolation_level::read_committed, .read_only = true}), "read committed on off");
  EXPECT_EQ(modes({}), "read committed off off") << "a mode outlived its transaction";
  try {
    db.transaction([](auto& tx) { add(tx, 1); }, {.read_only = true});
    FAIL();
  } catch (const virga::database_error& refused) {
    EXPECT_EQ(refused.sqlstate(), "25006");
  }
}

TEST_F(unit, settings_and_roles_end_with_it) {
  virga::database one(url, {.max_connections = 1});
  const std::string hostile = "it's \\ a \"tenant\"; drop table log --";
  const std::string role = "virga role \"of\" " + std::to_string(::getpid());
  std::string quoted = "virga role \"\"of\"\" " + std::to_string(::getpid());
  ask(db, "create role \"" + quoted + "\"");
  one.transaction(
      [&](auto& tx) {
        EXPECT_EQ(ask(tx, "select current_setting('app.tenant')"), hostile);
        EXPECT_EQ(ask(tx, "select current_user"), role);
        EXPECT_EQ(ask(tx, "select current_setting('statement_timeout')"), "1234ms");
        EXPECT_EQ(ask(tx, "select current_setting('lock_timeout')"), "2s");
        EXPECT_EQ(ask(tx, "select current_setting('idle_in_transaction_session_timeout')"), "1min");
      },
      {.role = role,
       .settings = {{"app.tenant", hostile}},
       .statement_timeout = 1234ms,
       .lock_timeout = 2s,
       .idle_timeout = 1min});
  EXPECT_EQ(ask(one, "select current_setting('app.tenant', true)"), "");
  EXPECT_NE(ask(one, "select current_user"), role);
  EXPECT_EQ(ask(one, "select current_setting('statement_timeout')"), "0");
  EXPECT_EQ(lines(), "");
  ask(db, "drop role \"" + quoted + "\"");
  EXPECT_THROW(one.transaction([](auto&) {}, {.role = "no such role"}), virga::database_error);
  EXPECT_THROW(one.transaction([](auto&) {}, {.statement_timeout = -1ms}), virga::usage_error);
  EXPECT_EQ(one.statistics().open, 1U) << "a refused beginning cost a connection";
}

TEST_F(unit, row_level_security_sees_the_tenant) {
  ask(db, "create table notes (tenant int, text text)");
  ask(db, "insert into notes values (1, 'of one'), (2, 'of two')");
  const std::string role = "virga_tenant_" + std::to_string(::getpid());
  ask(db, "create role " + role);
  ask(db, "grant select on notes to " + role);
  ask(db, "alter table notes enable row level security");
  ask(db, "create policy own on notes using (tenant = current_setting('app.tenant')::int)");
  const auto seen = [&](const std::string& tenant) {
    return db.transaction([](auto& tx) { return ask(tx, "select string_agg(text, ',') from notes"); },
                          {.role = role, .settings = {{"app.tenant", tenant}}});
  };
  EXPECT_EQ(seen("1"), "of one");
  EXPECT_EQ(seen("2"), "of two");
  ask(db, "drop table notes");
  ask(db, "drop role " + role);
}

TEST_F(unit, timeouts_are_errors_of_their_own) {
  EXPECT_THROW(db.transaction([](auto& tx) { ask(tx, "select pg_sleep(5)"); }, {.statement_timeout = 30ms}),
               virga::query_cancelled);
  auto holder = db.begin();
  ask(holder, "lock table log");
  EXPECT_THROW(db.transaction([](auto& tx) { add(tx, 1); }, {.lock_timeout = 30ms}), virga::lock_not_available);
  EXPECT_THROW(db.transaction([](auto& tx) { ask(tx, "lock table log nowait"); }), virga::lock_not_available);
  try {
    db.transaction(
        [](auto& tx) {
          std::this_thread::sleep_for(200ms);
          ask(tx, "select 1");
        },
        {.idle_timeout = 30ms});
    FAIL();
  } catch (const virga::connection_error& ended) {
    EXPECT_EQ(ended.sqlstate(), "25P03");
  }
}

TEST_F(unit, a_scope_that_is_left_without_commit_is_undone) {
  {
    auto tx = db.begin();
    add(tx, 1);
  }
  {
    auto tx = db.begin({.isolation = isolation_level::serializable});
    add(tx, 2);
    tx.commit();
  }
  {
    auto tx = db.begin();
    add(tx, 3);
    tx.rollback();
    EXPECT_EQ(lines(), "2");
  }
  EXPECT_EQ(lines(), "2");
  EXPECT_EQ(db.statistics().in_use, 0U);
}

TEST_F(unit, an_inner_one_is_undone_alone) {
  struct own_error {};
  db.transaction([&](virga::transaction& tx) {
    add(tx, 1);
    EXPECT_THROW(tx.transaction([&](virga::transaction& inner) {
      add(inner, 2);
      throw own_error{};
    }),
                 own_error);
    EXPECT_EQ(tx.transaction([&](auto& inner) {
      add(inner, 3);
      EXPECT_THROW(inner.transaction([&](auto& innermost) { ask(innermost, "select 1/0"); }), virga::data_exception);
      return inner.transaction([&](auto& innermost) {
        add(innermost, 4);
        return 44;
      });
    }),
              44);
    add(tx, 5);
  });
  EXPECT_EQ(lines(), "1 3 4 5");
}

TEST_F(unit, what_an_inner_one_kept_goes_with_the_outer_one) {
  struct own_error {};
  EXPECT_THROW(db.transaction([&](auto& tx) {
    tx.transaction([&](auto& inner) { add(inner, 1); });
    throw own_error{};
  }),
               own_error);
  EXPECT_EQ(lines(), "");
}

TEST_F(unit, use_out_of_order_is_told) {
  const auto told = [](auto&& f) -> std::string {
    try {
      f();
    } catch (const virga::usage_error& wrong) {
      return wrong.what();
    }
    return "nothing";
  };
  {
    auto tx = db.begin();
    tx.transaction([&](auto& inner) {
      EXPECT_TRUE(mentions(told([&] { add(tx, 1); }), "an inner transaction is open"));
      EXPECT_TRUE(mentions(told([&] { tx.commit(); }), "an inner transaction is open"));
      EXPECT_TRUE(mentions(told([&] { tx.rollback(); }), "an inner transaction is open"));
      EXPECT_TRUE(mentions(told([&] { (void)tx.pqxx(); }), "an inner transaction is open"));
      EXPECT_TRUE(mentions(told([&] { tx.transaction([](auto&) {}); }), "an inner transaction is open"));
      add(inner, 2);
      inner.transaction([&](auto& innermost) {
        add(innermost, 3);
        innermost.rollback();
        EXPECT_TRUE(mentions(told([&] { add(innermost, 3); }), "has ended"));
        add(inner, 4);  // it is the innermost again
      });
    });
    tx.commit();
  }
  EXPECT_EQ(lines(), "2 4");
}

TEST_F(unit, use_after_its_end_is_told) {
  auto tx = db.begin();
  add(tx, 1);
  tx.commit();
  EXPECT_THROW(add(tx, 2), virga::usage_error);
  EXPECT_THROW(tx.commit(), virga::usage_error);
  EXPECT_THROW(tx.rollback(), virga::usage_error);
  EXPECT_THROW((void)tx.pqxx(), virga::usage_error);
  EXPECT_THROW(tx.transaction([](auto&) {}), virga::usage_error);
  EXPECT_EQ(lines(), "1");
}

/// Two transactions that read both accounts and write one each: serializable refuses one of them.
void skew(virga::database& db, std::barrier<>& meet, int id, std::atomic<int>& runs,
          const virga::retry_options& retry) {
  bool is_first = true;
  db.transaction(
      [&](auto& tx) {
        ++runs;
        ask(tx, "select sum(balance) from accounts");
        if (std::exchange(is_first, false)) meet.arrive_and_wait();
        ask(tx, "update accounts set balance = balance - 10 where id = " + std::to_string(id));
      },
      {.isolation = isolation_level::serializable, .retry = retry});
}

TEST_F(unit, what_another_one_undid_runs_again) {
  std::barrier meet(2);
  std::atomic<int> runs = 0;
  std::thread other([&] { skew(db, meet, 1, runs, {}); });
  skew(db, meet, 2, runs, {});
  other.join();
  EXPECT_EQ(runs, 3);
  EXPECT_EQ(ask(db, "select sum(balance) from accounts"), "180");
}

TEST_F(unit, a_deadlock_runs_again) {
  ask(db,
      "do $$ begin execute format('alter database %I set deadlock_timeout = ''20ms''', current_database()); end $$");
  virga::database fresh(url);
  std::barrier meet(2);
  std::atomic<int> runs = 0;
  const auto work = [&](int first, int second) {
    bool is_first = true;
    fresh.transaction([&](virga::transaction& tx) {
      ++runs;
      ask(tx, "update accounts set balance = balance - 1 where id = " + std::to_string(first));
      if (std::exchange(is_first, false)) meet.arrive_and_wait();
      // the error passes an inner transaction, which alone could not repair it
      tx.transaction([&](auto& inner) {
        ask(inner, "update accounts set balance = balance + 1 where id = " + std::to_string(second));
      });
    });
  };
  std::thread other(work, 1, 2);
  work(2, 1);
  other.join();
  EXPECT_EQ(runs, 3);
  EXPECT_EQ(ask(db, "select string_agg(balance::text, ' ') from accounts"), "100 100");
}

TEST_F(unit, retries_are_bounded) {
  const auto runs = [&](const virga::retry_options& retry, std::stop_token stop = {}) {
    int count = 0;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_THROW(db.transaction(
                     [&](auto& tx) {
                       ++count;
                       add(tx, count);
                       ask(tx, "do $$ begin raise sqlstate '40001'; end $$");
                     },
                     {.stop = std::move(stop), .retry = retry}),
                 virga::serialization_failure);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
    return count;
  };
  EXPECT_EQ(runs({.attempts = 3, .pause = 1ms}), 3);
  EXPECT_EQ(runs({.attempts = 1}), 1);
  EXPECT_EQ(runs({.attempts = 1000, .deadline = 0ms, .pause = 1ms}), 1);
  EXPECT_LT(runs({.attempts = 1000, .deadline = 200ms, .pause = 50ms}), 100);
  EXPECT_EQ(lines(), "");
  EXPECT_THROW(db.transaction([](auto&) {}, {.retry = {.attempts = 0}}), virga::usage_error);
  EXPECT_EQ(db.transaction([n = 0](auto& tx) mutable {
    if (++n < 3) ask(tx, "do $$ begin raise sqlstate '40001'; end $$");
    return n;
  }),
            3);
}

TEST_F(unit, other_errors_are_not_tried_again) {
  int runs = 0;
  EXPECT_THROW(db.transaction([&](auto& tx) {
    ++runs;
    ask(tx, "select 1/0");
  }),
               virga::data_exception);
  EXPECT_EQ(runs, 1);
}

TEST_F(unit, a_stop_ends_it_and_undoes_it) {
  std::stop_source source;
  std::thread stopper([&] {
    std::this_thread::sleep_for(50ms);
    source.request_stop();
  });
  int runs = 0;
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     ++runs;
                     add(tx, 1);
                     ask(tx, "select pg_sleep(20)");
                   },
                   {.stop = source.get_token()}),
               virga::query_cancelled);
  stopper.join();
  EXPECT_THROW(db.transaction([&](auto&) { ++runs; }, {.stop = source.get_token()}), virga::query_cancelled);
  EXPECT_EQ(runs, 1) << "it was begun after the stop";
  std::stop_source at_the_end;
  EXPECT_THROW(db.transaction(
                   [&](auto& tx) {
                     add(tx, 1);
                     at_the_end.request_stop();
                   },
                   {.stop = at_the_end.get_token()}),
               virga::query_cancelled)
      << "a commit after the stop";
  EXPECT_EQ(lines(), "");
  EXPECT_NO_THROW(db.transaction([&](auto& tx) { add(tx, 2); })) << "the stop reached the next user of the connection";
  EXPECT_EQ(lines(), "2");
}

TEST_F(unit, a_stop_inside_an_inner_one_undoes_that_one) {
  std::stop_source source;
  db.transaction(
      [&](auto& tx) {
        EXPECT_THROW(tx.transaction([&](auto& inner) {
          source.request_stop();
          ask(inner, "select 1");
        }),
                     virga::query_cancelled);
        EXPECT_EQ(PQtransactionStatus(tx.connection().native_handle()), PQTRANS_INTRANS);
        tx.rollback();
      },
      {.stop = source.get_token()});
}

TEST_F(unit, a_connection_lost_before_the_commit_is_known_to_have_undone_it) {
  int runs = 0;
  EXPECT_THROW(db.transaction([&](auto& tx) {
    ++runs;
    add(tx, 1);
    end(tx.connection());
  }),
               virga::connection_error);
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(lines(), "");
}

/// A deferred constraint's trigger runs inside of COMMIT; this one ends its own session there.
void end_session_in_commit(virga::database& db, const std::string& how) {
  ask(db, "create function in_commit() returns trigger language plpgsql as $$ begin " + how + "; return null; end $$");
  ask(db,
      "create constraint trigger late after insert on log deferrable initially deferred for each row "
      "execute function in_commit()");
}

TEST_F(unit, a_connection_lost_during_the_commit_leaves_it_unknown) {
  end_session_in_commit(db, "perform pg_terminate_backend(pg_backend_pid())");
  int runs = 0;
  try {
    db.transaction([&](auto& tx) {
      ++runs;
      add(tx, 1);
    });
    FAIL();
  } catch (const virga::commit_unknown& unknown) {
    EXPECT_TRUE(mentions(unknown.what(), "look for what the transaction changed")) << unknown.what();
  }
  EXPECT_EQ(runs, 1) << "run again blindly";
}

TEST_F(unit, the_server_is_asked_what_became_of_a_commit_that_did_not_take_place) {
  end_session_in_commit(db, "perform pg_terminate_backend(pg_backend_pid())");
  virga::database one(url, {.max_connections = 1});
  try {
    one.transaction([&](auto& tx) { add(tx, 1); }, {.resolve_commit = 5s});
    FAIL();
  } catch (const virga::connection_error& undone) {
    EXPECT_TRUE(mentions(undone.what(), "the server has undone the transaction")) << undone.what();
  }
  EXPECT_EQ(lines(), "");
}

TEST_F(unit, a_commit_that_is_refused_is_an_ordinary_error) {
  end_session_in_commit(db, "raise sqlstate '23514' using constraint = 'late_rule'");
  EXPECT_THROW(db.transaction([&](auto& tx) { add(tx, 1); }, {.resolve_commit = 5s}), virga::check_violation);
  EXPECT_EQ(lines(), "");
}

TEST_F(unit, asking_for_its_id_does_not_disturb_a_commit) {
  db.transaction([&](auto& tx) { add(tx, 7); }, {.resolve_commit = 5s});
  db.transaction([&](auto& tx) { ask(tx, "select 1"); }, {.resolve_commit = 5s});
  EXPECT_EQ(lines(), "7");
}

}  // namespace
