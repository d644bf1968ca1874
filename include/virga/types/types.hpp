// SPDX-License-Identifier: BSL-1.0
//
// The types that most tables have; the others are included by name, or all of them by virga/types/all.hpp.
#pragma once
#include "virga/types/array.hpp"
#include "virga/types/boolean.hpp"
#include "virga/types/bytea.hpp"
#include "virga/types/date.hpp"
#include "virga/types/floating.hpp"
#include "virga/types/integer.hpp"
#include "virga/types/json.hpp"
#include "virga/types/numeric.hpp"
#include "virga/types/stored_as.hpp"
#include "virga/types/string.hpp"
#include "virga/types/timestamptz.hpp"
#include "virga/types/uuid.hpp"
