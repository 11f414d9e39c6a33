// placet verify, as a person and a script meet it.
#include "ledger/ledger.h"
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;
using json = nlohmann::json;

namespace {

bool says(const std::string& text, std::string_view what) {
    INFO(text);
    return text.find(what) != std::string::npos;
}

std::string last_line(const std::string& text) {
    const auto end = text.find_last_not_of('\n') + 1;
    const auto start = text.rfind('\n', end - 1) + 1;
    return text.substr(start, end - start);
}

std::string desk_key() {
    return format_verifier_key(
        {.name = ConferenceBuilder::origin(), .key = key_from_label("desk").public_key()});
}

/// Sends SIGINT to this process when something is written to it, as a person may at any time.
class InterruptingStream : public std::stringbuf {
    int_type overflow(int_type c) override {
        std::raise(SIGINT);
        return c;
    }
    std::streamsize xsputn(const char*, std::streamsize count) override {
        std::raise(SIGINT);
        return count;
    }
};

}  // namespace

TEST_CASE("a good ledger: a line of proof per level, the verdict last, status 0", "[tools]") {
    const DecidedLedger ledger;
    const auto ran = run({"verify", "--ledger", ledger.path()});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(says(ran.out, "Conference  Test conference (rehearsal)"));
    CHECK(says(ran.out, "storage     good         The file is a ledger"));
    CHECK(says(ran.out, "log         good         All 15 entries are there"));
    CHECK(says(ran.out, "authority   good         All 17 seals are by persons"));
    CHECK(says(ran.out, "procedure   good         Every act was allowed"));
    CHECK(says(ran.out, "The key is the file's own"));
    CHECK(last_line(ran.out) == "All 15 entries are good.");
}

TEST_CASE("one byte of an entry changed in the file: the entry is named, status 3", "[tools]") {
    const DecidedLedger ledger;
    replace_bytes(ledger.path(), R"("choice":"no","delegation":"DDD")",
                  R"("choice":"no","delegation":"CCC")");
    const auto ran = run({"verify", "--ledger", ledger.path()});
    CHECK(ran.code == 3);
    CHECK(last_line(ran.out) == "Entry 11 was changed after signing. Entries 0 to 10 are good.");
    CHECK(says(ran.out, "storage     good"));
    CHECK(says(ran.out, "log         bad"));
    CHECK(says(ran.out, "procedure   not checked"));
}

TEST_CASE("the key that is known from elsewhere decides", "[tools]") {
    const DecidedLedger ledger;
    const auto good = run({"verify", "--ledger", ledger.path(), "--vkey", desk_key()});
    CHECK(good.code == 0);
    CHECK(says(good.out, "The key is the one that was given."));

    const auto other = format_verifier_key(
        {.name = ConferenceBuilder::origin(), .key = key_from_label("other").public_key()});
    const auto bad = run({"verify", "--ledger", ledger.path(), "--vkey", other});
    CHECK(bad.code == 3);
    CHECK(says(bad.out, "This is not a ledger of the key that was given."));

    CHECK(run({"verify", "--ledger", ledger.path(), "--vkey", "nonsense"}).code == 2);
}

TEST_CASE("the report as JSON says the same to a program", "[tools]") {
    const DecidedLedger ledger;
    const auto good = json::parse(run({"verify", "--ledger", ledger.path(), "--json"}).out);
    CHECK(good["all_good"] == true);
    CHECK(good["vkey"] == desk_key());
    CHECK(good["entries"] == 15);
    CHECK(good["levels"].size() == 4);
    CHECK(good["findings"].empty());

    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    const auto ran = run({"verify", "--ledger", ledger.path(), "--json"});
    CHECK(ran.code == 3);
    const auto bad = json::parse(ran.out);
    CHECK(bad["all_good"] == false);
    CHECK(bad["good"] == 11);
    CHECK(bad["findings"][0]["entry"] == 11);
    CHECK(bad["findings"][0]["level"] == "log");
}

