#include "ledger/record.h"

#include <utility>

namespace placet::ledger {

Record::Record() : AnyRecord(NotUnderstood{}) {}
Record::Record(const Record& other) = default;
Record::Record(Record&& other) noexcept = default;
Record& Record::operator=(const Record& other) = default;
Record& Record::operator=(Record&& other) noexcept = default;
Record::~Record() = default;

template <class Kind>
requires one_of<Kind, AnyRecord> Record::Record(Kind kind) : AnyRecord(std::move(kind)) {}

template Record::Record(Charter);
template Record::Record(Participation);
template Record::Record(Accreditation);
template Record::Record(TextRegister);
template Record::Record(MeetingOpened);
template Record::Record(MeetingSuspended);
template Record::Record(MeetingResumed);
template Record::Record(MeetingClosed);
template Record::Record(PresidingChanged);
template Record::Record(PresenceNoted);
template Record::Record(QuestionPut);
template Record::Record(VoteStarted);
template Record::Record(Ballot);
template Record::Record(LotCommitted);
template Record::Record(LotDrawn);
template Record::Record(AnswerGiven);
template Record::Record(HandsCounted);
template Record::Record(TotalsTaken);
template Record::Record(LastCalled);
template Record::Record(VoteClosed);
template Record::Record(VoteLocked);
template Record::Record(ResultAnnounced);
template Record::Record(VoteAnnulled);
template Record::Record(CorrectionNoted);
template Record::Record(ConsensusProposed);
template Record::Record(ObjectionRaised);
template Record::Record(ObjectionWithdrawn);
template Record::Record(ConsensusGavelled);
template Record::Record(ConsensusConfirmed);
template Record::Record(LateFlagRuled);
template Record::Record(ConsensusSetAside);
template Record::Record(StatementAttached);
template Record::Record(SessionOpened);
template Record::Record(OrganComposed);
template Record::Record(VotingRightChanged);
template Record::Record(RulesAdopted);
template Record::Record(ProposalRegistered);
template Record::Record(ProposalRevised);
template Record::Record(ProposalCirculated);
template Record::Record(ProposalIntroduced);
template Record::Record(ProposalWithdrawn);
template Record::Record(DebateClosed);
template Record::Record(DefermentRequested);
template Record::Record(VoteDeferred);
template Record::Record(DefermentEnded);
template Record::Record(VoteNotified);
template Record::Record(ExhaustionDeclared);
template Record::Record(TextRevised);
template Record::Record(TextPlaced);
template Record::Record(MotionMoved);
template Record::Record(MotionSpoken);
template Record::Record(MotionGranted);
template Record::Record(MotionWithdrawn);
template Record::Record(MethodRequested);
template Record::Record(PointOfOrderRaised);
template Record::Record(RulingGiven);
template Record::Record(RulingAppealed);
template Record::Record(AppealWithdrawn);
template Record::Record(ElectionOpened);
template Record::Record(CandidateWithdrawn);
template Record::Record(ProtocolEntered);
template Record::Record(ElectionLotDrawn);
template Record::Record(AcclamationDeclared);
template Record::Record(ElectionStopped);
template Record::Record(ReadingCorrected);
template Record::Record(RecordClosed);
template Record::Record(ConferenceClosed);
template Record::Record(PinRefused);
template Record::Record(NotUnderstood);

}  // namespace placet::ledger
