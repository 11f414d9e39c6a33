// record.h: every kind of record as a plain struct, in one variant.
//
// A record is what an entry says; FORMAT.md gives its members, encoding.h its bytes. Every struct
// here is version 1 of its type.
#pragma once

#include "crypto/hash.h"
#include "crypto/keys.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace placet::ledger {

using ParticipantId = std::string;  // "BRA": ISO 3166 alpha-3, or the Secretariat's own
using PersonId = std::string;       // "bra-1"
using TextUnitId = std::string;     // "article-2": stable, never the number
using RunNumber = std::int64_t;     // counts the conference's votes from 1; a repetition is new

enum class Mode { rehearsal, live };
enum class Role { root, presiding_officer, secretary, attendant, delegate };
enum class Post { desk, seat, podium, hall, audit };

/// Grades of evidence for a delegation's credentials. All but rejected leave the vote.
enum class Credentials {
    none_provisional,
    communicated,
    assured,
    formal,
    accepted,
    objected_pending,
    rejected,
};

enum class Choice { yes, no, abstain, not_participating };
enum class QuestionKind { proposal, amendment, part, whole, motion };
enum class MatterClass { substance, procedure };
enum class Method { recorded };

struct Terminal {
    std::string name = {};    // "desk"
    Post post = Post::desk;
    std::string origin = {};  // of its feed, for ever
    PublicKey key = {};       // of its checkpoints

    friend bool operator==(const Terminal&, const Terminal&) = default;
};

/// An organ that meets: "plenary", a committee.
struct Unit {
    std::string id = {};
    std::string title = {};
    std::string kind = {};  // "plenary" or "committee": which majorities of the profile apply

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// First entry of the conference's spine. Sealed by the root key.
struct Charter {
    std::string conference = {};  // "cah"
    std::string title = {};
    Mode mode = Mode::rehearsal;
    std::string nonce = {};  // 32 hex digits: two charters are never the same conference
    PublicKey root_key = {};
    std::vector<Terminal> terminals = {};
    std::vector<Unit> units = {};
    std::vector<std::string> languages = {};
    std::map<std::string, std::string> profile = {};  // the rule profile, field by field
    std::map<std::string, Hash> attachments = {};     // SHA-256 by name: "participants.tsv"

    friend bool operator==(const Charter&, const Charter&) = default;
};

struct Participant {
    ParticipantId id = {};
    std::string name = {};   // official short English name: the order of the roll
    std::string board = {};  // at most 18 characters
    Credentials credentials = Credentials::none_provisional;

    friend bool operator==(const Participant&, const Participant&) = default;
};

/// Who participates from here on. Sealed by the root key.
struct Participation {
    std::vector<Participant> registered = {};  // new, or with new particulars
    std::vector<ParticipantId> withdrawn = {};

    friend bool operator==(const Participation&, const Participation&) = default;
};

struct Person {
    PersonId id = {};
    std::string name = {};
    Role role = Role::delegate;
    ParticipantId participant = {};  // of a delegate; empty otherwise
    PublicKey key = {};              // of the person's seals

    friend bool operator==(const Person&, const Person&) = default;
};

/// Persons and their seal keys. Sealed by the root key.
struct Accreditation {
    std::vector<Person> persons = {};

    friend bool operator==(const Accreditation&, const Accreditation&) = default;
};

/// One unit of the draft convention with the hash of its text per language.
struct TextUnit {
    TextUnitId id = {};
    std::string number = {};  // "2"; empty where the unit has none
    std::string label = {};   // as a sentence names it: "Draft article 2"
    std::string title = {};
    std::map<std::string, Hash> texts = {};  // SHA-256 by language

    friend bool operator==(const TextUnit&, const TextUnit&) = default;
};

/// The texts before the conference, in the order of the convention. Sealed by the root key.
struct TextRegister {
    std::vector<TextUnit> units = {};

    friend bool operator==(const TextRegister&, const TextRegister&) = default;
};

/// Sealed by the presiding officer.
struct MeetingOpened {
    std::int64_t number = 0;
    PersonId presiding = {};

    friend bool operator==(const MeetingOpened&, const MeetingOpened&) = default;
};

/// Delegations seen to arrive or leave. Sealed by the attendant or the secretary.
struct PresenceNoted {
    std::int64_t meeting = 0;
    std::vector<ParticipantId> arrived = {};
    std::vector<ParticipantId> left = {};

    friend bool operator==(const PresenceNoted&, const PresenceNoted&) = default;
};

/// A question before the meeting, with all that must not change after. Sealed by the presiding
/// officer.
struct QuestionPut {
    std::int64_t question = 0;  // counts the conference's questions from 1
    std::int64_t meeting = 0;
    TextUnitId text_unit = {};  // empty for a motion
    QuestionKind kind = QuestionKind::proposal;
    MatterClass matter = MatterClass::substance;
    Method method = Method::recorded;
    std::string majority = {};  // as the profile spells it: "two_thirds"
    std::string profile_version = {};
    std::string subject = {};   // of the announcement: "Draft article 2"
    std::string sentence = {};  // the question in one sentence
    std::string if_carried = {};
    std::string if_not_carried = {};
    std::map<std::string, Hash> texts = {};  // of what is put, by language
    std::int64_t participating = 0;          // P, provisional until the start

