# SPDX-License-Identifier: BSL-1.0
# What only the project's own tests, examples and benchmarks need: warnings, ccache, sanitizers.

set(CMAKE_CXX_EXTENSIONS OFF)
# No C++ modules here: the scan would cost a run of the preprocessor for each file.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

set(virga_warning_flags -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(VIRGA_WARNINGS_AS_ERRORS)
  list(APPEND virga_warning_flags -Werror)
endif()
add_library(virga_warnings INTERFACE)
target_compile_options(virga_warnings INTERFACE ${virga_warning_flags})

set(VIRGA_SANITIZE "" CACHE STRING "Sanitizers for the project's own programs, as in address,undefined")
if(VIRGA_SANITIZE)
  add_compile_options(-fsanitize=${VIRGA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${VIRGA_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND VIRGA_SANITIZE MATCHES undefined)
    # With these, GCC does not compare addresses while compiling, which is how a query's text is made.
    add_compile_options(-fno-sanitize=null,nonnull-attribute,returns-nonnull-attribute)
  endif()
endif()

# ccache is used where it is there and works (it does not for a user without a home).
find_program(VIRGA_CCACHE ccache)
if(VIRGA_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(virga_probe ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/ccache_probe.cpp)
  file(WRITE ${virga_probe} "int probe;\n")
  execute_process(COMMAND ${VIRGA_CCACHE} ${CMAKE_CXX_COMPILER} -c ${virga_probe} -o ${virga_probe}.o
                  RESULT_VARIABLE virga_ccache_status OUTPUT_QUIET ERROR_QUIET)
  if(NOT virga_ccache_status EQUAL 0)
    set(VIRGA_CCACHE "")
  endif()
endif()
if(VIRGA_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are cached only when ccache is told that their defines and times may differ.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${VIRGA_CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  else()
    add_compile_options(-fpch-preprocess)
  endif()
endif()
