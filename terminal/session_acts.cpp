// Badges, PINs and the acts of the officers.
#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/method.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/words.h"
#include "terminal/drafting.h"
#include "terminal/screens/noting.h"
#include "terminal/text_records.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

Result<QuestionPut> question_of(const Conference& conference, const PutQuestion& intent) {
    const auto method = intent.method.value_or(default_method(conference.profile));
    if (intent.motion != 0) return question_of_motion(conference, intent.motion, method);
    if (intent.ruling != 0) return question_of_appeal(conference, intent.ruling, method);
    if (!intent.part.empty())
        return question_of_retaining(conference, intent.proposal, intent.part, method);
    if (intent.proposal.empty()) return question_of_own_motion(conference, intent.words, method);
    return question_of_adopting(conference, intent.proposal, method);
}

/// Does a delegate's badge open what may be said about a decision? While a vote is under way it is
/// for voting.
bool speaks(const Conference& conference) { return takes_statements(conference); }

/// Whoever neither presides over the open meeting nor could take its chair now has nothing to sign
/// in for.
Result<Done> may_preside(const Conference& conference, const Person& person) {
    if (person.role != Role::presiding_officer || !conference.meeting ||
        may_change_presiding(conference))
        return Done{};
    const Entry act{.seals = {{.role = person.role, .person = person.id}},
                    .record = MeetingSuspended{.meeting = conference.meeting->number}};
    return sealed_as_needed(conference, act);
}

}  // namespace

// ---- badges and PINs

void Session::on(const SignIn& intent) {
    leave();
    state_.signing_in = intent.role;
}

void Session::on(const SignOut& intent) {
    if (state_.pin && state_.pin->checking) return;
    leave();
    officers_.erase(intent.role);
    state_.officers.erase(intent.role);
}

