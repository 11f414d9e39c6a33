#!/usr/bin/env python3
"""A whole morning through the real window, then the audit of it, then a byte that is changed.

    whole_morning.py BUILD_FOLDER SOURCE_FOLDER

Exit 0 if the meeting goes as it should, both readers accept the ledger, the picture of the
announcement holds the checkpoint, and a changed byte is found and named.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

REQUIRED_PICTURES = {"sitting", "pin", "presence", "question", "vote", "ballot", "confirm",
                     "recorded", "change", "wrong-pin", "voting", "review", "announcement",
                     "silence", "dissociation", "objected", "annul", "annulled", "correction",
                     "article-3", "lot", "roll-call", "roll-call-announcement", "hands",
                     "hands-differ", "hands-announcement", "ruling", "motion", "position-taken",
                     "not-recorded", "not-recorded-announcement", "suspended", "ledger"}
# How often each kind of entry stands in the ledger of that morning.
KINDS = {"meeting_opened/1": 1, "meeting_suspended/1": 1, "meeting_resumed/1": 1,
         "meeting_closed/1": 1, "consensus_proposed/1": 2, "consensus_gavelled/1": 1,
         "consensus_confirmed/1": 1, "objection_raised/1": 1, "statement_attached/1": 1,
         "question_put/1": 4, "vote_started/1": 5, "vote_annulled/1": 1,
         "ballot/1": 14,  # one in the run that was annulled, twelve and a change in the next
         "correction_noted/1": 1, "lot_committed/1": 1, "lot_drawn/1": 1,
         "answer_given/1": 196,  # every State, and the one that did not answer once more
         "hands_counted/1": 4, "result_announced/1": 4, "pin_refused/1": 1,
         "point_of_order_raised/1": 1, "ruling_given/1": 1, "motion_moved/1": 1,
         "motion_granted/1": 1, "totals_taken/1": 1}
NOT_VERIFIED = 3  # exit code of placet verify


def need(holds, what):
    if not holds:
        sys.exit(f"end to end: {what}")


def run(*command):
    return subprocess.run(list(map(str, command)), text=True, stdout=subprocess.PIPE, check=False)


def checkpoints(ledger):
    """Every signed note that the ledger holds."""
    connection = sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True)
    notes = [note.decode().strip() for note, in connection.execute("SELECT note FROM checkpoint")]
    connection.close()
    return notes


def change_ballot(ledger, placet):
    """Changes one byte of a ballot; gives the index of its entry."""
    lines = run(placet, "show", "--ledger", ledger, "--lines").stdout.splitlines()
    entry = next(line for line in lines if json.loads(line)["type"] == "ballot/1"
                 and json.loads(line)["content"]["choice"] == "yes")
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
        for kind, count in KINDS.items():
            need(kinds.count(kind) == count, f"{kinds.count(kind)} of {kind}, not {count}")

        # The QR code of each result stands for the ledger as it was then.
        for picture in (folder / "pictures").glob("*announcement.png"):
            seen = run("zbarimg", "--quiet", "--raw", "--nodbus", picture).stdout
            need(seen.strip() in checkpoints(ledger),
                 f"the QR code in {picture.name} is no checkpoint of this ledger")
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
