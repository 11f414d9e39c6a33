// placet verify with what people keep: checkpoints as notes and photographs, evidence, receipts.
#include "crypto/tlog_proof.h"
#include "ledger/exchange/pasted_note.h"
#include "tests/support/forged_ledger.h"
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/tools/painted_code.h"
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

std::string output_of(const std::vector<std::string>& arguments) {
    const auto ran = run(arguments);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return ran.out;
}

std::string desk_key() {
    return format_verifier_key(
        {.name = ConferenceBuilder::origin(), .key = key_from_label("desk").public_key()});
}

/// Nobody's, but of the same name.
std::string other_key() {
    return format_verifier_key(
        {.name = ConferenceBuilder::origin(), .key = key_from_label("other").public_key()});
}

/// A decided ledger, and what somebody kept of it.
struct Kept {
    DecidedLedger ledger;
    TempFolder folder;
    std::string path = ledger.path();
    std::string file = folder / "file";

    Ran verify(const std::string& text, const std::string& option = "--checkpoint") {
        write_file(file, text);
        return run({"verify", "--ledger", path, option, file});
    }
    std::string forked() const {
        const auto other = folder / "forked.ledger";
        if (!fs::exists(other))
            forge<ledger::Ballot>(path, other, 4,
                                  [](auto& ballot) { ballot.choice = ledger::Choice::abstain; });
        return other;
    }
    /// A receipt of DDD's ballot.
    std::string receipt() const {
        return output_of({"receipt", "--ledger", path, "--entry", "11"});
    }
    Ran verify_receipt(const std::string& text, const std::string& key = desk_key()) {
        write_file(file, text);
        return run({"verify", "--receipt", file, "--vkey", key});
    }
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a checkpoint that was kept says how the ledger stands to it", "[tools]") {
    Kept kept;
    const auto same = kept.verify(output_of({"checkpoint", "--ledger", kept.path}));
    CHECK(same.code == 0);
    CHECK(says(same.out, "checkpoint  good         The checkpoint is of these 15 entries.\n"));

    const DecidedLedger earlier(close_at);
    const auto old = output_of({"checkpoint", "--ledger", earlier.path()});
    const auto older = kept.verify(old);
    CHECK(older.code == 0);
    CHECK(says(older.out,
               "checkpoint  good         The checkpoint is of the first 12 entries; 3 entries came "
               "since.\n"));

    const auto whole = output_of({"checkpoint", "--ledger", kept.path});
    write_file(kept.file, whole);
    const auto newer =
        run({"verify", "--ledger", earlier.path(), "--checkpoint", kept.file, "--json"});
    CHECK(newer.code == 5);
    const auto level = json::parse(newer.out)["levels"][4];
    CHECK(level["level"] == "checkpoint");
    CHECK(level["verdict"] == "not checked");
    CHECK(says(level["proved"], "newer: of 15 entries. 3 entries are missing here"));

    const auto forked = kept.verify(output_of({"checkpoint", "--ledger", kept.forked()}));
    CHECK(forked.code == 3);
    CHECK(says(forked.out,
               "The key signed another history: what differs stands in the first 12 entries."));
}

TEST_CASE("a checkpoint that nobody signed says nothing about a ledger", "[tools]") {
    Kept kept;
    const auto note = output_of({"checkpoint", "--ledger", kept.path});
    const auto changed = kept.verify(replaced(note, "\n15\n", "\n16\n"));
    CHECK(changed.code == 3);
    CHECK(says(changed.err, "this is no checkpoint that"));
    CHECK(changed.out.empty());
    CHECK(kept.verify("Dear all, here is the checkpoint.\n").code == 4);
    CHECK(run({"verify", "--checkpoint", kept.file}).code == 2);
    CHECK(run({"verify", "--ledger", kept.path, "--checkpoint", kept.folder / "none"}).code == 4);
}

TEST_CASE("a note is found in a mail, whatever became of its dash", "[tools]") {
    Kept kept;
    const auto note = output_of({"checkpoint", "--ledger", kept.path});
    std::string windows = "Dear all,\r\n\r\n";
    for (const char c : note) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(kept.verify(windows + "\r\nRegards\r\n").code == 0);
    for (const char* dash : {"-", "--", "\u2013", "\u00e2\u0080\u0094"}) {
        INFO(dash);
        const auto mangled = replaced(note, "\u2014", dash);
        CHECK(ledger::note_within(mangled, ConferenceBuilder::origin()) == note);
        CHECK(kept.verify(mangled).code == 0);
    }
    CHECK(ledger::note_within("no note", ConferenceBuilder::origin()) == "no note");
    CHECK(ledger::note_within(note + note, ConferenceBuilder::origin()) == note);
}

