#include "terminal/screens/floor_screen.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/floor_acts.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "terminal/screens/floor_wording.h"
#include "terminal/screens/method_wording.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <algorithm>
#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t parts_offered = 12;

/// Adds what may be raised, asking the rules about each record that it could make.
class Raises {
public:
    Raises(const AppState& state, const Phrases& phrases, FloorView& view)
        : state_(state), phrases_(phrases), view_(view), by_(any_delegation(*state.conference)) {}

    void add(FloorView::Raise raise, std::vector<FloorView::Subject> candidates) {
        const auto likeliest = candidates.empty() ? std::string() : candidates.front().within;
        const bool any = !candidates.empty();
        raise.subjects = std::move(candidates);
        const auto refusal =
            keep_allowed(state_, phrases_, raise.subjects,
                         [this](const auto& subject) { return raised_by(subject.record, by_); });
        if (any) raise.refusal = refusal;
        raise.asks_subject =
            !likeliest.empty() && !raise.subjects.empty() &&
            (raise.subjects.front().within != likeliest || meant_proposal(state_).empty());
        finish(raise);
        view_.raises.push_back(std::move(raise));
    }

private:
    void finish(FloorView::Raise& raise) const {
        for (auto& subject : raise.subjects)
            if (!subject.label.empty())
                subject.about = phrases_("About: {text}", {{"text", subject.label}});
        raise.pages = page_positions(phrases_, raise.subjects.size(), FloorView::subjects_per_page);
    }

    const AppState& state_;
    const Phrases& phrases_;
    FloorView& view_;
    ParticipantId by_;
};

std::vector<FloorView::Subject> about_proposals(const AppState& state, const Phrases& phrases,
                                                MotionKind kind) {
    const auto& conference = *state.conference;
    std::vector<FloorView::Subject> subjects;
    for (const auto& id : likely_proposals(state)) {
        auto motion = motion_of(conference, kind, id);
        // The parts are chosen later; whether a division is in order does not depend on them.
        if (kind == MotionKind::division) motion.parts = {"paragraph 1"};
        subjects.push_back({.label = proposal_label(conference, phrases, id),
                            .record = std::move(motion),
                            .within = within_sentence(conference.proposal_title(id))});
    }
    return subjects;
}

std::vector<FloorView::Subject> about_decisions(const Conference& conference,
                                                const Phrases& phrases) {
    std::vector<FloorView::Subject> subjects;
    for (std::size_t n = conference.decisions.size(); n > 0; --n) {
        const auto& decision = *(conference.decisions.begin() + static_cast<std::ptrdiff_t>(n) - 1);
        subjects.push_back({proposal_label(conference, phrases, decision.proposal),
                            motion_to_reconsider(conference, decision)});
    }
    // Without a decision the rules say why there is nothing to reconsider.
    if (subjects.empty()) subjects.push_back({"", motion_of(conference, MotionKind::reconsider)});
    return subjects;
}

void add_motions(Raises& raises, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto mover = phrases("Which delegation moves it?");
    const auto plain = [&](std::string id, MotionKind kind,
                           FloorView::Asks asks = FloorView::Asks::nothing) {
        raises.add({.id = std::move(id),
                    .label = motion_label(phrases, kind),
                    .question = mover,
                    .asks = asks},
                   {{"", motion_of(conference, kind)}});
    };
    const auto about = [&](std::string id, MotionKind kind,
                           FloorView::Asks asks = FloorView::Asks::nothing) {
        raises.add({.id = std::move(id),
                    .label = motion_label(phrases, kind),
                    .question = mover,
                    .asks = asks},
                   about_proposals(state, phrases, kind));
    };
    plain("suspend_meeting", MotionKind::suspend_meeting);
    plain("adjourn_meeting", MotionKind::adjourn_meeting);
    about("adjourn_debate", MotionKind::adjourn_debate);
    about("close_debate", MotionKind::close_debate);
    about("division", MotionKind::division, FloorView::Asks::parts);
    about("competence", MotionKind::competence);
    raises.add({.id = "reconsider",
                .label = motion_label(phrases, MotionKind::reconsider),
                .question = mover},
               about_decisions(conference, phrases));
    about("resume_debate", MotionKind::resume_debate);
    about("defer_vote", MotionKind::defer_vote);
    about("treat_as_procedure", MotionKind::treat_as_procedure);
    plain("suspend_rule", MotionKind::suspend_rule, FloorView::Asks::words);
    plain("amend_rules", MotionKind::amend_rules);
    plain("other", MotionKind::other, FloorView::Asks::words);
}

