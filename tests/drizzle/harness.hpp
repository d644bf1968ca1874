// SPDX-License-Identifier: BSL-1.0
//
// virga's statements beside Drizzle's. Drizzle's are in goldens.json, with the rows that PostgreSQL gave; virga's are
// in the files *_cases.cpp, under the same names. Text is not compared, since two texts may say the same; what the
// server makes of them is: the definition of a view for what is only read, the plan for what writes. The rows are
// compared always.
#pragma once
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "virga/virga.hpp"

namespace tests::drizzle {

/// A value as PostgreSQL writes it; an empty optional is null.
using cell = std::optional<std::string>;
using row = std::vector<cell>;
using rows = std::vector<row>;

/// What a statement did: the rows it gave, and those that stand afterwards in the tables it wrote, by the table's name.
struct answer {
  rows given;
  std::map<std::string, rows> afterwards;
  friend bool operator==(const answer&, const answer&) = default;
};

/// A case as Drizzle has it.
struct golden {
  std::string name, group;
  virga::rendered_sql statement;
  bool ordered = false;  // whether the order of the rows is part of the answer
  answer expected;
};
[[nodiscard]] const std::vector<golden>& goldens();
/// The same as the release candidate of Drizzle 1.0 has them, where that says something else or says it otherwise.
[[nodiscard]] const std::vector<golden>& candidate_goldens();
/// Throws where there is none of this name.
[[nodiscard]] const golden& golden_named(std::string_view name);

/// Why virga's statement is another one than Drizzle's, and why it is right. It must be another one: when it has become
/// the same, the note is wrong, and the test fails. The rows are the same all the same.
struct difference {
  std::string_view reason;
};
/// Reasons that several cases have.
inline constexpr difference one_array{"a list is one array, whatever its length: one text is prepared for all lists"};
inline constexpr difference batch_as_arrays{
    "rows that set the same columns travel as arrays: one text for all batches"};

/// Why virga refuses to make the statement, with a `virga::error`.
struct refused {
  std::string_view reason;
};

/// A case as virga has it.
struct written_case {
  std::string name;
  std::function<virga::rendered_sql()> statement;
  std::string reason_to_differ{}, reason_to_refuse{};

  written_case(std::string as, std::function<virga::rendered_sql()> by)
      : name(std::move(as)), statement(std::move(by)) {}
  written_case(std::string as, std::function<virga::rendered_sql()> by, difference noted)
      : name(std::move(as)), statement(std::move(by)), reason_to_differ(noted.reason) {}
  written_case(std::string as, std::function<virga::rendered_sql()> by, refused noted)
      : name(std::move(as)), statement(std::move(by)), reason_to_refuse(noted.reason) {}
};

/// All cases of all files.
[[nodiscard]] std::vector<written_case>& written_cases();

/// A file's cases; to be made once in each file, at namespace scope.
struct cases {
  cases(std::initializer_list<written_case> list) { written_cases().insert(written_cases().end(), list); }
};

/// What the surface cannot say yet: the names of goldens, by what is missing. A case that is written leaves this list.
[[nodiscard]] const std::map<std::string, std::vector<std::string>>& not_yet_written();

/// A server with the data set, and what it says of statements. Every statement is undone.
class judge {
 public:
  judge();
  ~judge();
  judge(const judge&) = delete;
  judge& operator=(const judge&) = delete;
  /// One for all tests of this process.
  [[nodiscard]] static judge& shared();

  /// Runs a statement. `tables`: those whose rows are wanted afterwards.
  [[nodiscard]] answer run(const virga::rendered_sql& statement, bool ordered, const std::vector<std::string>& tables);
  /// The statement with its values in it, as literals of the types that the server found for them.
  [[nodiscard]] std::string inlined(const virga::rendered_sql& statement);
  /// What the server understood, the same for any two texts that say the same thing.
  [[nodiscard]] std::string canonical(const virga::rendered_sql& statement);

  /// Whether a golden is not what this server answers, in words; nothing if it is.
  [[nodiscard]] std::string stale(const golden& expected);
  /// What is wrong with a case beside its golden, in words; nothing if it is right.
  [[nodiscard]] std::string verdict(const golden& expected, const written_case& given);

 private:
  class connection;
  std::unique_ptr<connection> server_;
};

}  // namespace tests::drizzle
