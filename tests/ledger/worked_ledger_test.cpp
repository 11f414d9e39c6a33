// The worked ledger of FORMAT.md, section 8: made by another program in another language.
#include "ledger/acts.h"
#include "ledger/ledger.h"
#include "ledger/procedure/tally.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace placet;
using namespace placet::ledger;

namespace {

/// The indented blocks of section 8, in order, without their indentation.
std::vector<std::vector<std::string>> blocks() {
    std::ifstream file(PLACET_SOURCE_DIR "/ledger/FORMAT.md");
    REQUIRE(file);
    std::vector<std::vector<std::string>> found;
    bool section = false, inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) section = line.starts_with("## 8.");
        if (!section) continue;
        // An empty line inside a checkpoint stands between two indented lines.
        const bool indented = line.starts_with("    ");
        if (indented && !inside) found.emplace_back();
        if (indented) found.back().push_back(line.substr(4));
        inside = indented;
    }
    REQUIRE(found.size() == 6);
    return found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

SigningKey key_of(std::string_view label) { return SigningKey::from_seed(sha256(bytes_of(label))); }

/// The entry's draft with seals made anew by the keys of the labels.
Draft sealed_again(const Entry& entry, const std::optional<Hash>& charter) {
    auto draft = tests::value_of(draft_of(entry.record, entry.unit));
    for (const auto& seal : entry.seals)
        seal_draft(draft, charter, seal.role, seal.person, key_of(seal.person));
    return draft;
}

/// Reads the entries as a ledger would; the index of the first that is not accepted.
std::size_t accepted(const std::vector<std::string>& entries) {
    Conference conference;
    CompactRange tree;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto entry = decode_entry(entries[i]);
        const FeedPosition before{
            .origin = "placet.example/worked/desk", .size = tree.size(), .root = tree.root()};
        if (!entry || entry->seq != i || entry->feed != before.origin ||
            !check_entry(conference, *entry, before))
            return i;
        apply(conference, *entry);
        tree.append(entry->leaf);
    }
    return entries.size();
}

/// A ledger with the entries of section 8, written by Placet; returned open.
Ledger written(const std::filesystem::path& path, const std::vector<std::string>& entries) {
    const auto wall_ms = std::make_shared<std::int64_t>();
    std::optional<Ledger> ledger;
    for (const auto& line : entries) {
        const auto entry = tests::value_of(decode_entry(line));
        *wall_ms = entry.wall_ms;
        if (!ledger) {
            ledger = tests::value_of(Ledger::found(path, sealed_again(entry, std::nullopt),
                                                   entry.feed, key_of("desk"),
                                                   {.clock = [wall_ms] { return *wall_ms; }}));
            continue;
        }
        const auto draft = sealed_again(entry, ledger->conference().charter_leaf);
        CHECK(tests::value_of(ledger->append(draft)).entry.leaf == entry.leaf);
    }
    return *std::move(ledger);
}

/// What the second reader, which shares no code with Placet, says of a ledger: 0 for good.
int second_reader(const std::filesystem::path& ledger) {
    const std::string program = PLACET_SOURCE_DIR "/tests/second_reader/second_reader.py";
    return std::system(("/usr/bin/python3 '" + program + "' '" + ledger.string() + "'").c_str());
}

}  // namespace

TEST_CASE("the worked ledger is read and written byte for byte", "[ledger]") {
    const auto worked = blocks();
    const auto &entries = worked[1], &leaves = worked[2], &checkpoint = worked[5];
    REQUIRE(entries.size() == 16);
    REQUIRE(leaves.size() == entries.size());
    const tests::TempFolder folder;
    auto ledger = written(folder / "worked.placet", entries);
    const auto stored = tests::value_of(ledger.log().store().entries(0));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(stored[i].data == entries[i]);
        CHECK(hex(stored[i].leaf) == leaves[i]);
    }
    CHECK(format_verifier_key(ledger.verifier_key()) == worked[0].front());
    CHECK(ledger.checkpoint_note() ==
          joined({checkpoint.begin(), checkpoint.begin() + 3}) + "\n" + checkpoint.back() + "\n");
}

TEST_CASE("a second reader accepts what Placet wrote, and no ballot that was changed", "[ledger]") {
    const tests::TempFolder folder;
    const auto path = folder / "worked.placet";
    { const auto ledger = written(path, blocks()[1]); }
    CHECK(second_reader(path) == 0);

    auto bytes = tests::content_of(path);
    const auto choice = bytes.find("\"choice\":\"yes\"");
    REQUIRE(choice != std::string::npos);
    bytes.replace(choice, 14, "\"choice\":\"not\"");
    tests::write_file(path, bytes);
    CHECK(second_reader(path) != 0);
}

TEST_CASE("the desk computes the tables and the announcement of the worked ledger", "[ledger]") {
    const auto worked = blocks();
    Conference conference;
    CompactRange tree;
    for (const auto& line : worked[1]) {
        const auto entry = decode_entry(line);
        REQUIRE(entry);
        const FeedPosition here{.origin = entry->feed, .size = tree.size(), .root = tree.root()};
        if (const auto* lock = std::get_if<VoteLocked>(&entry->record)) {
            CHECK(cut_table({here}) == joined(worked[3]));
            CHECK(lock_of_vote(conference, here)->cut == lock->cut);
        }
        if (const auto* announced = std::get_if<ResultAnnounced>(&entry->record)) {
            const auto computed = announcement_of(conference);
            REQUIRE(computed);
            CHECK(computed->record == *announced);
            CHECK(computed->table == joined(worked[4]));
        }
        apply(conference, *entry);
        tree.append(entry->leaf);
    }
}

TEST_CASE("no letter or digit of the worked ledger can be another", "[ledger]") {
    const auto entries = blocks()[1];
    REQUIRE(accepted(entries) == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        // What no seal covers, the tree does: a wrong PIN, what the clock said, and a type of which
        // this version knows nothing.
        if (entries[i].find("pin_refused") != std::string::npos) continue;
        const auto type = entries[i].find("\"type\""), unit = entries[i].find("\"unit\":\"");
        const auto end = entries[i].find("\"wall_ms\"");
        for (std::size_t at = 0; at < end; at += 3) {
            auto changed = entries;
            char& c = changed[i][at];
            if ((at > type && at < unit) || std::isalnum(static_cast<unsigned char>(c)) == 0)
                continue;
            c = c == '1' ? '2' : c == 'a' ? 'b' : c < 'a' ? (c == 'Z' ? 'Y' : 'Z') : 'a';
            INFO("entry " << i << ", byte " << at);
            CHECK(accepted(changed) <= i);
        }
    }
}
