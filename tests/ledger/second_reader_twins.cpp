#include "tests/ledger/second_reader_twins.h"

namespace placet::tests {

using namespace placet::ledger;

std::vector<Twin> twins_of_the_founding() {
    return {
        changed<Charter>(1, "has a wrong seal of root", [](auto& r) { r.nonce[0] = 'f'; }),
        changed<Participation>(2, "withdraws who is not there",
                               [](auto& r) { r.withdrawn = {"ZZZ"}; }),
        changed<Participation>(2, "names a participant twice",
                               [](auto& r) { r.withdrawn = {"AAA"}; }),
        changed<Accreditation>(2, "accredits somebody, or a key, a second time",
                               [](auto& r) { r.persons[0].id = "clerk"; }),
        changed<TextRegister>(3, "changes a text that is decided",
                              [](auto& r) { flip(r.units[0].texts["en"]); }),
        changed<SessionOpened>(1, "opens another session", [](auto& r) { r.session = 3; }),
        changed<OrganComposed>(1, "composes an organ of nobody", [](auto& r) { r.members = {}; }),
        changed<OrganComposed>(1, "composes an organ that all belong to",
                               [](auto& r) { r.organ = "plenary"; }),
        changed<OrganComposed>(1, "names sponsors that do not participate",
                               [](auto& r) { r.members.push_back("AAA"); }),
        changed<VotingRightChanged>(1, "changes a right without a reason",
                                    [](auto& r) { r.reason = ""; }),
        changed<VotingRightChanged>(1, "changes no right", [](auto& r) { r.suspended = false; }),
        changed<VotingRightChanged>(2, "changes no right", [](auto& r) { r.suspended = true; }),
        changed<VotingRightChanged>(1, "carries out no decision on credentials",
                                    [](auto& r) { r.decision = Hash{}; }),
        changed<Participation>(3, "carries out no decision on credentials",
                               [](auto& r) { flip(*r.decision); }),
        changed<Participation>(5, "gives back what the conference took",
                               [](auto& r) { r.decision.reset(); }),
        changed<Accreditation>(3, "carries out no decision on credentials",
                               [](auto& r) { flip(*r.decision); }),
        changed<RulesAdopted>(1, "carries out no decision on the rules",
                              [](auto& r) { flip(*r.decision); }),
        changed<RulesAdopted>(1, "adopts the rules that are in force",
                              [](auto& r) { r.profile["version"] = "1"; }),
        instead<RulesAdopted, SessionOpened>(2, 1, "has not the seals that it needs"),
        changed<ConferenceClosed>(1, "fixes another final cut", [](auto& r) { flip(r.cut); }),
        changed<ConferenceClosed>(1, "counts otherwise", [](auto& r) { ++r.decisions; }),
        changed<PinRefused>(1, "is of nobody", [](auto& r) { r.person = "nobody"; }),
    };
}

std::vector<Twin> twins_of_meetings() {
    return {
        changed<MeetingOpened>(2, "opens another meeting", [](auto& r) { r.number = 3; }),
        changed<MeetingSuspended>(1, "is of another meeting", [](auto& r) { r.meeting = 2; }),
        changed<MeetingResumed>(1, "resumes what is not suspended", [](auto& r) { r.meeting = 2; }),
        changed<MeetingClosed>(1, "is of another meeting", [](auto& r) { r.meeting = 2; }),
        // The adjourned meeting is over: nobody closes it.
        instead<RulesAdopted, MeetingClosed>(1, 1, "is sealed by one who does not preside"),
        changed<PresidingChanged>(1, "is sealed by one who does not preside",
                                  [](auto& r) { r.presiding = "chair"; }),
        changed<PresenceNoted>(5, "notes a State without its vote",
                               [](auto& r) { r.arrived.push_back("DDD"); }),
        changed<PresenceNoted>(6, "is by a State without rights",
                               [](auto& r) { r.arrived.push_back("DDD"); }),
        changed<PresenceNoted>(2, "notes nobody", [](auto& r) { r.left = {}; }),
    };
}

std::vector<Twin> twins_of_decisions_without_a_vote() {
    return {
        changed<ConsensusGavelled>(1, "shortens the silence", [](auto& r) { r.silence_ms = 2999; }),
        changed<ConsensusGavelled>(2, "is about another proposal",
                                   [](auto& r) { flip(r.proposed); }),
        instead<RulingGiven, ConsensusGavelled>(4, 3, "decides over an objection"),
        changed<ConsensusProposed>(1, "names others as present",
                                   [](auto& r) { r.present.pop_back(); }),
        changed<ConsensusProposed>(5, "proposes in other words",
                                   [](auto& r) { r.subject += ", as amended"; }),
        changed<ConsensusProposed>(5, "proposes another text",
                                   [](auto& r) { flip(r.texts["en"]); }),
        instead<MotionMoved, ConsensusProposed>(4, 5, "has a proposal proposed that is decided"),
        changed<ObjectionRaised>(1, "is about another proposal", [](auto& r) { flip(r.proposed); }),
        changed<ObjectionWithdrawn>(1, "withdraws no objection to what is proposed",
                                    [](auto& r) { flip(r.objection); }),
        changed<ConsensusConfirmed>(
            1, "confirms in other words",
            [](auto& r) { r.sentence = "Draft article 2 was adopted without a vote."; }),
        // Whose objection it was ruled over is said.
        changed<ConsensusConfirmed>(
            3, "confirms in other words",
            [](auto& r) { r.sentence = "Draft article 2 was adopted by consensus."; }),
        changed<LateFlagRuled>(2, "rules on another gavel", [](auto& r) { flip(r.gavel); }),
        changed<ConsensusSetAside>(1, "is about another proposal",
                                   [](auto& r) { flip(r.proposed); }),
        changed<StatementAttached>(4, "does not fit the decision",
                                   [](auto& r) { r.kind = StatementKind::dissociation; }),
        changed<StatementAttached>(3, "is about no decision", [](auto& r) { flip(r.about); }),
        changed<StatementAttached>(5, "explains no vote on a text",
                                   [](auto& r) { r.kind = StatementKind::position; }),
        changed<StatementAttached>(6, "is about no decision", [](auto& r) { flip(r.about); }),
        changed<ReadingCorrected>(1, "reads another result", [](auto& r) { r.sentence += " "; }),
        changed<ReadingCorrected>(1, "corrects nothing", [](auto& r) { r.read = r.sentence; }),
        changed<RecordClosed>(1, "is about no decision", [](auto& r) { flip(r.decision); }),
        changed<CorrectionNoted>(2, "is noted a second time",
                                 [](auto& r) { r.intended = Choice::yes; }),
        changed<CorrectionNoted>(1, "corrects another vote", [](auto& r) { r.run = 1; }),
    };
}

std::vector<Twin> twins_of_votes() {
    const auto result = [](int nth, const char* words, std::function<void(ResultAnnounced&)> how) {
        return changed<ResultAnnounced>(nth, words, std::move(how));
    };
    constexpr auto otherwise = "announces another outcome than the figures give";
    return {
        changed<VoteStarted>(8, "starts otherwise than it was put",
                             [](auto& r) { r.method = Method::hands; }),
        changed<VoteStarted>(17, "gives other States their vote",
                             [](auto& r) { r.suspended = {}; }),
        changed<VoteStarted>(23, "starts otherwise than it was put",
                             [](auto& r) { r.method = Method::roll_call; }),
        changed<VoteStarted>(2, "has another number", [](auto& r) { r.run = 1; }),
        changed<Ballot>(1, "is for another run", [](auto& r) { r.run = 2; }),
        changed<Ballot>(1, "is sealed for another delegation",
                        [](auto& r) { r.delegation = "BBB"; }),
        changed<LotCommitted>(1, "is a lot of no roll-call", [](auto& r) { flip(r.start); }),
        changed<LotDrawn>(1, "draws another State than the numbers give",
                          [](auto& r) { r.first = r.first == "AAA" ? "BBB" : "AAA"; }),
        changed<LotDrawn>(1, "draws with another number than was committed to",
                          [](auto& r) { r.nonce[3] = 'f'; }),
        changed<AnswerGiven>(3, "answers out of turn", [](auto& r) { r.call = 2; }),
        changed<HandsCounted>(2, "counts more hands than are there", [](auto& r) { r.yes = 5; }),
        changed<HandsCounted>(3, "counts in another round", [](auto& r) { r.round = 3; }),
        changed<TotalsTaken>(1, "counts more than are there", [](auto& r) { r.abstaining = 1; }),
        changed<LastCalled>(1, "calls for another vote, or again", [](auto& r) { flip(r.start); }),
        instead<LastCalled, VoteClosed>(2, 15, "closes without a last call"),
        changed<VoteClosed>(15, "closes too soon after the last call",
                            [](auto& r) { r.waited_ms = 4999; }),
        instead<TotalsTaken, VoteClosed>(1, 13, "closes before the totals are given"),
        changed<VoteLocked>(1, "fixes another cut", [](auto& r) { flip(r.cut); }),
        changed<VoteAnnulled>(1, "annuls another vote", [](auto& r) { flip(r.start); }),
        result(2, "announces other figures than the count gives",
               [](auto& r) { --r.figures.no, ++r.figures.yes; }),
        result(3, "names another voting table", [](auto& r) { flip(r.table); }),
        result(5, otherwise, [](auto& r) { r.outcome = Outcome::ruling_overruled; }),
        result(8, "announces other tests than the majority asks",
               [](auto& r) { --r.clauses.back().needed; }),
        result(9, otherwise, [](auto& r) { r.outcome = Outcome::retained; }),
        result(11, "is announced in other words", [](auto& r) { r.sentence += " It is so."; }),
        result(13, otherwise, [](auto& r) { r.outcome = Outcome::adopted; }),
        result(16, otherwise, [](auto& r) { r.outcome = Outcome::not_adopted; }),
        result(17, otherwise, [](auto& r) { r.outcome = Outcome::tie_rejected; }),
        result(18, otherwise, [](auto& r) { r.outcome = Outcome::not_adopted; }),
        result(20, "is announced in other words",
               [](auto& r) { r.sentence.erase(r.sentence.find(" within 48 hours"), 16); }),
        result(22, "announces other tests than the majority asks",
               [](auto& r) {
                   r.clauses.insert(r.clauses.begin(),
                                    {.name = "quorum", .needed = 1, .received = 1, .met = true});
               }),
    };
}

}  // namespace placet::tests
