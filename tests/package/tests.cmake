# The library as others use it: static and shared, by find_package, pkg-config and add_subdirectory.
set(try ${CMAKE_CURRENT_LIST_DIR}/try.sh)
set(room ${PROJECT_BINARY_DIR}/package)
# Flags must be ours: a program that is not built for sanitizers cannot link what is.
set(same -G ${CMAKE_GENERATOR} -D CMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
  -D CMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS})
separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")

# A prefix with the library of this build, and one with that of the add_subdirectory consumer's.
# They must not be the prefix that was configured: an installed package can be moved.
get_target_property(kind safegov TYPE)
if(kind STREQUAL "SHARED_LIBRARY")
  set(here shared)
  set(other static)
  set(other_is_shared OFF)
else()
  set(here static)
  set(other shared)
  set(other_is_shared ON)
endif()
add_test(NAME package.install.${here}
  COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR} --prefix ${room}/${here})
add_test(NAME package.subdirectory
  COMMAND ${try} cmake ${room}/subdirectory ${same} -D SAFEGOV_TREE=${PROJECT_SOURCE_DIR}
    -D BUILD_SHARED_LIBS=${other_is_shared} -D SAFEGOV_CLI=OFF)
add_test(NAME package.install.${other}
  COMMAND ${CMAKE_COMMAND} --install ${room}/subdirectory --prefix ${room}/${other})
set_tests_properties(package.subdirectory PROPERTIES FIXTURES_SETUP tree PROCESSORS 2 TIMEOUT 900)
set_tests_properties(package.install.${here} PROPERTIES FIXTURES_SETUP prefix.${here})
set_tests_properties(package.install.${other} PROPERTIES
  FIXTURES_REQUIRED tree FIXTURES_SETUP prefix.${other})

foreach(kind static shared)
  set(prefix ${room}/${kind})
  if(kind STREQUAL "static")
    set(ask --static)
    set(without)
  else()
    set(ask)
    set(without -D CMAKE_DISABLE_FIND_PACKAGE_yaml-cpp=ON) # only the static library needs it
  endif()
  add_test(NAME package.find.${kind}
    COMMAND ${try} cmake ${room}/find-${kind} ${same} ${without}
      -D CMAKE_PREFIX_PATH=${prefix})
  add_test(NAME package.pkg-config.${kind}
    COMMAND ${try} pkg-config ${room}/pkg-config-${kind} ${prefix}/${CMAKE_INSTALL_LIBDIR}
      ${CMAKE_CXX_COMPILER} ${ask} ${flags})
  set_tests_properties(package.find.${kind} package.pkg-config.${kind} PROPERTIES
    FIXTURES_REQUIRED prefix.${kind})
endforeach()
if(SAFEGOV_CLI)
  add_test(NAME package.tool COMMAND ${room}/${here}/${CMAKE_INSTALL_BINDIR}/safegov --version)
  set_tests_properties(package.tool PROPERTIES FIXTURES_REQUIRED prefix.${here})
endif()
