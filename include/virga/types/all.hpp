// SPDX-License-Identifier: BSL-1.0
//
// Every type, the rare and the dear ones too.
#pragma once
#include "virga/types/bit.hpp"
#include "virga/types/citext.hpp"
#include "virga/types/enumeration.hpp"
#include "virga/types/geometry.hpp"
#include "virga/types/hstore.hpp"
#include "virga/types/inet.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/ltree.hpp"
#include "virga/types/macaddr.hpp"
#include "virga/types/money.hpp"
#include "virga/types/nested_array.hpp"
#include "virga/types/oid.hpp"
#include "virga/types/pg_lsn.hpp"
#include "virga/types/range.hpp"
#include "virga/types/time.hpp"
#include "virga/types/timestamp.hpp"
#include "virga/types/timestamp_range.hpp"
#include "virga/types/tsvector.hpp"
#include "virga/types/types.hpp"
#include "virga/types/xml.hpp"
