#include "ledger/record_text.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

template <class Enum>
struct Spelling {
    Enum value;
    std::string_view text;
};

template <class Enum>
struct Spellings;

template <>
struct Spellings<Mode> {
    static constexpr std::array table{Spelling<Mode>{Mode::rehearsal, "rehearsal"},
                                      Spelling<Mode>{Mode::live, "live"}};
};

template <>
struct Spellings<Role> {
    static constexpr std::array table{
        Spelling<Role>{Role::root, "root"},
        Spelling<Role>{Role::presiding_officer, "presiding_officer"},
        Spelling<Role>{Role::secretary, "secretary"},
        Spelling<Role>{Role::attendant, "attendant"},
        Spelling<Role>{Role::delegate, "delegate"},
    };
};

template <>
struct Spellings<Post> {
    static constexpr std::array table{
        Spelling<Post>{Post::desk, "desk"},     Spelling<Post>{Post::seat, "seat"},
        Spelling<Post>{Post::podium, "podium"}, Spelling<Post>{Post::hall, "hall"},
        Spelling<Post>{Post::audit, "audit"},
    };
};

template <>
struct Spellings<Credentials> {
    static constexpr std::array table{
        Spelling<Credentials>{Credentials::none_provisional, "none_provisional"},
        Spelling<Credentials>{Credentials::communicated, "communicated"},
        Spelling<Credentials>{Credentials::assured, "assured"},
        Spelling<Credentials>{Credentials::formal, "formal"},
        Spelling<Credentials>{Credentials::accepted, "accepted"},
        Spelling<Credentials>{Credentials::objected_pending, "objected_pending"},
        Spelling<Credentials>{Credentials::rejected, "rejected"},
    };
};

template <>
struct Spellings<Choice> {
    static constexpr std::array table{
        Spelling<Choice>{Choice::yes, "yes"},
        Spelling<Choice>{Choice::no, "no"},
        Spelling<Choice>{Choice::abstain, "abstain"},
        Spelling<Choice>{Choice::not_participating, "not_participating"},
    };
};

template <>
struct Spellings<QuestionKind> {
    static constexpr std::array table{
        Spelling<QuestionKind>{QuestionKind::proposal, "proposal"},
        Spelling<QuestionKind>{QuestionKind::amendment, "amendment"},
        Spelling<QuestionKind>{QuestionKind::sub_amendment, "sub_amendment"},
        Spelling<QuestionKind>{QuestionKind::part, "part"},
        Spelling<QuestionKind>{QuestionKind::whole, "whole"},
        Spelling<QuestionKind>{QuestionKind::motion, "motion"},
        Spelling<QuestionKind>{QuestionKind::appeal, "appeal"},
        Spelling<QuestionKind>{QuestionKind::reconsideration, "reconsideration"},
        Spelling<QuestionKind>{QuestionKind::exhaustion, "exhaustion"},
        Spelling<QuestionKind>{QuestionKind::credentials, "credentials"},
        Spelling<QuestionKind>{QuestionKind::rules_change, "rules_change"},
    };
};

template <>
struct Spellings<MatterClass> {
    static constexpr std::array table{
        Spelling<MatterClass>{MatterClass::substance, "substance"},
        Spelling<MatterClass>{MatterClass::procedure, "procedure"},
    };
};

template <>
struct Spellings<Method> {
    static constexpr std::array table{
        Spelling<Method>{Method::recorded, "recorded"},
        Spelling<Method>{Method::non_recorded, "non_recorded"},
        Spelling<Method>{Method::roll_call, "roll_call"},
        Spelling<Method>{Method::hands, "hands"},
    };
};

template <>
struct Spellings<LotWay> {
    static constexpr std::array table{
        Spelling<LotWay>{LotWay::by_hand, "by_hand"},
        Spelling<LotWay>{LotWay::electronic, "electronic"},
    };
};

