// Decisions without a vote, and what is attached to decisions.
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t paragraphs_limit = 32, paragraph_limit = 64;  // bytes

Result<Done> of_this_proposal(const Conference& conference, const Entry& entry, const Hash& leaf) {
    if (entry.unit == conference.consensus->unit && leaf == conference.consensus->entry.leaf)
        return Done{};
    return refused_entry("This is about another proposal than the one before the meeting.",
                         "Do it again for the proposal that stands.");
}

Result<Done> of_this_gavel(const Conference& conference, const Entry& entry, const Hash& leaf) {
    if (entry.unit == conference.meeting->unit && leaf == conference.consensus->gavel_entry->leaf)
        return Done{};
    return refused_entry("This is about another gavel than the last one.",
                         "Do it again for the decision that waits.");
}

/// The question that is put and not yet voted on, where the statement is about it.
const Question* question_of(const Conference& conference, const StatementAttached& record) {
    const auto* question = open_to_explanations(conference);
    return question != nullptr && question->entry.leaf == record.about ? question : nullptr;
}

/// Of a vote its vote is explained; a delegation dissociates itself from a decision without one.
Result<Done> fits_the_decision(const Conference& conference, const Decision* decision,
                               const StatementAttached& record) {
    if (question_of(conference, record) != nullptr) {
        if (record.kind == StatementKind::explanation_of_vote) return Done{};
        return refused_entry("Before a vote delegations explain how they will vote.",
                             "Attach any other statement to the decision.");
    }
    const bool of_a_vote = decision != nullptr && decision->result;
    if (record.kind == StatementKind::explanation_of_vote && !of_a_vote)
        return refused_entry("Nothing was voted on here; there is no vote to explain.",
                             "Attach a statement of position.");
    if (record.kind == StatementKind::dissociation && of_a_vote)
        return refused_entry("A delegation dissociates itself from a decision without a vote.",
                             "Attach a statement of position or an explanation of vote.");
    return Done{};
}

bool ruled_to_explain(const Conference& conference, const ProposalId& proposal,
                      const ParticipantId& delegation) {
    return std::ranges::any_of(conference.rulings, [&](const Ruling& ruling) {
        const auto& given = ruling.given;
        return given.kind == RulingKind::sponsor_explains && given.proposal == proposal &&
               given.delegation == delegation && ruling.stands();
    });
}

/// A sponsor does not explain its vote on its own text, unless the profile or a ruling lets it.
Result<Done> sponsor_may_explain(const Conference& conference, const ProposalId& id,
                                 QuestionKind kind, const ParticipantId& delegation) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !decides_on_proposal(kind) ||
        std::ranges::count(proposal->sponsors, delegation) == 0)
        return Done{};
    const auto rule = conference.profile.sponsor_may_explain;
    if (rule == SponsorMayExplain::always) return Done{};
    if (rule == SponsorMayExplain::if_amended && proposal->amended) return Done{};
    if (ruled_to_explain(conference, id, delegation)) return Done{};
    return refused_entry(
        "A sponsor of a proposal does not explain its vote on it" +
            std::string(rule == SponsorMayExplain::never ? "."
                                                         : ", unless the proposal was amended."),
        "The presiding officer may rule that it explains its vote all the same.");
}

/// An explanation of vote, before it or after it, by who may give one.
Result<Done> may_explain(const Conference& conference, const Decision* decision,
                         const StatementAttached& record) {
    if (record.kind != StatementKind::explanation_of_vote) return Done{};
    if (const auto* question = question_of(conference, record))
        return sponsor_may_explain(conference, question->put.proposal, question->put.kind,
                                   record.delegation);
    return sponsor_may_explain(conference, decision->proposal, decision->kind, record.delegation);
}

/// Where it is attached: to what this organ decided, proposed or put.
const std::string& organ_of(const Conference& conference, const Decision* decision,
                            const StatementAttached& record) {
    if (const auto* question = question_of(conference, record)) return question->unit;
    return decision != nullptr ? decision->unit : conference.consensus->unit;
}

const std::vector<Statement>& statements_beside(const Conference& conference,
                                                const Decision* decision,
                                                const StatementAttached& record) {
    if (const auto* question = question_of(conference, record)) return question->explanations;
    return decision != nullptr ? decision->statements : conference.consensus->statements;
}

}  // namespace

