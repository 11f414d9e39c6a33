// Entries: one spelling each, closed schemas, strict envelope (FORMAT.md sections 3 and 4).
#include "ledger/encoding.h"
#include "ledger/content.h"
#include "ledger/record_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::ledger;

namespace {

const std::string origin = "test.example/conference/desk";

Hash hash_of(std::string_view text) { return sha256(bytes_of(text)); }

PublicKey some_key() {
    PublicKey key;
    key.fill(7);
    return key;
}

/// One record of every known kind with no member left at its default where that could hide a slip.
std::vector<Record> one_of_each() {
    return {
        Charter{.conference = "cah",
                .title = "A “title”\nof two lines",
                .mode = Mode::live,
                .nonce = std::string(32, 'a'),
                .root_key = some_key(),
                .terminals =
                    {{.name = "desk", .post = Post::desk, .origin = origin, .key = some_key()}},
                .units = {{.id = "plenary", .title = "Plenary", .kind = "plenary"}},
                .languages = {"en", "ar"},
                .profile = {{"id", "x"}, {"version", "1"}},
                .attachments = {{"participants.tsv", hash_of("a")}}},
        Participation{.registered = {{.id = "CIV",
                                      .name = "Côte d’Ivoire",
                                      .board = "Côte d’Ivoire",
                                      .credentials = Credentials::objected_pending,
                                      .standing = Standing::invited}},
                      .withdrawn = {"CSK"},
                      .decision = hash_of("p")},
        Accreditation{.persons = {{.id = "civ-1",
                                   .name = "N",
                                   .role = Role::delegate,
                                   .participant = "CIV",
                                   .key = some_key()}},
                      .decision = hash_of("p")},
        TextRegister{{{.id = "article-2",
                       .number = "2",
                       .label = "Draft article 2",
                       .title = "T",
                       .texts = {{"ar", hash_of("b")}, {"en", hash_of("c")}}}}},
        MeetingOpened{.number = 1, .presiding = "chair"},
        MeetingSuspended{.meeting = 1},
        MeetingResumed{.meeting = 2},
        MeetingClosed{.meeting = 3},
        PresidingChanged{.meeting = 1, .presiding = "vice"},
        PresenceNoted{.meeting = 1, .arrived = {"CIV"}, .left = {"BRA"}},
        QuestionPut{.question = 3,
                    .meeting = 1,
                    .proposal = "L.7",
                    .text_unit = "article-2",
                    .part = "paragraph 3",
                    .motion = 2,
                    .ruling = 4,
                    .kind = QuestionKind::part,
                    .matter = MatterClass::procedure,
                    .majority = "simple",
                    .profile_version = "1",
                    .subject = "S",
                    .sentence = "Q?",
                    .if_carried = "A",
                    .if_not_carried = "B",
                    .texts = {{"en", hash_of("c")}},
                    .participating = 195},
        VoteStarted{.run = 4,
                    .question = 3,
                    .put = hash_of("d"),
                    .sentence = "Q?",
                    .majority = "simple",
                    .texts = {{"en", hash_of("c")}},
                    .roll = {{"BRA", Credentials::accepted}, {"CIV", Credentials::rejected}},
                    .participating = 2,
                    .suspended = {"BRA"},
                    .build = "b"},
        Ballot{.run = 4,
               .start = hash_of("e"),
               .delegation = "BRA",
               .id = std::string(32, '0'),
               .replaces = {std::string(32, '1')},
               .choice = Choice::not_participating},
        LotCommitted{.run = 4, .start = hash_of("e"), .commitment = hash_of("n")},
        LotDrawn{.run = 4,
                 .start = hash_of("e"),
                 .way = LotWay::electronic,
                 .first = "CIV",
                 .number = 17,
                 .nonce = std::string(64, 'b')},
        AnswerGiven{.run = 4,
                    .start = hash_of("e"),
                    .delegation = "CIV",
                    .call = 2,
                    .id = std::string(32, '2'),
                    .replaces = std::string(32, '3'),
                    .answer = Answer::not_participating},
        HandsCounted{
            .run = 4, .start = hash_of("e"), .round = 2, .yes = 3, .no = 4, .abstaining = 5},
        TotalsTaken{.run = 4, .start = hash_of("e"), .yes = 3, .no = 4, .abstaining = 5},
        LastCalled{.run = 4, .start = hash_of("e")},
        VoteClosed{.run = 4, .start = hash_of("e"), .waited_ms = 10001},
        VoteLocked{.run = 4, .close = hash_of("f"), .cut = hash_of("g"), .behind = {"x/y"}},
        ResultAnnounced{.run = 4,
                        .lock = hash_of("h"),
                        .figures = {.yes = 1,
                                    .no = 2,
                                    .abstaining = 3,
                                    .not_voting = 4,
                                    .present = 10,
                                    .participating = 12},
                        .clauses = {{.name = "quorum", .needed = 7, .received = 10, .met = true}},
                        .outcome = Outcome::rejected,
                        .sentence = "S.",
                        .table = hash_of("i")},
        VoteAnnulled{.run = 4, .start = hash_of("e"), .reason = "The kiosk stood still"},
        CorrectionNoted{.run = 4,
                        .result = hash_of("j"),
                        .delegation = "CIV",
                        .intended = Choice::no,
                        .received_from = "A delegate"},
        ConsensusProposed{.question = 5,
                          .meeting = 1,
                          .proposal = "L.7",
                          .text_unit = "article-2",
                          .profile_version = "1",
                          .subject = "S",
                          .sentence = "May I take it?",
                          .texts = {{"en", hash_of("c")}},
                          .present = {"BRA", "CIV"},
                          .participating = 3},
        ObjectionRaised{.proposed = hash_of("k"),
                        .delegation = "CIV",
                        .ground = ObjectionGround::vote_requested,
                        .words = "W"},
        ObjectionWithdrawn{.objection = hash_of("l"), .delegation = "CIV", .words = "W"},
        ConsensusGavelled{
            .proposed = hash_of("k"), .silence_ms = 3001, .label = ConsensusLabel::by_consensus},
        ConsensusConfirmed{.gavel = hash_of("m"), .sentence = "S."},
        LateFlagRuled{
            .gavel = hash_of("m"), .delegation = "CIV", .before_gavel = true, .words = "W"},
        ConsensusSetAside{.proposed = hash_of("k"), .how = SetAside::deferred, .words = "W"},
        StatementAttached{.about = hash_of("m"),
                          .delegation = "CIV",
                          .kind = StatementKind::dissociation,
                          .paragraphs = {"3"},
                          .words = "W"},
        SessionOpened{.session = 2},
        OrganComposed{.organ = "credentials", .members = {"BRA", "CIV"}},
        VotingRightChanged{.delegation = "BRA",
                           .suspended = true,
                           .reason = "R",
                           .authority = "A",
                           .decision = hash_of("p")},
        RulesAdopted{.profile = {{"id", "x"}, {"version", "2"}}, .decision = hash_of("o")},
        ProposalRegistered{.proposal = "L.7",
                           .kind = ProposalKind::sub_amendment,
                           .parent = "L.5",
                           .reintroduces = "L.6",
                           .text_unit = "article-2",
                           .sponsors = {"BRA", "CIV"},
                           .organ = "committee",
                           .symbol = "A/CONF.1/L.7",
                           .title = "T",
                           .texts = {{"en", hash_of("p")}}},
        ProposalRevised{.proposal = "L.7",
                        .version = 3,
                        .sponsors = {"BRA"},
                        .symbol = "A/CONF.1/L.7/Rev.1",
                        .oral = true,
                        .texts = {{"en", hash_of("q")}}},
        ProposalCirculated{.proposal = "L.7", .languages = {"en"}, .permission = "P"},
        ProposalIntroduced{.proposal = "L.7", .meeting = 1, .waiver = "W"},
        ProposalWithdrawn{.proposal = "L.7", .delegation = "BRA"},
        DebateClosed{.proposal = "L.7", .meeting = 1},
        DefermentRequested{.proposal = "L.7", .delegation = "BRA"},
        VoteDeferred{
            .proposal = "L.7", .meeting = 1, .right = DefermentRight::states, .until = "U"},
        DefermentEnded{.proposal = "L.7", .meeting = 1, .report = "R"},
        VoteNotified{.proposal = "L.7", .meeting = 1, .not_before = "D"},
        ExhaustionDeclared{.proposal = "L.7", .meeting = 1, .report = "R"},
        TextRevised{.proposal = "article-2",
                    .version = 3,
                    .decisions = {hash_of("r"), hash_of("s")},
                    .texts = {{"en", hash_of("t")}}},
        TextPlaced{.text_unit = "article-2-bis",
                   .after = "article-2",
                   .split_from = "article-3",
                   .number = "2 bis",
                   .label = "Draft article 2 bis",
                   .title = "T",
                   .texts = {{"en", hash_of("t")}}},
    };
}

/// What is raised from the floor, ruled on, and noted afterwards.
std::vector<Record> one_of_each_from_the_floor() {
    return {
        MotionMoved{.motion = 2,
                    .meeting = 1,
                    .kind = MotionKind::division,
                    .mover = "BRA",
                    .proposal = "L.7",
                    .decision = hash_of("u"),
                    .parts = {"paragraph 1"},
                    .words = "W"},
        MotionSpoken{.motion = 2, .delegation = "CIV", .side = Side::in_favour},
        MotionGranted{.motion = 2},
        MotionWithdrawn{.motion = 2, .delegation = "BRA"},
        MethodRequested{.question = 5, .delegation = "BRA", .method = Method::roll_call},
        PointOfOrderRaised{.meeting = 1, .delegation = "BRA", .on_the_voting = true, .words = "W"},
        RulingGiven{.ruling = 3,
                    .meeting = 1,
                    .kind = RulingKind::order,
                    .proposal = "article-2",
                    .order = {"L.7", "L.5"},
                    .because = "L.4",
                    .matter = MatterClass::procedure,
                    .motion = 2,
                    .delegation = "BRA",
                    .words = "W",
                    .reasons = "R"},
        RulingAppealed{.ruling = 3, .delegation = "BRA"},
        AppealWithdrawn{.ruling = 3, .delegation = "BRA"},
        ElectionOpened{.election = 2,
                       .meeting = 1,
                       .office = "to the office of President",
                       .seats = 2,
                       .candidates = {{"BRA", "Brazil"}, {"person-1", "Ms Silva"}},
                       .majority = "two_thirds",
                       .open_to_others = true},
        CandidateWithdrawn{.election = 2, .opened = hash_of("v"), .meeting = 1, .candidate = "BRA"},
        ProtocolEntered{.election = 2,
                        .opened = hash_of("v"),
                        .meeting = 1,
                        .round = 3,
                        .places = 1,
                        .distributed = 60,
                        .found = 59,
                        .invalid = 2,
                        .blank = 1,
                        .votes = {{{"BRA", "Brazil"}, 30}, {{"person-1", "Ms Silva"}, 26}},
                        .tellers = "T",
                        .document = hash_of("w")},
        ElectionLotDrawn{.election = 2,
                         .opened = hash_of("v"),
                         .meeting = 1,
                         .round = 3,
                         .among = {"BRA", "person-1"},
                         .drawn = {"BRA"},
                         .drawn_by = "D",
                         .way = "W",
                         .witnesses = "N"},
        AcclamationDeclared{.election = 2, .opened = hash_of("v"), .meeting = 1},
        ElectionStopped{.election = 2, .opened = hash_of("v"), .meeting = 1, .reason = "R"},
        ReadingCorrected{.result = hash_of("j"), .read = "R", .sentence = "S."},
        RecordClosed{.decision = hash_of("j")},
        ConferenceClosed{.cut = hash_of("g"), .meetings = 2, .decisions = 7},
        PinRefused{.person = "bra-1"},
    };
}

/// All of them, in the order of the variant.
std::vector<Record> all_records() {
    auto all = one_of_each();
    for (auto& record : one_of_each_from_the_floor()) all.push_back(std::move(record));
    return all;
}

std::string entry_of(const Record& record) {
    INFO(type_of(record));
    auto draft = draft_of(record, "plenary");
    REQUIRE(draft);
    draft->seals = {{.role = Role::presiding_officer, .person = "chair"}};
    const auto bytes = encode_entry(*draft, origin, 7, 1790000000000);
    REQUIRE(bytes);
    return *bytes;
}

}  // namespace

