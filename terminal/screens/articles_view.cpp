#include "terminal/screens/articles_screen.h"

#include "ledger/procedure/article_words.h"
#include "ledger/procedure/proposal_acts.h"
#include "ledger/procedure/question.h"
#include "terminal/screens/method_wording.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t sponsors_named = 8;

std::optional<State> sign_of(const Decision* decision, QuestionState state) {
    if (is_decided(decision, state))
        return is_carried(decision->outcome) ? State::good : State::unknown;
    const bool waits = state == QuestionState::tabled || state == QuestionState::registered ||
                       state == QuestionState::circulated || state == QuestionState::debate_closed;
    return waits || settled(state) ? std::nullopt : std::optional(State::watch);
}

std::optional<State> sign_of(const MapUnit& unit) {
    const bool in_committee =
        unit.decision == nullptr && unit.in_committee != nullptr && settled(unit.state);
    return in_committee ? State::watch : sign_of(unit.decision, unit.state);
}

void add_row(ArticlesView& view, const AppState& state, const Phrases& phrases,
             const MapProposal& proposal, int depth) {
    view.rows.push_back({.id = proposal.id,
                         .label = short_name(state, phrases, proposal.id),
                         .status = phrases(status_words(proposal)),
                         .sign = sign_of(proposal.decision, proposal.state),
                         .depth = depth + proposal.depth});
}

void view_tree(ArticlesView& view, const AppState& state, const Phrases& phrases,
               const ArticleMap& map) {
    for (const auto& unit : map.units) {
        view.rows.push_back({.id = unit.id,
                             .label = short_name(state, phrases, unit.id),
                             .status = phrases(status_words(unit)),
                             .sign = sign_of(unit)});
        for (const auto& proposal : unit.proposals) add_row(view, state, phrases, proposal, 1);
    }
    for (const auto& proposal : map.proposals) add_row(view, state, phrases, proposal, 0);
    view.pages = page_positions(phrases, view.rows.size(), ArticlesView::rows_per_page);
    const auto count = [&](UnitStatus status) {
        return std::to_string(std::ranges::count(map.units, status, &MapUnit::status));
    };
    view.summary = phrases(
        "{without} adopted without a vote, {by_vote} by vote, {rejected} rejected, {open} open",
        {{"without", count(UnitStatus::adopted_without_vote)},
         {"by_vote", count(UnitStatus::adopted_by_vote)},
         {"rejected", count(UnitStatus::rejected)},
         {"open", count(UnitStatus::open)}});
}

/// What is before the meeting, else the first unit that is not decided.
ProposalId first_choice(const Conference& conference, const ArticleMap& map) {
    if (conference.question && conference.proposal(conference.question->put.proposal) != nullptr)
        return conference.question->put.proposal;
    if (conference.consensus) return conference.consensus->proposed.proposal;
    const auto open = std::ranges::find(map.units, UnitStatus::open, &MapUnit::status);
    if (open != map.units.end()) return open->id;
    return map.units.empty() ? ProposalId{} : map.units.front().id;
}

std::string sponsor_words(const Conference& conference, const Phrases& phrases,
                          const Proposal& proposal) {
    if (proposal.basic) return phrases("It is part of the basic proposal.");
    if (proposal.sponsors.empty())
        return phrases("Submitted by {names}", {{"names", proposal.registered.organ}});
    std::vector<std::string> names;
    for (const auto& id : proposal.sponsors)
        if (names.size() < sponsors_named)
            names.push_back(
                proposal.withdrawn_by.contains(id)
                    ? phrases("{name} (withdrawn)", {{"name", board_name(conference, id)}})
                    : board_name(conference, id));
    const auto more = proposal.sponsors.size() - names.size();
    if (more > 0)
        names.push_back(phrases("and {n} more", "and {n} more", static_cast<std::int64_t>(more)));
    return phrases("Submitted by {names}", {{"names", fmt::format("{}", fmt::join(names, ", "))}});
}

std::string part_words(const Phrases& phrases, const Part& part) {
    const Phrases::Values values{{"part", part.label}};
    if (!part.retained) return phrases("{part}: not yet voted on", values);
    return *part.retained ? phrases("{part}: retained", values)
                          : phrases("{part}: deleted", values);
}

