#include "ledger/reenactment.h"

#include "ledger/acts.h"
#include "ledger/authority.h"
#include "ledger/conference_package.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/quorum.h"
#include "ledger/record_parts.h"
#include "ledger/state_names.h"
#include "ledger/version.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

// Two bodies, each with the majorities that it decides by. An organ's kind says no more than which
// majorities of the profile apply to it.
constexpr std::string_view treaty_conference = "treaty-conference";
constexpr std::string_view assembly = "assembly";
const PersonId presiding_officer = "president";
const PersonId secretary = "secretary";

PersonId delegate_of(const ParticipantId& state) { return state + "-1"; }

// Treaty conferences adopt by two thirds of those present and voting. The General Assembly decides
// by a simple majority unless the question is important; the lists do not say which ones were.
// Totals do not depend on it.
RuleProfile rules() {
    return {.id = "past-votes",
            .version = "1",
            .title = "Rules for taking past votes again (adopted by nobody)",
            .source_symbol = "none",
            .plenary = {.substance = Majority::two_thirds},
            .committee = {.substance = Majority::simple}};
}

std::string_view body_of(const PastVote& vote) {
    return vote.kind == QuestionKind::whole ? treaty_conference : assembly;
}

Charter charter_of(const PublicKey& root, const PublicKey& terminal) {
    Charter charter{
        .conference = "past-votes",
        .title = "Recorded votes of the past, taken again",
        .mode = Mode::rehearsal,
        .nonce = random_id(),
        .root_key = root,
        .units = {{.id = std::string(treaty_conference),
                   .title = "Conference on a treaty",
                   .kind = "plenary"},
                  {.id = std::string(assembly), .title = "General Assembly", .kind = "committee"}},
        .languages = {"en"},
        .profile = profile_fields(rules())};
    charter.terminals.push_back(
        {.name = "desk",
         .post = Post::desk,
         .origin = fmt::format("placet.example/past-votes/{}/desk", charter.nonce.substr(0, 8)),
         .key = terminal});
    return charter;
}

Participant participant_of(const ParticipantId& code) {
    auto name = state_name(code);
    auto board = character_count(name) <= board_name_limit ? name : code;
    return {.id = code,
            .name = std::move(name),
            .board = std::move(board),
            .credentials = Credentials::accepted};
}

bool is_for_whole_conference(const Record& record) {
    return std::holds_alternative<Participation>(record) ||
           std::holds_alternative<Accreditation>(record) ||
           std::holds_alternative<TextRegister>(record);
}

/// "is retained", "is carried", "is adopted".
std::string effect(const PastVote& vote, std::string_view negation) {
    const std::string_view word = vote.kind == QuestionKind::part     ? "retained"
                                  : vote.kind == QuestionKind::motion ? "carried"
                                                                      : "adopted";
    return fmt::format("{} is {}{}.", vote.subject, negation, word);
}

/// The id of the amendment to a text of the list.
ProposalId amendment_of(const PastVote& vote) { return vote.id + ".amendment"; }

Result<QuestionPut> question_by_kind(const Conference& conference, const PastVote& vote) {
    if (vote.kind == QuestionKind::motion)
        return question_of_own_motion(conference, vote.subject, Method::recorded);
    if (vote.kind == QuestionKind::part)
        return question_of_retaining(conference, vote.id, vote.subject, Method::recorded);
    return question_of_adopting(
        conference, vote.kind == QuestionKind::amendment ? amendment_of(vote) : vote.id);
}

Result<Record> question_of(const Conference& conference, const PastVote& vote) {
    auto put = question_by_kind(conference, vote);
    if (!put) return put.error();
    put->subject = vote.subject;
    put->if_carried = effect(vote, "");
    put->if_not_carried = effect(vote, "not ");
    return Record{*std::move(put)};
}

/// Who has a position was there. Of the others the lists say nothing, so they are noted only where
/// there would be no quorum without them: a vote was taken, and a quorum is presumed until somebody
/// denies it.
PresenceNoted presence_of(const Conference& conference, const PastVote& vote) {
    const auto positions = std::ranges::count_if(
        vote.ballots, [](const PastBallot& ballot) { return ballot.choice.has_value(); });
    const auto& organ = *conference.unit(conference.meeting->unit);
    const bool quorum =
        positions >= quorum_to_decide(conference.profile, organ, conference.participating());
    PresenceNoted presence{.meeting = conference.meeting->number};
    for (const auto& ballot : vote.ballots)
        if ((ballot.choice || !quorum) && !conference.present.contains(ballot.state))
            presence.arrived.push_back(ballot.state);
    return presence;
}

