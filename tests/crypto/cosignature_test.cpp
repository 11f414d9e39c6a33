// Source: C2SP tlog-cosignature 1.0.1; the cosigned checkpoint is by the makers of
// tests/data/vectors.
#include "crypto/cosignature.h"

#include "tests/crypto/vector_values.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::tests;

namespace {

struct Worked {
    SigningKey log = SigningKey::from_seed(Bytes(32, 1));
    SigningKey first = SigningKey::from_seed(Bytes(32, 2));
    SigningKey second = SigningKey::from_seed(Bytes(32, 3));
    VerifierKey log_key = {.name = "ledger.example/desk", .key = log.public_key()};
    VerifierKey first_key = {.name = "witness.example/a",
                             .algorithm = algorithm_cosignature_v1,
                             .key = first.public_key()};
    VerifierKey second_key = {.name = "witness.example/b",
                              .algorithm = algorithm_cosignature_v1,
                              .key = second.public_key()};
    std::vector<VerifierKey> witnesses = {first_key, second_key};
    Checkpoint checkpoint = {
        .origin = log_key.name, .size = 11, .root = sha256(bytes_of("some tree"))};
    std::string text = format_checkpoint(checkpoint);
    std::string note = sign_checkpoint(checkpoint, log);

    std::string by_first(std::uint64_t time) const {
        return cosign(text, first_key.name, first, time);
    }
    std::string by_second(std::uint64_t time) const {
        return cosign(text, second_key.name, second, time);
    }
    auto open(const std::string& cosigned) const {
        return open_cosigned_checkpoint(cosigned, log_key, witnesses);
    }
};

}  // namespace

TEST_CASE("the published cosignatures are made again and opened", "[crypto][vectors]") {
    const auto vectors = load_vectors("cosignature.json");
    if (!vectors) return;
    const auto note = text(*vectors, "checkpoint");
    const auto log_key = value_of(
        parse_verifier_key(vectors->at("negative").at(0).at("vkeys").at(0).get<std::string>()));
    std::vector<VerifierKey> witnesses;
    auto cosigned = note;
    for (const auto& example : cases_of(*vectors, "cosignatures")) {
        witnesses.push_back(value_of(parse_witness_key(text(example, "vkey"))));
        cosigned = value_of(append_signature_line(cosigned, text(example, "line")));
    }
    CHECK(cosigned == text(*vectors, "cosigned_checkpoint"));

    const auto opened = value_of(open_cosigned_checkpoint(cosigned, log_key, witnesses));
    CHECK(opened.checkpoint == value_of(open_checkpoint(note, log_key)));
    CHECK(note.starts_with(opened.text + '\n'));
    REQUIRE(opened.cosignatures.size() == witnesses.size());
    for (std::size_t i = 0; i < witnesses.size(); ++i) {
        const auto& example = vectors->at("cosignatures")[i];
        CHECK(opened.cosignatures[i].witness == witnesses[i]);
        CHECK(opened.cosignatures[i].time == number(example, "timestamp"));
        CHECK(opened.cosignatures[i].line == text(example, "line"));
        CHECK(text(example, "signed_message") == "cosignature/v1\ntime " +
                                                     std::to_string(opened.cosignatures[i].time) +
                                                     '\n' + opened.text);
    }
    // A witness that is not known is nobody; nobody's cosignatures are none.
    CHECK(value_of(open_cosigned_checkpoint(cosigned, log_key, {})).cosignatures.empty());
}

TEST_CASE("wrong cosignatures are refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("cosignature.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "negative")) {
        INFO(text(example, "desc"));
        auto keys = example.at("vkeys");
        const auto log_key = value_of(parse_verifier_key(keys.at(0).get<std::string>()));
        keys.erase(0);
        const auto opened =
            open_cosigned_checkpoint(text(example, "note"), log_key, witnesses_of(keys));
        CHECK(static_cast<bool>(opened) == accepted(example));
        if (opened)
            CHECK(opened->cosignatures.size() + 1 == example.at("verified").size());
        else
            CHECK(opened.error().fault == Fault::unverified);
    }
}

// 8 bytes of time and 64 of the signature of "cosignature/v1\ntime <t>\n<text>" (section "Format").
TEST_CASE("a cosignature is a time and a signature over it and the checkpoint", "[crypto]") {
    const Worked w;
    constexpr std::uint64_t time = 1790000600;  // 0x6ab13dd8
    const auto signature =
        w.first.sign(bytes_of("cosignature/v1\ntime 1790000600\nledger.example/desk\n11\n" +
                              base64(w.checkpoint.root) + "\n"));
    const auto id = w.first_key.id();
    Bytes payload(id.begin(), id.end());
    for (const Byte byte : Bytes{0, 0, 0, 0, 0x6a, 0xb1, 0x3d, 0xd8}) payload.push_back(byte);
    payload.insert(payload.end(), signature.begin(), signature.end());
    CHECK(w.by_first(time) == "\xE2\x80\x94 witness.example/a " + base64(payload) + "\n");

    const auto opened = value_of(w.open(w.note + w.by_first(time)));
    CHECK(opened.checkpoint == w.checkpoint);
    REQUIRE(opened.cosignatures.size() == 1);
    CHECK(opened.cosignatures[0].witness == w.first_key);
    CHECK(opened.cosignatures[0].time == time);
}

