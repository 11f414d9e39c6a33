"""Who seals what: the second column of FORMAT.md, section 4.

Part of second_reader.py.
"""

CHAIR, CLERK, USHER, DELEGATE = "presiding_officer", "secretary", "attendant", "delegate"
ROOT, BY_CHAIR, BY_CLERK, BOTH = [{"root"}], [{CHAIR}], [{CLERK}], [{CHAIR, CLERK}]
AT_THE_DESK = [{USHER}, {CLERK}]
SPOKEN_FOR = [{DELEGATE}, {USHER}, {CLERK}]  # by the delegation, or noted for it
FROM_THE_FLOOR = SPOKEN_FOR + BY_CHAIR
NOBODY = [set()]

SEALED_BY = {
    "charter": ROOT, "participation": ROOT, "accreditation": ROOT, "text_register": ROOT,
    "session_opened": ROOT, "organ_composed": ROOT, "voting_right_changed": ROOT,
    "rules_adopted": ROOT, "conference_closed": ROOT,
    "meeting_opened": BY_CHAIR, "meeting_suspended": BY_CHAIR, "meeting_resumed": BY_CHAIR,
    "meeting_closed": BY_CHAIR, "presiding_changed": BOTH,
    "presence_noted": AT_THE_DESK + BY_CHAIR,
    "proposal_registered": AT_THE_DESK, "proposal_revised": AT_THE_DESK,
    "proposal_circulated": AT_THE_DESK, "proposal_introduced": BY_CHAIR,
    "proposal_withdrawn": SPOKEN_FOR, "debate_closed": BY_CHAIR,
    "deferment_requested": SPOKEN_FOR, "vote_deferred": BY_CHAIR, "deferment_ended": BY_CHAIR,
    "vote_notified": BY_CHAIR, "exhaustion_declared": BY_CHAIR,
    "text_revised": BOTH, "text_placed": BOTH,
    "motion_moved": FROM_THE_FLOOR, "motion_spoken": FROM_THE_FLOOR, "motion_granted": BY_CHAIR,
    "motion_withdrawn": FROM_THE_FLOOR, "method_requested": FROM_THE_FLOOR,
    "point_of_order_raised": FROM_THE_FLOOR, "ruling_given": BY_CHAIR,
    "ruling_appealed": FROM_THE_FLOOR, "appeal_withdrawn": FROM_THE_FLOOR,
    "question_put": BY_CHAIR, "vote_started": BY_CHAIR, "ballot": [{DELEGATE}],
    "lot_committed": BY_CLERK, "lot_drawn": BOTH, "answer_given": AT_THE_DESK,
    "hands_counted": AT_THE_DESK, "totals_taken": AT_THE_DESK, "last_called": BY_CHAIR,
    "vote_closed": BY_CHAIR, "vote_locked": BOTH, "result_announced": BOTH,
    "vote_annulled": BOTH, "correction_noted": [{DELEGATE}, {CLERK}],
    "reading_corrected": BOTH, "record_closed": BY_CLERK,
    "consensus_proposed": BY_CHAIR, "objection_raised": SPOKEN_FOR,
    "objection_withdrawn": SPOKEN_FOR, "consensus_gavelled": BY_CHAIR,
    "consensus_confirmed": BY_CLERK, "late_flag_ruled": BY_CHAIR,
    "consensus_set_aside": BY_CHAIR, "statement_attached": SPOKEN_FOR,
    "election_opened": BY_CHAIR, "candidate_withdrawn": BY_CHAIR, "protocol_entered": BOTH,
    "election_lot_drawn": BOTH, "acclamation_declared": BOTH, "election_stopped": BOTH,
    "pin_refused": NOBODY}

VERSION = "/1"  # of every type so far


def sealed_by(kind, content):
    """The sets of roles of which one must have sealed; a permission is the presiding officer's."""
    if kind == "proposal_circulated" and content["permission"]:
        return BY_CHAIR
    return SEALED_BY[kind]
