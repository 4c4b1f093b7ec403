// safegov new: a commented partnership to start from, which loads as it is.
// SPDX-License-Identifier: Apache-2.0

#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

namespace safegov::internal {

Exit run_new(const Arguments& arguments, const Terminal& terminal) {
  namespace fs = std::filesystem;
  if (arguments.paths().size() != 1)
    throw UsageError("'safegov new' takes one folder to write into");
  const fs::path folder = arguments.paths()[0];
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw UsageError("cannot make " + in_quotes(folder.string()) + ": " + error.message());
  // All or nothing: what a person has written is never written over.
  for (const Embedded& file : starter_files())
    if (const fs::path path = folder / (std::string(file.stem) + ".yaml"); fs::exists(path))
      throw UsageError(in_quotes(path.string()) + " is there already; give another folder");
  for (const Embedded& file : starter_files()) {
    const fs::path path = folder / (std::string(file.stem) + ".yaml");
    std::ofstream out(path, std::ios::binary);
    out << file.text;
    if (!out.flush()) throw UsageError("cannot write " + in_quotes(path.string()));
    terminal.out << "wrote " << path.string() << '\n';
  }
  terminal.out << "next: safegov assess " << folder.string() << '\n';
  return Exit::done;
}

}  // namespace safegov::internal
