"""Decisions without a vote, and what is noted on decisions of either kind.

Written from procedure/RULES.md ("Decisions without a vote", K rows); part of second_reader.py.
"""

from announced import before_verb
from proposals import decides_on_a_proposal
from wrong import need

LABELS = {"without_a_vote": "without a vote", "by_consensus": "by consensus"}


class Consensus:
    def __init__(self):
        self.proposal = None  # what is proposed for adoption without a vote
        self.without_a_vote = 0

    def subject(self, proposal):
        """As a sentence names it now."""
        return (proposal["title"] + (", as orally revised" if proposal["oral"] else "") +
                (", as amended" if proposal["amended"] else "") +
                (", as a whole" if self.kind_of(proposal) == "whole" else ""))

    def consensus_proposed(self, c, entry, leaf, _):
        self.proceeding(entry, c["meeting"])
        need(self.rules["consensus"] != "none", "proposes what the rules do not know")
        need(self.vote is None and self.put is None, "is proposed while a question is put")
        self.floor_is_clear()
        need(c["proposal"] in self.proposals, "is about a proposal that there is not")
        proposal, number = self.proposals[c["proposal"]], self.questions + 1
        if self.proposal:
            objections = self.proposal["objections"]
            need(objections and all(o["withdrawn"] for o in objections.values()) and
                 self.proposal["c"]["proposal"] == c["proposal"], "passes over an objection")
            number = self.proposal["c"]["question"]
        else:
            self.ready(proposal)
            self.step(c["proposal"], "proposed")
        self.quorate()
        need(c["question"] == number, "has another number")
        need((c["texts"], c["text_unit"]) == (proposal["texts"], proposal["unit"]),
             "proposes another text")
        need(c["subject"] == self.subject(proposal) and c["sentence"], "proposes in other words")
        need(c["profile_version"] == self.rules["version"], "is put under other rules")
        need(c["present"] == sorted(self.present) and c["participating"] == self.participating(),
             "names others as present")
        self.questions = max(self.questions, number)
        self.proposal = {"c": c, "stands": leaf, "objections": {}, "gavel": None, "attached": [],
                         "unit": entry["unit"], "over": 0}

    def proposed(self, c, entry):
        self.proceeding(entry)
        need(self.proposal and not self.proposal["gavel"] and
             c["proposed"] == self.proposal["stands"], "is about another proposal")
        return self.proposal

    def objection_raised(self, c, entry, leaf, _):
        objections = self.proposed(c, entry)["objections"]
        self.takes_part(c["delegation"])
        need(all(o["state"] != c["delegation"] for o in objections.values()), "objects twice")
        objections[leaf] = {"state": c["delegation"], "withdrawn": False}

    def objection_withdrawn(self, c, entry, *_):
        self.proceeding(entry)
        need(self.proposal and c["objection"] in self.proposal["objections"],
             "withdraws no objection to what is proposed")
        objection = self.proposal["objections"][c["objection"]]
        need(objection["state"] == c["delegation"] and not objection["withdrawn"],
             "withdraws another's objection")
        objection["withdrawn"] = True

    def consensus_gavelled(self, c, entry, leaf, _):
        proposal = self.proposed(c, entry)
        self.floor_is_clear()
        self.quorate()
        need(not proposal["objections"] or proposal["over"], "decides over an objection")
        need(c["silence_ms"] >= 1000 * int(self.rules["silence_seconds"]), "shortens the silence")
        proposal["gavel"], proposal["label"] = leaf, c["label"]

    def adoption(self, proposal):
        sentence = (f"{before_verb(proposal['c']['subject'])} was {self.verb(proposal['unit'])} "
                    f"{LABELS[proposal['label']]}.")
        if not proposal["over"]:
            return sentence
        names = [self.states[o["state"]]["name"] for o in proposal["objections"].values()
                 if not o["withdrawn"]]
        return (f"{sentence} The presiding officer so ruled over the objection of "
                f"{', '.join(names)}.")

    def consensus_confirmed(self, c, entry, leaf, _):
        self.proceeding(entry)
        proposal = self.proposal
        need(proposal and proposal["gavel"] and c["gavel"] == proposal["gavel"],
             "confirms another gavel")
        need(c["sentence"] == self.adoption(proposal), "confirms in other words")
        put, self.proposal = proposal["c"], None
        kind = self.kind_of(self.proposals[put["proposal"]])
        self.decide(leaf, {"question": put["question"], "kind": kind, "motion": 0, "ruling": 0,
                           "proposal": put["proposal"], "part": "", "unit": proposal["unit"],
                           "outcome": "adopted", "vote": None, "consensus": proposal,
                           "attached": proposal["attached"]})
        self.without_a_vote += 1

    def late_flag_ruled(self, c, entry, leaf, _):
        self.proceeding(entry)
        self.takes_part(c["delegation"])
        proposal, decision = self.proposal, None
        if proposal is None:
            decision = self.decisions.get(self.last)
            need(decision and not decision["vote"] and self.put is None and
                 not decision["rescinded"] and decision["meeting"] == self.number,
                 "rules on a gavel too late")
            proposal = decision["consensus"]
            need(proposal["c"]["texts"] == self.proposals[decision["proposal"]]["texts"] and
                 proposal["c"]["participating"] == self.participating(), "rules on another text")
        need(proposal["gavel"] and proposal["gavel"] == c["gavel"], "rules on another gavel")
        if not c["before_gavel"]:
            return
        if decision:
            decision["rescinded"] = True
            self.take_back(decision)
        self.proposal = dict(proposal, gavel=None, stands=leaf)

    def take_back(self, decision):
        """Undecided again, as before the gavel."""
        self.without_a_vote -= 1
        proposal = self.proposals[decision["proposal"]]
        proposal["state"] = "consensus"
        if proposal["parent"]:
            self.proposals[proposal["parent"]]["to_write_in"].remove(self.last)

    def consensus_set_aside(self, c, entry, *_):
        self.proposed(c, entry)
        self.step(self.proposal["c"]["proposal"], "set aside")
        self.proposal = None

    # -- noted on a decision, which it does not change

    def noted_on(self, leaf, entry):
        need(self.vote is None, "is noted during a vote")
        need(leaf in self.decisions, "is about no decision")
        decision = self.decisions[leaf]
        need(not decision["recorded"], "is noted on a record that is closed")
        need(decision["unit"] == entry["unit"], "is noted in another organ")
        return decision

    def statement_attached(self, c, entry, *_):
        need(self.vote is None, "is noted during a vote")
        self.takes_part(c["delegation"])
        if self.proposal and c["about"] == self.proposal["stands"]:
            of_a_vote, to = False, self.proposal
            need(not to["gavel"], "is attached between gavel and second seal")
            need(to["unit"] == entry["unit"], "is noted in another organ")
        elif self.put and c["about"] == self.put["leaf"]:
            self.explained_before(c, entry)
            return
        else:
            to = self.noted_on(c["about"], entry)
            of_a_vote = to["vote"] is not None
            need(not to["rescinded"], "is attached to what was rescinded")
        need(c["kind"] != ("dissociation" if of_a_vote else "explanation_of_vote"),
             "does not fit the decision")
        if of_a_vote and c["kind"] == "explanation_of_vote":
            self.may_explain(to, c["delegation"])
        need(c not in to["attached"], "is attached a second time")
        to["attached"].append(c)

    def explained_before(self, c, entry):
        """How a delegation will vote, said between the question and the voting."""
        need(decides_on_a_proposal(self.put["kind"]) and c["kind"] == "explanation_of_vote",
             "explains no vote on a text")
        need(self.put["unit"] == entry["unit"], "is noted in another organ")
        self.may_explain(self.put, c["delegation"])
        need(c not in self.put["attached"], "is attached a second time")
        self.put["attached"].append(c)

    def may_explain(self, question, state):
        """A sponsor of what is voted on only where the profile or a ruling lets it."""
        proposal = self.proposals.get(question["proposal"])
        if not decides_on_a_proposal(question["kind"]) or state not in proposal["sponsors"]:
            return
        rule = self.rules["sponsor_may_explain"]
        need(rule == "always" or (rule == "if_amended" and proposal["amended"]) or
             any(r["kind"] == "sponsor_explains" and r["appeal"] != "upheld" and
                 (r["proposal"], r["delegation"]) == (question["proposal"], state)
                 for r in self.rulings), "explains a sponsor's vote")

    def correction_noted(self, c, entry, *_):
        decision = self.noted_on(c["result"], entry)
        vote = decision["vote"]
        need(vote and vote.method not in ("hands", "non_recorded") and
             vote.start["run"] == c["run"], "corrects another vote")
        need(c["delegation"] in vote.has_vote, "is by a State without a vote")
        need(c not in decision["noted"], "is noted a second time")
        decision["noted"].append(c)

    def reading_corrected(self, c, entry, *_):
        decision = self.noted_on(c["result"], entry)
        need(self.open and self.open["unit"] == entry["unit"], "is noted in another organ")
        need(decision["vote"] and c["sentence"] == decision["sentence"], "reads another result")
        need(c["read"] and c["read"] != c["sentence"], "corrects nothing")

    def record_closed(self, c, entry, *_):
        decision = self.noted_on(c["decision"], entry)
        need(not decision["rescinded"], "closes the record of what was rescinded")
        decision["recorded"] = True
        proposal = self.proposals.get(decision["proposal"])
        if proposal and proposal["decision"] == c["decision"] and proposal["state"] == "decided":
            proposal["state"] = "recorded"
