#!/usr/bin/env python3
"""A stick is put into the real program, copied to by two clicks, and read elsewhere.

    stick_copy.py BUILD_FOLDER SOURCE_FOLDER

The stick is a file system in a process (tests/support/fuse_stick.cpp). Exit 0 if what it holds makes
a copy of the ledger that verifies, and a stick that is pulled out while it is written to is told in
words; 77 where no stick can be simulated.
"""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

SKIPPED = 77
NO_FAULT = ["0", str(1 << 30), str((1 << 32) - 1), "1", "0"]  # of the stick


def need(holds, what):
    if not holds:
        sys.exit(f"stick copy: {what}")


@contextmanager
def plugged(program, point, image, faults):
    """A stick that holds what `image` holds; afterwards, that is what is on it."""
    point.mkdir(parents=True, exist_ok=True)
    image.mkdir(exist_ok=True)
    stick = subprocess.Popen([program, point, image, *faults], stdout=subprocess.PIPE, text=True)
    if stick.stdout.readline().strip() != "in":
        print("skipped: no stick can be simulated here (FUSE)")
        sys.exit(SKIPPED)
    try:
        yield stick
    finally:
        stick.send_signal(signal.SIGTERM)
        stick.wait()
        subprocess.run(["fusermount3", "-u", "-z", "-q", point], check=False)


def press_copy(kiosk, becomes):
    """The two presses, and what the line at the bottom says in the end."""
    kiosk.wait_for("the stick", lambda items: "press to copy" in items["go.sticks"]["label"])
    kiosk.click("go.sticks")
    kiosk.click("sticks.copy")
    kiosk.wait_for(becomes, lambda items: items["go.sticks"]["label"] == becomes)


def main():
    build, source = map(Path, sys.argv[1:])
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        print("skipped: no stick can be simulated here (FUSE)")
        return SKIPPED
    sys.path.insert(0, str(source / "tools"))
    from scripted_meeting import Kiosk, display, run
    placet, fuse_stick = build / "placet", build / "fuse_stick"
    with tempfile.TemporaryDirectory() as temporary, display(1280, 720) as name:
        folder = Path(temporary)
        ledger, keys, media = folder / "a.placet", folder / "keys", folder / "media"
        media.mkdir()
        run([placet, "init", "--ledger", ledger, "--package", source / "assets/conferences/cah",
             "--keys", keys, "--demonstration", "--delegations", "1"])
        env = {**os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        kiosk = Kiosk(build / "placet-terminal",
                      ["--ledger", ledger, "--keys", keys, "--windowed", "--size", "1280x720",
                       "--test-hook", "--sticks", media], env, folder)
        try:
            with plugged(fuse_stick, media / "PULLED", folder / "pulled", ["6", *NO_FAULT[1:]]):
                press_copy(kiosk, "Stick: not done, see why")
            with plugged(fuse_stick, media / "GOOD", folder / "good", NO_FAULT):
                press_copy(kiosk, "Stick: safe to remove")
            kiosk.quit()
        finally:
            kiosk.process.kill()
            kiosk.process.wait()
        key = run([placet, "vkey", "--ledger", ledger]).strip()
        run([placet, "follow", "--ledger", folder / "copy.placet", "--vkey", key])
        run([placet, "import", "--ledger", folder / "copy.placet", folder / "good" / "placet"])
        run([placet, "verify", "--ledger", folder / "copy.placet"])
        same = ["show", "--lines", "--ledger"]
        need(run([placet, *same, ledger]) == run([placet, *same, folder / "copy.placet"]),
             "the copy does not hold what the ledger holds")
        need(not (folder / "pulled/placet/checkpoint").exists(), "half a copy has a checkpoint")
    print("a stick that was pulled out, and one that was copied to and read: as they should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
