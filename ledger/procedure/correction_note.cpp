#include "ledger/procedure/correction_note.h"

#include "ledger/procedure/state_name.h"
#include "ledger/procedure/state_order.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

/// "Brazil", "Brazil and Chad", "Brazil, Chad and Togo"
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (n > 0) text += n + 1 == names.size() ? " and " : ", ";
        text += names[n];
    }
    return text;
}

}  // namespace

std::string_view intention(Choice intended) {
    switch (intended) {
        case Choice::yes:
            return "had intended to vote in favour";
        case Choice::no:
            return "had intended to vote against";
        case Choice::abstain:
            return "had intended to abstain";
        case Choice::not_participating:
            return "had not intended to participate";
    }
    return "";
}

std::string correction_note(const Conference& conference, const Decision& decision) {
    std::map<ParticipantId, Choice> last;
    for (const auto& noted : decision.corrections) last[noted.delegation] = noted.intended;
    std::string clauses;
    for (const Choice choice :
         {Choice::yes, Choice::no, Choice::abstain, Choice::not_participating}) {
        std::vector<std::string> names;
        for (const auto& [id, intended] : last)
            if (intended == choice) names.push_back(state_name(conference, id));
        if (names.empty()) continue;
        std::ranges::sort(names, {}, collation_key);
        clauses += clauses.empty() ? "" : "; ";
        clauses += (names.size() == 1 ? "the delegation of " : "the delegations of ") +
                   listed(names) + " informed the Secretariat that " +
                   (names.size() == 1 ? "it" : "they") + " " + std::string(intention(choice));
    }
    return clauses.empty() ? "" : "[Subsequently, " + clauses + ".]";
}

}  // namespace placet::ledger
