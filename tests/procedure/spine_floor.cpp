// The records of a spine about proposals, motions and rulings.
#include "tests/procedure/spine.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

std::int64_t meeting_of(const Conference& conference) {
    return conference.meeting ? conference.meeting->number : 0;
}

}  // namespace

ProposalRegistered Spine::submission(const std::string& id) const {
    std::map<std::string, Hash> texts;
    for (const auto& language : conference.charter->languages)
        texts[language] = hash_named(id + language);
    return {.proposal = id,
            .sponsors = {participants.front()},
            .symbol = "A/CONF.1/" + id,
            .title = "The proposal " + id,
            .texts = texts};
}

ProposalRegistered Spine::amendment(const std::string& id, const std::string& parent) const {
    auto registered = submission(id);
    const auto* amended = conference.proposal(parent);
    const bool again = amended != nullptr && amended->is_amendment();
    registered.kind = again ? ProposalKind::sub_amendment : ProposalKind::amendment;
    registered.parent = parent;
    registered.title = "The amendment " + id;
    if (amended != nullptr) registered.text_unit = amended->registered.text_unit;
    return registered;
}

ProposalCirculated Spine::circulation(const std::string& id) const {
    return {.proposal = id, .languages = conference.charter->languages};
}

ProposalIntroduced Spine::introduction(const std::string& id) const {
    return {.proposal = id, .meeting = meeting_of(conference)};
}

MotionMoved Spine::motion(MotionKind kind) const {
    MotionMoved moved{.motion = static_cast<std::int64_t>(conference.motions.size()) + 1,
                      .meeting = meeting_of(conference),
                      .kind = kind,
                      .mover = participants.front(),
                      .words = "that it be so"};
    if (kind == MotionKind::suspend_meeting || kind == MotionKind::adjourn_meeting ||
        kind == MotionKind::other || kind == MotionKind::amend_rules ||
        kind == MotionKind::suspend_rule)
        return moved;
    moved.proposal = "article-2";
    if (kind == MotionKind::division) moved.parts = {"paragraph 1", "paragraph 2"};
    if (kind == MotionKind::reconsider)
        if (const auto* decision = conference.decision_on("article-2"))
            moved.decision = decision->entry.leaf;
    return moved;
}

RulingGiven Spine::ruling(RulingKind kind, const std::string& proposal) const {
    return {.ruling = static_cast<std::int64_t>(conference.rulings.size()) + 1,
            .meeting = meeting_of(conference),
            .kind = kind,
            .proposal = proposal,
            .words = "It is so ruled.",
            .reasons = "The rules say so."};
}

RulingAppealed Spine::appeal() const {
    return {.ruling = static_cast<std::int64_t>(conference.rulings.size()),
            .delegation = participants.front()};
}

TextRevised Spine::text_as_amended(const std::string& id) const {
    const auto& proposal = *conference.proposal(id);
    std::map<std::string, Hash> texts;
    for (const auto& [language, hash] : proposal.texts)
        texts[language] = hash_named(id + language + std::to_string(proposal.version + 1));
    return {.proposal = id,
            .version = proposal.version + 1,
            .decisions = proposal.to_write_in,
            .texts = texts};
}

void Spine::table(const ProposalRegistered& registered) {
    take(registered);
    take(circulation(registered.proposal));
    take(introduction(registered.proposal));
}

ResultAnnounced Spine::decide(const Subject& subject, Choice choice) {
    take(question(subject));
    take(start());
    for (const auto& id : participants) cast(id, choice);
    return finish();
}

ResultAnnounced Spine::decide(const std::string& proposal, Choice choice) {
    return decide({.kind = kind_of(*conference.proposal(proposal)), .proposal = proposal}, choice);
}

}  // namespace placet::tests
