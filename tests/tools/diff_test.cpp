// placet diff: histories of one terminal side by side, and each tampered with.
#include "ledger/exchange/fork_evidence.h"
#include "tests/support/forged_ledger.h"
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;
using json = nlohmann::json;

namespace fs = std::filesystem;

namespace {

bool says(const std::string& text, std::string_view what) {
    INFO(text);
    return text.find(what) != std::string::npos;
}

/// A decided ledger A of 15 entries, its directory, its first twelve entries as a ledger, and a
/// ledger that its key signed in which entry 11 is another: DDD abstains.
struct Histories {
    DecidedLedger ledger;
    DecidedLedger ballots_only{close_at};
    TempFolder folder;
    std::string a = ledger.path();
    std::string older = ballots_only.path();
    std::string forked = folder / "forked.ledger";
    std::string directory = folder / "directory";
    std::string note = folder / "note";

    Histories() {
        forge<ledger::Ballot>(a, forked, 4,
                              [](auto& ballot) { ballot.choice = ledger::Choice::abstain; });
        REQUIRE(run({"export", "--ledger", a, directory}).code == 0);
        write_file(note, checkpoint_of(a));
    }
    static std::string checkpoint_of(const std::string& path) {
        const auto ran = run({"checkpoint", "--ledger", path});
        REQUIRE(ran.code == 0);
        return ran.out;
    }
    std::string key() const {
        const auto text = run({"vkey", "--ledger", a}).out;
        return text.substr(0, text.size() - 1);
    }
    fs::path bundle() const { return fs::path(directory) / "tile/entries/000.p/15"; }
};

}  // namespace

TEST_CASE("a ledger, its directory and its checkpoint are the same history", "[tools]") {
    const Histories h;
    const auto ran = run({"diff", h.a, h.directory, h.note});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == h.a + " and " + h.directory + ": the same history, 15 entries.\n" + h.a +
                         " and " + h.note + ": the same history, 15 entries.\n" + h.directory +
                         " and " + h.note + ": the same history, 15 entries.\n");
}

TEST_CASE("an older copy is told as a beginning, whichever is named first", "[tools]") {
    const Histories h;
    const auto text =
        h.older + " is an older prefix of " + h.a + ": entries 0 to 11; 3 entries came since.\n";
    for (const auto& names : {std::pair{h.a, h.older}, std::pair{h.older, h.a}}) {
        const auto ran = run({"diff", names.first, names.second});
        CHECK(ran.code == 0);
        CHECK(ran.out == text);
    }
    write_file(h.note, Histories::checkpoint_of(h.older));
    const auto photographed = run({"diff", h.note, h.directory, "--vkey", h.key()});
    CHECK(photographed.code == 0);
    CHECK(says(photographed.out, h.note + " is an older prefix of " + h.directory));
}

TEST_CASE("two histories of one key are a fork, with the entry in words and evidence", "[tools]") {
    const Histories h;
    const auto file = (h.folder / "fork.json").string();
    const auto ran = run({"diff", h.a, h.forked, "--evidence", file});
    CHECK(ran.code == 3);
    CHECK(says(ran.out, "entries 0 to 10 are the same; first difference at entry 11:"));
    CHECK(says(ran.out, "    " + h.a + ": State DDD votes NO. ("));
    CHECK(says(ran.out, "    " + h.forked + ": State DDD votes ABSTAIN. ("));
    CHECK(says(ran.out, "This is a fork. The key "));
    CHECK(says(ran.out, "one of 12 entries, and one of 15 that does not begin with them."));
    CHECK(says(ran.out, "Evidence: " + file));
    const auto proven = value_of(
        ledger::check_fork_evidence(value_of(ledger::parse_fork_evidence(content_of(file)))));
    CHECK(proven.size_a == 12);
    CHECK(proven.size_b == 15);
    CHECK(format_verifier_key(proven.key) == h.key());

    const auto again = run({"diff", h.directory, h.forked, "--evidence", file});
    CHECK(again.code == 1);  // what is there is never written over
    CHECK(run({"diff", "--quiet", h.directory, h.forked}).code == 3);
}

TEST_CASE("a fork is shown by a checkpoint alone, though not where", "[tools]") {
    const Histories h;
    const auto file = (h.folder / "fork.json").string();
    write_file(h.note, Histories::checkpoint_of(h.forked));
    const auto ran = run({"diff", h.a, h.note, "--evidence", file});
    CHECK(ran.code == 3);
    CHECK(says(ran.out, "differ somewhere in the first 12 entries; a checkpoint alone does not"));
    CHECK(says(ran.out, "This is a fork."));
    CHECK(ledger::check_fork_evidence(value_of(ledger::parse_fork_evidence(content_of(file)))));

    // The longer side alone: whether its first twelve are these, nobody can say.
    write_file(h.note, Histories::checkpoint_of(h.a));
    const auto newer = run({"diff", h.forked, h.note});
    CHECK(newer.code == 5);
    CHECK(says(newer.out, h.note + " is of 15 entries, and " + h.forked +
                              " has 12: 3 entries are missing there."));
}

