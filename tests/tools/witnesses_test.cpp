// Who cosigned a ledger, as placet checkpoint and placet verify tell it.
#include "crypto/policy.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/witnessed.h"
#include "tests/support/results.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;

namespace {

constexpr std::uint64_t at = 1'790'000'000;  // 2026-09-21 14:13:20 UTC

bool says(const std::string& text, std::string_view what) {
    INFO(text);
    return text.find(what) != std::string::npos;
}

VerifierKey witness_key(const std::string& name) {
    return {.name = name,
            .algorithm = algorithm_cosignature_v1,
            .key = key_from_label(name).public_key()};
}

std::string vkey(const std::string& name) { return format_verifier_key(witness_key(name)); }

/// A decided ledger whose checkpoint of so many entries a witness cosigned, where it is one.
struct Witnessed {
    DecidedLedger ledger;
    TempFolder folder;
    std::string path = ledger.path();
    std::string policy_file = folder / "policy";

    void cosign(const std::string& name, std::uint64_t size, const std::string& signer = {}) {
        auto store = value_of(ledger::Store::open(path));
        const auto stored =
            value_of(store.checkpoints_above(static_cast<std::int64_t>(size) - 1)).front();
        REQUIRE(stored.size == size);
        const auto text = stored.note.substr(0, stored.note.find("\n\n") + 1);
        value_of(store.begin());
        value_of(store.insert_cosignature(
            size, placet::cosign(text, name, key_from_label(signer.empty() ? name : signer), at)));
        value_of(store.commit());
    }
    /// Two of the archive, the observers and the press.
    std::vector<std::string> two_of_three(const std::string& command, const std::string& log = {}) {
        std::string text = log.empty() ? "" : "log " + log + "\n";
        for (const char* name : {"archive", "observers", "press"})
            text += std::string("witness ") + name + " " + vkey(name) + "\n";
        write_file(policy_file, text + "group g 2 archive observers press\nquorum g\n");
        return {command, "--ledger", path, "--policy", policy_file};
    }
    std::string key() const {
        const auto text = run({"vkey", "--ledger", path}).out;
        return text.substr(0, text.size() - 1);
    }
};

}  // namespace

TEST_CASE("the checkpoint is printed with the lines of its witnesses", "[tools]") {
    Witnessed w;
    const auto before = run({"checkpoint", "--ledger", w.path}).out;
    w.cosign("archive", 15);
    const auto after = run({"checkpoint", "--ledger", w.path}).out;
    CHECK(after.starts_with(before));
    CHECK(says(after, "\n\u2014 archive "));
    const auto said = run({"checkpoint", "--ledger", w.path, "--witness", vkey("archive")});
    CHECK(said.code == 0);
    CHECK(said.out == after);
    CHECK(says(said.err, "    archive: all 15 entries on 2026-09-21 14:13:20 UTC\n"));
    const auto other = run({"checkpoint", "--ledger", w.path, "--witness", vkey("archive"),
                            "--witness", vkey("press")});
    CHECK(other.code == 5);
    CHECK(says(other.err, "1 of 2 witnesses cosigned all 15 entries"));
    CHECK(says(other.err, "    press: nothing\n"));
    CHECK(run({"checkpoint", "--ledger", w.path, "--witness", w.key()}).code == 2);
}

TEST_CASE("a policy is met by as many witnesses as it asks for, and not by fewer", "[tools]") {
    Witnessed w;
    CHECK(run(w.two_of_three("verify")).code == 5);
    w.cosign("archive", 15);
    const auto one = run(w.two_of_three("verify"));
    CHECK(one.code == 5);
    CHECK(says(one.out,
               "witnesses   not checked  1 of 3 witnesses cosigned all 15 entries, the "
               "last on 2026-09-21 14:13:20 UTC. That is not as many as are asked for.\n"));
    CHECK(says(one.out, "procedure   good"));
    w.cosign("press", 15);
    const auto two = run(w.two_of_three("verify"));
    CHECK(two.code == 0);
    CHECK(says(two.out, "witnesses   good         2 of 3 witnesses cosigned all 15 entries"));
    CHECK(run(w.two_of_three("checkpoint")).code == 0);
    auto as_json = w.two_of_three("verify");
    as_json.push_back("--json");
    CHECK(nlohmann::json::parse(run(as_json).out)["levels"][4]["verdict"] == "good");
}

