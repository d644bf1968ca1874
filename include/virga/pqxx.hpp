// SPDX-License-Identifier: BSL-1.0
//
// Everything, with PostgreSQL: virga.hpp, connections over libpqxx, and the types whose C++ side needs <chrono>.
#pragma once
#include <fmt/core.h>

#include "virga/pqxx/bulk_insert.hpp"
#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/copy_into.hpp"
#include "virga/pqxx/copy_out.hpp"
#include "virga/pqxx/database.hpp"
#include "virga/pqxx/driver.hpp"
#include "virga/pqxx/transaction.hpp"
#include "virga/types/timestamp.hpp"
#include "virga/virga.hpp"
