# Tests that are scripts: the tree's own rules, and every console block of every page.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

foreach(check layers sources)
  add_test(NAME check_${check} COMMAND Python3::Interpreter
    ${CMAKE_CURRENT_LIST_DIR}/check_${check}.py ${PROJECT_SOURCE_DIR})
endforeach()
foreach(script check_layers check_sources run_console)
  add_test(NAME ${script}.self_test COMMAND Python3::Interpreter
    ${CMAKE_CURRENT_LIST_DIR}/${script}.py --self-test)
endforeach()

if(SAFEGOV_CLI)
  file(GLOB pages RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/README.md
    ${PROJECT_SOURCE_DIR}/docs/*.md ${PROJECT_SOURCE_DIR}/docs/registers/*.md
    ${PROJECT_SOURCE_DIR}/tests/cli/*.md)
  foreach(page IN LISTS pages)
    add_test(NAME page.${page} COMMAND Python3::Interpreter
      ${CMAKE_CURRENT_LIST_DIR}/run_console.py $<TARGET_FILE:safegov_cli>
      ${PROJECT_SOURCE_DIR}/examples ${PROJECT_SOURCE_DIR}/${page})
  endforeach()
  add_test(NAME page.registers COMMAND Python3::Interpreter
    ${CMAKE_CURRENT_LIST_DIR}/check_registers_page.py $<TARGET_FILE:safegov_cli> ${PROJECT_SOURCE_DIR})
endif()
