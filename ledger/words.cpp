#include "ledger/words.h"

#include "ledger/floor_words.h"

#include "ledger/procedure/correction_note.h"
#include "ledger/procedure/show_of_hands.h"
#include "ledger/procedure/state_order.h"
#include "ledger/record_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace placet::ledger {
namespace {

std::string names_of(const Conference& conference, const std::vector<ParticipantId>& ids,
                     Length length) {
    const std::size_t shown = length == Length::whole ? ids.size() : 12;
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(participant_name(conference, id));
    std::ranges::sort(names, {}, collation_key);
    names.resize(std::min(names.size(), shown));
    auto text = fmt::format("{}", fmt::join(names, ", "));
    if (ids.size() > shown) text += fmt::format(" and {} more", ids.size() - shown);
    return text;
}

/// "1 person is", "2 persons are"
std::string counted(std::size_t count, std::string_view noun, std::string_view plural) {
    return count == 1 ? fmt::format("1 {} is", noun) : fmt::format("{} {} are", count, plural);
}

std::string_view choice_word(Choice choice) {
    switch (choice) {
        case Choice::yes:
            return "YES";
        case Choice::no:
            return "NO";
        case Choice::abstain:
            return "ABSTAIN";
        case Choice::not_participating:
            return "NOT PARTICIPATING";
    }
    return "";
}

std::string_view answer_word(Answer answer) {
    switch (answer) {
        case Answer::yes:
            return "YES";
        case Answer::no:
            return "NO";
        case Answer::abstain:
            return "ABSTAIN";
        case Answer::not_participating:
            return "NOT PARTICIPATING";
        case Answer::none:
            break;
    }
    return "";
}

std::string_view ground_words(ObjectionGround ground) {
    if (ground == ObjectionGround::vote_requested) return "asks for a vote";
    return ground == ObjectionGround::objects ? "objects" : "cannot join the consensus";
}

std::string_view set_aside_words(SetAside how) {
    if (how == SetAside::consultations) return " for consultations";
    return how == SetAside::deferred ? " and deferred" : ": there is no consensus";
}

std::string_view statement_words(StatementKind kind) {
    switch (kind) {
        case StatementKind::position:
            return "states its position";
        case StatementKind::dissociation:
            return "dissociates itself from the decision";
        case StatementKind::reservation:
            return "reserves its position";
        case StatementKind::interpretation:
            return "states how it reads the text";
        case StatementKind::non_participation:
            return "does not participate in the decision";
        case StatementKind::explanation_of_vote:
            return "explains its vote";
    }
    return "";
}

/// " on paragraphs 3, 4"
std::string paragraphs_words(const std::vector<std::string>& paragraphs) {
    if (paragraphs.empty()) return "";
    return fmt::format(" on paragraph{} {}", paragraphs.size() == 1 ? "" : "s",
                       fmt::join(paragraphs, ", "));
}

struct Words {
    const Conference& conference;
    Length length = Length::line;

    std::string state(const ParticipantId& id) const { return participant_name(conference, id); }
    std::string officer(const PersonId& id) const { return person_name(conference, id); }
    /// ": “we reserve our right”", cut to one line's length unless all of it is asked for.
    std::string quoted(std::string_view words) const {
        constexpr std::size_t shown = 160;
        if (words.empty()) return "";
        if (length == Length::whole || words.size() <= shown) return fmt::format(": “{}”", words);
        auto end = shown;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
        return fmt::format(": “{}…”", words.substr(0, end));
    }

