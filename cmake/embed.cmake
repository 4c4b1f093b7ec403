# Puts text files into a target: safegov::internal::NAME() gives {stem, text} for each, as listed.
function(safegov_embed target name)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  set(files ${ARGN})
  list(TRANSFORM files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(JOIN files "|" joined)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_run.cmake)
  add_custom_command(OUTPUT ${out} DEPENDS ${files} ${script}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" -DNAME=${name} -DOUT=${out} -P ${script} VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
