#include "ledger/procedure/credentials.h"

#include "ledger/procedure/refusal.h"

namespace placet::ledger {
namespace {

/// Of the plenary: a question on credentials carried, or what a credentials committee submitted
/// adopted, by a vote or without one.
bool is_on_credentials(const Conference& conference, const Decision& decision) {
    if (conference.unit(decision.unit)->kind != "plenary" || !decision.stands()) return false;
    if (decision.kind == QuestionKind::credentials) return decision.outcome == Outcome::carried;
    const auto* proposal = conference.proposal(decision.proposal);
    if (proposal == nullptr || !decision.on_the_text() || decision.outcome != Outcome::adopted)
        return false;
    const auto* author = conference.unit(proposal->registered.organ);
    return author != nullptr && author->kind == "credentials_committee";
}

/// Where the conference rejected its credentials, a State gets rights by a later decision alone.
Result<Done> may_be_given(const Conference& conference, const ParticipantId& id,
                          const std::optional<Hash>& decision) {
    const auto rejected = conference.rejected_on.find(id);
    if (rejected == conference.rejected_on.end()) return Done{};
    if (decision && conference.decision_of_entry(*decision)->entry.seq >
                        conference.decision_of_entry(rejected->second)->entry.seq)
        return Done{};
    return refused_entry("The conference rejected the credentials of \"" + id + "\".",
                         "Name the later decision by which it has these rights.");
}

/// "Accepted" and "rejected" are what the conference decided. A rehearsal may begin with either.
Result<Done> may_have(const Conference& conference, const Participant& participant,
                      const std::optional<Hash>& decision) {
    const auto is = participant.credentials;
    if (is != Credentials::accepted && is != Credentials::rejected) return Done{};
    const auto known = conference.participants.find(participant.id);
    const bool changes = known == conference.participants.end() || known->second.credentials != is;
    if (!changes || decision || conference.charter->mode == Mode::rehearsal) return Done{};
    return refused_entry(
        "Credentials are accepted or rejected by the conference, and no decision "
        "of it is named for \"" +
            participant.id + "\".",
        "Name the decision, or register the State with what it has handed in.");
}

}  // namespace

Result<Done> cites_credentials(const Conference& conference, const std::optional<Hash>& decision) {
    if (!decision) return Done{};
    const auto* cited = conference.decision_of_entry(*decision);
    if (cited != nullptr && is_on_credentials(conference, *cited)) return Done{};
    return refused_entry(
        "What is named is no decision of the conference on credentials that stands.",
        "Name the entry that announced or confirmed one, or none.");
}

Result<Done> carries_out(const Conference& conference, const Participation& record) {
    if (const auto cites = cites_credentials(conference, record.decision); !cites)
        return cites.error();
    for (const auto& participant : record.registered) {
        if (const auto may = may_have(conference, participant, record.decision); !may)
            return may.error();
        if (participant.credentials == Credentials::rejected) continue;
        if (const auto may = may_be_given(conference, participant.id, record.decision); !may)
            return may.error();
    }
    return Done{};
}

Result<Done> carries_out(const Conference& conference, const Accreditation& record) {
    if (const auto cites = cites_credentials(conference, record.decision); !cites)
        return cites.error();
    for (const auto& person : record.persons)
        if (const auto may = may_be_given(conference, person.participant, record.decision); !may)
            return may.error();
    return Done{};
}

Result<Done> carries_out(const Conference& conference, const VotingRightChanged& record) {
    if (const auto cites = cites_credentials(conference, record.decision); !cites)
        return cites.error();
    if (record.suspended) return Done{};
    return may_be_given(conference, record.delegation, record.decision);
}

}  // namespace placet::ledger
