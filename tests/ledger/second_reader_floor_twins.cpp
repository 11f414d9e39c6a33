#include "tests/ledger/second_reader_twins.h"

namespace placet::tests {

using namespace placet::ledger;

std::vector<Twin> twins_of_proposals() {
    return {
        changed<ProposalRegistered>(2, "concerns another unit than its parent",
                                    [](auto& r) { r.text_unit = "article-4"; }),
        changed<ProposalRegistered>(3, "is registered under a name that is taken",
                                    [](auto& r) { r.proposal = "L.8"; }),
        changed<ProposalRegistered>(4, "is an amendment of another kind",
                                    [](auto& r) { r.parent = "article-5"; }),
        changed<ProposalRegistered>(2, "amends what is not open",
                                    [](auto& r) { r.parent = "article-4"; }),
        changed<ProposalRegistered>(5, "is submitted by nobody, or by two",
                                    [](auto& r) { r.sponsors = {}; }),
        changed<ProposalRegistered>(5, "names sponsors that do not participate",
                                    [](auto& r) { r.sponsors = {"ZZZ"}; }),
        changed<ProposalRegistered>(6, "has a proposal reintroduced that is decided",
                                    [](auto& r) { r.reintroduces = "L.7"; }),
        changed<ProposalRevised>(1, "loses a sponsor", [](auto& r) { r.sponsors = {"DDD"}; }),
        changed<ProposalRevised>(1, "revises another version", [](auto& r) { r.version = 3; }),
        changed<ProposalRevised>(1, "revises what is not its sponsors'",
                                 [](auto& r) { r.proposal = "article-5"; }),
        changed<ProposalCirculated>(2, "is circulated in too few languages",
                                    [](auto& r) { r.languages = {}, r.permission = ""; }),
        changed<ProposalCirculated>(4, "has not the seals that it needs",
                                    [](auto& r) { r.permission = ""; }),
        changed<ProposalIntroduced>(2, "is about a proposal that there is not",
                                    [](auto& r) { r.proposal = "L.9"; }),
        instead<ProposalCirculated, ProposalIntroduced>(
            3, 3, "has a proposal introduced that is registered"),
        changed<ProposalWithdrawn>(1, "is withdrawn by no sponsor",
                                   [](auto& r) { r.proposal = "L.8"; }),
        changed<ProposalWithdrawn>(1, "has a proposal withdrawn that is decided",
                                   [](auto& r) { r.proposal = "L.7"; }),
        changed<DebateClosed>(1, "has a proposal closed that is decided",
                              [](auto& r) { r.proposal = "L.9"; }),
        changed<DefermentRequested>(2, "has a proposal deferred that is decided",
                                    [](auto& r) { r.proposal = "article-2"; }),
        changed<VoteDeferred>(1, "defers without the right to",
                              [](auto& r) { r.right = DefermentRight::presiding_officer; }),
        changed<VoteDeferred>(1, "defers once more, or for ever", [](auto& r) { r.until = ""; }),
        instead<DefermentRequested, VoteDeferred>(2, 1, "defers without the right to"),
        instead<ExhaustionDeclared, VoteDeferred>(1, 1, "defers once more, or for ever"),
        changed<DefermentEnded>(1, "ends a deferment without a report",
                                [](auto& r) { r.report = ""; }),
        changed<VoteNotified>(1, "gives a notice that the rules do not ask for",
                              [](auto& r) { r.not_before = ""; }),
        changed<ExhaustionDeclared>(1, "declares what the rules leave to others",
                                    [](auto& r) { r.report = ""; }),
        changed<TextRevised>(1, "writes in other decisions than were taken",
                             [](auto& r) { flip(r.decisions[0]); }),
        changed<TextRevised>(2, "writes in other decisions than were taken",
                             [](auto& r) { r.decisions = {}; }),
        changed<TextRevised>(1, "is another version", [](auto& r) { r.version = 3; }),
        changed<TextPlaced>(1, "is split from nothing",
                            [](auto& r) { r.split_from = "article-9"; }),
        changed<TextPlaced>(1, "follows what is not in the convention",
                            [](auto& r) { r.after = "article-9"; }),
        changed<TextPlaced>(4, "gives a text to a known unit, or none to a new one",
                            [](auto& r) { r.texts["en"] = {}; }),
    };
}

std::vector<Twin> twins_of_motions() {
    return {
        changed<MotionMoved>(1, "has another number", [](auto& r) { r.motion = 2; }),
        changed<MotionMoved>(1, "moves nothing", [](auto& r) { r.words = ""; }),
        changed<MotionMoved>(1, "moves what the rules do not know",
                             [](auto& r) { r.kind = MotionKind::defer_vote; }),
        changed<MotionMoved>(2, "divides into nothing, or twice into the same",
                             [](auto& r) { r.parts[1] = r.parts[0]; }),
        changed<MotionMoved>(4, "reconsiders nothing, or is no reconsideration",
                             [](auto& r) { r.decision.reset(); }),
        changed<MotionMoved>(4, "reconsiders what does not stand",
                             [](auto& r) { flip(*r.decision); }),
        changed<MotionMoved>(4, "reconsiders what does not stand",
                             [](auto& r) { r.proposal = "article-3"; }),
        changed<MotionMoved>(6, "has a proposal resumed that is decided",
                             [](auto& r) { r.proposal = "article-2"; }),
        changed<MotionSpoken>(1, "speaks where the rules let nobody speak",
                              [](auto& r) { r.side = Side::in_favour; }),
        changed<MotionSpoken>(1, "is about a motion that does not wait",
                              [](auto& r) { r.motion = 2; }),
        changed<MotionGranted>(1, "is about a motion that does not wait",
                               [](auto& r) { r.motion = 2; }),
        instead<QuestionPut, MotionGranted>(11, 1, "grants what needs its majority",
                                            [](auto& r) { r.motion = 4; }),
        changed<MotionWithdrawn>(1, "is about a motion that does not wait",
                                 [](auto& r) { r.motion = 1; }),
        changed<MethodRequested>(1, "asks for what the rules do not give",
                                 [](auto& r) { r.method = Method::non_recorded; }),
        changed<MethodRequested>(1, "asks of no question that is put",
                                 [](auto& r) { ++r.question; }),
        changed<PointOfOrderRaised>(1, "is of another meeting", [](auto& r) { r.meeting = 2; }),
    };
}

std::vector<Twin> twins_of_rulings() {
    return {
        changed<RulingGiven>(1, "orders other amendments", [](auto& r) { r.order.pop_back(); }),
        changed<RulingGiven>(1, "has another number", [](auto& r) { r.ruling = 2; }),
        changed<RulingGiven>(2, "rules on no point of order, or passes one over",
                             [](auto& r) { r.kind = RulingKind::order; }),
        changed<RulingGiven>(3, "skips for what was not adopted",
                             [](auto& r) { r.because = "L.10"; }),
        changed<RulingGiven>(3, "rules without words or reasons", [](auto& r) { r.reasons = ""; }),
        changed<RulingGiven>(5, "rules over no objection",
                             [](auto& r) { r.kind = RulingKind::over_objection; }),
        changed<RulingGiven>(5, "classifies what is of substance, or decided",
                             [](auto& r) { r.proposal = "article-5"; }),
        instead<PresenceNoted, RulingGiven>(11, 6,
                                            "challenges a quorum that is asked of every decision",
                                            [](auto& r) { r.ruling = 7; }),
        changed<RulingAppealed>(1, "appeals against another ruling than the last",
                                [](auto& r) { r.ruling = 2; }),
        changed<RulingAppealed>(2, "appeals against another ruling than the last",
                                [](auto& r) { r.ruling = 1; }),
        changed<AppealWithdrawn>(1, "withdraws another's appeal", [](auto& r) { r.ruling = 2; }),
    };
}

std::vector<Twin> twins_of_questions() {
    const auto put = [](int nth, const char* words, std::function<void(QuestionPut&)> how) {
        return changed<QuestionPut>(nth, words, std::move(how));
    };
    const auto undivided = [](QuestionPut& r) { r.kind = QuestionKind::proposal; };
    return {
        // Each step that must come first, left out.
        instead<RulingGiven, QuestionPut>(1, 6, "comes before the ruling on the order"),
        instead<AppealWithdrawn, QuestionPut>(1, 6, "comes before an appeal"),
        instead<RulingGiven, QuestionPut>(2, 6, "comes before the ruling on a point of order"),
        instead<RulingGiven, QuestionPut>(3, 10, "comes before the amendments to it", undivided),
        instead<ProposalWithdrawn, QuestionPut>(1, 6, "comes before the amendments to it",
                                                [](auto& r) { r.proposal = "L.8"; }),
        instead<TextRevised, QuestionPut>(
            1, 10, "is about a text that is not yet as it was amended", undivided),
        instead<MotionSpoken, QuestionPut>(1, 10, "comes before a motion that has precedence",
                                           undivided),
        instead<QuestionPut, QuestionPut>(9, 10, "comes before its parts"),
        instead<TextRevised, QuestionPut>(2, 10,
                                          "is about a text that is not yet as it was amended"),
        instead<VoteDeferred, QuestionPut>(1, 15, "is put although its deferment was asked for"),
        instead<ExhaustionDeclared, QuestionPut>(1, 15, "is put before all efforts are exhausted"),
        instead<VoteNotified, QuestionPut>(1, 15, "is put without a notice"),
        instead<QuestionPut, QuestionPut>(16, 17, "is put before all efforts are exhausted"),
        instead<PresenceNoted, QuestionPut>(11, 20, "is made without a quorum"),
        // What a question fixes.
        put(5, "is put with another majority", [](auto& r) { r.majority = "two_thirds"; }),
        put(5, "is about no appeal that is open", [](auto& r) { r.ruling = 1; }),
        put(6, "is put out of its order", [](auto& r) { r.proposal = "L.8"; }),
        put(8, "puts a part that does not wait", [](auto& r) { r.part = "paragraph 9"; }),
        put(10, "is put as another kind of question", undivided),
        put(10, "is put on another text", [](auto& r) { flip(r.texts["en"]); }),
        put(11, "is put with another majority", [](auto& r) { r.majority = "simple"; }),
        put(13, "is put as of another class",
            [](auto& r) { r.matter = MatterClass::substance, r.majority = "two_thirds"; }),
        put(14, "has another number", [](auto& r) { ++r.question; }),
        put(15, "is put under other rules", [](auto& r) { r.profile_version = "1"; }),
        put(15, "is put with another P", [](auto& r) { r.participating = 3; }),
        put(16, "asks whether other efforts are exhausted",
            [](auto& r) { r.proposal = "article-6"; }),
        put(17, "is put without saying what follows", [](auto& r) { r.if_carried = ""; }),
    };
}

}  // namespace placet::tests
