// SPDX-License-Identifier: BSL-1.0
//
// Counts what asks for memory through operator new, in the whole program: one of its files includes this, and no other.
#pragma once
#include <cstddef>
#include <cstdlib>
#include <new>

namespace tests {

// a thread's own count, so that a test that runs beside this one does not matter
inline thread_local std::size_t allocations = 0;

/// How often `f` asked for memory.
template <class Function>
std::size_t counted(Function&& f) {
  const std::size_t before = allocations;
  f();
  return allocations - before;
}

}  // namespace tests

// The compiler takes the pair below apart where it inlines only one of them, and warns of a mismatch that is none.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++tests::allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return operator new(size, std::nothrow); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
