// placet show, checkpoint and vkey.
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/support/two_meetings.h"
#include "tests/tools/painted_code.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include "crypto/checkpoint.h"
#include "ledger/encoding.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;

TEST_CASE("entries are shown in words with number and time", "[tools]") {
    const DecidedLedger ledger;
    const auto ran = run({"show", "--ledger", ledger.path(), "--entries"});
    CHECK(ran.code == 0);
    const auto lines = lines_of(ran.out);
    REQUIRE(lines.size() == 15);
    // 1,790,000,000 s since 1970: 20,717 days and 51,200 s
    CHECK(lines[0] ==
          "     0  2026-09-21 14:13:20 UTC  The conference \"Test conference\" is founded "
          "(rehearsal).");
    CHECK(lines[8] == "     8  2026-09-21 14:13:20 UTC  State AAA votes YES.");
    CHECK(lines[11] == "    11  2026-09-21 14:13:20 UTC  State DDD votes NO.");
}

TEST_CASE("entries are shown as they are, one a line, for other programs", "[tools]") {
    const DecidedLedger ledger;
    const auto ran = run({"show", "--ledger", ledger.path(), "--lines"});
    CHECK(ran.code == 0);
    const auto lines = lines_of(ran.out);
    REQUIRE(lines.size() == 15);
    CompactRange tree;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(nlohmann::json::parse(lines[i])["seq"] == i);
        tree.append(leaf_hash(bytes_of(lines[i])));
    }
    // What was printed is what was signed.
    const auto note = run({"checkpoint", "--ledger", ledger.path()}).out;
    CHECK(note.find("\n15\n" + base64(tree.root()) + "\n") != std::string::npos);
}

TEST_CASE("a part of the entries can be asked for", "[tools]") {
    const DecidedLedger ledger;
    const auto path = ledger.path().string();
    CHECK(lines_of(run({"show", "--ledger", path, "--from", "8", "--to", "11"}).out).size() == 4);
    CHECK(lines_of(run({"show", "--ledger", path, "--from", "14"}).out).size() == 1);
    CHECK(lines_of(run({"show", "--ledger", path, "--to", "0"}).out).size() == 1);
    CHECK(run({"show", "--ledger", path, "--from", "15"}).out.empty());
    CHECK(run({"show", "--ledger", path, "--from", "-1"}).code == 2);
}

TEST_CASE("nothing is shown that is not verified", "[tools]") {
    const DecidedLedger ledger;
    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    for (const char* form : {"--lines", "--from=0"}) {
        const auto ran = run({"show", "--ledger", ledger.path(), form});
        CHECK(ran.code == 3);
        CHECK(lines_of(ran.out).size() == 11);
        CHECK(ran.err ==
              "placet show: Entry 11 was changed after signing. Entries 0 to 10 are good. Only "
              "entries that are good were shown.\n");
    }
}

TEST_CASE("an entry under no checkpoint is not shown", "[tools]") {
    const DecidedLedger ledger;
    tamper(ledger.path(), "DELETE FROM checkpoint WHERE size > 13");
    const auto ran = run({"show", "--ledger", ledger.path(), "--entries"});
    CHECK(ran.code == 3);
    CHECK(lines_of(ran.out).size() == 13);
}

TEST_CASE("the checkpoint is the signed note of the whole ledger", "[tools]") {
    const DecidedLedger ledger;
    const auto ran = run({"checkpoint", "--ledger", ledger.path()});
    CHECK(ran.code == 0);
    const auto vkey = run({"vkey", "--ledger", ledger.path()});
    CHECK(vkey.code == 0);
    REQUIRE(vkey.out.ends_with("\n"));
    const auto key = value_of(parse_verifier_key(vkey.out.substr(0, vkey.out.size() - 1)));
    const auto checkpoint = value_of(open_checkpoint(ran.out, key));
    CHECK(checkpoint.size == 15);
    CHECK(key.key == key_from_label("desk").public_key());
}