/// To object to a division is to speak against it.
void add_objection_to_division(Raises& raises, const Conference& conference,
                               const Phrases& phrases) {
    const auto open = open_motions(conference);
    const auto division =
        std::ranges::find(open, MotionKind::division, [](auto* m) { return m->moved.kind; });
    FloorView::Raise raise{.id = "division_objection",
                           .label = phrases("Objection to the division"),
                           .question = phrases("Which delegation objects?")};
    if (division == open.end()) raise.refusal = phrases("No motion for a division waits.");
    std::vector<FloorView::Subject> subjects;
    if (division != open.end())
        subjects.push_back({"", MotionSpoken{.motion = (*division)->moved.motion}});
    raises.add(std::move(raise), std::move(subjects));
}

void add_requests(Raises& raises, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto question = conference.question ? conference.question->put.question : 0;
    const auto asks = phrases("Which delegation asks for it?");
    for (const auto& [id, method] :
         {std::pair{"recorded_vote", Method::recorded}, std::pair{"roll_call", Method::roll_call}})
        raises.add({.id = id, .label = request_label(phrases, method), .question = asks},
                   {{"", MethodRequested{.question = question, .method = method}}});
    std::vector<FloorView::Subject> proposals;
    for (const auto& id : likely_proposals(state))
        proposals.push_back({.label = proposal_label(conference, phrases, id),
                             .record = DefermentRequested{.proposal = id},
                             .within = within_sentence(conference.proposal_title(id))});
    raises.add(
        {.id = "deferment", .label = phrases("Request: to defer the vote"), .question = asks},
        std::move(proposals));
}

void add_order(Raises& raises, const Conference& conference, const Phrases& phrases) {
    raises.add({.id = "point_of_order",
                .label = phrases("Point of order"),
                .question = phrases("Which delegation raises it?")},
               {{"", point_of_order_of(conference)}});
    const auto last = static_cast<std::int64_t>(conference.rulings.size());
    raises.add({.id = "appeal",
                .label = phrases("Appeal against the last ruling"),
                .question = phrases("Which delegation appeals?")},
               {{"", RulingAppealed{.ruling = last}}});
}

}  // namespace

FloorView view_floor(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    FloorView view{.waits_title = phrases("What waits"),
                   .others_title = phrases("After it, in this order"),
                   .raise_title = phrases("From the floor"),
                   .names = view_name_choice(conference, phrases),
                   .method_caption = phrases("How the vote is taken"),
                   .subject_caption = phrases("What is it about?"),
                   .part_caption = phrases("Parts voted on separately"),
                   .no_part = phrases("Choose the parts first."),
                   .words_caption = phrases("The motion, in the words of its mover"),
                   .no_words = phrases("Type the words of the motion."),
                   .next = phrases("Choose the delegation"),
                   .cancel = phrases("Cancel"),
                   .back = phrases("Back"),
                   .more = phrases("More"),
                   .may_press = !state.saving};
    constexpr std::array methods = {Method::recorded, Method::non_recorded, Method::roll_call,
                                    Method::hands};
    for (const Method method : methods) view.methods.push_back(method_label(phrases, method));
    view.first_method = first_method(conference.profile, methods);
    for (std::size_t n = 1; n <= parts_offered; ++n) {
        view.parts.push_back("paragraph " + std::to_string(n));
        view.part_labels.push_back("§ " + std::to_string(n));
    }
    Raises raises(state, phrases, view);
    add_order(raises, conference, phrases);
    add_motions(raises, state, phrases);
    add_objection_to_division(raises, conference, phrases);
    add_requests(raises, state, phrases);
    view_waiting(view, state, phrases);
    return view;
}

}  // namespace placet::terminal
