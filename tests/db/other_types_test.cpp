// SPDX-License-Identifier: BSL-1.0
//
// Types of networks, bits, documents, the server's own and those of extensions, before the judge of
// support/type_oracle.hpp.
#include "support/type_oracle.hpp"
#include "virga/types/all.hpp"

namespace {

using namespace tests::oracle;
using namespace virga::types;
using virga::inet_address;

std::vector<inet_address> addresses(bool networks) {
  std::vector<inet_address> out;
  tests::generator random(51);
  for (int i = 0; i < 6000; ++i) {
    inet_address in{.family = i % 2 == 0 ? inet_address::version::v4 : inet_address::version::v6};
    in.prefix =
        static_cast<std::uint8_t>(random.below(4) == 0 ? in.longest_prefix() : random.below(in.longest_prefix() + 1));
    const std::uint64_t zeros = random.next() & random.next();
    for (std::size_t byte = 0; byte < in.size(); ++byte)
      if ((zeros >> byte & 1) == 0 && (!networks || byte < in.prefix / 8U))
        in.bytes[byte] = static_cast<std::uint8_t>(random.next());
    // Addresses of which the server writes the end as IPv4.
    if (i % 8 == 1) {
      for (std::size_t byte = 0; byte < (random.below(2) == 0 ? 10U : 12U); ++byte) in.bytes[byte] = 0;
      if (!networks) in.bytes[10] = in.bytes[11] = static_cast<std::uint8_t>(random.below(2) * 255);
    }
    out.push_back(in);
  }
  return out;
}

TEST(other_types_on_the_server, inet) {
  expect_values_arrive<inet>(addresses(false), false);
  expect_texts_return<inet>(server::shared().rows(
      "select set_masklen('0.0.0.0'::inet + n * 1048583::bigint, n % 33) from generate_series(0, 4000) n"
      " union all select set_masklen('::'::inet + n * 4398046511119 , n % 129) from generate_series(0, 4000) n",
      {}));
  expect_agreement<inet>(
      mutations({"192.168.100.128/25", "2001:4f8:3:ba::22:d1f1/64", "::ffff:1.2.3.4", "1:2:3:4:5:6:7::"}, "0129af:./",
                800),
      false);
}
TEST(other_types_on_the_server, cidr) {
  expect_values_arrive<cidr>(addresses(true), false);
  expect_texts_return<cidr>(server::shared().rows(
      "select network(set_masklen('1.2.3.4'::inet + n * 1048583::bigint, n % 33)) from generate_series(0, 2000) n",
      {}));
  expect_agreement<cidr>(mutations({"192.168.100.128/25", "10.0.0.0/8", "2001:4f8:3:ba::/64"}, "0129af:./", 800),
                         false);
}
TEST(other_types_on_the_server, hardware_addresses) {
  std::vector<virga::mac_address> six(3000);
  std::vector<virga::mac_address_8> eight(3000);
  tests::generator random(52);
  for (auto& address : six)
    for (auto& byte : address.bytes) byte = static_cast<std::uint8_t>(random.next());
  for (auto& address : eight)
    for (auto& byte : address.bytes) byte = static_cast<std::uint8_t>(random.next());
  expect_values_arrive<macaddr>(six, true);
  expect_values_arrive<macaddr8>(eight, true);
  expect_agreement<macaddr>(mutations({"08:00:2b:01:02:03"}, "0aF:-g", 1000), false);
  expect_agreement<macaddr8>(mutations({"08:00:2b:01:02:03:04:05"}, "0aF:-g", 1000), false);
}
TEST(other_types_on_the_server, bits) {
  std::vector<std::vector<bool>> values(3000);
  tests::generator random(53);
  for (auto& value : values) {
    value.resize(random.below(100));
    for (std::size_t at = 0; at < value.size(); ++at) value[at] = random.below(2) != 0;
  }
  expect_values_arrive<varbit>(values, true);
  expect_values_arrive<bit>(values, true);
  expect_texts_return<bit>(server::shared().rows("select (n * 7919)::bit(32) from generate_series(1, 2000) n", {}));
  expect_agreement<varbit>(mutations({"010101", "1", ""}, "01 2", 300), false);
  std::vector<array_of<bit>::value> lists(100, {{true, false, true}, {}, {false}});
  expect_values_arrive<array_of<bit>>(lists, false);
}
TEST(other_types_on_the_server, the_servers_own_numbers) {
  tests::generator random(54);
  std::vector<std::uint32_t> objects = {0, 4294967295U};
  std::vector<std::uint64_t> places = {0, UINT64_MAX, 1ULL << 32};
  for (int i = 0; i < 3000; ++i) {
    objects.push_back(static_cast<std::uint32_t>(random.of_any_length()));
    places.push_back(static_cast<std::uint64_t>(random.of_any_length()));
  }
  expect_values_arrive<oid>(objects, true);
  expect_values_arrive<pg_lsn>(places, false);
  expect_texts_return<oid>(server::shared().rows("select oid from pg_class", {}));
  expect_agreement<oid>(mutations({"0", "4294967295"}, "0123456789-", 500), false);
  expect_agreement<pg_lsn>(mutations({"16/B374D848", "0/0", "FFFFFFFF/FFFFFFFF"}, "09aF/- ", 500), false);
}

TEST(other_types_on_the_server, documents) {
  expect_values_arrive<xml>({"<a b=\"c\">&lt;\xc3\xa4</a>", "plain", "", "<a/><b/>"}, true);
  expect_texts_return<tsvector>(server::shared().rows(
      "select to_tsvector('english', md5(n::text) || ' the fat cats it''s \\ ' || n) from generate_series(1, 2000) n",
      {}));
  expect_values_arrive<tsvector>({"'cat':3 'fat':2,4A", "'it''s \\\\':1", ""}, true);
  expect_texts_return<tsquery>(
      server::shared().rows("select phraseto_tsquery('english', 'fat cats ' || n) || plainto_tsquery('it''s') from "
                            "generate_series(1, 2000) n",
                            {}));
  expect_values_arrive<tsquery>({"'fat' & ( 'rat' | !'cat':*AB )", ""}, true);
  expect_texts_return<money>(
      server::shared().rows("select (n * 12345.67)::money from generate_series(-500, 500) n", {}));
}

TEST(other_types_on_the_server, of_extensions) {
  for (const char* extension : {"citext", "ltree", "hstore"})
    server::shared().run("create extension if not exists " + std::string(extension));
  expect_values_arrive<citext>({"A", "a", "\xc3\x84", ""}, true);
  expect_values_arrive<ltree>({"Top.Science.Astronomy", "a", ""}, true);
  tests::generator random(55);
  std::vector<hstore::value> values(3000);
  for (auto& value : values) {
    for (std::uint64_t left = random.below(6); left != 0; --left) {
      auto& content = value[random.bytes(random.below(6), "ab\"\\, =>NULL'\n")];
      if (random.below(4) != 0) content = random.bytes(random.below(6), "ab\"\\, =>NULL'\n");
    }
  }
  expect_values_arrive<hstore>(values, false);
  expect_texts_return<hstore>(server::shared().rows(
      "select hstore(array['n', 'a\"b\\c', 'null'], array[n::text, chr(n), null]) from generate_series(1, 2000) n",
      {}));
  expect_agreement<hstore>(mutations({R"("a"=>"1", "b\""=>NULL)", ""}, "\"ab\\=>, NUL", 1000), false);
}

}  // namespace
