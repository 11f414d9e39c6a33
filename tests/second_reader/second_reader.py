#!/usr/bin/env python3
"""A second reader of Placet's ledgers, written from ledger/FORMAT.md and procedure/RULES.md.

Shares no code with Placet: Python's JSON, SHA-256 and SQLite, OpenSSL's Ed25519 (Debian:
python3-cryptography). Checks bytes, tree, checkpoints, seals, who may seal, the order of a vote's
acts, and counts every result again from the ballots.

    second_reader.py FILE [VERIFIER_KEY]

Prints what it checked and exits 0, or the first thing that is wrong and exits 1.
"""

import base64
import hashlib
import json
import re
import shutil
import sqlite3
import sys
import tempfile
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

CHAIR, CLERK, USHER = "presiding_officer", "secretary", "attendant"
SEALED_BY = {
    "charter/1": [{"root"}], "participation/1": [{"root"}], "accreditation/1": [{"root"}],
    "text_register/1": [{"root"}], "meeting_opened/1": [{CHAIR}],
    "presence_noted/1": [{USHER}, {CLERK}, {CHAIR}], "question_put/1": [{CHAIR}],
    "vote_started/1": [{CHAIR}], "ballot/1": [{"delegate"}], "vote_closed/1": [{CHAIR}],
    "vote_locked/1": [{CHAIR, CLERK}], "result_announced/1": [{CHAIR, CLERK}],
    "pin_refused/1": [set()]}


class Wrong(Exception):
    """Something is not as FORMAT.md says."""


def need(holds, what):
    if not holds:
        raise Wrong(what)


def sha256(data):
    return hashlib.sha256(data).digest()


def verified(key, message, signature):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except InvalidSignature:
        return False


# ---- bytes ---------------------------------------------------------------------------------------

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_entry(data, seq, origin):
    need(len(data) <= 16384, "is longer than 16,384 bytes")
    entry = json.loads(data, parse_float=lambda _: Wrong, parse_constant=lambda _: Wrong)
    need(canonical(entry) == data, "is not in the canonical spelling")
    need(set(entry) == {"content", "feed", "seals", "seq", "type", "unit", "v", "wall_ms"},
         "has not the members of an entry")
    need(entry["seq"] == seq and entry["feed"] == origin, "says that it stands elsewhere")
    return entry


def content_bytes(data, entry):
    """The bytes of the member `content`, which stands first, exactly as stored."""
    content = canonical(entry["content"])
    need(data.startswith(b'{"content":' + content + b',"feed":'), "has another content")
    return content


# ---- tree and checkpoints ------------------------------------------------------------------------

class Tree:
    """The compact range: one hash per perfect subtree."""

    def __init__(self):
        self.size, self.stack = 0, []

    def append(self, leaf):
        i = self.size
        while i & 1:
            leaf = sha256(b"\x01" + self.stack.pop() + leaf)
            i >>= 1
        self.stack.append(leaf)
        self.size += 1

    def root(self):
        if not self.stack:
            return sha256(b"")
        root = self.stack[-1]
        for left in reversed(self.stack[:-1]):
            root = sha256(b"\x01" + left + root)
        return root


def check_checkpoint(note, key, origin, tree):
    text, _, lines = note.decode().rpartition("\n\n")
    text += "\n"
    need(text == f"{origin}\n{tree.size}\n{base64.b64encode(tree.root()).decode()}\n",
         f"the checkpoint of {tree.size} entries is for another tree")
    name_hash = sha256(origin.encode() + b"\n\x01" + key)[:4]
    for line in lines.splitlines():
        dash, name, blob = line.split(" ")
        raw = base64.b64decode(blob, validate=True)
        if dash == "\u2014" and name == origin and raw[:4] == name_hash:
            need(verified(key, text.encode(), raw[4:]), "a checkpoint's signature is wrong")
            return
    raise Wrong(f"the checkpoint of {tree.size} entries is not signed by the terminal")


# ---- meaning -------------------------------------------------------------------------------------

def order_key(name):
    folded = unicodedata.normalize("NFKD", name)
    folded = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return re.sub("[^a-z0-9]+", " ", folded).strip()


