// SPDX-License-Identifier: BSL-1.0
#include "virga/exec/copy_text.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "types/codec_checks.hpp"
#include "virga/types/string.hpp"
#include "virga/types/types.hpp"

namespace {

using virga::exec::copy_line;
using virga::exec::copy_writer;

std::string written(std::string_view text) {
  std::string out;
  copy_writer::text(text, out);
  return out;
}
/// The cells of a line, an empty optional for null.
template <std::size_t Columns>
std::vector<std::optional<std::string>> cells(std::string line) {
  copy_line<Columns> reading;
  std::vector<std::optional<std::string>> out(reading.read(line.data(), line.size()));
  for (std::size_t i = 0; i < out.size() && i < Columns; ++i)
    if (!reading.at(0, i).null) out[i] = reading.at(0, i).text();
  return out;
}
using some = std::vector<std::optional<std::string>>;

TEST(copy_text, escapes_what_would_end_a_cell_or_a_line) {
  EXPECT_EQ(written("plain"), "plain");
  EXPECT_EQ(written("a\tb\nc\rd\\e"), "a\\tb\\nc\\rd\\\\e");
  EXPECT_EQ(written("\\N"), "\\\\N");
  EXPECT_EQ(written("\\."), "\\\\.");
  EXPECT_EQ(written("\x01\x0b\x7f\xff"), "\x01\x0b\x7f\xff");
}

TEST(copy_text, reads_the_lines_of_the_server) {
  EXPECT_EQ(cells<1>("\n"), some{""});
  EXPECT_EQ(cells<3>("1\t\\N\ttext\n"), (some{"1", std::nullopt, "text"}));
  EXPECT_EQ(cells<3>("\t\t\n"), (some{"", "", ""}));
  EXPECT_EQ(cells<2>("\\N\t\\N\n"), (some{std::nullopt, std::nullopt}));
  EXPECT_EQ(cells<2>("\\\\N\t\\N\n"), (some{"\\N", std::nullopt}));
  EXPECT_EQ(cells<1>("\\b\\f\\n\\r\\t\\v\\\\\n"), some{"\b\f\n\r\t\v\\"});
  EXPECT_EQ(cells<2>("a\\tb\tc\n"), (some{"a\tb", "c"}));
  EXPECT_EQ(cells<1>("\\\\x00ff\n"), some{"\\x00ff"});
}

TEST(copy_text, counts_cells_that_nobody_expects) {
  EXPECT_EQ(cells<1>("1\t2\t3\n").size(), 3U);
  EXPECT_EQ(cells<3>("1\n").size(), 1U);
}

TEST(copy_text, of_any_bytes_comes_back) {
  tests::generator random(41);
  for (int i = 0; i < 20'000; ++i) {
    some given(1 + random.below(4));
    std::string line;
    for (std::size_t cell = 0; cell < given.size(); ++cell) {
      if (cell != 0) line += '\t';
      if (random.below(5) == 0) {
        copy_writer::null(line);
        continue;
      }
      given[cell] = random.bytes(random.below(9), random.below(2) == 0 ? "\\N.\t\n\rbx" : "ab\\\"{},\x01\xff\v\f\b");
      copy_writer::text(*given[cell], line);
    }
    EXPECT_EQ(line.find('\n'), line.npos);
    EXPECT_EQ(cells<4>(line + '\n'), given) << line;
  }
}

TEST(copy_text, never_reads_past_the_end_of_a_broken_line) {
  EXPECT_EQ(cells<1>(""), some{""});
  EXPECT_EQ(cells<1>("\\"), some{"\\"});
  EXPECT_EQ(cells<2>("a\t\\\n"), (some{"a", "\\"}));
  EXPECT_EQ(cells<1>("\\N"), some{std::nullopt});
}

TEST(copy_text, takes_what_arrays_take) {
  virga::parameter_text room;
  std::string out;
  namespace types = virga::types;
  EXPECT_EQ((types::append_element<types::bigint, copy_writer>(5, room, out)), nullptr);
  EXPECT_EQ((types::append_element<types::bigint, copy_writer>(std::optional<std::int64_t>(), room, out)), nullptr);
  EXPECT_EQ((types::append_element<types::text, copy_writer>(std::string_view("\t"), room, out)), nullptr);
  EXPECT_EQ((types::append_element<types::bytea, copy_writer>(types::bytea::value{std::byte{10}}, room, out)), nullptr);
  EXPECT_EQ(
      (types::append_element<types::array_of<types::text>, copy_writer>(std::vector<std::string>{"\\"}, room, out)),
      nullptr);
  EXPECT_EQ(out, "5\\N\\t\\\\x0a{\"\\\\\\\\\"}");
  EXPECT_NE((types::append_element<types::text, copy_writer>(std::string("\0", 1), room, out)), nullptr);
}

}  // namespace
