#include "ledger/procedure/deadline.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>

namespace placet::ledger {
namespace {

constexpr std::int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;

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

std::optional<std::int64_t> second_vote_by(const Conference& conference) {
    const auto hours = conference.profile.second_vote_hours;
    if (!conference.question || hours == 0) return std::nullopt;
    const auto tied = std::ranges::find_if(conference.decisions, [&](const Decision& decision) {
        return decision.question == conference.question->put.question &&
               decision.outcome == Outcome::tie_second_vote;
    });
    if (tied == conference.decisions.end()) return std::nullopt;
    return tied->entry.wall_ms + hours * hour_ms;
}

std::optional<std::int64_t> deferred_until(const Conference& conference, const Proposal& proposal) {
    const auto& profile = conference.profile;
    const auto longest = profile.deferment_days * day_ms + profile.deferment_hours * hour_ms;
    if (proposal.state != QuestionState::deferred || longest == 0) return std::nullopt;
    return proposal.deferred_ms + longest;
}

bool is_past(const Conference& conference, std::int64_t moment) {
    return conference.wall_ms > moment;
}

std::string clock_text(std::int64_t wall_ms) { return time_text(wall_ms, false); }

std::string date_text(std::int64_t wall_ms) { return time_text(wall_ms, true); }

}  // namespace placet::ledger