    std::string operator()(const Charter& r) const {
        return fmt::format("The conference \"{}\" is founded ({}).", r.title, to_text(r.mode));
    }
    std::string operator()(const Participation& r) const {
        std::string text;
        if (!r.registered.empty())
            text = counted(r.registered.size(), "participant", "participants") + " registered.";
        if (!r.withdrawn.empty())
            text += (text.empty() ? "" : " ") +
                    counted(r.withdrawn.size(), "participant", "participants") + " withdrawn.";
        return text;
    }
    std::string operator()(const Accreditation& r) const {
        return counted(r.persons.size(), "person", "persons") + " accredited.";
    }
    std::string operator()(const TextRegister& r) const {
        return counted(r.units.size(), "unit of text", "units of text") + " before the conference.";
    }
    std::string operator()(const SessionOpened& r) const {
        return fmt::format("Session {} begins.", r.session);
    }
    std::string operator()(const OrganComposed& r) const {
        return fmt::format("{} has {} members.", r.organ, r.members.size());
    }
    std::string operator()(const VotingRightChanged& r) const {
        return fmt::format("{} {} its vote{}.", state(r.delegation),
                           r.suspended ? "is without" : "has again", quoted(r.reason));
    }
    std::string operator()(const RulesAdopted& r) const {
        const auto version = r.profile.find("version");
        return fmt::format("Other rules are in force: version {}.",
                           version == r.profile.end() ? "unknown" : version->second);
    }
    // Of what is raised from the floor, in floor_words.cpp.
    std::string operator()(const auto& r) const requires requires { floor_words(conference, r); }
    { return floor_words(conference, r); }
    std::string operator()(const MeetingOpened& r) const {
        return fmt::format("Meeting {} is opened; {} presides.", r.number, officer(r.presiding));
    }
    std::string operator()(const MeetingSuspended& r) const {
        return fmt::format("Meeting {} is suspended.", r.meeting);
    }
    std::string operator()(const MeetingResumed& r) const {
        return fmt::format("Meeting {} is resumed.", r.meeting);
    }
    std::string operator()(const MeetingClosed& r) const {
        return fmt::format("Meeting {} is closed.", r.meeting);
    }
    std::string operator()(const PresidingChanged& r) const {
        return fmt::format("{} takes the chair.", officer(r.presiding));
    }
    std::string operator()(const PresenceNoted& r) const {
        std::string text;
        if (!r.arrived.empty()) text = "Present: " + names_of(conference, r.arrived, length) + ".";
        if (!r.left.empty())
            text += fmt::format("{}Left: {}.", text.empty() ? "" : " ",
                                names_of(conference, r.left, length));
        return text;
    }
    std::string operator()(const QuestionPut& r) const {
        return fmt::format("Question {} is put: {}", r.question, r.sentence);
    }
    std::string operator()(const VoteStarted& r) const {
        return fmt::format("The voting begins: run {}, {} States participate.", r.run,
                           r.participating);
    }
    std::string operator()(const Ballot& r) const {
        return fmt::format("{} votes {}{}.", state(r.delegation), choice_word(r.choice),
                           r.replaces.empty() ? "" : ", changing its vote");
    }
    std::string operator()(const LotCommitted&) const {
        return "The terminal is committed to a number for the draw by lot.";
    }
    std::string operator()(const LotDrawn& r) const {
        return fmt::format(
            "{}, having been drawn by lot by the presiding officer, is called first.",
            state(r.first));
    }
    std::string operator()(const AnswerGiven& r) const {
        const auto who = state(r.delegation);
        const auto corrected = r.replaces.empty() ? "" : ", correcting what was noted";
        if (r.answer == Answer::none) return fmt::format("{} does not answer{}.", who, corrected);
        return fmt::format("{} answers {}{}.", who, answer_word(r.answer), corrected);
    }
    // The second teller does not see the first one's figures, here neither.
    std::string operator()(const HandsCounted& r) const {
        const auto round = conference.run ? last_round(*conference.run) : HandsRound{};
        if (round.round != r.round || !round.complete())
            return fmt::format("A teller has counted the hands, round {}.", r.round);
        if (round.equal())
            return fmt::format("Both tellers counted {} in favour, {} against, {} abstaining.",
                               r.yes, r.no, r.abstaining);
        return fmt::format("The two tellers differ in round {}; the hands are counted again.",
                           r.round);
    }
    std::string operator()(const TotalsTaken& r) const {
        return fmt::format("The kiosk counted {} in favour, {} against, {} abstaining.", r.yes,
                           r.no, r.abstaining);
    }
    std::string operator()(const LastCalled&) const {
        return "The presiding officer asks whether all delegations have voted.";
    }
    std::string operator()(const VoteClosed& r) const {
        return fmt::format("The voting is closed: run {}.", r.run);
    }
    std::string operator()(const VoteLocked& r) const {
        return fmt::format("The vote is locked: run {}.", r.run);
    }
    std::string operator()(const ResultAnnounced& r) const { return r.sentence; }
    std::string operator()(const VoteAnnulled& r) const {
        return fmt::format("The vote is annulled: run {}, {}.", r.run, r.reason);
    }
    std::string operator()(const CorrectionNoted& r) const {
        return fmt::format("The delegation of {} {}.", state(r.delegation), intention(r.intended));
    }
    std::string operator()(const ReadingCorrected& r) const {
        return fmt::format("The result was read as “{}”. It is: {}", r.read, r.sentence);
    }
    std::string operator()(const RecordClosed&) const {
        return "The period for corrections to a decision is over.";
    }
    std::string operator()(const ConsensusProposed& r) const { return r.sentence; }
    std::string operator()(const ObjectionRaised& r) const {
        return fmt::format("{} {}{}.", state(r.delegation), ground_words(r.ground),
                           quoted(r.words));
    }
    std::string operator()(const ObjectionWithdrawn& r) const {
        return fmt::format("{} withdraws its objection{}.", state(r.delegation), quoted(r.words));
    }
    std::string operator()(const ConsensusGavelled&) const {
        return "There is no objection. It is so decided.";
    }
    std::string operator()(const ConsensusConfirmed& r) const { return r.sentence; }
    std::string operator()(const LateFlagRuled& r) const {
        return fmt::format("A late flag of {}: {}{}.", state(r.delegation),
                           r.before_gavel
                               ? "it was up before the gavel, which is rescinded"
                               : "it was not up before the gavel, and the decision stands",
                           quoted(r.words));
    }
    std::string operator()(const ConsensusSetAside& r) const {
        return fmt::format("The proposal is set aside{}{}.", set_aside_words(r.how),
                           quoted(r.words));
    }
    std::string operator()(const StatementAttached& r) const {
        const bool explains = r.kind == StatementKind::explanation_of_vote;
        const bool after = conference.decision_of_entry(r.about) != nullptr;
        return fmt::format("{} {}{}{}{}.", state(r.delegation), statement_words(r.kind),
                           !explains ? ""
                           : after   ? " after the vote"
                                     : " before the vote",
                           paragraphs_words(r.paragraphs), quoted(r.words));
    }
    std::string operator()(const ConferenceClosed& r) const {
        return fmt::format("The conference is closed: {} meeting{}, {} decision{}.", r.meetings,
                           r.meetings == 1 ? "" : "s", r.decisions, r.decisions == 1 ? "" : "s");
    }
    std::string operator()(const PinRefused& r) const {
        return fmt::format("A wrong PIN was entered with the badge of {}.", r.person);
    }
    std::string operator()(const NotUnderstood&) const {
        return "An entry that this version does not understand; it is kept as it is.";
    }
};

}  // namespace

std::string in_words(const Entry& entry, const Conference& conference, Length length) {
    return std::visit(Words{conference, length}, entry.record);
}

std::string participant_name(const Conference& conference, const ParticipantId& id) {
    const auto found = conference.participants.find(id);
    return found == conference.participants.end() ? id : found->second.name;
}

std::string person_name(const Conference& conference, const PersonId& id) {
    const auto* person = conference.person(id);
    return person != nullptr ? person->name : id;
}

std::string ordinal(std::int64_t number) {
    const auto last = number % 10;
    const bool teen = number % 100 / 10 == 1;
    return fmt::format("{}{}", number,
                       teen        ? "th"
                       : last == 1 ? "st"
                       : last == 2 ? "nd"
                       : last == 3 ? "rd"
                                   : "th");
}

}  // namespace placet::ledger
