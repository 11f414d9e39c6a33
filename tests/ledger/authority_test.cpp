// Source: architecture, "Seal" and "The people and their keys"; FORMAT.md sections 3 to 5.
#include "ledger/authority.h"

#include "ledger/acts.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// A vote that is open, and what is offered to it.
struct Voting {
    TempFolder folder = {};
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB"});
    Ledger ledger = found_ledger(folder / "ledger", builder);

    Voting() { bring_to_vote(ledger, builder); }

    const Conference& conference() const { return ledger.conference(); }
    Draft ballot() {
        return builder.sealed(conference(), builder.ballot(conference(), "AAA", Choice::yes));
    }
    Entry entry(const Draft& draft) const {
        return value_of(decode_entry(value_of(encode_entry(
            draft, ConferenceBuilder::origin(), ledger.position().size, fixed_clock()))));
    }
    Fault fault(const Draft& draft) const {
        return fault_of(check_entry(conference(), entry(draft), ledger.position()));
    }
    Draft unsealed(const Record& record) const {
        auto draft = builder.sealed(conference(), record);
        draft.seals.clear();
        return draft;
    }
    void seal(Draft& draft, Role role, const std::string& person, std::string_view key) const {
        seal_draft(draft, conference().charter_leaf, role, person, key_from_label(key));
    }
};

}  // namespace

TEST_CASE("a ballot stands under the seal of a delegate of its own delegation", "[ledger]") {
    Voting voting;
    auto draft = voting.ballot();
    CHECK(check_entry(voting.conference(), voting.entry(draft), voting.ledger.position()));

    SECTION("made with the key of another person") {
        draft.seals.clear();
        voting.seal(draft, Role::delegate, "AAA-1", "BBB-1");
        CHECK(voting.fault(draft) == Fault::unverified);
    }
    SECTION("by a delegate of another delegation") {
        draft.seals.clear();
        voting.seal(draft, Role::delegate, "BBB-1", "BBB-1");
        CHECK(voting.fault(draft) == Fault::refused);
    }
    SECTION("by an officer in a delegate's place") {
        draft.seals.clear();
        voting.seal(draft, Role::delegate, "chair", "chair");
        CHECK(voting.fault(draft) == Fault::unverified);
    }
    SECTION("by a person who is not accredited") {
        draft.seals.clear();
        voting.seal(draft, Role::delegate, "nobody", "nobody");
        CHECK(voting.fault(draft) == Fault::unverified);
    }
    SECTION("without a seal") {
        draft.seals.clear();
        CHECK(voting.fault(draft) == Fault::unverified);
    }
    SECTION("with a seal too many") {
        voting.seal(draft, Role::presiding_officer, "chair", "chair");
        CHECK(voting.fault(draft) == Fault::unverified);
    }
}

TEST_CASE("a seal covers type, unit, content, role, person and charter", "[ledger]") {
    Voting voting;
    const auto whole = voting.ballot();
    const auto check = [&](const Draft& draft) { return voting.fault(draft); };

    SECTION("another choice") {
        auto draft = whole;
        const auto at = draft.content.find("\"yes\"");
        REQUIRE(at != std::string::npos);
        draft.content.replace(at, 5, "\"no\"");
        CHECK(check(draft) == Fault::unverified);
    }
    SECTION("another unit") {
        auto draft = whole;
        draft.unit = "committee";
        CHECK(check(draft) == Fault::unverified);
    }
    SECTION("another conference") {
        auto draft = whole;
        draft.seals.clear();
        seal_draft(draft, sha256(bytes_of("another charter")), Role::delegate, "AAA-1",
                   key_from_label("AAA-1"));
        CHECK(check(draft) == Fault::unverified);
    }
    SECTION("any bit of the signature") {
        for (std::size_t bit = 0; bit < 512; bit += 7) {
            auto draft = whole;
            draft.seals.front().signature[bit / 8] ^= static_cast<Byte>(1U << bit % 8);
            CHECK(check(draft) == Fault::unverified);
        }
    }
}

