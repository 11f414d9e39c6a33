// The session where votes are taken without ballots, and where they are taken back.
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"
#include "tests/support/kiosk.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

std::string refusal(const Kiosk& kiosk) {
    return kiosk.state().notice ? kiosk.state().notice->what : "";
}

bool says(const Kiosk& kiosk, std::string_view words) {
    return refusal(kiosk).find(words) != std::string::npos;
}

void draw_by_hand(Kiosk& kiosk, const std::string& first) {
    kiosk.handle(DrawLotByHand{first});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->lot);
}

/// Pressed, recorded, and the next name on the screen.
void answer(Kiosk& kiosk, const std::string& delegation, Answer given, std::int64_t call = 1) {
    kiosk.handle(NoteAnswer{.delegation = delegation, .answer = given, .call = call});
    kiosk.settle();
    kiosk.advance(Session::answer_shown_ms);
    REQUIRE_FALSE(kiosk.state().notice);
    REQUIRE_FALSE(kiosk.state().pressed_answer);
}

std::size_t answers_of(const Kiosk& kiosk, const std::string& delegation) {
    const auto& answers = kiosk.conference().run->answers;
    const auto found = answers.find(delegation);
    return found == answers.end() ? 0 : found->second.size();
}

/// What ledger/lot.h gives to repeat with printf and sha256sum, done here once more.
std::string drawn_by_anyone(const std::string& nonce, const std::string& number,
                            const std::vector<std::string>& roll) {
    const auto digest = hex(sha256(bytes_of("placet/lot/v1\n" + nonce + "\n" + number + "\n")));
    return roll[std::stoull(digest.substr(0, 15), nullptr, 16) % roll.size()];
}

}  // namespace

TEST_CASE("a lot drawn by hand is recorded under the seals of both officers", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(DrawLotByHand{"bbb"});
    REQUIRE(kiosk.state().pin);
    CHECK(kiosk.state().pin->purpose == PinPurpose::lot_by_hand);
    kiosk.enter(Kiosk::pin);
    CHECK_FALSE(kiosk.conference().run->lot);  // one seal is not enough
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.conference().run->lot);
    CHECK(call_order(kiosk.conference()) == std::vector<ParticipantId>{"bbb", "ccc", "aaa"});

    kiosk.handle(DrawLotByHand{"ccc"});
    CHECK(says(kiosk, "drawn already"));
    CHECK_FALSE(kiosk.state().pin);
}

TEST_CASE("a State that is not called cannot be drawn", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb"});
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(DrawLotByHand{"zzz"});
    CHECK(says(kiosk, "not among those that are called"));
    CHECK_FALSE(kiosk.state().pin);
}

TEST_CASE("no lot is drawn in a vote by badges, nor an answer noted, nor hands", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    const auto before = kiosk.conference().size;
    const std::vector<std::function<void()>> acts{
        [&] { kiosk.handle(CommitLot{}); }, [&] { kiosk.handle(DrawLotByHand{"aaa"}); },
        [&] { kiosk.handle(DrawLotByNumber{7}); },
        [&] { kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::yes}); },
        [&] { kiosk.handle(EnterHands{.teller = Role::secretary, .yes = 2}); }};
    for (const auto& act : acts) {
        act();
        CHECK(says(kiosk, "This vote is taken by recorded ballots."));
        kiosk.handle(DismissNotice{});
    }
    kiosk.settle();
    CHECK(kiosk.conference().size == before);
}

TEST_CASE("a badge is refused kindly in votes without ballots", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    SECTION("roll-call") {
        kiosk.start_vote(Method::roll_call);
        kiosk.present("aaa-1");
        CHECK(says(kiosk, "Each delegation answers when its name is called."));
    }
    SECTION("hands") {
        kiosk.start_vote(Method::hands);
        kiosk.present("aaa-1");
        CHECK(says(kiosk, "This vote is taken by show of hands."));
    }
    CHECK_FALSE(kiosk.state().pin);
}

