// Votes of the past: two tables, with an empty line between them. What is accepted has the ballots
// that its rows count.
#include "ledger/past_votes.h"
#include "tests/fuzz/scratch.h"

#include <array>

namespace placet::fuzz {

using namespace placet::ledger;

bool hold(std::string_view input) {
    const auto between = std::min(input.find("\n\n"), input.size());
    const auto votes_text = input.substr(0, std::min(between + 1, input.size()));
    const auto ballots_text = input.substr(std::min(between + 2, input.size()));
    const auto votes = read_past_votes(scratch().file("votes.tsv", votes_text),
                                       scratch().file("ballots.tsv", ballots_text));
    if (!votes) return require(!votes.error().detail.empty(), "why is said"), false;
    std::size_t ballots = 0;
    for (const auto& vote : *votes) {
        ballots += vote.ballots.size();
        require(vote.title.size() <= 304 && vote.title.find('\n') == std::string::npos,
                "a title is one line of a bounded length");
        require(vote.published_yes >= 0 && vote.published_no >= 0 && vote.published_abstaining >= 0,
                "no total is negative");
    }
    require(votes->size() + 2 == split(votes_text, '\n').size(), "every vote is read");
    require(ballots + 2 == split(ballots_text, '\n').size(), "every ballot is read");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 8> words = {
        "Y", "N", "A", "X", "amendment", "motion", "treaty", "paragraph"};
    return mutated_lines(input, other, '\t', dice, words);
}

}  // namespace placet::fuzz
