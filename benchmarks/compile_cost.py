#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What virga costs to compile: its headers alone, and 50 generated queries over 10 tables.

    benchmarks/compile_cost.py [--compilers g++,clang++-19] [--queries 50] [--rounds 5] [--json FILE]

Prints CPU seconds (user and system, the best of the rounds), object size and longest symbol. A query is five clauses:
a select of four columns from two joined tables with three conditions, an order and a limit; `text` takes its SQL,
`executed` fetches its rows into structs through virga::database. `by hand` is the same work written against libpqxx.
`monster` is queries of 15 clauses, `wide query` one of 40 columns, 8 joins and 3 common table expressions, which shows
that the default depth of templates is enough: both to text.
Every round compiles every unit once, so that a busy moment of the machine does not hit one of them alone.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES, COLUMNS = 10, 9
TYPES = ["text", "integer", "boolean", "timestamptz"]


def tables():
    lines = ["namespace pg = virga::pg;", "using virga::col;"]
    for t in range(TABLES):
        lines.append(f"template <class Mode> struct t{t}_table {{")
        lines.append(f'  static constexpr auto table = pg::table("t{t}");')
        lines.append('  col<Mode, pg::bigint("id").primary_key()> id{};')
        for c in range(COLUMNS):
            lines.append(f'  col<Mode, pg::{TYPES[c % 4]}("c{c}").not_null()> c{c}{{}};')
        lines.append("};")
        lines.append(f"inline constexpr virga::table<t{t}_table> t{t};")
    return lines


def pair(q):
    a, b = q % TABLES, (q * 3 + 1) % TABLES
    return (a, b) if a != b else (a, (b + 1) % TABLES)


def query(q):
    a, b = pair(q)
    return (f"virga::select(t{a}.id, t{a}.c{q % 9}, t{b}.c{(q + 1) % 9}, t{b}.c{(q + 2) % 9}).from(t{a})"
            f".inner_join(t{b}, t{a}.id == t{b}.id)"
            f".where(t{a}.c1 > x + {q} && virga::like(t{b}.c0, s) && t{b}.c5 == {q})"
            f".order_by(t{a}.c3).limit({q + 1})")


def monster(q):
    """15 clauses: with, distinct, from, five joins, where, group by, having, window, order by, limit, offset."""
    t = [f"t{(q + i) % TABLES}" for i in range(7)]
    return (f"virga::with(virga::cte(\"recent\"_name).as(virga::select({t[6]}.id, {t[6]}.c1).from({t[6]})"
            f".where({t[6]}.c1 > x + {q})))"
            f".select_distinct({t[0]}.id, {t[1]}.c0, virga::count().as(\"n\"_name), virga::max({t[2]}.c1).as(\"most\"_name), "
            f"virga::row_number().over(\"w\"_name).as(\"place\"_name))"
            f".from({t[0]}).inner_join({t[1]}, {t[0]}.id == {t[1]}.id).left_join({t[2]}, {t[2]}.id == {t[1]}.id)"
            f".left_join({t[3]}, {t[3]}.id == {t[0]}.id).inner_join({t[4]}, {t[4]}.id == {t[1]}.id && {t[4]}.c5 < x)"
            f".inner_join({t[5]}, {t[5]}.id == {t[4]}.id)"
            f".where({t[0]}.c1 > x && virga::like({t[1]}.c0, s) && ({t[4]}.c5 == {q} || {t[5]}.c2))"
            f".group_by({t[0]}.id, {t[1]}.c0).having(virga::count() > {q} && virga::max({t[2]}.c1) < x)"
            f".window(\"w\"_name, virga::partition_by({t[1]}.c0).order_by({t[0]}.id))"
            f".order_by({t[0]}.id, {t[1]}.c0).limit({q + 1}).offset(x)")


def wide_query():
    """40 columns, 8 joins, 3 common table expressions."""
    lines = [f"constexpr auto cte{i} = virga::cte(\"cte{i}\"_name).as(virga::select(t{i}.id, t{i}.c1, t{i}.c2).from(t{i}));"
             for i in range(3)]
    columns = [f"t{t}.{name}" for t in range(6) for name in ("id", "c0", "c1", "c2", "c4", "c5")]
    columns += [f"cte{i}[t{i}.c1].as(\"c1_of_cte{i}\"_name)" for i in range(3)] + ["cte0[t0.id].as(\"id_of_cte0\"_name)"]
    joins = "".join(f".inner_join(t{t}, t{t}.id == t0.id)" for t in range(1, 6))
    joins += "".join(f".left_join(cte{i}, cte{i}[t{i}.id] == t0.id)" for i in range(3))
    lines.append(f"std::string_view wide() {{ auto q = virga::with(cte0, cte1, cte2).select({', '.join(columns)}).from(t0)"
                 f"{joins}; return q.text(); }}")
    return lines


