"""What figures amount to, and how it is said: majorities, outcomes and the customary sentences.

Written from procedure/RULES.md ("Majorities", "Count and announcement"); part of second_reader.py.
"""

ASKS = {  # by the majority's name: the tests of its votes, beside one vote in favour
    "simple": ["majority"],
    "two_thirds": ["two_thirds"],
    "two_thirds_and_majority_of_participating": ["two_thirds", "majority_of_participating"],
    "majority_of_participating": ["absolute_majority"],
    "two_thirds_of_participating": ["two_thirds_of_participating"],
    "two_thirds_with_voting_quorum": ["two_thirds"],
    "majority_of_present": ["majority_of_present"]}

LACKING = {
    "affirmative_vote": "a vote in favour",
    "majority": "the required majority",
    "two_thirds": "the required two-thirds majority",
    "majority_of_participating":
        "the votes in favour of a majority of the participating States",
    "absolute_majority": "the required majority of the participating States",
    "two_thirds_of_participating": "the required two-thirds majority of the participating States",
    "majority_of_present": "the required majority of the delegations present",
    "voting_quorum": "the required quorum for voting"}

COMMON = ("A", "An", "The", "Draft", "Article", "Articles", "Paragraph", "Paragraphs", "Preamble",
          "Title",
          "Preambular", "Subparagraph", "Annex", "Part", "Amendment", "Proposal", "Motion",
          "Sub-amendment", "Resolution")

PASSES_AS = {"proposal": "adopted", "amendment": "adopted", "sub_amendment": "adopted",
             "whole": "adopted", "part": "retained", "appeal": "ruling_overruled"}


def fewest(part, states):
    """The fewest that are this part of so many, as a profile spells it."""
    if part == "0":
        return 0
    if part == "majority":
        return states // 2 + 1
    over, under = map(int, part.split("/"))
    return -(-over * states // under)


def clauses(majority, f, rules, quorum_asked):
    """The tests, each with what it needs and what there is; the quorum first, where it is asked."""
    voting, p = f["yes"] + f["no"], f["participating"]
    above_half, two_thirds = (lambda n: n // 2 + 1), (lambda n: max(1, -(-2 * n // 3)))
    needed = {"majority": above_half(voting), "two_thirds": two_thirds(voting),
              "majority_of_participating": above_half(p), "absolute_majority": above_half(p),
              "two_thirds_of_participating": two_thirds(p),
              "majority_of_present": above_half(f["present"])}
    tests = [("quorum", above_half(p), f["present"])] if quorum_asked else []
    tests.append(("affirmative_vote", 1, f["yes"]))
    tests += [(name, needed[name], f["yes"]) for name in ASKS[majority]]
    if majority == "two_thirds_with_voting_quorum":
        took_part = f["present"] if rules["voting_quorum_of"] == "present" else voting
        tests.append(("voting_quorum", fewest(rules["voting_quorum"], p), took_part))
    return [{"name": name, "needed": n, "received": there, "met": there >= n}
            for name, n, there in tests]


def outcome(kind, majority, f, tests, second_vote_left, tie_scope):
    if tests[0]["name"] == "quorum" and not tests[0]["met"]:
        return "no_decision"
    if all(test["met"] for test in tests):
        return PASSES_AS.get(kind, "carried")
    if kind == "appeal":
        return "ruling_stands"
    if f["no"] > f["yes"]:
        return "rejected"
    if f["yes"] == f["no"] > 0 and (majority == "simple" or tie_scope == "all"):
        return "tie_second_vote" if second_vote_left else "tie_rejected"
    return "not_adopted"


# ---- words ---------------------------------------------------------------------------------------

def plural(n, word):
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def or_none(n):
    return n or "none"


def abstentions(f):
    return f", with {plural(f['abstaining'], 'abstention')}" if f["abstaining"] else ""


def within(subject):
    """"Draft article 2" in the middle of a sentence; a name keeps its capital."""
    return subject[0].lower() + subject[1:] if subject.split(" ")[0] in COMMON else subject


def before_verb(subject):
    return subject + "," if ", as " in subject and not subject.endswith(",") else subject


def labelled(f, in_favour="in favour"):
    if f["yes"] + f["no"] == 0:
        return f"There were no votes in favour or against{abstentions(f)}."
    return (f"The result of the vote was {or_none(f['yes'])} {in_favour} and "
            f"{or_none(f['no'])} against{abstentions(f)}.")


def by_votes(what, how, first, second, f):
    return (f"{what} was {how} by {plural(first, 'vote')} to {or_none(second)}"
            f"{abstentions(f)}.")


def failed(tests):
    return " and ".join(LACKING[test["name"]] for test in tests if not test["met"])


def standing_ruling(subject, f, tests):
    text = labelled(f, "in favour of overruling")
    if f["yes"] == f["no"] > 0:
        return f"{text} The votes being equally divided, {within(subject)} stands."
    if f["no"] >= f["yes"]:
        return f"{text} {subject} stands."
    return f"{text} {subject} stands, the appeal having failed to obtain {failed(tests)}."


def sentence(kind, subject, verb, result, f, tests, second_vote_hours):
    """As it is announced."""
    what = before_verb(subject)
    passes = {"part": "retained", "motion": "carried", "reconsideration": "carried",
              "exhaustion": "carried"}.get(kind, verb)
    falls = "not retained" if kind == "part" else "rejected"
    if result in ("adopted", "carried", "retained"):
        return by_votes(what, passes, f["yes"], f["no"], f)
    if result == "ruling_overruled":
        return by_votes(what, "overruled", f["yes"], f["no"], f)
    if result == "ruling_stands":
        return standing_ruling(subject, f, tests)
    if result == "rejected":
        return (f"{labelled(f)} {what} was {falls}." if kind == "part"
                else by_votes(what, falls, f["no"], f["yes"], f))
    if result in ("tie_rejected", "tie_second_vote"):
        within_hours = (f" within {plural(second_vote_hours, 'hour')}" if second_vote_hours
                        else "")
        follows = (f"was {falls}" if result == "tie_rejected"
                   else f"will be put to the vote a second time{within_hours}")
        return f"{labelled(f)} The votes being equally divided, {within(what)} {follows}."
    if result == "not_adopted":
        text = f"{labelled(f)} {what} was not {passes}"
        none = f["yes"] + f["no"] == 0
        return f"{text}." if none else f"{text}, having failed to obtain {failed(tests)}."
    return "The vote could not be taken for lack of a quorum."
