// SPDX-License-Identifier: BSL-1.0
//
// Every type of virga/types/types.hpp before the judge of support/type_oracle.hpp.
#include "virga/types/types.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "support/type_oracle.hpp"
#include "virga/types/timestamp.hpp"

namespace {

using namespace virga::types;
using namespace tests::oracle;

TEST(types_on_the_server, boolean) {
  expect_values_arrive<boolean>({true, false}, true);
  expect_texts_return<boolean>(server::shared().through("boolean", {"true", "no", "1", "off", "yes"}));
}

template <class Type>
void check_whole_numbers() {
  using value = typename Type::value;
  std::vector<value> values = {std::numeric_limits<value>::min(), std::numeric_limits<value>::max(), 0, -1};
  tests::generator random(22);
  for (int i = 0; i < 5000; ++i) values.push_back(static_cast<value>(random.of_any_length()));
  expect_values_arrive<Type>(values, true);
  expect_agreement<Type>(
      mutations({"0", "-1", "32767", "-32768", "2147483647", "-2147483648", "9223372036854775807"}, "0123456789-", 60),
      false);
}
TEST(types_on_the_server, whole_numbers) {
  check_whole_numbers<smallint>();
  check_whole_numbers<integer>();
  check_whole_numbers<bigint>();
}

template <class Type, class Bits>
void check_floating_point() {
  using value = typename Type::value;
  using limits = std::numeric_limits<value>;
  std::vector<value> values = {0,
                               value(0.1),
                               limits::min(),
                               limits::max(),
                               limits::lowest(),
                               limits::denorm_min(),
                               limits::infinity(),
                               -limits::infinity(),
                               limits::epsilon()};
  tests::generator random(23);
  while (values.size() < 10000) {
    const auto any = std::bit_cast<value>(static_cast<Bits>(random.next()));
    if (!std::isnan(any)) values.push_back(any);
    values.push_back(static_cast<value>(random.of_any_length()) / 1024);
    values.push_back(limits::denorm_min() * static_cast<value>(random.below(1000)));
  }
  expect_values_arrive<Type>(values, false);
  const strings special = server::shared().through(Type::name, {"-0", "nan"});
  EXPECT_TRUE(std::signbit(tests::decoded<Type>(special[0])));
  EXPECT_TRUE(std::isnan(tests::decoded<Type>(special[1])));
  EXPECT_EQ(server::shared().through(Type::name, {tests::encoded<Type>(limits::quiet_NaN())}), strings{"NaN"});
  expect_texts_return<Type>(server::shared().rows(
      "select (random() * 10 ^ (random() * 70 - 35))::" + std::string(Type::name) + " from generate_series(1, 5000)",
      {}));
  expect_agreement<Type>(
      mutations({"1.5e+10", "1e-45", "3.4028235e+38", "1.7976931348623157e+308", "5e-324", "-Infinity"},
                "0123456789.-+e", 200),
      false);
}
TEST(types_on_the_server, floating_point) {
  check_floating_point<real, std::uint32_t>();
  check_floating_point<double_precision, std::uint64_t>();
}

TEST(types_on_the_server, numeric) {
  std::vector<virga::decimal> values = {virga::decimal("NaN"),       virga::decimal("Infinity"),
                                        virga::decimal("-Infinity"), virga::decimal("0.000"),
                                        virga::decimal("1e131071"),  virga::decimal("1e-16383")};
  tests::generator random(24);
  for (int i = 0; i < 5000; ++i) {
    const std::string digits = "1" + random.bytes(random.below(40), "0123456789");
    values.emplace_back((i % 2 == 0 ? "-" : "") + digits + "." + random.bytes(random.below(30), "0123456789"));
    values.emplace_back(digits + "e" + std::to_string(random.between(-60, 60)));
  }
  expect_values_arrive<numeric>(values, true);
  expect_texts_return<numeric>(server::shared().rows(
      "select (random()::numeric ^ (n % 7)) * 10::numeric ^ (n % 80 - 40) from generate_series(1, 3000) n", {}));
  strings candidates = mutations({"-12.3400", "1.5e-12", "1E+20", "0.001", "NaN", "-Infinity"}, "0123456789.-+eE", 300);
  for (const char* digits : {"131072", "131073"}) candidates.push_back(std::string(std::stoul(digits), '9'));
  for (const char* more : {"1e131071", "1e131072", "1e-16383", "1e-16384", "0e5", "0e-5", "0e-16384", "00100e131069"})
    candidates.emplace_back(more);
  expect_agreement<numeric>(candidates, false);
}

/// Text of any characters that UTF-8 and the server have.
std::string any_text(tests::generator& random) {
  std::string out;
  for (std::uint64_t left = random.below(30); left != 0; --left) {
    switch (random.below(4)) {
      case 0:
        out += static_cast<char>(1 + random.below(127));
        break;
      case 1:
        out += random.bytes(1, "\"\\{}, NULnul'\n");
        break;
      case 2:
        out += {static_cast<char>(0xc3), static_cast<char>(0x80 + random.below(64))};
        break;
      default:
        out += "\xf0\x9f\x8c\xa7";
    }
  }
  return out;
}

TEST(types_on_the_server, strings) {
  tests::generator random(25);
  strings values;
  for (int i = 0; i < 5000; ++i) values.push_back(any_text(random));
  expect_values_arrive<text>(values, true);
  expect_values_arrive<varchar>(values, true);
  expect_values_arrive<character>(values, true);
  EXPECT_EQ(server::shared().through("character(5)", {"ab"}), strings{"ab   "});
}

TEST(types_on_the_server, json) {
  const char* build =
      "select json_build_object('n', n, 'text', chr(1 + n % 255) || '\"\\', 'list', array[n, null], 'x', random())";
  const std::string rows = " from generate_series(1, 3000) n";
  expect_texts_return<json>(server::shared().rows(build + rows, {}));
  expect_texts_return<jsonb>(server::shared().rows(build + std::string("::jsonb") + rows, {}));
  expect_values_arrive<json>({R"({"b" : 1.50, "a":[ ], "a":"\u00e9"})", "null", "\"\""}, true);
}

TEST(types_on_the_server, uuid) {
  tests::generator random(26);
  std::vector<boost::uuids::uuid> values(3000);
  for (auto& value : values)
    std::generate(value.begin(), value.end(), [&] { return static_cast<std::uint8_t>(random.next()); });
  expect_values_arrive<uuid>(values, true);
  expect_texts_return<uuid>(server::shared().rows("select gen_random_uuid() from generate_series(1, 3000)", {}));
  expect_agreement<uuid>(mutations({"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}",
                                    "A0EE-BC99-9C0B-4EF8-BB6D-6BB9-BD38-0A11"},
                                   "0aF-{}g ", 1000),
                         true);
}

TEST(types_on_the_server, bytea) {
  tests::generator random(27);
  std::vector<bytea::value> values;
  for (int i = 0; i < 2000; ++i) {
    bytea::value& value = values.emplace_back(random.below(100));
    for (std::byte& byte : value) byte = static_cast<std::byte>(random.next());
  }
  expect_values_arrive<bytea>(values, true);
  server::shared().run("set bytea_output = escape");
  expect_values_arrive<bytea>(values, false);
  expect_texts_return<bytea>(
      server::shared().rows("select sha256(n::text::bytea) from generate_series(1, 2000) n", {}));
  server::shared().run("reset bytea_output");
}

TEST(types_on_the_server, date) {
  using days = std::chrono::days;
  std::vector<date::value> values = {date::value::min(), date::value::max(), date::value(days(iso::first_day)),
                                     date::value(days(date::last_day))};
  tests::generator random(28);
  for (int i = 0; i < 5000; ++i) {
    values.emplace_back(days(random.between(iso::first_day, date::last_day)));
    values.emplace_back(days(random.between(iso::first_day, 3000000)));
  }
  expect_values_arrive<date>(values, true);
  expect_texts_return<date>(server::shared().rows(
      "select date '4714-11-24 BC' + (n * 7919) % 2147483494 from generate_series(0, 270000, 53) n", {}));
  expect_agreement<date>(
      mutations({"2024-02-29", "0044-03-15 BC", "5874897-12-31", "4714-11-24 BC", "infinity"}, "0123456789", 400),
      false);
  EXPECT_EQ(server::shared().judged("date", {"4714-11-23 BC", "5874898-01-01"}), (strings{"(null)", "(null)"}));
}

template <class Type>
void check_timestamps(bool same_text) {
  using value = typename Type::value;
  using microseconds = std::chrono::microseconds;
  constexpr std::int64_t first = iso::first_day * 86400 * 1000000;
  std::vector<value> values = {value::min(), value::max(), value(microseconds(first)), value::max() - microseconds(1)};
  tests::generator random(29);
  for (int i = 0; i < 4000; ++i) {
    values.emplace_back(microseconds(random.between(first, iso::infinity - 1)));
    values.emplace_back(microseconds(random.of_any_length() / 1024));
    values.emplace_back(microseconds(random.between(-70000000000, 4000000000) * 1000000));
  }
  expect_values_arrive<Type>(values, same_text);
  expect_texts_return<Type>(
      server::shared().rows("select (" + std::string(Type::name) +
                                " '4714-12-02 00:00:00 BC' + n * interval '38 days 1.000019 seconds')"
                                " from generate_series(0, 60000, 13) n",
                            {}));
}
strings timestamp_candidates() {
  return mutations({"2024-02-29 23:59:59.999999", "0044-03-15 12:00:00 BC", "294247-01-10 04:00:54.775806",
                    "4714-11-24 00:00:00 BC", "1900-02-28 00:00:00"},
                   "0123456789", 500);
}
TEST(types_on_the_server, timestamptz_in_every_time_zone) {
  for (const char* zone :
       {"UTC", "Asia/Kolkata", "Europe/Dublin", "America/St_Johns", "Pacific/Kiritimati", "<X>-15:59", "<X>+15:59"}) {
    SCOPED_TRACE(zone);
    server::shared().run("set timezone = '" + std::string(zone) + "'");
    check_timestamps<timestamptz>(std::string_view(zone) == "UTC");
  }
  // The server writes offsets of up to 167 hours, though it reads 15 at most.
  server::shared().run("set timezone = '<X>-167'");
  expect_values_arrive<timestamptz>({timestamptz::value(), timestamptz::value(std::chrono::days(20000))}, false);
  strings candidates = timestamp_candidates();
  for (std::size_t i = 0; i < candidates.size(); ++i)
    candidates[i].insert(std::min(candidates[i].find(" BC"), candidates[i].size()),
                         i % 2 == 0 ? "+05:30" : "-00:25:21");
  expect_agreement<timestamptz>(candidates, false);
  server::shared().run("reset timezone");
}
TEST(types_on_the_server, timestamp) {
  check_timestamps<timestamp>(true);
  expect_agreement<timestamp>(timestamp_candidates(), false);
}

TEST(types_on_the_server, the_form_of_json_functions_is_read) {
  server::shared().run("set timezone = 'Asia/Kolkata'");
  for (const char* moment : {"2024-02-29 12:00:00.5+00", "0044-03-15 12:00:00+00 BC"}) {
    const strings in_json =
        server::shared().rows("select to_json(timestamptz '" + std::string(moment) + "') #>> '{}'", {});
    EXPECT_EQ(tests::encoded<timestamptz>(tests::decoded<timestamptz>(in_json[0])), moment);
  }
  server::shared().run("reset timezone");
}

TEST(types_on_the_server, arrays) {
  tests::generator random(30);
  std::vector<strings> lists(1500);
  std::vector<std::vector<std::int64_t>> numbers(1500);
  std::vector<std::vector<bool>> flags(300);
  std::vector<std::vector<bytea::value>> bytes(300);
  std::vector<std::vector<timestamptz::value>> moments(300);
  for (auto& list : lists)
    for (std::uint64_t left = random.below(8); left != 0; --left) list.push_back(any_text(random));
  for (auto& list : numbers)
    for (std::uint64_t left = random.below(8); left != 0; --left) list.push_back(random.of_any_length());
  for (auto& list : flags) list.assign(random.below(5), random.below(2) != 0);
  for (auto& list : bytes) list.assign(random.below(5), bytea::value(random.below(5), std::byte{'\\'}));
  for (auto& list : moments)
    list.assign(random.below(5), timestamptz::value(std::chrono::microseconds(random.of_any_length() / 1024)));
  expect_values_arrive<array_of<text>>(lists, false);
  expect_values_arrive<array_of<character>>(lists, false);
  expect_values_arrive<array_of<bigint>>(numbers, true);
  expect_values_arrive<array_of<boolean>>(flags, true);
  expect_values_arrive<array_of<bytea>>(bytes, false);
  expect_values_arrive<array_of<timestamptz>>(moments, false);
  std::string with_null;
  ASSERT_EQ(encode_array<text>(std::vector<std::optional<std::string>>{"NULL", std::nullopt, ""}, with_null), nullptr);
  EXPECT_EQ(server::shared().rows("select coalesce(e, 'is null') from unnest('" + with_null + "'::text[]) e", {}),
            (strings{"NULL", "is null", ""}));
  const strings refused = server::shared().through("integer[]", {"{1,NULL}", "{{1},{2}}", "[0:0]={1}", "{}"});
  for (const std::string& text : refused)
    EXPECT_EQ(tests::decode_fault<array_of<integer>>(text).empty(), text == "{}") << text;
}

}  // namespace
