#!/usr/bin/env python3
"""Measures the window of placet-terminal on a display of its own: first frame, memory, presses,
idleness.

    window.py BUILD_FOLDER SOURCE_FOLDER [--rounds N] [--idle SECONDS]

Prints rows of the table of tools/bench/README.md. The yardstick is an empty window with an OpenGL
context (bare_window.cpp) on the same display, and of a press a frame of the same screen. Needs xvfb
and python3-xlib.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import Xlib.display
from Xlib import X
from Xlib.ext import xtest


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
        while self.dump() == "[]":
            pass

    def dump(self):
        self.process.stdin.write("dump\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            sys.exit(f"window.py: {self.process.args[0]} ended with {self.process.wait()}")
        return answer

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


class Finger:
    """Presses on a display and sees its pixels, as a person does."""

    def __init__(self, name):
        self.display = Xlib.display.Display(name)
        self.root = self.display.screen().root

    def move(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        self.display.sync()

    def button(self, event):
        xtest.fake_input(self.display, event, 1)
        self.display.flush()

    def pixels(self, x, y, width):
        """A line of the picture."""
        return self.root.get_image(x, y, width, 1, X.ZPixmap, 0xFFFFFFFF).data


def press_ms(shown, finger, rect):
    """From the moment the finger leaves, which is when a press counts, until a pixel of the
    rectangle's middle line differs."""
    left, top, width, height = map(int, rect)
    line = (left, top + height // 2, width)
    finger.move(left + width // 2, top + height // 2)
    finger.button(X.ButtonPress)
    shown.dump()
    shown.dump()  # the finger on it has been drawn
    before = finger.pixels(*line)
    begun = time.monotonic()
    finger.button(X.ButtonRelease)
    while finger.pixels(*line) == before:
        if time.monotonic() > begun + 5:
            sys.exit("window.py: a press changed nothing in five seconds")
        time.sleep(0.0005)  # looking all the time takes a processor from who renders
    return 1000 * (time.monotonic() - begun)


def frame_ms(shown, finger, rect):
    """Of one more frame of what is on the screen, drawn before the answer, until the display has
    taken it."""
    begun = time.monotonic()
    shown.dump()
    finger.pixels(int(rect[0]), int(rect[1]), 1)
    return 1000 * (time.monotonic() - begun)


def measure_press(terminal, name, size, label, rounds):
    shown = Shown([*terminal, "--size", size], name)
    time.sleep(3)  # the audit that follows an opening draws frames of its own
    finger = Finger(name)
    presses, frames = [], []
    for _ in range(4 * rounds):
        for target in ("go.ledger", "go.sitting"):
            items = {item["id"]: item for item in json.loads(shown.dump())["items"]}
            rect = items[target]["rect"]
            presses.append(press_ms(shown, finger, rect))
            frames.append(statistics.median(frame_ms(shown, finger, rect) for _ in range(3)))
    shown.end()
    over = [press - frame for press, frame in zip(presses, frames)]
    print(f"| press to changed pixels, {label} | {text_of(presses, 'ms')} | "
          f"{text_of(frames, 'ms')}, a frame of the same screen | beyond it {text_of(over, 'ms')} | "
          f"<= a frame + 5 ms | {'met' if statistics.median(over) <= 5 else 'MISSED'} |", flush=True)


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
                measure_press(terminal, name, size, label, options.rounds)
        with display("1920", "1080") as name:
            measure_idle(terminal, name, options.idle)


if __name__ == "__main__":
    main()
