# SPDX-License-Identifier: BSL-1.0
# Finds libpqxx, through its own CMake files (7 and later, where a distribution ships them) or, as for the 6.4 of
# Debian 12, by looking for it with what pkg-config knows. Makes the target virga::libpqxx.

find_package(libpqxx CONFIG QUIET)
foreach(virga_candidate libpqxx::pqxx libpqxx::pqxx_shared libpqxx::pqxx_static)
  if(libpqxx_FOUND AND TARGET ${virga_candidate})
    set(VirgaPqxx_LIBRARY ${virga_candidate})
    set(VirgaPqxx_VERSION ${libpqxx_VERSION})
    break()
  endif()
endforeach()

if(NOT VirgaPqxx_LIBRARY OR NOT TARGET "${VirgaPqxx_LIBRARY}")
  find_package(PkgConfig QUIET)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(virga_pqxx_hint QUIET libpqxx)
  endif()
  find_path(VirgaPqxx_INCLUDE_DIR pqxx/pqxx HINTS ${virga_pqxx_hint_INCLUDE_DIRS})
  find_library(VirgaPqxx_LIBRARY pqxx HINTS ${virga_pqxx_hint_LIBRARY_DIRS})
  mark_as_advanced(VirgaPqxx_INCLUDE_DIR VirgaPqxx_LIBRARY)
  foreach(virga_header version.hxx version)
    if(VirgaPqxx_INCLUDE_DIR AND EXISTS "${VirgaPqxx_INCLUDE_DIR}/pqxx/${virga_header}")
      file(STRINGS "${VirgaPqxx_INCLUDE_DIR}/pqxx/${virga_header}" virga_pqxx_version
           REGEX "PQXX_VERSION[ =]+\"[0-9.]+")
      if(virga_pqxx_version MATCHES "\"([0-9.]+)")
        set(VirgaPqxx_VERSION ${CMAKE_MATCH_1})
        break()
      endif()
    endif()
  endforeach()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  VirgaPqxx
  REQUIRED_VARS VirgaPqxx_LIBRARY
  VERSION_VAR VirgaPqxx_VERSION
  REASON_FAILURE_MESSAGE
    "libpqxx 6.4 or newer is needed. Debian and Ubuntu: apt install libpqxx-dev. Fedora: dnf install libpqxx-devel")
if(VirgaPqxx_FOUND AND NOT TARGET virga::libpqxx)
  add_library(virga::libpqxx INTERFACE IMPORTED)
  target_link_libraries(virga::libpqxx INTERFACE ${VirgaPqxx_LIBRARY})
  if(VirgaPqxx_INCLUDE_DIR)
    target_include_directories(virga::libpqxx INTERFACE ${VirgaPqxx_INCLUDE_DIR})
  endif()
endif()
