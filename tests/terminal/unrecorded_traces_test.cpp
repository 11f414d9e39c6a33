// A vote that is not recorded leaves no position behind: not in a file, and not in what a crash
// dump would hold. Both searches find the positions of a recorded vote, and of a table that is kept
// in ordinary memory. Source: architecture.md 3.
#include "tests/support/core_image.h"
#include "tests/support/room.h"

#include <fmt/format.h>
#include <array>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;
using tests::KnownPositions;
using tests::Room;

namespace {

constexpr std::size_t voters = 24;

/// Names that stand for nothing else, in the order in which they vote: not that of the roll.
std::vector<ParticipantId> voting_order(const std::string& beginning = "zqx") {
    std::vector<ParticipantId> ids;
    for (std::size_t n = 0; n < voters; ++n)
        ids.push_back(beginning + static_cast<char>('a' + n * 7 % voters) + "wk");
    return ids;
}

std::vector<ParticipantId> order_of_the_roll() {
    auto ids = voting_order();
    std::ranges::sort(ids);
    return ids;
}

/// Eight of each, shuffled: an order with a period is found by chance in outlines of glyphs and in
/// call stacks. `turn` gives another such vote with the same totals.
KnownPositions positions(std::vector<ParticipantId> delegations, unsigned turn = 0) {
    std::array<std::size_t, voters> by_letter;
    std::iota(by_letter.begin(), by_letter.end(), 0);
    std::mt19937 random(turn);
    std::ranges::shuffle(by_letter, random);
    KnownPositions known(std::move(delegations));
    for (std::size_t n = 0; n < voters; ++n) {
        const auto letter = static_cast<std::size_t>(known.delegations()[n][3] - 'a');
        known.set(n, static_cast<Choice>(by_letter[letter] % 3));
    }
    return known;
}

std::int64_t count(const KnownPositions& known, Choice choice) {
    std::int64_t found = 0;
    for (std::size_t n = 0; n < voters; ++n) found += known.of(n) == choice ? 1 : 0;
    return found;
}

std::string_view button_of(Choice choice) {
    return choice == Choice::yes ? "yes" : choice == Choice::no ? "no" : "abstain";
}

void vote_at_the_screen(Room& room, const KnownPositions& known) {
    for (std::size_t n = 0; n < voters; ++n)
        room.vote(known.delegations()[n], std::string(button_of(known.of(n))));
}

void close(Kiosk& kiosk) {
    kiosk.handle(CloseVote{});
    kiosk.settle();
    kiosk.enter(Kiosk::pin);
    kiosk.handle(LockVote{});
    kiosk.enter_both_pins();
    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().decisions.size() == 1);
}

/// Where: in a row, in either order, or beside the names.
std::optional<std::string> told_by(BytesView bytes, const KnownPositions& as_voted,
                                   const KnownPositions& as_on_the_roll) {
    if (auto where = as_voted.stand_in_a_row(bytes)) return "as voted, " + *where;
    if (auto where = as_on_the_roll.stand_in_a_row(bytes)) return "as on the roll, " + *where;
    return as_voted.stand_beside_names(bytes);
}

/// Every place of a dump that tells the positions; empty where none does.
std::string told_by_a_dump(const KnownPositions& as_voted, const KnownPositions& as_on_the_roll) {
    std::string told;
    tests::for_each_dumped_region([&](BytesView region, const std::string& name) {
        if (const auto where = told_by(region, as_voted, as_on_the_roll))
            told += fmt::format("{} of {} bytes: {}\n", name, region.size(), *where);
    });
    return told;
}

std::map<std::string, std::string> files_of(Kiosk& kiosk) {
    std::map<std::string, std::string> files;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(kiosk.file().parent_path()))
        if (file.is_regular_file())
            files.emplace(file.path().filename(), tests::content_of(file.path()));
    return files;
}