TEST_CASE("a checkpoint that the tree does not lead to is not printed", "[tools]") {
    const DecidedLedger ledger;
    tamper(ledger.path(), "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 14");
    for (const char* command : {"checkpoint", "vkey"}) {
        const auto ran = run({command, "--ledger", ledger.path()});
        CHECK(ran.code == 3);
        CHECK(ran.out.empty());
    }
}

TEST_CASE("OpenSSL alone verifies the checkpoint, and not a changed one", "[tools]") {
    const DecidedLedger ledger;
    const TempFolder folder;
    write_file(folder / "checkpoint", run({"checkpoint", "--ledger", ledger.path()}).out);
    write_file(folder / "vkey", run({"vkey", "--ledger", ledger.path()}).out);
    // As FORMAT.md section 1 says: key and signature are the last 32 and 64 bytes of the base64,
    // the signed text is what stands before the empty line.
    write_file(folder / "check", R"sh(set -e
cd "$(dirname "$0")"
vkey=$(cat vkey)
key=$(printf %s "$vkey" | cut -d+ -f3-)
name=${vkey%%+*}
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  printf %s "$key" | base64 -d | tail -c 32; } > pub.der
sed '/^$/,$d' checkpoint > text
grep -F "— $name " checkpoint | head -1 | cut -d' ' -f3 | base64 -d | tail -c 64 > sig
openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in text -sigfile sig
sed 's/^15$/16/' text > changed
if openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in changed -sigfile sig
then exit 1; fi
)sh");
    const auto text = shell("sh " + (folder / "check").string());
    CHECK(text.find("Signature Verified Successfully") != std::string::npos);
    CHECK(text.find("Signature Verification Failure") != std::string::npos);
}

TEST_CASE("a scanner reads the checkpoint from the QR code in the terminal", "[tools]") {
    const DecidedLedger ledger;
    const TempFolder folder;
    const auto ran = run({"checkpoint", "--qr", "--ledger", ledger.path()});
    CHECK(ran.code == 0);
    write_file(folder / "code.pbm", painted(ran.out));
    const auto read = shell("zbarimg --quiet --raw -Sdisable -Sqrcode.enable " +
                            (folder / "code.pbm").string() + " 2>/dev/null");
    // zbarimg ends what it read with a line feed of its own
    CHECK(read == run({"checkpoint", "--ledger", ledger.path()}).out + "\n");
}

TEST_CASE("a meeting is told in words, and a meeting that was not held is no record", "[tools]") {
    const TwoMeetings meetings;
    const auto first = run({"show", "--ledger", meetings.path(), "--meeting", "1"});
    CHECK(first.code == 0);
    CHECK(first.err.empty());
    CHECK(first.out.starts_with("Test conference\nPlenary, 1st meeting\n"));
    const auto second = run({"show", "--ledger", meetings.path(), "--meeting", "2"});
    CHECK(second.out.find("Plenary, 2nd meeting") != std::string::npos);

    const auto third = run({"show", "--ledger", meetings.path(), "--meeting", "3"});
    CHECK(third.code == 1);
    CHECK(third.err.find("the last one of this conference so far is 2") != std::string::npos);
    CHECK(run({"show", "--ledger", meetings.path(), "--meeting", "0"}).code == 2);
    CHECK(run({"show", "--ledger", meetings.path(), "--meeting", "1", "--lines"}).code == 2);
}

TEST_CASE("the record of a meeting ends before the first entry that was changed", "[tools]") {
    const TwoMeetings meetings;
    replace_bytes(meetings.path(), R"("choice":"no","delegation":"BBB")",
                  R"("choice":"no","delegation":"CCC")");
    const auto ran = run({"show", "--ledger", meetings.path(), "--meeting", "1"});
    CHECK(ran.code == 3);
    CHECK(ran.out.find("Draft article 3 was adopted") != std::string::npos);
    CHECK(ran.out.find("In favour: State AAA, State CCC") == std::string::npos);
    CHECK(ran.err.find("Only entries that are good were shown.") != std::string::npos);
    const auto second = run({"show", "--ledger", meetings.path(), "--meeting", "2"});
    CHECK(second.code == 3);
    CHECK(second.out.empty());
}
