// A proposal, from its registration until it is put.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <set>

namespace placet::ledger {
namespace {

constexpr std::size_t id_limit = 64, title_limit = 400, sponsors_limit = 250;  // bytes, States

Result<Done> is_registered(const Conference& conference, const ProposalId& id) {
    if (conference.proposal(id) != nullptr) return Done{};
    return refused_entry("There is no proposal \"" + id + "\".", "Register it first.");
}

/// Nothing is put before the vote that is under way has its result.
Result<Done> between_votes(const Conference& conference) {
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (!conference.consensus || conference.consensus->phase() != ConsensusPhase::gavelled)
        return Done{};
    return refused("The gavel has fallen.", "The secretary confirms the decision first.");
}

Result<Done> sponsors_take_part(const Conference& conference,
                                const std::vector<ParticipantId>& sponsors) {
    std::set<ParticipantId> seen;
    for (const auto& id : sponsors) {
        const auto found = conference.participants.find(id);
        if (found == conference.participants.end() ||
            found->second.standing != Standing::registered || !seen.insert(id).second)
            return refused_entry("\"" + id + "\" does not participate, or is named twice.",
                                 "Name each participating State that sponsors it once.");
    }
    if (sponsors.size() <= sponsors_limit) return Done{};
    return refused_entry("There are more sponsors than States.", "Name each sponsor once.");
}

Result<Done> parent_fits(const Conference& conference, const ProposalRegistered& record) {
    const bool amends =
        record.kind == ProposalKind::amendment || record.kind == ProposalKind::sub_amendment;
    if (!amends)
        return record.parent.empty()
                   ? Result<Done>(Done{})
                   : refused_entry("Only an amendment names what it amends.",
                                   "Register it as an amendment, or without a parent.");
    const auto* parent = conference.proposal(record.parent);
    if (parent == nullptr)
        return refused_entry("What it amends is not registered: \"" + record.parent + "\".",
                             "Register that first, or name a unit of the convention.");
    if (parent->is_amendment() != (record.kind == ProposalKind::sub_amendment))
        return refused_entry(
            "An amendment to an amendment is a sub-amendment, and nothing else is.",
            "Register it as what it is.");
    if (parent->registered.kind == ProposalKind::sub_amendment)
        return refused_entry("A sub-amendment is not amended again.",
                             "Submit another sub-amendment to the amendment.");
    if (settled(conference.state_here(*parent)))
        return follow(parent->state, QuestionEvent::revise, parent->registered.title).error();
    if (record.text_unit == parent->registered.text_unit) return Done{};
    return refused_entry("An amendment concerns the unit of text that its parent concerns.",
                         "Name that unit.");
}

Result<Done> taken_up_again(const Conference& conference, const ProposalRegistered& record) {
    if (record.reintroduces.empty()) return Done{};
    const auto* earlier = conference.proposal(record.reintroduces);
    if (earlier == nullptr)
        return refused_entry("There is no proposal \"" + record.reintroduces + "\".",
                             "Name the proposal that was withdrawn.");
    const auto to = follow(earlier->state, QuestionEvent::reintroduce, earlier->registered.title);
    return to ? Result<Done>(Done{}) : to.error();
}

Result<Done> sponsored(const Conference& conference, const ProposalRegistered& record) {
    if (record.sponsors.empty() == record.organ.empty())
        return refused_entry("A proposal has sponsors, or an organ that submits it.",
                             "Name the one or the other.");
    if (!record.organ.empty() && conference.unit(record.organ) == nullptr)
        return refused_entry("The conference has no organ \"" + record.organ + "\".",
                             "Name one of its charter.");
    return sponsors_take_part(conference, record.sponsors);
}

/// Recorded for the conference, or by an organ of it.
Result<Done> of_an_organ(const Conference& conference, const Entry& entry) {
    if (entry.unit == "conference" || conference.unit(entry.unit) != nullptr) return Done{};
    return refused_entry("The conference has no organ \"" + entry.unit + "\".",
                         "Record it for the conference, or for one of its organs.");
}

/// The proposal of an entry, in a state that the event may happen in, with the seals it needs.
Result<Done> step(const Conference& conference, const Entry& entry, const ProposalId& id,
                  QuestionEvent event) {
    if (const auto free = between_votes(conference); !free) return free.error();
    if (const auto known = is_registered(conference, id); !known) return known.error();
    const auto* proposal = conference.proposal(id);
    const auto to = follow(conference.state_here(*proposal), event, proposal->registered.title);
    if (!to) return to.error();
    if (const auto organ = of_an_organ(conference, entry); !organ) return organ.error();
    return sealed_as_needed(conference, entry);
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalRegistered& record) {
    if (const auto free = between_votes(conference); !free) return free.error();
    if (const auto organ = of_an_organ(conference, entry); !organ) return organ.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.proposal.empty() || record.proposal.size() > id_limit || record.title.empty() ||
        record.title.size() > title_limit || record.texts.empty())
        return refused_entry("A proposal has an id, a title of one line, and a text.",
                             "Fill in what is missing.");
    if (conference.proposal(record.proposal) != nullptr)
        return refused_entry("\"" + record.proposal + "\" is registered already.",
                             "Give it an id of its own; a new text of it is a revision.");
    if (!record.text_unit.empty() && conference.text_unit(record.text_unit) == nullptr)
        return refused_entry("The conference has no text unit \"" + record.text_unit + "\".",
                             "Name a unit of the convention, or none.");
    if (const auto fits = sponsored(conference, record); !fits) return fits.error();
    if (const auto fits = parent_fits(conference, record); !fits) return fits.error();
    return taken_up_again(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalRevised& record) {
    if (const auto may = step(conference, entry, record.proposal, QuestionEvent::revise); !may)
        return may.error();
    const auto& proposal = *conference.proposal(record.proposal);
    if (proposal.basic)
        return refused_entry(
            "The basic proposal has no sponsor: nobody revises it or accepts an amendment for it.",
            "Submit an amendment.");
    if (proposal.amended)
        return refused_entry("It was amended by a vote, and is its sponsors' no longer.",
                             "Submit an amendment.");
    if (const auto fits = sponsors_take_part(conference, record.sponsors); !fits)
        return fits.error();
    const auto& old = proposal.sponsors;
    const bool goes_on = record.sponsors.size() >= old.size() &&
                         std::equal(old.begin(), old.end(), record.sponsors.begin());
    const bool changed = record.texts != proposal.texts;
    return agrees("The revision",
                  {{goes_on, "list of sponsors"},
                   {record.version == proposal.version + (changed ? 1 : 0), "version"},
                   {!record.texts.empty(), "text"}},
                  "Name all sponsors, the earlier ones first, and the next version.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalCirculated& record) {
    if (const auto may = step(conference, entry, record.proposal, QuestionEvent::circulate); !may)
        return may.error();
    std::set<std::string> named(record.languages.begin(), record.languages.end());
    for (const auto& language : record.languages)
        if (!conference.proposal(record.proposal)->texts.contains(language))
            return refused_entry("There is no text in \"" + language + "\".",
                                 "Register the text in that language by a revision.");
    const auto& all = conference.charter->languages;
    const bool complete = std::ranges::all_of(
        all, [&](const std::string& language) { return named.contains(language); });
    if (named.size() == record.languages.size() && complete == record.permission.empty())
        return Done{};
    return refused_entry(
        "A proposal is circulated in every language of the conference, or with the presiding "
        "officer's permission.",
        complete ? "No permission is needed." : "Let the presiding officer permit it, in words.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalIntroduced& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto may = step(conference, entry, record.proposal, QuestionEvent::introduce); !may)
        return may.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    return of_this_meeting(conference, entry, record.meeting);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalWithdrawn& record) {
    if (const auto may = step(conference, entry, record.proposal, QuestionEvent::withdraw); !may)
        return may.error();
    const auto& proposal = *conference.proposal(record.proposal);
    if (proposal.amended)
        return refused_entry("It was amended by a vote, and is its sponsors' no longer.",
                             "Vote on it.");
    if (std::ranges::find(proposal.sponsors, record.delegation) == proposal.sponsors.end())
        return refused_entry("Only a sponsor withdraws a proposal.",
                             proposal.basic ? "The basic proposal has none; vote on it."
                                            : "Let its sponsors withdraw it.");
    if (!proposal.withdrawn_by.contains(record.delegation)) return Done{};
    return refused_entry("This sponsor has withdrawn already.",
                         "The proposal is withdrawn when all its sponsors have.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const DebateClosed& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto may = step(conference, entry, record.proposal, QuestionEvent::close_debate);
        !may)
        return may.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    return of_this_meeting(conference, entry, record.meeting);
}

}  // namespace placet::ledger
