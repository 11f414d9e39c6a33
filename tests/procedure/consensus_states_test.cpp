// The course of a decision without a vote: in every state every event, held beside the rows K of
// RULES.md.
#include "tests/procedure/spine.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

const std::vector<std::string> states = {"pending",    "proposed", "objected", "withdrawn",
                                         "ruled over", "gavelled", "adopted",  "set aside",
                                         "deferred",   "put",      "recorded", "reopened"};

const Decision* decision_on_it(const Spine& spine) {
    for (const auto& decision : spine.conference.decisions)
        if (decision.proposal == "L.1" && decision.kind == QuestionKind::proposal) return &decision;
    return nullptr;
}

placet::Hash leaf_of_decision(const Spine& spine) {
    const auto* decision = decision_on_it(spine);
    return decision == nullptr ? placet::Hash{} : decision->entry.leaf;
}

VoteDeferred deferment() { return {.proposal = "L.1", .meeting = 1, .until = "Monday"}; }

MotionMoved reconsideration(const Spine& spine) {
    auto motion = spine.motion(MotionKind::reconsider);
    motion.proposal = "L.1";
    motion.decision.reset();
    if (const auto* decision = decision_on_it(spine)) motion.decision = decision->entry.leaf;
    return motion;
}

/// After the objection, as far as this state.
void object(Spine& spine, const std::string& state) {
    spine.take(spine.objection("AAA"));
    if (state == "withdrawn") spine.take(spine.withdrawal("AAA"));
    if (state == "ruled over") spine.take(spine.ruling(RulingKind::over_objection));
    if (state == "set aside") spine.take(spine.setting_aside());
    if (state == "deferred") spine.take(deferment());
    if (state == "put") spine.take(spine.question("L.1"));
}

/// After the gavel, as far as this state.
void decide(Spine& spine, const std::string& state) {
    spine.take(spine.gavel());
    if (state == "gavelled") return;
    spine.take(spine.confirmation());
    if (state == "recorded") spine.take(RecordClosed{.decision = leaf_of_decision(spine)});
    if (state != "reopened") return;
    spine.take(reconsideration(spine));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "L.1", .motion = 1},
                 Choice::yes);
}

Spine in(const std::string& state) {
    Spine spine({.rules = [](RuleProfile& rules) { rules.deferment_by_chair = true; }});
    spine.open();
    spine.table(spine.submission("L.1"));
    if (state == "pending") return spine;
    spine.take(spine.proposal("L.1"));
    const std::set<std::string> decided = {"gavelled", "adopted", "recorded", "reopened"};
    if (decided.contains(state))
        decide(spine, state);
    else if (state != "proposed")
        object(spine, state);
    return spine;
}

ConsensusSetAside aside(const Spine& spine, SetAside how) {
    auto record = spine.setting_aside();
    record.how = how;
    return record;
}

ProposalRevised new_text() {
    return {.proposal = "L.1",
            .version = 2,
            .sponsors = {"AAA"},
            .texts = {{"en", placet::tests::hash_named("another text")}}};
}

/// What may happen, by its row.
std::map<std::string, Record> every_event(const Spine& spine) {
    auto vote_requested = spine.objection("BBB");
    vote_requested.ground = ObjectionGround::vote_requested;
    auto statement = spine.statement("CCC");
    if (!spine.conference.consensus) statement.about = leaf_of_decision(spine);
    auto too_soon = spine.gavel();
    too_soon.silence_ms = 2999;
    return {
        {"K2", spine.proposal("L.1")},
        {"K3", spine.objection("BBB")},
        {"K4", vote_requested},
        {"K5, K11", statement},
        {"K6", PointOfOrderRaised{.meeting = 1, .delegation = "BBB"}},
        {"K7", too_soon},
        {"K8", spine.gavel()},
        {"K9", spine.confirmation()},
        {"K10", spine.late_flag("BBB", true)},
        {"K12", spine.withdrawal("AAA")},
        {"K13", aside(spine, SetAside::consultations)},
        {"K14", new_text()},
        {"K15", deferment()},
        {"K15b", DefermentEnded{.proposal = "L.1", .meeting = 1, .report = "Nothing came of it."}},
        {"K16", spine.question("L.1")},
        {"K17", aside(spine, SetAside::no_consensus)},
        {"K18", spine.ruling(RulingKind::over_objection)},
        {"K19", RecordClosed{.decision = leaf_of_decision(spine)}},
        {"K20", reconsideration(spine)},
    };
}

