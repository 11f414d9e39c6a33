#include "tests/support/mixed_floor.h"

#include "ledger/procedure/question_acts.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

void place_article_5(const Morning& morning) {
    morning.record(TextPlaced{.text_unit = "article-5",
                              .after = "article-4",
                              .split_from = "article-4",
                              .number = "5",
                              .label = "Draft article 5",
                              .title = "A title",
                              .texts = Morning::texts("5")});
}

ProposalRegistered amendment(const ProposalId& id, ProposalKind kind, const ProposalId& parent,
                             const ParticipantId& sponsor) {
    return {.proposal = id,
            .kind = kind,
            .parent = parent,
            .text_unit = "article-5",
            .sponsors = {sponsor},
            .symbol = "A/CONF.1/" + id,
            .title = "The amendment in document A/CONF.1/" + id,
            .texts = Morning::texts(id)};
}

void submit_amendments(const Morning& morning) {
    morning.submit(amendment("L.8", ProposalKind::amendment, "article-5", "AAA"));
    morning.submit(amendment("L.9", ProposalKind::amendment, "article-5", "BBB"));
    morning.record(amendment("L.10", ProposalKind::sub_amendment, "L.8", "CCC"));
    morning.record(ProposalCirculated{
        .proposal = "L.10", .languages = {}, .permission = "It was handed in a moment ago"});
    morning.record(ProposalIntroduced{
        .proposal = "L.10", .meeting = morning.meeting(), .waiver = "It is short"});
    morning.record(ProposalRevised{.proposal = "L.9",
                                   .version = 2,
                                   .sponsors = {"BBB", "DDD"},
                                   .symbol = "A/CONF.1/L.9/Rev.1",
                                   .oral = true,
                                   .texts = Morning::texts("L.9 revised")});
}

void ruled_and_appealed(const Morning& morning) {
    morning.rule({.kind = RulingKind::order, .proposal = "article-5", .order = {"L.9", "L.8"}});
    morning.appeal("CCC");
    morning.record(AppealWithdrawn{.ruling = 1, .delegation = "CCC"});
    morning.record(PointOfOrderRaised{
        .meeting = morning.meeting(), .delegation = "DDD", .words = "It is late"});
    morning.rule({.kind = RulingKind::point_of_order});
    morning.appeal("DDD");
    morning.put(question_of_appeal(morning.now(), 2, Method::recorded));
    morning.vote("yynn");
}

void amended(const Morning& morning) {
    morning.record(ProposalWithdrawn{.proposal = "L.10", .delegation = "CCC"});
    morning.put(question_of_adopting(morning.now(), "L.9", Method::hands));
    morning.record(MethodRequested{.question = morning.now().question->put.question,
                                   .delegation = "CCC",
                                   .method = Method::recorded});
    morning.start();
    for (const auto* delegation : {"AAA", "BBB", "DDD"}) morning.cast(delegation, Choice::yes);
    morning.cast("CCC", Choice::abstain);
    morning.record(LastCalled{.run = morning.now().run->start.run,
                              .start = morning.now().run->start_entry.leaf});
    morning.finish();
    morning.rule({.kind = RulingKind::skip, .proposal = "L.8", .because = "L.9"});
    morning.write_in("article-5", "5, with L.9");
}

