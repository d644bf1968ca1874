// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <chrono>
#include <cstdint>

namespace virga::detail {

/// A number from 0 to `most`, both included, to scatter what would otherwise happen at one moment. It need not be
/// good, and <random> takes long to compile.
/// Source: Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators" (splitmix64).
inline std::int64_t random_up_to(std::int64_t most) {
  // runs differ by the clock, threads by the address
  thread_local std::uint64_t state =
      static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) ^
      reinterpret_cast<std::uintptr_t>(&state);
  std::uint64_t mixed = state += 0x9e3779b97f4a7c15U;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  mixed ^= mixed >> 31U;
  return most <= 0 ? 0 : static_cast<std::int64_t>(mixed % (static_cast<std::uint64_t>(most) + 1));
}

}  // namespace virga::detail
