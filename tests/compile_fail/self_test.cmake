# SPDX-License-Identifier: BSL-1.0
# Shows that run.cmake passes a good case and fails each kind of bad one.
cmake_policy(VERSION 3.24)

function(expect name sentence)
  set(arguments -DAPART=ON ${ARGN})
  foreach(variable COMPILER FAMILY WARNINGS INCLUDE SYSTEM_INCLUDES MESSAGES)
    list(APPEND arguments -D${variable}=${${variable}})
  endforeach()
  execute_process(
    COMMAND ${CMAKE_COMMAND} ${arguments} -DNAME=self_test/${name} -DSOURCE=${CMAKE_CURRENT_LIST_DIR}/self_test/${name}.cpp
            -P ${CMAKE_CURRENT_LIST_DIR}/run.cmake
    RESULT_VARIABLE status
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  if(sentence STREQUAL "passes")
    set(is_expected FALSE)
    if(status EQUAL 0)
      set(is_expected TRUE)
    endif()
  elseif(NOT status EQUAL 0 AND output MATCHES "${sentence}")
    set(is_expected TRUE)
  else()
    set(is_expected FALSE)
  endif()
  if(NOT is_expected)
    message(FATAL_ERROR "${name}: expected \"${sentence}\"; got status ${status} and\n${output}")
  endif()
  message("${name}: ${sentence}")
endfunction()

expect(good "passes")
expect(broken_twin "the twin, without the mistake, does not compile cleanly")
expect(warning_in_twin "the twin, without the mistake, does not compile cleanly")
expect(no_mistake "the mistake compiles")
expect(wrong_sentence "no error line matches \"a sentence that is not there\"")
expect(sentence_in_a_note "no error line matches")
expect(no_name "no error and no note to it names \"posts.title\"")
expect(two_errors "2 errors instead of one")
expect(sentence_too_late "the sentence stands on")
expect(no_expectation "has no line")

# Twins compiled together.
foreach(name good no_mistake broken_twin warning_in_twin)
  set(path ${CMAKE_CURRENT_LIST_DIR}/self_test/${name}.cpp)
  file(WRITE ${MESSAGES}/self_test_${name} "${CMAKE_CURRENT_LIST_DIR}/self_test/two_errors.cpp\n${path}\n")
  set(sentence "the twin, without the mistake, does not compile cleanly.*${name}.cpp")
  if(name MATCHES "good|no_mistake")
    set(sentence "passes")
  endif()
  expect(${name} "${sentence}" -DSOURCES=${MESSAGES}/self_test_${name})
endforeach()
