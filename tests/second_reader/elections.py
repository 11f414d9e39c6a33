"""Elections: nominations, ballots on paper, lots, acclamation; and who is elected.

Written from ledger/FORMAT.md and procedure/RULES.md ("Elections"); part of second_reader.py.
"""

from wrong import need

IN_SUCCESSION = 3  # limited ballots, then as many free ones


def best(votes, places):
    """Who has one of so many places by the most votes, and who is tied for those that are left."""
    def others(who, rank_before):
        return sum(rank_before(n, votes[who]) for other, n in votes.items() if other != who)
    sure = [who for who in votes if others(who, lambda n, own: n >= own) < places]
    tied = [who for who in votes if who not in sure and
            others(who, lambda n, own: n > own) < places]
    return sorted(sure, key=lambda who: -votes[who]), tied


class Election:
    """From its opening to its end. A ballot is the first, or limited, free or special."""

    def __init__(self, c, leaf, unit):
        self.c, self.leaf, self.unit = c, leaf, unit
        self.names = {one["id"]: one["name"] for one in c["candidates"]}  # whoever was on a paper
        self.rounds = self.inconclusive = 0
        self.elected, self.end = [], None
        self.ahead = []  # sure of a place on the next ballot
        self.expect("first", list(self.names), c["seats"])

    def expect(self, kind, among, places, seats=True, lots=False):
        """What comes next: a ballot, or lots; for seats, or for places on the next ballot."""
        self.kind, self.among, self.places = kind, among, places
        self.seats, self.lots = seats, lots

    def left(self):
        return self.c["seats"] - len(self.elected)

    def withdraw(self, who):
        need(who in self.among, "withdraws who is no candidate")
        need(len(self.among) > 1, "withdraws the last candidate")
        self.among.remove(who)
        del self.names[who]

    def acclaim(self):
        need(len(self.among) <= self.c["seats"], "acclaims more candidates than there are places")
        self.elected, self.end = list(self.among), "by acclamation"

    # -- one ballot

    def check_names(self, votes):
        for what in ("id", "name"):
            given = [one[what] for one in votes]
            need(all(given) and len(set(given)) == len(given), "names somebody twice, or nobody")
        for one in votes:
            if one["id"] in self.among and self.names[one["id"]] == one["name"]:
                continue
            need(self.kind == "free" and self.c["open_to_others"] and
                 one["id"] not in self.elected, "gives votes to who is not on the ballot")
            need(all((who == one["id"]) == (name == one["name"])
                     for who, name in self.names.items()), "calls somebody otherwise than before")
        need(set(self.among) <= {one["id"] for one in votes}, "leaves out who is on the ballot")

    def check_figures(self, c, valid):
        papers = [c[what] for what in ("distributed", "found", "invalid", "blank")]
        need(min(papers) >= 0 and c["found"] <= c["distributed"] and valid >= 0,
             "has papers that do not add up")
        votes = [one["votes"] for one in c["votes"]]
        need(all(0 <= n <= valid for n in votes), "gives somebody more votes than there are papers")
        need(valid <= sum(votes) <= valid * self.places, "has votes that do not add up")

    def ballot(self, c):
        need(not self.lots, "takes a ballot while lots are due")
        need(c["round"] == self.rounds + 1, "is of another ballot")
        self.check_names(c["votes"])
        need(c["places"] == self.places, "fills other places than there are")
        valid = c["found"] - c["invalid"] - c["blank"]
        self.check_figures(c, valid)
        self.rounds += 1
        self.names.update({one["id"]: one["name"] for one in c["votes"]})
        votes = {one["id"]: one["votes"] for one in c["votes"]}
        if valid == 0:
            return  # it is taken again
        if self.kind == "special":
            self.count_special(votes)
        else:
            self.count(votes, valid)

    def count(self, votes, valid):
        needed = valid // 2 + 1 if self.c["majority"] == "simple" else -(-2 * valid // 3)
        reached = {who: n for who, n in votes.items() if n >= needed}
        rest = {who: n for who, n in votes.items() if n < needed}
        elected, tied = best(reached, self.left())
        self.elected += elected
        if tied:
            self.expect("special", tied, self.left())
        elif not self.left() or not rest:
            self.end = "by ballot"
        elif (self.kind, self.c["majority"], self.left(), elected) == ("limited", "simple", 1, []):
            self.expect("limited", list(rest), 1, lots=True)
        else:
            self.go_on(rest, elected)

    def go_on(self, rest, elected):
        """Limited and free ballots by turns of three; whenever somebody is elected, limited."""
        kind = "limited" if elected or self.kind == "first" else self.kind
        self.inconclusive = 0 if elected or self.kind == "first" else self.inconclusive + 1
        if self.inconclusive == IN_SUCCESSION:
            kind = {"limited": "free", "free": "limited"}[kind]
            self.inconclusive = 0
        if kind == "free":
            still = [who for who in self.names if who not in self.elected]
            self.expect("free", still, self.left())
            return
        self.ahead, tied = best(rest, 2 * self.left())
        if tied:
            self.expect("special", tied, 2 * self.left() - len(self.ahead), seats=False)
        else:
            self.expect("limited", self.ahead, self.left())

    def count_special(self, votes):
        placed, tied = best(votes, self.places)
        left = self.places - len(placed)
        self.give(placed)
        if tied:
            self.expect("special", tied, left, self.seats, lots=True)
        else:
            self.end_contest()

    # -- ties

    def lot(self, c):
        need(self.lots, "draws lots where none are due")
        need(c["round"] == self.rounds, "is of another ballot")
        need(sorted(c["among"]) == sorted(self.among), "draws among others than are tied")
        drawn = c["drawn"]
        need(len(drawn) == len(set(drawn)) == self.places and set(drawn) <= set(self.among),
             "draws others, or more or fewer, than there are places for")
        need(c["drawn_by"] and c["way"] and c["witnesses"], "does not say how lots were drawn")
        self.give(drawn)
        self.end_contest()

    def give(self, placed):
        if self.seats:
            self.elected += placed
        else:
            self.ahead = self.ahead + placed

    def end_contest(self):
        if self.seats:
            self.end = "by ballot"
        else:
            self.expect("limited", self.ahead, self.left())

    def result(self):
        """"election 2, to the office of President: State AAA" """
        names = " and ".join(self.names[who] for who in self.elected) or "nobody"
        return f"election {self.c['election']}, {self.c['office']}: {names} {self.end or 'so far'}"


