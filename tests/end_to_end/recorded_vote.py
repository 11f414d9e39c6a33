#!/usr/bin/env python3
"""One recorded vote through the real window, then the audit of it, then a byte that is changed.

    recorded_vote.py BUILD_FOLDER SOURCE_FOLDER

Exit 0 if the meeting goes as it should, both readers accept the ledger, the picture of the
announcement holds the checkpoint, and a changed byte is found and named.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

REQUIRED_PICTURES = {"sitting", "pin", "presence", "question", "vote", "ballot", "confirm",
                     "recorded", "change", "wrong-pin", "voting", "review", "announcement",
                     "ledger"}
NOT_VERIFIED = 3  # exit code of placet verify


def need(holds, what):
    if not holds:
        sys.exit(f"end to end: {what}")


def run(*command):
    return subprocess.run(list(map(str, command)), text=True, stdout=subprocess.PIPE, check=False)


def change_ballot(ledger, placet):
    """Changes one byte of a ballot; gives the index of its entry."""
    lines = run(placet, "show", "--ledger", ledger, "--lines").stdout.splitlines()
    entry = next(line for line in lines if json.loads(line)["type"] == "ballot/1")
    data = ledger.read_bytes()
    place = data.index(entry.encode()) + entry.encode().index(b'"choice":"yes"') + len('"choice":"')
    ledger.write_bytes(data[:place] + b"Y" + data[place + 1:])
    return json.loads(entry)["seq"]


def main():
    build, source = map(Path, sys.argv[1:])
    placet, second = build / "placet", source / "tests/second_reader/second_reader.py"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "meeting"
        played = run("/usr/bin/python3", source / "tools/scripted_meeting.py", "--placet", placet,
                     "--terminal", build / "placet-terminal", "--package",
                     source / "assets/conferences/cah", "--folder", folder)
        need(played.returncode == 0, "the meeting did not go as it should")
        ledger = folder / "rehearsal.placet"

        names = {path.stem.split("-", 1)[1] for path in (folder / "pictures").iterdir()}
        need(REQUIRED_PICTURES <= names, f"pictures are missing: {REQUIRED_PICTURES - names}")
        kinds = [json.loads(line)["type"] for line in
                 run(placet, "show", "--ledger", ledger, "--lines").stdout.splitlines()]
        need(kinds.count("ballot/1") == 13, "twelve delegations voted and one changed its vote")
        need(kinds.count("pin_refused/1") == 1, "one wrong PIN was entered")
        need(kinds.count("result_announced/1") == 1, "one result was announced")

        note = run(placet, "checkpoint", "--ledger", ledger).stdout
        picture = next((folder / "pictures").glob("*-announcement.png"))
        seen = run("zbarimg", "--quiet", "--raw", "--nodbus", picture).stdout
        need(note.strip() != "" and seen.strip() == note.strip(),
             "the QR code of the announcement is not the checkpoint of this ledger")
        need(run("/usr/bin/python3", second, ledger).returncode == 0,
             "the second reader does not accept the ledger")

        seq = change_ballot(ledger, placet)
        verified = run(placet, "verify", "--ledger", ledger)
        need(verified.returncode == NOT_VERIFIED, "a changed byte was accepted")
        need(f"Entry {seq} was changed after signing" in verified.stdout, verified.stdout)
        need(f"Entries 0 to {seq - 1} are good" in verified.stdout, verified.stdout)
        need(run("/usr/bin/python3", second, ledger).returncode != 0,
             "the second reader accepts a changed ballot")
    print("the meeting, its audit and a changed byte: all as they should be")


if __name__ == "__main__":
    main()
