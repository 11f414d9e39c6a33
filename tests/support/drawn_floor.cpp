#include "tests/support/drawn_floor.h"

#include "ledger/acts.h"
#include "ledger/procedure/floor_acts.h"
#include "tests/support/drawn_meeting.h"

#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) std::abort();
    return *std::move(result);
}

void move(Conference& conference, MotionKind kind, const ParticipantId& mover,
          const ProposalId& about = {}) {
    auto motion = motion_of(conference, kind, about);
    motion.mover = mover;
    take(conference, motion);
}

Conference put_article_2() {
    auto conference = drawn_meeting();
    take(conference, must(question_of_adopting(conference, "article-2")));
    return conference;
}

Conference with_motions() {
    auto conference = drawn_meeting();
    move(conference, MotionKind::close_debate, "BOL", "article-2");
    auto division = motion_of(conference, MotionKind::division, "article-2");
    division.mover = "CIV";
    division.parts = {"paragraph 1", "paragraph 3"};
    division.words = division_words(division.parts, "draft article 2");
    take(conference, division);
    move(conference, MotionKind::adjourn_debate, "KEN", "article-2");
    const auto number = static_cast<std::int64_t>(conference.motions.size());
    take(conference, MotionSpoken{.motion = number, .delegation = "BRA", .side = Side::in_favour});
    return conference;
}

Conference motion_put() {
    auto conference = with_motions();
    take(conference, must(question_of_motion(conference, 3, Method::hands)));
    return conference;
}

Conference divided() {
    auto conference = put_article_2();
    auto division = motion_of(conference, MotionKind::division, "article-2");
    division.mover = "CIV";
    division.parts = {"paragraph 1", "paragraph 3"};
    take(conference, division);
    take(conference, MotionGranted{.motion = 1});
    return conference;
}

Conference point_raised() {
    auto conference = with_motions();
    auto point = point_of_order_of(conference);
    point.delegation = "GBR";
    take(conference, point);
    return conference;
}

Conference ruled() {
    auto conference = point_raised();
    take(conference, ruling_on_point_of_order(conference, false));
    return conference;
}

Conference appealed() {
    auto conference = ruled();
    take(conference, RulingAppealed{.ruling = 1, .delegation = "GBR"});
    return conference;
}

/// Three amendments to article 2, none of them in an order yet.
Conference amendments() {
    auto conference = drawn_meeting();
    for (const auto* id : {"L.7", "L.12", "L.9"}) {
        take(conference, ProposalRegistered{.proposal = id,
                                            .kind = ProposalKind::amendment,
                                            .parent = "article-2",
                                            .text_unit = "article-2",
                                            .sponsors = {"BRA", "KEN"},
                                            .symbol = std::string("A/CONF.999/") + id,
                                            .title = std::string("The amendment in ") + id});
    }
    return conference;
}

AppState state_of(Conference conference, Screen screen) {
    auto state = voting_state();
    state.officers[Role::attendant] =
        Person{.id = "usher", .name = "Attendant", .role = Role::attendant};
    state.position.size = conference.size;
    state.screen = screen;
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

}  // namespace

AppState motions_state() { return state_of(with_motions(), Screen::floor); }

std::vector<DrawnState> drawn_floor_states() {
    std::vector<DrawnState> all;
    const auto add = [&](std::string name, AppState state) {
        all.push_back({std::move(name), std::move(state)});
    };
    add("floor", state_of(drawn_meeting(), Screen::floor));
    all.back().state.about = "article-2";
    add("floor_put", state_of(put_article_2(), Screen::floor));
    add("floor_motions", motions_state());
    add("floor_motion_put", state_of(motion_put(), Screen::floor));
    add("floor_parts", state_of(divided(), Screen::floor));
    add("floor_point_of_order", state_of(point_raised(), Screen::floor));
    add("floor_appeal", state_of(appealed(), Screen::floor));
    auto voting = voting_state();
    voting.screen = Screen::floor;
    add("floor_voting", std::move(voting));
    add("ruling_point_of_order", state_of(point_raised(), Screen::ruling));
    add("ruling_given", state_of(ruled(), Screen::ruling));
    add("ruling_order", state_of(amendments(), Screen::ruling));
    add("sitting_motions", state_of(with_motions(), Screen::sitting));
    return all;
}

std::vector<PressedPage> pressed_pages() {
    return {{"floor_by", "floor", {"floor.raise.adjourn_debate"}},
            {"floor_division", "floor", {"floor.raise.division", "floor.part.3"}},
            {"floor_subject", "floor", {"floor.raise.competence", "floor.subject"}},
            {"floor_words", "floor", {"floor.raise.suspend_rule"}},
            {"floor_speaker", "floor_motions", {"floor.motion.against"}},
            {"ruling_out_of_order", "ruling_given", {"ruling.kind.out_of_order"}},
            {"ruling_class", "ruling_given", {"ruling.kind.classification"}},
            {"ruling_order_pressed",
             "ruling_order",
             {"ruling.kind.order", "ruling.first.L.9", "ruling.first.L.12"}},
            {"ruling_appeal", "ruling_given", {"ruling.appeal"}},
            {"why_of_a_vote", "announcement", {"announcement.why"}},
            {"why_without_a_vote", "adopted_without_a_vote", {"announcement.why"}}};
}

}  // namespace placet::tests
