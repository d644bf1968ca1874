# SPDX-License-Identifier: BSL-1.0
# Builds and runs the project KIND against the installed library (find_package) or its source (add_subdirectory).
cmake_policy(VERSION 3.24)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message("${command}\n${output}")
    message(FATAL_ERROR "ended with ${status}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(config "")
if(CONFIG)
  set(config --config ${CONFIG})
endif()
set(project ${KIND})
set(options "")
if(KIND MATCHES "^find_package")
  set(project find_package)
  set(prefix ${SCRATCH}/${KIND}-prefix)
  file(REMOVE_RECURSE ${prefix})
  run(${CMAKE_COMMAND} --install ${BUILD} ${config} --prefix ${prefix})
  list(APPEND options -DCMAKE_PREFIX_PATH=${prefix})
else()
  list(APPEND options -DVIRGA_SOURCE=${VIRGA})
endif()
if(KIND STREQUAL "find_package_core")
  # The core alone must not even ask for a database library.
  list(APPEND options -DCONSUMER_COMPONENTS=core -DCMAKE_DISABLE_FIND_PACKAGE_VirgaPqxx=ON
       -DCMAKE_DISABLE_FIND_PACKAGE_PostgreSQL=ON -DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON)
endif()

file(REMOVE_RECURSE ${SCRATCH}/${KIND})
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${project} -B ${SCRATCH}/${KIND} -G ${GENERATOR} -Werror=dev
    -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" -DCMAKE_BUILD_TYPE=${CONFIG} ${options})
run(${CMAKE_COMMAND} --build ${SCRATCH}/${KIND} ${config})

if(KIND STREQUAL "add_subdirectory")
  # A project that takes the library in must not get its tests, its examples or its install rules.
  run(${CMAKE_COMMAND} --build ${SCRATCH}/${KIND} ${config} --target help)
  if(output MATCHES "virga_core_tests|virga_database_tests|example_|virga_benchmarks")
    message(FATAL_ERROR "add_subdirectory also brought in the library's own programs:\n${output}")
  endif()
endif()
run(${SCRATCH}/${KIND}/bin/core_consumer)
message("core_consumer: ${output}")
if(NOT KIND STREQUAL "find_package_core")
  run(${SCRATCH}/${KIND}/bin/database_consumer)
  message("database_consumer: ${output}")
endif()
