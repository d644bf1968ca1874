// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "support/database.hpp"

namespace tests::drizzle {

const golden& golden_named(std::string_view name) {
  for (const golden& one : goldens())
    if (one.name == name) return one;
  throw std::runtime_error("there is no golden " + std::string(name));
}

std::vector<written_case>& written_cases() {
  static std::vector<written_case> all;
  return all;
}

namespace {

struct server_error : std::runtime_error {
  using std::runtime_error::runtime_error;
  std::string code;
};

using result = std::unique_ptr<PGresult, decltype(&PQclear)>;

rows rows_of(const PGresult* from) {
  rows all(static_cast<std::size_t>(PQntuples(from)));
  for (int y = 0; y < PQntuples(from); ++y)
    for (int x = 0; x < PQnfields(from); ++x)
      all[static_cast<std::size_t>(y)].push_back(PQgetisnull(from, y, x) != 0 ? cell() : PQgetvalue(from, y, x));
  return all;
}

rows sorted(rows all) {
  std::sort(all.begin(), all.end());
  return all;
}

std::string text_of(const row& cells) {
  std::string text;
  for (const cell& one : cells) text += (text.empty() ? "" : " | ") + one.value_or("(null)");
  return text;
}

std::string text_of(const rows& all) {
  std::string text;
  for (const row& one : all) text += "    " + text_of(one) + "\n";
  return text;
}

std::string text_of(const answer& whole) {
  std::string text = "  gave\n" + text_of(whole.given);
  for (const auto& [table, left] : whole.afterwards) text += "  left in " + table + "\n" + text_of(left);
  return text;
}

std::vector<std::string> tables_of(const golden& expected) {
  std::vector<std::string> tables;
  tables.reserve(expected.expected.afterwards.size());
  for (const auto& [table, left] : expected.expected.afterwards) tables.push_back(table);
  return tables;
}

std::string text_of(const virga::rendered_sql& statement) {
  return "  " + statement.text + "\n  -- " + text_of(statement.params) + "\n";
}

}  // namespace

class judge::connection {
 public:
  connection() : held_(PQconnectdb(tests::fresh_database().c_str()), PQfinish) {
    run("set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres';"
        " set client_min_messages = warning");
    std::ifstream file(VIRGA_DRIZZLE_DIRECTORY "/dataset.sql");
    std::ostringstream text;
    text << file.rdbuf();
    run(text.str());
  }

  void run(const std::string& sql) { (void)checked(PQexec(held_.get(), sql.c_str())); }

  result run(const virga::rendered_sql& statement) {
    std::vector<const char*> values;
    values.reserve(statement.params.size());
    for (const cell& one : statement.params) values.push_back(one ? one->c_str() : nullptr);
    return checked(PQexecParams(held_.get(), statement.text.c_str(), static_cast<int>(values.size()), nullptr,
                                values.data(), nullptr, nullptr, 0));
  }

  rows rows_of(const std::string& sql) { return drizzle::rows_of(run(virga::rendered_sql{sql, {}}).get()); }

  /// The statement's parameters and columns, as the server sees them.
  result described(const std::string& sql) {
    (void)checked(PQprepare(held_.get(), "", sql.c_str(), 0, nullptr));
    return checked(PQdescribePrepared(held_.get(), ""));
  }

  std::string literal(const std::string& text) {
    const std::unique_ptr<char, decltype(&PQfreemem)> quoted(PQescapeLiteral(held_.get(), text.data(), text.size()),
                                                             PQfreemem);
    if (!quoted) throw std::runtime_error(PQerrorMessage(held_.get()));
    return quoted.get();
  }

 private:
  result checked(PGresult* given) {
    result owned(given, PQclear);
    const auto status = PQresultStatus(given);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return owned;
    server_error failed(PQerrorMessage(held_.get()));
    if (const char* code = PQresultErrorField(given, PG_DIAG_SQLSTATE)) failed.code = code;
    throw failed;
  }

  std::unique_ptr<PGconn, decltype(&PQfinish)> held_;
};

namespace {

/// What happens in its life never happened.
template <class Connection>
class undone {
 public:
  explicit undone(Connection& on) : on_(on) { on_.run("begin"); }
  undone(const undone&) = delete;
  undone& operator=(const undone&) = delete;
  ~undone() { on_.run("rollback"); }

