// floor_acts.h: the records of what is raised from the floor and of what the presiding officer
// rules, numbered and with the words that are proposed for them.
//
// Pure. Nothing is judged here: the rules judge the entry. Who raised it, the caller fills in; the
// words may be changed before they are recorded.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// A motion of this kind, "to close the debate on draft article 5". `about`: the proposal that it
/// concerns; not read where the kind concerns none.
MotionMoved motion_of(const Conference& conference, MotionKind kind, const ProposalId& about = {});
/// That parts be voted on separately: "to vote separately on paragraph 3 of draft article 2", where
/// `of` is a title within a sentence.
std::string division_words(const std::vector<std::string>& parts, std::string_view of);
/// That what was decided be considered anew.
MotionMoved motion_to_reconsider(const Conference& conference, const Decision& decision);

PointOfOrderRaised point_of_order_of(const Conference& conference);

/// On the point of order that waits.
RulingGiven ruling_on_point_of_order(const Conference& conference, bool well_taken);
/// All amendments to this proposal that are open, in the order in which they stand so far.
RulingGiven ruling_on_order(const Conference& conference, const ProposalId& proposal);
/// Puts these first, the rest behind them as it stood, and says so. `of`: the proposal's title
/// within a sentence.
void put_first(RulingGiven& order, const std::vector<ProposalId>& first, std::string_view of);
/// The proposal is not put, because that one was adopted.
RulingGiven ruling_to_skip(const Conference& conference, const ProposalId& proposal,
                           const ProposalId& because);
RulingGiven ruling_on_the_class(const Conference& conference, const ProposalId& proposal,
                                MatterClass matter);
RulingGiven ruling_on_the_class(const Conference& conference, std::int64_t motion,
                                MatterClass matter);
RulingGiven ruling_over_objection(const Conference& conference);
RulingGiven ruling_out_of_order(const Conference& conference, std::int64_t motion);
RulingGiven ruling_that_sponsor_explains(const Conference& conference, const ProposalId& proposal,
                                         const ParticipantId& delegation);
/// That those present are counted from now on.
RulingGiven ruling_that_quorum_is_challenged(const Conference& conference);

}  // namespace placet::ledger