void Session::on(const PresentBadge& intent) {
    if (state_.pin || state_.ballot || state_.delegation || !state_.conference->charter) return;
    const auto bytes = intent.badge.bytes();
    auto badge = parse_badge({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                             state_.conference->charter->nonce);
    if (!badge) return refuse(badge.error());
    const auto* person = state_.conference->person(badge->person);
    if (person == nullptr)
        return refuse({Fault::refused,
                       "This badge is not accredited at this conference. Ask the secretariat."});
    if (!parts_.keys.holds(person->id))
        return refuse({Fault::absent,
                       "This kiosk does not serve this badge. Vote at the desk, or ask the "
                       "secretariat."});
    if (state_.signing_in && *state_.signing_in != person->role)
        return refuse({Fault::refused,
                       "This is the badge of another role. Present the badge that is asked for."});
    if (const auto allowed = may_preside(*state_.conference, *person); !allowed)
        return refuse(allowed.error());
    const bool delegate = person->role == Role::delegate;
    const bool votes = delegate && !speaks(*state_.conference);
    if (votes)
        if (const auto allowed = may_vote_here(person->participant); !allowed)
            return refuse(allowed.error());
    badge_ = std::move(*badge);
    state_.notice.reset();
    ask_pin(votes ? PinPurpose::cast : delegate ? PinPurpose::speak : PinPurpose::sign_in, *person);
}

void Session::ask_pin(PinPurpose purpose, const Person& person) {
    const auto& conference = *state_.conference;
    const auto refused = conference.pins_refused.find(person.id);
    const auto participant = conference.participants.find(person.participant);
    state_.pin =
        PinEntry{.person = person.id,
                 .name = participant == conference.participants.end() ? person.name
                                                                      : participant->second.name,
                 .role = person.role,
                 .purpose = purpose,
                 .refused = refused == conference.pins_refused.end() ? 0 : refused->second};
    for (const auto& waiting : wrong_pins_)
        if (waiting == person.id) ++state_.pin->refused;
    count_down();
}

void Session::on(const EnterPin& intent) {
    if (!state_.pin || state_.pin->checking || pin_wait_ms() > 0) return;
    const auto digits = intent.digits.bytes();
    if (!is_pin({reinterpret_cast<const char*>(digits.data()), digits.size()})) return;
    const Badge& badge = pending_ ? officers_.at(state_.pin->role).badge : *badge_;
    state_.pin->checking = true;
    opening_.start(badge, Secret(digits));
}

void Session::pin_was_wrong(const PersonId& person) {
    state_.pin->checking = false;
    state_.pin->wrong = true;
    state_.pin->refused += 1;
    wrong_pins_.push_back(person);
    pin_waits_.wrong(person, parts_.now_ms());
    touched();
}

void Session::pin_opened(Result<SigningKey> key) {
    if (!key && key.error().fault == Fault::unverified) return pin_was_wrong(state_.pin->person);
    const PinEntry pin = *std::exchange(state_.pin, std::nullopt);
    touched();
    if (!key) {
        leave();
        // Whatever it is, no entry was tried: the ledger is well.
        return refuse({Fault::refused, key.error().detail});
    }
    pin_waits_.right(pin.person);
    if (pending_) {
        seal_draft(pending_->draft, state_.conference->charter_leaf, pin.role, pin.person, *key);
        pending_->wanted.erase(pending_->wanted.begin());
        return next_seal();
    }
    Badge badge = *std::exchange(badge_, std::nullopt);
    const auto* person = state_.conference->person(pin.person);
    if (person->role == Role::delegate) {
        // A vote may have been started while the key was opened.
        if (pin.purpose == PinPurpose::cast || !speaks(*state_.conference))
            return open_ballot(pin.person, std::move(*key));
        delegate_key_ = std::move(*key);
        state_.delegation = DelegationDesk{.person = pin.person, .delegation = person->participant};
        return;
    }
    officers_.insert_or_assign(
        person->role,
        Officer{.person = *person, .badge = std::move(badge), .key = std::move(*key)});
    state_.officers[person->role] = *person;
    state_.signing_in.reset();
}

// ---- acts that the officer's key seals at once

void Session::on(const OpenMeeting&) {
    const auto chair = officers_.find(Role::presiding_officer);
    if (chair == officers_.end()) return refuse(signs_in_first(Role::presiding_officer));
    append_as(Role::presiding_officer, next_meeting(*state_.conference, chair->second.person.id));
}

void Session::on(const NotePresence& intent) {
    if (const auto allowed = may_note_presence(*state_.conference); !allowed)
        return refuse(allowed.error());
    const PresenceNoted noted{.meeting = state_.conference->meeting->number,
                              .arrived = intent.arrived,
                              .left = intent.left};
    append_as(officers_.contains(Role::attendant) ? Role::attendant : Role::secretary, noted);
}

void Session::on(const PutQuestion& intent) {
    const auto question = question_of(*state_.conference, intent);
    if (!question) return refuse(question.error());
    if (const auto allowed = may_put(*state_.conference, subject_of(*question)); !allowed)
        return refuse(allowed.error());
    append_as(Role::presiding_officer, *question);
}

void Session::on(const StartVote& intent) {
    if (const auto allowed = may_start(*state_.conference); !allowed)
        return refuse(allowed.error());
    auto start = start_of_vote(*state_.conference, parts_.build);
    if (!start) return refuse(start.error());
    start->method = intent.method.value_or(start->method);
    append_as(Role::presiding_officer, *start);
}

void Session::on(const NoteRecord& intent) {
    if (const auto allowed = may_note(state_, intent.record); !allowed)
        return refuse(allowed.error());
    const auto roles = sealing_roles(state_, intent.record);
    if (!roles) return refuse(roles.error());
    auto texts = texts_of(intent, *state_.conference, parts_.texts);
    if (!texts) return refuse(texts.error());
    if (roles->size() == 1) return append_as(roles->front(), intent.record, {}, *std::move(texts));
    ask_seals(PinPurpose::note, intent.record, unit_of_notes(*state_.conference), *roles, {},
              {{"entry", in_words({.record = intent.record}, *state_.conference)}},
              *std::move(texts));
}

void Session::watch_texts() {
    if (parts_.texts == nullptr) return;
    auto view = parts_.texts->view();
    if (view == state_.texts) return;
    state_.texts = std::move(view);
    ++state_.revision;
}

void Session::append_as(Role role, const Record& record, std::string unit,
                        std::vector<Bytes> texts) {
    const auto officer = officers_.find(role);
    if (officer == officers_.end()) return refuse(signs_in_first(role));
    const auto& conference = *state_.conference;
    if (unit.empty()) unit = unit_of_notes(conference);
    auto draft = drafted(conference, record, unit);
    if (!draft) return refuse(draft.error());
    seal_draft(*draft, conference.charter_leaf, role, officer->second.person.id,
               officer->second.key);
    append(std::move(*draft), {}, std::move(texts));
}

// ---- acts that want a PIN each time: the kiosk stands where others pass

/// The close as it would be sealed now. The time that the rules give is not shortened by the time
/// that a PIN takes.
Result<VoteClosed> Session::may_seal_close(const Conference& conference) const {
    if (const auto allowed = may_close(conference); !allowed) return allowed.error();
    auto close = close_of_vote(conference);
    if (!close) return close.error();
    if (conference.run->last_call) close->waited_ms = parts_.now_ms() - last_call_from_ms_;
    const auto chair = officers_.find(Role::presiding_officer);
    if (chair == officers_.end()) return signs_in_first(Role::presiding_officer);
    const Entry entry{
        .unit = conference.run->unit,
        .seals = {{.role = Role::presiding_officer, .person = chair->second.person.id}},
        .record = *close};
    if (const auto may = may_append(conference, entry); !may) return may.error();
    return *close;
}

void Session::on(const CloseVote&) {
    if (positions_) return take_totals();
    const auto close = may_seal_close(*state_.conference);
    if (!close) return refuse(close.error());
    ask_seals(PinPurpose::close, *close, state_.conference->run->unit, {Role::presiding_officer});
}

void Session::on(const LockVote&) {
    if (const auto allowed = may_lock(*state_.conference); !allowed) return refuse(allowed.error());
    const auto lock = lock_of_vote(*state_.conference, state_.position);
    if (!lock) return refuse(lock.error());
    ask_seals(PinPurpose::lock, *lock, state_.conference->run->unit,
              {Role::presiding_officer, Role::secretary});
}

void Session::on(const AnnounceResult&) {
    if (const auto allowed = may_announce(*state_.conference); !allowed)
        return refuse(allowed.error());
    const auto announcement = announcement_of(*state_.conference);
    if (!announcement) return refuse(announcement.error());
    ask_seals(PinPurpose::announce, announcement->record, state_.conference->run->unit,
              {Role::presiding_officer, Role::secretary}, announcement->table);
}

/// What may not follow now, or who may not seal it, is told before a PIN is asked.
void Session::ask_seals(PinPurpose purpose, const Record& record, const std::string& unit,
                        std::vector<Role> wanted, std::string table, Phrases::Values values,
                        std::vector<Bytes> texts) {
    Entry entry{.unit = unit, .record = record};
    for (const Role role : wanted) {
        const auto officer = officers_.find(role);
        if (officer == officers_.end()) return refuse(signs_in_first(role));
        entry.seals.push_back({.role = role, .person = officer->second.person.id});
    }
    if (const auto may = may_append(*state_.conference, entry); !may) return refuse(may.error());
    auto draft = drafted(*state_.conference, record, unit);
    if (!draft) return refuse(draft.error());
    leave();
    pending_ = PendingSeals{.purpose = purpose,
                            .draft = *std::move(draft),
                            .table = std::move(table),
                            .texts = std::move(texts),
                            .values = std::move(values),
                            .wanted = std::move(wanted)};
    next_seal();
}

void Session::next_seal() {
    if (!pending_->wanted.empty()) {
        ask_pin(pending_->purpose, officers_.at(pending_->wanted.front()).person);
        state_.pin->values = pending_->values;
        return;
    }
    append(std::move(pending_->draft), std::move(pending_->table), std::move(pending_->texts));
    pending_.reset();
}

}  // namespace placet::terminal
