// Directories by somebody who wants to harm whoever takes them in, the desk's own key included:
// refused in words, with nothing stored, in little memory; and the good directory still passes.
#include "ledger/exchange/own_copies.h"
#include "ledger/exchange/static_directory.h"
#include "tests/exchange/exchanged.h"
#include "tests/reliability/campaign.h"
#include "tests/support/child.h"
#include "tests/support/two_meetings.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

#include <fmt/format.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t held_size = 120, full_size = 300;

/// What the import, the check of the directory and the kiosk's look at its own copies say; "" if
/// they accept it.
struct Answers {
    std::string import, check, own;
};

/// Enough for the largest bundle, note and attachment several times over.
void limit_memory() {
    if (campaign_divisor > 1) return;  // a sanitizer's shadow is larger than any limit
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlim_t most = pages * static_cast<std::uint64_t>(::getpagesize()) + (64UL << 20U);
    const rlimit limit{.rlim_cur = most, .rlim_max = most};
    ::setrlimit(RLIMIT_AS, &limit);
}

std::string in_little_memory(const std::function<Result<Done>()>& work) {
    const auto answer = in_child([&]() -> std::string {
        limit_memory();
        const auto done = work();
        return done ? "accepted" : "refused: " + done.error().detail;
    });
    INFO(answer);
    REQUIRE((answer == "accepted" || answer.size() > 40));  // else the child died
    return answer == "accepted" ? "" : answer;
}

/// A good directory, copies that hold nothing or a part of it, and the desk's ledger.
class Target {
public:
    Target() {
        auto ledger = ledger_of(folder_ / "ledger", held_size);
        export_to(ledger.log().store(), folder_ / "held.out");
        refuse_pins(ledger, full_size - held_size, "chair");
        export_to(ledger.log().store(), good());
        begin_copy("0", {});
        begin_copy(std::to_string(held_size), folder_ / "held.out");
    }

    fs::path good() const { return folder_ / "good"; }
    fs::path operator/(std::string_view name) const { return folder_ / name; }

    /// What everybody says of the good directory with this done to it.
    Answers answers_to(const std::function<void(const fs::path&)>& change) {
        const auto bad = folder_ / "bad";
        fs::remove_all(bad);
        fs::copy(good(), bad, fs::copy_options::recursive);
        change(bad);
        Answers answers{.import = import_into("0", bad),
                        .check = in_little_memory([&]() -> Result<Done> {
                            const auto carrier = open_folder(bad);
                            if (!carrier) return carrier.error();
                            const auto checked = check_log(**carrier, "", desk_key());
                            return checked ? Result<Done>(Done{}) : checked.error();
                        }),
                        .own = in_little_memory([&]() -> Result<Done> {
                            auto store = Store::open(folder_ / "ledger");
                            const auto own = FeedTree::restore(*store, store->feeds()->front());
                            const auto state = compare_with_copy(*store, *own, **open_folder(bad));
                            return state ? Result<Done>(Done{}) : state.error();
                        })};
        // It is the same for a copy that holds a part.
        CHECK(import_into(std::to_string(held_size), bad).empty() == answers.import.empty());
        return answers;
    }

private:
    void begin_copy(const std::string& name, const fs::path& directory) {
        auto store = new_copy(folder_ / name);
        if (!directory.empty()) value_of(run_import(store, directory));
    }

    std::string import_into(const std::string& name, const fs::path& bad) {
        const auto copy = folder_ / "copy";
        fs::copy_file(folder_ / name, copy, fs::copy_options::overwrite_existing);
        const auto answer = in_little_memory([&]() -> Result<Done> {
            auto store = Store::open(copy);
            const auto report = run_import(*store, bad);
            return report ? Result<Done>(Done{}) : report.error();
        });
        auto store = value_of(Store::open(copy));
        if (!answer.empty()) CHECK(std::to_string(value_of(store.size())) == name);
        CHECK(value_of(store.evidence()).empty());
        CHECK(value_of(store.feeds()).size() == 1);
        const auto report = value_of(run_import(store, good()));
        CHECK(report.feeds.front().after == full_size);
        return answer;
    }

    TempFolder folder_{fast_folder()};
};

/// Nobody accepts it, and the kiosk is not kept from writing by it.
void check_refused(Target& target, const std::string& what,
                   const std::function<void(const fs::path&)>& change) {
    INFO(what);
    const auto answers = target.answers_to(change);
    CHECK_FALSE(answers.import.empty());
    CHECK_FALSE(answers.check.empty());
    CHECK(answers.own.empty());
}

