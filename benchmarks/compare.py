#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Reads what virga_benchmarks and compile_cost.py measured, prints one table, and tells what got slower.

    benchmarks/compare.py [--json FILE] [--compare FILE] [--allow PERCENT] MEASURED...

MEASURED are the JSON files of the two. A benchmark called "group/member" belongs to a group, whose baseline is the
member "by hand", or the first that begins with "libpq" and is not libpqxx; for compile times it is libpqxx's own header.
Times are medians over the repetitions, the spread is half the distance between the quartiles in percent of the median.

--json writes the table as JSON; --compare reads such a file of an earlier run and tells what got slower since. What is
compared is each member's ratio to its baseline, measured in the same run, so the two runs may be of different machines
or hours; a group without a baseline is compared by its times. Slower is what rose by more than the spreads of both runs
together, and by more than PERCENT (3). The exit status is 1 then, and 2 where the files cannot be compared.
"""
import argparse
import json
import statistics
import sys


def spread(times):
    times = sorted(times)
    quarter = len(times) // 4
    return (times[-1 - quarter] - times[quarter]) / 2 / statistics.median(times) * 100


def is_baseline(member):
    return member == "by hand" or (member.startswith("libpq") and not member.startswith("libpqxx")) or member == "pqxx/pqxx"


def of_benchmarks(measured):
    """Google Benchmark's JSON: one entry for each repetition."""
    for run in measured["benchmarks"]:
        if run.get("run_type") == "iteration":
            name = run["run_name"].replace("/real_time", "")
            group, _, member = name.partition("/")
            rest, _, size = member.partition("/")
            if size.isdigit():  # the argument of a benchmark that has one: a group for each
                group, member = f"{group}, {size}", rest
            yield group, member or name, run["real_time"], run["time_unit"], run.get("allocations")


def of_compilers(measured):
    """compile_cost.py's JSON: one entry for each unit and compiler."""
    for unit in measured:
        for seconds in unit.get("rounds", [unit["cpu_seconds"]]):
            yield f"compile with {unit['compiler']}", unit["unit"], seconds, "s", None


def table_of(files):
    groups = {}
    for path in files:
        with open(path, encoding="utf-8") as file:
            measured = json.load(file)
        for group, member, time, unit, allocations in (of_benchmarks if "benchmarks" in measured else of_compilers)(measured):
            entry = groups.setdefault(group, {}).setdefault(member, {"times": [], "unit": unit})
            entry["times"].append(time)
            entry["allocations"] = allocations
    rows = []
    for group, members in sorted(groups.items()):
        names = sorted(members, key=lambda name: (name != "by hand", not is_baseline(name), name))
        base = members[names[0]]["times"] if is_baseline(names[0]) else None
        for member in names:
            entry = members[member]
            middle = statistics.median(entry["times"])
            own = member == names[0] or base is None
            rows.append({"what": group, "how": member, "time": middle, "unit": entry["unit"],
                         "spread": spread(entry["times"]), "allocations": entry["allocations"],
                         "ratio": None if base is None else middle / statistics.median(base),
                         "ratio_spread": spread(entry["times"]) + (0 if own else spread(base))})
    return rows


def print_table(rows):
    print("| what | how | time | ± | ratio | allocations |\n|---|---|---:|---:|---:|---:|")
    for row in rows:
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        allocations = "" if row["allocations"] is None else f"{row['allocations']:.0f}"
        print(f"| {row['what']} | {row['how']} | {row['time']:.4g} {row['unit']} | {row['spread']:.0f} % | {ratio} "
              f"| {allocations} |")


def slower(before, now, allow):
    """What got slower: lines that say so."""
    then = {(row["what"], row["how"]): row for row in before}
    for row in now:
        old = then.get((row["what"], row["how"]))
        if old is None or old["unit"] != row["unit"]:
            continue
        by = "time" if row["ratio"] is None or old["ratio"] is None else "ratio"
        rise = (row[by] / old[by] - 1) * 100
        noise = max(allow, row["ratio_spread"] + old["ratio_spread"])
        if rise > noise:
            yield (f"slower: {row['what']}, {row['how']}: {by} {old[by]:.3g} before, {row[by]:.3g} now, "
                   f"{rise:.0f} % more (noise: {noise:.0f} %)")
        if None not in (row["allocations"], old["allocations"]) and row["allocations"] > old["allocations"] + 0.5:
            yield (f"slower: {row['what']}, {row['how']}: {old['allocations']:.0f} allocations before, "
                   f"{row['allocations']:.0f} now")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", nargs="+")
    parser.add_argument("--json")
    parser.add_argument("--compare")
    parser.add_argument("--allow", type=float, default=3, metavar="PERCENT")
    arguments = parser.parse_args()

    rows = table_of(arguments.measured)
    print_table(rows)
    before = None
    if arguments.compare:
        with open(arguments.compare, encoding="utf-8") as file:
            before = json.load(file)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            file.write(json.dumps(rows, indent=1) + "\n")
    if before is None:
        return 0
    shared = {(row["what"], row["how"]) for row in before} & {(row["what"], row["how"]) for row in rows}
    if not shared:
        print(f"{arguments.compare} has nothing that was measured now", file=sys.stderr)
        return 2
    found = list(slower(before, rows, arguments.allow))
    print("\n" + "\n".join(found or [f"nothing of {len(shared)} got slower"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