TEST_CASE("an electronic lot follows from a number that was fixed before the other was said",
          "[terminal]") {
    const std::vector<std::string> roll{"aaa", "bbb", "ccc", "ddd", "eee"};
    Kiosk kiosk(roll);
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(DrawLotByNumber{42});
    CHECK(says(kiosk, "Draw the State by hand"));
    kiosk.handle(DismissNotice{});

    kiosk.handle(CommitLot{});
    kiosk.settle();
    REQUIRE(kiosk.conference().run->lot_commitment);
    CHECK(kiosk.state().lot_number_held);
    kiosk.handle(CommitLot{});
    CHECK(says(kiosk, "committed to a number already"));
    kiosk.handle(DismissNotice{});

    kiosk.handle(DrawLotByNumber{42});
    REQUIRE(kiosk.state().pin);
    CHECK(kiosk.state().pin->purpose == PinPurpose::lot_by_number);
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->lot);
    const auto& lot = *kiosk.conference().run->lot;
    CHECK(lot.number == 42);
    CHECK(lot.first == drawn_by_anyone(lot.nonce, "42", roll));
    CHECK_FALSE(kiosk.state().lot_number_held);
}

TEST_CASE("after a restart the terminal's number is gone and the lot is drawn by hand",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(CommitLot{});
    kiosk.settle();
    REQUIRE(kiosk.state().lot_number_held);
    kiosk.restart();
    CHECK(kiosk.conference().run->lot_commitment);
    CHECK_FALSE(kiosk.state().lot_number_held);
    REQUIRE(kiosk.state().notice);
    CHECK(kiosk.state().notice->now.find("badge") == std::string::npos);
    kiosk.handle(DismissNotice{});
    kiosk.sign_in_officers();

    kiosk.handle(DrawLotByNumber{42});
    CHECK(says(kiosk, "Draw the State by hand"));
    kiosk.handle(DismissNotice{});
    draw_by_hand(kiosk, "ccc");
}

TEST_CASE("States answer in their order, and once more if they did not", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::yes});
    CHECK(says(kiosk, "Nobody is called before the lot is drawn."));
    kiosk.handle(DismissNotice{});
    draw_by_hand(kiosk, "bbb");

    answer(kiosk, "bbb", Answer::none);
    answer(kiosk, "ccc", Answer::no);
    kiosk.handle(CloseVote{});
    CHECK(says(kiosk, "The roll-call is not complete."));
    kiosk.handle(DismissNotice{});
    answer(kiosk, "aaa", Answer::yes);
    CHECK_FALSE(roll_call_complete(kiosk.conference()));
    answer(kiosk, "bbb", Answer::yes, 2);
    CHECK(roll_call_complete(kiosk.conference()));

    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    kiosk.handle(LockVote{});
    kiosk.enter_both_pins();
    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->phase == RunPhase::announced);
    const auto& figures = kiosk.conference().decisions.back().result->figures;
    CHECK(figures.yes == 2);
    CHECK(figures.no == 1);
}

