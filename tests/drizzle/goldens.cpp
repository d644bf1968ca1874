// SPDX-License-Identifier: BSL-1.0
#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "drizzle/harness.hpp"

namespace tests::drizzle {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) { return json::value_to<std::string>(value); }

cell cell_of(const json::value& value) { return value.is_null() ? cell() : cell(text_of(value)); }

row row_of(const json::value& cells) {
  row result;
  for (const json::value& one : cells.as_array()) result.push_back(cell_of(one));
  return result;
}

rows rows_of(const json::value& list) {
  rows result;
  for (const json::value& one : list.as_array()) result.push_back(row_of(one));
  return result;
}

golden golden_of(const json::object& fields) {
  golden result;
  result.name = text_of(fields.at("case"));
  result.group = text_of(fields.at("group"));
  result.statement.text = text_of(fields.at("sql"));
  result.statement.params = row_of(fields.at("params"));
  result.ordered = fields.at("ordered").as_bool();
  result.expected.given = rows_of(fields.at("rows"));
  if (const json::value* tables = fields.if_contains("afterwards"))
    for (const auto& table : tables->as_object())
      result.expected.afterwards.emplace(std::string(table.key()), rows_of(table.value()));
  return result;
}

golden changed(const json::object& fields) {
  golden result = golden_named(text_of(fields.at("case")));
  if (const json::value* text = fields.if_contains("sql")) result.statement.text = text_of(*text);
  if (const json::value* params = fields.if_contains("params")) result.statement.params = row_of(*params);
  if (const json::value* given = fields.if_contains("rows")) result.expected.given = rows_of(*given);
  return result;
}

std::vector<golden> read(const std::string& path, golden (*make)(const json::object&)) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::vector<golden> result;
  const json::value list = json::parse(text.str());
  for (const json::value& one : list.as_array()) result.push_back(make(one.as_object()));
  return result;
}

}  // namespace

const std::vector<golden>& goldens() {
  static const std::vector<golden> all = read(VIRGA_DRIZZLE_DIRECTORY "/goldens.json", golden_of);
  return all;
}
const std::vector<golden>& candidate_goldens() {
  static const std::vector<golden> all = read(VIRGA_DRIZZLE_DIRECTORY "/candidate.json", changed);
  return all;
}

}  // namespace tests::drizzle
