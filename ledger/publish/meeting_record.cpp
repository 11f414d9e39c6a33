#include "ledger/publish/meeting_record.h"

#include "ledger/procedure/election_words.h"
#include "ledger/publish/result_sheet.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <sstream>

namespace placet::ledger {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t time_column = 10;  // "10:04:00" and two blanks

std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Broken at blanks; the first line begins with `first`, the others with as many blanks.
std::string wrapped(const std::string& first, std::string_view words) {
    const std::string margin(columns(first), ' ');
    std::string text = first;
    std::size_t used = columns(first);
    bool begun = false;
    while (!words.empty()) {
        const auto word = words.substr(0, words.find_first_of(" \n"));
        if (begun && used + 1 + columns(word) > line_width) {
            text.append("\n").append(margin);
            used = margin.size();
            begun = false;
        }
        text.append(begun ? " " : "").append(word);
        used += columns(word) + (begun ? 1 : 0);
        begun = true;
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return text + "\n";
}

std::string_view method_words(Method method) {
    if (method == Method::recorded) return "a recorded vote";
    if (method == Method::non_recorded) return "a non-recorded vote";
    return method == Method::roll_call ? "a vote by roll-call" : "a vote by show of hands";
}

/// "Draft article 3, 1st meeting"
std::string decision_words(const Decision& decision) {
    return fmt::format("{}, {} meeting", decision.subject, ordinal(decision.meeting));
}

/// The decision that an entry adds something to; nothing if it adds nothing to any.
const Decision* decision_about(const Entry& entry, const Conference& then) {
    if (const auto* correction = std::get_if<CorrectionNoted>(&entry.record))
        return then.decision_of_entry(correction->result);
    if (const auto* statement = std::get_if<StatementAttached>(&entry.record))
        return then.decision_of_entry(statement->about);
    const auto* flag = std::get_if<LateFlagRuled>(&entry.record);
    if (flag == nullptr) return nullptr;
    const auto found = std::ranges::find_if(then.decisions, [&](const Decision& decision) {
        return decision.consensus && decision.consensus->gavel_entry->leaf == flag->gavel;
    });
    return found == then.decisions.end() ? nullptr : &*found;
}

/// Positions are told with the result, refused PINs in no record of a meeting.
bool is_told(const Record& record) {
    return !std::holds_alternative<Ballot>(record) &&
           !std::holds_alternative<AnswerGiven>(record) &&
           !std::holds_alternative<VoteLocked>(record) &&
           !std::holds_alternative<PinRefused>(record);
}

std::string heading_of(const Record& record) {
    const auto heading = [](std::int64_t number, const std::string& subject) {
        return fmt::format("Question {}: {}", number, subject);
    };
    if (const auto* put = std::get_if<QuestionPut>(&record))
        return heading(put->question, put->subject);
    if (const auto* proposed = std::get_if<ConsensusProposed>(&record))
        return heading(proposed->question, proposed->subject);
    if (const auto* opened = std::get_if<ElectionOpened>(&record))
        return fmt::format("Election {}, {}", opened->election, opened->office);
    return "";
}

/// The result as verbatim records print it: lists, sentence, figures.
std::vector<std::string> result_words(const Conference& then) {
    const auto sheet = result_sheet(then);
    std::vector<std::string> paragraphs = sheet.method;
    for (const auto& list : sheet.lists)
        paragraphs.push_back(fmt::format(
            "{}: {}", list.label,
            list.names.empty() ? "None" : fmt::format("{}", fmt::join(list.names, ", "))));
    paragraphs.push_back(sheet.sentence);
    std::vector<std::string> figures;
    for (const auto& figure : sheet.figures)
        figures.push_back(fmt::format("{} {}", figure.label, figure.figure));
    paragraphs.push_back(fmt::format("({}.)", fmt::join(figures, "; ")));
    return paragraphs;
}

/// A ballot on paper as records print it: the figures, one in a line, then what was announced.
std::vector<std::string> protocol_words(const ProtocolEntered& protocol, const Conference& then) {
    const auto& election = *then.election(protocol.election);
    const auto history = history_to(election, act_of(protocol));
    std::vector<std::string> paragraphs = {
        fmt::format("Ballot {} of election {} was counted by {}.", protocol.round,
                    protocol.election, protocol.tellers)};
    std::istringstream figures(ballot_figures(election.terms, history));
    for (std::string line; std::getline(figures, line);) paragraphs.push_back(line);
    paragraphs.push_back(election_announcement(election.terms, history));
    return paragraphs;
}

std::vector<std::string> paragraphs_of(const Entry& entry, const Conference& then) {
    const auto words = in_words(entry, then, Length::whole);
    if (const auto* started = std::get_if<VoteStarted>(&entry.record))
        return {fmt::format("Vote {} begins: {}; {} States participate.", started->run,
                            method_words(started->method), started->participating)};
    if (const auto* put = std::get_if<QuestionPut>(&entry.record)) return {put->sentence};
    if (std::holds_alternative<PresenceNoted>(entry.record))
        return {fmt::format("{} Now present: {} of {} participating States.", words,
                            then.present.size(), then.participating())};
    if (std::holds_alternative<ResultAnnounced>(entry.record)) return result_words(then);
    if (const auto* protocol = std::get_if<ProtocolEntered>(&entry.record))
        return protocol_words(*protocol, then);
    return {words};
}

}  // namespace

void MeetingRecord::open(const Entry& entry, const Conference& then) {
    under_way_ = true;
    const auto& meeting = *then.meeting;
    title_ = {then.charter->title,
              fmt::format("{}, {} meeting", then.unit(meeting.unit)->title, ordinal(number_)),
              fmt::format("{}, presiding officer: {}", date_text(entry.wall_ms),
                          person_name(then, meeting.presiding))};
    if (then.charter->mode == Mode::rehearsal) title_.emplace_back("REHEARSAL");
}

void MeetingRecord::add(const Entry& entry, const Conference& then) {
    const auto* opened = std::get_if<MeetingOpened>(&entry.record);
    if (opened != nullptr && opened->number == number_) open(entry, then);
    if (under_way_)
        add_passage(entry, then);
    else if (!title_.empty())
        add_later(entry, then);
    if (std::holds_alternative<MeetingClosed>(entry.record)) under_way_ = false;
}

void MeetingRecord::add_passage(const Entry& entry, const Conference& then) {
    if (!is_told(entry.record)) return;
    Passage passage{.entry = entry.seq,
                    .time = clock_text(entry.wall_ms),
                    .heading = heading_of(entry.record),
                    .paragraphs = paragraphs_of(entry, then)};
    const auto* about = decision_about(entry, then);
    if (about != nullptr && about->meeting != number_)
        passage.paragraphs.front().insert(0, fmt::format("On {}: ", decision_words(*about)));
    passages_.push_back(std::move(passage));
}

void MeetingRecord::add_later(const Entry& entry, const Conference& then) {
    const auto* about = decision_about(entry, then);
    if (about == nullptr || about->meeting != number_) return;
    later_.push_back(
        {.entry = entry.seq,
         .paragraphs = {fmt::format("{}, on {}: {}", date_text(entry.wall_ms), about->subject,
                                    in_words(entry, then, Length::whole))}});
}

std::string MeetingRecord::text(std::uint64_t end) const {
    if (passages_.empty() || passages_.front().entry >= end) return "";
    std::string text;
    for (const auto& line : title_) text += wrapped("", line);
    text += "\n";
    for (const auto& passage : passages_) {
        if (passage.entry >= end) break;
        if (!passage.heading.empty()) text += "\n" + wrapped("", passage.heading);
        std::string column = passage.time + "  ";
        for (const auto& paragraph : passage.paragraphs) {
            text += wrapped(column, paragraph);
            column.assign(time_column, ' ');
        }
    }
    bool told = false;
    for (const auto& passage : later_) {
        if (passage.entry >= end) break;
        if (!told) text += "\nWhat followed after the meeting\n";
        told = true;
        text += wrapped("", passage.paragraphs.front());
    }
    return text;
}

}  // namespace placet::ledger