TEST_CASE("every record comes back from its entry as it went in", "[ledger]") {
    const auto records = all_records();
    REQUIRE(records.size() == known_types().size());
    for (const auto& record : records) {
        const auto bytes = entry_of(record);
        const auto entry = decode_entry(bytes);
        INFO(bytes);
        REQUIRE(entry);
        CHECK(entry->record == record);
        CHECK(entry->type == type_of(record));
        CHECK(entry->seq == 7);
        CHECK(entry->feed == origin);
        CHECK(entry->unit == "plenary");
        CHECK(entry->wall_ms == 1790000000000);
        CHECK(entry->seals.size() == 1);
        CHECK(entry->leaf == leaf_hash(bytes_of(bytes)));
        CHECK(bytes.find(entry->content) == 11);  // right after {"content":
    }
}

TEST_CASE("a known type has no member more and none less", "[ledger]") {
    for (const auto& record : all_records()) {
        const auto content = encode_content(record);
        REQUIRE(content);
        const auto whole = nlohmann::json::parse(*content);
        for (const auto& [name, value] : whole.items()) {
            auto less = whole;
            less.erase(name);
            INFO(type_of(record) << " without " << name);
            CHECK_FALSE(decode_content(type_of(record), less.dump()));
            auto other = whole;
            other[name] = nullptr;
            CHECK_FALSE(decode_content(type_of(record), other.dump()));
        }
        auto more = whole;
        more["zz"] = 1;
        CHECK_FALSE(decode_content(type_of(record), more.dump()));
    }
}

