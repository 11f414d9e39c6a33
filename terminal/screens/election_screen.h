// election_screen.h: an election at the desk: it is opened with its candidates, the tellers'
// protocol of each ballot is entered figure by figure, and what follows is shown.
//
// Ids: election.part.N (office, places, candidates), election.office.N, election.majority.N,
// election.others, election.seats.0 to election.seats.9, election.kind.N, election.state.BRA,
// election.person.N, election.add, election.figure.N (papers, then each candidate, then the names
// that were added), election.name, election.tellers, election.sheet, election.sheet.N,
// election.number.0 to election.number.9, election.drawn.N, election.way.N,
// election.witnesses, election.candidate.N, election.words, election.acclaim, election.withdraw,
// election.stop, election.home, election.next.
#pragma once

#include "ledger/procedure/election_rules.h"
#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/name_filter.h"

#include <array>

namespace placet::terminal {

/// As they stand in the ledger; screens show them in words of the language.
inline constexpr std::array<std::string_view, 5> usual_offices{
    "to the office of President", "to the offices of Vice-President",
    "to the office of Rapporteur-General", "to the office of Chair of the Drafting Committee",
    "to the Credentials Committee"};
inline constexpr std::array<std::string_view, 3> usual_ways{"folded slips drawn from a bowl",
                                                            "numbered balls drawn from a box",
                                                            "the longer of two straws"};

struct ElectionView {
    enum class Step { open, ballot, lots, over };

    /// For the rules that what is typed must fit, and their refusals in the person's language.
    std::shared_ptr<const ledger::Conference> conference = {};
    std::vector<std::pair<std::string, std::string>> refusals = {};
    Step step = Step::open;

    // the last election of this organ
    std::string title = {}, status = {}, office = {};
    bool going_on = false;
    std::vector<std::string> facts = {};
    std::string next_caption = {}, next = {};

    // what may be entered, as it stands before anything is filled in; a refusal is empty if it may
    ledger::ElectionOpened opening = {};
    ledger::ProtocolEntered protocol = {};
    ledger::ElectionLotDrawn lot = {};
    std::int64_t lot_places = 1;
    ledger::AcclamationDeclared acclamation = {};
    ledger::ElectionStopped stop = {};
    ledger::CandidateWithdrawn withdrawal = {};
    std::vector<ledger::Candidate> candidates = {};  // on the next ballot, or in the lots
    std::string refusal = {};                        // of the step
    std::string acclaim_refusal = {}, withdraw_refusal = {}, stop_refusal = {};
    bool before_first_ballot = false, saving = false;
    bool others_allowed = false;  // votes may go to who is no candidate
    std::size_t acts = 0;         // ballots and lots so far
    std::vector<NamedState> states = {};
    std::string letters = {};
    std::vector<ScannedSheet> sheets = {};

    struct Text {
        std::string open_another = {}, open = {}, enter = {}, draw = {}, home = {}, go_back = {};
        std::string acclaim = {}, withdraw = {}, stop = {}, confirm_withdrawal = {};
        std::string parts_office = {}, parts_seats = {}, parts_candidates = {}, nominated = {};
        std::array<std::string, usual_offices.size()> offices = {};
        std::string own_words = {}, office_prompt = {};
        std::string majority_caption = {}, majority = {}, two_thirds = {}, others = {};
        std::string allowed = {}, not_allowed = {};
        std::string delegations = {}, persons = {}, person_prompt = {}, add = {}, all = {};
        std::string back = {}, more = {}, erase = {}, next_field = {};
        std::array<std::string, 4> papers = {};  // distributed, in the box, invalid, blank
        std::string valid = {}, votes_entered = {}, tellers = {}, tellers_prompt = {};
        std::string sheets_caption = {}, protocol_title = {}, votes_caption = {};
        std::string add_name = {}, add_to_sheet = {}, sheet = {}, no_sheet = {};
        std::string lots_title = {}, way = {}, witnesses = {}, witnesses_prompt = {};
        std::array<std::string, usual_ways.size()> ways = {};
        std::string withdraw_title = {}, stop_title = {}, stop_prompt = {}, choose_candidate = {};
        std::string type_reason = {}, fill_in = {};
    } text = {};
};

struct ElectionDraft {
    enum class Act { course, opening, withdrawing, stopping };
    enum class Part { office, seats, candidates };
    enum class Typing { figure, tellers, name, sheet };

    Act act = Act::course;
    // the opening
    Part part = Part::office;
    std::optional<std::size_t> office = {};  // of the usual ones; behind the last: own words
    std::string office_words = {}, seats = {}, person = {};
    bool two_thirds = false, others = false, persons = false;
    std::vector<ledger::Candidate> candidates = {};  // in the order of their nomination
    NameFilter filter = {};
    // the protocol and the lots of the ballot that was on the screen last
    std::pair<std::int64_t, std::size_t> ballot = {};  // election and acts before it
    std::vector<std::string> figures = {};
    std::size_t field = 0, page = 0;
    Typing typing = Typing::figure;
    std::vector<ledger::Candidate> named = {};  // who is no candidate and had votes
    std::string name = {}, tellers = {};
    std::string sheet = {};  // the file; empty: none
    std::size_t sheets_page = 0;
    std::vector<std::string> drawn = {};
    std::optional<std::size_t> way = {};
    std::string witnesses = {};
    // the others
    std::string withdrawn = {};  // id
    std::string reason = {};
};

ElectionView view_election(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_election(Canvas& canvas, const ElectionView& view,
                                                  ElectionDraft& draft);

}  // namespace placet::terminal
