// What an audit says of a ledger with every kind of act in it, and of one in which an officer's act
// is not what the acts before it allow: the log is in order and every seal is good.
#include "tests/support/forged_ledger.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/verify/decided_ledger.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// The same mixed ledger for every test, as a file.
const std::string& mixed_file() {
    static const std::string file = [] {
        const TempFolder folder;
        const auto builder = builder_of_mixed_meetings();
        {
            auto ledger = found_ledger(folder / "ledger", builder);
            hold_mixed_meetings(recorder_of(ledger, builder));
        }
        return content_of(folder / "ledger");
    }();
    return file;
}

struct Mixed {
    TempFolder folder = {};
    std::filesystem::path path = folder / "ledger";

    Mixed() { write_file(path, mixed_file()); }
    AuditReport audit() const { return value_of(ledger::audit(path, {})); }
};

/// As far as the nth act of this kind, that one changed and sealed anew by those who sealed it.
template <class Kind>
AuditReport audit_with(int nth, const std::function<void(Kind&)>& change) {
    const Mixed mixed;
    forge<Kind>(mixed.path, mixed.folder / "forged", nth, change);
    return value_of(audit(mixed.folder / "forged", {}));
}

/// Everything is good but the last entry, and procedure alone says why.
void check_named(const AuditReport& report, const std::string& words) {
    INFO(findings_text(report));
    CHECK(report.good + 1 == report.entries);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().entry == report.good);
    CHECK(report.findings.front().what.find(words) != std::string::npos);
    CHECK(level_of(report, Level::log).verdict == Verdict::good);
    CHECK(level_of(report, Level::procedure).verdict == Verdict::bad);
}

}  // namespace

TEST_CASE("a mixed conference as it was held is good at all four levels", "[verify]") {
    const Mixed mixed;
    const auto report = mixed.audit();
    INFO(findings_text(report));
    CHECK(report.all_good());
    CHECK(report.results == 24);
    // One voting table: two votes by hands and one not recorded with everybody present; two by
    // hands without DDD; draft articles 6 and 8; draft article 9 and the credentials after it.
    CHECK(report.attachments == 24 - 2 - 1 - 1 - 1);
    CHECK(report.conference->closed);
    CHECK(report.conference->standing_decisions() == 25);
    CHECK(report.conference->elections.size() == 6);
}

TEST_CASE("one byte of an answer, a count or a gavel changed in the file is found", "[verify]") {
    const std::string member = GENERATE(
        "\"answer\":\"yes\"", "\"abstaining\":1,\"no\":0,\"round\":2", "\"silence_ms\":3004",
        "\"number\":41", "\"reason\":\"The kiosk", "\"kind\":\"disso", "\"drawn\":[\"CCC",
        "\"name\":\"State BBB\",\"votes\":1", "\"candidate\":\"BBB");
    const Mixed mixed;
    auto content = content_of(mixed.path);
    const auto at = content.find(member);
    REQUIRE(at != std::string::npos);
    char& last = content[at + member.size() - 1];
    last = last == '1' ? '2' : last == '"' ? 'x' : last == '4' ? '5' : last == '2' ? '1' : 'q';
    write_file(mixed.path, content);
    const auto report = mixed.audit();
    INFO(member);
    CHECK_FALSE(report.all_good());
    CHECK(findings_text(report).find("was changed after signing") != std::string::npos);
}

TEST_CASE("an answer that the roll-call does not allow is named", "[verify]") {
    check_named(audit_with<AnswerGiven>(3, [](auto& r) { r.call = 2; }),
                "it is not this delegation's turn");
    check_named(audit_with<AnswerGiven>(2, [](auto& r) { r.replaces = std::string(32, 'a'); }),
                "replaces an answer that is not the delegation's last");
}

TEST_CASE("figures that answers, hands and ballots do not give are named", "[verify]") {
    check_named(audit_with<ResultAnnounced>(1, [](auto& r) { --r.figures.yes, ++r.figures.no; }),
                "The announcement deviates from the ballots (in favour)");
    check_named(audit_with<ResultAnnounced>(2, [](auto& r) { --r.figures.no, ++r.figures.yes; }),
                "The announcement deviates from the ballots (in favour)");
    check_named(audit_with<ResultAnnounced>(3, [](auto& r) { ++r.figures.abstaining; }),
                "The announcement deviates from the ballots (abstaining)");
    check_named(audit_with<HandsCounted>(1, [](auto& r) { r.yes = 4; }),
                "More hands were counted than delegations are noted as present (4)");
}