void check_accepted(Target& target, const std::string& what,
                    const std::function<void(const fs::path&)>& change) {
    INFO(what);
    const auto answers = target.answers_to(change);
    CHECK(answers.import.empty());
    CHECK(answers.check.empty());
    CHECK(answers.own.empty());
}

/// The text of a checkpoint of the good directory, without signatures.
std::string text_of_checkpoint(const Target& target) {
    const auto note = content_of(target.good() / "checkpoint");
    return note.substr(0, note.find("\n\n") + 1);
}

std::string signed_by_desk(const std::string& text) {
    return sign_note(text, ConferenceBuilder::origin(), key_from_label("desk"));
}

void write_checkpoint(const fs::path& directory, std::uint64_t size, const Hash& root) {
    write_file(directory / "checkpoint",
               sign_checkpoint({.origin = ConferenceBuilder::origin(), .size = size, .root = root},
                               key_from_label("desk")));
}

Hash root_of_good(const Target& target) {
    return value_of(open_checkpoint(content_of(target.good() / "checkpoint"), desk_key())).root;
}

// Everything that can stand where a file should be.

void put_folder(const fs::path& at) { fs::create_directory(at); }
void put_pipe(const fs::path& at) { REQUIRE(::mkfifo(at.c_str(), 0666) == 0); }
void put_link_to_itself(const fs::path& at) { fs::create_symlink(at, at); }
void put_link_to_device(const fs::path& at) { fs::create_symlink("/dev/zero", at); }
void put_device(const fs::path& at) {
    // Only root may; others are shown a socket.
    if (::mknod(at.c_str(), S_IFCHR | 0666, makedev(1, 5)) == 0) return;
    const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    at.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::close(made);
}

constexpr std::pair<const char*, void (*)(const fs::path&)> things[] = {
    {"a folder", put_folder},
    {"a pipe", put_pipe},
    {"a link to itself", put_link_to_itself},
    {"a link to a device", put_link_to_device},
    {"a device", put_device},
};

}  // namespace

TEST_CASE("a checkpoint of more or fewer entries than there are is refused", "[exchange]") {
    Target target;
    const auto root = root_of_good(target);
    for (const std::uint64_t size :
         {std::uint64_t{1}, full_size - 1, full_size + 1, std::uint64_t{512},
          std::uint64_t{1} << 32U, std::uint64_t{1} << 62U, (std::uint64_t{1} << 63U) - 1}) {
        INFO(size);
        const auto answers =
            target.answers_to([&](const fs::path& bad) { write_checkpoint(bad, size, root); });
        CHECK_FALSE(answers.import.empty());
        CHECK_FALSE(answers.check.empty());
        // Signed by the desk, and not what the desk holds: it is kept from writing, and rightly.
        CHECK_FALSE(answers.own.empty());
    }
    check_refused(target, "a size of 2^63", [&](const fs::path& bad) {
        write_file(bad / "checkpoint",
                   signed_by_desk(fmt::format("{}\n9223372036854775808\n{}\n",
                                              ConferenceBuilder::origin(), base64(root.bytes))));
    });
    check_accepted(target, "the size that it has",
                   [&](const fs::path& bad) { write_checkpoint(bad, full_size, root); });
}

TEST_CASE("a note of 1 MiB or of 100 signatures is the largest that is read", "[exchange]") {
    Target target;
    const auto text = text_of_checkpoint(target);
    const auto of_size = [&](std::size_t size) {
        const auto rest = size - signed_by_desk(text).size();
        return signed_by_desk(text + std::string(rest - 1, 'x') + "\n");
    };
    REQUIRE(of_size(note_size_limit).size() == note_size_limit);
    const auto with_lines = [&](int count) {
        auto note = signed_by_desk(text);
        for (int i = 1; i < count; ++i)
            note += sign_note(text, fmt::format("witness-{}.example", i),
                              key_from_label(std::to_string(i)))
                        .substr(text.size() + 1);
        return note;
    };
    const auto note = [](const std::string& content) {
        return [content](const fs::path& bad) { write_file(bad / "checkpoint", content); };
    };
    check_accepted(target, "1 MiB", note(of_size(note_size_limit)));
    check_refused(target, "1 MiB and a byte", note(of_size(note_size_limit + 1)));
    // Cut off where it is too long, it would be a good note.
    check_refused(target, "1 MiB, and more", note(of_size(note_size_limit) + "\n"));
    check_accepted(target, "100 signatures", note(with_lines(100)));
    check_refused(target, "101 signatures", note(with_lines(101)));
    check_refused(target, "1 MiB of nothing", note(std::string(note_size_limit, '\0')));
    check_refused(target, "nothing", note(""));
}

