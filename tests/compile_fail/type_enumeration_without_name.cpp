// SPDX-License-Identifier: BSL-1.0
// expect: virga: the name of an enum type has 1 to 63 bytes
#include <virga/types/enumeration.hpp>

enum class taste { sweet, sour };
template <>
inline constexpr auto virga::enum_labels<taste> =
#ifdef COMPILE_FAIL
    virga::pg::enum_type<taste>("", {{taste::sweet, "sweet"}, {taste::sour, "sour"}});
#else
    virga::pg::enum_type<taste>("taste", {{taste::sweet, "sweet"}, {taste::sour, "sour"}});
#endif

auto program(virga::parameter_text& text) { return virga::types::enumeration<taste>::encode(taste::sweet, text); }