TEST_CASE("a photograph of the terminal's code is a checkpoint", "[tools]") {
    Kept kept;
    write_file(kept.folder / "code.pbm",
               painted(output_of({"checkpoint", "--qr", "--ledger", kept.path})));
    const auto convert = "convert " + (kept.folder / "code.pbm").string() + " ";
    // At an angle, out of focus, not of whole pixels, on grey: as a telephone sees it.
    const auto photo = (kept.folder / "photo.png").string();
    shell(convert + "-colorspace Gray -background '#999' -resize 137% -rotate 5 -blur 0x1 " +
          photo);
    const auto jpeg = (kept.folder / "photo.jpg").string();
    shell(convert + "-colorspace Gray -background '#999' -resize 90% -rotate -3 -quality 60 " +
          jpeg);
    for (const auto& picture : {photo, jpeg}) {
        INFO(picture);
        const auto ran = run({"verify", "--ledger", kept.path, "--checkpoint", picture});
        CHECK(ran.code == 0);
        CHECK(says(ran.out, "The checkpoint is of these 15 entries."));
        CHECK(run({"verify", "--ledger", kept.forked(), "--checkpoint", picture}).code == 5);
    }

    const auto blank = (kept.folder / "blank.png").string();
    shell("convert -size 200x200 xc:white " + blank);
    const auto none = run({"verify", "--ledger", kept.path, "--checkpoint", blank});
    CHECK(none.code == 4);
    CHECK(says(none.err, "no QR code is found in this picture"));
    write_file(blank, content_of(photo).substr(0, 200));
    CHECK(run({"verify", "--ledger", kept.path, "--checkpoint", blank}).code == 4);
}

TEST_CASE("where no program reads QR codes, that is said, and what to install", "[tools]") {
    Kept kept;
    const auto picture = (kept.folder / "blank.png").string();
    shell("convert -size 200x200 xc:white " + picture);
    const std::string path = std::getenv("PATH");
    REQUIRE(::setenv("PATH", "/nonexistent", 1) == 0);
    const auto ran = run({"verify", "--ledger", kept.path, "--checkpoint", picture});
    ::setenv("PATH", path.c_str(), 1);
    CHECK(ran.code == 1);
    CHECK(says(ran.err, "Install the package zbar-tools"));
}

TEST_CASE("evidence of a fork is judged without any ledger", "[tools]") {
    Kept kept;
    const auto evidence = (kept.folder / "fork.json").string();
    REQUIRE(run({"diff", kept.path, kept.forked(), "--evidence", evidence}).code == 3);
    const auto ran = run({"verify", "--evidence", evidence});
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "This is a fork. The key " + ConferenceBuilder::origin() + "+"));
    CHECK(says(ran.out, "one of 12 entries, and one of 15"));
    CHECK(says(ran.out, "The key is the one that the file names: " + desk_key()));

    const auto known = run({"verify", "--evidence", evidence, "--vkey", desk_key()});
    CHECK(known.code == 0);
    CHECK(says(known.out, "The key is the one that was given."));
    const auto other = run({"verify", "--evidence", evidence, "--vkey", other_key()});
    CHECK(other.code == 3);
    CHECK(says(other.err, "another key than the one that was given"));
    CHECK(other.out.empty());

    // The two checkpoints are of one history: no fork, whatever the file says.
    auto tampered = json::parse(content_of(evidence));
    tampered["checkpoint_a"] = tampered["checkpoint_b"];
    write_file(kept.file, tampered.dump());
    CHECK(run({"verify", "--evidence", kept.file}).code == 3);
    write_file(kept.file, "{}");
    CHECK(run({"verify", "--evidence", kept.file}).code == 4);
    CHECK(run({"verify", "--evidence", kept.file, "--ledger", kept.path}).code == 2);
    CHECK(run({"verify", "--quiet", "--evidence", evidence}).out.empty());
}