TEST_CASE("whatever stands where a file should be is not followed, opened or waited for",
          "[exchange]") {
    Target target;
    for (const auto& [file, content] : files_in(target.good())) {
        const bool hashes = file.starts_with("tile/") && !file.starts_with("tile/entries/");
        for (const auto& [what, put] : things) {
            INFO(what << " at " << file);
            const auto answers =
                target.answers_to([&, put = put, file = file](const fs::path& bad) {
                    fs::remove(bad / file);
                    put(bad / file);
                });
            // An import makes the hashes itself from the entries.
            CHECK(answers.import.empty() == hashes);
            CHECK_FALSE(answers.check.empty());
            CHECK(answers.own.empty());
        }
    }
    check_refused(target, "a link to a folder", [&](const fs::path& bad) {
        fs::remove_all(bad / "tile");
        fs::create_symlink(target.good() / "tile", bad / "tile");
    });
    for (const auto& [from, to] : {std::pair{"checkpoint", "CHECKPOINT"}, {"tile", "TILE"}})
        check_refused(target, to, [from = from, to = to](const fs::path& bad) {
            fs::rename(bad / from, bad / to);
        });
    check_refused(target, "a file in place of a folder", [&](const fs::path& bad) {
        fs::remove_all(bad / "tile");
        write_file(bad / "tile", "");
    });
}

TEST_CASE("a bundle of any length costs no more than one that is good", "[exchange]") {
    Target target;
    const auto whole = target.good() / "tile/entries/000";
    const auto good = content_of(whole);
    std::size_t last = 0;  // where the last entry of the bundle begins
    for (const auto& entry : value_of(split_bundle(bytes_of(good), tile_width)))
        last = static_cast<std::size_t>(entry.data() - bytes_of(good).data()) - 2;
    check_refused(target, "4 GiB of nothing", [](const fs::path& bad) {
        fs::resize_file(bad / "tile/entries/000", 0);
        fs::resize_file(bad / "tile/entries/000", std::uintmax_t{4} << 30U);
    });
    {
        // The entries are there; what follows is not read, and only the check calls it wrong.
        const auto answers = target.answers_to([](const fs::path& bad) {
            fs::resize_file(bad / "tile/entries/000", std::uintmax_t{4} << 30U);
        });
        CHECK(answers.import.empty());
        CHECK_FALSE(answers.check.empty());
    }
    for (const auto& [what, length] : {std::pair{"an entry of 65535 bytes", "\xff\xff"},
                                       {"an entry of 16385 bytes", "\x40\x01"}})
        check_refused(target, what, [&, length = length](const fs::path& bad) {
            write_file(bad / "tile/entries/000",
                       good.substr(0, last) + length + good.substr(last + 2));
        });
}

TEST_CASE("what the desk's key signed, and no ledger would write, is not stored", "[exchange]") {
    Target target;
    // One entry more, of the longest length that a bundle can hold, under a good signature.
    const std::string entry(bundled_entry_limit, 'x');
    const auto answers = target.answers_to([&](const fs::path& bad) {
        CompactRange tree;
        auto store = value_of(Store::open(target / "ledger"));
        for (const auto& leaf : value_of(store.leaves(0, full_size))) tree.append(leaf);
        auto bundle = content_of(bad / "tile/entries/001.p/44");
        Bytes end;
        append_to_bundle(end, bytes_of(entry));
        write_file(bad / "tile/entries/001.p/45", bundle + text_of(end));
        const auto leaf = leaf_hash(bytes_of(entry));
        write_file(bad / "tile/0/001.p/45",
                   content_of(bad / "tile/0/001.p/44") +
                       std::string(reinterpret_cast<const char*>(leaf.bytes.data()), 32));
        tree.append(leaf);
        write_checkpoint(bad, full_size + 1, tree.root());
    });
    CHECK(answers.import.find("entry 300") != std::string::npos);
    CHECK(answers.check.empty());  // as a log it is whole
    CHECK_FALSE(answers.own.empty());
}

