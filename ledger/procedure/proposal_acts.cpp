#include "ledger/procedure/proposal_acts.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/state_name.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

/// "oral-1", "oral-2", ...: the first that is not taken.
ProposalId next_oral_id(const Conference& conference) {
    for (int n = 1;; ++n)
        if (auto id = fmt::format("oral-{}", n); conference.proposal(id) == nullptr) return id;
}

std::string title_of(const Conference& conference, ProposalKind kind, const ProposalId& parent,
                     const std::string& symbol, const std::vector<ParticipantId>& sponsors) {
    const auto to = parent.empty() ? std::string{}
                                   : " to " + within_sentence(conference.proposal_title(parent));
    const auto in = symbol.empty() ? std::string{} : " in document " + symbol;
    const auto by =
        sponsors.empty() ? std::string{} : " by " + state_name(conference, sponsors.front());
    const std::string_view article = symbol.empty() ? "The oral " : "The ";
    if (kind == ProposalKind::sub_amendment)
        return fmt::format("{}sub-amendment{}{}", article, symbol.empty() ? by : in, to);
    const std::string_view what = kind == ProposalKind::amendment ? "amendment" : "proposal";
    return fmt::format("{}{}{}{}", article, what, to, symbol.empty() ? by : in);
}

}  // namespace

ProposalKind kind_submitted_to(const Conference& conference, const ProposalId& parent) {
    const auto* amended = conference.proposal(parent);
    if (amended == nullptr) return ProposalKind::proposal;
    return amended->is_amendment() ? ProposalKind::sub_amendment : ProposalKind::amendment;
}

ProposalRegistered registration_of(const Conference& conference, const ProposalId& parent,
                                   const std::string& symbol,
                                   const std::vector<ParticipantId>& sponsors,
                                   const TextHashes& texts) {
    const auto* amended = conference.proposal(parent);
    const auto kind = kind_submitted_to(conference, parent);
    return {.proposal = symbol.empty() ? next_oral_id(conference) : symbol,
            .kind = kind,
            .parent = amended == nullptr ? ProposalId{} : parent,
            .text_unit = amended == nullptr ? TextUnitId{} : amended->registered.text_unit,
            .sponsors = sponsors,
            .symbol = symbol,
            .title = title_of(conference, kind, parent, symbol, sponsors),
            .texts = texts};
}

ProposalRevised revision_of(const Conference& conference, const ProposalId& id,
                            const std::string& symbol, bool oral,
                            const std::vector<ParticipantId>& joining, const TextHashes& texts) {
    const auto& proposal = *conference.proposal(id);
    const bool another = !texts.empty() && texts != proposal.texts;
    ProposalRevised revised{.proposal = id,
                            .version = proposal.version + (another ? 1 : 0),
                            .sponsors = proposal.sponsors,
                            .symbol = symbol.empty() ? proposal.symbol : symbol,
                            .oral = another ? oral : proposal.orally_revised,
                            .texts = another ? texts : proposal.texts};
    for (const auto& sponsor : joining)
        if (std::ranges::find(revised.sponsors, sponsor) == revised.sponsors.end())
            revised.sponsors.push_back(sponsor);
    return revised;
}

ProposalCirculated circulation_of(const Conference& conference, const ProposalId& id) {
    ProposalCirculated circulated{.proposal = id};
    const auto& texts = conference.proposal(id)->texts;
    for (const auto& [language, hash] : texts) circulated.languages.push_back(language);
    const auto& all = conference.charter->languages;
    if (std::ranges::all_of(all, [&](const auto& language) { return texts.contains(language); }))
        return circulated;
    circulated.permission =
        "The presiding officer permits its discussion though it is not circulated in every "
        "language of the conference.";
    return circulated;
}

TextUnitId unit_before(const Conference& conference, const TextUnitId& id) {
    TextUnitId before;
    for (const auto& unit : conference.text_units) {
        if (unit.id == id) break;
        before = unit.id;
    }
    return before;
}

TextPlaced placement_of(const Conference& conference, const TextUnitId& id,
                        const std::string& number, const std::string& title,
                        const TextUnitId& after) {
    const auto& unit = *conference.text_unit(id);
    return {.text_unit = id,
            .after = after,
            .number = number.empty() ? unit.number : number,
            .label = number.empty() ? unit.label : "Draft article " + number,
            .title = title.empty() ? unit.title : title};
}

TextPlaced new_unit_of(const TextUnitId& after, bool split, const std::string& number,
                       const std::string& title, const TextHashes& texts) {
    auto id = "article-" + number;
    std::ranges::replace(id, ' ', '-');
    return {.text_unit = std::move(id),
            .after = after,
            .split_from = split ? after : TextUnitId{},
            .number = number,
            .label = "Draft article " + number,
            .title = title,
            .texts = texts};
}

TextRevised text_as_adopted(const Conference& conference, const ProposalId& id,
                            const TextHashes& texts) {
    const auto& proposal = *conference.proposal(id);
    return {.proposal = id,
            .version = proposal.version + 1,
            .decisions = proposal.to_write_in,
            .texts = texts};
}

}  // namespace placet::ledger