Result<Done> short_enough(std::string_view words) {
    constexpr std::size_t words_limit = 4000;  // bytes
    if (words.size() <= words_limit) return Done{};
    return refused_entry("These words are too long for an entry (4,000 bytes at most).",
                         "Shorten them; the full text may be circulated as a document.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusProposed& record) {
    if (const auto may = may_propose(conference, record.proposal); !may) return may.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const std::vector<ParticipantId> present(conference.present.begin(), conference.present.end());
    const auto& proposal = *conference.proposal(record.proposal);
    if (record.sentence.empty())
        return refused_entry("A proposal is made in one sentence.", "Fill in what is missing.");
    return agrees(
        "The proposal",
        {{record.question == conference.next_question(), "number"},
         {record.subject == subject_words(proposal), "subject"},
         {record.profile_version == conference.profile.version, "version of the rules"},
         {record.texts == proposal.texts, "text"},
         {record.text_unit == proposal.registered.text_unit, "unit of text"},
         {record.present == present, "list of those present"},
         {record.participating == conference.participating(), "number of participating States"}},
        "Propose it again, as the conference has it now.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ObjectionRaised& record) {
    if (const auto may = may_object(conference, record.delegation); !may) return may.error();
    if (const auto here = of_this_proposal(conference, entry, record.proposed); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return short_enough(record.words);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ObjectionWithdrawn& record) {
    if (const auto may = may_withdraw(conference, record.delegation); !may) return may.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto standing = conference.consensus->standing();
    const bool own = std::ranges::any_of(standing, [&](const Objection& objection) {
        return objection.entry.leaf == record.objection &&
               objection.raised.delegation == record.delegation;
    });
    if (!own || entry.unit != conference.consensus->unit)
        return refused_entry("This names no standing objection of the delegation.",
                             "Withdraw the objection that stands.");
    return short_enough(record.words);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusGavelled& record) {
    if (const auto may = may_gavel(conference); !may) return may.error();
    if (const auto here = of_this_proposal(conference, entry, record.proposed); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto least = conference.profile.silence_seconds * 1000;
    if (record.silence_ms >= least) return Done{};
    return refused_entry("The silence before the gavel lasts at least " +
                             std::to_string(conference.profile.silence_seconds) +
                             " seconds and cannot be shortened.",
                         "Wait until it is over, then decide.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusConfirmed& record) {
    if (const auto may = may_confirm(conference); !may) return may.error();
    if (const auto here = of_this_gavel(conference, entry, record.gavel); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return agrees("The confirmation",
                  {{record.sentence == adoption_sentence(conference), "sentence"}},
                  "Confirm the decision as it was gavelled.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const LateFlagRuled& record) {
    const auto gavel = gavel_to_rule_on(conference);
    if (!gavel) return gavel.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.gavel != *gavel || entry.unit != conference.meeting->unit)
        return refused_entry("This ruling names another gavel than the last one.",
                             "Rule on the last decision.");
    if (const auto part = takes_part(conference, record.delegation); !part) return part.error();
    return short_enough(record.words);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusSetAside& record) {
    if (const auto may = may_set_aside(conference); !may) return may.error();
    if (const auto here = of_this_proposal(conference, entry, record.proposed); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return short_enough(record.words);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const StatementAttached& record) {
    if (const auto may = may_attach(conference, record.about, record.delegation); !may)
        return may.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto* decision = conference.decision_of_entry(record.about);
    if (entry.unit != organ_of(conference, decision, record))
        return refused_entry("The decision was taken in another organ.",
                             "Attach the statement there.");
    if (record.paragraphs.size() > paragraphs_limit ||
        std::ranges::any_of(record.paragraphs, [](const std::string& paragraph) {
            return paragraph.empty() || paragraph.size() > paragraph_limit;
        }))
        return refused_entry("Paragraphs are named one by one, each in a few characters.",
                             "Name at most 32 paragraphs, such as \"3\" or \"6 (a)\".");
    if (const auto fits = fits_the_decision(conference, decision, record); !fits)
        return fits.error();
    if (const auto may = may_explain(conference, decision, record); !may) return may.error();
    const auto& others = statements_beside(conference, decision, record);
    if (std::ranges::find(others, record, &Statement::attached) != others.end())
        return refused_entry("This very statement is attached already.",
                             "One that says more is worded anew.");
    return short_enough(record.words);
}

}  // namespace placet::ledger