TEST_CASE("an answer is for the State that was on the screen, or for none", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    draw_by_hand(kiosk, "aaa");

    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::yes});
    REQUIRE(kiosk.state().pressed_answer);
    CHECK_FALSE(kiosk.state().pressed_answer->recorded);
    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::no});  // while it is saved
    kiosk.settle();
    CHECK(kiosk.state().pressed_answer->recorded);
    kiosk.handle(NoteAnswer{.delegation = "bbb", .answer = Answer::no});  // still shown: for nobody
    kiosk.settle();
    CHECK(answers_of(kiosk, "aaa") == 1);
    CHECK(answers_of(kiosk, "bbb") == 0);
    CHECK(kiosk.session().due_in_ms() == Session::answer_shown_ms);
    kiosk.advance(Session::answer_shown_ms - 1);
    CHECK(kiosk.state().pressed_answer);
    kiosk.advance(1);
    CHECK_FALSE(kiosk.state().pressed_answer);
    CHECK_FALSE(kiosk.session().due_in_ms());
    REQUIRE_FALSE(kiosk.state().notice);

    // A press that comes late, for the State before, for one that is not called, for another call.
    for (const auto& late : {NoteAnswer{.delegation = "aaa", .answer = Answer::no},
                             NoteAnswer{.delegation = "ccc", .answer = Answer::no},
                             NoteAnswer{.delegation = "bbb", .answer = Answer::no, .call = 2}}) {
        kiosk.handle(late);
        CHECK(says(kiosk, "Note the answer of the State on the screen."));
        kiosk.handle(DismissNotice{});
        kiosk.settle();
    }
    CHECK(answers_of(kiosk, "aaa") == 1);
    CHECK(answers_of(kiosk, "bbb") == 0);
    CHECK(answers_of(kiosk, "ccc") == 0);
    answer(kiosk, "bbb", Answer::abstain);
    CHECK(answers_of(kiosk, "bbb") == 1);
}

TEST_CASE("an answer noted wrongly is replaced, and both stand in the ledger", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    draw_by_hand(kiosk, "aaa");
    answer(kiosk, "aaa", Answer::yes);
    const auto first = standing_answer(*kiosk.conference().run, "aaa")->answer.id;

    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::no, .replaces = first});
    kiosk.settle();
    kiosk.advance(Session::answer_shown_ms);
    CHECK(answers_of(kiosk, "aaa") == 2);
    CHECK(standing_answer(*kiosk.conference().run, "aaa")->answer.answer == Answer::no);

    // What was replaced already is not replaced again.
    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::yes, .replaces = first});
    CHECK(says(kiosk, "Note the answer of the State on the screen."));
    CHECK(answers_of(kiosk, "aaa") == 2);
}

TEST_CASE("answers want the secretary's open session", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb"});
    kiosk.start_vote(Method::roll_call);
    draw_by_hand(kiosk, "aaa");
    kiosk.handle(SignOut{Role::secretary});
    kiosk.handle(NoteAnswer{.delegation = "aaa", .answer = Answer::yes});
    CHECK(says(kiosk, "The secretary signs in first."));
    CHECK_FALSE(kiosk.state().pressed_answer);
    kiosk.settle();
    CHECK(answers_of(kiosk, "aaa") == 0);
}

TEST_CASE("two tellers who agree give the totals, and those who do not count again", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc", "ddd"});
    kiosk.start_vote(Method::hands);
    const auto count = [&](Role teller, std::int64_t yes, std::int64_t no) {
        kiosk.handle(EnterHands{.teller = teller, .yes = yes, .no = no, .abstaining = 1});
        kiosk.settle();
    };
    count(Role::attendant, 2, 1);
    CHECK(says(kiosk, "The attendant signs in first."));
    kiosk.handle(DismissNotice{});
    kiosk.identify("usher");

    count(Role::secretary, 2, 1);
    count(Role::secretary, 2, 1);
    CHECK(says(kiosk, "The two counts are made by two persons."));
    kiosk.handle(DismissNotice{});
    count(Role::attendant, 1, 1);
    REQUIRE_FALSE(kiosk.state().notice);
    CHECK_FALSE(agreed_count(*kiosk.conference().run));
    kiosk.handle(CloseVote{});
    CHECK(says(kiosk, "The two tellers have not come to the same totals."));
    kiosk.handle(DismissNotice{});

    count(Role::attendant, 4, 1);  // six hands of four delegations
    CHECK(says(kiosk, "More hands were counted than delegations are noted as present (4)"));
    kiosk.handle(DismissNotice{});
    count(Role::attendant, 2, 1);
    count(Role::secretary, 2, 1);
    REQUIRE(agreed_count(*kiosk.conference().run));
    CHECK(kiosk.conference().run->hand_counts.size() == 4);
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().run->phase == RunPhase::closed);
}

