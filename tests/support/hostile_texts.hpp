// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <string>
#include <vector>

namespace tests {

/// Texts that would be SQL, array syntax or a placeholder if they were ever put into the text of a statement.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> all{"",
                                            " ",
                                            "'",
                                            "''",
                                            "'; drop table letters; --",
                                            "\"",
                                            "\"\"",
                                            "\\",
                                            "\\\\",
                                            "\\'",
                                            "\\x41",
                                            "{",
                                            "}",
                                            "{}",
                                            "{{}}",
                                            "{\"a\",NULL}",
                                            ",",
                                            "a,b",
                                            "NULL",
                                            "null",
                                            "default",
                                            "$1",
                                            "$$",
                                            "$tag$ x $tag$",
                                            "-- comment",
                                            "/* comment */",
                                            "/*",
                                            "a\nb\r\nc",
                                            "\t",
                                            "\x01\x02\x1f\x7f",
                                            "?",
                                            ":name",
                                            "%s %d %",
                                            "100%_\\%",
                                            "\xc3\xa4\xc3\xb6\xc3\xbc",
                                            "\xe6\xbc\xa2\xe5\xad\x97",
                                            "\xf0\x9f\x98\x80",
                                            "\xe2\x80\xae",
                                            "E'\\n'",
                                            "U&'\\0041'",
                                            std::string(400, '\'') + std::string(100, '"')};
  return all;
}

}  // namespace tests