def by_hand(q):
    a, b = pair(q)
    kinds = ["std::int64_t", "std::string", "int", "bool"]
    columns = [("id", "std::int64_t")] + [(f"c{i % 9}", ["std::string", "int", "bool", "std::string"][i % 9 % 4])
                                          for i in (q, q + 1, q + 2)]
    members = " ".join(f"{kind} m{i};" for i, (_, kind) in enumerate(columns))
    names = ", ".join(f'\\"t{a if i < 2 else b}\\".\\"{name}\\"' for i, (name, _) in enumerate(columns))
    reads = ", ".join(f"r[{i}].as<{kind}>()" for i, (_, kind) in enumerate(columns))
    del kinds
    return [f"struct row{q} {{ {members} }};",
            f"std::vector<row{q}> q{q}(pqxx::work& w, int x, const std::string& s) {{",
            f"  std::vector<row{q}> rows;",
            f'  for (auto r : w.exec_params("select {names} from \\"t{a}\\" inner join \\"t{b}\\" on \\"t{a}\\".\\"id\\" = '
            f'\\"t{b}\\".\\"id\\" where \\"t{a}\\".\\"c1\\" > $1 and \\"t{b}\\".\\"c0\\" like $2 and \\"t{b}\\".\\"c5\\" = $3 '
            f'order by \\"t{a}\\".\\"c3\\" limit $4", x + {q}, s, {q}, {q + 1}))',
            f"    rows.push_back(row{q}{{{reads}}});",
            "  return rows;", "}"]


def units(queries):
    std = ["#include <cstdint>", "#include <optional>", "#include <string>", "#include <string_view>",
           "#include <vector>"]
    core = std + ["#include <virga/virga.hpp>"]
    full = core + ["#include <virga/pqxx.hpp>"]
    texts = [f"std::string_view q{q}(int x, std::string s) {{ auto q = {query(q)}; return q.text(); }}"
             for q in range(queries)]
    dynamic = [f"std::string q{q}(int x, std::string s) {{ auto q = {query(q)}; return virga::to_sql(q).text; }}"
               for q in range(queries)]
    executed = [f"auto q{q}(virga::database& db, int x, std::string s) {{ return {query(q)}.all(db); }}"
                for q in range(queries)]
    hand = [line for q in range(queries) for line in by_hand(q)]
    literals = ["using namespace virga::literals;"]
    monsters = literals + [f"std::string_view q{q}(int x, std::string s) {{ auto q = {monster(q)}; return q.text(); }}"
                           for q in range(TABLES)]
    yield "std headers", std, None
    yield "virga/virga.hpp", core, None
    yield "virga/virga.hpp + tables", core + tables(), None
    yield "text", core + tables() + texts, "virga/virga.hpp + tables"
    yield "to_sql", core + tables() + dynamic, "virga/virga.hpp + tables"
    yield "monster", core + tables() + monsters, "virga/virga.hpp + tables"
    yield "wide query", core + tables() + literals + wide_query(), "virga/virga.hpp + tables"
    yield "virga/pqxx.hpp", full, None
    yield "virga/pqxx.hpp + tables", full + tables(), None
    yield "executed", full + tables() + executed, "virga/pqxx.hpp + tables"
    yield "pqxx/pqxx", std + ["#include <pqxx/pqxx>"], None
    yield "by hand", std + ["#include <pqxx/pqxx>"] + hand, "pqxx/pqxx"


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def longest_symbol(path):
    names = subprocess.run(["nm", path], capture_output=True, text=True, check=True).stdout.split("\n")
    return max((len(line.split()[-1]) for line in names if line.split()), default=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--flags", default="-O0")
    parser.add_argument("--json")
    arguments = parser.parse_args()

    compilers = [c for c in arguments.compilers.split(",")
                 if subprocess.run(["which", c], capture_output=True).returncode == 0]
    libpq = subprocess.run(["pg_config", "--includedir"], capture_output=True, text=True).stdout.strip()
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for compiler in compilers:
            plan = []
            for name, lines, base in units(arguments.queries):
                source = os.path.join(folder, f"{compiler}-{len(plan)}.cpp")
                Path(source).write_text("\n".join(lines) + "\n")
                plan.append({"compiler": compiler, "unit": name, "base": base, "source": source, "cpu": []})
            for _ in range(arguments.rounds):
                for one in plan:
                    one["cpu"].append(cpu_seconds(
                        [compiler, "-std=c++20", *arguments.flags.split(), f"-I{ROOT}/include", f"-I{libpq}", "-w",
                         "-c", one["source"], "-o", one["source"] + ".o"]))
            best = {one["unit"]: min(one["cpu"]) for one in plan}
            print(f"\n{compiler} {arguments.flags}, {arguments.queries} queries, best of {arguments.rounds}")
            print(f"{'unit':28} {'CPU s':>7} {'ms a query':>11} {'object KiB':>11} {'longest symbol':>15}")
            for one in plan:
                count = {"monster": TABLES, "wide query": 1}.get(one["unit"], arguments.queries)
                per_query = (best[one["unit"]] - best[one["base"]]) / count * 1000 if one["base"] else None
                size = os.path.getsize(one["source"] + ".o") / 1024
                symbol = longest_symbol(one["source"] + ".o")
                shown = f"{per_query:11.1f}" if per_query is not None else " " * 11
                print(f"{one['unit']:28} {best[one['unit']]:7.2f} {shown} {size:11.0f} {symbol:15}")
                results.append({"compiler": compiler, "unit": one["unit"], "cpu_seconds": best[one["unit"]], "rounds": one["cpu"],
                                "ms_per_query": per_query, "object_kib": size, "longest_symbol": symbol})
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