TEST_CASE("who cosigned more saw the beginning, too", "[tools]") {
    Witnessed w;
    w.cosign("archive", 15);
    w.cosign("observers", 12);
    const auto ran = run(w.two_of_three("checkpoint"));
    CHECK(ran.code == 5);
    CHECK(says(ran.err, "As many as are asked for cosigned the first 12, and not what came since"));
    CHECK(says(ran.err, "    observers: the first 12 on 2026-09-21 14:13:20 UTC\n"));
}

TEST_CASE("a line that a known witness never signed is not verified", "[tools]") {
    Witnessed w;
    w.cosign("archive", 15);
    auto store = value_of(ledger::Store::open(w.path));
    const auto line = value_of(store.cosignatures(15)).front();
    value_of(store.begin());
    value_of(store.insert_cosignature(14, line));  // of another checkpoint
    value_of(store.commit());
    { const auto closed = std::move(store); }
    CHECK(run(w.two_of_three("verify")).code == 5);  // under 15 it is right
    auto again = Witnessed();
    auto wrong = value_of(ledger::Store::open(again.path));
    value_of(wrong.begin());
    value_of(wrong.insert_cosignature(14, line));
    value_of(wrong.commit());
    { const auto closed = std::move(wrong); }
    const auto ran = run(again.two_of_three("verify"));
    CHECK(ran.code == 3);
    CHECK(says(ran.out, "witnesses   bad"));
    CHECK(run(again.two_of_three("checkpoint")).code == 3);
}

TEST_CASE("a policy names the log that it is for", "[tools]") {
    Witnessed w;
    w.cosign("archive", 15);
    w.cosign("press", 15);
    const auto named = run(w.two_of_three("verify", w.key()));
    CHECK(named.code == 0);
    CHECK(says(named.out, "The key is the one that was given."));
    const auto other = format_verifier_key(
        {.name = "ledger.example/other", .key = key_from_label("other").public_key()});
    CHECK(run(w.two_of_three("verify", other)).code == 3);
    CHECK(run(w.two_of_three("checkpoint", other)).code == 3);
    write_file(w.policy_file, "quorum nobody\n");
    CHECK(run({"verify", "--ledger", w.path, "--policy", w.policy_file}).code == 4);
}

TEST_CASE("a receipt says who cosigned", "[tools]") {
    Witnessed w;
    w.cosign("archive", 15);
    const auto file = (w.folder / "receipt").string();
    REQUIRE(run({"receipt", "--ledger", w.path, "--entry", "11", "--output", file}).code == 0);
    auto with_policy = w.two_of_three("verify", w.key());
    with_policy[1] = "--receipt";
    with_policy[2] = file;
    const auto one = run(with_policy);  // the policy names the key
    CHECK(one.code == 5);
    CHECK(says(one.out, "Cosigned by archive on 2026-09-21 14:13:20 UTC\n"));
    CHECK(says(one.out, "1 of 3 witnesses cosigned: not as many as are asked for."));
    const auto all =
        run({"verify", "--receipt", file, "--vkey", w.key(), "--witness", vkey("archive")});
    CHECK(all.code == 0);
    CHECK(says(all.out, "1 of 1 witnesses cosigned: as many as are asked for."));
}

TEST_CASE("whom to trust is printed for other verifiers, and is what they read", "[tools]") {
    Witnessed w;
    const std::vector<std::string> command = {
        "policy", "--ledger", w.path, "--witness", vkey("archive"), "--witness", vkey("press")};
    const auto ran = run(command);
    CHECK(ran.code == 0);
    const auto policy = value_of(parse_policy(ran.out));
    REQUIRE(policy.logs.size() == 1);
    CHECK(format_verifier_key(policy.logs.front().key) == w.key());
    const std::vector<VerifierKey> both = {witness_key("archive"), witness_key("press")};
    CHECK(satisfied(policy, both));
    CHECK_FALSE(satisfied(policy, std::span(both).first(1)));

    auto one_of_two = command;
    one_of_two.insert(one_of_two.end(), {"--needed", "1"});
    CHECK(satisfied(value_of(parse_policy(run(one_of_two).out)), std::span(both).first(1)));
    one_of_two.back() = "3";
    CHECK(run(one_of_two).code == 1);
    CHECK(value_of(parse_policy(run({"policy", "--ledger", w.path}).out)).quorum == "none");

    // And placet takes it back.
    write_file(w.policy_file, ran.out);
    CHECK(run({"verify", "--ledger", w.path, "--policy", w.policy_file}).code == 5);
    w.cosign("archive", 15);
    w.cosign("press", 15);
    CHECK(run({"verify", "--ledger", w.path, "--policy", w.policy_file}).code == 0);
}
