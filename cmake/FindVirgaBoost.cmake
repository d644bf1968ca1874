# SPDX-License-Identifier: BSL-1.0
# Finds the headers of Boost, through Boost's own CMake files or, where there are none, by looking for them.
# (CMake's FindBoost is not used: it is gone from CMake 3.30 on.) Makes the target virga::boost_headers.

find_path(VirgaBoost_INCLUDE_DIR boost/pfr/core.hpp HINTS ${Boost_ROOT}/include ${BOOST_ROOT} ${BOOST_ROOT}/include)
set(VirgaBoost_VERSION "")
if(NOT VirgaBoost_INCLUDE_DIR)
  find_package(Boost CONFIG QUIET)
  if(Boost_FOUND AND EXISTS "${Boost_INCLUDE_DIRS}/boost/pfr/core.hpp")
    set_property(CACHE VirgaBoost_INCLUDE_DIR PROPERTY VALUE "${Boost_INCLUDE_DIRS}")
  elseif(Boost_FOUND)
    set(VirgaBoost_VERSION ${Boost_VERSION})
  endif()
endif()
if(VirgaBoost_INCLUDE_DIR)
  file(STRINGS ${VirgaBoost_INCLUDE_DIR}/boost/version.hpp virga_boost_version REGEX "#define BOOST_LIB_VERSION ")
  string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+)(_([0-9]+))?\".*" "\\1.\\2" VirgaBoost_VERSION "${virga_boost_version}")
endif()

set(virga_boost_message "The headers of Boost 1.75 or newer are needed (Boost.PFR)")
if(VirgaBoost_VERSION)
  string(APPEND virga_boost_message ", found is Boost ${VirgaBoost_VERSION}")
endif()
string(APPEND virga_boost_message ". Debian 12: apt install libboost1.81-dev (its libboost-dev is 1.74). Newer Debian and "
                                  "Ubuntu: apt install libboost-dev. Elsewhere: set Boost_ROOT to where Boost is.")
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  VirgaBoost REQUIRED_VARS VirgaBoost_INCLUDE_DIR VERSION_VAR VirgaBoost_VERSION REASON_FAILURE_MESSAGE
                                                                             "${virga_boost_message}")
if(VirgaBoost_FOUND AND NOT TARGET virga::boost_headers)
  add_library(virga::boost_headers INTERFACE IMPORTED)
  set_target_properties(virga::boost_headers PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${VirgaBoost_INCLUDE_DIR}")
endif()
mark_as_advanced(VirgaBoost_INCLUDE_DIR)