std::map<std::string, std::string> files_after(Method method, unsigned turn) {
    Kiosk kiosk(order_of_the_roll(), std::filesystem::temp_directory_path(),
                tests::open_at_no_cost);
    kiosk.start_vote(method);
    const auto known = positions(voting_order(), turn);
    for (std::size_t n = 0; n < voters; ++n) kiosk.cast(known.delegations()[n], known.of(n));
    kiosk.handle(LeaveBallot{});
    close(kiosk);
    kiosk.stop();
    return files_of(kiosk);
}

}  // namespace

TEST_CASE("a dump tells what is kept in ordinary memory, as a recorded vote is",
          "[terminal][secrecy]") {
    const auto as_voted = positions(voting_order());
    const auto as_on_the_roll = positions(order_of_the_roll());
    CHECK(told_by_a_dump(as_voted, as_on_the_roll) == "");
    {
        std::vector<Choice> table(voters);
        for (std::size_t n = 0; n < voters; ++n) table[n] = as_on_the_roll.of(n);
        CHECK(told_by_a_dump(as_voted, as_on_the_roll) != "");
        std::ranges::fill(table, Choice::yes);
    }
    {
        const auto others = positions(voting_order("zvw"));  // whom no test named before
        std::map<ParticipantId, Choice> beside_names;
        for (std::size_t n = 0; n < voters; ++n)
            beside_names[others.delegations()[n]] = others.of(n);
        CHECK(told_by_a_dump(others, others) != "");
        for (auto& [id, choice] : beside_names) choice = Choice::yes;
    }
    const auto recorded = positions(voting_order("zwy"));
    auto roll = recorded.delegations();
    std::ranges::sort(roll);
    Room room(roll, std::filesystem::temp_directory_path(), tests::open_at_no_cost);
    room.kiosk().start_vote(Method::recorded);
    room.settle();
    vote_at_the_screen(room, recorded);
    CHECK(told_by_a_dump(recorded, recorded) != "");
}

TEST_CASE("no dump of a kiosk tells how anybody voted when the vote is not recorded",
          "[terminal][secrecy]") {
    const auto as_voted = positions(voting_order());
    const auto as_on_the_roll = positions(order_of_the_roll());
    Room room(order_of_the_roll(), std::filesystem::temp_directory_path(), tests::open_at_no_cost);
    room.kiosk().start_vote(Method::non_recorded);
    room.settle();
    vote_at_the_screen(room, as_voted);
    REQUIRE(room.state().positions_taken == voters);
    CHECK(told_by_a_dump(as_voted, as_on_the_roll) == "");
    close(room.kiosk());
    CHECK(room.conference().run->totals->yes == count(as_voted, Choice::yes));
    CHECK(told_by_a_dump(as_voted, as_on_the_roll) == "");
}

TEST_CASE("two votes that are not recorded, with equal totals, leave the same files to the byte",
          "[terminal][secrecy]") {
    const auto first = positions(voting_order(), 0), second = positions(voting_order(), 1);
    std::size_t differ = 0;
    for (std::size_t n = 0; n < voters; ++n) differ += first.of(n) != second.of(n) ? 1 : 0;
    REQUIRE(differ > voters / 3);
    for (const Choice choice : {Choice::yes, Choice::no, Choice::abstain})
        REQUIRE(count(first, choice) == count(second, choice));
    const auto one = files_after(Method::non_recorded, 0);
    const auto other = files_after(Method::non_recorded, 1);
    REQUIRE_FALSE(one.empty());
    CHECK(one == other);
    const auto as_on_the_roll = positions(order_of_the_roll());
    for (const auto& [name, content] : one) {
        INFO(name);
        CHECK_FALSE(told_by(bytes_of(content), first, as_on_the_roll));
    }
    bool told = false;  // where it is recorded
    for (const auto& [name, content] : files_after(Method::recorded, 0))
        told = told || told_by(bytes_of(content), first, as_on_the_roll);
    CHECK(told);
}
