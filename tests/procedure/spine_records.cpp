// The records of a spine that are not of a vote by ballot.
#include "tests/procedure/spine.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

Run run_of(const Conference& conference) { return conference.run.value_or(Run{}); }

Consensus consensus_of(const Conference& conference) {
    return conference.consensus.value_or(Consensus{});
}

/// The last gavel, of what waits or of what was decided.
Hash gavel_of(const Conference& conference) {
    if (conference.consensus) return conference.consensus->gavel_entry.value_or(EntryRef{}).leaf;
    if (conference.decisions.empty() || !conference.decisions.back().consensus) return {};
    return conference.decisions.back().consensus->gavel_entry->leaf;
}

}  // namespace

VoteAnnulled Spine::annulment() const {
    const Run run = run_of(conference);
    return {.run = run.start.run, .start = run.start_entry.leaf, .reason = "The kiosk stood still"};
}

CorrectionNoted Spine::correction(const std::string& delegation) const {
    CorrectionNoted noted{.run = run_of(conference).start.run,
                          .delegation = delegation,
                          .intended = Choice::no,
                          .received_from = "A delegate"};
    if (!conference.decisions.empty()) noted.result = conference.decisions.back().entry.leaf;
    return noted;
}

LotCommitted Spine::lot_commitment() const {
    const Run run = run_of(conference);
    return {.run = run.start.run,
            .start = run.start_entry.leaf,
            .commitment = hash_named("commitment")};
}

LotDrawn Spine::lot(const std::string& first) const {
    const Run run = run_of(conference);
    return {.run = run.start.run, .start = run.start_entry.leaf, .first = first};
}

AnswerGiven Spine::answer(const std::string& delegation, Answer answer) {
    const Run run = run_of(conference);
    AnswerGiven given{.run = run.start.run,
                      .start = run.start_entry.leaf,
                      .delegation = delegation,
                      .id = ballot(delegation, Choice::abstain).id,
                      .answer = answer};
    if (!conference.run) return given;
    const auto calls = calls_to_come(conference);
    const auto* noted = standing_answer(run, delegation);
    if (!calls.empty() && calls.front().delegation == delegation)
        given.call = calls.front().call;
    else if (noted != nullptr)
        given.call = noted->answer.call, given.replaces = noted->answer.id;
    return given;
}

HandsCounted Spine::hands(int yes, int no, int abstaining) const {
    const Run run = run_of(conference);
    return {.run = run.start.run,
            .start = run.start_entry.leaf,
            .round = next_round(run),
            .yes = yes,
            .no = no,
            .abstaining = abstaining};
}

ConsensusProposed Spine::proposal(const std::string& text_unit) const {
    const auto* text = conference.proposal(text_unit);
    return {.question = conference.next_question(),
            .meeting = conference.meeting ? conference.meeting->number : 0,
            .proposal = text_unit,
            .text_unit = text->registered.text_unit,
            .profile_version = conference.profile.version,
            .subject = text->registered.title,
            .sentence = "May I take it that the Conference wishes to adopt it?",
            .texts = text->texts,
            .present = {conference.present.begin(), conference.present.end()},
            .participating = conference.participating()};
}

ObjectionRaised Spine::objection(const std::string& delegation) const {
    return {.proposed = consensus_of(conference).entry.leaf, .delegation = delegation};
}

ObjectionWithdrawn Spine::withdrawal(const std::string& delegation) const {
    ObjectionWithdrawn withdrawn{.delegation = delegation};
    for (const auto& objection : consensus_of(conference).standing())
        if (objection.raised.delegation == delegation) withdrawn.objection = objection.entry.leaf;
    return withdrawn;
}

ConsensusGavelled Spine::gavel() const {
    return {.proposed = consensus_of(conference).entry.leaf, .silence_ms = 3000};
}

ConsensusConfirmed Spine::confirmation() const {
    const bool gavelled = conference.consensus && conference.consensus->gavel;
    return {.gavel = gavel_of(conference),
            .sentence = gavelled ? adoption_sentence(conference) : "Nothing was adopted."};
}

LateFlagRuled Spine::late_flag(const std::string& delegation, bool before_gavel) const {
    return {.gavel = gavel_of(conference), .delegation = delegation, .before_gavel = before_gavel};
}

ConsensusSetAside Spine::setting_aside() const {
    return {.proposed = consensus_of(conference).entry.leaf};
}

StatementAttached Spine::statement(const std::string& delegation) const {
    StatementAttached attached{.delegation = delegation, .words = "We read it so."};
    if (conference.consensus)
        attached.about = conference.consensus->entry.leaf;
    else if (!conference.decisions.empty())
        attached.about = conference.decisions.back().entry.leaf;
    return attached;
}

ConferenceClosed Spine::conference_closed() const {
    return {.cut = hash_named("cut"),
            .meetings = conference.last_meeting,
            .decisions = conference.standing_decisions()};
}

}  // namespace placet::tests
