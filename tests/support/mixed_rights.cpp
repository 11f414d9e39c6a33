#include "tests/support/mixed_rights.h"

#include "ledger/acts.h"
#include "ledger/procedure/question_acts.h"
#include "tests/support/mixed_floor.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

/// The leaf of a decision on credentials that was carried.
Hash decided_on_credentials(const Morning& morning) {
    morning.put(question_of_credentials(morning.now(), "the report of the Credentials Committee",
                                        Method::recorded));
    morning.vote("yyy");
    return morning.now().decisions.back().entry.leaf;
}

Participation with(const Morning& morning, Credentials credentials, const Hash& decision) {
    auto participant = morning.now().participants.find("DDD")->second;
    participant.credentials = credentials;
    return {.registered = {participant}, .decision = decision};
}

void explain(const Morning& morning, const ParticipantId& delegation) {
    morning.record(StatementAttached{.about = morning.now().question->entry.leaf,
                                     .delegation = delegation,
                                     .kind = StatementKind::explanation_of_vote,
                                     .words = "We shall vote in favour."});
}

/// Explained, annulled at the terminals, taken by hands with equal figures, and voted on again.
void by_the_fallback(const Morning& morning) {
    morning.record(new_article("8"));
    morning.put(question_of_adopting(morning.now(), "article-8", Method::recorded));
    explain(morning, "AAA");
    morning.start();
    morning.annul();
    auto start = value_of(start_of_vote(morning.now(), "test"));
    start.method = Method::hands;
    morning.record(start);
    morning.count(1, 1, 1);
    morning.count(1, 1, 1);
    morning.finish();
    explain(morning, "BBB");
    morning.vote("yyn");
}

/// The quorum was there once, is presumed, and is challenged.
void without_a_quorum(const Morning& morning) {
    const auto meeting = morning.meeting();
    morning.record(PresenceNoted{.meeting = meeting, .arrived = {}, .left = {"BBB", "CCC"}});
    morning.put(question_of_own_motion(morning.now(), "to limit statements to five minutes",
                                       Method::recorded));
    morning.vote("y");
    morning.rule({.kind = RulingKind::quorum_challenged});
    morning.record(PresenceNoted{.meeting = meeting, .arrived = {"BBB", "CCC"}, .left = {}});
}

/// Until the session ends, and with it.
void deferred_to_the_end(const Morning& morning) {
    morning.record(new_article("9"));
    morning.record(VoteDeferred{.proposal = "article-9",
                                .meeting = morning.meeting(),
                                .right = DefermentRight::presiding_officer,
                                .until = "the end of the session"});
    morning.close();
    morning.record(SessionOpened{.session = 3});
    Participation anew;
    for (const auto& [id, participant] : morning.now().participants)
        anew.registered.push_back(participant);
    morning.record(anew);
}

}  // namespace

void hold_meetings_on_rights(Morning& morning) {
    morning.open();
    morning.record(changed_rules(morning, "4",
                                 {{"exhaustion", "none"},
                                  {"quorum_check", "per_sitting"},
                                  {"second_vote_hours", "48"},
                                  {"fallback_method", "hands"},
                                  {"deferment_by_chair", "true"},
                                  {"deferment_within_session", "true"}}));
    morning.record(with(morning, Credentials::rejected, decided_on_credentials(morning)));
    by_the_fallback(morning);
    without_a_quorum(morning);
    deferred_to_the_end(morning);

    morning.open({"AAA", "BBB", "CCC"});
    morning.put(question_of_adopting(morning.now(), "article-9", Method::recorded));
    morning.vote("yyy");
    const auto accepted = decided_on_credentials(morning);
    morning.record(with(morning, Credentials::accepted, accepted));
    morning.record(Accreditation{.persons = {{.id = "ddd-new",
                                              .name = "A delegate of DDD",
                                              .role = Role::delegate,
                                              .participant = "DDD",
                                              .key = key_from_label("ddd-new").public_key()}},
                                 .decision = accepted});
    morning.close();
}

}  // namespace placet::tests