def plural(n, word):
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def sentence(put, verb, outcome, yes, no, abstaining):
    """The customary announcement of what was adopted, carried, retained or rejected."""
    end = f", with {plural(abstaining, 'abstention')}" if abstaining else ""
    how = {"adopted": verb, "carried": "carried", "retained": "retained", "rejected": "rejected"}
    first, second = (no, yes) if outcome == "rejected" else (yes, no)
    return (f"{put['subject']} was {how[outcome]} by {plural(first, 'vote')} to "
            f"{second or 'none'}{end}.")


class Meeting:
    def __init__(self):
        self.charter = self.charter_leaf = self.run = self.put = None
        self.persons, self.states, self.present = {}, {}, set()
        self.seals = self.results = 0

    def check_seals(self, entry, content):
        roles = [seal["role"] for seal in entry["seals"]]
        alternatives = SEALED_BY[entry["type"]]
        need(set(roles) in alternatives and len(set(roles)) == len(roles),
             "has not the seals that it needs")
        for seal in entry["seals"]:
            if seal["role"] == "root":
                founding = entry["type"] == "charter/1"
                charter = entry["content"] if founding else self.charter
                need(seal["person"] == "root", "has a root seal by a person")
                key = base64.b64decode(charter["root_key"])
            else:
                person = self.persons.get(seal["person"])
                need(person and person["role"] == seal["role"],
                     f"is sealed by {seal['person']}, who is not accredited as {seal['role']}")
                key = base64.b64decode(person["key"])
            parts = (self.charter_leaf or b"", entry["type"].encode(), entry["unit"].encode(),
                     seal["role"].encode(), seal["person"].encode(), content)
            message = b"placet/seal/v1\0" + b"".join(
                len(part).to_bytes(4, "big") + part for part in parts)
            need(verified(key, message, base64.b64decode(seal["sig"], validate=True)),
                 f"has a wrong seal of {seal['person']}")
            self.seals += 1

    def take(self, entry, leaf, tree):
        c = entry["content"]
        kind = entry["type"]
        if kind == "charter/1":
            need(self.charter is None, "is a second charter")
            self.charter, self.charter_leaf = c, leaf
        elif kind == "participation/1":
            self.states.update({state["id"]: state for state in c["registered"]})
            for state in c["withdrawn"]:
                self.states.pop(state)
                self.present.discard(state)
        elif kind == "accreditation/1":
            self.persons.update({person["id"]: person for person in c["persons"]})
        elif kind == "meeting_opened/1":
            self.present = set()
        elif kind == "presence_noted/1":
            self.present = (self.present | set(c["arrived"])) - set(c["left"])
        elif kind == "question_put/1":
            self.put = dict(c, leaf=leaf.hex())
        elif kind == "vote_started/1":
            need(self.run is None and c["put"] == self.put["leaf"], "starts another question")
            need(all(states == sorted(states) for states in c["roll"].values()),
                 "has a roll in another order")
            roll = {state: status for status, states in c["roll"].items() for state in states}
            need(set(roll) == set(self.states) and c["participating"] == len(roll),
                 "has another roll than the conference")
            self.run = {"start": c, "leaf": leaf.hex(), "roll": roll, "ballots": {},
                        "unit": entry["unit"]}
        elif kind == "ballot/1":
            self.take_ballot(entry)
        elif kind == "vote_closed/1":
            need(self.run and c["start"] == self.run["leaf"], "closes another vote")
            self.run["closed"] = leaf.hex()
            self.run["present"] = self.present | set(self.run["ballots"])
        elif kind == "vote_locked/1":
            need(c["close"] == self.run["closed"], "locks another vote")
            row = f"{entry['feed']} {tree.size} {base64.b64encode(tree.root()).decode()}\n"
            need(c["cut"] == sha256(row.encode()).hex(), "fixes another cut")
            self.run["locked"] = leaf.hex()
        elif kind == "result_announced/1":
            self.check_result(c)

    def take_ballot(self, entry):
        c, run = entry["content"], self.run
        need(run and "closed" not in run and c["start"] == run["leaf"], "is a ballot of no open vote")
        need(run["roll"].get(c["delegation"], "rejected") != "rejected",
             "is a ballot of a delegation without the vote")
        need(self.persons[entry["seals"][0]["person"]]["participant"] == c["delegation"],
             "is a ballot sealed for another delegation")
        cast = run["ballots"].setdefault(c["delegation"], {})
        need(set(c["replaces"]) <= set(cast) and c["id"] not in cast, "replaces what is not there")
        cast[c["id"]] = c

    def positions(self):
        """What each State of the roll is counted as, by name of position."""
        run, result = self.run, {}
        for state, status in run["roll"].items():
            cast = run["ballots"].get(state, {})
            replaced = {old for ballot in cast.values() for old in ballot["replaces"]}
            choices = {b["choice"] for ballot, b in cast.items() if ballot not in replaced}
            if status == "rejected" or state not in run["present"]:
                result[state] = "absent"
            elif len(choices) > 1:
                result[state] = "contested"
            else:
                result[state] = choices.pop() if choices else "not_voting"
        return result

    def check_result(self, c):
        need(self.run and c["lock"] == self.run.get("locked"), "announces a vote that is not locked")
        positions = self.positions()
        yes, no, abstaining = (list(positions.values()).count(p) for p in ("yes", "no", "abstain"))
        present = sum(position != "absent" for position in positions.values())
        p = len(positions)
        need(c["figures"] == {"abstaining": abstaining, "no": no, "participating": p,
                              "present": present, "yes": yes,
                              "not_voting": present - yes - no - abstaining},
             "announces other figures than the ballots give")
        tests = {"simple": yes > no, "two_thirds": yes >= 1 and yes >= 2 * no,
                 "two_thirds_and_majority_of_participating":
                     yes >= 1 and yes >= 2 * no and 2 * yes > p,
                 "majority_of_participating": 2 * yes > p}
        carried = 2 * present > p and tests[self.run["start"]["majority"]]
        need(carried == (c["outcome"] in ("adopted", "carried", "retained")),
             "announces another outcome than the figures give")
        if carried or (c["outcome"] == "rejected" and self.put["kind"] != "part"):
            organ = next(u for u in self.charter["units"] if u["id"] == self.run["unit"])
            which = "plenary" if organ["kind"] == "plenary" else "committee"
            verb = self.charter["profile"]["verb_" + which]
            need(c["sentence"] == sentence(self.put, verb, c["outcome"], yes, no, abstaining),
                 "is announced in other words")
        table = "".join(
            f"{state}\t{positions[state]}\t{self.states[state]['name']}\n"
            for state in sorted(positions,
                                key=lambda s: (order_key(self.states[s]["name"]), s)))
        need(c["table"] == sha256(table.encode()).hex(), "names another voting table")
        self.run = None
        self.results += 1