TEST_CASE("no byte of a cosigned checkpoint can be changed", "[crypto]") {
    const Worked w;
    const auto cosigned = w.note + w.by_first(17) + w.by_second(18);
    REQUIRE(value_of(w.open(cosigned)).cosignatures.size() == 2);
    for (std::size_t i = 0; i < cosigned.size(); ++i) {
        INFO("byte " << i);
        for (int bit = 0; bit < 8; ++bit) {
            auto wrong = cosigned;
            wrong[i] = static_cast<char>(wrong[i] ^ (1 << bit));
            const auto opened = w.open(wrong);
            // A witness whose name or key ID was changed is another one, and not known.
            if (opened) CHECK(opened->cosignatures.size() == 1);
        }
    }
}

TEST_CASE("a witness counts once, with its latest line", "[crypto]") {
    const Worked w;
    const auto opened = value_of(
        w.open(w.note + w.by_first(20) + w.by_second(5) + w.by_first(30) + w.by_first(10)));
    REQUIRE(opened.cosignatures.size() == 2);
    CHECK(opened.cosignatures[0].witness == w.first_key);
    CHECK(opened.cosignatures[0].time == 30);
    CHECK(opened.cosignatures[0].line == w.by_first(30));
    CHECK(opened.cosignatures[1].time == 5);
}

TEST_CASE("witnesses alone make no checkpoint, and a log's key no witness", "[crypto]") {
    const Worked w;
    const auto unverified = [](const Result<CosignedCheckpoint>& opened) {
        return fault_of(opened) == Fault::unverified;
    };
    const auto without_log = w.text + '\n' + w.by_first(1) + w.by_second(2);
    CHECK(unverified(w.open(without_log)));
    // Not even where a witness's key is asked for as the log's, under the log's name.
    VerifierKey posing = w.first_key;
    posing.name = w.log_key.name;
    const auto posed = w.text + '\n' + cosign(w.text, posing.name, w.first, 3);
    CHECK(unverified(open_cosigned_checkpoint(posed, posing, {})));
    CHECK(open_checkpoint(posed, posing).error().fault == Fault::unverified);

    // A plain signature of the witness's key is no cosignature: another key ID, so nobody's line.
    const auto plain = sign_note(w.text, w.first_key.name, w.first);
    const auto plain_line = plain.substr(plain.rfind("\n\n") + 2);
    CHECK(value_of(w.open(w.note + plain_line)).cosignatures.empty());
}

TEST_CASE("a cosignature of another checkpoint or of no time is refused", "[crypto]") {
    const Worked w;
    auto grown = w.checkpoint;
    grown.size = 12;
    const auto of_grown = cosign(format_checkpoint(grown), w.first_key.name, w.first, 1);
    CHECK(fault_of(w.open(w.note + of_grown)) == Fault::unverified);
    CHECK(value_of(w.open(sign_checkpoint(grown, w.log) + of_grown)).cosignatures.size() == 1);

    // A time of 2^63, honestly signed.
    constexpr std::uint64_t limit = std::uint64_t{1} << 63;
    const auto signature =
        w.first.sign(bytes_of("cosignature/v1\ntime 9223372036854775808\n" + w.text));
    const auto id = w.first_key.id();
    Bytes payload(id.begin(), id.end());
    append_u64(payload, limit);
    payload.insert(payload.end(), signature.begin(), signature.end());
    CHECK(fault_of(w.open(w.note + "\xE2\x80\x94 witness.example/a " + base64(payload) + "\n")) ==
          Fault::unverified);
    CHECK(value_of(w.open(w.note + w.by_first(limit - 1))).cosignatures[0].time == limit - 1);
}

TEST_CASE("extension lines of a checkpoint are cosigned with it", "[crypto]") {
    const Worked w;
    const auto text = w.text + "an extension\n";
    const auto note = sign_note(text, w.log_key.name, w.log);
    const auto opened = value_of(w.open(note + cosign(text, w.first_key.name, w.first, 4)));
    CHECK(opened.text == text);
    CHECK(opened.cosignatures.size() == 1);
    CHECK(fault_of(w.open(note + w.by_first(4))) == Fault::unverified);
}
