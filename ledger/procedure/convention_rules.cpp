// The text and its versions.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// What is put, or proposed for adoption, stays as it is on the screen.
Result<Done> not_before_the_meeting(const Conference& conference, const ProposalId& id) {
    const auto put = [&](const Question& question) { return question.put.proposal == id; };
    const bool before = (conference.question && put(*conference.question)) ||
                        std::ranges::any_of(conference.waiting, put);
    if (!before) return may_change_the_roll(conference);
    return refused_entry(
        conference.proposal_title(id) + " is before the meeting, and its text stays as it was put.",
        "Change the text after the result of this question.");
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const TextRevised& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    const auto* proposal = conference.proposal(record.proposal);
    if (proposal == nullptr)
        return refused_entry("There is no proposal \"" + record.proposal + "\".",
                             "Name a unit of the convention or a proposal that is registered.");
    if (const auto still = not_before_the_meeting(conference, record.proposal); !still)
        return still.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto& waits = proposal->to_write_in;
    const bool all = record.decisions.size() == waits.size() &&
                     std::ranges::is_permutation(record.decisions, waits);
    if (waits.empty())
        return refused_entry(
            "No decision waits to be written into " + proposal->registered.title + ".",
            "A text changes by what was adopted, and by nothing else.");
    if (!all)
        return refused_entry("The new version carries out every decision that waits, and no other.",
                             "Write all of them in at once.");
    return agrees("The new version",
                  {{record.version == proposal->version + 1, "version"},
                   {!record.texts.empty() && record.texts != proposal->texts, "text"}},
                  "Record the text as it reads with what was adopted.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const TextPlaced& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto may = may_change_the_roll(conference); !may) return may.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const bool known = conference.text_unit(record.text_unit) != nullptr;
    if (record.text_unit.empty() || record.label.empty())
        return refused_entry("A unit of text has an id and a label.", "Fill in what is missing.");
    if (known)
        if (const auto still = not_before_the_meeting(conference, record.text_unit); !still)
            return still.error();
    if (!known && conference.proposal(record.text_unit) != nullptr)
        return refused_entry("\"" + record.text_unit + "\" is the id of another proposal.",
                             "Give the unit an id of its own.");
    if (known != record.texts.empty())
        return refused_entry(
            known ? "Placing a unit does not change its text." : "A new unit comes with its text.",
            "Give the text of a new unit, and of no other.");
    if (!record.after.empty() &&
        (record.after == record.text_unit || conference.text_unit(record.after) == nullptr))
        return refused_entry("The unit after which it stands is not in the convention.",
                             "Name a unit of it, or none for the first place.");
    if (record.split_from.empty() || (!known && conference.text_unit(record.split_from) != nullptr))
        return Done{};
    return refused_entry("Only a new unit is split from another, which is in the convention.",
                         "Name the unit that it was part of.");
}

}  // namespace placet::ledger
