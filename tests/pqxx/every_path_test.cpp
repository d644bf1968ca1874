// SPDX-License-Identifier: BSL-1.0
//
// Whatever way rows come, as text or binary, at once or one by one, they are those of a program's own libpqxx
// transaction.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using virga::select;

template <class Mode>
struct samples_table {
  static constexpr auto table = pg::table("samples");
  virga::col<Mode, pg::bigint("id").primary_key()> id{};
  virga::col<Mode, pg::text("name").not_null()> name{};
  virga::col<Mode, pg::integer("level")> level{};
  virga::col<Mode, pg::double_precision("value")> value{};
  virga::col<Mode, pg::timestamptz("at")> at{};
  virga::col<Mode, pg::boolean("valid")> valid{};
  virga::col<Mode, pg::bytea("data")> data{};
};
constexpr virga::table<samples_table> samples;
using Sample = virga::infer_select<samples>;

/// A number for a sequence of rows that another sequence will hardly have.
class digest {
 public:
  void add(const Sample& row) {
    ++rows_;
    add(row.id);
    add(row.name);
    add(row.level);
    add(row.value);
    add(row.at);
    add(row.valid);
    add(row.data);
  }
  template <class Rows>
  static digest of(Rows&& rows) {
    digest all;
    for (const Sample& row : rows) all.add(row);
    return all;
  }
  friend bool operator==(const digest&, const digest&) = default;
  friend void PrintTo(const digest& of, std::ostream* to) { *to << of.rows_ << " rows, digest " << of.hash_; }

 private:
  void mix(std::uint64_t bits) { hash_ = (hash_ ^ bits) * 0x9e3779b97f4a7c15U + (hash_ >> 29U); }
  void add(std::int64_t value) { mix(static_cast<std::uint64_t>(value)); }
  void add(double value) { mix(std::bit_cast<std::uint64_t>(value)); }
  void add(bool value) { mix(value ? 3 : 5); }
  void add(int value) { mix(static_cast<std::uint64_t>(value)); }
  void add(const std::string& text) { mix(std::hash<std::string_view>()(text) + text.size()); }
  void add(const std::vector<std::byte>& bytes) {
    mix(std::hash<std::string_view>()({reinterpret_cast<const char*>(bytes.data()), bytes.size()}) + bytes.size());
  }
  void add(const virga::types::timestamptz::value& moment) { add(std::int64_t{moment.time_since_epoch().count()}); }
  template <class Value>
  void add(const std::optional<Value>& value) {
    if (value)
      add(*value);
    else
      mix(7);
  }
  std::size_t rows_ = 0;
  std::uint64_t hash_ = 1;
};

class every_path : public ::testing::Test {
 protected:
  void SetUp() override { virga::create_tables(on, samples); }
  void run(const char* text) { execute(on, virga::statement{text, nullptr, 0, false}); }

  const std::string url = tests::fresh_database();
  virga::connection on{url};
};

TEST_F(every_path, gives_the_rows_of_the_plain_one) {
  const auto query = select().from(samples).order_by(samples.id);
  const auto none = select().from(samples).where(samples.id < 0);
  const auto one = select().from(samples).where(samples.id == 3);
  run("insert into samples values (1, '', 0, 0, '2000-01-01', false, ''), (2, 'nulls', null, null, null, null, null), "
      "(3, E'tab\\t line\\n \\\\ \\\\N \\\\.', -2147483648, '-0', '-infinity', false, ''), "
      "(4, 'x', 2147483647, 'NaN', 'infinity', true, '\\x00ff5c'), (5, repeat('y', 10000000), 0, 1e-320, now(), true, "
      "decode(repeat('00ff', 5000000), 'hex'))");
  pqxx::connection plain(url);
  pqxx::work work{plain};
  const auto check = [&](const auto& of, std::size_t count) {
    const auto rows = of.all(work);
    ASSERT_EQ(rows.size(), count);
    const digest expected = digest::of(rows);
    for (int round = 0; round < 2; ++round) {  // the first is text, the second binary
      EXPECT_EQ(digest::of(of.all(on)), expected);
      EXPECT_EQ(digest::of(of.stream(on)), expected);
      const auto [first, second] = on.batch(of, of);
      EXPECT_EQ(digest::of(first), expected);
      EXPECT_EQ(digest::of(second), expected);
      digest each;
      of.each(on, [&](const Sample& row) { each.add(row); });
      EXPECT_EQ(each, expected);
      digest viewed;
      const auto views = of.view(on);
      for (auto row : views)
        viewed.add({.id = row[samples.id],
                    .name = std::string(row[samples.name]),
                    .level = row[samples.level],
                    .value = row[samples.value],
                    .at = row[samples.at],
                    .valid = row[samples.valid],
                    .data = row[samples.data]});
      EXPECT_EQ(viewed, expected);
    }
    EXPECT_EQ(digest::of(of.stream(work)), expected) << "by a cursor";
    if (count == 1) {
      EXPECT_EQ(digest::of(std::vector{of.one(on)}), expected);
      EXPECT_EQ(digest::of(std::vector{*of.first(on)}), expected);
    }
  };
  check(query, 5);
  check(none, 0);
  check(one, 1);
  EXPECT_EQ(digest::of(virga::copy_out(query).stream(on)), digest::of(query.all(work)));
}

TEST_F(every_path, gives_a_million_rows_alike) {
  run("alter table samples set unlogged");
  run("insert into samples select i, case when i % 10 = 0 then '' else 'name ' || i end, case when i % 3 <> 0 then i - "
      "500000 end, case when i % 5 <> 0 then i * 0.37 end, case when i % 7 <> 0 then '2024-02-29 "
      "12:00+00'::timestamptz + "
      "i * '1.234567 s'::interval end, case when i % 11 <> 0 then i % 2 = 0 end, null from generate_series(1, 1000000) "
      "i");
  const auto query = select().from(samples);  // in the order in which they were written
  const digest all = digest::of(query.all(on));
  EXPECT_EQ(digest::of(query.stream(on)), all) << "binary, and one by one";
}

}  // namespace
