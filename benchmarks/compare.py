#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Reads the JSON of virga_benchmarks and prints each group's medians and their ratio to the hand-written member.

    benchmarks/compare.py FILE

A benchmark called "group/member" belongs to a group; its baseline is the member "by hand", or the first that begins
with "libpq" and is not libpqxx. Times are medians over the repetitions, the spread is half the
distance between the quartiles in percent of the median.
"""
import json
import statistics
import sys


def main():
    data = json.load(open(sys.argv[1]))
    groups = {}
    for run in data["benchmarks"]:
        if run.get("run_type") != "iteration":
            continue
        group, member = run["run_name"].replace("/real_time", "").split("/", 1)
        entry = groups.setdefault(group, {}).setdefault(member, {"times": [], "unit": run["time_unit"]})
        entry["times"].append(run["real_time"])
        entry["allocations"] = run.get("allocations")
    print("| what | how | time | ± | ratio | allocations |\n|---|---|---:|---:|---:|---:|")
    for group, members in sorted(groups.items()):
        names = sorted(members, key=lambda name: (name != "by hand", not name.startswith("libpq"), name))
        first = statistics.median(members[names[0]]["times"])
        for member in names:
            entry = members[member]
            times = sorted(entry["times"])
            middle = statistics.median(times)
            quarter = len(times) // 4
            spread = (times[-1 - quarter] - times[quarter]) / 2 / middle * 100
            allocations = "" if entry["allocations"] is None else f"{entry['allocations']:.0f}"
            print(f"| {group} | {member} | {middle:.4g} {entry['unit']} | {spread:.0f} % | {middle / first:.2f} "
                  f"| {allocations} |")


if __name__ == "__main__":
    sys.exit(main())
