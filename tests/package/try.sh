#!/bin/sh
# Builds the consumer in one of the ways there are, runs it, and compares what it prints.
#
#   try.sh cmake BUILD [OPTION…]                        by CMake, configured with the options
#   try.sh pkg-config BUILD LIBDIR COMPILER [FLAG…]     by hand; --static among the flags for that
set -eu
here=$(cd "$(dirname "$0")" && pwd)
route=$1 build=$2
shift 2
mkdir -p "$build"
rm -f "$build/consumer"

case $route in
  cmake)
    cmake -S "$here" -B "$build" "$@"
    cmake --build "$build"
    ;;
  pkg-config)
    libdir=$1 compiler=$2 static=
    shift 2
    if [ "${1-}" = --static ]; then static=--static && shift; fi
    export PKG_CONFIG_PATH="$libdir/pkgconfig" LD_LIBRARY_PATH="$libdir"
    cflags=$(pkg-config --cflags safegov)
    libs=$(pkg-config --libs $static safegov)
    # Unquoted: what pkg-config prints is words.
    # shellcheck disable=SC2086
    "$compiler" -std=c++20 "$@" $cflags "$here/consumer.cpp" $libs -o "$build/consumer"
    # shellcheck disable=SC2086
    if "$compiler" -std=c++20 $cflags -M "$here/consumer.cpp" | grep -E '/(boost|yaml-cpp)/'; then
      echo "a public header includes the above"
      exit 1
    fi
    ;;
esac

"$build/consumer" | diff "$here/expected.txt" -
echo "the consumer prints what it should"
