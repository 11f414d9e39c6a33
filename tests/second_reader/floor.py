"""Motions, points of order, rulings and appeals, and what a carried motion does.

Written from procedure/RULES.md ("Motions, rulings and appeals"); part of second_reader.py.
"""

from proposals import AMENDS, SETTLED, decides_on_a_proposal
from wrong import need

PRECEDENCE = {"suspend_meeting": 1, "adjourn_meeting": 2, "adjourn_debate": 3, "close_debate": 4}
LAST = 5
HAPPENS = {  # to the proposal that the motion is about
    "adjourn_debate": "adjourned", "close_debate": "closed", "resume_debate": "resumed",
    "division": "divided", "competence": "lapsed", "defer_vote": "deferred"}
SPEAKERS = {  # on each side: a field of the profile, or so many
    "division": ("division_for", "division_against"),
    "adjourn_debate": ("adjourn_debate_for", "adjourn_debate_against"),
    "close_debate": (0, "closure_against"), "reconsider": (0, "reconsider_against"),
    "competence": ("competence_for", "competence_against"),
    "suspend_meeting": (0, 0), "adjourn_meeting": (0, 0)}
GIVES_REASONS = ("order", "skip", "classification", "over_objection", "out_of_order")


def kind_of_question(motion_kind):
    return {"reconsider": "reconsideration", "amend_rules": "rules_change"}.get(
        motion_kind, "motion")


