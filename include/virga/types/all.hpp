// SPDX-License-Identifier: BSL-1.0
//
// Every type, the rare and the dear ones too.
#pragma once
#include "virga/types/enumeration.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/time.hpp"
#include "virga/types/timestamp.hpp"
#include "virga/types/types.hpp"
