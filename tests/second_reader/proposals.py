"""Proposals from their registration until they are put, and the text of the convention.

Written from procedure/RULES.md, whose table "The life of a question" is LIFE here; part of
second_reader.py.
"""

from wrong import need

WAITING = ("tabled", "debate closed", "reopened")
LIFE = {  # what happens: from which states, and to which; None is where it was
    "circulated": (("registered",), "circulated"),
    "introduced": (("circulated",), "tabled"),
    "revised": (("registered", "circulated", "tabled", "debate closed"), None),
    "withdrawn": (("registered", "circulated", "tabled", "debate closed", "put"), "withdrawn"),
    "reintroduced": (("withdrawn",), None),
    "adjourned": (WAITING, "adjourned"),
    "resumed": (("adjourned",), "tabled"),
    "deferred": (WAITING + ("consensus",), "deferred"),
    "no longer deferred": (("deferred",), "debate closed"),
    "closed": (("tabled", "reopened"), "debate closed"),
    "proposed": (WAITING + ("divided",), "consensus"),
    "put": (WAITING + ("consensus",), "put"),
    "put as a whole": (("divided",), "put"),
    "divided": (WAITING + ("put",), "divided"),
    "skipped": (("tabled", "debate closed", "put"), "skipped"),
    "started": (("put",), "voting"),
    "annulled": (("voting",), "put"),
    "without a decision": (("voting",), "debate closed"),
    "decided": (("voting", "consensus"), "decided"),
    "rejected in parts": (("divided",), "decided"),
    "closed for the record": (("decided",), "recorded"),
    "reopened": (("decided", "recorded"), "reopened"),
    "set aside": (("consensus",), "debate closed"),
    "lapsed": (("registered", "circulated", "tabled", "debate closed", "put", "deferred",
                "adjourned", "divided", "reopened"), "lapsed")}
SETTLED = ("decided", "recorded", "withdrawn", "lapsed", "skipped")
AMENDS = ("amendment", "sub_amendment")


def decides_on_a_proposal(kind):
    """Is the question on a proposal, or a part of it: no motion, appeal or determination?"""
    return kind in ("proposal", "amendment", "sub_amendment", "part", "whole")