class Elections:
    def __init__(self):
        self.elections = []

    def may_elect(self, c, entry):
        """Not while a vote is taken, nor between the gavel and the second seal."""
        self.proceeding(entry, c["meeting"])
        need(self.vote is None, "interrupts a vote")
        need(not (self.proposal and self.proposal["gavel"]), "comes between gavel and second seal")

    def have_the_vote(self):
        return sum(self.is_here(state) and known["credentials"] != "rejected" and
                   state not in self.without_vote for state, known in self.states.items())

    def no_secret_ballot(self):
        return self.rules["secret_allowed_for"] == "none"

    def election_opened(self, c, entry, leaf, _):
        self.may_elect(c, entry)
        self.floor_is_clear()
        self.quorate()
        need(all(one.end or one.unit != entry["unit"] for one in self.elections),
             "opens an election while another is open")
        need(c["election"] == len(self.elections) + 1, "has another number")
        ids, names = ([one[what] for one in c["candidates"]] for what in ("id", "name"))
        need(c["office"] and c["seats"] > 0 and c["candidates"] and all(ids + names) and
             len(set(ids)) == len(set(names)) == len(ids) and
             c["majority"] in ("simple", "two_thirds"), "has terms by which nobody can be elected")
        need(len(ids) <= c["seats"] or not self.no_secret_ballot(),
             "needs a ballot that the rules do not allow")
        self.elections.append(Election(c, leaf, entry["unit"]))

    def election_of(self, c, entry):
        self.may_elect(c, entry)
        need(0 < c["election"] <= len(self.elections), "is of no election of this organ")
        election = self.elections[c["election"] - 1]
        need(election.unit == entry["unit"], "is of no election of this organ")
        need(election.leaf == c["opened"], "is about another opening")
        need(election.end is None, "follows the end of its election")
        return election

    def before_any_ballot(self, c, entry):
        election = self.election_of(c, entry)
        need(election.rounds == 0, "comes after a ballot")
        return election

    def candidate_withdrawn(self, c, entry, *_):
        self.before_any_ballot(c, entry).withdraw(c["candidate"])

    def acclamation_declared(self, c, entry, *_):
        election = self.before_any_ballot(c, entry)
        self.quorate()
        election.acclaim()

    def protocol_entered(self, c, entry, *_):
        election = self.election_of(c, entry)
        self.quorate()
        need(not self.no_secret_ballot(), "needs a ballot that the rules do not allow")
        need(c["tellers"], "does not say who counted")
        need(c["distributed"] <= self.have_the_vote(),
             "distributes more papers than States have the vote")
        election.ballot(c)

    def election_lot_drawn(self, c, entry, *_):
        election = self.election_of(c, entry)
        self.quorate()
        election.lot(c)

    def election_stopped(self, c, entry, *_):
        election = self.election_of(c, entry)
        need(c["reason"], "stops without a reason")
        election.end = "before it was stopped"
