"""Whose turn it is to be put, as which kind and class of question, by which majority.

Written from procedure/RULES.md; part of second_reader.py.
"""

from floor import LAST, PRECEDENCE, kind_of_question
from proposals import AMENDS, SETTLED, decides_on_a_proposal
from wrong import need


class Turn:
    def kind_of(self, proposal):
        whole = proposal["parts"] or proposal["kind"] == "convention"
        return "whole" if whole else proposal["kind"]

    def matter(self, c):
        """Substance, unless the rules, a ruling or the conference made it one of procedure."""
        if decides_on_a_proposal(c["kind"]):
            return self.root(self.proposals[c["proposal"]])["matter"] or "substance"
        return next((r["matter"] for r in self.rulings if c["kind"] == "motion" and
                     0 != r["motion"] == c["motion"] and r["kind"] == "classification" and
                     r["appeal"] != "upheld"), "procedure")

    def majority(self, c):
        kind, rules = c["kind"], self.rules
        if kind == "appeal":
            of_a_class = self.rulings[c["ruling"] - 1]["kind"] == "classification"
            if of_a_class and rules["classify"] == "chair_appeal_two_thirds":
                return "two_thirds"
            return "majority_of_present" if rules["appeal_base"] == "present" else "simple"
        special = {"reconsideration": "majority_reconsider", "exhaustion": "majority_exhaustion",
                   "rules_change": "majority_rules_amend"}
        if kind in special:
            return rules[special[kind]]
        proposal = self.proposals.get(c["proposal"])
        if kind == "whole" and proposal["kind"] == "convention":
            return rules["majority_whole"]
        organ = {m: self.rule_of_organ(self.open["unit"], f"majority_*_{m}")
                 for m in ("substance", "procedure")}
        if c["matter"] == "substance" or not c["motion"]:
            return organ[c["matter"]]
        moved = self.motions[c["motion"] - 1]["kind"]
        own = {"close_debate": rules["majority_closure"], "resume_debate": rules["majority_resume"],
               "suspend_rule": rules["majority_rules_suspend"],
               "treat_as_procedure": organ["substance"]}
        return own.get(moved, organ["procedure"])

    def ready(self, proposal):
        """Its amendments are settled and written in, and it is its turn."""
        self.no_motion_before(LAST + 1)
        need(not self.amendments(proposal["name"]), "comes before the amendments to it")
        need(not proposal["to_write_in"], "is about a text that is not yet as it was amended")
        need(None not in proposal["parts"].values(), "comes before its parts")
        if proposal["kind"] == "convention":
            need(all(self.here(self.proposals[u]) in SETTLED for u in self.units),
                 "comes before the units of the convention")
        if proposal["kind"] not in AMENDS:
            return
        need(self.here(self.proposals[proposal["parent"]]) not in SETTLED,
             "amends what is not open")
        others = [p["name"] for p in self.amendments(proposal["parent"])]
        if len(others) > 1:
            order = self.order_that_stands(proposal["parent"])
            need(order and set(others) <= set(order), "comes before the ruling on the order")
            need(min(others, key=order.index) == proposal["name"], "is put out of its order")

    def efforts_made(self, proposal):
        root, rules = self.root(proposal), self.rules
        needed = self.deferment_needed()
        need(not (0 < needed <= len(root["asked"]) and self.may_defer_again(root)),
             "is put although its deferment was asked for")
        need(rules["exhaustion"] == "none" or root["exhausted"],
             "is put before all efforts are exhausted")
        need(rules["notice_working_days"] == "0" or root["notified"], "is put without a notice")

    def turn_of_proposal(self, c):
        need(c["proposal"] in self.proposals, "is about a proposal that there is not")
        proposal = self.proposals[c["proposal"]]
        need(self.put is None, "is put while another question is")
        need(self.rules["consensus"] != "exclusive" or self.matter(c) == "procedure",
             "votes on what is decided by consensus only")
        if c["kind"] == "part":
            need(self.proposal is None, "passes over a proposal")
            self.no_motion_before(LAST + 1)
            need(proposal["state"] == "divided" and proposal["parts"].get(c["part"], 0) is None,
                 "puts a part that does not wait")
            return
        need(c["kind"] == self.kind_of(proposal) and not c["part"],
             "is put as another kind of question")
        if self.proposal:
            need(self.proposal["objections"] and not self.proposal["gavel"] and
                 self.proposal["c"]["proposal"] == c["proposal"], "passes over a proposal")
        else:
            self.ready(proposal)
            if self.matter(c) == "substance":
                self.efforts_made(proposal)
        self.step(c["proposal"], "put as a whole" if proposal["state"] == "divided" else "put")
        self.proposal = None

    def turn_of_motion(self, c):
        if not c["motion"]:
            need(c["kind"] == "motion" and self.put is None, "is put while another question is")
            need(self.proposal is None, "passes over a proposal")
            return
        motion = self.open_motion(c["motion"])
        need(kind_of_question(motion["kind"]) == c["kind"], "is put as another kind of question")
        need(self.put is None or decides_on_a_proposal(self.put["kind"]),
             "is put while another question is")
        need(self.proposal is None, "passes over a proposal")
        self.no_motion_before(PRECEDENCE.get(motion["kind"], LAST))

    def turn_of_appeal(self, c):
        ruling = self.open_appeal()
        need(ruling and ruling["ruling"] == c["ruling"], "is about no appeal that is open")
        need(self.put is None or self.put["kind"] != "appeal", "is put while another question is")

    def turn_of_exhaustion(self, c):
        proposal = self.proposals.get(c["proposal"])
        need(self.rules["exhaustion"] == "body_determines" and proposal and
             proposal["kind"] not in AMENDS and proposal["state"] not in SETTLED and
             not proposal["exhausted"], "asks whether other efforts are exhausted")
        need(self.put is None and self.proposal is None, "is put while another question is")