TEST_CASE("a changed entry is damage and no fork, in a ledger and in a directory", "[tools]") {
    const Histories h;
    const auto file = (h.folder / "fork.json").string();
    const auto damaged = (h.folder / "damaged.ledger").string();
    fs::copy_file(h.a, damaged);
    replace_bytes(damaged, R"("choice":"no","delegation":"DDD")",
                  R"("choice":"no","delegation":"CCC")");
    const auto ran = run({"diff", damaged, h.directory, "--evidence", file});
    CHECK(ran.code == 3);
    CHECK(says(ran.out, "first difference at entry 11:"));
    CHECK(says(ran.out, "State CCC votes NO."));
    CHECK(says(ran.out, "no fork that could be shown"));
    CHECK(says(ran.out, damaged +
                            " is damaged or was changed: entry 11 is not the one that its own "
                            "checkpoint covers."));
    CHECK_FALSE(says(ran.out, "This is a fork"));
    CHECK_FALSE(fs::exists(file));

    auto bytes = content_of(h.bundle());
    bytes[bytes.find("State DDD")] = 'X';  // in the text of entry 1
    write_file(h.bundle(), bytes);
    const auto carried = run({"diff", h.a, h.directory});
    CHECK(carried.code == 3);
    CHECK(says(carried.out, h.directory + " is damaged or was changed: entry 1 is not"));
    CHECK_FALSE(says(carried.out, h.a + " is damaged"));
}

TEST_CASE("what is missing at the end of a ledger is told apart from an older copy", "[tools]") {
    const Histories h;
    const auto cut = (h.folder / "cut.ledger").string();
    fs::copy_file(h.a, cut);
    tamper(cut, "DELETE FROM entry WHERE seq = 14");
    const auto ran = run({"diff", h.a, cut});
    CHECK(ran.code == 3);
    CHECK(says(ran.out, cut + " is an older prefix of " + h.a + ": entries 0 to 13"));
    CHECK(says(ran.out, cut + " is damaged or was changed: its checkpoint covers 15 entries, and "
                              "it has 14."));
}

TEST_CASE("many histories are compared each with each", "[tools]") {
    const Histories h;
    const auto ran = run({"diff", "--json", h.a, h.older, h.forked, h.directory});
    CHECK(ran.code == 3);
    const auto report = json::parse(ran.out);
    std::vector<std::string> relations;
    for (const auto& pair : report["pairs"]) relations.push_back(pair["relation"]);
    CHECK(relations == std::vector<std::string>{"prefix", "different", "same", "different",
                                                "prefix", "different"});
    CHECK(report["pairs"][1]["entry"] == 11);
    CHECK(report["pairs"][1]["fork"] == true);
    CHECK(report["pairs"][0]["shorter"] == h.older);
    CHECK(report["histories"][3]["kind"] == "directory");
    CHECK(report["histories"][3]["entries"] == 15);
    CHECK(report["vkey"] == h.key());
    CHECK(report["evidence"].is_null());
}

TEST_CASE("histories of two keys are not compared, nor without any key", "[tools]") {
    const Histories h;
    const auto keyless = run({"diff", h.directory, h.note});
    CHECK(keyless.code == 6);
    CHECK(keyless.out.empty());
    CHECK(says(keyless.err, "Give the terminal's key with --vkey"));

    const auto other = format_verifier_key(
        {.name = ConferenceBuilder::origin(), .key = key_from_label("other").public_key()});
    const auto wrong = run({"diff", h.a, h.directory, "--vkey", other});
    CHECK(wrong.code == 1);
    CHECK(says(wrong.err, "is a ledger of another key"));
    CHECK(run({"diff", h.directory, h.note, "--vkey", other}).code == 3);
    CHECK(run({"diff", h.a}).code == 2);
}

TEST_CASE("what cannot be read has the status for that", "[tools]") {
    const Histories h;
    CHECK(run({"diff", h.a, h.folder / "none"}).code == 4);
    write_file(h.folder / "text", "This is no checkpoint.\n");
    CHECK(run({"diff", h.a, h.folder / "text"}).code == 4);
    fs::create_directory(h.folder / "empty");
    CHECK(run({"diff", h.a, h.folder / "empty"}).code == 4);
    write_file(h.bundle(), content_of(h.bundle()).substr(0, 100));
    const auto cut = run({"diff", h.a, h.directory});
    CHECK(cut.code == 4);
    CHECK(says(cut.err, "is not what it must be"));
}
