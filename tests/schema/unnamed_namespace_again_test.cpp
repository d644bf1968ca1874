// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it and its neighbour are two translation units.
#include "schema/unnamed_namespace.hpp"
#include "virga/virga.hpp"

namespace {

using namespace virga;

template <class Mode>
struct readings_table {
  static constexpr auto table = pg::table("second_readings");
  col<Mode, pg::bigint("key").primary_key()> key{};
};
constexpr virga::table<readings_table> readings;

}  // namespace

namespace tests {

std::string text_of_the_other_files_delete() {
  return std::string(delete_from(readings).where(readings.key == 1).text());
}
std::string ddl_of_the_other_files_table() { return create_statements(readings).at(0); }

}  // namespace tests
