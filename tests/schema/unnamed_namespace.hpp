// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>

namespace tests {

std::string text_of_the_other_files_delete();
std::string ddl_of_the_other_files_table();

}  // namespace tests