    friend bool operator==(const QuestionPut&, const QuestionPut&) = default;
};

/// The voting has begun: text, rule, method and electorate are fixed. Sealed by the presiding
/// officer.
struct VoteStarted {
    RunNumber run = 0;
    std::int64_t question = 0;
    Hash put = {};  // leaf hash of the question's entry
    std::string sentence = {};
    std::string majority = {};
    Method method = Method::recorded;
    std::map<std::string, Hash> texts = {};
    std::map<ParticipantId, Credentials> roll = {};  // every participating State, with its status
    std::int64_t participating = 0;                  // P
    std::string build = {};                          // of the software that takes the vote

    friend bool operator==(const VoteStarted&, const VoteStarted&) = default;
};

/// One delegation's choice in one run. Sealed by a delegate of it.
struct Ballot {
    RunNumber run = 0;
    Hash start = {};  // leaf hash of the run's start
    ParticipantId delegation = {};
    std::string id = {};                     // 32 hex digits, random: counts once wherever it stands
    std::vector<std::string> replaces = {};  // ids of this delegation's ballots in this run
    Choice choice = Choice::abstain;

    friend bool operator==(const Ballot&, const Ballot&) = default;
};

/// No further ballots. Sealed by the presiding officer alone; takes effect at once.
struct VoteClosed {
    RunNumber run = 0;
    Hash start = {};

    friend bool operator==(const VoteClosed&, const VoteClosed&) = default;
};

/// Fixes the cut. Sealed by presiding officer and secretary.
struct VoteLocked {
    RunNumber run = 0;
    Hash close = {};
    Hash cut = {};                         // SHA-256 of the canonical table of the cut
    std::vector<std::string> behind = {};  // origins of feeds that are behind or unreachable

    friend bool operator==(const VoteLocked&, const VoteLocked&) = default;
};

/// In delegations. present = yes + no + abstaining + not_voting.
struct Figures {
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstaining = 0;
    std::int64_t not_voting = 0;     // present, no position recorded
    std::int64_t present = 0;
    std::int64_t participating = 0;  // P

    std::int64_t present_and_voting() const { return yes + no; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// One test that the outcome rests on, in whole delegations.
struct Clause {
    std::string name = {};  // "quorum", "affirmative_vote", "two_thirds", "majority", ...
    std::int64_t needed = 0;
    std::int64_t received = 0;
    bool met = false;

    friend bool operator==(const Clause&, const Clause&) = default;
};

enum class Outcome {
    adopted,
    carried,
    retained,
    rejected,
    not_adopted,
    tie_rejected,
    tie_second_vote,
    no_decision,
};

/// Sealed by presiding officer and secretary. The table by State is an attachment.
struct ResultAnnounced {
    RunNumber run = 0;
    Hash lock = {};
    Figures figures = {};
    std::vector<Clause> clauses = {};
    Outcome outcome = Outcome::no_decision;
    std::string sentence = {};
    Hash table = {};  // SHA-256 of the voting table

    friend bool operator==(const ResultAnnounced&, const ResultAnnounced&) = default;
};

/// A badge was presented with a wrong PIN. The terminal's own record: no seal.
struct PinRefused {
    PersonId person = {};

    friend bool operator==(const PinRefused&, const PinRefused&) = default;
};

/// A type that this version does not understand: kept, carried, shown as such.
struct NotUnderstood {
    friend bool operator==(const NotUnderstood&, const NotUnderstood&) = default;
};

using Record = std::variant<Charter, Participation, Accreditation, TextRegister, MeetingOpened,
                            PresenceNoted, QuestionPut, VoteStarted, Ballot, VoteClosed, VoteLocked,
                            ResultAnnounced, PinRefused, NotUnderstood>;

/// A person's signature inside an entry.
struct Seal {
    Role role = Role::delegate;
    PersonId person = {};
    Signature signature = {};

    friend bool operator==(const Seal&, const Seal&) = default;
};

/// An entry, read: its envelope, its record, and the bytes that hashes and seals are over.
struct Entry {
    std::string feed = {};
    std::uint64_t seq = 0;
    std::string type = {};  // with its version: "ballot/1"
    std::string unit = {};  // organ, or "conference"
    std::int64_t wall_ms = 0;  // what the clock said; decides nothing
    std::vector<Seal> seals = {};
    Record record = NotUnderstood{};
    std::string content = {};  // canonical bytes of the record, exactly as stored
    Hash leaf = {};
};

/// A feed up to a size.
struct FeedPosition {
    std::string origin = {};
    std::uint64_t size = 0;
    Hash root = {};
};

}  // namespace placet::ledger