template <>
struct Spellings<Answer> {
    static constexpr std::array table{
        Spelling<Answer>{Answer::yes, "yes"},
        Spelling<Answer>{Answer::no, "no"},
        Spelling<Answer>{Answer::abstain, "abstain"},
        Spelling<Answer>{Answer::not_participating, "not_participating"},
        Spelling<Answer>{Answer::none, "none"},
    };
};

template <>
struct Spellings<ObjectionGround> {
    static constexpr std::array table{
        Spelling<ObjectionGround>{ObjectionGround::objects, "objects"},
        Spelling<ObjectionGround>{ObjectionGround::cannot_join, "cannot_join"},
        Spelling<ObjectionGround>{ObjectionGround::vote_requested, "vote_requested"},
    };
};

template <>
struct Spellings<ConsensusLabel> {
    static constexpr std::array table{
        Spelling<ConsensusLabel>{ConsensusLabel::without_a_vote, "without_a_vote"},
        Spelling<ConsensusLabel>{ConsensusLabel::by_consensus, "by_consensus"},
    };
};

template <>
struct Spellings<SetAside> {
    static constexpr std::array table{
        Spelling<SetAside>{SetAside::consultations, "consultations"},
        Spelling<SetAside>{SetAside::deferred, "deferred"},
        Spelling<SetAside>{SetAside::no_consensus, "no_consensus"},
    };
};

template <>
struct Spellings<StatementKind> {
    static constexpr std::array table{
        Spelling<StatementKind>{StatementKind::position, "position"},
        Spelling<StatementKind>{StatementKind::dissociation, "dissociation"},
        Spelling<StatementKind>{StatementKind::reservation, "reservation"},
        Spelling<StatementKind>{StatementKind::interpretation, "interpretation"},
        Spelling<StatementKind>{StatementKind::non_participation, "non_participation"},
        Spelling<StatementKind>{StatementKind::explanation_of_vote, "explanation_of_vote"},
    };
};

template <>
struct Spellings<Outcome> {
    static constexpr std::array table{
        Spelling<Outcome>{Outcome::adopted, "adopted"},
        Spelling<Outcome>{Outcome::carried, "carried"},
        Spelling<Outcome>{Outcome::retained, "retained"},
        Spelling<Outcome>{Outcome::rejected, "rejected"},
        Spelling<Outcome>{Outcome::not_adopted, "not_adopted"},
        Spelling<Outcome>{Outcome::tie_rejected, "tie_rejected"},
        Spelling<Outcome>{Outcome::tie_second_vote, "tie_second_vote"},
        Spelling<Outcome>{Outcome::ruling_stands, "ruling_stands"},
        Spelling<Outcome>{Outcome::ruling_overruled, "ruling_overruled"},
        Spelling<Outcome>{Outcome::rejected_as_whole, "rejected_as_whole"},
        Spelling<Outcome>{Outcome::no_decision, "no_decision"},
    };
};

template <>
struct Spellings<Standing> {
    static constexpr std::array table{
        Spelling<Standing>{Standing::registered, "registered"},
        Spelling<Standing>{Standing::invited, "invited"},
        Spelling<Standing>{Standing::observer, "observer"},
    };
};

template <>
struct Spellings<ProposalKind> {
    static constexpr std::array table{
        Spelling<ProposalKind>{ProposalKind::proposal, "proposal"},
        Spelling<ProposalKind>{ProposalKind::amendment, "amendment"},
        Spelling<ProposalKind>{ProposalKind::sub_amendment, "sub_amendment"},
        Spelling<ProposalKind>{ProposalKind::convention, "convention"},
    };
};

template <>
struct Spellings<DefermentRight> {
    static constexpr std::array table{
        Spelling<DefermentRight>{DefermentRight::presiding_officer, "presiding_officer"},
        Spelling<DefermentRight>{DefermentRight::states, "states"},
        Spelling<DefermentRight>{DefermentRight::motion, "motion"},
    };
};

