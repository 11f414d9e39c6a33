// Random courses of a conference: at every point one of the records that would be right now, or
// nearly so, is offered, and what the rules allow is taken. The seed is fixed and printed with
// every failure.
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/tally.h"
#include "ledger/record_text.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>
#include <random>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

constexpr unsigned seed = 20270420;

class Course {
public:
    explicit Course(std::mt19937& random)
        : random_(random),
          spine({.participants = {"AAA", "BBB", "CCC", "DDD"},
                 .rules = [](RuleProfile& rules) { rules.tie = Tie::second_vote; },
                 .participant =
                     [&](Participant& participant) {
                         if (participant.id == "DDD" && draw(0, 3) == 0)
                             participant.credentials = Credentials::rejected;
                     }}) {
        TextRegister more;
        for (int i = 10; i < 60; ++i)
            more.units.push_back({.id = "article-" + std::to_string(i),
                                  .label = "Draft article " + std::to_string(i)});
        spine.take(more);
        for (int i = 0; i < 1500 && !spine.conference.closed; ++i) step();
    }

    std::map<std::string, int> taken = {};
    int refused = 0;

private:
    int draw(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
    std::string any() { return spine.participants[static_cast<std::size_t>(draw(0, 3))]; }
    std::string called() {
        if (!spine.conference.run || !spine.conference.run->lot || draw(0, 5) == 0) return any();
        const auto calls = calls_to_come(spine.conference);
        return calls.empty() ? any() : calls.front().delegation;
    }

    /// Every kind in turn by chance; who, what and how much by chance as well.
    Record offered() {
        const auto meeting = spine.conference.last_meeting;
        switch (draw(0, 29)) {
            case 0:
                return spine.meeting();
            case 1:
                return draw(0, 5) == 0 ? Record{MeetingClosed{.meeting = meeting}}
                                       : Record{MeetingSuspended{.meeting = meeting}};
            case 2:
                return MeetingResumed{.meeting = meeting};
            case 3:
                return PresidingChanged{.meeting = meeting,
                                        .presiding = draw(0, 1) == 0 ? "vice" : "chair"};
            case 4:
                return spine.presence({"AAA", "BBB", "CCC"});
            case 5:
                return PresenceNoted{.meeting = meeting, .arrived = {}, .left = {any()}};
            case 6:
                return put();
            case 7:
                return spine.start();
            case 8:
            case 9:
                return spine.ballot(any(), static_cast<Choice>(draw(0, 3)));
            case 10:
                return spine.lot(any());
            case 11:
            case 12:
            case 13:
                return spine.answer(called(), static_cast<Answer>(draw(0, 4)));
            case 14:
            case 15:
                return spine.hands(draw(0, 2), draw(0, 1), draw(0, 1));
            case 16:
                return spine.close();
            case 17:
                return spine.lock();
            case 18:
                return spine.announcement();
            case 19:
                return draw(0, 4) == 0 ? Record{spine.annulment()} : Record{spine.lock()};
            case 20:
                return spine.correction(any());
            case 21:
                return spine.proposal(open_text());
            case 22:
                return spine.objection(any());
            case 23:
                return spine.withdrawal(any());
            case 24:
                return spine.gavel();
            case 25:
                return spine.confirmation();
            case 26:
                return spine.late_flag(any(), draw(0, 1) == 0);
            case 27:
                return spine.setting_aside();
            case 28:
                return spine.statement(any());
            default:
                return draw(0, 20) == 0 ? Record{spine.conference_closed()}
                                        : Record{PinRefused{"AAA-1"}};
        }
    }

    /// The first unit that is not decided, most of the time.
    std::string open_text() {
        if (draw(0, 4) != 0)
            for (const auto& unit : spine.conference.text_units)
                if (!settled(spine.conference.proposal(unit.id)->state)) return unit.id;
        const auto& units = spine.conference.text_units;
        return units[static_cast<std::size_t>(draw(0, static_cast<int>(units.size()) - 1))].id;
    }

    Record put() {
        auto question = spine.question(open_text());
        constexpr std::array methods = {Method::recorded, Method::roll_call, Method::hands};
        question.method = methods[static_cast<std::size_t>(draw(0, 2))];
        return question;
    }

    void step() {
        auto entry = spine.entry(offered());
        // The second teller is another person, most of the time.
        if (std::holds_alternative<HandsCounted>(entry.record) && draw(0, 2) != 0)
            entry.seals = {{.role = Role::secretary, .person = "clerk"}};
        if (!spine.offer(entry)) {
            ++refused;
            return;
        }
        ++taken[std::string(type_of(entry.record))];
        if (!entry.seals.empty()) {  // its twin that lacks a seal
            auto unsealed = entry;
            unsealed.seals.pop_back();
            REQUIRE_FALSE(spine.offer(unsealed));
        }
        const auto decided = spine.conference.decisions.size();
        spine.take(entry);
        check_counts();
        if (spine.conference.decisions.size() > decided) check_decision(entry);
    }

    void check_counts() {
        const auto& run = spine.conference.run;
        if (!run || run->phase == RunPhase::voting || run->phase == RunPhase::annulled) return;
        const auto figures = count_by_state(*run);
        REQUIRE(figures == count_by_ballot(*run));
        for (const auto figure : {figures.yes, figures.no, figures.abstaining, figures.not_voting})
            REQUIRE(figure >= 0);
        REQUIRE(figures.present ==
                figures.yes + figures.no + figures.abstaining + figures.not_voting);
        REQUIRE(figures.present <= figures.participating);
    }

    /// Every decision has its seals: of two persons, or of the presiding officer's gavel and the
    /// secretary's confirmation.
    void check_decision(const Entry& entry) {
        const auto& decision = spine.conference.decisions.back();
        REQUIRE(decision.entry.leaf == entry.leaf);
        REQUIRE(decision.result.has_value() != decision.consensus.has_value());
        if (decision.result) {
            REQUIRE(entry.seals.size() == 2);
            REQUIRE(entry.seals[0].person != entry.seals[1].person);
        } else {
            REQUIRE(decision.consensus->gavel);
            REQUIRE(decision.consensus->objections.empty());
            REQUIRE(entry.seals.size() == 1);
            REQUIRE(entry.seals[0].role == Role::secretary);
            REQUIRE(decision.consensus->gavel->silence_ms >= 3000);
        }
    }

    std::mt19937& random_;
    Spine spine;
};

}  // namespace

TEST_CASE("in any course of a conference counts agree and decisions have their seals",
          "[procedure]") {
    std::mt19937 random(seed);
    std::map<std::string, int> taken;
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        INFO("seed " << seed << ", course " << i);
        const Course course(random);
        for (const auto& [type, times] : course.taken) taken[type] += times;
        refused += course.refused;
    }
    // The courses were worth looking at: every kind was taken, often, and much was refused.
    CHECK(refused > 50'000);
    for (const auto& [type, times] : taken) {
        INFO(type << " " << times);
        CHECK(times > 20);
    }
    CHECK(taken.size() == 27);  // every kind that a meeting with articles alone needs
    CHECK(taken["result_announced/1"] > 100);
}