# ---- the file ------------------------------------------------------------------------------------

def read(path, wanted_key):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        if Path(path + "-journal").exists():
            shutil.copyfile(path + "-journal", str(copy) + "-journal")
        database = sqlite3.connect(copy)
        damage = database.execute("PRAGMA integrity_check").fetchone()[0]
        need(damage == "ok", f"the file is damaged: {damage}")
        origin, vkey = database.execute("SELECT origin, vkey FROM feed WHERE feed_no = 1").fetchone()
        need(wanted_key in (None, vkey), "this is another terminal's ledger")
        key = base64.b64decode(vkey.split("+", 2)[2])[1:]
        notes = dict(database.execute("SELECT size, note FROM checkpoint WHERE feed_no = 1"))
        tree, meeting = Tree(), Meeting()
        rows = database.execute("SELECT data FROM entry WHERE feed_no = 1 ORDER BY seq")
        for seq, (data,) in enumerate(rows):
            try:
                entry = read_entry(data, seq, origin)
                need(entry["type"] in SEALED_BY, "is of a type that this reader does not know")
                meeting.check_seals(entry, content_bytes(data, entry))
                leaf = sha256(b"\x00" + data)
                meeting.take(entry, leaf, tree)
            except (Wrong, ValueError, KeyError, TypeError) as trouble:
                raise Wrong(f"entry {seq} {trouble}") from trouble
            tree.append(leaf)
            if tree.size in notes:
                check_checkpoint(notes.pop(tree.size), key, origin, tree)
        need(tree.size > 0 and not notes, "checkpoints are left over")
        last = database.execute("SELECT max(size) FROM checkpoint").fetchone()[0]
        need(last == tree.size, "the last entries are under no checkpoint")
        database.close()
    return vkey, tree, meeting


def main():
    try:
        vkey, tree, meeting = read(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    except (Wrong, sqlite3.DatabaseError) as trouble:
        print(f"not good: {trouble}")
        return 1
    print(f"{vkey}\n{tree.size} entries, root {base64.b64encode(tree.root()).decode()}\n"
          f"{meeting.seals} seals good, {meeting.results} results counted again: all good")
    return 0


if __name__ == "__main__":
    sys.exit(main())