template <class RecordType>
Result<Record> as_record(Result<RecordType> made) {
    if (!made) return made.error();
    return Record{*std::move(made)};
}

}  // namespace

bool agrees(const Reenacted& ours, const PastVote& vote) {
    return ours.figures.yes == vote.published_yes && ours.figures.no == vote.published_no &&
           ours.figures.abstaining == vote.published_abstaining;
}

Result<Reenactment> Reenactment::found(const std::filesystem::path& path) {
    Keys keys;
    auto terminal = SigningKey::generate();
    const auto charter = charter_of(keys.root.public_key(), terminal.public_key());
    auto draft = draft_of(charter, conference_unit);
    if (!draft) return draft.error();
    seal_draft(*draft, std::nullopt, Role::root, PersonId(root_person), keys.root);
    auto ledger =
        Ledger::found(path, *draft, charter.terminals.front().origin, std::move(terminal), {});
    if (!ledger) return ledger.error();
    Reenactment reenactment(*std::move(ledger), std::move(keys));
    if (const auto done = reenactment.accredit_officers(); !done) return done.error();
    return reenactment;
}

// Sealed by those whose act it is.
Result<Done> Reenactment::add(Batch& batch, const Record& record) {
    const bool whole = is_for_whole_conference(record);
    auto draft = draft_of(record, whole ? conference_unit : body_);
    if (!draft) return draft.error();
    const auto seal = [&](Role role, const PersonId& person, const SigningKey& key) {
        seal_draft(*draft, batch.conference().charter_leaf, role, person, key);
    };
    if (whole) {
        seal(Role::root, PersonId(root_person), keys_.root);
    } else if (const auto* ballot = std::get_if<Ballot>(&record)) {
        seal(Role::delegate, delegate_of(ballot->delegation),
             keys_.delegates.at(ballot->delegation));
    } else if (std::holds_alternative<ProposalRegistered>(record) ||
               std::holds_alternative<ProposalCirculated>(record)) {
        seal(Role::secretary, secretary, keys_.secretary);
    } else {
        seal(Role::presiding_officer, presiding_officer, keys_.presiding_officer);
    }
    if (std::holds_alternative<VoteLocked>(record) ||
        std::holds_alternative<ResultAnnounced>(record))
        seal(Role::secretary, secretary, keys_.secretary);
    const auto added = batch.add(*draft);
    if (!added) return added.error();
    return Done{};
}

Result<Done> Reenactment::add(Batch& batch, const Result<Record>& record) {
    if (!record) return record.error();
    return add(batch, *record);
}

Result<Done> Reenactment::accredit_officers() {
    Batch batch(ledger_);
    const auto added = add(batch, Accreditation{{{.id = presiding_officer,
                                                  .name = "President",
                                                  .role = Role::presiding_officer,
                                                  .key = keys_.presiding_officer.public_key()},
                                                 {.id = secretary,
                                                  .name = "Secretary",
                                                  .role = Role::secretary,
                                                  .key = keys_.secretary.public_key()}}});
    return added ? batch.commit() : added;
}

Result<Done> Reenactment::register_listed(Batch& batch, const PastVote& vote) {
    const auto& participants = batch.conference().participants;
    Participation change;
    for (const auto& ballot : vote.ballots)
        if (!participants.contains(ballot.state))
            change.registered.push_back(participant_of(ballot.state));
    for (const auto& [id, participant] : participants)
        if (std::ranges::find(vote.ballots, id, &PastBallot::state) == vote.ballots.end())
            change.withdrawn.push_back(id);
    if (change == Participation{}) return Done{};
    for (const auto& part : in_parts(change))
        if (const auto added = add(batch, part); !added) return added.error();
    return Done{};
}

Result<Done> Reenactment::accredit_new(Batch& batch, const PastVote& vote) {
    Accreditation accreditation;
    for (const auto& ballot : vote.ballots) {
        if (keys_.delegates.contains(ballot.state)) continue;
        const auto& key =
            keys_.delegates.emplace(ballot.state, SigningKey::generate()).first->second;
        accreditation.persons.push_back({.id = delegate_of(ballot.state),
                                         .name = "Delegate of " + state_name(ballot.state),
                                         .role = Role::delegate,
                                         .participant = ballot.state,
                                         .key = key.public_key()});
    }
    if (accreditation.persons.empty()) return Done{};
    for (const auto& part : in_parts(accreditation))
        if (const auto added = add(batch, part); !added) return added.error();
    return Done{};
}