class Floor:
    def __init__(self):
        self.motions, self.rulings, self.point = [], [], None

    # -- whose turn it is

    def open_motions(self):
        """Of this meeting, the first to be put first."""
        waiting = [m for m in self.motions if m["state"] == "open" and self.open and
                   (m["unit"], m["meeting"]) == (self.open["unit"], self.number)]
        return sorted(waiting, key=lambda m: PRECEDENCE.get(m["kind"], LAST))

    def no_motion_before(self, precedence):
        need(all(PRECEDENCE.get(m["kind"], LAST) >= precedence for m in self.open_motions()),
             "comes before a motion that has precedence")

    def open_motion(self, number):
        need(0 < number <= len(self.motions) and self.motions[number - 1] in self.open_motions(),
             "is about a motion that does not wait")
        return self.motions[number - 1]

    def open_appeal(self):
        return next((r for r in self.rulings if r["appeal"] == "open"), None)

    def floor_is_clear(self):
        need(self.open_appeal() is None, "comes before an appeal")
        need(self.point is None, "comes before the ruling on a point of order")

    def floor_is_open(self, entry):
        self.between_votes()
        self.proceeding(entry)

    # -- motions

    def motion_moved(self, c, entry, leaf, _):
        self.floor_is_open(entry)
        self.floor_is_clear()
        need(c["meeting"] == self.number, "is of another meeting")
        self.takes_part(c["mover"])
        need(c["motion"] == len(self.motions) + 1, "has another number")
        need(c["words"], "moves nothing")
        need(all((m["kind"], m["proposal"]) != (c["kind"], c["proposal"])
                 for m in self.open_motions()), "moves what was moved already")
        divides = c["kind"] == "division"
        need(divides == bool(c["parts"]) and len(set(c["parts"])) == len(c["parts"]),
             "divides into nothing, or twice into the same")
        self.about_a_proposal(c)
        self.about_a_decision(c)
        self.motions.append(dict(c, state="open", unit=entry["unit"], spoken=[]))

    def about_a_proposal(self, c):
        if c["kind"] == "treat_as_procedure":
            need(c["proposal"] in self.proposals and
                 self.rules["classify"] == "substance_unless_substance_majority",
                 "moves what the presiding officer rules on")
        if c["kind"] == "defer_vote":
            need(self.rules["deferment_by_motion"] == "true", "moves what the rules do not know")
        if c["kind"] in HAPPENS:
            self.follow(c["proposal"], HAPPENS[c["kind"]])

    def about_a_decision(self, c):
        need((c["kind"] == "reconsider") == bool(c["decision"]),
             "reconsiders nothing, or is no reconsideration")
        if not c["decision"]:
            return
        decision = self.decisions.get(c["decision"])
        need(decision and self.stands(decision) and not decision["reopened"] and
             decision["unit"] == self.open["unit"] and decision["proposal"] == c["proposal"] and
             not decision["motion"] and decision["kind"] not in ("part", "exhaustion"),
             "reconsiders what does not stand")

    def motion_spoken(self, c, entry, *_):
        self.floor_is_open(entry)
        self.floor_is_clear()
        motion = self.open_motion(c["motion"])
        need(self.is_here(c["delegation"]), "is by a State without rights")
        limit = SPEAKERS.get(motion["kind"], (9, 9))[c["side"] == "against"]
        most = int(self.rules[limit]) if isinstance(limit, str) else limit
        need(motion["spoken"].count(c["side"]) < most, "speaks where the rules let nobody speak")
        motion["spoken"].append(c["side"])

    def motion_granted(self, c, entry, leaf, _):
        self.at_rest()
        self.proceeding(entry)
        self.floor_is_clear()
        motion = self.open_motion(c["motion"])
        need(kind_of_question(motion["kind"]) == "motion", "grants what needs its majority")
        self.no_motion_before(PRECEDENCE.get(motion["kind"], LAST))
        need(self.put is None or decides_on_a_proposal(self.put["kind"]),
             "grants a motion while one is put")
        self.quorate()
        self.carry(motion)

    def motion_withdrawn(self, c, entry, *_):
        self.floor_is_open(entry)
        motion = self.open_motion(c["motion"])
        need(motion["mover"] == c["delegation"], "withdraws another's motion")
        need(self.put is None or self.put["motion"] != c["motion"], "withdraws what is put")
        motion["state"] = "withdrawn"

    def carry(self, motion):
        """Done at once; amendments of the rules, and what the secretariat does, by others."""
        motion["state"] = "carried"
        kind, name = motion["kind"], motion["proposal"]
        if kind == "suspend_meeting":
            self.open["suspended"] = True
        elif kind == "adjourn_meeting":
            self.end_meeting()
        elif kind == "reconsider":
            self.decisions[motion["decision"]]["reopened"] = True
            self.step(name, "reopened")
        elif kind == "treat_as_procedure":
            self.proposals[name]["matter"] = "procedure"
        elif kind in HAPPENS:
            if kind not in ("close_debate", "resume_debate"):
                self.drop(name)
            proposal = self.proposals[name]
            self.step(name, HAPPENS[kind])
            if kind in ("adjourn_debate", "competence"):
                self.lapse_amendments(name)
            if kind == "defer_vote":
                proposal["deferments"] += 1
            if kind == "division":
                proposal["parts"] = dict.fromkeys(motion["parts"])

    # -- methods and points of order

    def method_requested(self, c, entry, *_):
        self.floor_is_open(entry)
        self.takes_part(c["delegation"])
        need(self.put and self.put["question"] == c["question"], "asks of no question that is put")
        rights = {"recorded": "recorded_on_request", "roll_call": "roll_call_on_request"}
        need(c["method"] in rights and self.rules[rights[c["method"]]] == "true",
             "asks for what the rules do not give")
        need(self.put["method"] not in (c["method"], "roll_call"), "asks for what is asked already")
        self.put.update(method=c["method"], requested=True)

    def point_of_order_raised(self, c, entry, *_):
        self.proceeding(entry, c["meeting"])
        need(self.vote is None or (not self.vote.closed and c["on_the_voting"]),
             "interrupts a vote")
        self.floor_is_clear()
        self.takes_part(c["delegation"])
        self.point = c

    # -- rulings and appeals

    def ruling_given(self, c, entry, *_):
        self.proceeding(entry, c["meeting"])
        of_order = c["kind"] == "point_of_order"
        need(self.vote is None or (of_order and not self.vote.closed), "interrupts a vote")
        need(not (self.proposal and self.proposal["gavel"]), "comes between gavel and second seal")
        need(self.open_appeal() is None, "comes before an appeal")
        need(of_order == (self.point is not None), "rules on no point of order, or passes one over")
        need(c["ruling"] == len(self.rulings) + 1, "has another number")
        need(c["words"] and (c["reasons"] or c["kind"] not in GIVES_REASONS),
             "rules without words or reasons")
        ruling = dict(c, unit=entry["unit"], appeal=None)
        getattr(self, "rule_" + c["kind"])(c, ruling)
        self.rulings.append(ruling)

    def rule_point_of_order(self, *_):
        self.point = None

    def rule_order(self, c, _):
        waiting = [p["name"] for p in self.amendments(c["proposal"])]
        need(waiting and sorted(c["order"]) == sorted(waiting), "orders other amendments")

    def rule_skip(self, c, ruling):
        proposal = self.follow(c["proposal"], "skipped")
        because = self.proposals.get(c["because"])
        decision = because and self.decisions.get(because["decision"])
        need(decision and decision["outcome"] == "adopted" and self.stands(decision) and
             c["because"] != c["proposal"], "skips for what was not adopted")
        ruling["before"] = "debate closed" if proposal["state"] == "put" else proposal["state"]
        self.drop(c["proposal"])
        self.step(c["proposal"], "skipped")

    def rule_classification(self, c, _):
        need(c["matter"] == "substance" or
             self.rules["classify"] != "substance_unless_substance_majority",
             "classifies what only the conference can")
        if c["motion"]:
            self.open_motion(c["motion"])
            return
        proposal = self.proposals.get(c["proposal"])
        need(proposal and proposal["kind"] not in AMENDS and not proposal["basic"] and
             self.here(proposal) not in SETTLED, "classifies what is of substance, or decided")
        proposal["matter"] = c["matter"]

    def rule_over_objection(self, c, _):
        standing = self.proposal and [o for o in self.proposal["objections"].values()
                                      if not o["withdrawn"]]
        need(standing and not self.proposal["over"], "rules over no objection")
        self.proposal["over"] = c["ruling"]

    def rule_out_of_order(self, c, _):
        self.open_motion(c["motion"])["state"] = "out of order"

    def rule_sponsor_explains(self, c, _):
        need(c["proposal"] in self.proposals and
             c["delegation"] in self.proposals[c["proposal"]]["sponsors"],
             "lets no sponsor explain")

    def rule_quorum_challenged(self, *_):
        need(not self.quorum_asked(), "challenges a quorum that is asked of every decision")

    def ruling_appealed(self, c, entry, *_):
        need(self.vote is None, "interrupts a vote")
        self.proceeding(entry)
        self.takes_part(c["delegation"])
        need(c["ruling"] == len(self.rulings) > 0, "appeals against another ruling than the last")
        ruling = self.rulings[-1]
        need((ruling["unit"], ruling["meeting"]) == (self.open["unit"], self.number),
             "appeals against a ruling of another meeting")
        need(ruling["appeal"] is None, "appeals a second time")
        if ruling["kind"] == "over_objection":
            need(self.proposal and self.proposal["over"] == c["ruling"] and
                 not self.proposal["gavel"], "appeals against what is carried out")
        ruling.update(appeal="open", by=c["delegation"])

    def appeal_withdrawn(self, c, entry, *_):
        need(self.vote is None, "interrupts a vote")
        self.proceeding(entry)
        ruling = self.open_appeal()
        need(ruling and (ruling["ruling"], ruling["by"]) == (c["ruling"], c["delegation"]),
             "withdraws another's appeal")
        need(self.put is None or self.put["ruling"] != c["ruling"], "withdraws what is put")
        ruling["appeal"] = "withdrawn"

    def overrule(self, ruling):
        kind = ruling["kind"]
        if kind == "skip":
            self.proposals[ruling["proposal"]]["state"] = ruling["before"]
        elif kind == "classification" and not ruling["motion"]:
            self.proposals[ruling["proposal"]]["matter"] = None
        elif kind == "over_objection" and self.proposal:
            self.proposal["over"] = 0
        elif kind == "out_of_order":
            self.motions[ruling["motion"] - 1]["state"] = "open"

    def order_that_stands(self, name):
        """Of the amendments to this proposal, as ruled last; nothing if no ruling stands."""
        return next((r["order"] for r in reversed(self.rulings) if r["kind"] == "order" and
                     r["proposal"] == name and r["appeal"] != "upheld"), None)
