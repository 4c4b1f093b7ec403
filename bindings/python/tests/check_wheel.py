#!/usr/bin/env python3
"""Builds a wheel from a source distribution, installs it into a fresh environment and uses it there.

Usage: check_wheel.py SOURCE FOLDER [--configure]

With --configure nothing is compiled: the source distribution has to hold what it should, and CMake to find all it names.
"""

import pathlib
import shutil
import subprocess
import sys
import tarfile

source, folder = map(pathlib.Path, sys.argv[1:3])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)


def run(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, **more)


run(sys.executable, "-m", "venv", folder / "room")
python = folder / "room/bin/python"
run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "build")
tree = folder / "tree"
files = run("git", "-C", source, "ls-files", "--cached", "--others", "--exclude-standard", stdout=subprocess.PIPE, encoding="utf-8").stdout
for name in files.splitlines():
    if (source / name).is_file():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / name, tree / name)
run(python, "-m", "build", "--sdist", "--outdir", folder, tree)
(sdist,) = folder.glob("*.tar.gz")
if "--configure" in sys.argv:
    with tarfile.open(sdist) as packed:
        held = {pathlib.PurePath(*pathlib.PurePath(name).parts[1:]) for name in packed.getnames()}
        packed.extractall(folder / "unpacked")
    wanted = {pathlib.PurePath(name) for name in files.splitlines() if (source / name).is_file() and name.split("/")[0] not in (".ci", ".github")}
    missing = sorted(map(str, wanted - held))
    assert not missing, missing
    (unpacked,) = (folder / "unpacked").iterdir()
    run("cmake", "-G", "Ninja", "-S", unpacked, "-B", folder / "configured", "-D", "SAFEGOV_PYTHON=ON", "-D", "SAFEGOV_CLI=OFF", "-D", "SAFEGOV_DEVELOPER=OFF", stdout=subprocess.DEVNULL)
    print(f"{sdist.name} holds {len(wanted)} files, and CMake finds all that it names")
    sys.exit()
# Not optimised: what is tested is that it is whole.
run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", sdist,
    "--config-settings=cmake.build-type=Debug", "--config-settings=cmake.define.CMAKE_CXX_FLAGS_DEBUG=-O0")
asked = run(python, "-c", "import safegov, sys; p = safegov.read_partnership(sys.argv[1]); print(p, safegov.__version__)",
            source / "examples/nottingham", stdout=subprocess.PIPE, encoding="utf-8", cwd=folder).stdout
assert "ncscp" in asked, asked
told = run(python, "-m", "safegov", "version", stdout=subprocess.PIPE, encoding="utf-8", cwd=folder).stdout
assert told.split()[-1] in asked or told.split()[1] in asked, (told, asked)
run(folder / "room/bin/safegov", "check", source / "examples/nottingham", stdout=subprocess.DEVNULL)
# The rooms of the package are in it, too.
run(folder / "room/bin/safegov", "import", source / "bindings/python/tests/data/plan-table.txt", "--out", folder / "plan",
    "--report", folder / "report.txt", stdout=subprocess.DEVNULL)
run(folder / "room/bin/safegov", "check", folder / "plan", stdout=subprocess.DEVNULL)
print(asked.strip())
