# What is installed: library, headers, tool, and how CMake and pkg-config find them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS safegov EXPORT safegov-targets FILE_SET HEADERS)
if(SAFEGOV_CLI)
  # The tool finds a shared library beside it, wherever both were installed to.
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_FULL_BINDIR}
    OUTPUT_VARIABLE lib_from_bin)
  set_target_properties(safegov_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${lib_from_bin}")
  install(TARGETS safegov_cli)
endif()

get_target_property(safegov_kind safegov TYPE)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/safegov)
install(EXPORT safegov-targets NAMESPACE safegov:: DESTINATION ${package_dir})
configure_package_config_file(cmake/safegov-config.cmake.in safegov-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(safegov-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/safegov-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/safegov-config-version.cmake
  DESTINATION ${package_dir})

# The prefix as seen from the .pc file: one that is fixed now would be wrong after --prefix.
set(pc_dir ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pc_dir}
  OUTPUT_VARIABLE prefix_from_pc)
configure_file(cmake/safegov.pc.in safegov.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/safegov.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
