// SPDX-License-Identifier: BSL-1.0
#pragma once
#include "virga/types/enumeration.hpp"

namespace tests {

/// Neither in the order of its labels nor without gaps; the labels have what needs quotes.
enum class mood : unsigned char { happy = 7, sad = 1, unlabelled = 3, it_is = 0 };
enum class colour { red, green };
enum class grade { a };

}  // namespace tests

template <>
inline constexpr auto virga::enum_labels<tests::mood> = virga::pg::enum_type<tests::mood>(
    "Mood \"of\" a day",
    {{tests::mood::sad, "sad"}, {tests::mood::it_is, "it's, \"NULL\" {\\}"}, {tests::mood::happy, "fr\xc3\xb6hlich"}});
template <>
inline constexpr auto virga::enum_labels<tests::colour> = virga::pg::enum_type<tests::colour>(
    "colour", {{tests::colour::red, "red"}, {tests::colour::green, "NULL"}}, {.schema = "paint"});
template <>
inline constexpr auto virga::enum_labels<tests::grade> = virga::pg::enum_type<tests::grade>("grade",
                                                                                            {{tests::grade::a, "A"}});
