// The folder of texts: what is offered, what is not and why, and that what is recorded is what was
// offered.
#include "terminal/text_folder.h"

#include "ledger/procedure/election_rules.h"
#include "terminal/text_records.h"
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>
#include <condition_variable>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;
using tests::value_of;
using tests::write_file;

namespace {

/// A folder that is looked at until it is done.
struct Looked {
    tests::TempFolder folder = {};
    std::mutex mutex = {};
    std::condition_variable woken = {};
    TextFolder texts{folder.path(), [this] { woken.notify_all(); }};

    TextsView view(const std::vector<std::string>& languages = {"en", "fr"}) {
        texts.read(languages);
        std::unique_lock lock(mutex);
        const bool done = woken.wait_for(lock, std::chrono::seconds(20),
                                         [this] { return !texts.view().reading; });
        CHECK(done);
        return texts.view();
    }
};

TextTrouble trouble_with(const TextsView& view, const std::string& file) {
    for (const auto& [name, trouble] : view.trouble)
        if (name == file) return trouble;
    FAIL("nothing is said of " << file);
    return {};
}

}  // namespace

TEST_CASE("the name of a file says which text it is and in which language", "[terminal]") {
    using Named = std::pair<std::string, std::string>;
    CHECK(name_and_language("A_CONF.999_L.12.en.txt") == Named("A_CONF.999_L.12", "en"));
    CHECK(name_and_language("article-2.ar.docx") == Named("article-2", "ar"));
    for (const auto* wrong : {"notes.txt", "en.txt", ".en.txt", "name..txt", "name", "a b.en.txt",
                              "", ".", "na\nme.en.txt"})
        CHECK_FALSE(name_and_language(wrong));
}

TEST_CASE("texts are offered by name with their hashes by language", "[terminal]") {
    Looked looked;
    write_file(looked.folder / "L.2.fr.txt", "deux");
    write_file(looked.folder / "L.2.en.txt", "two");
    write_file(looked.folder / "L.1.en.md", "one");
    write_file(looked.folder / ".hidden.en.txt", "not seen");
    const auto view = looked.view();
    REQUIRE(view.texts.size() == 2);
    CHECK(view.texts[0].name == "L.1");
    CHECK(view.texts[1].texts == std::map<std::string, Hash>{{"en", sha256(bytes_of("two"))},
                                                             {"fr", sha256(bytes_of("deux"))}});
    CHECK(view.trouble.empty());

    // What is changed after it was read is not what was offered.
    write_file(looked.folder / "L.1.en.md", "another");
    const auto kept = looked.texts.bytes_of_text(sha256(bytes_of("one")));
    REQUIRE(kept);
    CHECK(std::ranges::equal(*kept, bytes_of("one")));
    CHECK_FALSE(looked.texts.bytes_of_text(sha256(bytes_of("another"))));
    looked.view();
    CHECK(looked.texts.bytes_of_text(sha256(bytes_of("another"))));
}

TEST_CASE("a file that cannot be a text is named with the reason, and the others are offered",
          "[terminal]") {
    Looked looked;
    write_file(looked.folder / "L.1.en.txt", "one");
    write_file(looked.folder / "L.1.en.doc", "uno");  // first in byte order
    write_file(looked.folder / "L.2.de.txt", "zwei");
    write_file(looked.folder / "L.3.en.txt", "");
    write_file(looked.folder / "notes.txt", "notes");
    write_file(looked.folder / "L.4.en.txt", std::string(TextFolder::text_limit + 1, 'x'));
    write_file(looked.folder / "L.5.en.txt", std::string(TextFolder::text_limit, 'x'));
    REQUIRE(::mkfifo((looked.folder / "L.6.en.txt").c_str(), 0600) == 0);
    std::filesystem::create_symlink("/etc/hostname", looked.folder / "L.7.en.txt");
    std::filesystem::create_directory(looked.folder / "L.8.en.txt");
    const auto view = looked.view();
    CHECK(trouble_with(view, "L.1.en.txt") == TextTrouble::twice);
    CHECK(trouble_with(view, "L.2.de.txt") == TextTrouble::unknown_language);
    CHECK(trouble_with(view, "L.3.en.txt") == TextTrouble::empty);
    CHECK(trouble_with(view, "notes.txt") == TextTrouble::no_language);
    CHECK(trouble_with(view, "L.4.en.txt") == TextTrouble::too_large);
    for (const auto* file : {"L.6.en.txt", "L.7.en.txt", "L.8.en.txt"})
        CHECK(trouble_with(view, file) == TextTrouble::unreadable);
    REQUIRE(view.texts.size() == 2);
    CHECK(view.texts[0].texts.at("en") == sha256(bytes_of("uno")));
    CHECK(view.texts[1].name == "L.5");
}

