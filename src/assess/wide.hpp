// Loops over columns, compiled twice: for any processor, and for one with wider vectors.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdlib>  // says which C library it is

/// Which of the two runs is decided when the program is loaded. Where that is not to be had, there
/// is the first alone; results never differ. Sanitizers would run before they are set up.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SAFEGOV_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SAFEGOV_SANITIZED
#endif
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(SAFEGOV_SANITIZED)
#define SAFEGOV_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define SAFEGOV_WIDE
#endif