void divided(const Morning& morning) {
    morning.move({.kind = MotionKind::close_debate,
                  .mover = "BBB",
                  .proposal = "article-5",
                  .words = "to close the debate on draft article 5"});
    morning.speak("CCC", Side::against);
    morning.grant();
    const MotionMoved division{.kind = MotionKind::division,
                               .mover = "CCC",
                               .proposal = "article-5",
                               .parts = {"paragraph 1", "paragraph 2"},
                               .words = "to vote on the paragraphs of draft article 5 separately"};
    morning.move(division);
    morning.speak("AAA", Side::in_favour);
    morning.record(MotionWithdrawn{.motion = 2, .delegation = "CCC"});
    morning.move(division);
    morning.put(question_of_motion(morning.now(), 3, Method::hands));
    morning.raise_hands(3, 1, 0);
    const auto part = [&](const std::string& label) {
        morning.put(question_of_retaining(morning.now(), "article-5", label, Method::recorded));
    };
    part("paragraph 1");
    morning.vote("yyyy");
    part("paragraph 2");
    morning.vote("nnny");
    morning.write_in("article-5", "5, without paragraph 2");
    morning.put(question_of_adopting(morning.now(), "article-5", Method::recorded));
    morning.vote("yyny");
    const auto adopted = morning.now().decisions.back();
    morning.record(ReadingCorrected{.result = adopted.entry.leaf,
                                    .read = "Draft article 5 was adopted by 4 votes to none.",
                                    .sentence = adopted.sentence});
    morning.record(RecordClosed{.decision = adopted.entry.leaf});
}

void reconsidered(const Morning& morning) {
    morning.move({.kind = MotionKind::reconsider,
                  .mover = "DDD",
                  .proposal = "article-2",
                  .decision = morning.now().decision_on("article-2")->entry.leaf,
                  .words = "to reconsider draft article 2"});
    morning.speak("BBB", Side::against);
    morning.put(question_of_motion(morning.now(), 4, Method::recorded));
    morning.vote("ynyy");
    morning.propose("article-2");
    morning.object("CCC", ObjectionGround::objects);
    morning.rule({.kind = RulingKind::over_objection});
    morning.decide(ConsensusLabel::by_consensus);
}

ProposalRegistered resolution(const ProposalId& id, std::vector<ParticipantId> sponsors) {
    return {.proposal = id,
            .sponsors = std::move(sponsors),
            .symbol = "A/CONF.1/" + id,
            .title = "Draft resolution I",
            .texts = Morning::texts("resolution I")};
}

void taken_up_again(const Morning& morning) {
    morning.submit(resolution("L.11", {"AAA", "BBB"}));
    for (const auto* sponsor : {"AAA", "BBB"})
        morning.record(ProposalWithdrawn{.proposal = "L.11", .delegation = sponsor});
    auto again = resolution("L.12", {"CCC"});
    again.reintroduces = "L.11";
    morning.record(again);
    morning.rule(
        {.kind = RulingKind::classification, .proposal = "L.12", .matter = MatterClass::procedure});
    morning.move({.kind = MotionKind::adjourn_debate,
                  .mover = "AAA",
                  .proposal = "L.12",
                  .words = "to adjourn the debate on draft resolution I"});
    morning.grant();
    morning.move({.kind = MotionKind::resume_debate,
                  .mover = "CCC",
                  .proposal = "L.12",
                  .words = "to resume the debate on draft resolution I"});
    morning.put(question_of_motion(morning.now(), 6, Method::hands));
    morning.raise_hands(3, 0, 1);
    morning.record(DebateClosed{.proposal = "L.12", .meeting = morning.meeting()});
    morning.put(question_of_adopting(morning.now(), "L.12", Method::non_recorded));
    morning.start();
    morning.record(TotalsTaken{.run = morning.now().run->start.run,
                               .start = morning.now().run->start_entry.leaf,
                               .yes = 2,
                               .no = 2});
    morning.finish();
}

void other_rules(const Morning& morning) {
    morning.move({.kind = MotionKind::amend_rules, .mover = "AAA", .words = "to amend the rules"});
    morning.put(question_of_motion(morning.now(), 7, Method::recorded));
    morning.vote("yyya");
    const auto decision = morning.now().decisions.back().entry.leaf;
    morning.move(
        {.kind = MotionKind::adjourn_meeting, .mover = "BBB", .words = "to adjourn the meeting"});
    morning.grant();
    auto rules = changed_rules(morning, "2",
                               {{"deferment_states", "2"},
                                {"deferment_once", "true"},
                                {"exhaustion", "chair_declares"},
                                {"notice_working_days", "2"},
                                {"last_call_seconds", "5"}});
    rules.decision = decision;
    morning.record(rules);
}

