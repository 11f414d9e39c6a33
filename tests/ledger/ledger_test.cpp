// Source: architecture, "The record, exactly" and "The ledger".
#include "tests/ledger/founded.h"

#include "ledger/canonical.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

TEST_CASE("a vote goes from its founding to the announcement, entry by entry", "[ledger]") {
    Founded founded;
    open_meeting(*founded.ledger, founded.builder);
    founded.vote(Choice::yes, Choice::yes, Choice::no);
    REQUIRE(founded.conference().decisions.size() == 1);
    // Two thirds of 3 present and voting are 2.
    CHECK(founded.conference().decisions.front().result->outcome == Outcome::adopted);
    // Charter, participants, persons, texts; meeting, presence, question, start; 3 ballots; close,
    // lock, announcement.
    CHECK(founded.ledger->position().size == 14);
    CHECK(
        value_of(open_checkpoint(founded.ledger->checkpoint_note(), founded.ledger->verifier_key()))
            .size == 14);
}

TEST_CASE("what the rules refuse is not written", "[ledger]") {
    Founded founded;
    const auto note = founded.ledger->checkpoint_note();
    const Record too_early = PresenceNoted{.meeting = 1, .arrived = {"AAA"}};
    CHECK(fault_of(founded.ledger->append(founded.sealed(too_early))) == Fault::refused);

    auto unsealed = founded.sealed(next_meeting(founded.conference(), "chair"));
    unsealed.seals.front().signature[0] ^= 1;
    CHECK(fault_of(founded.ledger->append(unsealed)) == Fault::unverified);

    Draft large{.type = "future/1",
                .unit = "plenary",
                .content = "{\"a\":\"" + std::string(entry_size_limit, 'a') + "\"}"};
    CHECK(fault_of(founded.ledger->append(large)) == Fault::malformed);
    CHECK(founded.ledger->checkpoint_note() == note);
    founded.restart();
    CHECK(founded.ledger->checkpoint_note() == note);
}

TEST_CASE("one ballot is recorded once, in whatever vote it is offered again", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto ballot = founded.builder.ballot(founded.conference(), "AAA", Choice::yes);
    append(*founded.ledger, founded.sealed(ballot));
    CHECK(fault_of(founded.ledger->append(founded.sealed(ballot))) == Fault::refused);

    finish_vote(*founded.ledger, founded.builder);
    start_vote(*founded.ledger, founded.builder);
    auto again = founded.builder.ballot(founded.conference(), "AAA", Choice::yes);
    again.id = ballot.id;
    const auto error = error_of(founded.ledger->append(founded.sealed(again)));
    CHECK(error.fault == Fault::refused);
    CHECK(error.detail.find("recorded already") != std::string::npos);
    // The twin: a ballot of its own.
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
}

TEST_CASE("a batch is one transaction, judged entry by entry", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto size = founded.ledger->position().size;
    Batch batch(*founded.ledger);
    const auto first = founded.builder.ballot(batch.conference(), "AAA", Choice::yes);
    value_of(batch.add(founded.builder.sealed(batch.conference(), first)));
    // As if the first were recorded: this one replaces it.
    const auto second = founded.builder.ballot(batch.conference(), "AAA", Choice::no);
    CHECK(second.replaces == std::vector{first.id});
    value_of(batch.add(founded.builder.sealed(batch.conference(), second)));
    CHECK(fault_of(batch.add(founded.builder.sealed(batch.conference(), second))) ==
          Fault::refused);
    CHECK(batch.position().size == size + 2);
    CHECK(founded.ledger->position().size == size);
    value_of(batch.commit());

    CHECK(founded.ledger->position().size == size + 2);
    CHECK(founded.ledger->position().root == batch.position().root);
    const auto checkpoints =
        value_of(founded.ledger->log().store().checkpoints_above(static_cast<std::int64_t>(size)));
    CHECK(checkpoints.size() == 1);
    // The same batch goes on.
    const auto third = founded.builder.ballot(batch.conference(), "BBB", Choice::yes);
    value_of(batch.add(founded.builder.sealed(batch.conference(), third)));
    value_of(batch.commit());
    const auto before = essence(founded.conference());
    founded.restart();
    CHECK(essence(founded.conference()) == before);
}

TEST_CASE("a batch that is dropped leaves no trace", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto before = essence(founded.conference());
    const auto note = founded.ledger->checkpoint_note();
    {
        Batch batch(*founded.ledger);
        const auto ballot = founded.builder.ballot(batch.conference(), "AAA", Choice::yes);
        value_of(batch.add(founded.builder.sealed(batch.conference(), ballot)));
    }
    CHECK(essence(founded.conference()) == before);
    CHECK(founded.ledger->checkpoint_note() == note);
    founded.restart();
    CHECK(essence(founded.conference()) == before);
    value_of(Batch(*founded.ledger).commit());  // nothing to record is no entry
    CHECK(founded.ledger->checkpoint_note() == note);
}

TEST_CASE("a snapshot does not change when something is recorded", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto snapshot = founded.ledger->snapshot();
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
    CHECK(snapshot->run->ballots.empty());
    CHECK(founded.ledger->snapshot()->run->ballots.size() == 1);
}

TEST_CASE("a ledger opens under the key of its terminal and no other", "[ledger]") {
    Founded founded;
    founded.ledger.reset();
    const auto before = sha256_of_file(founded.path);
    CHECK(fault_of(Ledger::open(founded.path, key_from_label("another conference's desk"), {})) ==
          Fault::refused);
    CHECK(sha256_of_file(founded.path) == before);
    CHECK(reopen_ledger(founded.path, founded.builder));
    CHECK(sha256_of_file(founded.path) == before);
}

TEST_CASE("a conference that cannot be founded leaves no file", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    auto charter = builder.charter();
    charter.seals.clear();
    CHECK(fault_of(Ledger::found(folder / "ledger", charter, ConferenceBuilder::origin(),
                                 builder.terminal_key(), {})) == Fault::unverified);
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), "test.example/other/desk",
                                 builder.terminal_key(), {})) == Fault::refused);
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), ConferenceBuilder::origin(),
                                 key_from_label("other"), {})) == Fault::refused);
    CHECK(fs::is_empty(folder.path()));
    { found_ledger(folder / "ledger", builder); }
    const auto before = sha256_of_file(folder / "ledger");
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), ConferenceBuilder::origin(),
                                 builder.terminal_key(), {})) == Fault::refused);
    CHECK(sha256_of_file(folder / "ledger") == before);
}

TEST_CASE("attachments come back as they were given, or not at all", "[ledger]") {
    Founded founded;
    const std::string text = "The table by State, for instance.";
    const auto hash = value_of(founded.ledger->attach(bytes_of(text)));
    CHECK(hash == sha256(bytes_of(text)));
    CHECK(value_of(founded.ledger->attach(bytes_of(text))) == hash);
    CHECK(fault_of(founded.ledger->attach(Bytes(attachment_size_limit + 1))) == Fault::malformed);
    founded.restart();
    CHECK(text_of(*value_of(founded.ledger->attachment(hash))) == text);
    CHECK_FALSE(value_of(founded.ledger->attachment(sha256({}))).has_value());

    founded.ledger.reset();
    auto content = content_of(founded.path);
    content[content.find(text)] = 't';
    write_file(founded.path, content);
    founded.ledger = value_of(reopen_ledger(founded.path, founded.builder));
    CHECK(fault_of(founded.ledger->attachment(hash)) == Fault::corrupt);
}
