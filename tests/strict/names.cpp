// SPDX-License-Identifier: BSL-1.0
//
// Alone, since what the optimiser puts together, and so warns about, depends on what else a file has.
#include "surface.hpp"

namespace surface {

std::string named(virga::type_modifier column) { return virga::modified_name("numeric", column); }

}  // namespace surface
