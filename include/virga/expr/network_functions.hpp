// SPDX-License-Identifier: BSL-1.0
//
// Addresses and networks. Not part of virga.hpp; include it where they are used. All are null where an argument is.
// Source: PostgreSQL manual, "Network Address Functions and Operators".
#pragma once
#include "virga/expr/containment.hpp"
#include "virga/expr/time_arithmetic.hpp"
#include "virga/types/inet.hpp"
#include "virga/types/string.hpp"

namespace virga {

template <class Type>
concept network_type = std::same_as<Type, types::inet> || std::same_as<Type, types::cidr>;

namespace operators {
/// The operators of two networks.
struct network_test : test {};
struct subnet_of : network_test {
  static constexpr std::string_view text = " << ";
};
struct subnet_of_or_equal : network_test {
  static constexpr std::string_view text = " <<= ";
};
struct supernet_of : network_test {
  static constexpr std::string_view text = " >> ";
};
struct supernet_of_or_equal : network_test {
  static constexpr std::string_view text = " >>= ";
};
template <class Operator>
concept network_operator = std::derived_from<Operator, network_test> || std::same_as<Operator, overlaps>;
}  // namespace operators

template <operators::network_operator Operator>
struct beside<Operator, types::inet> : only_beside<types::inet, types::cidr> {};
template <operators::network_operator Operator>
struct beside<Operator, types::cidr> : only_beside<types::cidr, types::inet> {};

/// Whether an address or network lies in a larger network, in it or is the same; holds a smaller one, holds it or is
/// the same. boolean. SQL: `left << right`, `<<=`, `>>`, `>>=`. `overlaps` of two networks is `&&`.
template <expression Left, class Right>
[[nodiscard]] constexpr auto subnet_of(const Left& left, const Right& right) {
  return apply_operator<operators::subnet_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto subnet_of_or_equal(const Left& left, const Right& right) {
  return apply_operator<operators::subnet_of_or_equal>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto supernet_of(const Left& left, const Right& right) {
  return apply_operator<operators::supernet_of>(left, right);
}
template <expression Left, class Right>
[[nodiscard]] constexpr auto supernet_of_or_equal(const Left& left, const Right& right) {
  return apply_operator<operators::supernet_of_or_equal>(left, right);
}

// An address so many further on, and how far two are apart (bigint), are + and -.
template <network_type Network>
struct operation<operators::plus, Network, types::bigint> : operation_gives<types::inet> {};
template <network_type Network>
struct operation<operators::plus, Network, types::integer> : operation_gives<types::inet> {};
template <network_type Network>
struct operation<operators::minus, Network, types::bigint> : operation_gives<types::inet> {};
template <network_type Network>
struct operation<operators::minus, Network, types::integer> : operation_gives<types::inet> {};
template <network_type Left, network_type Right>
struct operation<operators::minus, Left, Right> : operation_gives<types::bigint> {};

template <fixed_string Name, class Result, class Network>
[[nodiscard]] constexpr auto ask_network(const Network& network) {
  constexpr bool fits = refused_expression<Network> || network_type<typename Network::type>;
  static_assert(fits, "virga: this function takes an inet or a cidr; cast<T>(…) this expression");
  if constexpr (fits && !refused_expression<Network>)
    return function_call<Name, Result, nullability::of_arguments, Network>{{}, {{network}}};
  else
    return refused{};
}
/// The address as text, without the length of its mask; its family, 4 or 6 (integer); the length of its mask (integer).
template <expression Network>
[[nodiscard]] constexpr auto host(const Network& network) {
  return ask_network<"host", types::text>(network);
}
template <expression Network>
[[nodiscard]] constexpr auto family(const Network& network) {
  return ask_network<"family", types::integer>(network);
}
template <expression Network>
[[nodiscard]] constexpr auto masklen(const Network& network) {
  return ask_network<"masklen", types::integer>(network);
}
/// The network of an address (cidr); its mask, the bits that are not its mask, its last address (inet).
template <expression Network>
[[nodiscard]] constexpr auto network(const Network& network) {
  return ask_network<"network", types::cidr>(network);
}
template <expression Network>
[[nodiscard]] constexpr auto netmask(const Network& network) {
  return ask_network<"netmask", types::inet>(network);
}
template <expression Network>
[[nodiscard]] constexpr auto hostmask(const Network& network) {
  return ask_network<"hostmask", types::inet>(network);
}
template <expression Network>
[[nodiscard]] constexpr auto broadcast(const Network& network) {
  return ask_network<"broadcast", types::inet>(network);
}
/// A short text.
template <expression Network>
[[nodiscard]] constexpr auto abbrev(const Network& network) {
  return ask_network<"abbrev", types::text>(network);
}
/// With a mask of another length. The operand's type.
template <expression Network, class Length>
[[nodiscard]] constexpr auto set_masklen(const Network& network, const Length& length) {
  using type = typename Network::type;
  return call<"set_masklen", type(signature::exactly<type>, types::integer)>(network, length);
}
/// Whether both are of one family. boolean.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto inet_same_family(Given&&... given) {
  return call<"inet_same_family", types::boolean(types::inet, types::inet)>(static_cast<Given&&>(given)...);
}
/// The smallest network that holds both. cidr.
template <class... Given>
requires any_expression<Given...>
[[nodiscard]] constexpr auto inet_merge(Given&&... given) {
  return call<"inet_merge", types::cidr(types::inet, types::inet)>(static_cast<Given&&>(given)...);
}

}  // namespace virga