 private:
  Connection& on_;
};

}  // namespace

judge::judge() : server_(std::make_unique<connection>()) {}
judge::~judge() = default;

judge& judge::shared() {
  static judge one;
  return one;
}

answer judge::run(const virga::rendered_sql& statement, bool ordered, const std::vector<std::string>& tables) {
  const undone nothing_stays(*server_);
  server_->run("select restart_identities()");
  answer whole;
  const rows given = rows_of(server_->run(statement).get());
  whole.given = ordered ? given : sorted(given);
  for (const std::string& table : tables) whole.afterwards[table] = sorted(server_->rows_of("select * from " + table));
  return whole;
}

std::string judge::inlined(const virga::rendered_sql& statement) {
  const result description = server_->described(statement.text);
  if (static_cast<std::size_t>(PQnparams(description.get())) != statement.params.size())
    throw std::runtime_error("the number of values is not that of the parameters: " + statement.text);

  std::vector<std::string> literals;
  for (int i = 0; i < PQnparams(description.get()); ++i) {
    const cell& value = statement.params[static_cast<std::size_t>(i)];
    const std::string oid = std::to_string(PQparamtype(description.get(), i));
    const std::string type = server_->rows_of("select format_type(" + oid + ", null)")[0][0].value();
    literals.push_back((value ? server_->literal(*value) : "null") + "::" + type);
  }

  std::string text;
  char quote = '\0';  // the one that ends the literal or the name that the scan is in
  for (std::size_t i = 0; i < statement.text.size(); ++i) {
    const char letter = statement.text[i];
    std::size_t number = 0, digits = i + 1;
    if (quote == '\0' && letter == '$')
      for (; digits < statement.text.size() && std::isdigit(static_cast<unsigned char>(statement.text[digits])) != 0;
           ++digits)
        number = number * 10 + static_cast<std::size_t>(statement.text[digits] - '0');
    if (number > 0) {
      text += literals.at(number - 1);
      i = digits - 1;
      continue;
    }
    text += letter;
    // A doubled quote ends it and begins it again, which comes to the same.
    if (quote == letter)
      quote = '\0';
    else if (quote == '\0' && (letter == '\'' || letter == '"'))
      quote = letter;
  }
  return text;
}

std::string judge::canonical(const virga::rendered_sql& statement) {
  const std::string text = inlined(statement);
  const int columns = PQnfields(server_->described(statement.text).get());

  // A view has the statement after names were looked up and types found. Its columns are given names of their own:
  // two selected columns may have one name, and what a column is called is no part of what is asked.
  std::string names;
  for (int i = 1; i <= columns; ++i) names += (i == 1 ? "c" : ", c") + std::to_string(i);
  if (columns > 0) {
    try {
      const undone nothing_stays(*server_);
      server_->run("create temp view canonical_form (" + names + ") as " + text);
      return server_->rows_of("select pg_get_viewdef('canonical_form'::regclass, true)")[0][0].value();
    } catch (const server_error& failed) {
      // A view can be of nothing that writes: "syntax error", or "feature not supported" where a `with` writes.
      if (failed.code != "42601" && failed.code != "0A000") throw;
    }
  }
  std::string plan;
  for (const row& line : server_->rows_of("explain (verbose, costs off) " + text)) plan += line[0].value() + "\n";
  if (plan.find("Conflict Resolution: UPDATE") != plan.npos) {
    // What `do update` sets is in no plan; it is in the body of a function, which is kept as a view is.
    const undone nothing_stays(*server_);
    server_->run("create function pg_temp.canonical_form() returns void begin atomic " + text + "; end");
    const std::string body =
        server_->rows_of("select pg_get_function_sqlbody('pg_temp.canonical_form'::regproc)")[0][0].value();
    plan += body.substr(body.find(" ON CONFLICT"));
  }
  return plan;
}

std::string judge::stale(const golden& expected) {
  answer recorded = expected.expected;
  if (!expected.ordered) recorded.given = sorted(recorded.given);
  for (auto& [table, left] : recorded.afterwards) left = sorted(left);
  const answer now = run(expected.statement, expected.ordered, tables_of(expected));
  if (now == recorded) return {};
  return "the golden is not what this server answers; it was\n" + text_of(recorded) + "and is\n" + text_of(now);
}

std::string judge::verdict(const golden& expected, const written_case& given) {
  virga::rendered_sql ours;
  try {
    ours = given.statement();
    if (!given.reason_to_refuse.empty()) return "virga was to refuse this, and made\n" + text_of(ours);
  } catch (const virga::error& error) {
    if (!given.reason_to_refuse.empty()) return {};
    return std::string("virga refuses this: ") + error.what();
  }

  std::string wrong;
  const std::string both = "Drizzle's\n" + text_of(expected.statement) + "virga's\n" + text_of(ours);
  try {
    const answer theirs = run(expected.statement, expected.ordered, tables_of(expected));
    const answer our_answer = run(ours, expected.ordered, tables_of(expected));
    if (our_answer != theirs)
      wrong += both + "the rows differ. Drizzle's\n" + text_of(theirs) + "virga's\n" + text_of(our_answer);

    const std::string their_form = canonical(expected.statement), our_form = canonical(ours);
    if (their_form != our_form && given.reason_to_differ.empty())
      wrong += both + "the server understands\n" + their_form + "\nand\n" + our_form + "\n";
    if (their_form == our_form && !given.reason_to_differ.empty())
      wrong += both + "a difference is noted, and there is none: " + given.reason_to_differ + "\n";
  } catch (const server_error& error) {
    wrong += both + error.what();
  }
  return wrong;
}

}  // namespace tests::drizzle