void another_session(const Morning& morning) {
    morning.record(SessionOpened{.session = 2});
    Participation anew;
    for (const auto& [id, participant] : morning.now().participants)
        anew.registered.push_back(participant);
    morning.record(anew);
    morning.record(VotingRightChanged{.delegation = "DDD",
                                      .suspended = true,
                                      .reason = "Arrears",
                                      .authority = "A note of the legal office"});
    morning.record(OrganComposed{.organ = "committee", .members = {"AAA", "BBB", "CCC"}});
    // Of what is decided the text stays; a language is added.
    auto translated = *morning.now().text_unit("article-3");
    translated.texts["fr"] = Morning::texts("3, traduit").at("en");
    morning.record(TextRegister{{translated}});
}

void deferred(const Morning& morning) {
    const auto meeting = morning.meeting();
    morning.record(new_article("6"));
    for (const auto* delegation : {"AAA", "BBB"})
        morning.record(DefermentRequested{.proposal = "article-6", .delegation = delegation});
    morning.record(VoteDeferred{.proposal = "article-6",
                                .meeting = meeting,
                                .right = DefermentRight::states,
                                .until = "Thursday, 10 a.m."});
    morning.record(DefermentEnded{
        .proposal = "article-6", .meeting = meeting, .report = "No agreement was reached"});
    morning.record(ExhaustionDeclared{
        .proposal = "article-6", .meeting = meeting, .report = "All efforts are exhausted"});
    morning.record(
        VoteNotified{.proposal = "article-6", .meeting = meeting, .not_before = "Monday, 9 March"});
    morning.put(question_of_adopting(morning.now(), "article-6", Method::recorded));
    morning.vote("yyn");
}

void determined(const Morning& morning) {
    morning.record(changed_rules(morning, "3",
                                 {{"exhaustion", "body_determines"},
                                  {"notice_working_days", "0"},
                                  {"tie", "second_vote"},
                                  {"tie_scope", "all"}}));
    morning.record(new_article("7"));
    morning.put(question_of_exhaustion(morning.now(), "article-7", Method::recorded));
    morning.vote("yny");
}

void voted_on_twice(const Morning& morning) {
    morning.put(question_of_adopting(morning.now(), "article-7", Method::recorded));
    morning.vote("yna");
    morning.vote("ynn");
    // A unit that is known, renumbered and moved.
    morning.record(TextPlaced{.text_unit = "article-5",
                              .after = "article-3",
                              .number = "3 bis",
                              .label = "Draft article 3 bis",
                              .title = "A title"});
}

}  // namespace

RulesAdopted changed_rules(const Morning& morning, const std::string& version,
                           const std::map<std::string, std::string>& fields) {
    RulesAdopted rules{.profile = profile_fields(morning.now().profile)};
    rules.profile["version"] = version;
    for (const auto& [name, value] : fields) rules.profile[name] = value;
    return rules;
}

TextPlaced new_article(const std::string& number) {
    return {.text_unit = "article-" + number,
            .after = "article-5",
            .number = number,
            .label = "Draft article " + number,
            .title = "A title",
            .texts = Morning::texts(number)};
}

void hold_meetings_of_the_floor(Morning& morning) {
    morning.open();
    place_article_5(morning);
    submit_amendments(morning);
    ruled_and_appealed(morning);
    amended(morning);
    divided(morning);
    reconsidered(morning);
    taken_up_again(morning);
    other_rules(morning);
    another_session(morning);

    morning.open({"AAA", "BBB", "CCC"});
    deferred(morning);
    determined(morning);
    voted_on_twice(morning);
    morning.close();
    morning.record(VotingRightChanged{.delegation = "DDD",
                                      .suspended = false,
                                      .reason = "Paid",
                                      .authority = "A note of the legal office"});

    morning.open({"AAA", "BBB", "CCC"}, "committee");
    morning.submit(resolution("L.14", {"AAA"}));
    morning.propose("L.14");
    morning.decide(ConsensusLabel::without_a_vote);
    morning.close();
}

}  // namespace placet::tests
