// SPDX-License-Identifier: BSL-1.0
//
// Distances of embeddings, of the extension pgvector. Not part of virga.hpp; include it where they are used. All are
// null where an argument is. Source: github.com/pgvector/pgvector, README.
#pragma once
#include "virga/expr/aggregate.hpp"
#include "virga/expr/containment.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/bit.hpp"
#include "virga/types/vector.hpp"

namespace virga {

namespace operators {
/// How far apart two embeddings are; an index of the kind answers `order_by(l2_distance(items.embedding,
/// near)).limit(5)`.
struct vector_distance : arithmetic {
  template <class, class>
  using result = types::double_precision;
  static constexpr auto strength = precedence::other_operator;
};
struct bit_distance : vector_distance {};
struct l2_distance : vector_distance {
  static constexpr std::string_view text = " <-> ";
};
struct l1_distance : vector_distance {
  static constexpr std::string_view text = " <+> ";
};
struct inner_product : vector_distance {
  static constexpr std::string_view text = " <#> ";
};
struct cosine_distance : vector_distance {
  static constexpr std::string_view text = " <=> ";
};
struct hamming_distance : bit_distance {
  static constexpr std::string_view text = " <~> ";
};
struct jaccard_distance : bit_distance {
  static constexpr std::string_view text = " <%> ";
};
template <class Operator>
concept of_embeddings = std::derived_from<Operator, vector_distance> && !std::derived_from<Operator, bit_distance>;
}  // namespace operators

template <class Type>
concept embedding_type =
    std::same_as<Type, types::vector> || std::same_as<Type, types::halfvec> || std::same_as<Type, types::sparsevec>;
template <operators::of_embeddings Operator, embedding_type Type>
struct beside<Operator, Type> : only_beside<Type> {};
template <std::derived_from<operators::bit_distance> Operator>
struct beside<Operator, types::bit> : only_beside<types::bit> {};

/// Euclidean distance, taxicab distance, the inner product with the opposite sign, cosine distance. double precision.
/// SQL: `left <-> right`, `<+>`, `<#>`, `<=>`. Run time: `data_exception` for different dimensions.
template <expression Left, class Right>
[[nodiscard]] constexpr auto l2_distance(const Left& left, const Right& right) {
  return apply_operator<operators::l2_distance>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto l1_distance(const Left& left, const Right& right) {
  return apply_operator<operators::l1_distance>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto inner_product(const Left& left, const Right& right) {
  return apply_operator<operators::inner_product>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto cosine_distance(const Left& left, const Right& right) {
  return apply_operator<operators::cosine_distance>(left, right);
}
/// How many bits differ, and which part of them, of two bit strings. double precision. SQL: `left <~> right`, `<%>`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto hamming_distance(const Left& left, const Right& right) {
  return apply_operator<operators::hamming_distance>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto jaccard_distance(const Left& left, const Right& right) {
  return apply_operator<operators::jaccard_distance>(left, right);
}

template <class Embedding>
constexpr bool check_embedding() {
  constexpr bool fits = refused_expression<Embedding> || embedding_type<typename Embedding::type>;
  static_assert(fits,
                "virga: this function takes a vector, halfvec or sparsevec; this expression is of another SQL type");
  return fits && !refused_expression<Embedding>;
}
/// Of how many numbers a vector or halfvec is. integer.
template <expression Embedding>
[[nodiscard]] constexpr auto vector_dims(const Embedding& embedding) {
  return call<"vector_dims", types::integer(signature::exactly<types::vector>),
              types::integer(signature::exactly<types::halfvec>)>(embedding);
}
/// Its length, and the one of length 1 in its direction. double precision; the operand's type.
template <expression Embedding>
[[nodiscard]] constexpr auto l2_norm(const Embedding& embedding) {
  if constexpr (check_embedding<Embedding>()) {
    if constexpr (std::same_as<typename Embedding::type, types::vector>)
      return function_call<"vector_norm", types::double_precision, nullability::of_arguments, Embedding>{{},
                                                                                                         {{embedding}}};
    else
      return function_call<"l2_norm", types::double_precision, nullability::of_arguments, Embedding>{{}, {{embedding}}};
  } else {
    return refused{};
  }
}
template <expression Embedding>
[[nodiscard]] constexpr auto l2_normalize(const Embedding& embedding) {
  if constexpr (check_embedding<Embedding>())
    return function_call<"l2_normalize", typename Embedding::type, nullability::of_arguments, Embedding>{{},
                                                                                                         {{embedding}}};
  else
    return refused{};
}

}  // namespace virga
