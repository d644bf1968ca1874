#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What benchmarks/compare.py says of runs that are made up here. The argument is its path."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

TOOL = sys.argv.pop()


def benchmarks(**times):
    """A run of virga_benchmarks; `fetch__virga=[1, 2]` is the benchmark fetch/virga and its repetitions."""
    return {"benchmarks": [{"run_type": "iteration", "run_name": name.replace("__", "/") + "/real_time", "real_time": time,
                            "time_unit": "us", "allocations": 3}
                           for name, all_times in times.items() for time in all_times]
            + [{"run_type": "aggregate", "run_name": "fetch/virga/real_time", "real_time": 1e9, "time_unit": "us"}]}


class Comparison(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content=None):
        path = os.path.join(self.folder.name, name)
        if content is not None:
            with open(path, "w", encoding="utf-8") as out:
                json.dump(content, out)
        return path

    def run_tool(self, content, *arguments):
        return subprocess.run([sys.executable, TOOL, *arguments, self.file("now.json", content)], capture_output=True,
                              text=True)

    def compared(self, before, now):
        first = self.run_tool(before, "--json", self.file("table.json"))
        self.assertEqual(first.returncode, 0, first.stderr)
        return self.run_tool(now, "--compare", self.file("table.json"))

    def test_a_table_has_medians_spreads_and_ratios(self):
        said = self.run_tool(benchmarks(fetch__libpq=[90, 100, 110, 100, 500], fetch__virga=[150, 150, 150, 150, 150],
                                        fetch__libpqxx=[200]))
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertEqual(said.stdout.split("\n")[2:], [
            "| fetch | libpq | 100 us | 5 % | 1.00 | 3 |",
            "| fetch | libpqxx | 200 us | 0 % | 2.00 | 3 |",
            "| fetch | virga | 150 us | 0 % | 1.50 | 3 |", ""])

    def test_an_argument_makes_a_group_and_a_number_of_threads_does_not(self):
        said = self.run_tool(benchmarks(bulk__libpq__10=[1], bulk__virga__10=[2], bulk__libpq__100=[3],
                                        pool__libpq__threads=[4]))
        self.assertIn("| bulk, 10 | virga | 2 us | 0 % | 2.00 | 3 |", said.stdout)
        self.assertIn("| bulk, 100 | libpq | 3 us | 0 % | 1.00 | 3 |", said.stdout)
        self.assertIn("| pool | libpq/threads | 4 us |", said.stdout)

    def test_compile_times_stand_in_the_same_table(self):
        compiled = [{"compiler": "g++", "unit": "pqxx/pqxx", "cpu_seconds": 0.5, "rounds": [0.5, 0.6, 0.7]},
                    {"compiler": "g++", "unit": "executed", "cpu_seconds": 1.2, "rounds": [1.2, 1.2, 1.2]}]
        said = self.run_tool(benchmarks(fetch__libpq=[1]), self.file("compiled.json", compiled))
        self.assertIn("| compile with g++ | executed | 1.2 s | 0 % | 2.00 |  |", said.stdout)
        self.assertIn("| fetch | libpq | 1 us | 0 % | 1.00 | 3 |", said.stdout)

    def test_what_got_slower_is_told_by_the_status_and_by_name(self):
        said = self.compared(benchmarks(fetch__libpq=[100] * 5, fetch__virga=[100] * 5, insert__libpq=[10] * 5),
                             benchmarks(fetch__libpq=[100] * 5, fetch__virga=[120] * 5, insert__libpq=[30] * 5))
        self.assertEqual(said.returncode, 1, said.stderr)
        self.assertIn("slower: fetch, virga: ratio 1 before, 1.2 now, 20 % more (noise: 3 %)", said.stdout)
        self.assertEqual(said.stdout.count("slower:"), 1)

    def test_a_slower_machine_is_not_a_slower_program(self):
        said = self.compared(benchmarks(fetch__libpq=[100] * 5, fetch__virga=[110] * 5),
                             benchmarks(fetch__libpq=[300] * 5, fetch__virga=[330] * 5))
        self.assertEqual(said.returncode, 0, said.stdout)
        self.assertIn("nothing of 2 got slower", said.stdout)

    def test_where_there_is_no_baseline_times_are_compared(self):
        said = self.compared(benchmarks(render__virga=[100] * 5), benchmarks(render__virga=[110] * 5))
        self.assertEqual(said.returncode, 1, said.stdout)
        self.assertIn("time 100 before, 110 now", said.stdout)

    def test_what_is_within_the_spread_is_noise(self):
        noisy = [80, 90, 100, 110, 120]
        said = self.compared(benchmarks(fetch__libpq=[100] * 5, fetch__virga=noisy),
                             benchmarks(fetch__libpq=[100] * 5, fetch__virga=[time * 1.15 for time in noisy]))
        self.assertEqual(said.returncode, 0, said.stdout)
        said = self.compared(benchmarks(fetch__libpq=[100] * 5, fetch__virga=noisy),
                             benchmarks(fetch__libpq=[100] * 5, fetch__virga=[time * 1.4 for time in noisy]))
        self.assertEqual(said.returncode, 1, said.stdout)

    def test_more_allocations_are_slower(self):
        more = benchmarks(fetch__virga=[100] * 5)
        for run in more["benchmarks"]:
            run["allocations"] = 4
        said = self.compared(benchmarks(fetch__virga=[100] * 5), more)
        self.assertEqual(said.returncode, 1, said.stdout)
        self.assertIn("slower: fetch, virga: 3 allocations before, 4 now", said.stdout)

    def test_files_without_anything_in_common_are_a_mistake(self):
        self.assertEqual(self.compared(benchmarks(fetch__virga=[1]), benchmarks(insert__virga=[1])).returncode, 2)

    def test_a_run_may_be_compared_with_the_file_that_it_replaces(self):
        self.assertEqual(self.run_tool(benchmarks(fetch__virga=[100] * 5), "--json", self.file("table.json")).returncode, 0)
        said = self.run_tool(benchmarks(fetch__virga=[200] * 5), "--json", self.file("table.json"), "--compare",
                             self.file("table.json"))
        self.assertEqual(said.returncode, 1, said.stdout)


if __name__ == "__main__":
    unittest.main()
