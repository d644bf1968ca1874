# shellcheck shell=bash
# SPDX-License-Identifier: BSL-1.0
#
# Sourced by the scripts. `virga_install GROUP...` installs what is missing of the groups build, test, benchmark and
# postgres, from the distribution's own packages. Nothing is removed, and nothing is done where nothing is missing.
# On systems without apt it only says what is needed; CMake then says what it cannot find.

# The packages of a group; the first of several spellings that is installed or that apt offers is taken.
virga_packages() {
  case $1 in
    build)
      # Debian 12's libboost-dev is 1.74, too old for Boost.PFR.
      echo g++ cmake ninja-build libboost1.81-dev\|libboost-dev libpqxx-dev libpq-dev libfmt-dev ccache
      ;;
    postgres) echo postgresql ;;
    test) echo libgtest-dev pgbouncer clang-19\|clang libclang-rt-19-dev\|libclang-rt-dev ;;
    benchmark) echo libbenchmark-dev clang-19\|clang ;;
    *)
      echo "virga_packages: no group $1" >&2
      return 1
      ;;
  esac
}

virga_is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Is the need met already, by this package or by something the user has put there by hand?
virga_is_met() {
  case $1 in
    g++ | cmake | ccache | clang-19 | clang) command -v "${1/clang/clang++}" >/dev/null && return 0 ;;
    ninja-build) command -v ninja >/dev/null && return 0 ;;
    postgresql)
      [[ -n ${VIRGA_POSTGRES_BIN:-} ]] && return 0
      compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return 0
      command -v initdb >/dev/null && return 0
      ;;
    libboost*) [[ -e /usr/include/boost/pfr/core.hpp || -e /usr/local/include/boost/pfr/core.hpp ]] && return 0 || return 1 ;;
  esac
  virga_is_installed "$1"
}

virga_is_offered() {
  [[ -n $(apt-cache madison "$1" 2>/dev/null) ]]
}

# Debian's package makes and starts a cluster for the whole system; the tests and the tour never use it. The file says
# so to the package's installation and is taken away again after it.
virga_without_system_cluster() {
  local folder=/etc/postgresql-common/createcluster.d file status=0
  file=$folder/zz-virga-installation.conf
  "${virga_as_root[@]}" mkdir -p "$folder"
  echo 'create_main_cluster = false' | "${virga_as_root[@]}" tee "$file" >/dev/null
  "$@" || status=$?
  "${virga_as_root[@]}" rm -f "$file"
  return $status
}

virga_install() {
  local group need spelling wanted=() missing=()
  if ! command -v apt-get >/dev/null; then
    echo "This system has no apt: please install a C++20 compiler, CMake 3.24, Ninja, Boost 1.75, libpqxx 6.4, libpq, fmt," \
      "GoogleTest and the PostgreSQL server if they are not there yet." >&2
    return 0
  fi
  for group in "$@"; do
    for need in $(virga_packages "$group"); do wanted+=("$need"); done
  done
  for need in "${wanted[@]}"; do
    for spelling in ${need//|/ }; do virga_is_met "$spelling" && continue 2; done
    missing+=("$need")
  done
  [[ ${#missing[@]} -eq 0 ]] && return 0

  virga_as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "Missing packages: ${missing[*]}. Neither root nor sudo is at hand; please have them installed." >&2
      return 1
    fi
    virga_as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
  fi
  echo "Installing what is missing: ${missing[*]}"
  "${virga_as_root[@]}" apt-get update -q
  local packages=()
  for need in "${missing[@]}"; do
    for spelling in ${need//|/ }; do
      if virga_is_offered "$spelling"; then
        packages+=("$spelling")
        continue 2
      fi
    done
    echo "apt offers none of: ${need//|/, }" >&2
    return 1
  done
  local install=("${virga_as_root[@]}" apt-get install -q -y --no-install-recommends --no-remove "${packages[@]}")
  if [[ " ${packages[*]} " == *" postgresql "* ]]; then
    virga_without_system_cluster "${install[@]}"
  else
    "${install[@]}"
  fi
}
