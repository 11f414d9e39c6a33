"""The conference as its entries make it: who may seal, what may follow, what was decided.

Written from ledger/FORMAT.md and procedure/RULES.md; part of second_reader.py.
"""

from vote import Vote
from wrong import need

CHAIR, CLERK, USHER = "presiding_officer", "secretary", "attendant"
ROOT, BOTH = [{"root"}], [{CHAIR, CLERK}]
SPOKEN_FOR = [{"delegate"}, {USHER}, {CLERK}]  # by the delegation, or noted for it
SEALED_BY = {
    "charter/1": ROOT, "participation/1": ROOT, "accreditation/1": ROOT, "text_register/1": ROOT,
    "meeting_opened/1": [{CHAIR}], "meeting_suspended/1": [{CHAIR}],
    "meeting_resumed/1": [{CHAIR}], "meeting_closed/1": [{CHAIR}], "presiding_changed/1": BOTH,
    "presence_noted/1": [{USHER}, {CLERK}, {CHAIR}], "question_put/1": [{CHAIR}],
    "vote_started/1": [{CHAIR}], "ballot/1": [{"delegate"}], "lot_committed/1": [{CLERK}],
    "lot_drawn/1": BOTH, "answer_given/1": [{USHER}, {CLERK}],
    "hands_counted/1": [{USHER}, {CLERK}], "vote_closed/1": [{CHAIR}], "vote_locked/1": BOTH,
    "result_announced/1": BOTH, "vote_annulled/1": BOTH,
    "correction_noted/1": [{"delegate"}, {CLERK}], "consensus_proposed/1": [{CHAIR}],
    "objection_raised/1": SPOKEN_FOR, "objection_withdrawn/1": SPOKEN_FOR,
    "consensus_gavelled/1": [{CHAIR}], "consensus_confirmed/1": [{CLERK}],
    "late_flag_ruled/1": [{CHAIR}], "consensus_set_aside/1": [{CHAIR}],
    "statement_attached/1": SPOKEN_FOR, "proposal_registered/1": [{USHER}, {CLERK}],
    "proposal_circulated/1": [{USHER}, {CLERK}, {CHAIR}], "proposal_introduced/1": [{CHAIR}],
    "motion_moved/1": SPOKEN_FOR + [{CHAIR}], "motion_granted/1": [{CHAIR}],
    "conference_closed/1": ROOT, "pin_refused/1": [set()]}

ORGANS = {"plenary": "plenary", "committee": "committee", "committee_of_the_whole": "committee",
          "main_committee": "committee", "general_committee": "other",
          "credentials_committee": "other", "drafting_committee": "other", "working_group": "other"}


def plural(n, word):
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def sentence(put, verb, outcome, f):
    """The customary announcement of what was adopted, carried, retained or rejected."""
    end = f", with {plural(f['abstaining'], 'abstention')}" if f["abstaining"] else ""
    how = {"adopted": verb, "carried": "carried", "retained": "retained", "rejected": "rejected"}
    first, second = (f["no"], f["yes"]) if outcome == "rejected" else (f["yes"], f["no"])
    return (f"{put['subject']} was {how[outcome]} by {plural(first, 'vote')} to "
            f"{second or 'none'}{end}.")


