# Writes OUT: a function NAME() over the text of FILES (separated by |).
# A string literal holds 65,536 bytes at the least a compiler must take; longer texts are an error.
string(REPLACE "|" ";" FILES "${FILES}")
# `sv`: the length is known, where a compiler would count it character by character, and soon give up.
set(text "#include \"base/embedded.hpp\"\nnamespace safegov::internal {\nstd::span<const Embedded> ${NAME}() {\n  using namespace std::string_view_literals;\n  static constexpr Embedded files[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(stem "${file}" NAME_WE)
  file(READ "${file}" body)
  string(LENGTH "${body}" length)
  if(length GREATER 65000)
    message(FATAL_ERROR "${file} is too long to embed")
  endif()
  string(APPEND text "      {\"${stem}\", R\"EMBED(${body})EMBED\"sv},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n}  // namespace safegov::internal\n")
file(WRITE "${OUT}" "${text}")
