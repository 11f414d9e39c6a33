#!/usr/bin/env python3
"""Makes the worked ledger of ledger/FORMAT.md, section 8, and prints that section.

Written from FORMAT.md alone: SHA-256 and JSON of Python's library, Ed25519 of OpenSSL (Debian:
python3-cryptography). Shares no code with Placet, so that what the tests expect is not what Placet
itself produced. Keys are the SHA-256 of public labels: for tests only.

    python3 tests/data/worked_ledger/make_worked_ledger.py
"""

import base64
import hashlib
import json

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ORIGIN = "placet.example/worked/desk"
FIRST_WALL_MS = 1_855_555_200_000  # 2028-10-19 08:00:00 UTC; one entry every ten seconds


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def key(label: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(sha256(label.encode()))


def public(label: str) -> bytes:
    raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
    return key(label).public_key().public_bytes(*raw)


def canonical(value) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def part(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def key_id(name: str, label: str) -> bytes:
    return sha256(name.encode() + b"\n\x01" + public(label))[:4]


def checkpoint(leaves) -> str:
    text = f"{ORIGIN}\n{len(leaves)}\n{b64(root(leaves))}\n"
    signature = key("desk").sign(text.encode())
    return f"{text}\n\u2014 {ORIGIN} {b64(key_id(ORIGIN, 'desk') + signature)}\n"


class Feed:
    def __init__(self):
        self.entries, self.leaves = [], []

    def append(self, kind, unit, content, seals):
        """seals: list of (role, person, key label). Returns the leaf hash in hex."""
        content_bytes = canonical(content).encode()
        charter = self.leaves[0] if self.leaves else b""
        made = []
        for role, person, label in seals:
            message = b"placet/seal/v1\0" + b"".join(
                part(p)
                for p in (charter, kind.encode(), unit.encode(), role.encode(), person.encode(),
                          content_bytes))
            made.append({"person": person, "role": role, "sig": b64(key(label).sign(message))})
        entry = canonical({"content": content, "feed": ORIGIN, "seals": made,
                           "seq": len(self.entries), "type": kind, "unit": unit, "v": 1,
                           "wall_ms": FIRST_WALL_MS + 10_000 * len(self.entries)}).encode()
        self.entries.append(entry)
        self.leaves.append(sha256(b"\x00" + entry))
        return self.leaves[-1].hex()


STATES = {"CIV": "Côte d’Ivoire", "KEN": "Kenya", "PER": "Peru"}
ROOT = [("root", "root", "root")]
CHAIR = [("presiding_officer", "chair", "chair")]
BOTH = CHAIR + [("secretary", "clerk", "clerk")]
USHER = [("attendant", "usher", "usher")]
PROFILE = {
    "id": "worked", "version": "1", "title": "Rules for a worked example",
    "source_symbol": "none", "adopted": "false",
    "participation_base": "registered_session", "quorum_check": "on_decision",
    "quorum_open_plenary": "1/3", "majority_plenary_substance": "two_thirds",
    "majority_plenary_procedure": "simple", "verb_plenary": "adopted",
    "quorum_open_committee": "1/4", "majority_committee_substance": "simple",
    "majority_committee_procedure": "simple", "verb_committee": "approved",
    "quorum_open_other": "majority", "majority_other_substance": "simple",
    "majority_other_procedure": "simple", "verb_other": "approved",
    "classify": "chair_appeal_simple", "majority_whole": "two_thirds",
    "majority_reconsider": "two_thirds", "majority_rules_amend": "two_thirds",
    "majority_rules_suspend": "two_thirds", "majority_exhaustion": "two_thirds",
    "majority_closure": "simple", "majority_resume": "simple",
    "voting_quorum": "majority", "voting_quorum_of": "present",
    "tie": "reject", "tie_scope": "simple_only", "second_vote_in": "every_organ",
    "second_vote_hours": "0", "appeal_base": "present_and_voting",
    "consensus": "first", "silence_seconds": "3",
    "deferment_by_chair": "false", "deferment_states": "0", "deferment_fraction": "0",
    "deferment_by_motion": "false", "deferment_days": "0", "deferment_hours": "0",
    "deferment_once": "false", "deferment_within_session": "false",
    "exhaustion": "none", "notice_working_days": "0",
    "division_for": "2", "division_against": "2", "adjourn_debate_for": "2",
    "adjourn_debate_against": "2", "closure_against": "2", "reconsider_against": "2",
    "competence_for": "2", "competence_against": "2", "sponsor_may_explain": "if_amended",
    "method_default": "recorded", "recorded_on_request": "true", "roll_call_on_request": "true",
    "secret_allowed_for": "elections", "fallback_method": "roll_call",
    "last_call_seconds": "0", "roll_call_second_call": "true",
    "live_positions_visible": "false"}


def make():
    feed = Feed()
    text = sha256("[text to be imported]".encode()).hex()
    feed.append("charter/1", "conference", {
        "attachments": [], "conference": "worked", "languages": ["en"], "mode": "rehearsal",
        "nonce": "000102030405060708090a0b0c0d0e0f", "profile": PROFILE,
        "root_key": b64(public("root")), "title": "A worked conference",
        "terminals": [{"key": b64(public("desk")), "name": "desk", "origin": ORIGIN,
                       "post": "desk"}],
        "units": [{"id": "plenary", "kind": "plenary", "title": "Plenary"}]}, ROOT)
    feed.append("participation/1", "conference", {
        "decision": "",
        "registered": [{"board": name, "credentials": "accepted", "id": state, "name": name,
                        "standing": "registered"}
                       for state, name in STATES.items()],
        "withdrawn": []}, ROOT)
    officers = [("chair", "presiding_officer"), ("clerk", "secretary"), ("usher", "attendant")]
    feed.append("accreditation/1", "conference", {
        "decision": "",
        "persons": [{"id": person, "key": b64(public(person)), "name": person, "participant": "",
                     "role": role} for person, role in officers] +
                   [{"id": state.lower() + "-1", "key": b64(public(state.lower() + "-1")),
                     "name": "Delegate of " + name, "participant": state, "role": "delegate"}
                    for state, name in STATES.items()]}, ROOT)
    feed.append("text_register/1", "conference", {
        "units": [{"id": "article-2", "label": "Draft article 2", "number": "2",
                   "texts": {"en": text}, "title": "Definition of crimes against humanity"}]}, ROOT)
    feed.append("meeting_opened/1", "plenary", {"number": 1, "presiding": "chair"}, CHAIR)
    feed.append("presence_noted/1", "plenary",
                {"arrived": ["CIV", "KEN"], "left": [], "meeting": 1}, USHER)
    put = feed.append("question_put/1", "plenary", {
        "if_carried": "Draft article 2 is adopted.",
        "if_not_carried": "Draft article 2 is not adopted.", "kind": "proposal",
        "majority": "two_thirds", "matter": "substance", "meeting": 1, "method": "recorded",
        "motion": 0, "part": "", "participating": 3, "profile_version": "1",
        "proposal": "article-2", "question": 1, "ruling": 0,
        "sentence": "Do you approve draft article 2?", "subject": "Draft article 2",
        "text_unit": "article-2", "texts": {"en": text}}, CHAIR)
    start = feed.append("vote_started/1", "plenary", {
        "build": "placet 0.1.0 (000000000000)", "majority": "two_thirds", "method": "recorded",
        "participating": 3, "put": put, "question": 1, "roll": {"accepted": sorted(STATES)},
        "run": 1, "sentence": "Do you approve draft article 2?", "suspended": [],
        "texts": {"en": text}}, CHAIR)

    def cast(state, choice, number, replaces=()):
        person = state.lower() + "-1"
        feed.append("ballot/1", "plenary", {
            "choice": choice, "delegation": state, "id": f"{number:032x}",
            "replaces": [f"{n:032x}" for n in replaces], "run": 1, "start": start},
            [("delegate", person, person)])

    cast("KEN", "yes", 1)
    cast("CIV", "no", 2)
    feed.append("pin_refused/1", "conference", {"person": "per-1"}, [])
    cast("PER", "yes", 3)
    cast("CIV", "abstain", 4, replaces=[2])
    close = feed.append("vote_closed/1", "plenary",
                        {"run": 1, "start": start, "waited_ms": 0}, CHAIR)
    cut = f"{ORIGIN} {len(feed.leaves)} {b64(root(feed.leaves))}\n"
    lock = feed.append("vote_locked/1", "plenary", {
        "behind": [], "close": close, "cut": sha256(cut.encode()).hex(), "run": 1}, BOTH)
    table = "".join(f"{state}\t{position}\t{STATES[state]}\n"
                    for state, position in (("CIV", "abstain"), ("KEN", "yes"), ("PER", "yes")))
    feed.append("result_announced/1", "plenary", {
        "clauses": [{"met": True, "name": "quorum", "needed": 2, "received": 3},
                    {"met": True, "name": "affirmative_vote", "needed": 1, "received": 2},
                    {"met": True, "name": "two_thirds", "needed": 2, "received": 2}],
        "figures": {"abstaining": 1, "no": 0, "not_voting": 0, "participating": 3, "present": 3,
                    "yes": 2},
        "lock": lock, "outcome": "adopted", "run": 1,
        "sentence": "Draft article 2 was adopted by 2 votes to none, with 1 abstention.",
        "table": sha256(table.encode()).hex()}, BOTH)
    return feed, cut, table


def block(text: str) -> str:
    return "".join("    " + line + "\n" for line in text.removesuffix("\n").split("\n"))


def main():
    feed, cut, table = make()
    vkey = f"{ORIGIN}+{key_id(ORIGIN, 'desk').hex()}+{b64(bytes([1]) + public('desk'))}"
    print("## 8. A worked ledger, byte for byte\n")
    print("A vote of three States, from the charter to the announcement. Every key is made from the\n"
          "32-byte seed H(label): the labels are `root`, `desk` (the terminal) and the persons' ids.\n"
          "The section is made by `tests/data/worked_ledger/make_worked_ledger.py`, which shares no\n"
          "code with Placet; a test holds that Placet reads and writes exactly these bytes.\n")
    print("The terminal's verifier key:\n")
    print(block(vkey))
    print("The entries, one on each line; the bytes of an entry are those of its line without the\n"
          "indentation and without the line's end:\n")
    print(block("\n".join(entry.decode() for entry in feed.entries)))
    print("Their leaf hashes:\n")
    print(block("\n".join(leaf.hex() for leaf in feed.leaves)))
    print("The table of the cut, whose hash stands in the lock:\n")
    print(block(cut))
    print("The voting table, whose hash stands in the announcement (between the columns stands one\n"
          "tabulator):\n")
    print(block(table))
    print("The last checkpoint:\n")
    print(block(checkpoint(feed.leaves)).rstrip("\n"))


if __name__ == "__main__":
    main()