TEST_CASE("lists that say what a map says have one order", "[ledger]") {
    const std::string digits(64, '0');
    const auto charter = [&](std::string_view first, std::string_view second) {
        auto content = nlohmann::json::parse(*encode_content(one_of_each().front()));
        content["attachments"] = {{{"name", first}, {"sha256", digits}},
                                  {{"name", second}, {"sha256", digits}}};
        return decode_content("charter/1", content.dump());
    };
    CHECK(charter("a", "b"));
    CHECK_FALSE(charter("b", "a"));
    CHECK_FALSE(charter("a", "a"));

    const auto start = [&](std::string_view first, std::string_view second) {
        auto content = nlohmann::json::parse(*encode_content(VoteStarted{}));
        content["roll"] = {{"accepted", {first, second}}};
        return decode_content("vote_started/1", content.dump());
    };
    CHECK(start("BRA", "CIV"));
    CHECK_FALSE(start("CIV", "BRA"));
    CHECK_FALSE(start("BRA", "BRA"));
}

TEST_CASE("a type of a later version is kept and not understood", "[ledger]") {
    auto bytes = entry_of(PinRefused{.person = "bra-1"});
    bytes.replace(bytes.find("pin_refused/1"), 13, "pin_refused/2");
    const auto entry = decode_entry(bytes);
    REQUIRE(entry);
    CHECK(std::holds_alternative<NotUnderstood>(entry->record));
    CHECK(entry->type == "pin_refused/2");
}

