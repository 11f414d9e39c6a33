#include "ledger/procedure/roll_call.h"

#include "ledger/procedure/state_order.h"

#include <algorithm>

namespace placet::ledger {

std::vector<ParticipantId> roll_order(const Conference& conference) {
    std::vector<std::pair<std::string, ParticipantId>> keyed;
    for (const auto& [id, status] : conference.run->start.roll) {
        const auto found = conference.participants.find(id);
        keyed.emplace_back(
            collation_key(found == conference.participants.end() ? id : found->second.name), id);
    }
    std::ranges::sort(keyed);
    std::vector<ParticipantId> order;
    for (auto& [key, id] : keyed) order.push_back(std::move(id));
    return order;
}

std::vector<ParticipantId> may_be_called(const Conference& conference) {
    auto order = roll_order(conference);
    std::erase_if(order, [&](const ParticipantId& id) {
        return conference.run->start.roll.at(id) == Credentials::rejected;
    });
    return order;
}

std::vector<ParticipantId> call_order(const Conference& conference) {
    if (!conference.run->lot) return {};
    auto order = may_be_called(conference);
    std::rotate(order.begin(), std::ranges::find(order, conference.run->lot->first), order.end());
    return order;
}

const NotedAnswer* standing_answer(const Run& run, const ParticipantId& delegation) {
    const auto found = run.answers.find(delegation);
    return found == run.answers.end() ? nullptr : &found->second.back();
}

std::vector<Call> calls_to_come(const Conference& conference) {
    const auto order = call_order(conference);
    std::vector<Call> calls;
    for (const auto& id : order)
        if (standing_answer(*conference.run, id) == nullptr)
            calls.push_back({.delegation = id, .call = 1});
    if (!conference.profile.roll_call_second_call) return calls;
    for (const auto& id : order) {
        const auto* noted = standing_answer(*conference.run, id);
        if (noted != nullptr && noted->answer.answer == Answer::none && noted->answer.call == 1)
            calls.push_back({.delegation = id, .call = 2});
    }
    return calls;
}

bool roll_call_complete(const Conference& conference) {
    return conference.run->lot && calls_to_come(conference).empty();
}

}  // namespace placet::ledger
