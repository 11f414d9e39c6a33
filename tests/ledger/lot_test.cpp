// A draw by lot that anyone can repeat, and the ledger that refuses any other.
#include "ledger/lot.h"

#include "ledger/acts.h"
#include "ledger/procedure/roll_call.h"
#include "tests/ledger/founded.h"

#include <array>
#include <cstdio>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

const std::string nonce = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// What a shell prints, without the line's end.
std::string shell(const std::string& command) {
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 256> buffer = {};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) text += buffer.data();
    REQUIRE(::pclose(pipe) == 0);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// The place as a person with a shell computes it.
std::size_t place_in_a_shell(std::int64_t number, std::size_t count) {
    return std::stoull(shell("bash -c \"h=\\$(printf 'placet/lot/v1\\n%s\\n%s\\n' " + nonce + " " +
                             std::to_string(number) +
                             " | sha256sum); echo \\$(( 16#\\${h:0:15} % " + std::to_string(count) +
                             " ))\""));
}

/// A roll-call that waits for its lot, the number committed to.
struct RollCall : Founded {
    RollCall() {
        open_meeting(*ledger, builder);
        record(value_of(question_of_adopting(conference(), "article-2", Method::roll_call)));
        record(value_of(start_of_vote(conference(), "test")));
        record(LotCommitted{.run = 1,
                            .start = conference().run->start_entry.leaf,
                            .commitment = lot_commitment(nonce)});
    }
    void record(const Record& what) { append(*ledger, sealed(what)); }
    LotDrawn drawn(std::int64_t number) const {
        const auto among = may_be_called(conference());
        return {.run = 1,
                .start = conference().run->start_entry.leaf,
                .way = LotWay::electronic,
                .first = among[drawn_place(nonce, number, among.size())],
                .number = number,
                .nonce = nonce};
    }
};

}  // namespace

TEST_CASE("anyone repeats a draw in a shell", "[ledger]") {
    for (const std::int64_t number : {0, 7, 41, 196})
        for (const std::size_t count : {1U, 3U, 195U})
            CHECK(drawn_place(nonce, number, count) == place_in_a_shell(number, count));
    CHECK(hex(lot_commitment(nonce)) ==
          shell("printf '%s' " + nonce + " | xxd -r -p | sha256sum | cut -c1-64"));
}

TEST_CASE("every State can be drawn, whatever number was committed to", "[ledger]") {
    std::set<std::size_t> places;
    for (std::int64_t number = 1; number <= 3000; ++number)
        places.insert(drawn_place(nonce, number, 195));
    CHECK(places.size() == 195);
    CHECK(*places.rbegin() == 194);
}

TEST_CASE("a nonce is new each time, of 64 hex digits", "[ledger]") {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const auto one = random_nonce();
        CHECK(one.size() == 64);
        CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(seen.insert(one).second);
    }
}

TEST_CASE("the ledger takes the State that follows from the numbers, and no other", "[ledger]") {
    RollCall meeting;
    const auto refused = [&](const LotDrawn& drawn) {
        return error_of(meeting.ledger->append(meeting.sealed(drawn)))
                   .detail.find("does not follow") != std::string::npos;
    };
    const auto good = meeting.drawn(41);
    for (const auto& id : meeting.builder.participants()) {
        auto other = good;
        other.first = id;
        if (id != good.first) CHECK(refused(other));
    }
    SECTION("one digit of the nonce changed is not what was committed to") {
        for (std::size_t digit = 0; digit < nonce.size(); digit += 7) {
            auto other = good;
            other.nonce[digit] = other.nonce[digit] == 'f' ? 'e' : 'f';
            CHECK(refused(other));
        }
    }
    SECTION("another number draws another State, or the entry is refused") {
        int others = 0;
        for (std::int64_t number = 0; number < 20; ++number) {
            auto other = good;
            other.number = number;
            if (meeting.drawn(number).first == good.first) continue;
            ++others;
            CHECK(refused(other));
        }
        CHECK(others > 5);
    }
    CHECK(meeting.ledger->append(meeting.sealed(good)));
}
