"""One vote: ballots, answers to a roll-call, hands or totals; the positions and the count.

Written from ledger/FORMAT.md and procedure/RULES.md; part of second_reader.py.
"""

import hashlib
import re
import unicodedata

from wrong import need


def order_key(name):
    folded = unicodedata.normalize("NFKD", name)
    folded = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return re.sub("[^a-z0-9]+", " ", folded).strip()


def place_drawn(nonce, number, count):
    """As a shell would: printf 'placet/lot/v1\\n%s\\n%s\\n' NONCE NUMBER | sha256sum"""
    digest = hashlib.sha256(f"placet/lot/v1\n{nonce}\n{number}\n".encode()).hexdigest()
    return int(digest[:15], 16) % count


class Vote:
    """From its start to its announcement. `names` are the States' names at the start."""

    def __init__(self, start, leaf, unit, names):
        self.start, self.leaf, self.unit, self.names = start, leaf, unit, names
        self.roll = {state: status for status, states in start["roll"].items() for state in states}
        self.method = start["method"]
        self.has_vote = {state for state, status in self.roll.items()
                         if status != "rejected" and state not in start["suspended"]}
        self.ballots, self.answers, self.used, self.rounds = {}, {}, set(), []
        self.commitment = self.first = self.closed = self.locked = None
        self.totals, self.last_call = None, False
        self.present = set()

    def in_order(self):
        return sorted(self.roll, key=lambda state: (order_key(self.names[state]), state))

    def own(self, c):
        need(c["run"] == self.start["run"], "is for another run")
        need(self.closed is None, "comes after the close of its vote")

    # -- recorded vote

    def ballot(self, c):
        self.own(c)
        need(self.method == "recorded", "is a ballot in a vote without ballots")
        need(c["start"] == self.leaf, "is a ballot of no open vote")
        need(c["delegation"] in self.has_vote, "is a ballot of a delegation without the vote")
        cast = self.ballots.setdefault(c["delegation"], {})
        need(set(c["replaces"]) <= set(cast) and c["id"] not in cast, "replaces what is not there")
        cast[c["id"]] = c

    # -- roll-call

    def commit(self, c):
        self.own(c)
        need(self.method == "roll_call" and c["start"] == self.leaf, "is a lot of no roll-call")
        need(self.commitment is None and self.first is None, "commits to a second number")
        self.commitment = c["commitment"]

    def draw(self, c):
        self.own(c)
        need(self.method == "roll_call" and c["start"] == self.leaf, "is a lot of no roll-call")
        need(self.first is None, "is a second draw")
        among = [state for state in self.in_order() if state in self.has_vote]
        need(c["first"] in among, "draws a State that is not called")
        if c["way"] == "electronic":
            need(self.commitment == hashlib.sha256(bytes.fromhex(c["nonce"])).hexdigest(),
                 "draws with another number than was committed to")
            need(among[place_drawn(c["nonce"], c["number"], len(among))] == c["first"],
                 "draws another State than the numbers give")
        else:
            need(c["nonce"] == "" and c["number"] == 0, "draws by hand with a number")
        self.first = c["first"]

    def calls(self):
        """Who is to be called, with the number of the call."""
        among = [state for state in self.in_order() if state in self.has_vote]
        at = among.index(self.first)
        order = among[at:] + among[:at]
        first = [(state, 1) for state in order if state not in self.answers]
        second = [(state, 2) for state in order if state in self.answers
                  and self.answers[state]["answer"] == "none" and self.answers[state]["call"] == 1]
        return first + second

    def answer(self, c):
        self.own(c)
        need(self.method == "roll_call" and c["start"] == self.leaf, "answers no roll-call")
        need(self.first is not None, "answers before the lot is drawn")
        need(c["id"] not in self.used, "is an answer that stands already")
        self.used.add(c["id"])
        if c["replaces"]:
            old = self.answers.get(c["delegation"])
            need(old and old["id"] == c["replaces"] and old["call"] == c["call"],
                 "replaces an answer that does not stand")
        else:
            calls = self.calls()
            need(calls and calls[0] == (c["delegation"], c["call"]), "answers out of turn")
        self.answers[c["delegation"]] = c

    # -- show of hands

    def hands(self, c, teller, present):
        self.own(c)
        need(self.method == "hands" and c["start"] == self.leaf, "counts hands of no show of hands")
        if not self.rounds or len(self.rounds[-1]) == 2:
            self.rounds.append([])
        figures = (c["yes"], c["no"], c["abstaining"])
        need(c["round"] == len(self.rounds), "counts in another round")
        need(all(other != teller for other, _ in self.rounds[-1]), "is both tellers in one person")
        need(min(figures) >= 0 and sum(figures) <= present, "counts more hands than are there")
        self.rounds[-1].append((teller, figures))

    def agreed(self):
        if not self.rounds or len(self.rounds[-1]) < 2:
            return None
        (_, one), (_, other) = self.rounds[-1]
        return one if one == other else None

    # -- non-recorded vote

    def take_totals(self, c, present):
        self.own(c)
        need(self.method == "non_recorded" and c["start"] == self.leaf,
             "gives totals of a vote that has positions")
        need(self.totals is None, "gives totals a second time")
        figures = (c["yes"], c["no"], c["abstaining"])
        need(min(figures) >= 0 and sum(figures) <= present, "counts more than are there")
        self.totals = figures

    # -- the end

    def call_last(self, c):
        self.own(c)
        need(c["start"] == self.leaf and not self.last_call, "calls for another vote, or again")
        self.last_call = True

    def close(self, c, leaf, noted, seconds):
        self.own(c)
        need(c["start"] == self.leaf, "closes another vote")
        need(seconds == 0 or self.last_call, "closes without a last call")
        need(c["waited_ms"] >= 1000 * seconds, "closes too soon after the last call")
        need(self.method != "non_recorded" or self.totals, "closes before the totals are given")
        used_a_badge = set(self.ballots)
        if self.method == "roll_call":
            need(self.first is not None and not self.calls(), "closes before all were called")
            used_a_badge = {s for s, a in self.answers.items() if a["answer"] != "none"}
        if self.method == "hands":
            agreed = self.agreed()
            need(agreed is not None, "closes although the tellers differ")
            need(sum(agreed) <= len(noted), "closes with more hands than are there")
        self.closed, self.present = leaf, noted | used_a_badge

    def lock(self, c, leaf, cut):
        need(self.closed and not self.locked and c["run"] == self.start["run"],
             "locks what is not closed")
        need(c["close"] == self.closed, "locks another vote")
        need(c["cut"] == cut.hex(), "fixes another cut")
        self.locked = leaf

    def position(self, state):
        if state not in self.has_vote or state not in self.present:
            return "absent"
        if self.method in ("hands", "non_recorded"):
            return "present"
        if self.method == "roll_call":
            answer = self.answers[state]["answer"]
            return "not_voting" if answer == "none" else answer
        cast = self.ballots.get(state, {})
        replaced = {old for ballot in cast.values() for old in ballot["replaces"]}
        choices = {b["choice"] for ballot, b in cast.items() if ballot not in replaced}
        if len(choices) > 1:
            return "contested"
        return choices.pop() if choices else "not_voting"

    def figures(self):
        positions = [self.position(state) for state in self.roll]
        present = sum(position != "absent" for position in positions)
        totals = {"hands": self.agreed, "non_recorded": lambda: self.totals}.get(self.method)
        yes, no, abstaining = totals() if totals else (
            positions.count(p) for p in ("yes", "no", "abstain"))
        return {"yes": yes, "no": no, "abstaining": abstaining, "present": present,
                "not_voting": present - yes - no - abstaining, "participating": len(self.roll)}

    def table(self):
        text = "".join(f"{state}\t{self.position(state)}\t{self.names[state]}\n"
                       for state in self.in_order())
        return hashlib.sha256(text.encode()).hexdigest()
