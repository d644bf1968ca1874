// SPDX-License-Identifier: BSL-1.0
//
// Rows one after the other: what `query.stream(db)` gives and `query.each(db, f)` reads.
#pragma once
#include <iterator>

#include "virga/exec/fetch.hpp"

namespace virga {

/// Rows of a statement that come in pieces: `next()` takes a piece and is false after the last one, `chunk()` is it.
template <class T>
concept stream_source = std::movable<T> && requires(T& from, const T& at) {
  { from.next() } -> std::same_as<bool>;
  { at.chunk() } -> result_set;
  { at.columns() } -> std::convertible_to<std::size_t>;
};

/// An executor that can give rows before it has all of them: a free function `open_stream(executor, statement,
/// only_reads)` sends one statement, which changes nothing if `only_reads`, and returns a `stream_source`. On another
/// executor, a stream has the whole result behind it.
template <class T>
concept streaming_executor = requires(T& on, const statement& what) {
  { open_stream(on, what, true) } -> stream_source;
};

namespace exec {

/// A whole result, as a source of one piece.
template <class Result>
struct whole_result {
  Result result;
  bool is_taken = false;

  bool next() { return !std::exchange(is_taken, true) && result.rows() != 0; }
  [[nodiscard]] const Result& chunk() const { return result; }
  [[nodiscard]] std::size_t columns() const { return result.columns(); }
};

/// Whether a statement changes nothing. Functions that do are not known.
template <class Statement>
consteval bool only_reads() {
  if constexpr (query::result_part<Statement> != query::clause::projection)
    return false;
  else if constexpr (!query::has_clause<Statement, query::clause::with>)
    return true;
  else
    return query::clause_in<Statement, query::clause::with>::only_reads();
}

/// Sends a statement; returns where its rows come from.
template <class Statement, class Executor>
[[nodiscard]] auto open(const Statement& query, Executor& on, const std::source_location& where) {
  const query::bound_statement<Statement> bound(query);
  const statement what = to_send(bound, where);
  if constexpr (streaming_executor<Executor>)
    return open_stream(on, what, only_reads<Statement>());
  else
    return whole_result<decltype(execute(on, what))>{execute(on, what)};
}

/// Whether what a stream runs on stays there, said in words where not.
template <class Executor>
constexpr bool check_stays() {
  constexpr bool stays = std::is_lvalue_reference_v<Executor>;
  static_assert(stays,
                "virga: a stream reads from what it runs on, and this one would be gone at once; give the "
                "transaction or connection a name first");
  return stays;
}

}  // namespace exec

/// The rows of a running query, to be read once and in order: an input range. It holds its connection until it is read
/// to its end or gone; each row lives until the next one is read, and may be moved from.
template <class Statement, stream_source Source>
class row_range {
 public:
  using row = row_type<Statement>;

  explicit row_range(Source from) : from_(std::move(from)) {
    exec::check_width(from_.columns(), exec::decoder_of<Statement>::columns);
  }

  class iterator {
   public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = row;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    row& operator*() const { return of_->row_; }
    row* operator->() const { return &of_->row_; }
    iterator& operator++() {
      of_->read();
      return *this;
    }
    void operator++(int) { of_->read(); }
    bool operator==(std::default_sentinel_t) const { return of_->is_at_end_; }

   private:
    friend row_range;
    explicit iterator(row_range& of) : of_(&of) {}
    row_range* of_ = nullptr;
  };

  /// Reads the first row, and so does a second call with the row after those that were read. Run time, here and where
  /// the iterator is incremented: `database_error`, `connection_error`, `decode_error`; there are no more rows then.
  [[nodiscard]] iterator begin() {
    read();
    return iterator(*this);
  }
  [[nodiscard]] std::default_sentinel_t end() const { return {}; }

 private:
  void read() {
    if (is_at_end_) return;
    is_at_end_ = true;  // should anything below throw
    if (++index_ >= count_) {
      if (!from_.next()) return;
      index_ = 0;
      count_ = from_.chunk().rows();
    }
    row_ = row{};
    exec::decoder_of<Statement>::decode(from_.chunk(), index_, row_);
    is_at_end_ = false;
  }

  Source from_;
  std::size_t index_ = 0, count_ = 0;
  bool is_at_end_ = false;
  row row_{};
};

template <class Self>
template <class Executor>
auto statement_base<Self>::stream(Executor&& on, std::source_location where) const {
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self, Executor>() && exec::check_stays<Executor>())
    return row_range<Self, decltype(exec::open(static_cast<const Self&>(*this), on, where))>(
        exec::open(static_cast<const Self&>(*this), on, where));
  else
    return std::vector<not_selected>();
}

template <class Self>
template <class Executor, class Function>
void statement_base<Self>::each(Executor&& on, Function&& f, std::source_location where) const {
  if constexpr (query::require_runnable<Self>() && exec::check_rows<Self, Executor>())
    for (auto& row : stream(on, where)) f(std::move(row));
}

}  // namespace virga
