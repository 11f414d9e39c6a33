#!/usr/bin/env python3
"""Measures the window of placet-terminal on a display of its own: first frame, memory, idleness.

    window.py BUILD_FOLDER SOURCE_FOLDER [--rounds N] [--idle SECONDS]

Prints rows of the table of tools/bench/README.md. The yardstick is an empty window with an OpenGL
context (bare_window.cpp) on the same display. Needs xvfb.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def display(width, height):
    """A display of its own; gives its name."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24",
         "-nolisten", "tcp"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            yield ":" + answer.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Shown:
    """A program with a window, from its start to its first frame."""

    def __init__(self, command, name):
        begun = time.monotonic()
        self.process = subprocess.Popen(list(map(str, command)), text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE,
                                        env={**os.environ, "DISPLAY": name,
                                             "SDL_VIDEODRIVER": "x11"})
        self.until_shown()
        self.first_frame_s = time.monotonic() - begun

    def until_shown(self):
        """Both programs answer a line that comes in with one that goes out, after a frame."""
        while True:
            self.process.stdin.write("dump\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline().strip()
            if not answer:
                sys.exit(f"window.py: {self.process.args[0]} ended with {self.process.wait()}")
            if answer != "[]":
                return

    def status(self, name):
        """A figure of every thread, summed up."""
        total = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if line.startswith(name + ":"):
                    total += int(line.split()[1])
        return total

    def resident_mb(self):
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0]) / 1024

    def ticks(self):
        """Processor time in hundredths of a second."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def end(self):
        self.process.stdin.write("quit\n")
        self.process.stdin.close()
        self.process.wait()


def text_of(values, unit):
    middle = statistics.median(values)
    text = f"{middle:.3g} {unit}"
    return text if len(values) == 1 else f"{text} ({min(values):.3g}-{max(values):.3g})"


def row(what, ours, bare, unit, must, good=None):
    middle = statistics.median(ours)
    reached = "good" if good is not None and middle <= good else "met" if middle <= must else "MISSED"
    goal = f"<= {must}" + (f", good {good}" if good is not None else "")
    beside = f"{text_of(bare, unit)}, an empty window" if bare else ""
    print(f"| {what} | {text_of(ours, unit)} | {beside} | | {goal} | {reached} |", flush=True)


def measure_size(build, terminal, name, size, rounds):
    """First frames in seconds and resident memory in MB, of ours and of the empty window."""
    figures = {"ours": ([], []), "bare": ([], [])}
    for _ in range(rounds):
        for which, command in (("ours", [*terminal, "--size", size]),
                               ("bare", [build / "bare_window", *size.split("x")])):
            shown = Shown(command, name)
            figures[which][0].append(shown.first_frame_s)
            figures[which][1].append(shown.resident_mb())
            shown.end()
    return figures["ours"], figures["bare"]


def measure_idle(terminal, name, seconds):
    shown = Shown([*terminal, "--size", "1920x1080"], name)
    time.sleep(3)  # the audit that follows an opening is no idleness
    ticks, wakes = shown.ticks(), shown.status("voluntary_ctxt_switches")
    time.sleep(seconds)
    ticks, wakes = shown.ticks() - ticks, shown.status("voluntary_ctxt_switches") - wakes
    shown.end()
    row(f"processor time in {seconds} s of idleness", [ticks], [], "ticks", 0)
    row(f"wake-ups in {seconds} s of idleness", [wakes], [], "", 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        subprocess.run([options.build / "placet", "init", "--demonstration", "--delegations", "2",
                        "--package", options.source / "assets/conferences/cah",
                        "--ledger", folder / "ledger", "--keys", folder / "keys"],
                       check=True, stdout=subprocess.DEVNULL)
        terminal = [options.build / "placet-terminal", "--ledger", folder / "ledger",
                    "--keys", folder / "keys", "--windowed", "--test-hook"]
        for size, label, must in (("1920x1080", "1080p", 200), ("3840x2160", "4K", 230)):
            with display(*size.split("x")) as name:
                ours, bare = measure_size(options.build, terminal, name, size, options.rounds)
                if label == "1080p":
                    row("first frame, 1080p, from the start of the program", ours[0], bare[0], "s",
                        0.5)
                row(f"resident memory, {label}", ours[1], bare[1], "MB", must)
        with display("1920", "1080") as name:
            measure_idle(terminal, name, options.idle)


if __name__ == "__main__":
    main()
