#include "ledger/procedure/question.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// A majority, and the field of the profile that asks it.
struct Asked {
    std::string field = {};
    Majority majority = Majority::simple;
};

Asked asked_of_appeal(const RuleProfile& profile, const Ruling* ruling) {
    if (ruling != nullptr && ruling->given.kind == RulingKind::classification &&
        profile.classify == Classify::chair_appeal_two_thirds)
        return {"classify", Majority::two_thirds};
    return {"appeal_base", profile.appeal_base == AppealBase::present
                               ? Majority::majority_of_present
                               : Majority::simple};
}

Asked asked_by_organ(const RuleProfile& profile, std::string_view unit_kind, bool substance) {
    const auto& organ = organ_rules(profile, unit_kind);
    const std::string name = &organ == &profile.plenary     ? "majority_plenary"
                             : &organ == &profile.committee ? "majority_committee"
                                                            : "majority_other";
    if (substance) return {name + "_substance", organ.substance};
    return {name + "_procedure", organ.procedure};
}

Asked asked(const Conference& conference, std::string_view unit_kind, const Subject& subject,
            MatterClass matter) {
    const auto& profile = conference.profile;
    if (subject.kind == QuestionKind::appeal)
        return asked_of_appeal(profile, conference.ruling(subject.ruling));
    if (subject.kind == QuestionKind::reconsideration)
        return {"majority_reconsider", profile.majority_reconsider};
    if (subject.kind == QuestionKind::exhaustion)
        return {"majority_exhaustion", profile.majority_exhaustion};
    if (subject.kind == QuestionKind::rules_change)
        return {"majority_rules_amend", profile.majority_rules_amend};
    const auto* proposal = conference.proposal(subject.proposal);
    if (subject.kind == QuestionKind::whole && proposal != nullptr &&
        proposal->registered.kind == ProposalKind::convention)
        return {"majority_whole", profile.majority_whole};
    const bool substance = matter == MatterClass::substance;
    const auto* motion = conference.motion(subject.motion);
    const auto moved = motion == nullptr ? MotionKind::other : motion->moved.kind;
    if (!substance && moved == MotionKind::close_debate)
        return {"majority_closure", profile.majority_closure};
    if (!substance && moved == MotionKind::resume_debate)
        return {"majority_resume", profile.majority_resume};
    if (!substance && moved == MotionKind::suspend_rule)
        return {"majority_rules_suspend", profile.majority_rules_suspend};
    return asked_by_organ(profile, unit_kind, substance || moved == MotionKind::treat_as_procedure);
}

bool is_open(const Proposal& proposal) { return !settled(proposal.state); }

}  // namespace

bool decides_on_proposal(QuestionKind kind) {
    return kind == QuestionKind::proposal || kind == QuestionKind::amendment ||
           kind == QuestionKind::sub_amendment || kind == QuestionKind::whole ||
           kind == QuestionKind::part;
}

Subject subject_of(const QuestionPut& put) {
    return {.kind = put.kind,
            .proposal = put.proposal,
            .part = put.part,
            .motion = put.motion,
            .ruling = put.ruling};
}

Subject subject_of(const Conference& conference, const ProposalId& id) {
    if (id.empty()) return {.kind = QuestionKind::motion};
    const auto* proposal = conference.proposal(id);
    return {.kind = proposal == nullptr ? QuestionKind::proposal : kind_of(*proposal),
            .proposal = id};
}

QuestionKind kind_of(const Proposal& proposal) {
    switch (proposal.registered.kind) {
        case ProposalKind::proposal:
            break;
        case ProposalKind::amendment:
            return QuestionKind::amendment;
        case ProposalKind::sub_amendment:
            return QuestionKind::sub_amendment;
        case ProposalKind::convention:
            return QuestionKind::whole;
    }
    return proposal.parts.empty() ? QuestionKind::proposal : QuestionKind::whole;
}

QuestionEvent event_of_putting(const Proposal& proposal) {
    return proposal.state == QuestionState::divided ? QuestionEvent::put_as_whole
                                                    : QuestionEvent::put;
}

QuestionKind kind_of(MotionKind kind) {
    if (kind == MotionKind::reconsider) return QuestionKind::reconsideration;
    return kind == MotionKind::amend_rules ? QuestionKind::rules_change : QuestionKind::motion;
}

std::string subject_words(const Proposal& proposal) {
    auto words = proposal.registered.title;
    if (proposal.orally_revised) words += ", as orally revised";
    if (proposal.amended) words += ", as amended";
    const bool whole =
        !proposal.parts.empty() || proposal.registered.kind == ProposalKind::convention;
    if (whole) words += ", as a whole";
    return words;
}

MatterClass matter_of(const Conference& conference, const Subject& subject) {
    switch (subject.kind) {
        case QuestionKind::proposal:
        case QuestionKind::amendment:
        case QuestionKind::sub_amendment:
        case QuestionKind::part:
        case QuestionKind::whole:
            if (const auto* root = root_of(conference, subject.proposal);
                root != nullptr && root->matter)
                return *root->matter;
            return MatterClass::substance;
        case QuestionKind::motion: {
            for (const auto& ruling : conference.rulings)
                if (ruling.given.kind == RulingKind::classification && ruling.stands() &&
                    subject.motion != 0 && ruling.given.motion == subject.motion)
                    return ruling.given.matter;
            return MatterClass::procedure;
        }
        case QuestionKind::appeal:
        case QuestionKind::reconsideration:
        case QuestionKind::exhaustion:
        case QuestionKind::credentials:
        case QuestionKind::rules_change:
            break;
    }
    return MatterClass::procedure;
}

