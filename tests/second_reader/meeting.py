"""The conference as its entries make it: who may seal, what may follow, what was decided.

Written from ledger/FORMAT.md and procedure/RULES.md; part of second_reader.py. Who takes part:
who.py; proposals: proposals.py; motions and rulings: floor.py; whose turn it is: turn.py;
decisions without a vote: consensus.py; elections: elections.py.
"""

import announced
from consensus import Consensus
from elections import Elections
from floor import LAST, PRECEDENCE, Floor
from proposals import AMENDS, Proposals, decides_on_a_proposal
from seals import CHAIR, SEALED_BY, VERSION, sealed_by
from turn import Turn
from vote import Vote
from who import Who
from wrong import need


class Meeting(Who, Proposals, Floor, Turn, Consensus, Elections):
    def __init__(self):
        Who.__init__(self)
        Proposals.__init__(self)
        Floor.__init__(self)
        Consensus.__init__(self)
        Elections.__init__(self)
        self.questions = self.runs = 0
        self.put, self.waiting, self.vote = None, [], None
        self.decisions, self.tied, self.followed = {}, set(), 0
        self.annulled = set()  # questions of which a vote was
        self.last = None  # leaf of the last decision
        self.seals = self.results = 0

    # -- seals

    def sealers(self, entry):
        """Each seal with the key that must have made it."""
        kind, c = entry["type"].removesuffix(VERSION), entry["content"]
        need(kind in SEALED_BY and entry["type"] == kind + VERSION,
             f"is of a type that this reader does not know ({entry['type']})")
        roles = [seal["role"] for seal in entry["seals"]]
        need(set(roles) in sealed_by(kind, c) and len(set(roles)) == len(roles),
             "has not the seals that it needs")
        people = [seal["person"] for seal in entry["seals"]]
        need(len(set(people)) == len(people), "is sealed twice by one person")
        for seal in entry["seals"]:
            if seal["role"] == "root":
                need(seal["person"] == "root", "has a root seal by a person")
                yield seal, (c if kind == "charter" else self.charter)["root_key"]
                continue
            person = self.persons.get(seal["person"])
            need(person and person["role"] == seal["role"],
                 f"is sealed by {seal['person']}, who is not accredited as {seal['role']}")
            if seal["role"] == CHAIR:
                need(seal["person"] == (c["presiding"] if "presiding" in c else
                                        self.open and self.open["presiding"]),
                     "is sealed by one who does not preside")
            if seal["role"] == "delegate":
                need(person["participant"] == c.get("delegation", c.get("mover")),
                     "is sealed for another delegation")
            yield seal, person["key"]

    # -- what may follow

    def take(self, entry, leaf, cut):
        need(not self.closed, "follows the end of the conference")
        kind, c = entry["type"].removesuffix(VERSION), entry["content"]
        if kind == "charter":
            need(self.charter is None, "is a second charter")
            self.charter, self.charter_leaf, self.rules = c, leaf, c["profile"]
            return
        getattr(self, kind)(c, entry, leaf.hex(), cut)

    def at_rest(self):
        need(self.vote is None and self.proposal is None, "interrupts a decision")

    # -- what is put

    def question_put(self, c, entry, leaf, _):
        self.proceeding(entry, c["meeting"])
        need(self.vote is None, "interrupts a vote")
        if c["kind"] != "appeal":
            self.floor_is_clear()
        decides = decides_on_a_proposal(c["kind"])
        number = self.questions + 1
        if decides and self.proposal:
            number = self.proposal["c"]["question"]
        if decides:
            self.turn_of_proposal(c)
        elif c["kind"] == "credentials":
            need(self.put is None and self.proposal is None, "is put while another question is")
        else:
            turn = {"appeal": self.turn_of_appeal, "exhaustion": self.turn_of_exhaustion}
            turn.get(c["kind"], self.turn_of_motion)(c)
        self.quorate()
        need(c["question"] == number, "has another number")
        own_motion = c["kind"] == "motion" and not c["motion"]
        need(own_motion or c["matter"] == self.matter(c), "is put as of another class")
        need(c["majority"] == self.majority(c), "is put with another majority")
        need(c["profile_version"] == self.rules["version"], "is put under other rules")
        need(c["participating"] == self.participating(), "is put with another P")
        need(all(c[w] for w in ("subject", "sentence", "if_carried", "if_not_carried")),
             "is put without saying what follows")
        proposal = self.proposals[c["proposal"]] if decides else {"texts": {}, "unit": ""}
        need((c["texts"], c["text_unit"]) == (proposal["texts"], proposal["unit"]),
             "is put on another text")
        if self.put:
            self.waiting.append(self.put)
        self.questions = max(self.questions, number)
        self.put = dict(c, leaf=leaf, unit=entry["unit"], requested=False, attached=[])

    def take_off(self):
        self.put = self.waiting.pop() if self.waiting else None

    def drop(self, name):
        """This proposal is not voted on now, whether it was put or waits to be again."""
        def about_it(question):
            return question["proposal"] == name and decides_on_a_proposal(question["kind"])
        self.waiting = [question for question in self.waiting if not about_it(question)]
        if self.put and about_it(self.put):
            self.take_off()

    # -- a vote

    def of_the_text(self):
        """Is the vote on a proposal itself, and not on a part of it or on a motion?"""
        return decides_on_a_proposal(self.put["kind"]) and not self.put["part"]

    def methods(self):
        """As it was put; where a vote at the terminals was annulled also by the fallback method,
        by names if a delegation asked for a recorded vote."""
        put, methods = self.put["method"], {self.put["method"]}
        if put in ("recorded", "non_recorded") and self.put["question"] in self.annulled:
            names = put == "recorded" and self.put["requested"]
            methods.add("roll_call" if names else self.rules["fallback_method"])
        return methods

    def vote_started(self, c, entry, leaf, _):
        self.proceeding(entry)
        self.quorate()
        need(self.vote is None and self.put and c["put"] == self.put["leaf"] and
             self.put["unit"] == entry["unit"], "starts another question")
        if self.put["kind"] != "appeal":
            self.floor_is_clear()
            moved = self.motions[self.put["motion"] - 1]["kind"] if self.put["motion"] else None
            self.no_motion_before(PRECEDENCE.get(moved, LAST) if moved else LAST + 1)
        need(all(c[same] == self.put[same] for same in
                 ("question", "sentence", "majority", "texts")) and
             c["method"] in self.methods(), "starts otherwise than it was put")
        need(all(states == sorted(states) for states in c["roll"].values()),
             "has a roll in another order")
        names = {state: s["name"] for state, s in self.states.items()}
        vote = Vote(c, leaf, entry["unit"], names)
        need(c["run"] == self.runs + 1, "has another number")
        need(vote.roll == {s: state["credentials"] for s, state in self.states.items()
                           if self.is_here(s)} and c["participating"] == self.participating(),
             "has another roll than the conference")
        need(c["suspended"] == sorted(s for s in self.without_vote if self.is_here(s)),
             "gives other States their vote")
        if self.of_the_text():
            self.step(self.put["proposal"], "started")
        self.vote, self.runs = vote, c["run"]

    def under_way(self):
        need(self.vote is not None, "is of no vote under way")
        return self.vote

    def ballot(self, c, *_):
        self.under_way().ballot(c)

    def lot_committed(self, c, *_):
        self.under_way().commit(c)

    def lot_drawn(self, c, *_):
        self.under_way().draw(c)

    def answer_given(self, c, *_):
        self.under_way().answer(c)

    def hands_counted(self, c, entry, *_):
        self.under_way().hands(c, entry["seals"][0]["person"], len(self.present))

    def totals_taken(self, c, *_):
        self.under_way().take_totals(c, len(self.present))

    def last_called(self, c, *_):
        self.under_way().call_last(c)

    def vote_closed(self, c, entry, leaf, _):
        seconds = int(self.rules["last_call_seconds"])
        self.under_way().close(c, leaf, set(self.present), seconds)

    def vote_locked(self, c, entry, leaf, cut):
        self.under_way().lock(c, leaf, cut)

    def vote_annulled(self, c, *_):
        need(c["start"] == self.under_way().leaf and c["reason"], "annuls another vote")
        self.vote = None
        self.annulled.add(self.put["question"])
        if self.of_the_text():
            self.step(self.put["proposal"], "annulled")

    def result_announced(self, c, entry, leaf, _):
        vote, put = self.under_way(), self.put
        need(vote.locked and c["lock"] == vote.locked, "announces a vote that is not locked")
        figures, majority = vote.figures(), vote.start["majority"]
        need(c["figures"] == figures, "announces other figures than the count gives")
        tests = announced.clauses(majority, figures, self.rules, self.quorum_asked())
        need(c["clauses"] == tests, "announces other tests than the majority asks")
        again = (self.rules["tie"] == "second_vote" and put["question"] not in self.tied and
                 (self.rules["second_vote_in"] == "every_organ" or
                  self.organ(vote.unit)["kind"] == "plenary"))
        outcome = announced.outcome(put["kind"], majority, figures, tests, again,
                                    self.rules["tie_scope"])
        need(c["outcome"] == outcome, "announces another outcome than the figures give")
        need(c["sentence"] == announced.sentence(put["kind"], put["subject"],
                                                 self.verb(vote.unit), outcome, figures, tests,
                                                 int(self.rules["second_vote_hours"])),
             "is announced in other words")
        need(c["table"] == vote.table(), "names another voting table")
        self.vote, self.results = None, self.results + 1
        self.decide(leaf, dict(put, outcome=outcome, vote=vote, sentence=c["sentence"]))
        put["attached"] = []

    # -- what a decision does

    def taken(self, decision):
        return (not decision["rescinded"] and
                decision["outcome"] not in ("no_decision", "tie_second_vote"))

    def stands(self, decision):
        return self.taken(decision) and not decision["replaced"]

    def decide(self, leaf, decision):
        decision = dict({"attached": [], "noted": [], "rescinded": False, "replaced": False,
                         "reopened": False, "recorded": False, "meeting": self.number}, **decision)
        self.last, kind, name = leaf, decision["kind"], decision["proposal"]
        if decision["vote"]:
            of_the_text = self.of_the_text()
            if not self.taken(decision):
                self.decisions[leaf] = decision
                self.undecided(decision, of_the_text)
                return
            self.take_off()
        if decides_on_a_proposal(kind) and kind != "part":
            self.replace(name)
        self.decisions[leaf] = decision
        if kind == "part":
            self.decide_part(leaf, decision)
        elif decides_on_a_proposal(kind):
            self.decide_proposal(leaf, decision)
        elif kind == "appeal":
            ruling = self.rulings[decision["ruling"] - 1]
            overruled = decision["outcome"] == "ruling_overruled"
            ruling["appeal"] = "upheld" if overruled else "dismissed"
            if overruled:
                self.overrule(ruling)
        elif kind == "exhaustion":
            self.proposals[name]["exhausted"] = decision["outcome"] == "carried"
        elif decision["motion"]:
            motion = self.motions[decision["motion"] - 1]
            if decision["outcome"] == "carried":
                self.carry(motion)
            else:
                motion["state"] = "not carried"

    def undecided(self, decision, of_the_text):
        """A second vote is on the same question; without a quorum it may be put again."""
        if decision["outcome"] == "tie_second_vote":
            self.tied.add(decision["question"])
            if of_the_text:
                self.step(decision["proposal"], "annulled")
            return
        if of_the_text:
            self.step(decision["proposal"], "without a decision")
        self.take_off()

    def replace(self, name):
        """What was reopened stands until there is a new decision on it."""
        for decision in self.decisions.values():
            if decision["proposal"] == name and decision["reopened"]:
                decision["replaced"] = True

    def decide_proposal(self, leaf, decision):
        proposal = self.step(decision["proposal"], "decided")
        proposal.update(organ=decision["unit"], decision=leaf)
        if decision["outcome"] == "adopted" and proposal["kind"] in AMENDS:
            parent = self.proposals[proposal["parent"]]
            parent["amended"] = True
            parent["to_write_in"].append(leaf)
        self.lapse_amendments(decision["proposal"])

    def decide_part(self, leaf, decision):
        proposal = self.proposals[decision["proposal"]]
        retained = decision["outcome"] == "retained"
        proposal["parts"][decision["part"]] = retained
        if not retained:
            proposal["to_write_in"].append(leaf)
        if all(part is False for part in proposal["parts"].values()):
            self.replace(proposal["name"])
            self.step(proposal["name"], "rejected in parts")
            proposal.update(organ=decision["unit"], decision=leaf)
            self.lapse_amendments(proposal["name"])
            self.followed += 1
