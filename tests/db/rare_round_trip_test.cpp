// SPDX-License-Identifier: BSL-1.0
//
// Generated values of types whose text is the server's own, and what the tests beside this leave out: the server's
// texts of ranges and figures, enums, JSON as trees and structs, arrays that begin at any index.
#include "support/moods.hpp"
#include "support/settings.hpp"
#include "support/type_oracle.hpp"
#include "virga/ddl/create_type.hpp"
#include "virga/types/all.hpp"
#include "virga/types/json_tree.hpp"

namespace {

using namespace tests::oracle;
using namespace virga::types;
const std::string thousand = " from generate_series(1, 3000) n";

template <class Type>
void expect_server_texts_return(const std::string& expression) {
  SCOPED_TRACE(expression);
  expect_texts_return<Type>(server::shared().rows("select (" + expression + ")::text" + thousand, {}));
}

TEST(rare_round_trips, documents_of_generated_texts) {
  expect_server_texts_return<xml>(
      "xmlelement(name a, xmlattributes(n as b, chr(33 + n % 90) as c), chr(32 + n), md5(n::text))");
  expect_server_texts_return<tsvector>(
      "setweight(to_tsvector('simple', md5(n::text) || ' ' || chr(33 + n) || ' it''s \\\\'), 'B')");
  expect_server_texts_return<tsquery>("to_tsquery('simple', 'a' || n || ' & !(b:*AB | c <' || 1 + n % 9 || '> d)')");
  expect_server_texts_return<money>(
      "case n when 1 then '-92233720368547758.08' when 2 then '92233720368547758.07' else "
      "((n - 1500) * 1234567.89)::text end::money");
  expect_server_texts_return<character>("(left(md5(n::text), n % 6))::character(5)");
  server::shared().run("create extension if not exists citext");
  server::shared().run("create extension if not exists ltree");
  expect_server_texts_return<citext>("(md5(n::text) || chr(32 + n))::citext");
  expect_server_texts_return<ltree>("(md5(n::text) || '.' || n || '.a_b')::ltree");
  tests::generator random(95);
  strings texts;
  for (int i = 0; i < 3000; ++i) texts.push_back(random.bytes(random.below(20), "aB \"'\\{},\n\xc2\xa7"));
  std::erase_if(texts, [](const std::string& text) {  // half a character
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\xc2' ? i + 1 == text.size() || text[i + 1] != '\xa7'
                            : text[i] == '\xa7' && (i == 0 || text[i - 1] != '\xc2'))
        return true;
    return false;
  });
  ASSERT_GT(texts.size(), 500U);
  expect_values_arrive<citext>(texts, true);
  expect_values_arrive<character>(texts, true);
}

TEST(rare_round_trips, numbers_and_addresses_of_the_server) {
  expect_server_texts_return<macaddr>(
      "('08:00:2b:' || to_hex(16 + n % 200) || ':02:' || to_hex(16 + n / 16))::macaddr");
  expect_server_texts_return<macaddr8>(
      "('08:00:2b:01:02:' || to_hex(16 + n % 200) || ':04:' || to_hex(16 + n / 16))::macaddr8");
  expect_server_texts_return<pg_lsn>("'0/0'::pg_lsn + n * 1234567890123::numeric");
  expect_server_texts_return<varbit>("substring((n * 7919)::bit(32)::varbit for n % 33)");
  expect_texts_return<pg_lsn>({"0/0", "FFFFFFFF/FFFFFFFF"});
}

TEST(rare_round_trips, figures_of_the_server) {
  const std::string point = "point(random() * 1000 - 500, random() / 1e10)";
  expect_server_texts_return<lseg>("lseg(" + point + ", " + point + ")");
  expect_server_texts_return<line>("line(" + point + ", " + point + ")");
  expect_server_texts_return<circle>("circle(" + point + ", random() * n)");
  expect_server_texts_return<path>("case n % 2 when 0 then popen(path(polygon(n % 9 + 2, circle(" + point +
                                   ", n)))) else "
                                   "path(polygon(n % 9 + 2, circle(" +
                                   point + ", n))) end");
  expect_server_texts_return<polygon>("polygon(n % 9 + 2, circle(" + point + ", n))");
  expect_texts_return<virga::types::point>({"(NaN,Infinity)", "(-0,-Infinity)", "(5e-324,1.7976931348623157e+308)"});
}

