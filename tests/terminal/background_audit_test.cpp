// The audit beside a meeting, over a real ledger that is being written.
#include "terminal/background_audit.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <condition_variable>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::ConferenceBuilder;
using tests::value_of;

namespace {

class Audited {
public:
    explicit Audited(const VerifierKey& key)
        : audit_(writer_, key, folder_.path(), [this] {
              const std::lock_guard lock(mutex_);
              changed_.notify_all();
          }) {}

    AuditView result() {
        audit_.start();
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, std::chrono::seconds(20),
                                  [this] { return !audit_.view().running; }));
        return audit_.view();
    }
    BackgroundAudit& audit() { return audit_; }
    Writer& writer() { return writer_; }
    const tests::TempFolder& folder() const { return folder_; }

private:
    Ledger found() {
        auto ledger = value_of(Ledger::found(folder_ / "test.ledger", builder_.charter(),
                                             ConferenceBuilder::origin(), builder_.terminal_key(),
                                             {.clock = [] { return std::int64_t{0}; }}));
        for (const auto& draft : builder_.founding(ledger.conference().charter_leaf))
            tests::append(ledger, draft);
        tests::bring_to_vote(ledger, builder_);
        return ledger;
    }

    tests::TempFolder folder_;
    ConferenceBuilder builder_{{"aaa", "bbb", "ccc"}};
    Writer writer_{found(), [] {}};
    std::mutex mutex_;
    std::condition_variable changed_;
    BackgroundAudit audit_;
};

VerifierKey desk_key() {
    return {.name = ConferenceBuilder::origin(), .key = tests::key_from_label("desk").public_key()};
}

}  // namespace

TEST_CASE("a ledger is audited while its terminal holds it", "[terminal][threads]") {
    Audited audited(desk_key());
    const auto view = audited.result();
    INFO(view.verdict);
    CHECK(view.good);
    REQUIRE(view.levels.size() == 4);
    for (const auto& level : view.levels) {
        CHECK(level.good);
        CHECK(level.checked);
        CHECK_FALSE(level.words.empty());
    }
    // Charter, participants, persons, texts; meeting, presence, question, start.
    CHECK(view.of == 8);
    CHECK(view.done == 8);
}

TEST_CASE("a key that is not the feed's does not pass the audit", "[terminal][threads]") {
    auto other = desk_key();
    other.key = tests::key_from_label("another").public_key();
    Audited audited(other);
    const auto view = audited.result();
    CHECK_FALSE(view.good);
    CHECK_FALSE(view.verdict.empty());
}

TEST_CASE("an audit leaves no backup behind, and can be made again", "[terminal][threads]") {
    Audited audited(desk_key());
    for (int n = 0; n < 2; ++n) CHECK(audited.result().good);
    for (const auto& entry : std::filesystem::directory_iterator(audited.folder().path()))
        CHECK_FALSE(entry.is_directory());
}

TEST_CASE("an audit for which there is no room says so", "[terminal][threads]") {
    Audited audited(desk_key());
    BackgroundAudit nowhere(audited.writer(), desk_key(), audited.folder() / "missing", [] {});
    nowhere.start();
    while (nowhere.view().running) std::this_thread::yield();
    CHECK_FALSE(nowhere.view().good);
    CHECK(nowhere.view().verdict.find("a private copy cannot be made here") != std::string::npos);
}