class Proposals:
    def __init__(self):
        self.proposals, self.units = {}, []

    # -- the life of a proposal

    def here(self, proposal):
        """Its state before the organ that meets: what another organ decided is open here."""
        state = proposal["state"]
        if state in ("decided", "recorded") and self.open and \
                proposal["organ"] != self.open["unit"]:
            return "tabled"
        return state

    def follow(self, name, happens):
        need(name in self.proposals, "is about a proposal that there is not")
        proposal, (before, _) = self.proposals[name], LIFE[happens]
        need(self.here(proposal) in before,
             f"has a proposal {happens} that is {self.here(proposal)}")
        return proposal

    def step(self, name, happens):
        proposal = self.follow(name, happens)
        proposal["state"] = LIFE[happens][1] or proposal["state"]
        return proposal

    def amendments(self, name):
        """Those that are neither decided nor gone."""
        return [p for p in self.proposals.values()
                if p["parent"] == name and p["state"] not in SETTLED]

    def lapse_amendments(self, name):
        for amendment in self.amendments(name):
            amendment["state"] = "lapsed"
            self.lapse_amendments(amendment["name"])

    def root(self, proposal):
        while proposal["kind"] in AMENDS:
            proposal = self.proposals[proposal["parent"]]
        return proposal

    def table(self, name, kind, texts, title, **others):
        self.proposals[name] = {
            "name": name, "kind": kind, "texts": texts, "title": title, "parent": "", "unit": "",
            "sponsors": [], "author": "", "basic": False, "version": 1, "withdrawn_by": set(),
            "asked": set(),
            "deferments": 0, "exhausted": False, "notified": False, "matter": None,
            "amended": False, "oral": False, "to_write_in": [], "parts": {}, "organ": "",
            "decision": None, **others}

    # -- before the debate

    def between_votes(self):
        need(self.vote is None, "interrupts a vote")
        need(not (self.proposal and self.proposal["gavel"]), "comes between gavel and second seal")

    def at_the_desk(self, entry):
        self.between_votes()
        need(entry["unit"] == "conference" or self.organ(entry["unit"]), "is of no organ")

    def proposal_registered(self, c, entry, *_):
        self.at_the_desk(entry)
        need(c["proposal"] and c["proposal"] not in self.proposals,
             "is registered under a name that is taken")
        need(bool(c["sponsors"]) != bool(c["organ"]), "is submitted by nobody, or by two")
        self.sponsors(c["sponsors"])
        need(not c["organ"] or self.organ(c["organ"]), "is submitted by no organ")
        need(not c["text_unit"] or c["text_unit"] in self.units, "concerns no unit of the text")
        need((c["kind"] in AMENDS) == bool(c["parent"]), "amends nothing, or is no amendment")
        if c["parent"]:
            parent = self.proposals.get(c["parent"])
            need(parent and self.here(parent) not in SETTLED, "amends what is not open")
            need(c["kind"] == {"amendment": "sub_amendment"}.get(parent["kind"], "amendment") and
                 parent["kind"] != "sub_amendment", "is an amendment of another kind")
            need(c["text_unit"] == parent["unit"], "concerns another unit than its parent")
        if c["reintroduces"]:
            self.follow(c["reintroduces"], "reintroduced")
        self.table(c["proposal"], c["kind"], c["texts"], c["title"], parent=c["parent"],
                   unit=c["text_unit"], sponsors=c["sponsors"], author=c["organ"],
                   state="tabled" if c["reintroduces"] else "registered")

    def proposal_revised(self, c, entry, *_):
        self.at_the_desk(entry)
        proposal = self.follow(c["proposal"], "revised")
        need(not proposal["basic"] and not proposal["amended"], "revises what is not its sponsors'")
        self.sponsors(c["sponsors"])
        need(c["sponsors"][:len(proposal["sponsors"])] == proposal["sponsors"],
             "loses a sponsor")
        changed = c["texts"] != proposal["texts"]
        need(c["version"] == proposal["version"] + changed and c["texts"],
             "revises another version")
        proposal.update(sponsors=c["sponsors"], texts=c["texts"], version=c["version"],
                        oral=c["oral"])

    def proposal_circulated(self, c, entry, *_):
        self.at_the_desk(entry)
        proposal = self.step(c["proposal"], "circulated")
        need(set(c["languages"]) <= set(proposal["texts"]), "is circulated without its text")
        need((set(c["languages"]) >= set(self.charter["languages"])) != bool(c["permission"]),
             "is circulated in too few languages")

    def proposal_introduced(self, c, entry, *_):
        self.between_votes()
        self.proceeding(entry, c["meeting"])
        self.floor_is_clear()
        self.step(c["proposal"], "introduced")

    def proposal_withdrawn(self, c, entry, *_):
        self.at_the_desk(entry)
        proposal = self.follow(c["proposal"], "withdrawn")
        need(not proposal["amended"], "withdraws what was amended")
        need(c["delegation"] in proposal["sponsors"] and
             c["delegation"] not in proposal["withdrawn_by"], "is withdrawn by no sponsor")
        proposal["withdrawn_by"].add(c["delegation"])
        if proposal["withdrawn_by"] == set(proposal["sponsors"]):
            self.step(c["proposal"], "withdrawn")
            self.lapse_amendments(c["proposal"])
            self.drop(c["proposal"])

    def debate_closed(self, c, entry, *_):
        self.between_votes()
        self.proceeding(entry, c["meeting"])
        self.floor_is_clear()
        self.step(c["proposal"], "closed")

    # -- between the debate and the vote

    def waits(self, c, entry, happens):
        need(self.vote is None, "interrupts a vote")
        need(self.open and not self.open["suspended"], "is made while no meeting is held")
        proposal = self.follow(c["proposal"], happens)
        need(proposal["kind"] not in AMENDS and proposal["matter"] != "procedure",
             "is about no matter of substance")
        return proposal

    def by_the_chair(self, c, entry, happens):
        proposal = self.waits(c, entry, happens)
        self.proceeding(entry, c["meeting"])
        self.floor_is_clear()
        return proposal

    def deferment_needed(self):
        """So many must ask; 0 where the rules give no such right."""
        return int(self.rules["deferment_states"]) or self.part_of_all("deferment_fraction")

    def may_defer_again(self, proposal):
        return self.rules["deferment_once"] == "false" or proposal["deferments"] == 0

    def deferment_requested(self, c, entry, *_):
        proposal = self.waits(c, entry, "deferred")
        need(self.is_here(c["delegation"]), "is by a State without rights")
        need(self.deferment_needed() > 0 and self.may_defer_again(proposal),
             "asks for what the rules do not give")
        need(c["delegation"] not in proposal["asked"], "asks a second time")
        proposal["asked"].add(c["delegation"])

    def vote_deferred(self, c, entry, *_):
        proposal = self.by_the_chair(c, entry, "deferred")
        need(c["until"] and self.may_defer_again(proposal), "defers once more, or for ever")
        needed = self.deferment_needed()
        right = {"presiding_officer": self.rules["deferment_by_chair"] == "true",
                 "states": 0 < needed <= len(proposal["asked"])}
        need(right.get(c["right"]), "defers without the right to")
        if self.proposal:
            need(self.proposal["c"]["proposal"] == c["proposal"] and self.proposal["objections"],
                 "passes over a proposal")
            self.proposal = None
        self.step(c["proposal"], "deferred")
        proposal["deferments"] += 1
        proposal["asked"] = set()

    def deferment_ended(self, c, entry, *_):
        self.by_the_chair(c, entry, "no longer deferred")
        need(c["report"], "ends a deferment without a report")
        self.step(c["proposal"], "no longer deferred")

    def vote_notified(self, c, entry, *_):
        proposal = self.by_the_chair(c, entry, "put")
        need(self.rules["notice_working_days"] != "0" and c["not_before"],
             "gives a notice that the rules do not ask for")
        proposal["notified"] = True

    def exhaustion_declared(self, c, entry, *_):
        proposal = self.by_the_chair(c, entry, "put")
        need(self.rules["exhaustion"] == "chair_declares" and c["report"],
             "declares what the rules leave to others")
        proposal["exhausted"] = True

    # -- the text

    def not_before_the_meeting(self, name):
        put = [self.put] + self.waiting
        need(self.proposal is None and all(q is None or q["proposal"] != name for q in put),
             "changes a text that is before the meeting")

    def text_register(self, c, entry, *_):
        self.of_all(entry)
        at = len(self.units)
        for unit in c["units"]:
            known = self.proposals.get(unit["id"])
            if unit["id"] in self.units:
                self.not_before_the_meeting(unit["id"])
                self.register_again(known, unit)
                at = self.units.index(unit["id"])
            else:
                need(known is None, "has the name of another proposal")
                self.units.insert(at, unit["id"])
                self.table(unit["id"], "proposal", unit["texts"], unit["label"], basic=True,
                           unit=unit["id"], state="tabled")
            at += 1

    def register_again(self, known, unit):
        """A unit that is decided keeps its text; languages may be added to it."""
        decided = known["amended"] or any(
            self.stands(d) and d["proposal"] == unit["id"] and
            d["kind"] in ("proposal", "whole", "part") for d in self.decisions.values())
        need(not decided or known["texts"].items() <= unit["texts"].items(),
             "changes a text that is decided")
        known["version"] += known["texts"] != unit["texts"]
        known.update(texts=unit["texts"], title=unit["label"])

    def text_revised(self, c, entry, *_):
        need(self.vote is None, "interrupts a vote")
        self.proceeding(entry)
        proposal = self.proposals[c["proposal"]]
        self.not_before_the_meeting(c["proposal"])
        need(c["decisions"] and sorted(c["decisions"]) == sorted(proposal["to_write_in"]),
             "writes in other decisions than were taken")
        need(c["version"] == proposal["version"] + 1 and c["texts"] not in ({}, proposal["texts"]),
             "is another version")
        proposal.update(version=c["version"], texts=c["texts"], to_write_in=[])

    def text_placed(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry)
        name, known = c["text_unit"], c["text_unit"] in self.units
        need(name and c["label"], "places a unit without a name")
        need(known == (c["texts"] == {}), "gives a text to a known unit, or none to a new one")
        if known:
            self.not_before_the_meeting(name)
            self.units.remove(name)
        need(not c["after"] or c["after"] in self.units, "follows what is not in the convention")
        need(not c["split_from"] or (not known and c["split_from"] in self.units),
             "is split from nothing")
        self.units.insert(self.units.index(c["after"]) + 1 if c["after"] else 0, name)
        if known:
            self.proposals[name]["title"] = c["label"]
            return
        need(name not in self.proposals, "has the name of another proposal")
        self.table(name, "proposal", c["texts"], c["label"], basic=True, unit=name,
                   state="tabled")