TEST(rare_round_trips, ranges_of_the_server) {
  const std::string bounds = "(array['[]', '[)', '(]', '()'])[1 + n % 4])";
  expect_server_texts_return<int4range>("int4range(nullif(n % 7, 0) - n, nullif(n % 5, 0) + n, " + bounds);
  expect_server_texts_return<int8range>("int8range(nullif(n % 7, 0) - n * 10000000000, nullif(n % 5, 0) + n, " +
                                        bounds);
  expect_server_texts_return<numrange>("numrange(nullif(n % 7, 0) / 3.0 - n, nullif(n % 5, 0) + n, " + bounds);
  expect_server_texts_return<daterange>(
      "daterange('2024-01-01'::date - nullif(n % 7, 0) * n, '2024-01-01'::date + n, " + bounds);
  for (const char* zone : {"UTC", "America/St_Johns"}) {
    server::shared().run("set timezone = '" + std::string(zone) + "'");
    const auto between = [&](const std::string& type) {
      return type + "range(case when n % 7 <> 0 then '1999-01-08 04:05:06.789'::" +
             (type == "ts" ? "timestamp" : "timestamptz") +
             " - n * interval '1 day 1.000001 s' end, case when n % 5 <> 0 then '2024-01-01'::" +
             (type == "ts" ? "timestamp" : "timestamptz") + " + n * interval '1.5 s' end, " + bounds;
    };
    expect_server_texts_return<tsrange>(between("ts"));
    expect_server_texts_return<tstzrange>(between("tstz"));
    expect_server_texts_return<tsmultirange>("tsmultirange(" + between("ts") + ", tsrange('2150-01-01', null))");
    expect_server_texts_return<tstzmultirange>("tstzmultirange(" + between("tstz") +
                                               ", tstzrange('2150-01-01', null))");
  }
  server::shared().run("reset timezone");
  expect_server_texts_return<int4multirange>(
      "int4multirange(int4range(-n, n), int4range(n + 5, nullif(n % 3, 0) + n + 6))");
  expect_server_texts_return<int8multirange>("int8multirange(int8range(-n * 10000000000, n), int8range(n + 5, null))");
  expect_server_texts_return<nummultirange>("nummultirange(numrange(n / 7.0, n, '[]'), numrange(n + 0.5, null))");
  expect_server_texts_return<datemultirange>(
      "datemultirange(daterange('-infinity', '2024-01-01'::date + n), "
      "daterange('2050-01-01', case n % 2 when 0 then 'infinity'::date end, '[]'))");
  expect_texts_return<int8range>(
      {"[-9223372036854775808,9223372036854775807)", "(,)", "empty", "(,-9223372036854775807)"});
  expect_texts_return<numrange>({"[NaN,NaN]", "(-Infinity,Infinity]", "[1.500,1.50]"});
  const auto number = [](const char* text) { return virga::decimal(text); };
  expect_agreement<numrange>(mutations({"[1.50,3)", "(,-20.0]", "empty", "[-Infinity,NaN]"}, "012,()[].\"\\-", 500),
                             false);
  expect_agreement<daterange>(mutations({"[2024-02-28,2024-03-01)", "(,infinity]"}, "0123456789,()[]-", 500), false);
  expect_values_arrive<numrange>({{.lower = number("0.000"), .upper = number("1e-16383")}}, false);
}

TEST(rare_round_trips, enums) {
  using tests::mood;
  using type = enumeration<mood>;
  server::shared().run("drop type if exists \"Mood \"\"of\"\" a day\"");
  server::shared().run(virga::ddl::create_enum(type::facts));
  const mood all[] = {mood::sad, mood::it_is, mood::happy};
  tests::generator random(96);
  std::vector<mood> values(3000);
  std::vector<std::vector<std::optional<mood>>> lists(1000);
  for (mood& each : values) each = all[random.below(3)];
  for (auto& list : lists)
    for (std::uint64_t left = random.below(5); left != 0; --left)
      list.push_back(random.below(4) == 0 ? std::nullopt : std::optional(all[random.below(3)]));
  expect_values_arrive<type>(values, true);
  expect_values_arrive<nested_array_of<type, 1, true>>(lists, false);
}

