// What every test includes: Catch2, as version 2 (Debian 12) or 3 (Ubuntu 24.04).
// SPDX-License-Identifier: Apache-2.0

#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
