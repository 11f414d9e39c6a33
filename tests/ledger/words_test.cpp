// An entry as a person reads it.
#include "ledger/words.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;

namespace {

/// The sentence about this record, in a conference of two.
std::string words(const Record& record) {
    Conference conference;
    conference.participants.change()["BRA"] = {.id = "BRA", .name = "Brazil"};
    conference.participants.change()["CIV"] = {.id = "CIV", .name = "Côte d’Ivoire"};
    conference.persons.change()["chair"] = {.id = "chair", .name = "A. Chair"};
    return in_words({.record = record}, conference);
}

}  // namespace

TEST_CASE("every entry has a sentence with names and not with ids", "[ledger]") {
    CHECK(words(Charter{.title = "On crimes", .mode = Mode::rehearsal}) ==
          "The conference \"On crimes\" is founded (rehearsal).");
    CHECK(words(MeetingOpened{.number = 3, .presiding = "chair"}) ==
          "Meeting 3 is opened; A. Chair presides.");
    CHECK(words(PresenceNoted{.arrived = {"BRA", "CIV"}}) == "Present: Brazil, Côte d’Ivoire.");
    CHECK(words(PresenceNoted{.arrived = {"BRA"}, .left = {"CIV"}}) ==
          "Present: Brazil. Left: Côte d’Ivoire.");
    CHECK(words(QuestionPut{.question = 2, .sentence = "Do you approve it?"}) ==
          "Question 2 is put: Do you approve it?");
    CHECK(words(VoteStarted{.run = 5, .participating = 195}) ==
          "The voting begins: run 5, 195 States participate.");
    CHECK(words(VoteClosed{.run = 5}) == "The voting is closed: run 5.");
    CHECK(words(VoteLocked{.run = 5}) == "The vote is locked: run 5.");
    CHECK(words(ResultAnnounced{.sentence = "It was adopted."}) == "It was adopted.");
    CHECK(words(PinRefused{.person = "bra-1"}) ==
          "A wrong PIN was entered with the badge of bra-1.");
    CHECK(words(NotUnderstood{}).find("does not understand") != std::string::npos);
}

TEST_CASE("a ballot is told with its choice, and a change as one", "[ledger]") {
    CHECK(words(Ballot{.delegation = "BRA", .choice = Choice::yes}) == "Brazil votes YES.");
    CHECK(words(Ballot{.delegation = "BRA", .replaces = {"x"}, .choice = Choice::abstain}) ==
          "Brazil votes ABSTAIN, changing its vote.");
    CHECK(words(Ballot{.delegation = "gone", .choice = Choice::no}) == "gone votes NO.");
}

TEST_CASE("numbers and nouns agree", "[ledger]") {
    CHECK(words(Participation{.registered = {{}, {}}}) == "2 participants are registered.");
    CHECK(words(Participation{.registered = {{}}, .withdrawn = {"CIV"}}) ==
          "1 participant is registered. 1 participant is withdrawn.");
    CHECK(words(Accreditation{{{}}}) == "1 person is accredited.");
    CHECK(words(TextRegister{{{}, {}, {}}}) == "3 units of text are before the conference.");
    CHECK(words(TextRegister{{{}}}) == "1 unit of text is before the conference.");
}

TEST_CASE("of many names the first twelve are told", "[ledger]") {
    PresenceNoted noted;
    for (int i = 0; i < 15; ++i)
        noted.arrived.push_back(std::string("S") + static_cast<char>('A' + i));
    CHECK(words(noted) == "Present: SA, SB, SC, SD, SE, SF, SG, SH, SI, SJ, SK, SL and 3 more.");
}

