// Source: architecture, "Threads": one draws, one writes the ledger.
#include "ledger/writer.h"

#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <latch>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// Waits for results as a screen does: it sleeps until it is woken.
class Waiting {
public:
    void wake() {
        const std::lock_guard lock(mutex_);
        woken_ = true;
        changed_.notify_all();
    }
    std::vector<Written> take(Writer& writer, std::size_t count) {
        std::vector<Written> all;
        while (all.size() < count) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return woken_; });
            woken_ = false;
            for (auto& written : writer.take()) all.push_back(std::move(written));
        }
        return all;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
};

struct Desk {
    TempFolder folder = {};
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    std::shared_ptr<const Conference> conference = {};
    Waiting waiting = {};
    std::optional<Writer> writer = {};

    Desk() {
        auto ledger = found_ledger(folder / "ledger", builder);
        bring_to_vote(ledger, builder);
        conference = ledger.snapshot();
        writer.emplace(std::move(ledger), [this] { waiting.wake(); });
    }
    Draft ballot(const std::string& who) {
        return builder.sealed(*conference, builder.ballot(*conference, who, Choice::yes));
    }
};

}  // namespace

TEST_CASE("what is given to the writer is recorded in that order", "[ledger][threads]") {
    Desk desk;
    std::vector<Ticket> tickets;
    for (const auto& who : desk.builder.participants())
        tickets.push_back(desk.writer->append(desk.ballot(who)));
    const auto results = desk.waiting.take(*desk.writer, 3);
    REQUIRE(results.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(results[i].ticket == tickets[i]);
        REQUIRE(results[i].result);
        CHECK(results[i].result->entry.seq == 8 + i);
        // The state right after it, and the checkpoint that signs it.
        CHECK(results[i].conference->run->ballots.size() == i + 1);
        CHECK(results[i].position.size == 9 + i);
        CHECK(results[i].checkpoint_note.find("\n" + std::to_string(9 + i) + "\n") !=
              std::string::npos);
    }
    CHECK(desk.writer->take().empty());
}

TEST_CASE("a refusal comes back and the next draft is written", "[ledger][threads]") {
    Desk desk;
    auto unsealed = desk.ballot("AAA");
    unsealed.seals.clear();
    desk.writer->append(unsealed);
    desk.writer->append(desk.ballot("AAA"));
    const auto results = desk.waiting.take(*desk.writer, 2);
    CHECK(fault_of(results[0].result) == Fault::unverified);
    CHECK(results[0].conference->run->ballots.empty());
    CHECK(results[1].result);
}

TEST_CASE("attachments are stored with the entry that is given with them", "[ledger][threads]") {
    Desk desk;
    const std::vector<std::string> given = {"a table", "a text"};
    std::vector<Bytes> attachments;
    for (const auto& text : given) attachments.emplace_back(text.begin(), text.end());
    desk.writer->append(desk.ballot("AAA"), attachments);
    CHECK(desk.waiting.take(*desk.writer, 1).front().result);
    std::vector<std::string> stored;
    std::latch read(1);
    desk.writer->run([&](Ledger& ledger) {
        for (const auto& text : given)
            stored.emplace_back(text_of(*value_of(ledger.attachment(sha256(bytes_of(text))))));
        read.count_down();
    });
    read.wait();
    CHECK(stored == given);
}

TEST_CASE("a writer that goes leaves a ledger that holds what it confirmed", "[ledger][threads]") {
    Desk desk;
    desk.writer->append(desk.ballot("AAA"));
    const auto written = desk.waiting.take(*desk.writer, 1);
    desk.writer.reset();
    const auto ledger = value_of(reopen_ledger(desk.folder / "ledger", desk.builder));
    CHECK(ledger.position().size == written.front().position.size);
}