TEST_CASE("a spine whose charter enrols another key is not followed", "[exchange]") {
    Target target;
    // Whoever follows this key is shown the desk's own entries, which name the desk's key.
    const auto other = key_from_label("somebody else");
    const VerifierKey key{.name = ConferenceBuilder::origin(), .key = other.public_key()};
    const auto bad = target / "other";
    fs::copy(target.good(), bad, fs::copy_options::recursive);
    write_file(bad / "checkpoint", sign_note(text_of_checkpoint(target), key.name, other));
    const auto carrier = value_of(open_folder(bad));
    CHECK(value_of(check_log(*carrier, "", key)).size == full_size);
    value_of(follow(target / "copy of other", key));
    auto copy = value_of(Store::open(target / "copy of other"));
    CHECK(error_of(run_import(copy, bad)).detail.find("another key") != std::string::npos);
    CHECK(value_of(copy.size()) == 0);
    auto honest = new_copy(target / "copy of desk");
    CHECK(fault_of(run_import(honest, bad)) == Fault::unverified);
    CHECK(value_of(run_import(honest, target.good())).feeds.front().after == full_size);
}

TEST_CASE("what lies beside the feed is not read, or is only what its name says", "[exchange]") {
    Target target;
    check_accepted(target, "evidence that is garbage", [](const fs::path& bad) {
        fs::create_directories(bad / "evidence");
        write_file(bad / "evidence" / (std::string(64, '0') + ".json"), "{\"proof\":");
        write_file(bad / "evidence/../evidence/x", std::string(2'000'000, 'x'));
        put_pipe(bad / "evidence" / (std::string(64, '1') + ".json"));
    });
    check_accepted(target, "a feed of another origin", [&](const fs::path& bad) {
        const auto other = bad / feed_folder("other.example/desk", false);
        fs::create_directories(other);
        fs::copy(bad / "tile", other / "tile", fs::copy_options::recursive);
        put_pipe(other / "checkpoint");
    });
    check_accepted(target, "the feed itself again, as a folder", [&](const fs::path& bad) {
        const auto again = bad / feed_folder(ConferenceBuilder::origin(), false);
        fs::create_directories(again);
        write_checkpoint(again, std::uint64_t{1} << 62U, root_of_good(target));
    });
}

TEST_CASE("an attachment that is too large, another or no file is missing, and nothing else",
          "[exchange]") {
    const TwoMeetings meetings;
    const TempFolder folder(fast_folder());
    const auto out = folder / "out";
    {
        auto store = value_of(Store::open(meetings.path()));
        export_to(store, out);
    }
    const auto import = [&](const fs::path& copy, const fs::path& from) {
        auto store = value_of(Store::open(copy));
        return value_of(run_import(store, from));
    };
    { const auto copy = new_copy(folder / "good"); }
    const auto good = import(folder / "good", out);
    REQUIRE(good.attachments > 0);
    std::vector<std::function<void(const fs::path&)>> changes = {
        [](const fs::path& blob) { fs::resize_file(blob, 9UL << 20U); },
        [](const fs::path& blob) { fs::resize_file(blob, std::uintmax_t{4} << 30U); },
        [](const fs::path& blob) { write_file(blob, "another"); },
        [](const fs::path& blob) { fs::remove(blob); },
    };
    for (const auto& [what, put] : things)
        changes.emplace_back([put = put](const fs::path& blob) {
            fs::remove(blob);
            put(blob);
        });
    int number = 0;
    for (const auto& change : changes) {
        INFO("change " << number);
        const auto bad = folder / fmt::format("bad-{}", number);
        const auto copy = folder / fmt::format("copy-{}", number++);
        fs::copy(out, bad, fs::copy_options::recursive);
        { const auto made = new_copy(copy); }
        for (const auto& each : fs::directory_iterator(out / "blob"))
            change(bad / "blob" / each.path().filename());
        const auto answer = in_little_memory([&]() -> Result<Done> {
            auto store = Store::open(copy);
            const auto report = run_import(*store, bad);
            return report ? Result<Done>(Done{}) : report.error();
        });
        CHECK(answer.empty());
        {
            auto store = value_of(Store::open(copy));
            CHECK(value_of(store.attachments_above({})).empty());
        }
        // They come with the good directory.
        const auto report = import(copy, out);
        CHECK(report.attachments == good.attachments);
        CHECK(report.missing == good.missing);
    }
}