TEST_CASE("a lock needs chair and secretary, and the cut as it is", "[ledger]") {
    Voting voting;
    append(voting.ledger, voting.builder.sealed(voting.conference(),
                                                value_of(close_of_vote(voting.conference()))));
    auto lock = value_of(lock_of_vote(voting.conference(), voting.ledger.position()));
    CHECK(check_entry(voting.conference(),
                      voting.entry(voting.builder.sealed(voting.conference(), lock)),
                      voting.ledger.position()));

    auto one = voting.unsealed(lock);
    voting.seal(one, Role::presiding_officer, "chair", "chair");
    CHECK(voting.fault(one) == Fault::unverified);
    auto same_twice = one;
    voting.seal(same_twice, Role::presiding_officer, "chair", "chair");
    CHECK(voting.fault(same_twice) == Fault::unverified);

    lock.cut = sha256(bytes_of("another cut"));
    CHECK(voting.fault(voting.builder.sealed(voting.conference(), lock)) == Fault::unverified);
}

TEST_CASE("an announcement carries the hash of the voting table", "[ledger]") {
    Voting voting;
    cast(voting.ledger, voting.builder, "AAA", Choice::yes);
    append(voting.ledger, voting.builder.sealed(voting.conference(),
                                                value_of(close_of_vote(voting.conference()))));
    append(voting.ledger, voting.builder.sealed(voting.conference(),
                                                value_of(lock_of_vote(voting.conference(),
                                                                      voting.ledger.position()))));
    auto announcement = value_of(announcement_of(voting.conference()));
    CHECK(announcement.table == "AAA\tyes\tState AAA\nBBB\tnot_voting\tState BBB\n");
    CHECK(announcement.record.table == sha256(bytes_of(announcement.table)));
    const auto good = voting.builder.sealed(voting.conference(), announcement.record);
    CHECK(check_entry(voting.conference(), voting.entry(good), voting.ledger.position()));

    announcement.record.table = sha256(bytes_of("another table"));
    CHECK(voting.fault(voting.builder.sealed(voting.conference(), announcement.record)) ==
          Fault::unverified);
}

TEST_CASE("a record without seals must have none", "[ledger]") {
    Voting voting;
    auto draft = voting.unsealed(PinRefused{.person = "AAA-1"});
    CHECK(check_entry(voting.conference(), voting.entry(draft), voting.ledger.position()));
    voting.seal(draft, Role::presiding_officer, "chair", "chair");
    CHECK(voting.fault(draft) == Fault::unverified);
}

TEST_CASE("the root key seals the charter, which no other key replaces", "[ledger]") {
    const ConferenceBuilder builder({"AAA"});
    const auto good = builder.charter();
    const auto entry = [&](const Draft& draft) {
        return value_of(decode_entry(
            value_of(encode_entry(draft, ConferenceBuilder::origin(), 0, fixed_clock()))));
    };
    CHECK(check_seals({}, entry(good)));
    auto other = good;
    other.seals.clear();
    seal_draft(other, std::nullopt, Role::root, std::string(root_person), key_from_label("other"));
    CHECK(fault_of(check_seals({}, entry(other))) == Fault::unverified);
    auto person = good;
    person.seals.clear();
    seal_draft(person, std::nullopt, Role::root, "somebody", key_from_label("root"));
    CHECK(fault_of(check_seals({}, entry(person))) == Fault::unverified);
}

TEST_CASE("the table of the cut is in byte order of the origins", "[ledger]") {
    const FeedPosition b{.origin = "b.example", .size = 3, .root = empty_root()};
    const FeedPosition a{.origin = "a.example", .size = 12, .root = empty_root()};
    // SHA-256 of nothing, in base64: known from RFC 6962's empty tree.
    const std::string root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    CHECK(cut_table({b, a}) == "a.example 12 " + root + "\nb.example 3 " + root + "\n");
    CHECK(cut_table({}).empty());
}
