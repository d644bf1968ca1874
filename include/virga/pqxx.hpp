// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <fmt/core.h>

#include "virga/pqxx/connection.hpp"
#include "virga/pqxx/database.hpp"
#include "virga/pqxx/driver.hpp"
#include "virga/pqxx/transaction.hpp"
#include "virga/types/timestamp.hpp"
#include "virga/virga.hpp"
