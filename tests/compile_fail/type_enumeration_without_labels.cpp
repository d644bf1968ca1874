// SPDX-License-Identifier: BSL-1.0
// expect: virga: this enumeration has no labels yet; specialise virga::enum_labels
#include <virga/types/enumeration.hpp>
#include <virga/virga.hpp>

enum class mood { sad, happy };
enum class taste { sweet };
template <>
inline constexpr auto virga::enum_labels<taste> = virga::pg::enum_type<taste>("taste", {{taste::sweet, "sweet"}});

auto program(virga::parameter_text& text) {
#ifdef COMPILE_FAIL
  (void)text;
  return sizeof(virga::types::enumeration<mood>);
#else
  return virga::types::enumeration<taste>::encode(taste::sweet, text);
#endif
}
