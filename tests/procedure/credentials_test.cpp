// Rules held here: what the secretariat changes of a State's rights, on which decision.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::Hash;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Participation with(const std::string& id, Credentials credentials,
                   std::optional<Hash> decision = {}) {
    return {
        .registered = {{.id = id, .name = "State " + id, .board = id, .credentials = credentials}},
        .decision = decision};
}

/// The leaf of a decision on credentials for which State AAA and State BBB vote, or against.
Hash decided(Spine& spine, Choice choice = Choice::yes) {
    if (!spine.conference.meeting) spine.open();
    spine.take(spine.question(Subject{.kind = QuestionKind::credentials}));
    spine.take(spine.start());
    for (const auto* state : {"AAA", "BBB"}) spine.cast(state, choice);
    spine.finish();
    return spine.conference.decisions.back().entry.leaf;
}

Accreditation of_a_delegate(const std::string& of, std::optional<Hash> decision = {}) {
    return {.persons = {{.id = of + "-9",
                         .name = "Delegate",
                         .role = Role::delegate,
                         .participant = of,
                         .key = placet::tests::key_named(of + "-9")}},
            .decision = decision};
}

VotingRightChanged right(const std::string& of, bool suspended, std::optional<Hash> decision = {}) {
    return {.delegation = of,
            .suspended = suspended,
            .reason = "R",
            .authority = "A note of the legal office",
            .decision = decision};
}

constexpr auto taken = "The conference rejected the credentials of \"CCC\".";

}  // namespace

TEST_CASE("whom the conference rejected gets rights by a later decision of it alone",
          "[procedure]") {
    Spine spine;
    const auto rejection = decided(spine);
    spine.take(with("CCC", Credentials::rejected, rejection));
    for (const auto is : {Credentials::none_provisional, Credentials::formal,
                          Credentials::objected_pending, Credentials::accepted}) {
        CHECK(spine.refusal(with("CCC", is)).starts_with(taken));
        CHECK(spine.refusal(with("CCC", is, rejection)).starts_with(taken));
    }
    CHECK(spine.offer(with("BBB", Credentials::formal)));    // of others nothing was decided
    CHECK(spine.offer(with("CCC", Credentials::rejected)));  // it stays what it is
    const auto later = decided(spine);
    spine.take(with("CCC", Credentials::accepted, later));
    CHECK(spine.offer(with("CCC", Credentials::formal)));  // it has its rights again
}

TEST_CASE("no withdrawal, badge or gift of a vote goes round a rejection", "[procedure]") {
    Spine spine;
    spine.open();
    spine.take(right("CCC", true));
    const auto rejection = decided(spine);
    spine.take(with("CCC", Credentials::rejected, rejection));
    CHECK(spine.refusal(of_a_delegate("CCC")).starts_with(taken));
    CHECK(spine.refusal(of_a_delegate("CCC", rejection)).starts_with(taken));
    CHECK(spine.offer(of_a_delegate("BBB")));
    CHECK(spine.refusal(right("CCC", false)).starts_with(taken));
    CHECK(spine.offer(right("BBB", true)));
    spine.take(Participation{.withdrawn = {"CCC"}});
    CHECK(spine.refusal(with("CCC", Credentials::formal)).starts_with(taken));
    const auto later = decided(spine);
    spine.take(with("CCC", Credentials::formal, later));
    CHECK(spine.offer(of_a_delegate("CCC")));
    CHECK(spine.offer(right("CCC", false)));
}

TEST_CASE("what is named is a decision on credentials that was carried and stands", "[procedure]") {
    Spine spine;
    const auto refused = decided(spine, Choice::no);
    spine.decide("article-2", Choice::yes);
    const auto on_a_text = spine.conference.decisions.back().entry.leaf;
    const auto carried = decided(spine);
    for (const auto& wrong : {refused, on_a_text, hash_named("nothing")}) {
        CHECK(spine.refusal(with("CCC", Credentials::accepted, wrong))
                  .starts_with("What is named is no decision of the conference on credentials"));
        CHECK_FALSE(spine.offer(of_a_delegate("CCC", wrong)));
        CHECK_FALSE(spine.offer(right("CCC", true, wrong)));
    }
    CHECK(spine.offer(with("CCC", Credentials::rejected, carried)));
    CHECK(spine.offer(of_a_delegate("CCC", carried)));
    CHECK(spine.offer(right("CCC", true, carried)));
    // A committee reports; the conference decides.
    spine.open("committee");
    const auto in_committee = decided(spine);
    CHECK_FALSE(spine.offer(with("CCC", Credentials::accepted, in_committee)));
}

TEST_CASE("in a live conference credentials are accepted and rejected by its decisions alone",
          "[procedure]") {
    Spine spine({.participant = [](Participant& participant) {
        participant.credentials = Credentials::formal;
    }});
    CHECK(spine.offer(with("CCC", Credentials::accepted)));  // a rehearsal begins anywhere
    auto charter = *spine.conference.charter;
    charter.mode = Mode::live;
    spine.conference.charter = std::make_shared<const Charter>(charter);
    for (const auto is : {Credentials::accepted, Credentials::rejected})
        CHECK(
            spine.refusal(with("CCC", is)).starts_with("Credentials are accepted or rejected by"));
    for (const auto is : {Credentials::assured, Credentials::objected_pending})
        CHECK(spine.offer(with("CCC", is)));
    const auto decision = decided(spine);
    for (const auto is : {Credentials::accepted, Credentials::rejected})
        CHECK(spine.offer(with("CCC", is, decision)));
    spine.take(with("CCC", Credentials::accepted, decision));
    CHECK(spine.offer(with("CCC", Credentials::accepted)));  // and stays so, with another name
}
