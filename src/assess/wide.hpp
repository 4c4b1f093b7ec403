// Loops over columns, compiled twice: for any processor, and for one with wider vectors.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdlib>  // says which C library it is

/// Which of the two runs is decided when the program is loaded. Where that is not to be had, there
/// is the first alone; results never differ. Sanitizers would run before they are set up.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define SAFEGOV_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define SAFEGOV_WIDE
#endif