TEST_CASE("a receipt proves one entry without the ledger, and shows that entry", "[tools]") {
    Kept kept;
    const auto ran = kept.verify_receipt(kept.receipt());
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("DDD votes NO, in run 1.\n"));
    CHECK(says(ran.out, "Entry       11 of 15, 2026-09-21 14:13:20 UTC by its clock\n"));
    CHECK(says(ran.out, "Sealed by   DDD-1 (delegate)\n"));
    CHECK(says(ran.out, R"(As signed   {"content":{"choice":"no","delegation":"DDD",)"));
    CHECK(says(ran.out, "The receipt is good"));
    // Any entry has one, and it is the standard's file.
    for (const char* entry : {"0", "8", "14"}) {
        const auto text = output_of({"receipt", "--ledger", kept.path, "--entry", entry});
        CHECK(value_of(parse_tlog_proof(text)).index == std::stoull(entry));
        CHECK(kept.verify_receipt(text).code == 0);
    }
    CHECK(run({"receipt", "--ledger", kept.path, "--entry", "15"}).code == 1);
}

TEST_CASE("a receipt of which anything was changed is none", "[tools]") {
    Kept kept;
    const auto good = kept.receipt();
    auto proof = value_of(parse_tlog_proof(good));
    auto bytes = text_of(*proof.extra);
    const auto with_entry = [&](const std::string& entry) {
        auto changed = proof;
        changed.extra = Bytes(entry.begin(), entry.end());
        return format_tlog_proof(changed);
    };
    REQUIRE(with_entry(bytes) == good);
    const auto yes =
        kept.verify_receipt(with_entry(replaced(bytes, R"("choice":"no")", R"("choice":"yes")")));
    CHECK(yes.code == 3);
    CHECK(yes.out.empty());
    auto moved = proof;
    moved.index = 10;
    CHECK(kept.verify_receipt(format_tlog_proof(moved)).code == 3);
    auto cut = proof;
    cut.proof.pop_back();
    CHECK(kept.verify_receipt(format_tlog_proof(cut)).code == 3);
    CHECK(kept.verify_receipt(replaced(good, "\n15\n", "\n16\n")).code == 3);
    CHECK(kept.verify_receipt(good, other_key()).code == 3);
    auto empty = proof;
    empty.extra.reset();
    CHECK(kept.verify_receipt(format_tlog_proof(empty)).code == 4);
}

TEST_CASE("a receipt is not judged without the key, and shows nothing then", "[tools]") {
    Kept kept;
    write_file(kept.file, kept.receipt());
    const auto ran = run({"verify", "--receipt", kept.file});
    CHECK(ran.code == 6);
    CHECK(ran.out.empty());
    CHECK(says(ran.err, "only the key shows, and none was given"));
    CHECK(says(ran.err, "Give the key of " + ConferenceBuilder::origin()));
}

TEST_CASE("a changed entry gets no receipt", "[tools]") {
    Kept kept;
    replace_bytes(kept.path, R"("choice":"no")", R"("choice":"ye")");
    const auto ran = run({"receipt", "--ledger", kept.path, "--entry", "11"});
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(run({"receipt", "--ledger", kept.path, "--entry", "10"}).code == 0);
}

TEST_CASE("a receipt is a file or a code, and one too large for a code says so", "[tools]") {
    Kept kept;
    const auto file = (kept.folder / "receipt").string();
    CHECK(output_of({"receipt", "--ledger", kept.path, "--entry", "11", "--output", file}).empty());
    CHECK(content_of(file) == kept.receipt());
    CHECK(run({"receipt", "--ledger", kept.path, "--entry", "11", "--output", file}).code == 1);

    write_file(kept.folder / "code.pbm",
               painted(output_of({"receipt", "--qr", "--ledger", kept.path, "--entry", "11"})));
    const auto picture = (kept.folder / "code.png").string();
    shell("convert " + (kept.folder / "code.pbm").string() + " " + picture);
    const auto read = run({"verify", "--receipt", picture, "--vkey", desk_key()});
    CHECK(read.code == 0);
    CHECK(read.out.starts_with("DDD votes NO"));

    // The persons of twenty delegations, each with a public key, are more than any code holds.
    std::vector<std::string> many;
    for (char c = 'A'; c < 'U'; ++c) many.push_back(std::string("XX") + c);
    const auto crowded = (kept.folder / "crowded.ledger").string();
    { const auto ledger = found_ledger(crowded, ConferenceBuilder(many)); }
    REQUIRE(
        output_of({"show", "--ledger", crowded, "--from", "2", "--to", "2"}).find("accredited") !=
        std::string::npos);
    const auto large = run({"receipt", "--qr", "--ledger", crowded, "--entry", "2"});
    CHECK(large.code == 4);
    CHECK(large.out.empty());
    CHECK(says(large.err, "more than a QR code holds"));
    CHECK(run({"receipt", "--ledger", crowded, "--entry", "2"}).code == 0);
}
