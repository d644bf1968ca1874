// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "support/moods.hpp"
#include "virga/types/json_record.hpp"
#include "virga/types/uuid.hpp"

/// What a program might keep in a column of JSON.
namespace tests {

enum class theme { dark, light };
BOOST_DESCRIBE_ENUM(theme, dark, light)

struct rule {
  std::string name;
  std::optional<int> width;
  friend bool operator==(const rule&, const rule&) = default;
};
BOOST_DESCRIBE_STRUCT(rule, (), (name, width))

struct settings {
  tests::theme theme{};
  bool shown = false;
  std::int64_t count = 0;
  double ratio = 0;
  virga::decimal price;
  std::optional<std::string> note;
  std::vector<rule> rules;
  std::map<std::string, std::vector<int>> groups;
  boost::uuids::uuid key{};
  friend bool operator==(const settings&, const settings&) = default;
};
BOOST_DESCRIBE_STRUCT(settings, (), (theme, shown, count, ratio, price, note, rules, groups, key))

inline settings some_settings() {
  return {.theme = theme::light,
          .shown = true,
          .count = INT64_MIN,
          .ratio = 0.1,
          .price = virga::decimal("12345678901234567890.10"),
          .note = "\"quoted\" \\ \n \xc3\xa9",
          .rules = {{"first", 7}, {"second", std::nullopt}},
          .groups = {{"a b", {1, 2}}, {"", {}}},
          .key = virga::uuid_from("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")};
}

}  // namespace tests