TEST_CASE("asked to be quiet, it answers with the status alone", "[tools]") {
    const DecidedLedger ledger;
    const auto good = run({"verify", "--quiet", "--ledger", ledger.path()});
    CHECK(good.code == 0);
    CHECK((good.out + good.err).empty());

    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    const auto bad = run({"verify", "--quiet", "--ledger", ledger.path()});
    CHECK(bad.code == 3);
    CHECK((bad.out + bad.err).empty());
}

TEST_CASE("the quick look checks less, says so, and has the status for that", "[tools]") {
    const DecidedLedger ledger;
    const auto good = run({"verify", "--hashes-only", "--ledger", ledger.path()});
    CHECK(good.code == 5);
    CHECK(says(good.out, "log         good         All 15 entries are as the last checkpoint"));
    CHECK(says(good.out, "authority   not checked"));
    CHECK(last_line(good.out) == "Not everything was checked. All 15 entries are good.");

    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    CHECK(run({"verify", "--hashes-only", "--quiet", "--ledger", ledger.path()}).code == 3);
}

TEST_CASE("what is no ledger, or is in use, has a status of its own", "[tools]") {
    const TempFolder folder;
    for (const char* command : {"verify", "show", "checkpoint", "vkey"}) {
        INFO(command);
        const auto absent = run({command, "--ledger", folder / "none"});
        CHECK(absent.code == 4);
        CHECK(absent.out.empty());
        CHECK(says(absent.err, "there is no such ledger. Nothing was created."));

        write_file(folder / "text", "This is not a ledger at all.");
        CHECK(run({command, "--ledger", folder / "text"}).code == 4);

        const DecidedLedger decided;
        const auto running = value_of(ledger::Ledger::open(decided.path(), key_from_label("desk"),
                                                           ledger::Ledger::Options{}));
        const auto used = run({command, "--ledger", decided.path()});
        CHECK(used.code == 7);
        CHECK(says(used.err, "Ask the running terminal for an export"));
    }
}

TEST_CASE("wrong use is told on stderr with status 2, help on stdout with status 0", "[tools]") {
    for (const char* command :
         {"verify", "show", "sheet", "checkpoint", "vkey", "export", "follow", "import", "recover",
          "diff", "policy", "receipt", "close", "completion"}) {
        INFO(command);
        const auto wrong = run({command});
        CHECK(wrong.code == 2);
        CHECK(wrong.out.empty());
        CHECK(says(wrong.err, "--help"));

        const auto help = run({command, "--help"});
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        CHECK(says(help.out, "Exit status: 0 good"));
    }
    CHECK(run({}).code == 2);
    CHECK(run({"verify", "--ledger", "x", "--nonsense"}).code == 2);
}

TEST_CASE("an interrupted verification ends with 130 and leaves no copy behind", "[tools]") {
    const DecidedLedger ledger;
    const TempFolder scratch;
    REQUIRE(::setenv("TMPDIR", scratch.path().c_str(), 1) == 0);
    InterruptingStream buffer;
    std::ostream err(&buffer);
    std::ostringstream out;
    tools::Streams streams{.out = out, .err = err, .at_terminal = true};
    CHECK(tools::run_program({"verify", "--ledger", ledger.path()}, streams) == 130);
    ::unsetenv("TMPDIR");
    CHECK(says(out.str(), "Not everything was checked."));
    CHECK(std::filesystem::is_empty(scratch.path()));
}

TEST_CASE("without a folder for the private copy nothing is said about the ledger", "[tools]") {
    const DecidedLedger ledger;
    REQUIRE(::setenv("TMPDIR", "/nonexistent", 1) == 0);
    const auto ran = run({"verify", "--ledger", ledger.path()});
    ::unsetenv("TMPDIR");
    CHECK(ran.code == 4);
    CHECK(ran.out.empty());
    CHECK(says(ran.err, "name another folder in TMPDIR"));
}

TEST_CASE("the version names program, build, format, compiler and libraries", "[tools]") {
    const auto ran = run({"--version"});
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("placet 0.1.0\nbuild      "));
    const auto hash = ran.out.substr(std::string_view("placet 0.1.0\nbuild      ").size(), 64);
    CHECK(from_hex(hash));
    for (const char* line :
         {"\nledger     format 1\n", "\ncompiler   ", "\nSQLite     3.", "\nlibsodium  1."})
        CHECK(says(ran.out, line));
}