TEST_CASE("a vote is annulled for a reason under both seals, and can be started again",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.handle(AnnulVote{"The equipment failed."});
    CHECK(says(kiosk, "No vote is under way"));
    kiosk.handle(DismissNotice{});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    kiosk.handle(LeaveBallot{});

    kiosk.handle(AnnulVote{""});
    CHECK(says(kiosk, "A vote is annulled for a reason."));
    CHECK_FALSE(kiosk.state().pin);
    kiosk.handle(DismissNotice{});
    kiosk.handle(AnnulVote{"The equipment failed."});
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().voting_open());  // one seal is not enough
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.conference().run->phase == RunPhase::annulled);
    CHECK(kiosk.state().screen == Screen::sitting);
    REQUIRE(kiosk.conference().annulled.size() == 1);
    CHECK(kiosk.conference().annulled.front().reason == "The equipment failed.");

    kiosk.handle(StartVote{});
    kiosk.settle();
    REQUIRE(kiosk.conference().voting_open());
    CHECK(kiosk.conference().run->start.run == 2);
    CHECK(kiosk.conference().run->ballots.empty());
    CHECK(kiosk.state().screen == Screen::vote);
}

TEST_CASE("a vote that the terminals failed is taken in the way that the rules name for it",
          "[terminal]") {
    for (const auto fallback : {FallbackMethod::roll_call, FallbackMethod::hands}) {
        RuleProfile rules;
        rules.fallback_method = fallback;
        Kiosk kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(),
                    tests::open_at_no_cost, rules);
        kiosk.start_vote();
        kiosk.handle(AnnulVote{"The equipment failed."});
        kiosk.enter_both_pins();
        const bool by_names = fallback == FallbackMethod::roll_call;
        kiosk.handle(StartVote{by_names ? Method::hands : Method::roll_call});
        kiosk.settle();
        CHECK(says(kiosk, "names another method"));
        kiosk.handle(DismissNotice{});
        kiosk.handle(StartVote{by_names ? Method::roll_call : Method::hands});
        kiosk.settle();
        REQUIRE(kiosk.conference().voting_open());
        CHECK(kiosk.conference().run->start.method ==
              (by_names ? Method::roll_call : Method::hands));
    }
}

TEST_CASE("a vote is taken as the rules say where the desk asks for no other way", "[terminal]") {
    for (const auto& [is, method] :
         {std::pair{MethodDefault::recorded, Method::recorded},
          std::pair{MethodDefault::hands, Method::hands},
          std::pair{MethodDefault::non_recorded, Method::non_recorded}}) {
        RuleProfile rules;
        rules.method_default = is;
        Kiosk kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(),
                    tests::open_at_no_cost, rules);
        kiosk.open_meeting();
        kiosk.act(PutQuestion{.proposal = "article-2"});
        REQUIRE(kiosk.conference().question);
        CHECK(kiosk.conference().question->put.method == method);
    }
}

TEST_CASE("the terminal's number for a lot dies with the vote that is annulled", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote(Method::roll_call);
    kiosk.handle(CommitLot{});
    kiosk.settle();
    kiosk.handle(AnnulVote{"There was an error in the procedure."});
    kiosk.enter_both_pins();
    CHECK_FALSE(kiosk.state().lot_number_held);
    kiosk.handle(StartVote{});
    kiosk.settle();
    REQUIRE(kiosk.conference().run->start.run == 2);
    kiosk.handle(DrawLotByNumber{42});
    CHECK(says(kiosk, "Draw the State by hand"));
}

TEST_CASE("what was announced cannot be annulled", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    kiosk.handle(LockVote{});
    kiosk.enter_both_pins();
    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->phase == RunPhase::announced);
    kiosk.handle(AnnulVote{"The equipment failed."});
    CHECK(says(kiosk, "What was announced stands"));
    CHECK_FALSE(kiosk.state().pin);
}
