"""Who takes part, in which organ, with which rights, by which rules; and the meeting.

Written from ledger/FORMAT.md and procedure/RULES.md; part of second_reader.py.
"""

from announced import fewest
from wrong import need

ORGANS = {"plenary": "plenary", "committee": "committee", "committee_of_the_whole": "committee",
          "main_committee": "committee", "general_committee": "other",
          "credentials_committee": "other", "drafting_committee": "other", "working_group": "other"}


class Who:
    """Participants, persons, sessions, organs, rules, and who is in the room."""

    def __init__(self):
        self.charter = self.charter_leaf = None
        self.rules, self.states, self.persons = {}, {}, {}
        self.session, self.registered_for = 1, {}
        self.without_vote, self.members = set(), {}
        self.present, self.open, self.number = set(), None, 0
        self.carried_out, self.closed = set(), False
        self.rejected_on = {}  # the decision on which a State's credentials were

    # -- who there is

    def organ(self, unit):
        return next((u for u in self.charter["units"] if u["id"] == unit), None)

    def rule_of_organ(self, unit, what):
        """A field that a profile has for the plenary, for committees and for other organs."""
        prefix, _, suffix = what.partition("*")
        return self.rules[prefix + ORGANS[self.organ(unit)["kind"]] + suffix]

    def verb(self, unit):
        return self.rule_of_organ(unit, "verb_*")

    def of_this_session(self, state):
        return self.registered_for.get(state) == self.session

    def in_this_organ(self, state):
        members = self.members.get(self.open["unit"]) if self.open else None
        return members is None or state in members

    def is_here(self, state):
        """Has a delegation that takes part in this session, and in the organ that meets."""
        known = self.states.get(state)
        if not known or known["standing"] != "registered" or not self.in_this_organ(state):
            return False
        return (self.rules["participation_base"] != "registered_session" or
                self.of_this_session(state))

    def takes_part(self, state):
        need(self.is_here(state) and self.states[state]["credentials"] != "rejected",
             "is by a State without rights")

    def participating(self):
        """P, in the organ that meets."""
        base = self.rules["participation_base"]
        of_all = not (self.open and self.open["unit"] in self.members)

        def counts(state, known):
            if not self.in_this_organ(state):
                return False
            if known["standing"] == "invited":
                return base == "invited" and of_all
            if known["standing"] != "registered":
                return False
            if base == "registered_session":
                return self.of_this_session(state)
            return base != "credentials_accepted" or known["credentials"] == "accepted"
        return sum(counts(state, known) for state, known in self.states.items())

    def sponsors(self, states):
        need(len(set(states)) == len(states) and
             all(s in self.states and self.states[s]["standing"] == "registered" for s in states),
             "names sponsors that do not participate")

    # -- entries for the whole conference

    def of_all(self, entry):
        self.at_rest()
        need(entry["unit"] == "conference", "is of one organ")

    def on_credentials(self, leaf):
        """A decision of the plenary on credentials, or on what the committee on them submitted."""
        decision = self.decisions.get(leaf)
        if not decision or not self.stands(decision) or \
                self.organ(decision["unit"])["kind"] != "plenary":
            return False
        if decision["kind"] == "credentials":
            return decision["outcome"] == "carried"
        proposal = self.proposals.get(decision["proposal"])
        author = proposal and self.organ(proposal["author"])
        return bool(author and author["kind"] == "credentials_committee" and
                    decision["kind"] in ("proposal", "whole") and decision["outcome"] == "adopted")

    def cites(self, c):
        need(not c["decision"] or self.on_credentials(c["decision"]),
             "carries out no decision on credentials")

    def may_be_given(self, state, decision):
        """What the conference took, a later decision of it alone gives back."""
        taken, order = self.rejected_on.get(state), list(self.decisions)
        need(not taken or (decision and order.index(decision) > order.index(taken)),
             "gives back what the conference took")

    def may_have(self, state, decision):
        known, says = self.states.get(state["id"]), state["credentials"]
        need(says not in ("accepted", "rejected") or decision or
             self.charter["mode"] == "rehearsal" or (known and known["credentials"] == says),
             "says without a decision what the conference decides")
        if says != "rejected":
            self.may_be_given(state["id"], decision)
            self.rejected_on.pop(state["id"], None)
        elif decision:
            self.rejected_on[state["id"]] = decision

    def participation(self, c, entry, *_):
        self.of_all(entry)
        self.cites(c)
        ids = [state["id"] for state in c["registered"]] + c["withdrawn"]
        need(len(set(ids)) == len(ids), "names a participant twice")
        for state in c["registered"]:
            self.may_have(state, c["decision"])
            self.states[state["id"]] = state
            if state["standing"] == "registered":
                self.registered_for[state["id"]] = self.session
            if state["credentials"] == "rejected" or state["standing"] != "registered":
                self.present.discard(state["id"])
        for state in c["withdrawn"]:
            need(self.states.pop(state, None), "withdraws who is not there")
            self.present.discard(state)

    def accreditation(self, c, entry, *_):
        self.of_all(entry)
        self.cites(c)
        keys = {person["key"] for person in self.persons.values()} | {self.charter["root_key"]}
        keys |= {terminal["key"] for terminal in self.charter["terminals"]}
        for person in c["persons"]:
            need(person["id"] not in self.persons and person["key"] not in keys,
                 "accredits somebody, or a key, a second time")
            self.may_be_given(person["participant"], c["decision"])
            keys.add(person["key"])
            self.persons[person["id"]] = person

    def session_opened(self, c, entry, *_):
        self.of_all(entry)
        need(self.open is None and c["session"] == self.session + 1, "opens another session")
        self.session = c["session"]
        if self.rules["deferment_within_session"] == "true":
            for name in [p["name"] for p in self.proposals.values() if p["state"] == "deferred"]:
                self.step(name, "no longer deferred")

    def organ_composed(self, c, entry, *_):
        self.of_all(entry)
        organ = self.organ(c["organ"])
        need(organ and organ["kind"] != "plenary", "composes an organ that all belong to")
        need(self.open is None or self.open["unit"] != c["organ"], "composes an organ that meets")
        self.sponsors(c["members"])
        need(c["members"], "composes an organ of nobody")
        self.members[c["organ"]] = set(c["members"])

    def voting_right_changed(self, c, entry, *_):
        self.of_all(entry)
        need(c["delegation"] in self.states and c["reason"] and c["authority"],
             "changes a right without a reason")
        need((c["delegation"] in self.without_vote) != c["suspended"], "changes no right")
        self.cites(c)
        if not c["suspended"]:
            self.may_be_given(c["delegation"], c["decision"])
        if c["suspended"]:
            self.without_vote.add(c["delegation"])
            self.present.discard(c["delegation"])
        else:
            self.without_vote.remove(c["delegation"])

    def rules_adopted(self, c, entry, *_):
        self.of_all(entry)
        need(self.put is None, "changes the rules under a question")
        need(set(c["profile"]) == set(self.rules), "has not the fields of a rule profile")
        need((c["profile"]["id"], c["profile"]["version"]) !=
             (self.rules["id"], self.rules["version"]), "adopts the rules that are in force")
        if c["decision"]:
            decision = self.decisions.get(c["decision"])
            need(decision and decision["kind"] == "rules_change" and self.stands(decision) and
                 decision["outcome"] == "carried" and c["decision"] not in self.carried_out,
                 "carries out no decision on the rules")
            self.carried_out.add(c["decision"])
        else:
            need(self.charter["mode"] == "rehearsal", "changes the rules without a decision")
        self.rules = c["profile"]

    def pin_refused(self, c, *_):
        need(c["person"] in self.persons, "is of nobody")
        need(self.vote is None or self.vote.closed is None, "comes between close and announcement")

    # -- the meeting

    def proceeding(self, entry, meeting=None):
        need(self.open and not self.open["suspended"], "is made while no meeting is held")
        need(entry["unit"] == self.open["unit"], "is of another organ")
        need(meeting in (None, self.number), "is of another meeting")

    def part_of_all(self, field):
        return fewest(self.rules[field], self.participating())

    def enough(self):
        return 2 * len(self.present) > self.participating()

    def quorum_asked(self):
        """At every decision, until it was there once in the meeting, or from a challenge on."""
        check = self.rules["quorum_check"]
        return (check == "on_decision" or (check == "per_sitting" and not self.open["quorate"]) or
                any(r["kind"] == "quorum_challenged" and r["appeal"] != "upheld" and
                    (r["unit"], r["meeting"]) == (self.open["unit"], self.number)
                    for r in self.rulings))

    def quorate(self):
        need(self.enough() or not self.quorum_asked(), "is made without a quorum")

    def meeting_opened(self, c, entry, *_):
        need(self.open is None and c["number"] == self.number + 1, "opens another meeting")
        need(self.organ(entry["unit"]), "opens a meeting of no organ")
        self.number, self.present = c["number"], set()
        self.open = {"unit": entry["unit"], "presiding": c["presiding"], "suspended": False,
                     "quorate": False}

    def course(self, c, entry):
        self.at_rest()
        self.proceeding(entry, c["meeting"])
        self.floor_is_clear()

    def meeting_suspended(self, c, entry, *_):
        self.course(c, entry)
        self.open["suspended"] = True

    def meeting_resumed(self, c, *_):
        need(self.open and self.open["suspended"] and c["meeting"] == self.number,
             "resumes what is not suspended")
        self.open["suspended"] = False

    def end_meeting(self):
        self.open, self.present = None, set()

    def meeting_closed(self, c, entry, *_):
        self.course(c, entry)
        self.end_meeting()

    def presiding_changed(self, c, entry, *_):
        self.course(c, entry)
        need(c["presiding"] != self.open["presiding"], "changes nobody")
        self.open["presiding"] = c["presiding"]

    def presence_noted(self, c, entry, *_):
        self.proceeding(entry, c["meeting"])
        need(not (self.vote and self.vote.closed), "changes who is present after the close")
        need(not (self.proposal and self.proposal["gavel"]), "comes between gavel and second seal")
        need(c["arrived"] or c["left"], "notes nobody")
        for state in c["arrived"]:
            self.takes_part(state)
            need(state not in self.without_vote, "notes a State without its vote")
        self.present = (self.present | set(c["arrived"])) - set(c["left"])
        self.open["quorate"] = self.open["quorate"] or self.enough()

    def conference_closed(self, c, entry, leaf, cut):
        need(self.open is None, "ends the conference in a meeting")
        need(c["cut"] == cut.hex(), "fixes another final cut")
        taken = sum(self.taken(d) for d in self.decisions.values()) + self.followed
        need((c["meetings"], c["decisions"]) == (self.number, taken), "counts otherwise")
        self.closed = True
