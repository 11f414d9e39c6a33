// What the election screen shows: view_election of election_screen.h.
#include "ledger/procedure/permission.h"
#include "terminal/screens/election_screen.h"
#include "terminal/screens/floor_wording.h"
#include "terminal/screens/noting.h"
#include "terminal/text/code_points.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

using Step = ElectionView::Step;

/// Of the organ that meets, the last of the conference where none meets; nothing if there is none.
const Election* shown_election(const Conference& conference) {
    const Election* found = nullptr;
    for (const auto& election : conference.elections)
        if (!conference.meeting || election.unit == conference.meeting->unit) found = &election;
    return found;
}

std::string names(const std::vector<Candidate>& candidates) {
    std::vector<std::string> all;
    for (const auto& candidate : candidates) all.push_back(isolated_text(candidate.name));
    return fmt::format("{}", fmt::join(all, ", "));
}

std::string office_words(const Phrases& phrases, const std::string& office) {
    for (const auto usual : usual_offices)
        if (usual == office) return phrases(office);
    return isolated_text(office);
}

std::string words_for_ballot(const Phrases& phrases, const Election& election,
                             const NextElectionStep& next) {
    const Phrases::Values who = {{"names", names(next.candidates)}};
    if (next.kind == BallotKind::special)
        return next.contested == Contested::seats
                   ? phrases("{names} are tied for {n} place: a special ballot is held among them.",
                             "{names} are tied for {n} places: a special ballot is held among "
                             "them.",
                             next.places, who)
                   : phrases(
                         "{names} are tied for {n} place on the next ballot: a special ballot "
                         "is held among them.",
                         "{names} are tied for {n} places on the next ballot: a special "
                         "ballot is held among them.",
                         next.places, who);
    if (next.kind == BallotKind::restricted)
        return phrases("{n} place remains to be filled: the next ballot is limited to {names}.",
                       "{n} places remain to be filled: the next ballot is limited to {names}.",
                       next.places, who);
    if (next.others_allowed)
        return phrases(
            "Three limited ballots in succession elected nobody: votes may go to any "
            "eligible person or delegation.");
    return election.history.empty() ? phrases("The first ballot is among all the candidates.")
                                    : phrases("The next ballot is among all the candidates.");
}

/// Why the next step is what it is.
std::string next_words(const Phrases& phrases, const Election& election) {
    const auto state = election.state();
    const auto& next = state.next;
    const Phrases::Values who = {{"names", names(next.candidates)}};
    if (election.phase() == ElectionPhase::stopped)
        return phrases("The election was stopped: {reason}",
                       {{"reason", isolated_text(election.stopped->reason)}});
    if (election.phase() == ElectionPhase::acclaimed)
        return phrases("All candidates were elected by acclamation.");
    if (next.step == ElectionStep::complete && state.seats_left > 0)
        return phrases("No candidate is left: {n} place stays vacant.",
                       "No candidate is left: {n} places stay vacant.", state.seats_left);
    if (next.step == ElectionStep::complete) return phrases("All the places are filled.");
    if (next.step == ElectionStep::ballot) return words_for_ballot(phrases, election, next);
    return next.contested == Contested::seats
               ? phrases("{names} are tied for {n} place: the presiding officer draws lots.",
                         "{names} are tied for {n} places: the presiding officer draws lots.",
                         next.places, who)
               : phrases(
                     "{names} are tied for {n} place on the next ballot: the presiding "
                     "officer draws lots.",
                     "{names} are tied for {n} places on the next ballot: the presiding "
                     "officer draws lots.",
                     next.places, who);
}

std::string elected_words(const Phrases& phrases, const Elected& one) {
    const Phrases::Values values = {{"name", isolated_text(one.candidate.name)},
                                    {"round", std::to_string(one.round)}};
    if (one.by_lot) return phrases("Elected by lot after ballot {round}: {name}", values);
    return phrases("Elected in ballot {round} with {n} vote: {name}",
                   "Elected in ballot {round} with {n} votes: {name}", one.votes, values);
}

