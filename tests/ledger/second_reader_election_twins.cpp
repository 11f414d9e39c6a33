#include "tests/ledger/second_reader_twins.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

/// In place of the nth record of this kind, another of the same election.
template <class Kind, class Other>
Twin of_same_election(int nth, std::string words, std::function<void(Other&)> change) {
    return {std::string(type_of(Record{Kind{}})), nth,
            [change](Record& record, const Twin::Others&) {
                const auto& before = std::get<Kind>(record);
                Other other;
                other.election = before.election;
                other.opened = before.opened;
                other.meeting = before.meeting;
                change(other);
                record = other;
            },
            std::move(words)};
}

Twin sheet(int nth, std::string words, std::function<void(ProtocolEntered&)> change) {
    return changed<ProtocolEntered>(nth, std::move(words), std::move(change));
}

/// Nothing changed but who sealed it.
template <class Kind>
Twin resealed(std::string words, Sealed sealed) {
    auto twin = changed<Kind>(1, std::move(words), [](Kind&) {});
    twin.sealed = sealed;
    return twin;
}

}  // namespace

std::vector<Twin> twins_of_nominations() {
    const auto opened = [](const char* words, std::function<void(ElectionOpened&)> how) {
        return changed<ElectionOpened>(2, words, std::move(how));
    };
    constexpr auto nobody = "has terms by which nobody can be elected";
    return {
        opened("has another number", [](auto& r) { r.election = 3; }),
        opened("is of another meeting", [](auto& r) { r.meeting = 5; }),
        opened(nobody, [](auto& r) { r.office = ""; }),
        opened(nobody, [](auto& r) { r.seats = 0; }),
        opened(nobody, [](auto& r) { r.candidates = {}; }),
        opened(nobody, [](auto& r) { r.candidates[1].id = "AAA"; }),
        opened(nobody, [](auto& r) { r.candidates[1].name = "State AAA"; }),
        opened(nobody, [](auto& r) { r.majority = "majority_of_present"; }),
        // Nobody was acclaimed, elected, drawn or stopped yet.
        instead<AcclamationDeclared, ElectionOpened>(1, 2,
                                                     "opens an election while another is open"),
        instead<ProtocolEntered, ElectionOpened>(2, 3, "opens an election while another is open"),
        instead<ElectionLotDrawn, ElectionOpened>(1, 4, "opens an election while another is open"),
        instead<ElectionStopped, ElectionOpened>(1, 6, "opens an election while another is open",
                                                 [](auto& r) { r.election = 7; }),
        changed<CandidateWithdrawn>(1, "withdraws who is no candidate",
                                    [](auto& r) { r.candidate = "CCC"; }),
        of_same_election<AcclamationDeclared, CandidateWithdrawn>(
            1, "withdraws the last candidate", [](auto& r) { r.candidate = "AAA"; }),
        of_same_election<ProtocolEntered, CandidateWithdrawn>(2, "comes after a ballot",
                                                              [](auto& r) { r.candidate = "BBB"; }),
        changed<AcclamationDeclared>(1, "is about another opening",
                                     [](auto& r) { flip(r.opened); }),
        resealed<AcclamationDeclared>("has not the seals that it needs", Sealed::by_one),
        of_same_election<CandidateWithdrawn, AcclamationDeclared>(
            1, "acclaims more candidates than there are places", [](auto&) {}),
        of_same_election<ProtocolEntered, AcclamationDeclared>(2, "comes after a ballot",
                                                               [](auto&) {}),
    };
}

