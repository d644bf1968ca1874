// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

#include "virga/core/error.hpp"
#include "virga/render/binder.hpp"
#include "virga/render/sink.hpp"

namespace virga::render {

/// A query's constant text with the marks where its run-time parts come in.
struct program {
  std::string_view text;
  const mark* marks;
  std::size_t mark_count, fixed_parameters;
};

/// Puts a program's text together for one set of flags, in one pass that only appends (and takes back the separator
/// of an item that turned out empty).
class assembler {
 public:
  assembler(const program& source, const bool* flags, std::string_view fragments, std::string& out, bool as_fragment = false)
      : source_(source), flags_(flags), fragments_(fragments), out_(out), as_fragment_(as_fragment), next_number_(source.fixed_parameters) {}

  /// Throws `empty_statement` where a list that must say something says nothing.
  void run() {
    out_.reserve(source_.text.size() + 4 * source_.mark_count + fragments_.size() + fragments_.size() / 4);
    for (std::size_t i = 0; i < source_.mark_count;) i = play(i);
    copy_to(source_.text.size());
  }

 private:
  struct open_list {
    std::size_t begin;         // size of the output before the list's prefix
    std::size_t item_begin;    // before the separator of the current item
    std::size_t item_content;  // after it
    bool any, required;
  };
  static constexpr std::size_t deepest = 64;

  void copy_to(std::size_t end) {
    if (end == said_) return;
    out_.append(source_.text.data() + said_, end - said_);
    said_ = end;
  }
  void skip(std::size_t length) { said_ += length; }
  void number() {
    if (as_fragment_) {
      out_ += sink::fragment_parameter;
      return;
    }
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, ++next_number_).ptr;
    out_.append("$").append(digits, end);
  }
  void fragment() {
    std::string_view text = fragments_.substr(0, fragments_.find(binder::fragment_end));
    fragments_.remove_prefix(text.size() + 1);
    for (std::size_t at = text.find(sink::fragment_parameter); at != text.npos; at = text.find(sink::fragment_parameter)) {
      out_.append(text, 0, at);
      number();
      text.remove_prefix(at + 1);
    }
    out_.append(text);
  }
  open_list& current() { return lists_[depth_ - 1]; }

  void begin_item(const mark& here) {
    open_list& list = current();
    list.item_begin = out_.size();
    if (list.any) copy_to(here.at + here.length);
    else skip(here.length);
    list.item_content = out_.size();
  }

  // Plays the mark at `i`; returns the next one to play.
  std::size_t play(std::size_t i) {
    const mark& here = source_.marks[i];
    copy_to(here.at);
    switch (here.what) {
      case step::number:
        number();
        break;
      case step::fragment:
        fragment();
        break;
      case step::number_or:
        if (flags_[flag_++]) {
          number();
          skip(here.length);
        }
        break;
      case step::group:
      case step::required:
        if (depth_ == deepest) throw error("virga: conditions are nested more than 64 deep; take some of them apart");
        lists_[depth_++] = {out_.size(), out_.size(), out_.size(), false, here.what == step::required};
        break;
      case step::item:
        begin_item(here);
        break;
      case step::optional_item:
        if (flags_[flag_++]) {
          begin_item(here);
        } else {
          said_ = source_.marks[here.target].at;
          return here.target + 1;
        }
        break;
      case step::item_end:
        if (out_.size() == current().item_content) out_.resize(current().item_begin);
        else current().any = true;
        break;
      case step::group_end: {
        const open_list list = lists_[--depth_];
        if (list.any) break;
        if (list.required) refuse();
        out_.resize(list.begin);
        skip(here.length);
        break;
      }
    }
    return i + 1;
  }

  [[noreturn]] static void refuse() {
    throw empty_statement(
        "virga: every optional part was left out of a statement that needs one of them (the conditions of an update or "
        "delete, or its assignments); give one, or say all_rows() where every row is meant");
  }

  const program& source_;
  const bool* flags_;
  std::string_view fragments_;
  std::string& out_;
  const bool as_fragment_;  // the text is to be a part of another one, in which its parameters get their numbers
  std::size_t said_ = 0;  // how much of the constant text has been dealt with
  std::size_t flag_ = 0, next_number_, depth_ = 0;
  open_list lists_[deepest];
};

}  // namespace virga::render