std::vector<std::string> facts_of(const Phrases& phrases, const Election& election) {
    const auto state = election.state();
    const auto seats = election.terms.seats;
    std::vector<std::string> facts = {
        election.terms.majority == Majority::two_thirds
            ? phrases("{n} place, by two thirds of the valid papers",
                      "{n} places, by two thirds of the valid papers", seats)
            : phrases("{n} place, by a majority of the valid papers",
                      "{n} places, by a majority of the valid papers", seats)};
    if (election.acclaimed)
        for (const auto& one : election.terms.candidates)
            facts.push_back(
                phrases("Elected by acclamation: {name}", {{"name", isolated_text(one.name)}}));
    for (const auto& one : state.elected) facts.push_back(elected_words(phrases, one));
    if (!election.history.empty() && state.last.needed > 0)
        facts.push_back(
            phrases("In the last ballot {needed} of {valid} valid papers were required.",
                    {{"needed", std::to_string(state.last.needed)},
                     {"valid", std::to_string(state.last.base)}}));
    if (election.history.empty() && !election.acclaimed)
        facts.push_back(
            phrases("Nominated: {names}", {{"names", names(election.terms.candidates)}}));
    if (!election.withdrawn.empty())
        facts.push_back(phrases("Withdrawn: {names}", {{"names", names(election.withdrawn)}}));
    return facts;
}

std::string status_of(const Phrases& phrases, const Election& election) {
    switch (election.phase()) {
        case ElectionPhase::open:
            return phrases("The election goes on");
        case ElectionPhase::complete:
        case ElectionPhase::acclaimed:
            return phrases("The election is complete");
        case ElectionPhase::stopped:
            return phrases("The election is stopped");
    }
    return {};
}

/// Who has not signed in, or what the rules have against it; empty if nothing.
std::string refusal(const AppState& state, const Phrases& phrases, const Record& record,
                    const Result<Done>& may) {
    if (const auto roles = sealing_roles(state, record); !roles)
        return phrases(roles.error().detail);
    if (may) return {};
    constexpr std::size_t most = 130;  // bytes that have room on a button
    return may.error().detail.size() > most ? short_refusal(phrases, may)
                                            : phrases(may.error().detail);
}

void view_open(ElectionView& view, const AppState& state, const Phrases& phrases,
               const Election& election) {
    const auto& conference = *state.conference;
    const auto next = election.state().next;
    view.candidates = next.candidates;
    view.before_first_ballot = election.history.empty();
    view.acts = election.history.size();
    view.others_allowed = next.others_allowed;
    view.sheets = state.texts.sheets;
    view.stop = stop_of_election(conference);
    view.stop_refusal = refusal(state, phrases, view.stop, may_stop_election(conference));
    if (next.step == ElectionStep::lots) {
        view.step = Step::lots;
        view.lot = next_election_lot(conference);
        view.lot_places = next.places;
        view.refusal = refusal(state, phrases, view.lot, may_draw_election_lot(conference));
        return;
    }
    view.step = Step::ballot;
    view.protocol = next_protocol(conference);
    view.refusal = refusal(state, phrases, view.protocol, may_enter_protocol(conference));
    if (!view.before_first_ballot) return;
    view.acclamation = next_acclamation(conference);
    view.acclaim_refusal =
        refusal(state, phrases, view.acclamation, may_declare_acclamation(conference));
    view.withdrawal = withdrawal_of(conference, "");
    view.withdraw_refusal =
        refusal(state, phrases, view.withdrawal, may_withdraw_candidate(conference));
}