TEST_CASE("scanned sheets are offered by their names, beside the texts", "[terminal]") {
    Looked looked;
    write_file(looked.folder / "L.1.en.pdf", "a text");
    write_file(looked.folder / "L.1.de.pdf", "a text in no language of the conference");
    write_file(looked.folder / "ballot 2.PDF", "two");
    write_file(looked.folder / "ballot.1.jpeg", "one");
    write_file(looked.folder / "ballot 3.png", "");
    write_file(looked.folder / "ballot 4.tif", std::string(TextFolder::text_limit + 1, 'x'));
    const auto view = looked.view();
    CHECK(view.sheets == std::vector<ScannedSheet>{{"ballot 2.PDF", sha256(bytes_of("two"))},
                                                   {"ballot.1.jpeg", sha256(bytes_of("one"))}});
    REQUIRE(view.texts.size() == 1);
    CHECK(view.texts[0].name == "L.1");
    CHECK(trouble_with(view, "L.1.de.pdf") == TextTrouble::unknown_language);
    CHECK(trouble_with(view, "ballot 3.png") == TextTrouble::empty);
    CHECK(trouble_with(view, "ballot 4.tif") == TextTrouble::too_large);
    CHECK(looked.texts.bytes_of_text(sha256(bytes_of("two"))));
}

TEST_CASE("a folder that is not there is said to be unreadable", "[terminal]") {
    Looked looked;
    std::filesystem::remove(looked.folder.path());
    const auto view = looked.view();
    CHECK(trouble_with(view, "") == TextTrouble::unreadable);
    CHECK(view.texts.empty());
    std::filesystem::create_directory(looked.folder.path());
    CHECK(looked.view().trouble.empty());
}

TEST_CASE("the scanned sheet of a ballot goes into the ledger with its protocol", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    write_file(kiosk.texts() / "ballot 1.pdf", "as it was scanned");
    kiosk.open_meeting();
    auto opened = next_election(kiosk.conference());
    opened.office = "to the office of President";
    opened.candidates = {{"aaa", "State aaa"}, {"bbb", "State bbb"}};
    kiosk.act(NoteRecord{opened});
    kiosk.handle(OpenScreen{Screen::election});
    kiosk.settle();
    REQUIRE(kiosk.state().texts.sheets.size() == 1);
    auto protocol = next_protocol(kiosk.conference());
    protocol.distributed = protocol.found = 3;
    protocol.votes[0].votes = 2;
    protocol.votes[1].votes = 1;
    protocol.tellers = "Ms Silva";
    protocol.document = sha256(bytes_of("another"));
    kiosk.refuses(NoteRecord{protocol}, "The scanned sheet is no longer in the folder.");
    protocol.document = kiosk.state().texts.sheets.front().hash;
    kiosk.handle(NoteRecord{protocol});
    kiosk.enter_both_pins();
    kiosk.settle();
    CHECK(kiosk.conference().elections.back().phase() == ElectionPhase::complete);
    kiosk.stop();
    auto ledger = value_of(tests::reopen_ledger(kiosk.file(), kiosk.builder()));
    const auto kept = value_of(ledger.attachment(*protocol.document));
    REQUIRE(kept);
    CHECK(std::ranges::equal(*kept, bytes_of("as it was scanned")));
}

TEST_CASE("a record whose text is not at hand is refused, and so is a badge among the words",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.open_meeting();
    ProposalRegistered oral{.proposal = "oral-1",
                            .kind = ProposalKind::amendment,
                            .parent = "article-2",
                            .text_unit = "article-2",
                            .sponsors = {"aaa"},
                            .title = "The oral amendment to draft article 2 by State aaa",
                            .texts = {{"en", sha256(bytes_of("Delete it."))}}};
    kiosk.refuses(NoteRecord{oral}, "is no longer in the folder");
    kiosk.refuses(NoteRecord{.record = oral, .words = "Delete this."}, "no longer in the folder");
    auto scanned = oral;
    const auto words = "Delete it." + Kiosk::badge("aaa-1");
    scanned.texts = {{"en", sha256(bytes_of(words))}};
    kiosk.refuses(NoteRecord{.record = scanned, .words = words}, "A badge was scanned");
    kiosk.act(NoteRecord{.record = oral, .words = "Delete it."});
    CHECK(kiosk.conference().proposal("oral-1") != nullptr);
    // What the ledger has is not asked for again.
    kiosk.act(NoteRecord{ProposalRevised{
        .proposal = "oral-1", .version = 1, .sponsors = {"aaa", "bbb"}, .texts = oral.texts}});
}
