# SPDX-License-Identifier: BSL-1.0
# Install and export: `find_package(virga)` gives virga::core and virga::virga, `find_package(virga COMPONENTS core)`
# virga::core alone, which needs neither libpqxx nor libpq nor fmt.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(virga_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/virga)
install(TARGETS virga_core EXPORT virgaCoreTargets FILE_SET HEADERS)
install(EXPORT virgaCoreTargets NAMESPACE virga:: DESTINATION ${virga_cmake_dir})
if(VIRGA_DATABASE)
  install(TARGETS virga_virga EXPORT virgaDatabaseTargets FILE_SET HEADERS)
  install(EXPORT virgaDatabaseTargets NAMESPACE virga:: DESTINATION ${virga_cmake_dir})
endif()

configure_package_config_file(cmake/virgaConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/virgaConfig.cmake
                              INSTALL_DESTINATION ${virga_cmake_dir} NO_SET_AND_CHECK_MACRO)
# Header-only: nothing depends on the word size of the machine that installed it.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/virgaConfigVersion.cmake COMPATIBILITY SameMinorVersion
                                 ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/virgaConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/virgaConfigVersion.cmake
              cmake/FindVirgaBoost.cmake cmake/FindVirgaPqxx.cmake DESTINATION ${virga_cmake_dir})
