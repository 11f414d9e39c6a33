#include "ledger/floor_words.h"

#include "ledger/record_text.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace placet::ledger {
namespace {

std::string names(const Conference& conference, const std::vector<ParticipantId>& ids) {
    std::vector<std::string> all;
    for (const auto& id : ids) all.push_back(participant_name(conference, id));
    return fmt::format("{}", fmt::join(all, ", "));
}

/// A unit of the basic proposal by its label, another proposal by its title.
std::string title(const Conference& conference, const ProposalId& id) {
    return conference.proposal_title(id);
}

std::string_view method_words(Method method) {
    switch (method) {
        case Method::recorded:
            return "a recorded vote";
        case Method::non_recorded:
            return "a non-recorded vote";
        case Method::roll_call:
            return "a roll-call vote";
        case Method::hands:
            return "a vote by show of hands";
    }
    return "";
}

/// ": reasons", or nothing.
std::string because(std::string_view reasons) {
    return reasons.empty() ? "" : fmt::format(" Reasons: {}", reasons);
}

std::string in_brackets(std::string_view words) {
    return words.empty() ? "" : fmt::format(" ({})", words);
}

}  // namespace

std::string floor_words(const Conference& conference, const ProposalRegistered& r) {
    const auto by = r.sponsors.empty() ? r.organ : names(conference, r.sponsors);
    return fmt::format("{} is registered as {}{}, submitted by {}.", r.title, r.proposal,
                       in_brackets(r.symbol), by);
}

std::string floor_words(const Conference& conference, const ProposalRevised& r) {
    return fmt::format("{} is {}revised: version {}{}.", title(conference, r.proposal),
                       r.oral ? "orally " : "", r.version, in_brackets(r.symbol));
}

std::string floor_words(const Conference& conference, const ProposalCirculated& r) {
    return fmt::format("{} is circulated in {}{}.", title(conference, r.proposal),
                       fmt::join(r.languages, ", "),
                       r.permission.empty() ? "" : ", by permission: " + r.permission);
}

std::string floor_words(const Conference& conference, const ProposalIntroduced& r) {
    return fmt::format("{} is before the meeting{}.", title(conference, r.proposal),
                       r.waiver.empty() ? "" : ", the time for circulation waived: " + r.waiver);
}

std::string floor_words(const Conference& conference, const ProposalWithdrawn& r) {
    return fmt::format("{} withdraws its sponsorship of {}.",
                       participant_name(conference, r.delegation), title(conference, r.proposal));
}

std::string floor_words(const Conference& conference, const DebateClosed& r) {
    return fmt::format("The list of speakers is exhausted; the debate on {} is closed.",
                       title(conference, r.proposal));
}

std::string floor_words(const Conference& conference, const DefermentRequested& r) {
    return fmt::format("{} asks that the vote on {} be deferred.",
                       participant_name(conference, r.delegation), title(conference, r.proposal));
}

std::string floor_words(const Conference& conference, const VoteDeferred& r) {
    return fmt::format("The vote on {} is deferred until {}.", title(conference, r.proposal),
                       r.until);
}

std::string floor_words(const Conference& conference, const DefermentEnded& r) {
    return fmt::format("The deferment of the vote on {} has ended. {}",
                       title(conference, r.proposal), r.report);
}

std::string floor_words(const Conference& conference, const VoteNotified& r) {
    return fmt::format("It is announced that {} will be voted on, not before {}.",
                       title(conference, r.proposal), r.not_before);
}

std::string floor_words(const Conference& conference, const ExhaustionDeclared& r) {
    return fmt::format("Every effort to reach general agreement on {} is exhausted. {}",
                       title(conference, r.proposal), r.report);
}

std::string floor_words(const Conference& conference, const TextRevised& r) {
    return fmt::format("The text of {} is now version {}.", title(conference, r.proposal),
                       r.version);
}

std::string floor_words(const Conference& conference, const TextPlaced& r) {
    const auto where =
        r.after.empty() ? std::string("at the beginning") : "after " + title(conference, r.after);
    if (r.split_from.empty()) return fmt::format("{} stands {}.", r.label, where);
    return fmt::format("{}, split from {}, stands {}.", r.label, title(conference, r.split_from),
                       where);
}

std::string floor_words(const Conference& conference, const MotionMoved& r) {
    return fmt::format("{} moves {}.", participant_name(conference, r.mover), r.words);
}

std::string floor_words(const Conference& conference, const MotionSpoken& r) {
    return fmt::format("{} speaks {} the motion.", participant_name(conference, r.delegation),
                       r.side == Side::in_favour ? "in favour of" : "against");
}

std::string floor_words(const Conference& conference, const MotionGranted& r) {
    return fmt::format("There is no objection. The motion {} is carried.",
                       conference.motion_words(r.motion));
}

std::string floor_words(const Conference& conference, const MotionWithdrawn& r) {
    return fmt::format("{} withdraws its motion {}.", participant_name(conference, r.delegation),
                       conference.motion_words(r.motion));
}

std::string floor_words(const Conference& conference, const MethodRequested& r) {
    return fmt::format("{} requests {}.", participant_name(conference, r.delegation),
                       method_words(r.method));
}

std::string floor_words(const Conference& conference, const PointOfOrderRaised& r) {
    return fmt::format("{} raises a point of order{}.", participant_name(conference, r.delegation),
                       r.words.empty() ? "" : fmt::format(": “{}”", r.words));
}

std::string floor_words(const Conference&, const RulingGiven& r) {
    return fmt::format("The presiding officer rules: “{}”{}", r.words, because(r.reasons));
}

std::string floor_words(const Conference& conference, const RulingAppealed& r) {
    return fmt::format("{} appeals against the ruling.",
                       participant_name(conference, r.delegation));
}

std::string floor_words(const Conference& conference, const AppealWithdrawn& r) {
    return fmt::format("{} withdraws its appeal.", participant_name(conference, r.delegation));
}

}  // namespace placet::ledger