template <>
struct Spellings<MotionKind> {
    static constexpr std::array table{
        Spelling<MotionKind>{MotionKind::suspend_meeting, "suspend_meeting"},
        Spelling<MotionKind>{MotionKind::adjourn_meeting, "adjourn_meeting"},
        Spelling<MotionKind>{MotionKind::adjourn_debate, "adjourn_debate"},
        Spelling<MotionKind>{MotionKind::close_debate, "close_debate"},
        Spelling<MotionKind>{MotionKind::resume_debate, "resume_debate"},
        Spelling<MotionKind>{MotionKind::division, "division"},
        Spelling<MotionKind>{MotionKind::competence, "competence"},
        Spelling<MotionKind>{MotionKind::reconsider, "reconsider"},
        Spelling<MotionKind>{MotionKind::defer_vote, "defer_vote"},
        Spelling<MotionKind>{MotionKind::amend_rules, "amend_rules"},
        Spelling<MotionKind>{MotionKind::treat_as_procedure, "treat_as_procedure"},
        Spelling<MotionKind>{MotionKind::suspend_rule, "suspend_rule"},
        Spelling<MotionKind>{MotionKind::other, "other"},
    };
};

template <>
struct Spellings<Side> {
    static constexpr std::array table{
        Spelling<Side>{Side::in_favour, "in_favour"},
        Spelling<Side>{Side::against, "against"},
    };
};

template <>
struct Spellings<RulingKind> {
    static constexpr std::array table{
        Spelling<RulingKind>{RulingKind::point_of_order, "point_of_order"},
        Spelling<RulingKind>{RulingKind::order, "order"},
        Spelling<RulingKind>{RulingKind::skip, "skip"},
        Spelling<RulingKind>{RulingKind::classification, "classification"},
        Spelling<RulingKind>{RulingKind::over_objection, "over_objection"},
        Spelling<RulingKind>{RulingKind::out_of_order, "out_of_order"},
        Spelling<RulingKind>{RulingKind::sponsor_explains, "sponsor_explains"},
        Spelling<RulingKind>{RulingKind::quorum_challenged, "quorum_challenged"},
    };
};

template <class Enum>
std::string_view spell(Enum value) {
    for (const auto& spelling : Spellings<Enum>::table)
        if (spelling.value == value) return spelling.text;
    return {};
}

constexpr std::array<std::string_view, 32> types_of_meetings = {
    "charter/1",
    "participation/1",
    "accreditation/1",
    "text_register/1",
    "meeting_opened/1",
    "meeting_suspended/1",
    "meeting_resumed/1",
    "meeting_closed/1",
    "presiding_changed/1",
    "presence_noted/1",
    "question_put/1",
    "vote_started/1",
    "ballot/1",
    "lot_committed/1",
    "lot_drawn/1",
    "answer_given/1",
    "hands_counted/1",
    "totals_taken/1",
    "last_called/1",
    "vote_closed/1",
    "vote_locked/1",
    "result_announced/1",
    "vote_annulled/1",
    "correction_noted/1",
    "consensus_proposed/1",
    "objection_raised/1",
    "objection_withdrawn/1",
    "consensus_gavelled/1",
    "consensus_confirmed/1",
    "late_flag_ruled/1",
    "consensus_set_aside/1",
    "statement_attached/1",
};