/// What became of it, by whom it was submitted, what its text is. The most important first.
std::vector<std::string> facts_of(const AppState& state, const Phrases& phrases,
                                  const Proposal& proposal, const Decision* decision) {
    const auto& conference = *state.conference;
    std::vector<std::string> facts;
    if (decision != nullptr) {
        facts.push_back(phrases(decision->sentence));
        facts.push_back(phrases("Question {number}, meeting {meeting}, entry {entry}.",
                                {{"number", std::to_string(decision->question)},
                                 {"meeting", std::to_string(decision->meeting)},
                                 {"entry", std::to_string(decision->entry.seq)}}));
    }
    for (const auto& part : proposal.parts) facts.push_back(part_words(phrases, part));
    facts.push_back(sponsor_words(conference, phrases, proposal));
    if (proposal.is_amendment())
        facts.push_back(
            phrases("It amends: {text}",
                    {{"text", short_name(state, phrases, proposal.registered.parent)}}));
    facts.push_back(phrases("Version {version}, in {n} language.",
                            "Version {version}, in {n} languages.",
                            static_cast<std::int64_t>(proposal.texts.size()),
                            {{"version", std::to_string(proposal.version)}}));
    const auto asked = static_cast<std::int64_t>(proposal.asked_to_defer.size());
    if (asked > 0)
        facts.push_back(phrases("{n} of {needed} delegations ask to defer the vote.",
                                "{n} of {needed} delegations ask to defer the vote.", asked,
                                {{"needed", std::to_string(deferment_needed(conference))}}));
    if (!proposal.not_before.empty())
        facts.push_back(
            phrases("The vote is announced, not before: {day}", {{"day", proposal.not_before}}));
    if (auto words = deferment_words(conference, phrases, proposal); !words.empty())
        facts.insert(facts.begin(), std::move(words));
    if (proposal.exhausted) facts.push_back(phrases("All efforts to agree are exhausted."));
    return facts;
}

/// Of the plenary first; what another organ decided while it has not.
const Decision* decision_on(const ArticleMap& map, const Conference& conference,
                            const Proposal& proposal) {
    for (const auto& unit : map.units)
        if (unit.id == proposal.id())
            return unit.decision != nullptr ? unit.decision : unit.in_committee;
    return conference.decision_of_entry(proposal.decision);
}

void view_chosen(ArticlesView& view, const AppState& state, const Phrases& phrases,
                 const ArticleMap& map) {
    const auto& conference = *state.conference;
    const auto& proposal = *conference.proposal(view.id);
    const auto* decision = decision_on(map, conference, proposal);
    const auto* unit = conference.text_unit(view.id);
    view.status = view.rows[view.chosen].status;
    view.sign = view.rows[view.chosen].sign.value_or(State::unknown);
    view.text.heading =
        unit != nullptr ? phrases(unit->label) : short_name(state, phrases, view.id);
    view.text.title = unit != nullptr ? phrases(unit->title) : phrases(subject_words(proposal));
    view.text.facts = facts_of(state, phrases, proposal, decision);
    for (std::size_t n = 0; n < view.text.facts.size(); ++n)
        view.text.more_facts.push_back(
            phrases("and {n} more in the record", "and {n} more in the record",
                    static_cast<std::int64_t>(view.text.facts.size() - n)));
    if (decision != nullptr) {
        view.record = hex(decision->entry.leaf);
        view.record_label = phrases("Show the record of the decision");
    }
    view.next = next_act(state, phrases, view.id);
    if (state.saving) view.next.refusal = phrases("An entry is being saved.");
    view.acts = other_acts(state, phrases, view.id);
    if (!view.acts.empty()) view.acts_caption = phrases("Other acts");
    const auto row = std::ranges::find(map.units, view.id, &MapUnit::id);
    if (row != map.units.end()) view.left = left_to_do(state, phrases, row->next, view.id);
    if (!view.left.empty()) view.left_caption = phrases("What is left to do");
    const bool of_delegations = std::ranges::any_of(
        view.acts, [](const TextAct& act) { return act.asks == TextAct::Asks::delegation; });
    if (of_delegations) view.states = named_states(conference);
}

}  // namespace

ArticlesView view_articles(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto map = article_map(conference);
    ArticlesView view{.convention = phrases("Draft convention"),
                      .back = phrases("Back"),
                      .more = phrases("More"),
                      .all = phrases("All"),
                      .cancel = phrases("Cancel"),
                      .confirm = phrases("Record it"),
                      .words_first = phrases("Type the words first.")};
    view_tree(view, state, phrases, map);
    const TextHashes any_text{{"en", Hash{}}};
    const auto any_sponsor =
        conference.participants.empty() ? ParticipantId{} : conference.participants.begin()->first;
    if (!state.saving &&
        may_note(state, registration_of(conference, "", "", {any_sponsor}, any_text)))
        view.register_proposal = phrases("Register a proposal …");
    const auto at = [&](const ProposalId& id) {
        return std::ranges::find(view.rows, id, &ArticlesView::Row::id);
    };
    auto chosen = at(state.about);
    if (chosen == view.rows.end()) chosen = at(first_choice(conference, map));
    if (chosen == view.rows.end()) return view;
    view.chosen = static_cast<std::size_t>(chosen - view.rows.begin());
    view.id = chosen->id;
    view_chosen(view, state, phrases, map);
    return view;
}

}  // namespace placet::terminal
