// SPDX-License-Identifier: BSL-1.0
//
// The server as the judge of every codec: what is sent arrives, what arrives is what was there, and what is refused
// the server refuses too. Values travel as one array of texts, so that thousands cost one round trip.
#pragma once
#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

#include "support/database.hpp"
#include "types/codec_checks.hpp"
#include "virga/types/array.hpp"
#include "virga/types/string.hpp"

namespace tests::oracle {

using strings = std::vector<std::string>;

/// A connection to a database of its own, made for the first test and kept for all.
class server {
 public:
  server() : connection_(PQconnectdb(tests::fresh_database().c_str()), PQfinish) {
    run("set extra_float_digits = 1");
    run("set client_min_messages = warning");
    run("create function input_or_null(input text, type text) returns text language plpgsql as $$"
        " declare output text; begin execute format('select (%L::%s)::text', input, type) into output; return output;"
        " exception when others then return null; end $$");
  }
  static server& shared() {
    static server one;
    return one;
  }

  void run(const std::string& sql) { rows(sql, {}); }
  /// The first column, "(null)" for null. Each parameter is a list, sent as text[].
  strings rows(const std::string& sql, std::initializer_list<const strings*> lists) {
    strings texts;
    for (const strings* list : lists)
      EXPECT_EQ(virga::types::encode_array<virga::types::text>(*list, texts.emplace_back()), nullptr);
    std::vector<const char*> values;
    for (const std::string& text : texts) values.push_back(text.c_str());
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr,
                     nullptr, 0),
        PQclear);
    const auto status = PQresultStatus(result.get());
    EXPECT_TRUE(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) << PQerrorMessage(connection_.get()) << sql;
    strings out;
    for (int row = 0; row < PQntuples(result.get()); ++row)
      out.push_back(PQgetisnull(result.get(), row, 0) != 0 ? "(null)" : PQgetvalue(result.get(), row, 0));
    return out;
  }
  /// Each text read as a value of `type` and written again.
  strings through(std::string_view type, const strings& texts) {
    return rows("select input::" + std::string(type) +
                    " from unnest($1::text[]) with ordinality as t(input, place) order by place",
                {&texts});
  }
  /// Where two texts of a type are different values. The server's texts are compared: some types have no equality,
  /// and that of others (interval, box) takes different values for equal.
  strings different(std::string_view type, const strings& left, const strings& right) {
    const std::string cast = "::" + std::string(type) + "::text";
    return rows("select l || '  is not  ' || r from unnest($1::text[], $2::text[]) as t(l, r) where l" + cast +
                    " is distinct from r" + cast,
                {&left, &right});
  }
  /// Each text as `type` writes it, "(null)" if the server does not accept it.
  strings judged(std::string_view type, const strings& texts) {
    return rows("select input_or_null(input, '" + std::string(type) +
                    "') from unnest($1::text[]) with ordinality as t(input, place) order by place",
                {&texts});
  }

 private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

/// Program to server and back.
template <class Type>
void expect_values_arrive(const std::vector<typename Type::value>& values, bool same_text) {
  strings sent;
  for (const auto& value : values) sent.push_back(tests::encoded<Type>(value));
  const strings received = server::shared().through(virga::name_in_cast<Type>, sent);
  ASSERT_EQ(received.size(), sent.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    ASSERT_TRUE(tests::decoded<Type>(received[i]) == values[i]) << Type::name << ": " << sent[i] << ": " << received[i];
    if (same_text) {
      ASSERT_EQ(received[i], sent[i]);
    }
  }
}

/// Server to program and back.
template <class Type>
void expect_texts_return(const strings& received) {
  ASSERT_FALSE(received.empty());
  strings sent;
  for (const std::string& text : received) sent.push_back(tests::encoded<Type>(tests::decoded<Type>(text)));
  EXPECT_EQ(server::shared().different(virga::name_in_cast<Type>, received, sent), strings());
}

/// What the decoder accepts the server accepts, as the same value; `exactly`: and nothing else.
template <class Type>
void expect_agreement(const strings& candidates, bool exactly) {
  strings accepted, again;
  const strings judged = server::shared().judged(virga::name_in_cast<Type>, candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    typename Type::value value{};
    const bool fine = tests::decode<Type>(candidates[i], value) == nullptr;
    const bool server_fine = judged[i] != "(null)";
    EXPECT_TRUE(exactly ? fine == server_fine : (!fine || server_fine)) << Type::name << ": " << candidates[i];
    if (!fine || !server_fine) continue;
    accepted.push_back(candidates[i]);
    again.push_back(tests::encoded<Type>(value));
  }
  EXPECT_GT(accepted.size(), candidates.size() / 20);
  EXPECT_EQ(server::shared().different(virga::name_in_cast<Type>, accepted, again), strings());
}

/// The text with up to three bytes changed, added or taken away.
inline strings mutations(std::initializer_list<const char*> texts, std::string_view alphabet, int count) {
  tests::generator random(21);
  strings out;
  for (const char* text : texts) {
    for (int i = 0; i < count; ++i) {
      std::string changed = text;
      for (std::uint64_t edits = random.below(3); edits-- != 0 && !changed.empty();) {
        const std::size_t at = random.below(changed.size());
        const std::uint64_t kind = random.below(3);
        if (kind == 0)
          changed.erase(at, 1);
        else if (kind == 1)
          changed.insert(at, random.bytes(1, alphabet));
        else
          changed.replace(at, 1, random.bytes(1, alphabet));
      }
      out.push_back(changed);
    }
  }
  return out;
}

}  // namespace tests::oracle