TEST_CASE("a silence that was shortened is named", "[verify]") {
    check_named(audit_with<ConsensusGavelled>(1, [](auto& r) { r.silence_ms = 2999; }),
                "The silence before the gavel lasts at least 3 seconds");
}

TEST_CASE("a gavel, a ruling and a seal from before are named", "[verify]") {
    check_named(audit_with<ConsensusConfirmed>(2, [](auto& r) { r.gavel = sha256({}); }),
                "This is about another gavel than the last one.");
    check_named(audit_with<LateFlagRuled>(1, [](auto& r) { r.gavel = sha256({}); }),
                "This ruling names another gavel");
    check_named(audit_with<CorrectionNoted>(2, [](auto& r) { r.intended = Choice::yes; }),
                "This very correction is noted already.");
}

TEST_CASE("a lot that does not follow from its numbers is named", "[verify]") {
    check_named(
        audit_with<LotDrawn>(1, [](auto& r) { r.first = r.first == "AAA" ? "BBB" : "AAA"; }),
        "the State drawn by lot does not follow");
    check_named(audit_with<LotDrawn>(1, [](auto& r) { r.nonce[0] = 'e'; }),
                "the State drawn by lot does not follow");
}

TEST_CASE("an election that goes otherwise than the rules have it is named", "[verify]") {
    check_named(audit_with<ElectionOpened>(2, [](auto& r) { r.candidates[1].id = "AAA"; }),
                "Every candidate has an id and a name of their own.");
    check_named(audit_with<CandidateWithdrawn>(1, [](auto& r) { r.candidate = "CCC"; }),
                "This names no candidate who stands.");
    check_named(audit_with<AcclamationDeclared>(1, [](auto& r) { r.opened = sha256({}); }),
                "names another opening of the election");
    check_named(audit_with<ProtocolEntered>(1, [](auto& r) { r.votes[0].votes = 3; }),
                "There are more votes than names on the valid papers");
    check_named(audit_with<ProtocolEntered>(14, [](auto& r) { r.distributed = 4; }),
                "More papers were distributed than States have the vote: 3.");
    // Third in the first ballot, and out of the second.
    check_named(audit_with<ProtocolEntered>(2,
                                            [](auto& r) {
                                                r.votes[1].candidate = {"CCC", "State CCC"};
                                            }),
                "State CCC is not on this ballot.");
    check_named(audit_with<ElectionLotDrawn>(1, [](auto& r) { r.drawn = {"AAA"}; }),
                "As many different names are drawn as there are places: 1.");
    check_named(audit_with<ElectionLotDrawn>(2,
                                             [](auto& r) {
                                                 r.among = {"BBB", "DDD"};
                                             }),
                "Lots are drawn among those who are tied: 2 candidates.");
    check_named(audit_with<ElectionStopped>(1, [](auto& r) { r.reason = ""; }),
                "The entry does not say why the election is stopped.");
}

TEST_CASE("another election before one has elected anybody is named", "[verify]") {
    const Mixed mixed;
    const auto forged = mixed.folder / "forged";
    // After a first ballot without a majority, in place of the second.
    forge_entry(mixed.path, forged, 2, [](const Record& record) -> std::optional<Record> {
        const auto* sheet = std::get_if<ProtocolEntered>(&record);
        if (sheet == nullptr) return std::nullopt;
        return ElectionOpened{.election = sheet->election + 1,
                              .meeting = sheet->meeting,
                              .office = "to the office of Vice-President",
                              .candidates = {{"BBB", "State BBB"}},
                              .majority = "simple"};
    });
    check_named(value_of(audit(forged, {})), "Election 2 is not complete.");
}

TEST_CASE("a final cut or number of decisions that is not the ledger's is named", "[verify]") {
    check_named(audit_with<ConferenceClosed>(1, [](auto& r) { r.cut = sha256({}); }),
                "the hash of the cut");
    check_named(audit_with<ConferenceClosed>(1, [](auto& r) { --r.decisions; }),
                "another number of decisions");
}

TEST_CASE("an audit accepts the changed entry's twin that was not changed", "[verify]") {
    CHECK(audit_with<LotDrawn>(1, [](auto&) {}).all_good());
    CHECK(audit_with<ConferenceClosed>(1, [](auto&) {}).all_good());
    CHECK(audit_with<ProtocolEntered>(14, [](auto&) {}).all_good());
    CHECK(audit_with<ElectionLotDrawn>(2, [](auto&) {}).all_good());
}