TEST_CASE("times are told in UTC", "[ledger]") {
    // 2026-11-24 14:02:07 UTC is 1,795,528,927 seconds after 1970 (date -u -d @1795528927).
    CHECK(date_text(1'795'528'927'000) == "2026-11-24 14:02:07 UTC");
    CHECK(clock_text(1'795'528'927'999) == "14:02:07");
    CHECK(date_text(0) == "1970-01-01 00:00:00 UTC");
    CHECK(date_text(951'782'400'000) == "2000-02-29 00:00:00 UTC");
}

TEST_CASE("the course of a meeting is told", "[ledger]") {
    CHECK(words(MeetingSuspended{.meeting = 3}) == "Meeting 3 is suspended.");
    CHECK(words(MeetingResumed{.meeting = 3}) == "Meeting 3 is resumed.");
    CHECK(words(MeetingClosed{.meeting = 3}) == "Meeting 3 is closed.");
    CHECK(words(PresidingChanged{.meeting = 3, .presiding = "chair"}) ==
          "A. Chair takes the chair.");
    CHECK(words(ConferenceClosed{.meetings = 12, .decisions = 31}) ==
          "The conference is closed: 12 meetings, 31 decisions.");
    CHECK(words(ConferenceClosed{.meetings = 1, .decisions = 1}) ==
          "The conference is closed: 1 meeting, 1 decision.");
}

TEST_CASE("a decision without a vote is told from the proposal to the attachments", "[ledger]") {
    CHECK(words(ConsensusProposed{.sentence = "May I take it?"}) == "May I take it?");
    CHECK(words(ObjectionRaised{.delegation = "BRA"}) == "Brazil objects.");
    CHECK(words(ObjectionRaised{.delegation = "BRA", .ground = ObjectionGround::cannot_join}) ==
          "Brazil cannot join the consensus.");
    CHECK(words(ObjectionRaised{.delegation = "CIV",
                                .ground = ObjectionGround::vote_requested,
                                .words = "A vote, please"}) ==
          "Côte d’Ivoire asks for a vote: “A vote, please”.");
    CHECK(words(ObjectionWithdrawn{.delegation = "BRA"}) == "Brazil withdraws its objection.");
    CHECK(words(ConsensusGavelled{}) == "There is no objection. It is so decided.");
    CHECK(words(ConsensusConfirmed{.sentence = "It was adopted without a vote."}) ==
          "It was adopted without a vote.");
    CHECK(words(LateFlagRuled{.delegation = "BRA", .before_gavel = true}) ==
          "A late flag of Brazil: it was up before the gavel, which is rescinded.");
    CHECK(words(LateFlagRuled{.delegation = "BRA", .before_gavel = false, .words = "I saw it"}) ==
          "A late flag of Brazil: it was not up before the gavel, and the decision stands: “I saw "
          "it”.");
    CHECK(words(ConsensusSetAside{.how = SetAside::consultations}) ==
          "The proposal is set aside for consultations.");
    CHECK(words(ConsensusSetAside{.how = SetAside::deferred}) ==
          "The proposal is set aside and deferred.");
    CHECK(words(ConsensusSetAside{.how = SetAside::no_consensus}) ==
          "The proposal is set aside: there is no consensus.");
    const auto statement = [](StatementKind kind, const std::vector<std::string>& paragraphs) {
        return words(
            StatementAttached{.delegation = "BRA", .kind = kind, .paragraphs = paragraphs});
    };
    CHECK(statement(StatementKind::position, {}) == "Brazil states its position.");
    CHECK(statement(StatementKind::dissociation, {"3"}) ==
          "Brazil dissociates itself from the decision on paragraph 3.");
    CHECK(statement(StatementKind::reservation, {"3", "6 (a)"}) ==
          "Brazil reserves its position on paragraphs 3, 6 (a).");
    CHECK(statement(StatementKind::interpretation, {}) == "Brazil states how it reads the text.");
    CHECK(statement(StatementKind::non_participation, {}) ==
          "Brazil does not participate in the decision.");
    CHECK(statement(StatementKind::explanation_of_vote, {}) ==
          "Brazil explains its vote before the vote.");
    Conference voted;
    voted.participants.change()["BRA"] = {.id = "BRA", .name = "Brazil"};
    voted.decisions.push_back({.result = ResultAnnounced{}});
    CHECK(in_words({.record = StatementAttached{.delegation = "BRA",
                                                .kind = StatementKind::explanation_of_vote}},
                   voted) == "Brazil explains its vote after the vote.");
}

TEST_CASE("long words are cut between letters, and the entry has all of them", "[ledger]") {
    std::string accented;
    for (int i = 0; i < 100; ++i) accented += "é";  // two bytes each: 160 bytes are 80 letters
    CHECK(words(ObjectionRaised{.delegation = "BRA", .words = "x" + accented}) ==
          "Brazil objects: “x" + accented.substr(0, 158) + "…”.");
    CHECK(words(ObjectionRaised{.delegation = "BRA", .words = accented.substr(0, 160)}) ==
          "Brazil objects: “" + accented.substr(0, 160) + "”.");
}

TEST_CASE("a vote without ballots is told answer by answer", "[ledger]") {
    CHECK(words(LotCommitted{}) == "The terminal is committed to a number for the draw by lot.");
    CHECK(words(LotDrawn{.first = "CIV"}) ==
          "Côte d’Ivoire, having been drawn by lot by the presiding officer, is called first.");
    CHECK(words(AnswerGiven{.delegation = "BRA", .answer = Answer::yes}) == "Brazil answers YES.");
    CHECK(words(AnswerGiven{.delegation = "BRA", .answer = Answer::none}) ==
          "Brazil does not answer.");
    CHECK(words(AnswerGiven{.delegation = "BRA", .replaces = "x", .answer = Answer::no}) ==
          "Brazil answers NO, correcting what was noted.");
    CHECK(words(HandsCounted{.round = 2, .yes = 77}).find("77") == std::string::npos);
    CHECK(words(VoteAnnulled{.run = 5, .reason = "the kiosk stood still"}) ==
          "The vote is annulled: run 5, the kiosk stood still.");
    CHECK(words(CorrectionNoted{.delegation = "BRA", .intended = Choice::no}) ==
          "The delegation of Brazil had intended to vote against.");
    CHECK(words(CorrectionNoted{.delegation = "BRA", .intended = Choice::not_participating}) ==
          "The delegation of Brazil had not intended to participate.");
}

TEST_CASE("an election is told from the nominations to its end", "[ledger]") {
    const std::vector<Candidate> two = {{"a", "Ruritania"}, {"b", "Graustark"}};
    CHECK(words(ElectionOpened{.election = 2,
                               .office = "to the office of President",
                               .candidates = two,
                               .majority = "simple"}) ==
          "Election 2, to the office of President, is opened: 1 place, by a majority of the valid "
          "papers. Nominated: Ruritania and Graustark.");
    CHECK(words(ElectionOpened{.election = 3,
                               .office = "to the Bureau",
                               .seats = 2,
                               .candidates = two,
                               .majority = "two_thirds"}) ==
          "Election 3, to the Bureau, is opened: 2 places, by two thirds of the valid papers. "
          "Nominated: Ruritania and Graustark.");

    const ElectionOpened opened{.election = 1,
                                .office = "to the office of President",
                                .candidates = two,
                                .majority = "simple"};
    ProtocolEntered protocol{.election = 1,
                             .round = 1,
                             .places = 1,
                             .distributed = 58,
                             .found = 58,
                             .votes = {{two[0], 29}, {two[1], 29}},
                             .tellers = "Ms Silva and Mr Okafor"};
    ElectionLotDrawn lot{.election = 1,
                         .round = 2,
                         .among = {"a", "b"},
                         .drawn = {"b"},
                         .drawn_by = "A. Chair",
                         .way = "folded slips",
                         .witnesses = "the tellers"};
    Conference conference;
    conference.elections.push_back({.opened = opened, .terms = terms_of(opened)});
    auto& election = conference.elections.change().front();
    election.history = {act_of(protocol)};
    const auto told = [&](const Record& record) {
        return in_words({.record = record}, conference);
    };
    CHECK(told(protocol) ==
          "Ballot 1 of election 1, to the office of President: 58 papers, 0 invalid, 0 blank; "
          "Ruritania 29, Graustark 29; counted by Ms Silva and Mr Okafor. "
          "No candidate obtained the required majority. 1 place remains to be filled: the next "
          "ballot is limited to Ruritania and Graustark.");
    // What another ledger has under this number is told without what followed here.
    protocol.invalid = 1;
    CHECK(told(protocol) ==
          "Ballot 1 of election 1, to the office of President: 58 papers, 1 invalid, 0 blank; "
          "Ruritania 29, Graustark 29; counted by Ms Silva and Mr Okafor.");
    protocol.invalid = 0;
    protocol.round = 2;
    election.history.emplace_back(act_of(protocol));
    election.history.emplace_back(act_of(lot));
    CHECK(told(lot) ==
          "Lots of election 1, to the office of President, drawn by A. Chair (folded slips) before "
          "the tellers. The votes being equal, lots were drawn, and Graustark was elected to the "
          "office of President. All the places are filled.");
    CHECK(told(AcclamationDeclared{.election = 1}) ==
          "Ruritania and Graustark were elected by acclamation to the office of President.");
    CHECK(told(CandidateWithdrawn{.election = 1, .candidate = "b"}) ==
          "Graustark withdraws from election 1, to the office of President.");
    CHECK(
        told(ElectionStopped{.election = 1, .reason = "There is no time."}) ==
        "There is no further ballot in election 1, to the office of President: There is no time.");
    CHECK(words(CandidateWithdrawn{.election = 1, .candidate = "b"}) ==
          "b withdraws from election 1.");
    CHECK(words(AcclamationDeclared{.election = 1}) == "Election 1 is by acclamation.");
}

TEST_CASE("meetings are numbered as they are spoken of", "[ledger]") {
    const std::vector<std::pair<int, std::string>> said = {
        {1, "1st"},   {2, "2nd"},   {3, "3rd"},   {4, "4th"},     {11, "11th"},  {12, "12th"},
        {13, "13th"}, {21, "21st"}, {22, "22nd"}, {103, "103rd"}, {111, "111th"}};
    for (const auto& [number, words] : said) CHECK(ordinal(number) == words);
}

TEST_CASE("delegations are listed in English alphabetical order, not in that of their ids",
          "[ledger]") {
    Conference conference;
    conference.participants.change()["BUR"] = {.id = "BUR", .name = "Myanmar"};
    conference.participants.change()["CAN"] = {.id = "CAN", .name = "Canada"};
    CHECK(in_words({.record = PresenceNoted{.arrived = {"BUR", "CAN"}}}, conference) ==
          "Present: Canada, Myanmar.");
}