Majority majority_of(const Conference& conference, const Subject& subject, MatterClass matter) {
    const auto& unit_kind = conference.unit(conference.meeting->unit)->kind;
    return asked(conference, unit_kind, subject, matter).majority;
}

std::string majority_field(const Conference& conference, std::string_view unit_kind,
                           const Subject& subject, MatterClass matter) {
    return asked(conference, unit_kind, subject, matter).field;
}

const Ruling* standing_order(const Conference& conference, const ProposalId& proposal) {
    const auto found =
        std::find_if(conference.rulings.rbegin(), conference.rulings.rend(), [&](const Ruling& r) {
            return r.given.kind == RulingKind::order && r.given.proposal == proposal && r.stands();
        });
    return found == conference.rulings.rend() ? nullptr : &*found;
}

std::vector<ProposalId> open_amendments(const Conference& conference, const ProposalId& parent) {
    std::vector<const Proposal*> open;
    for (const auto& [id, proposal] : conference.proposals)
        if (proposal.is_amendment() && proposal.registered.parent == parent && is_open(proposal))
            open.push_back(&proposal);
    const auto* ruling = standing_order(conference, parent);
    const auto place = [&](const Proposal* proposal) {
        if (ruling == nullptr) return std::size_t{0};
        const auto& order = ruling->given.order;
        return static_cast<std::size_t>(std::ranges::find(order, proposal->id()) - order.begin());
    };
    std::ranges::sort(open, [&](const Proposal* a, const Proposal* b) {
        return std::pair(place(a), a->entry.seq) < std::pair(place(b), b->entry.seq);
    });
    std::vector<ProposalId> ids;
    for (const auto* proposal : open) ids.push_back(proposal->id());
    return ids;
}

const Proposal* root_of(const Conference& conference, const ProposalId& id) {
    const auto* proposal = conference.proposal(id);
    while (proposal != nullptr && proposal->is_amendment())
        proposal = conference.proposal(proposal->registered.parent);
    return proposal;
}

int precedence(MotionKind kind) {
    switch (kind) {
        case MotionKind::suspend_meeting:
            return 1;
        case MotionKind::adjourn_meeting:
            return 2;
        case MotionKind::adjourn_debate:
            return 3;
        case MotionKind::close_debate:
            return 4;
        case MotionKind::resume_debate:
        case MotionKind::division:
        case MotionKind::competence:
        case MotionKind::reconsider:
        case MotionKind::defer_vote:
        case MotionKind::amend_rules:
        case MotionKind::treat_as_procedure:
        case MotionKind::suspend_rule:
        case MotionKind::other:
            break;
    }
    return 5;
}

std::int64_t speakers_allowed(const RuleProfile& profile, MotionKind kind, Side side) {
    const bool for_it = side == Side::in_favour;
    switch (kind) {
        case MotionKind::division:
            return for_it ? profile.division_for : profile.division_against;
        case MotionKind::adjourn_debate:
            return for_it ? profile.adjourn_debate_for : profile.adjourn_debate_against;
        case MotionKind::close_debate:
            return for_it ? 0 : profile.closure_against;
        case MotionKind::reconsider:
            return for_it ? 0 : profile.reconsider_against;
        case MotionKind::competence:
            return for_it ? profile.competence_for : profile.competence_against;
        case MotionKind::suspend_meeting:
        case MotionKind::adjourn_meeting:
            return 0;
        case MotionKind::resume_debate:
        case MotionKind::defer_vote:
        case MotionKind::amend_rules:
        case MotionKind::treat_as_procedure:
        case MotionKind::suspend_rule:
        case MotionKind::other:
            break;
    }
    return unlimited_speakers;
}

std::vector<const Motion*> open_motions(const Conference& conference) {
    std::vector<const Motion*> open;
    if (!conference.meeting) return open;
    for (const auto& motion : conference.motions)
        if (motion.state == MotionState::open && motion.unit == conference.meeting->unit &&
            motion.moved.meeting == conference.meeting->number)
            open.push_back(&motion);
    std::ranges::stable_sort(open, {},
                             [](const Motion* motion) { return precedence(motion->moved.kind); });
    return open;
}

const Motion* open_motion(const Conference& conference, std::int64_t number) {
    for (const auto* motion : open_motions(conference))
        if (motion->moved.motion == number) return motion;
    return nullptr;
}

const Ruling* open_appeal(const Conference& conference) {
    const auto found = std::ranges::find(conference.rulings, AppealState::open, &Ruling::appeal);
    return found == conference.rulings.end() ? nullptr : &*found;
}

std::int64_t deferment_needed(const Conference& conference) {
    const auto& profile = conference.profile;
    if (profile.deferment_states > 0) return profile.deferment_states;
    return fewest(profile.deferment_fraction, conference.participating());
}

bool may_be_deferred_again(const Conference& conference, const Proposal& proposal) {
    return !conference.profile.deferment_once || proposal.deferments == 0;
}

}  // namespace placet::ledger
