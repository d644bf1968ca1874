// SPDX-License-Identifier: BSL-1.0
// What every snippet of README.md may take for granted.
#pragma once
#include <fmt/core.h>

#include <boost/describe.hpp>

#include <virga/pqxx.hpp>
#include <virga/testing/fake_database.hpp>
#include <virga/pqxx/observers/slow_query_log.hpp>
#include <virga/testing/postgres.hpp>
#include <virga/types/json_record.hpp>
#include <virga/virga.hpp>
