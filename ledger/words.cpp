#include "ledger/words.h"

#include "ledger/record_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <chrono>

namespace placet::ledger {
namespace {

std::string name_of(const Conference& conference, const ParticipantId& id) {
    const auto found = conference.participants.find(id);
    return found == conference.participants.end() ? id : found->second.name;
}

std::string names_of(const Conference& conference, const std::vector<ParticipantId>& ids) {
    constexpr std::size_t shown = 12;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(ids.size(), shown); ++i)
        names.push_back(name_of(conference, ids[i]));
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

struct Words {
    const Conference& conference;

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
    std::string operator()(const MeetingOpened& r) const {
        const auto* person = conference.person(r.presiding);
        return fmt::format("Meeting {} is opened; {} presides.", r.number,
                           person != nullptr ? person->name : r.presiding);
    }
    std::string operator()(const PresenceNoted& r) const {
        std::string text;
        if (!r.arrived.empty()) text = "Present: " + names_of(conference, r.arrived) + ".";
        if (!r.left.empty())
            text +=
                fmt::format("{}Left: {}.", text.empty() ? "" : " ", names_of(conference, r.left));
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
        return fmt::format("{} votes {}{}.", name_of(conference, r.delegation),
                           choice_word(r.choice), r.replaces.empty() ? "" : ", changing its vote");
    }
    std::string operator()(const VoteClosed& r) const {
        return fmt::format("The voting is closed: run {}.", r.run);
    }
    std::string operator()(const VoteLocked& r) const {
        return fmt::format("The vote is locked: run {}.", r.run);
    }
    std::string operator()(const ResultAnnounced& r) const { return r.sentence; }
    std::string operator()(const PinRefused& r) const {
        return fmt::format("A wrong PIN was entered with the badge of {}.", r.person);
    }
    std::string operator()(const NotUnderstood&) const {
        return "An entry that this version does not understand; it is kept as it is.";
    }
};

std::chrono::sys_seconds whole_seconds(std::int64_t wall_ms) {
    return std::chrono::floor<std::chrono::seconds>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{wall_ms}});
}

std::string time_text(std::int64_t wall_ms, bool with_date) {
    const auto seconds = whole_seconds(wall_ms);
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::hh_mm_ss clock{seconds - day};
    const std::chrono::year_month_day date{day};
    const auto time = fmt::format("{:02}:{:02}:{:02}", clock.hours().count(),
                                  clock.minutes().count(), clock.seconds().count());
    if (!with_date) return time;
    return fmt::format("{:04}-{:02}-{:02} {} UTC", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time);
}

}  // namespace

std::string in_words(const Entry& entry, const Conference& conference) {
    return std::visit(Words{conference}, entry.record);
}

std::string clock_text(std::int64_t wall_ms) { return time_text(wall_ms, false); }

std::string date_text(std::int64_t wall_ms) { return time_text(wall_ms, true); }

}  // namespace placet::ledger