/// What the rules may say of figures and names that are typed.
std::vector<std::pair<std::string, std::string>> known_refusals(const Phrases& phrases) {
    std::vector<std::pair<std::string, std::string>> known;
    const auto add = [&](std::string english, std::string words) {
        known.emplace_back(std::move(english), std::move(words));
    };
    add("There are more papers in the box than were distributed. Nothing was recorded. Count the "
        "papers again, or take the ballot again.",
        phrases("There are more papers in the box than were distributed."));
    add("There are more invalid and blank papers than papers in the box. Nothing was recorded. "
        "Count the papers again.",
        phrases("There are more invalid and blank papers than papers in the box."));
    add("There are more votes than names on the valid papers: a paper with more names than places "
        "is invalid. Nothing was recorded. Count the votes again.",
        phrases("There are more votes than names on the valid papers."));
    add("There are fewer votes than valid papers: a paper without a name is blank. Nothing was "
        "recorded. Count the votes again.",
        phrases("There are fewer votes than valid papers."));
    add("The entry does not say who counted the papers. Nothing was recorded. Enter it in words.",
        phrases("Enter the names of the tellers."));
    add("An election is to an office. Nothing was recorded. Name the office.",
        phrases("Choose the office first."));
    add("An election fills from 1 to 1000 places. Nothing was recorded. Enter the places.",
        phrases("Enter the number of places."));
    add("An election has candidates. Nothing was recorded. Enter the nominations.",
        phrases("Nominate the candidates."));
    add("Every candidate has an id and a name of their own. Nothing was recorded. Enter every "
        "candidate once.",
        phrases("Two candidates have the same name."));
    add("{name} is elected already. Nothing was recorded. A paper that names who is elected "
        "already "
        "is invalid.",
        phrases("{name} is elected already.", {{"name", "{name}"}}));
    add("{name} is in this election under another id or name. Nothing was recorded. Enter the same "
        "id and the same name as before.",
        phrases("{name} is in this election under another name.", {{"name", "{name}"}}));
    add("{name} has from none to as many votes as there are valid papers. Nothing was recorded. "
        "Count the votes again.",
        phrases("{name} has more votes than there are valid papers.", {{"name", "{name}"}}));
    add("A drawing of lots names the way of drawing and the witnesses. Nothing was recorded. "
        "Enter both in words.",
        phrases("Choose the way of drawing and enter the witnesses."));
    return known;
}

/// Those that name a figure of this ballot.
void add_refusals(ElectionView& view, const Phrases& phrases) {
    const auto entitled = std::to_string(entitled_to_vote(*view.conference));
    view.refusals.emplace_back(
        "More papers were distributed than States have the vote: " + entitled +
            ". Nothing was recorded. Count the papers again, or take the ballot again.",
        phrases("More papers were distributed than the {count} States that have the vote.",
                {{"count", entitled}}));
    view.refusals.emplace_back("As many different names are drawn as there are places: " +
                                   std::to_string(view.lot_places) +
                                   ". Nothing was recorded. Enter the names in the order of the "
                                   "draw.",
                               phrases("Press who was drawn, in the order of the draw."));
}

ElectionView::Text words_of_opening(const Phrases& phrases) {
    ElectionView::Text text{.open_another = phrases("Open another election"),
                            .open = phrases("Open the election"),
                            .home = phrases("Cancel"),
                            .go_back = phrases("Go back"),
                            .parts_office = phrases("Office"),
                            .parts_seats = phrases("Places"),
                            .parts_candidates = phrases("Candidates"),
                            .nominated = phrases("In the order of nomination"),
                            .own_words = phrases("Another office, in your own words"),
                            .office_prompt = phrases("Type it as it follows “elected”"),
                            .majority_caption = phrases("Majority of the valid papers"),
                            .majority = phrases("More than half"),
                            .two_thirds = phrases("Two thirds"),
                            .others = phrases("Votes for others after three limited ballots"),
                            .allowed = phrases("allowed"),
                            .not_allowed = phrases("not allowed"),
                            .delegations = phrases("Delegations"),
                            .persons = phrases("Persons"),
                            .person_prompt = phrases("Type a name"),
                            .add = phrases("Nominate"),
                            .all = phrases("All"),
                            .back = phrases("Back"),
                            .more = phrases("More"),
                            .erase = phrases("Erase"),
                            .next_field = phrases("Next")};
    for (std::size_t n = 0; n < usual_offices.size(); ++n)
        text.offices[n] = phrases(usual_offices[n]);
    return text;
}

