#!/usr/bin/env python3
"""The real program fails in the middle of its work: no crash dump is left, and the ledger is good.

    no_crash_dump.py BUILD_FOLDER SOURCE_FOLDER

Its memory holds keys and, in a vote that is not recorded, positions. Exit 0 if so; 77 where this
system dumps nothing of any program, so that nothing would be shown.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def need(holds, what):
    if not holds:
        sys.exit(f"no crash dump: {what}")


def dumped(process):
    """After a fault of memory, as the system reports it."""
    process.send_signal(signal.SIGSEGV)
    _, status = os.waitpid(process.pid, 0)
    need(os.WIFSIGNALED(status), "the program did not end by the signal")
    return os.WCOREDUMP(status)


def main():
    build, source = map(Path, sys.argv[1:])
    sys.path.insert(0, str(source / "tools"))
    from scripted_meeting import Kiosk, display, run
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    with tempfile.TemporaryDirectory() as temporary, display(1280, 720) as name:
        folder = Path(temporary)
        if not dumped(subprocess.Popen(["sleep", "600"], cwd=folder)):
            print("skipped: this system dumps no program")
            return SKIPPED
        ledger, keys = folder / "a.placet", folder / "keys"
        run([build / "placet", "init", "--ledger", ledger, "--package",
             source / "assets/conferences/cah", "--keys", keys, "--demonstration",
             "--delegations", "1"])
        env = {**os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        kiosk = Kiosk(build / "placet-terminal",
                      ["--ledger", ledger, "--keys", keys, "--windowed", "--size", "1280x720",
                       "--test-hook"], env, folder)
        kiosk.wait_for("the sitting", lambda items: bool(items))
        need(not dumped(kiosk.process), "the program left a dump")
        run([build / "placet", "verify", "--ledger", ledger])
    print("a program that fails leaves no dump, and a good ledger: as it should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
