#!/usr/bin/env python3
"""A second reader of Placet's ledgers, written from ledger/FORMAT.md and procedure/RULES.md.

Shares no code with Placet: Python's JSON, SHA-256 and SQLite, OpenSSL's Ed25519 (Debian:
python3-cryptography). Checks bytes, tree, checkpoints and seals here; who may seal, the order of
acts, what waits for what, draws by lot, decisions with and without a vote, who is elected, and
every result counted again, from meeting.py on.

    second_reader.py FILE [VERIFIER_KEY]
    second_reader.py --types

Prints what it checked and exits 0, or the first thing that is wrong and exits 1; or the types of
entries that it understands.
"""

import base64
import hashlib
import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

sys.dont_write_bytecode = True  # nothing is left beside the sources

from announced import plural  # noqa: E402
from meeting import Meeting  # noqa: E402
from seals import SEALED_BY, VERSION  # noqa: E402
from wrong import Wrong, need  # noqa: E402


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


def cut(origin, tree):
    """The hash of the table of the cut, were it fixed here."""
    return sha256(f"{origin} {tree.size} {base64.b64encode(tree.root()).decode()}\n".encode())


def check_seals(meeting, entry, content):
    """Each seal is a signature by the key of one who may seal this, over exactly these words."""
    for seal, key in meeting.sealers(entry):
        parts = (meeting.charter_leaf or b"", entry["type"].encode(), entry["unit"].encode(),
                 seal["role"].encode(), seal["person"].encode(), content)
        message = b"placet/seal/v1\0" + b"".join(
            len(part).to_bytes(4, "big") + part for part in parts)
        need(verified(base64.b64decode(key), message, base64.b64decode(seal["sig"], validate=True)),
             f"has a wrong seal of {seal['person']}")
        meeting.seals += 1


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
        origin, vkey = database.execute(
            "SELECT origin, vkey FROM feed WHERE feed_no = 1").fetchone()
        need(wanted_key in (None, vkey), "this is another terminal's ledger")
        key = base64.b64decode(vkey.split("+", 2)[2])[1:]
        notes = dict(database.execute("SELECT size, note FROM checkpoint WHERE feed_no = 1"))
        tree, meeting = Tree(), Meeting()
        rows = database.execute("SELECT data FROM entry WHERE feed_no = 1 ORDER BY seq")
        for seq, (data,) in enumerate(rows):
            try:
                entry = read_entry(data, seq, origin)
                check_seals(meeting, entry, content_bytes(data, entry))
                leaf = sha256(b"\x00" + data)
                meeting.take(entry, leaf, cut(origin, tree))
            except (Wrong, ValueError, LookupError, TypeError) as trouble:
                raise Wrong(f"entry {seq} {trouble}") from trouble
            tree.append(leaf)
            if tree.size in notes:
                check_checkpoint(notes.pop(tree.size), key, origin, tree)
        need(tree.size > 0 and not notes, "checkpoints are left over")
        last = database.execute("SELECT max(size) FROM checkpoint").fetchone()[0]
        need(last == tree.size, "the last entries are under no checkpoint")
        database.close()
    return vkey, tree, meeting


def types_understood():
    """Those of which it knows both who seals them and what they do: "lot_drawn/1 a+b c"."""
    done = [kind for kind in SEALED_BY if kind == "charter" or hasattr(Meeting, kind)]
    return "\n".join(" ".join([kind + VERSION] + sorted("+".join(sorted(way)) for way in
                                                         SEALED_BY[kind] if way))
                     for kind in sorted(done))


def main():
    if sys.argv[1:] == ["--types"]:
        print(types_understood())
        return 0
    try:
        vkey, tree, meeting = read(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    except (Wrong, sqlite3.DatabaseError) as trouble:
        print(f"not good: {trouble}")
        return 1
    print(f"{vkey}\n{tree.size} entries, root {base64.b64encode(tree.root()).decode()}\n"
          f"{meeting.seals} seals good, {meeting.results} results counted again, "
          f"{plural(meeting.without_a_vote, 'decision')} without a vote: all good")
    for election in meeting.elections:
        print(election.result())
    return 0


if __name__ == "__main__":
    sys.exit(main())