/// Why not, by the letter in the table.
const std::map<char, std::string> reasons = {
    {'n', "Nothing is proposed for adoption without a vote."},
    {'p', "The proposal L.1 is proposed for adoption without a vote."},
    {'o', "An objection stands"},
    {'d', "This is decided already."},
    {'f', "The proposal L.1 is deferred."},
    {'q', "Question 1 is before the meeting and not yet decided."},
    {'m', "An objection is made before the gavel"},
    {'s', "There is no such decision or proposal."},
    {'c', "The decision is not confirmed yet."},
    {'x', "The record of this decision is closed."},
    {'h', "The silence before the gavel lasts at least 3 seconds"},
    {'b', "There was an objection to deciding without a vote."},
    {'g', "The gavel has fallen."},
    {'a', "The gavel has fallen already."},
    {'i', "The gavel has not fallen."},
    {'l', "A late flag is ruled on right after a decision"},
    {'w', "No objection of this delegation"},
    {'D', "The proposal L.1 is decided."},
    {'R', "The proposal L.1 is decided and its record closed."},
    {'O', "The proposal L.1 is reopened"},
    {'P', "The proposal L.1 is put to the vote."},
    {'T', "The proposal L.1 is under debate."},
    {'W', "The proposal L.1 waits to be decided, its debate closed."},
    {'v', "Nothing that was objected to is before the meeting."},
    {'N', "No objection stands"},
    {'C', "There is no such decision."},
    {'X', "The record of this decision is closed already."},
    {'M', "Reconsidered is a decision of this organ"},
};

// One row per event, one column per state: + may happen, a letter says what speaks against it.
//   pending, proposed, objected, withdrawn, ruled over | gavelled, adopted, set aside, deferred,
//   put | recorded, reopened
const std::map<std::string, std::string> course = {
    {"K2", "+po+o pd+fq d+"},      {"K3", "n++++ mnnnn nn"},   {"K4", "n++++ mnnnn nn"},
    {"K5, K11", "s++++ c+sss x+"}, {"K6", "+++++ +++++ ++"},   {"K7", "nhbbh annnn nn"},
    {"K8", "n+bb+ annnn nn"},      {"K9", "niiii +nnnn nn"},   {"K10", "lllll ++lll ll"},
    {"K12", "nw+w+ gnnnn nn"},     {"K13", "n++++ gnnnn nn"},  {"K14", "+pppp gD+fP RO"},
    {"K15", "+p+++ gD+fP R+"},     {"K15b", "Tpppp gDW+P RO"}, {"K16", "+p+++ pd+fq d+"},
    {"K17", "n++++ gnnnn nn"},     {"K18", "vv+Nv gvvvv vv"},  {"K19", "CCCCC C+CCC X+"},
    {"K20", "MMMMM g+MMM +M"},
};

std::string without_blanks(std::string row) {
    std::erase(row, ' ');
    return row;
}

/// Row by row, from which states, as RULES.md has it: "proposed, objected".
std::map<std::string, std::set<std::string>> rows_of_rules() {
    std::ifstream file(PLACET_SOURCE_DIR "/ledger/procedure/RULES.md");
    std::map<std::string, std::set<std::string>> rows;
    bool here = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) here = line == "## The course of a decision without a vote";
        if (!here || !line.starts_with("| K")) continue;
        std::istringstream cells(line.substr(2));
        std::string row, what, from;
        std::getline(cells, row, '|');
        std::getline(cells, what, '|');
        std::getline(cells, from, '|');
        std::istringstream names(from);
        for (std::string name; std::getline(names, name, ',');) {
            name.erase(0, name.find_first_not_of(' '));
            name.erase(name.find_last_not_of(' ') + 1);
            rows[row.substr(0, row.find_last_not_of(' ') + 1)].insert(name);
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("in every state of a decision without a vote every event may happen or is refused",
          "[procedure]") {
    REQUIRE(course.size() == every_event(in("pending")).size());
    for (std::size_t column = 0; column < states.size(); ++column) {
        const auto spine = in(states[column]);
        for (const auto& [row, record] : every_event(spine)) {
            INFO(states[column] << ", " << row);
            const auto letters = without_blanks(course.at(row));
            REQUIRE(letters.size() == states.size());
            const char expected = letters[column];
            const auto answer = spine.offer(record);
            INFO((answer ? "allowed" : answer.error().detail));
            CHECK(bool(answer) == (expected == '+'));
            if (answer || expected == '+') continue;
            CHECK(answer.error().detail.starts_with(reasons.at(expected)));
            CHECK(answer.error().detail.find(". ") != std::string::npos);  // what to do instead
        }
    }
}

TEST_CASE("the rules say of every event from which states it leads on", "[procedure]") {
    const auto rules = rows_of_rules();
    for (const auto& [row, letters] : course) {
        INFO(row);
        std::set<std::string> allowed;
        const auto columns = without_blanks(letters);
        for (std::size_t column = 0; column < states.size(); ++column)
            if (columns[column] == '+') allowed.insert(states[column]);
        if (allowed.size() == states.size()) allowed = {"any"};
        if (row == "K7") allowed = {"none"};
        REQUIRE(rules.contains(row));
        CHECK(rules.at(row) == allowed);
    }
    CHECK(rules.size() == course.size());
}