Result<Done> Reenactment::bring_to_vote(Batch& batch, const PastVote& vote) {
    const TextRegister text{{{.id = vote.id, .label = vote.subject, .title = vote.title}}};
    if (const auto added = add(batch, text); !added) return added.error();
    if (vote.date != date_ || body_of(vote) != body_) {
        if (const auto& meeting = batch.conference().meeting) {
            const MeetingClosed closed{.meeting = meeting->number};
            if (const auto added = add(batch, closed); !added) return added.error();
        }
        date_ = vote.date;
        body_ = body_of(vote);
        const auto opened = add(batch, next_meeting(batch.conference(), presiding_officer));
        if (!opened) return opened.error();
    }
    const auto presence = presence_of(batch.conference(), vote);
    if (!presence.arrived.empty())
        if (const auto noted = add(batch, presence); !noted) return noted.error();
    if (const auto submitted = submit(batch, vote); !submitted) return submitted.error();
    if (const auto put = add(batch, question_of(batch.conference(), vote)); !put)
        return put.error();
    return add(batch, as_record(start_of_vote(batch.conference(), std::string(build_name()))));
}

// An amendment is registered, circulated and introduced; a part is put after a division that nobody
// opposed. The lists say only that there was a vote.
Result<Done> Reenactment::submit(Batch& batch, const PastVote& vote) {
    const auto meeting = batch.conference().meeting->number;
    if (vote.kind == QuestionKind::part) {
        const MotionMoved moved{
            .motion = static_cast<std::int64_t>(batch.conference().motions.size()) + 1,
            .meeting = meeting,
            .kind = MotionKind::division,
            .mover = vote.ballots.front().state,
            .proposal = vote.id,
            .parts = {vote.subject},
            .words = "that it be voted on separately"};
        if (const auto added = add(batch, moved); !added) return added.error();
        return add(batch, MotionGranted{.motion = moved.motion});
    }
    if (vote.kind != QuestionKind::amendment) return Done{};
    const auto text = ledger_.attach(bytes_of(vote.title));
    if (!text) return text.error();
    const ProposalRegistered registered{.proposal = amendment_of(vote),
                                        .kind = ProposalKind::amendment,
                                        .parent = vote.id,
                                        .text_unit = vote.id,
                                        .organ = batch.conference().meeting->unit,
                                        .title = vote.subject,
                                        .texts = {{"en", *text}}};
    const auto& languages = batch.conference().charter->languages;
    for (const Record& record :
         {Record{registered},
          Record{ProposalCirculated{.proposal = registered.proposal, .languages = languages}},
          Record{ProposalIntroduced{.proposal = registered.proposal, .meeting = meeting}}})
        if (const auto added = add(batch, record); !added) return added.error();
    return Done{};
}

Result<Done> Reenactment::cast_all(Batch& batch, const PastVote& vote) {
    for (const auto& ballot : vote.ballots) {
        if (!ballot.choice) continue;
        const auto cast =
            add(batch, as_record(ballot_of(batch.conference(), ballot.state, *ballot.choice)));
        if (!cast) return cast.error();
    }
    return Done{};
}

Result<Reenacted> Reenactment::take(const PastVote& vote) {
    Batch batch(ledger_);
    auto done = register_listed(batch, vote);
    if (done) done = accredit_new(batch, vote);
    if (done) done = bring_to_vote(batch, vote);
    if (done) done = cast_all(batch, vote);
    if (done) done = add(batch, as_record(close_of_vote(batch.conference())));
    if (done) done = add(batch, as_record(lock_of_vote(batch.conference(), batch.position())));
    if (!done) return done.error();
    const auto announcement = announcement_of(batch.conference());
    if (!announcement) return announcement.error();
    if (const auto table = ledger_.attach(bytes_of(announcement->table)); !table)
        return table.error();
    if (done = add(batch, Record{announcement->record}); !done) return done.error();
    if (done = batch.commit(); !done) return done.error();
    const auto& result = announcement->record;
    return Reenacted{
        .figures = result.figures, .outcome = result.outcome, .sentence = result.sentence};
}

}  // namespace placet::ledger
