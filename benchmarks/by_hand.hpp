// SPDX-License-Identifier: BSL-1.0
//
// What a careful C++ programmer writes over libpq: text read with from_chars and written with to_chars; and the server
// that all benchmarks share.
#pragma once
#include <benchmark/benchmark.h>
#include <libpq-fe.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <virga/testing/postgres.hpp>

namespace bench {

using moment = std::chrono::sys_time<std::chrono::microseconds>;

/// The server of DATABASE_URL, or one of the program's own.
inline const std::string& server_url() {
  static std::optional<virga::testing::postgres> server;
  static const std::string url = [] {
    const char* given = std::getenv("DATABASE_URL");
    if (given == nullptr) server.emplace();
    return given != nullptr ? std::string(given) : server->url();
  }();
  return url;
}

template <class Number>
Number read_number(const char* text, int size) {
  Number value{};
  std::from_chars(text, text + size, value);
  return value;
}
// `2024-02-29 23:59:59.123456+00`, the server's time zone being UTC
inline moment read_time(const char* text, int size) {
  const auto two = [&](int at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const std::chrono::year_month_day day{std::chrono::year(two(0) * 100 + two(2)),
                                        std::chrono::month(static_cast<unsigned>(two(5))),
                                        std::chrono::day(static_cast<unsigned>(two(8)))};
  std::int64_t fraction = 0;
  if (text[19] == '.') {
    int digits = 0;
    for (int at = 20; at < size && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
      fraction = fraction * 10 + (text[at] - '0');
    for (; digits < 6; ++digits) fraction *= 10;
  }
  return std::chrono::sys_days(day) + std::chrono::hours(two(11)) + std::chrono::minutes(two(14)) +
         std::chrono::seconds(two(17)) + std::chrono::microseconds(fraction);
}

inline void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
}
template <class Number>
void append_number(Number value, std::string& out) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}
inline void append_time(moment at, std::string& out) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  char text[] = "0000-00-00 00:00:00.000000+00";
  const auto put = [&](int end, long value, int digits) {
    for (; digits-- != 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, static_cast<int>(date.year()), 4);
  put(7, static_cast<unsigned>(date.month()), 2);
  put(10, static_cast<unsigned>(date.day()), 2);
  put(13, time.hours().count(), 2);
  put(16, time.minutes().count(), 2);
  put(19, time.seconds().count(), 2);
  put(26, time.subseconds().count(), 6);
  out.append(text, sizeof text - 1);
}

/// Sends what is left of a COPY, takes its end, and undoes the transaction around it.
inline void finish_copy(PGconn* on, const std::string& rest, benchmark::State& state) {
  PQputCopyData(on, rest.data(), static_cast<int>(rest.size()));
  PQputCopyEnd(on, nullptr);
  PGresult* const result = PQgetResult(on);
  if (PQresultStatus(result) != PGRES_COMMAND_OK) state.SkipWithError(PQerrorMessage(on));
  PQclear(result);
  PQclear(PQgetResult(on));
  PQclear(PQexec(on, "rollback"));
}

}  // namespace bench