constexpr std::array<std::string_view, 36> types_of_the_floor = {
    "session_opened/1",       "organ_composed/1",        "voting_right_changed/1",
    "rules_adopted/1",        "proposal_registered/1",   "proposal_revised/1",
    "proposal_circulated/1",  "proposal_introduced/1",   "proposal_withdrawn/1",
    "debate_closed/1",        "deferment_requested/1",   "vote_deferred/1",
    "deferment_ended/1",      "vote_notified/1",         "exhaustion_declared/1",
    "text_revised/1",         "text_placed/1",           "motion_moved/1",
    "motion_spoken/1",        "motion_granted/1",        "motion_withdrawn/1",
    "method_requested/1",     "point_of_order_raised/1", "ruling_given/1",
    "ruling_appealed/1",      "appeal_withdrawn/1",      "election_opened/1",
    "candidate_withdrawn/1",  "protocol_entered/1",      "election_lot_drawn/1",
    "acclamation_declared/1", "election_stopped/1",      "reading_corrected/1",
    "record_closed/1",        "conference_closed/1",     "pin_refused/1",
};

/// In the order of the variant.
constexpr auto types = [] {
    std::array<std::string_view, std::variant_size_v<AnyRecord> - 1> all = {};
    static_assert(all.size() == types_of_meetings.size() + types_of_the_floor.size());
    std::ranges::copy(types_of_meetings, all.begin());
    std::ranges::copy(types_of_the_floor, all.begin() + types_of_meetings.size());
    return all;
}();

}  // namespace

std::string_view to_text(Mode value) { return spell(value); }
std::string_view to_text(Role value) { return spell(value); }
std::string_view to_text(Post value) { return spell(value); }
std::string_view to_text(Credentials value) { return spell(value); }
std::string_view to_text(Choice value) { return spell(value); }
std::string_view to_text(QuestionKind value) { return spell(value); }
std::string_view to_text(MatterClass value) { return spell(value); }
std::string_view to_text(Method value) { return spell(value); }
std::string_view to_text(LotWay value) { return spell(value); }
std::string_view to_text(Answer value) { return spell(value); }
std::string_view to_text(ObjectionGround value) { return spell(value); }
std::string_view to_text(ConsensusLabel value) { return spell(value); }
std::string_view to_text(SetAside value) { return spell(value); }
std::string_view to_text(StatementKind value) { return spell(value); }
std::string_view to_text(Standing value) { return spell(value); }
std::string_view to_text(ProposalKind value) { return spell(value); }
std::string_view to_text(DefermentRight value) { return spell(value); }
std::string_view to_text(MotionKind value) { return spell(value); }
std::string_view to_text(Side value) { return spell(value); }
std::string_view to_text(RulingKind value) { return spell(value); }
std::string_view to_text(Outcome value) { return spell(value); }

template <class Enum>
std::optional<Enum> from_text(std::string_view text) {
    for (const auto& spelling : Spellings<Enum>::table)
        if (spelling.text == text) return spelling.value;
    return std::nullopt;
}

template std::optional<Mode> from_text(std::string_view);
template std::optional<Role> from_text(std::string_view);
template std::optional<Post> from_text(std::string_view);
template std::optional<Credentials> from_text(std::string_view);
template std::optional<Choice> from_text(std::string_view);
template std::optional<QuestionKind> from_text(std::string_view);
template std::optional<MatterClass> from_text(std::string_view);
template std::optional<Method> from_text(std::string_view);
template std::optional<LotWay> from_text(std::string_view);
template std::optional<Answer> from_text(std::string_view);
template std::optional<ObjectionGround> from_text(std::string_view);
template std::optional<ConsensusLabel> from_text(std::string_view);
template std::optional<SetAside> from_text(std::string_view);
template std::optional<StatementKind> from_text(std::string_view);
template std::optional<Standing> from_text(std::string_view);
template std::optional<ProposalKind> from_text(std::string_view);
template std::optional<DefermentRight> from_text(std::string_view);
template std::optional<MotionKind> from_text(std::string_view);
template std::optional<Side> from_text(std::string_view);
template std::optional<RulingKind> from_text(std::string_view);
template std::optional<Outcome> from_text(std::string_view);

std::string_view type_of(const Record& record) {
    return record.index() < types.size() ? types[record.index()] : std::string_view{};
}

std::span<const std::string_view> known_types() { return types; }

}  // namespace placet::ledger
