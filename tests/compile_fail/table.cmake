# SPDX-License-Identifier: BSL-1.0
# The table of README.md, made of the rows that run.cmake has left in MESSAGES. By hand, after all tests of this folder
# have run:
#
#   cmake -DFAMILY=gcc -DCOMPILER=g++ -DMESSAGES=build/dev/tests/compile_fail/messages -P tests/compile_fail/table.cmake
#   cmake -DFAMILY=clang -DCOMPILER=clang++-19 -DMESSAGES=build/dev/tests/compile_fail/messages -P tests/compile_fail/table.cmake
#
# With -DCHECK=ON it compares, and writes nothing. Other versions of the compilers than those of the table say it in other
# lines; there is nothing to compare then.
cmake_policy(VERSION 3.24)
set(folder ${CMAKE_CURRENT_LIST_DIR})
if(NOT README)
  set(README ${folder}/README.md)
endif()
set(version_of_gcc 12)
set(version_of_clang 19)

execute_process(COMMAND ${COMPILER} -dumpversion OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT version MATCHES "^${version_of_${FAMILY}}(\\.|$)")
  message("The table is of version ${version_of_${FAMILY}}, this compiler is ${version}: nothing to compare.")
  return()
endif()

file(READ ${README} old)
file(GLOB_RECURSE cases RELATIVE ${folder} ${folder}/*.cpp)
list(FILTER cases EXCLUDE REGEX "^self_test/")
list(SORT cases)
set(table "")
foreach(case ${cases})
  string(REGEX REPLACE "\\.cpp$" "" name ${case})
  if(NOT EXISTS ${MESSAGES}/${name}.${FAMILY}.row)
    message(FATAL_ERROR "${name} was not run, or has failed; the table needs all tests of this folder (ctest -L compile_fail)")
  endif()
  file(READ ${MESSAGES}/${name}.${FAMILY}.row row)
  string(REGEX MATCH "^([0-9]+)\\|([0-9]+)\\|([0-9]+)\\|(.*)$" row "${row}")
  set(cells "${CMAKE_MATCH_1} | ${CMAKE_MATCH_2} | ${CMAKE_MATCH_3}")
  string(REPLACE "|" "\\|" rule "${CMAKE_MATCH_4}")
  # the cells of the other compiler stay as they are; the rule is said in g++'s words
  set(gcc "? | ? | ?")
  set(clang "? | ? | ?")
  if("${old}" MATCHES "\n\\| \\[${name}\\][^|]* \\| ([^|]* \\| [^|]* \\| [^|]*) \\| ([^|]* \\| [^|]* \\| [^|]*) \\| ([^\n]*) \\|\n")
    set(gcc "${CMAKE_MATCH_1}")
    set(clang "${CMAKE_MATCH_2}")
    if(FAMILY STREQUAL "clang")
      set(rule "${CMAKE_MATCH_3}")
    endif()
  endif()
  set(${FAMILY} "${cells}")
  string(APPEND table "| [${name}](${case}) | ${gcc} | ${clang} | ${rule} |\n")
endforeach()

string(REGEX REPLACE "(.*<!-- table -->\n\n[^\n]*\n[^\n]*\n).*" "\\1" beginning "${old}")
set(new "${beginning}${table}")
if(new STREQUAL old)
  message("README.md is current for ${FAMILY}.")
elseif(CHECK)
  file(WRITE ${MESSAGES}/README.${FAMILY}.md "${new}")
  message(FATAL_ERROR "tests/compile_fail/README.md is not what this run says; write it anew as the head of table.cmake says, "
                      "or compare it with ${MESSAGES}/README.${FAMILY}.md")
else()
  file(WRITE ${README} "${new}")
  message("README.md is written for ${FAMILY}.")
endif()