std::string caption_of_sheets(const TextsView& texts, const Phrases& phrases) {
    if (!texts.wanted) return phrases("No folder of texts was given to this terminal.");
    if (texts.reading) return phrases("The folder of texts is being read.");
    return texts.sheets.empty() ? phrases("There is no scanned sheet in the folder.")
                                : phrases("Scanned sheets in the folder");
}

void words_of_sheet(ElectionView& view, const TextsView& texts, const Phrases& phrases) {
    view.text.add_name = phrases("Add a name");
    view.text.add_to_sheet = phrases("Add to the protocol");
    view.text.sheet = phrases("Scanned sheet");
    view.text.no_sheet = phrases("none");
    view.text.sheets_caption = caption_of_sheets(texts, phrases);
}

void words_of_course(ElectionView& view, const Phrases& phrases) {
    auto& text = view.text;
    text.enter = phrases("Enter the protocol");
    text.draw = phrases("Enter the lots");
    text.acclaim = phrases("By acclamation");
    text.withdraw = phrases("A candidate withdraws");
    text.stop = phrases("Stop the election");
    text.confirm_withdrawal = phrases("Note the withdrawal");
    text.papers = {phrases("Papers distributed"), phrases("Papers in the box"),
                   phrases("Invalid papers"), phrases("Blank papers")};
    text.valid = phrases("Valid papers");
    text.votes_entered = phrases("Votes entered");
    text.tellers = phrases("Tellers");
    text.tellers_prompt = phrases("Type their names");
    text.protocol_title =
        phrases("Protocol of ballot {round}", {{"round", std::to_string(view.protocol.round)}});
    text.votes_caption =
        phrases("Votes obtained, with at most {n} name on a paper",
                "Votes obtained, with at most {n} names on a paper", view.protocol.places);
    text.lots_title =
        phrases("Drawn for {n} place: press who was drawn",
                "Drawn for {n} places: press them in the order of the draw", view.lot_places);
    text.way = phrases("How the lots are drawn");
    text.witnesses = phrases("Witnesses");
    text.witnesses_prompt = phrases("Type their names");
    for (std::size_t n = 0; n < usual_ways.size(); ++n) text.ways[n] = phrases(usual_ways[n]);
    text.withdraw_title = phrases("Which candidate withdraws?");
    text.stop_title = phrases("Why is the election stopped?");
    text.stop_prompt = phrases("Type the reason in a few words");
    text.choose_candidate = phrases("Choose the candidate first.");
    text.type_reason = phrases("Type the reason first.");
    text.fill_in = phrases("Enter every figure, 0 where there is none.");
}

}  // namespace

ElectionView view_election(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    ElectionView view{.conference = state.conference,
                      .refusals = known_refusals(phrases),
                      .next_caption = phrases("Next step"),
                      .saving = state.saving,
                      .states = named_states(conference),
                      .text = words_of_opening(phrases)};
    view.letters = first_letters(view.states);
    if (const auto* election = shown_election(conference)) {
        view.title =
            phrases("Election {number}", {{"number", std::to_string(election->opened.election)}});
        view.office = office_words(phrases, election->opened.office);
        view.status = status_of(phrases, *election);
        view.going_on = election->phase() == ElectionPhase::open;
        view.facts = facts_of(phrases, *election);
        view.next = next_words(phrases, *election);
        view.step = Step::over;
        if (view.going_on && conference.meeting) view_open(view, state, phrases, *election);
    }
    if (view.step == Step::over || view.step == Step::open) {
        if (conference.meeting) view.opening = next_election(conference);
        view.refusal = refusal(state, phrases, view.opening, may_open_election(conference));
    }
    add_refusals(view, phrases);
    words_of_course(view, phrases);
    words_of_sheet(view, state.texts, phrases);
    return view;
}

}  // namespace placet::terminal
