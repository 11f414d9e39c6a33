// Votes without ballots: the lot and the answers of a roll-call, the counts of a show of hands.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"

#include <algorithm>

namespace placet::ledger {
namespace {

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The run under way, its start, and the seals: what every entry of this file has in common.
template <class Record>
Result<Done> of_this_start(const Conference& conference, const Entry& entry, const Record& record) {
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (record.start != conference.run->start_entry.leaf)
        return refused_entry("This was made for another start of the voting.",
                             "Do it again for the vote that is under way.");
    return sealed_as_needed(conference, entry);
}

/// The first call goes through the order, then the second; what was noted wrongly is replaced.
Result<Done> in_turn(const Conference& conference, const AnswerGiven& record) {
    const auto* standing = standing_answer(*conference.run, record.delegation);
    if (!record.replaces.empty()) {
        if (standing != nullptr && standing->answer.id == record.replaces &&
            standing->answer.call == record.call)
            return Done{};
        return refused_entry("This replaces an answer that is not the delegation's last.",
                             "Go back to the delegation and note its answer again.");
    }
    const auto calls = calls_to_come(conference);
    if (!calls.empty() && calls.front() == Call{record.delegation, record.call}) return Done{};
    return refused_entry("States are called in their order; it is not this delegation's turn (" +
                             record.delegation + ").",
                         "Note the answer of the State that is called, or correct one that was.");
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const LotCommitted& record) {
    if (const auto may = may_draw_lot(conference); !may) return may.error();
    if (const auto here = of_this_start(conference, entry, record); !here) return here.error();
    if (!conference.run->lot_commitment) return Done{};
    return refused_entry("A number is committed to already.",
                         "Draw with it: let the presiding officer say a number aloud.");
}

// That the State follows from nonce and number is checked where hashes are: authority.h.
Result<Done> check(const Conference& conference, const Entry& entry, const LotDrawn& record) {
    if (const auto may = may_draw_lot(conference); !may) return may.error();
    if (const auto here = of_this_start(conference, entry, record); !here) return here.error();
    const auto among = may_be_called(conference);
    if (std::ranges::find(among, record.first) == among.end())
        return refused_entry("\"" + record.first + "\" is not among the States that are called.",
                             "Draw again.");
    const bool electronic = record.way == LotWay::electronic;
    const bool fits = electronic ? is_hex(record.nonce, 64) && record.number >= 0
                                 : record.nonce.empty() && record.number == 0;
    if (!fits || (electronic && !conference.run->lot_commitment))
        return refused_entry(
            "An electronic draw takes a number said aloud and the terminal's own number, to which "
            "it is committed before; a draw by hand takes neither.",
            "Commit to a number first, or type in the State that was drawn.");
    return Done{};
}

Result<Done> check(const Conference& conference, const Entry& entry, const AnswerGiven& record) {
    if (const auto may = may_answer(conference); !may) return may.error();
    if (const auto here = of_this_start(conference, entry, record); !here) return here.error();
    if (const auto vote = may_vote(conference.run->start, record.delegation); !vote)
        return vote.error();
    bool known = false;
    for (const auto& [id, answers] : conference.run->answers)
        for (const auto& noted : answers) known = known || noted.answer.id == record.id;
    if (known || !is_hex(record.id, 32))
        return refused_entry("An answer has a new id of 32 hex digits; this one is not.",
                             "Note it again; the terminal draws another id.");
    return in_turn(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry, const HandsCounted& record) {
    if (const auto may = may_count_hands(conference); !may) return may.error();
    if (const auto here = of_this_start(conference, entry, record); !here) return here.error();
    const Run& run = *conference.run;
    if (record.round != next_round(run))
        return refused_entry("This count is for round " + std::to_string(record.round) +
                                 "; the hands are counted in round " +
                                 std::to_string(next_round(run)) + ".",
                             "Count for that round.");
    const auto last = last_round(run);
    if (!last.complete() && !last.counts.empty() &&
        last.counts.front().teller == entry.seals.front().person)
        return refused_entry("The two counts are made by two persons.",
                             "Let the other teller enter what they counted.");
    const auto present = static_cast<std::int64_t>(conference.present.size());
    const bool possible = record.yes >= 0 && record.no >= 0 && record.abstaining >= 0 &&
                          record.yes <= present && record.no <= present &&
                          record.abstaining <= present &&
                          record.yes + record.no + record.abstaining <= present;
    if (possible) return Done{};
    return refused_entry("More hands were counted than delegations are noted as present (" +
                             std::to_string(present) + "), or a figure is below nothing.",
                         "Count again, or note those who have arrived.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const TotalsTaken& record) {
    if (const auto may = may_take_totals(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (record.start != conference.run->start_entry.leaf)
        return refused_entry("These totals were taken for another start of the voting.",
                             "Take them for the vote that is under way.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto present = static_cast<std::int64_t>(conference.present.size());
    if (record.yes >= 0 && record.no >= 0 && record.abstaining >= 0 && record.yes <= present &&
        record.no <= present && record.abstaining <= present &&
        record.yes + record.no + record.abstaining <= present)
        return Done{};
    return refused_entry("More positions were counted than delegations are noted as present.",
                         "Note who is present, or annul the vote.");
}

}  // namespace placet::ledger