TEST_CASE("an entry changed in any byte is another entry or none", "[ledger]") {
    const auto bytes = entry_of(one_of_each()[8]);
    const auto leaf = decode_entry(bytes)->leaf;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int bit : {0, 1, 4, 7}) {
            auto changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto entry = decode_entry(changed);
            if (entry) CHECK(entry->leaf != leaf);
        }
}

TEST_CASE("an envelope of another form is refused", "[ledger]") {
    const auto bytes = entry_of(PinRefused{.person = "bra-1"});
    const auto with = [&](std::string_view from, std::string_view to) {
        auto changed = bytes;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        return changed;
    };
    REQUIRE(decode_entry(bytes));
    CHECK_FALSE(decode_entry(with("\"v\":1", "\"v\":2")));
    CHECK_FALSE(decode_entry(with("\"seq\":7", "\"seq\":-7")));
    CHECK_FALSE(decode_entry(with("\"seq\":7", "\"seq\":\"7\"")));
    CHECK_FALSE(decode_entry(with("pin_refused/1", "pin_refused/01")));
    CHECK_FALSE(decode_entry(with("pin_refused/1", "PinRefused/1")));
    CHECK_FALSE(decode_entry(with("\"unit\":\"plenary\"", "\"unit\":\"\"")));
    CHECK_FALSE(decode_entry(with("desk\"", "de sk\"")));
    CHECK_FALSE(decode_entry(with("\"role\":\"presiding_officer\"", "\"role\":\"president\"")));
    CHECK_FALSE(decode_entry(with("\"person\":\"chair\"", "\"person\":\"\"")));
    CHECK_FALSE(decode_entry(with("\"unit\":", "\"unix\":")));
}

TEST_CASE("a text that is not UTF-8 or holds a control character becomes no entry", "[ledger]") {
    CHECK_FALSE(encode_content(PinRefused{.person = "a\xFF"}));
    CHECK_FALSE(encode_content(PinRefused{.person = "a\tb"}));
    CHECK(encode_content(PinRefused{.person = "a\nb"}));
}
