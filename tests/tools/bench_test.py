#!/usr/bin/env python3
"""placet-bench runs, small, and prints every figure. Says nothing of how good they are.

    bench_test.py PLACET_BENCH
"""

import subprocess
import sys

FIGURES = ["durable append of a sealed ballot", "syncs per append", "appends in batches of 100",
           "full verification of", "hash-only verification", "peak memory of verify",
           "instructions of full verification", "open the log of", "open the desk of",
           "disk per entry", "replay of everything", "one decision of", "accreditation of",
           "a frame of the vote screen", "the presence of every State made anew",
           "PIN to ballot on screen"]
PEER_JOBS = ["J1 append 1 by 1", "J2 append in batches of 100"]


def run(*command):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def main():
    bench = sys.argv[1]
    table = run(bench, "--small").splitlines()
    for figure in FIGURES:
        rows = [line for line in table if line.startswith("| " + figure)]
        if not rows or any(len(row.split("|")) != 8 for row in rows):
            sys.exit(f"no whole row for: {figure}\n" + "\n".join(table))
    lines = run(bench, "--small", "--rows", "--only", "append", "--only", "batch").splitlines()
    fields = [line.split("\t") for line in lines]
    if [field[:3] for field in fields] != [["ROW", job, "placet"] for job in PEER_JOBS]:
        sys.exit("other lines than expected: " + "\n".join(lines))
    if any(len(field) != 9 or float(field[3]) <= 0 for field in fields):
        sys.exit("a line of another form: " + "\n".join(lines))
    if subprocess.run([bench, "--only", "nothing"], capture_output=True, check=False).returncode == 0:
        sys.exit("a benchmark that is not there was run")


if __name__ == "__main__":
    main()