TEST(rare_round_trips, json_as_trees_and_structs) {
  const char* build =
      "jsonb_build_object('n', n, 'text', chr(1 + n % 255) || '\"\\', 'list', array[n, null], 'x', random(), 'deep', "
      "jsonb_build_object('é', n / 8.0::float8, '', '{}'::jsonb, 'b', n % 2 = 0))";
  expect_server_texts_return<as_type<jsonb, boost::json::value>>(build);
  expect_server_texts_return<as_type<jsonb, std::map<std::string, virga::json_text>>>(build);
  using type = as_type<jsonb, tests::settings>;
  tests::generator random(97);
  std::vector<tests::settings> values(3000, tests::some_settings());
  for (tests::settings& each : values) {
    each.count = random.of_any_length();
    do each.ratio = std::bit_cast<double>(random.next());
    while (each.ratio - each.ratio != 0 || std::signbit(each.ratio));
    each.price =
        virga::decimal(std::to_string(random.of_any_length()) + "." + random.bytes(1 + random.below(30), "0123456789"));
    each.note = random.bytes(random.below(9), "ab\"\\\n\t/\1\x7f");
    if (random.below(2) == 0) each.note.reset();
    each.rules.resize(random.below(4), {"a", 7});
    each.groups[random.bytes(3, "ab\"\\")] = {1, -2, std::numeric_limits<int>::min()};
  }
  expect_values_arrive<type>(values, false);
}

TEST(rare_round_trips, arrays_that_begin_at_any_index) {
  using flat = as_type<array_of<integer>, virga::indexed_array<std::vector<std::int32_t>>>;
  using cells = std::vector<std::vector<std::optional<std::string>>>;
  using grid = as_type<nested_array_of<text, 2, true>, virga::indexed_array<cells>>;
  EXPECT_EQ(tests::encoded<grid>({{{"a", std::nullopt}}, {-1, 2}}), R"([-1:-1][2:3]={{"a",NULL}})");
  EXPECT_EQ(tests::decoded<flat>("[1:2]={7,8}"), (flat::value{{7, 8}, {}}));
  for (const char* text :
       {"[0:1]={7}", "[0:0][0:0]={7}", "[2:1]={}", "[0:0]{7}", "[0]={7}", "[0:x]={7}", "[0:0]=", "[0:0]={}"})
    EXPECT_NE(tests::decode_fault<flat>(text), "") << text;
  EXPECT_NE(tests::encode_fault<flat>({{1}, {0, 0}}), "");
  EXPECT_NE(tests::encode_fault<flat>({{}, {0}}), "");
  EXPECT_NE(tests::encode_fault<flat>({{1, 2}, {2147483646}}), "");
  tests::generator random(98);
  std::vector<flat::value> lists(2000);
  std::vector<grid::value> grids(1000);
  for (auto& [elements, first] : lists) {
    for (std::uint64_t left = random.below(5); left != 0; --left)
      elements.push_back(static_cast<std::int32_t>(random.next()));
    const auto from = static_cast<std::int32_t>(random.of_any_length()) / 2;
    if (!elements.empty() && from != 1) first = {from};
  }
  for (auto& [elements, first] : grids) {
    elements.assign(1 + random.below(3), {"NULL", std::nullopt, random.bytes(2, "a\"\\ ")});
    first = {static_cast<std::int32_t>(random.between(-9, 9)), static_cast<std::int32_t>(random.between(2, 9))};
  }
  expect_values_arrive<flat>(lists, false);
  expect_values_arrive<grid>(grids, false);
  expect_server_texts_return<flat>("array_prepend(n, array[n, -n])");
  expect_server_texts_return<grid>("('[' || -n || ':' || 1 - n || '][0:0]={{a},{NULL}}')::text[]");
}

}  // namespace
