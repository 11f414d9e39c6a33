#!/usr/bin/env python3
"""An auditor that shares no code with Placet (tests/goverify) judges the published vectors, or what
Placet writes: as it is, and with any byte changed.

    goverify_test.py BUILD_FOLDER vectors
    goverify_test.py BUILD_FOLDER written EXCHANGE_SAMPLES

Exit 77: skipped, because Go is not installed; why is said.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


def built(build_folder):
    made = subprocess.run([TESTS / "goverify/build", build_folder], stdout=subprocess.PIPE, text=True)
    if made.returncode:
        sys.exit(made.returncode)
    return made.stdout.strip()


class Auditor:
    def __init__(self, program):
        self.program = program
        self.asked = 0

    def says(self, *question):
        self.asked += 1
        answer = subprocess.run([self.program, *map(str, question)], stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, errors="replace")
        return answer.returncode == 0, answer.stdout

    def accepts(self, what, *question, words=""):
        good, answer = self.says(*question)
        if not good or words not in answer:
            sys.exit(f"goverify does not accept {what}: {answer}")

    def refuses(self, what, *question, words=""):
        good, answer = self.says(*question)
        if good or words not in answer:
            sys.exit(f"goverify does not refuse {what} as it should: {answer}")


def changed(content, at):
    return content[:at] + bytes([content[at] ^ 4]) + content[at + 1:]


def hold_vectors(auditor):
    vectors = TESTS / "data/vectors"
    good, answer = auditor.says("vectors", vectors)
    print(answer.strip())
    passed = re.search(r"^(\d+) passed, 0 failed$", answer, re.M)
    # A file that is missing is skipped without a word: there were 672 checks when this was written.
    if not good or not passed or int(passed[1]) < 672:
        sys.exit("goverify does not accept the vectors")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(vectors, folder, dirs_exist_ok=True)
        wrong = Path(folder) / "fork_evidence.json"
        wrong.write_text(wrong.read_text().replace('"proves_equivocation": false',
                                                   '"proves_equivocation": true', 1))
        auditor.refuses("vectors that call a near miss evidence", "vectors", folder)


def hold_feed(auditor, samples, keys):
    feed = samples / "feed"
    question = ["feed", *keys, "-quorum", "1"]
    auditor.accepts("the log as files", *question, feed, words="size=300")
    auditor.accepts("an earlier checkpoint", *question, "-old", samples / "earlier", feed)
    auditor.refuses("another history", *question, "-old", samples / "other_history", feed,
                    words="EQUIVOCATION")
    auditor.refuses("a second witness that is not there", "feed", *keys, "-quorum", "2", feed)
    for file in sorted(path for path in feed.rglob("*") if path.is_file()):
        content = file.read_bytes()
        for at in (0, len(content) // 2, len(content) - 1):
            file.write_bytes(changed(content, at))
            auditor.refuses(f"byte {at} of {file.name} changed", *question, feed)
        file.unlink()
        auditor.refuses(f"no {file.name}", *question, feed)
        file.write_bytes(content)
    auditor.accepts("the log as files again", *question, feed, words="cosignatures=1")


def hold_file(auditor, file, question, words, until=None):
    """Accepted, and refused with any byte before `until` changed."""
    auditor.accepts(file.name, *question, file, words=words)
    content = file.read_bytes()
    wrong = file.parent / "changed"
    for at in range(content.index(until) if until else len(content)):
        wrong.write_bytes(changed(content, at))
        auditor.refuses(f"byte {at} of {file.name} changed", *question, wrong)


def hold_written(auditor, program):
    with tempfile.TemporaryDirectory() as folder:
        samples = Path(folder)
        subprocess.run([program, samples], check=True)
        keys = ["-vkey", (samples / "log.vkey").read_text(),
                "-witness", (samples / "witness.vkey").read_text()]
        hold_feed(auditor, samples, keys)
        for index in (0, 299):
            auditor.accepts(f"the proof of entry {index}", "proof", *keys,
                            samples / f"{index}.tlog-proof", words=f"OK entry {index} of")
        # A witness whose name was changed is another one, and not known: no part of the proof.
        hold_file(auditor, samples / "257.tlog-proof", ["proof", *keys], "cosignatures=1",
                  until="\u2014 witness.example".encode())
        fork = "two incompatible histories"
        hold_file(auditor, samples / "two_sizes.json", ["fork"], fork)
        # Go takes a list that is missing for an empty one, which this is.
        hold_file(auditor, samples / "one_size.json", ["fork"], fork, until=b'"proof_b64"')
        auditor.refuses("a history that went on", "fork", samples / "no_fork.json",
                        words="the histories agree")


def main():
    auditor = Auditor(built(sys.argv[1]))
    if sys.argv[2] == "vectors":
        hold_vectors(auditor)
    else:
        hold_written(auditor, sys.argv[3])
    print(f"goverify was asked {auditor.asked} times.")


if __name__ == "__main__":
    main()