std::vector<Twin> twins_of_protocols() {
    constexpr auto papers = "has papers that do not add up";
    constexpr auto votes = "has votes that do not add up";
    constexpr auto not_on_it = "gives votes to who is not on the ballot";
    return {
        sheet(1, papers, [](auto& r) { r.distributed = 3; }),
        sheet(1, papers, [](auto& r) { r.found = -1; }),
        sheet(4, papers, [](auto& r) { r.invalid = 4; }),
        sheet(1, votes, [](auto& r) { r.votes[0].votes = 3; }),
        sheet(1, votes, [](auto& r) { r.votes[0].votes = 1; }),
        sheet(4, votes, [](auto& r) { r.blank = 0; }),
        sheet(5, votes, [](auto& r) { r.votes[1].votes = 4; }),  // nine on four papers for two
        sheet(1, "gives somebody more votes than there are papers",
              [](auto& r) { r.votes[0].votes = 5; }),
        sheet(1, "gives somebody more votes than there are papers",
              [](auto& r) { r.votes[0].votes = -1; }),
        // In the committee three States have the vote.
        sheet(14, "distributes more papers than States have the vote",
              [](auto& r) { r.distributed = 4; }),
        sheet(1, "does not say who counted", [](auto& r) { r.tellers = ""; }),
        sheet(2, "is of another ballot", [](auto& r) { r.round = 1; }),
        sheet(8, "is of no election of this organ", [](auto& r) { r.election = 4; }),
        sheet(1, "is of no election of this organ", [](auto& r) { r.election = 3; }),
        sheet(1, "is about another opening", [](auto& r) { flip(r.opened); }),
        sheet(2, "fills other places than there are", [](auto& r) { r.places = 2; }),
        // CCC was third in the first ballot, and lost the lot in the other election.
        sheet(2, not_on_it,
              [](auto& r) {
                  r.votes[1].candidate = {"CCC", "State CCC"};
              }),
        sheet(7, not_on_it,
              [](auto& r) {
                  r.votes[1].candidate = {"CCC", "State CCC"};
              }),
        // AAA is elected already.
        sheet(7, not_on_it,
              [](auto& r) {
                  r.votes[1].candidate = {"AAA", "State AAA"};
              }),
        // Others only after three limited ballots.
        sheet(12, not_on_it,
              [](auto& r) {
                  r.votes[1].candidate = {"DDD", "State DDD"};
              }),
        sheet(13, "calls somebody otherwise than before",
              [](auto& r) { r.votes[1].candidate.name = "Ms Ana Souza"; }),
        sheet(2, "leaves out who is on the ballot",
              [](auto& r) { r.votes.pop_back(), r.votes[0].votes = 4; }),
        sheet(2, "names somebody twice, or nobody",
              [](auto& r) { r.votes[1].candidate = r.votes[0].candidate; }),
        of_same_election<ElectionLotDrawn, ProtocolEntered>(
            1, "takes a ballot while lots are due",
            [](auto& r) { r.round = 3, r.places = 1, r.tellers = "Both"; }),
        instead<ElectionOpened, ProtocolEntered>(3, 2, "follows the end of its election",
                                                 [](auto& r) { r.round = 3; }),
        instead<MeetingClosed, ProtocolEntered>(6, 14, "follows the end of its election",
                                                [](auto& r) { r.round = 2; }),
        resealed<ProtocolEntered>("has not the seals that it needs", Sealed::by_one),
        resealed<ProtocolEntered>("is sealed twice by one person", Sealed::twice),
    };
}

std::vector<Twin> twins_of_lots_and_ends() {
    constexpr auto others = "draws others, or more or fewer, than there are places for";
    const auto lot = [](int nth, const char* words, std::function<void(ElectionLotDrawn&)> how) {
        return changed<ElectionLotDrawn>(nth, words, std::move(how));
    };
    return {
        lot(1, "draws among others than are tied", [](auto& r) { r.among[0] = "AAA"; }),
        lot(1, "draws among others than are tied", [](auto& r) { r.among.push_back("AAA"); }),
        lot(2, "draws among others than are tied",
            [](auto& r) {
                r.among = {"BBB", "DDD"};
            }),
        lot(1, others, [](auto& r) { r.drawn = {"AAA"}; }),
        lot(1, others,
            [](auto& r) {
                r.drawn = {"BBB", "CCC"};
            }),
        lot(2, others, [](auto& r) { r.drawn = {}; }),
        lot(1, "is of another ballot", [](auto& r) { r.round = 1; }),
        lot(1, "does not say how lots were drawn", [](auto& r) { r.drawn_by = ""; }),
        lot(1, "does not say how lots were drawn", [](auto& r) { r.witnesses = ""; }),
        lot(1, "is about another opening", [](auto& r) { flip(r.opened); }),
        resealed<ElectionLotDrawn>("has not the seals that it needs", Sealed::by_one),
        // Equal votes of a first ballot, and of one that only a majority elects in.
        of_same_election<ProtocolEntered, ElectionLotDrawn>(
            2, "draws lots where none are due",
            [](auto& r) {
                r.round = 1, r.among = {"AAA", "BBB"}, r.drawn = {"AAA"};
            }),
        of_same_election<ProtocolEntered, ElectionLotDrawn>(
            11, "draws lots where none are due",
            [](auto& r) {
                r.round = 3, r.among = {"AAA", "BBB"}, r.drawn = {"AAA"};
            }),
        changed<ElectionStopped>(1, "stops without a reason", [](auto& r) { r.reason = ""; }),
        changed<ElectionStopped>(1, "is about another opening", [](auto& r) { r.election = 5; }),
        resealed<ElectionStopped>("has not the seals that it needs", Sealed::by_one),
    };
}

}  // namespace placet::tests