class Meeting:
    def __init__(self):
        self.charter = self.charter_leaf = None
        self.persons, self.states, self.texts, self.present = {}, {}, {}, set()
        self.number = self.questions = self.runs = 0
        self.open = self.put = self.vote = self.proposal = None
        self.decisions, self.closed = {}, False
        self.proposals, self.motions = {}, []
        self.last = None  # leaf of the last decision
        self.seals = self.results = self.without_a_vote = 0

    # -- seals

    def sealers(self, entry):
        """Each seal with the key that must have made it."""
        kind, c = entry["type"], entry["content"]
        need(kind in SEALED_BY, "is of a type that this reader does not know")
        roles = [seal["role"] for seal in entry["seals"]]
        need(set(roles) in SEALED_BY[kind] and len(set(roles)) == len(roles),
             "has not the seals that it needs")
        people = [seal["person"] for seal in entry["seals"]]
        need(len(set(people)) == len(people), "is sealed twice by one person")
        for seal in entry["seals"]:
            if seal["role"] == "root":
                need(seal["person"] == "root", "has a root seal by a person")
                yield seal, (c if kind == "charter/1" else self.charter)["root_key"]
                continue
            person = self.persons.get(seal["person"])
            need(person and person["role"] == seal["role"],
                 f"is sealed by {seal['person']}, who is not accredited as {seal['role']}")
            if seal["role"] == CHAIR:
                presiding = c["presiding"] if "presiding" in c else self.open["presiding"]
                need(seal["person"] == presiding, "is sealed by one who does not preside")
            if seal["role"] == "delegate":
                need(person["participant"] == c.get("delegation", c.get("mover")),
                     "is sealed for another delegation")
            yield seal, person["key"]

    # -- what may follow

    def take(self, entry, leaf, cut):
        need(not self.closed, "follows the end of the conference")
        kind, c = entry["type"].rpartition("/")[0], entry["content"]
        if kind == "charter":
            need(self.charter is None, "is a second charter")
            self.charter, self.charter_leaf = c, leaf
            return
        getattr(self, kind)(c, entry, leaf.hex(), cut)

    def at_rest(self):
        need(self.vote is None and self.proposal is None, "interrupts a decision")

    def proceeding(self, entry, meeting=None):
        need(self.open and not self.open["suspended"], "is made while no meeting is held")
        need(entry["unit"] == self.open["unit"], "is of another organ")
        need(meeting in (None, self.number), "is of another meeting")

    def quorate(self):
        need(2 * len(self.present) > len(self.states), "is made without a quorum")

    def takes_part(self, state):
        need(self.states[state]["credentials"] != "rejected", "is by a State without rights")

    def verb(self, unit):
        kind = next(u for u in self.charter["units"] if u["id"] == unit)["kind"]
        return self.charter["profile"]["verb_" + ORGANS[kind]]

    # -- who and what

    def participation(self, c, *_):
        self.at_rest()
        for state in c["registered"]:
            self.states[state["id"]] = state
            if state["credentials"] == "rejected":
                self.present.discard(state["id"])
        for state in c["withdrawn"]:
            self.states.pop(state)
            self.present.discard(state)

    def accreditation(self, c, *_):
        self.at_rest()
        self.persons.update({person["id"]: person for person in c["persons"]})

    def text_register(self, c, *_):
        self.at_rest()
        self.texts.update({unit["id"]: unit for unit in c["units"]})

    def pin_refused(self, *_):
        need(self.vote is None or self.vote.closed is None, "comes between close and announcement")

    # -- the meeting

    def meeting_opened(self, c, entry, *_):
        need(self.open is None and c["number"] == self.number + 1, "opens another meeting")
        self.number, self.present = c["number"], set()
        self.open = {"unit": entry["unit"], "presiding": c["presiding"], "suspended": False}

    def meeting_suspended(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry, c["meeting"])
        self.open["suspended"] = True

    def meeting_resumed(self, c, *_):
        need(self.open and self.open["suspended"] and c["meeting"] == self.number,
             "resumes what is not suspended")
        self.open["suspended"] = False

    def meeting_closed(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry, c["meeting"])
        self.open, self.present = None, set()

    def presiding_changed(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry, c["meeting"])
        self.open["presiding"] = c["presiding"]

    def presence_noted(self, c, entry, *_):
        self.proceeding(entry, c["meeting"])
        need(not (self.vote and self.vote.closed), "changes who is present after the close")
        need(not (self.proposal and self.proposal["gavel"]), "comes between gavel and second seal")
        for state in c["arrived"]:
            self.takes_part(state)
        self.present = (self.present | set(c["arrived"])) - set(c["left"])

    def conference_closed(self, c, entry, leaf, cut):
        need(self.open is None, "ends the conference in a meeting")
        need(c["cut"] == cut.hex(), "fixes another final cut")
        stand = sum(d["stands"] for d in self.decisions.values())
        need((c["meetings"], c["decisions"]) == (self.number, stand), "counts otherwise")
        self.closed = True

    # -- proposals and motions

    def proposal_registered(self, c, *_):
        self.at_rest()
        need(c["proposal"] not in self.proposals and c["proposal"] not in self.texts,
             "is registered under a name that is taken")
        self.proposals[c["proposal"]] = dict(c, state="registered")

    def proposal_circulated(self, c, *_):
        self.at_rest()
        proposal = self.proposals[c["proposal"]]
        need(proposal["state"] == "registered", "is circulated out of turn")
        need((set(c["languages"]) >= set(self.charter["languages"])) != bool(c["permission"]),
             "is circulated in too few languages")
        proposal["state"] = "circulated"

    def proposal_introduced(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry, c["meeting"])
        proposal = self.proposals[c["proposal"]]
        need(proposal["state"] == "circulated", "is introduced out of turn")
        proposal["state"] = "tabled"

    def motion_moved(self, c, entry, *_):
        need(self.vote is None, "interrupts a vote")
        self.proceeding(entry, c["meeting"])
        self.takes_part(c["mover"])
        need(c["motion"] == len(self.motions) + 1, "has another number")
        self.motions.append(dict(c, open=True))

    def motion_granted(self, c, entry, *_):
        self.at_rest()
        self.proceeding(entry)
        self.quorate()
        motion = self.motions[c["motion"] - 1]
        need(motion["open"], "grants what is decided")
        motion["open"] = False

    # -- a vote

    def question_put(self, c, entry, leaf, _):
        self.proceeding(entry, c["meeting"])
        self.quorate()
        need(self.vote is None and self.put is None, "is put while another question is")
        number = self.questions + 1
        if self.proposal:
            need(self.proposal["objections"] and not self.proposal["gavel"] and
                 self.proposal["c"]["text_unit"] == c["text_unit"], "passes over a proposal")
            number, self.proposal = self.proposal["c"]["question"], None
        need(c["question"] == number, "has another number")
        self.questions, self.put = number, dict(c, leaf=leaf, unit=entry["unit"])

    def vote_started(self, c, entry, leaf, _):
        self.proceeding(entry)
        self.quorate()
        need(self.vote is None and self.put and c["put"] == self.put["leaf"],
             "starts another question")
        need(all(c[same] == self.put[same] for same in ("sentence", "majority", "method", "texts")),
             "starts otherwise than it was put")
        need(all(states == sorted(states) for states in c["roll"].values()),
             "has a roll in another order")
        names = {state: s["name"] for state, s in self.states.items()}
        vote = Vote(c, leaf, entry["unit"], names)
        need(c["run"] == self.runs + 1, "has another number")
        need(vote.roll == {s: state["credentials"] for s, state in self.states.items()} and
             c["participating"] == len(vote.roll), "has another roll than the conference")
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

    def vote_closed(self, c, entry, leaf, _):
        self.under_way().close(c, leaf, set(self.present))

    def vote_locked(self, c, entry, leaf, cut):
        self.under_way().lock(c, leaf, cut)

    def vote_annulled(self, c, *_):
        need(c["start"] == self.under_way().leaf and c["reason"], "annuls another vote")
        self.vote = None

    def result_announced(self, c, entry, leaf, _):
        vote, put = self.under_way(), self.put
        need(vote.locked and c["lock"] == vote.locked, "announces a vote that is not locked")
        figures, outcome = vote.figures(), c["outcome"]
        need(c["figures"] == figures, "announces other figures than the count gives")
        need(vote.carried() == (outcome in ("adopted", "carried", "retained")),
             "announces another outcome than the figures give")
        need((outcome == "no_decision") == (2 * figures["present"] <= figures["participating"]),
             "judges the quorum otherwise")
        if vote.carried() or (outcome == "rejected" and put["kind"] != "part"):
            need(c["sentence"] == sentence(put, self.verb(vote.unit), outcome, figures),
                 "is announced in other words")
        need(c["table"] == vote.table(), "names another voting table")
        self.decisions[leaf] = {"vote": vote, "unit": vote.unit, "attached": [],
                                "stands": outcome not in ("no_decision", "tie_second_vote")}
        self.last, self.vote = leaf, None
        self.put = put if outcome == "tie_second_vote" else None
        self.results += 1

    def correction_noted(self, c, entry, *_):
        need(self.vote is None, "is noted during a vote")
        decision = self.decisions[c["result"]]
        vote = decision["vote"]
        need(vote and vote.method != "hands" and vote.start["run"] == c["run"] and
             vote.unit == entry["unit"], "corrects another vote")
        need(vote.roll.get(c["delegation"], "rejected") != "rejected", "is by a State without a vote")
        need(c not in decision["attached"], "is noted a second time")
        decision["attached"].append(c)

    # -- a decision without a vote

    def consensus_proposed(self, c, entry, leaf, _):
        self.proceeding(entry, c["meeting"])
        self.quorate()
        need(self.charter["profile"]["consensus"] != "none", "proposes what the rules do not know")
        need(self.vote is None and self.put is None, "is proposed while a question is put")
        number = self.questions + 1
        if self.proposal:
            objections = self.proposal["objections"]
            need(objections and all(o["withdrawn"] for o in objections.values()) and
                 self.proposal["c"]["text_unit"] == c["text_unit"], "passes over an objection")
            number = self.proposal["c"]["question"]
        need(c["question"] == number, "has another number")
        need(c["texts"] == self.texts[c["text_unit"]]["texts"], "proposes another text")
        need(c["present"] == sorted(self.present) and c["participating"] == len(self.states),
             "names others as present")
        self.questions = number
        self.proposal = {"c": c, "stands": leaf, "objections": {}, "gavel": None, "attached": [],
                         "unit": entry["unit"]}

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
        objection = self.proposal["objections"][c["objection"]]
        need(objection["state"] == c["delegation"] and not objection["withdrawn"],
             "withdraws another's objection")
        objection["withdrawn"] = True

    def consensus_gavelled(self, c, entry, leaf, _):
        proposal = self.proposed(c, entry)
        self.quorate()
        need(not proposal["objections"], "decides over an objection")
        need(c["silence_ms"] >= 1000 * int(self.charter["profile"]["silence_seconds"]),
             "shortens the silence")
        proposal["gavel"], proposal["label"] = leaf, c["label"]

    def consensus_confirmed(self, c, entry, leaf, _):
        self.proceeding(entry)
        proposal = self.proposal
        need(proposal and proposal["gavel"] and c["gavel"] == proposal["gavel"],
             "confirms another gavel")
        how = {"without_a_vote": "without a vote", "by_consensus": "by consensus"}
        need(c["sentence"] == f"{proposal['c']['subject']} was {self.verb(proposal['unit'])} "
             f"{how[proposal['label']]}.", "confirms in other words")
        self.decisions[leaf] = {"vote": None, "unit": proposal["unit"], "proposal": proposal,
                                "attached": proposal["attached"], "stands": True,
                                "meeting": self.number}
        self.last, self.proposal = leaf, None
        self.without_a_vote += 1

    def late_flag_ruled(self, c, entry, leaf, _):
        self.proceeding(entry)
        self.takes_part(c["delegation"])
        proposal = self.proposal
        if proposal is None:
            decision = self.decisions[self.last]
            need(self.put is None and decision["stands"] and decision.get("meeting") == self.number,
                 "rules on a gavel too late")
            proposal = decision["proposal"]
            need(proposal["c"]["texts"] == self.texts[proposal["c"]["text_unit"]]["texts"] and
                 proposal["c"]["participating"] == len(self.states), "rules on another text")
        need(proposal["gavel"] and proposal["gavel"] == c["gavel"], "rules on another gavel")
        if not c["before_gavel"]:
            return
        if self.proposal is None:
            self.decisions[self.last]["stands"] = False
            self.without_a_vote -= 1
        self.proposal = dict(proposal, gavel=None, stands=leaf)

    def consensus_set_aside(self, c, entry, *_):
        self.proposed(c, entry)
        self.proposal = None

    def statement_attached(self, c, entry, *_):
        need(self.vote is None, "is attached during a vote")
        self.takes_part(c["delegation"])
        if self.proposal and c["about"] == self.proposal["stands"]:
            of_a_vote, to = False, self.proposal
            need(not to["gavel"], "is attached between gavel and second seal")
        else:
            to = self.decisions[c["about"]]
            of_a_vote = to["vote"] is not None
            need(to["stands"] or of_a_vote, "is attached to what was rescinded")
        need(to["unit"] == entry["unit"], "is attached in another organ")
        need(c["kind"] != ("dissociation" if of_a_vote else "explanation_of_vote"),
             "does not fit the decision")
        need(c not in to["attached"], "is attached a second time")
        to["attached"].append(c)
