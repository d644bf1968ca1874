# SPDX-License-Identifier: BSL-1.0
# The two targets a user links: virga::core (needs the headers of Boost) and virga::virga (libpqxx, libpq, fmt too).

set(virga_include ${CMAKE_CURRENT_SOURCE_DIR}/include)
file(GLOB_RECURSE virga_headers CONFIGURE_DEPENDS ${virga_include}/virga/*.hpp)
set(virga_database_headers ${virga_headers})
list(FILTER virga_database_headers INCLUDE REGEX "/virga/(pqxx/|testing/|pqxx\\.hpp$)")
# the fake database needs none, and is there for tests without one
list(FILTER virga_database_headers EXCLUDE REGEX "/testing/(canned_rows|fake_database)\\.hpp$")
set(virga_core_headers ${virga_headers})
if(virga_database_headers)
  list(REMOVE_ITEM virga_core_headers ${virga_database_headers})
endif()

# A project that adds this folder links these targets from its own folder: they must be visible there too.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
find_package(VirgaBoost 1.75 REQUIRED)

add_library(virga_core INTERFACE)
add_library(virga::core ALIAS virga_core)
set_target_properties(virga_core PROPERTIES EXPORT_NAME core VERIFY_INTERFACE_HEADER_SETS ON)
target_compile_features(virga_core INTERFACE cxx_std_20)
target_link_libraries(virga_core INTERFACE virga::boost_headers)
target_sources(virga_core INTERFACE FILE_SET HEADERS BASE_DIRS ${virga_include} FILES ${virga_core_headers})

if(VIRGA_DATABASE)
  find_package(VirgaPqxx 6.4 REQUIRED)
  find_package(PostgreSQL REQUIRED)
  find_package(fmt REQUIRED)

  add_library(virga_virga INTERFACE)
  add_library(virga::virga ALIAS virga_virga)
  set_target_properties(virga_virga PROPERTIES EXPORT_NAME virga VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(virga_virga INTERFACE virga_core virga::libpqxx PostgreSQL::PostgreSQL fmt::fmt)
  target_sources(virga_virga INTERFACE FILE_SET HEADERS BASE_DIRS ${virga_include} FILES ${virga_database_headers})
endif()
unset(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL)
