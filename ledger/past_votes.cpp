#include "ledger/past_votes.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <tuple>

namespace placet::ledger {
namespace {

constexpr std::size_t file_limit = 256UL << 20U;
constexpr std::size_t title_limit = 300;
constexpr std::int64_t most_states = 1000;

constexpr std::array<std::string_view, 14> vote_columns = {
    "vote_id", "date", "symbol",  "kind",       "title",   "agenda", "listed",
    "yes",     "no",   "abstain", "not_voting", "pub_yes", "pub_no", "pub_abstain"};
constexpr std::array<std::string_view, 3> ballot_columns = {"vote_id", "state", "choice"};
enum VoteColumn : std::size_t { vote_id, date, symbol, kind, title, agenda, first_figure };

struct KindOfVote {
    QuestionKind kind;
    std::string_view noun;  // empty for a treaty, which is called by its title
};
const std::map<std::string, KindOfVote> kinds = {
    {"amendment", {QuestionKind::amendment, "Amendment"}},
    {"paragraph", {QuestionKind::part, "Paragraph"}},
    {"motion", {QuestionKind::motion, "Motion"}},
    {"proposal", {QuestionKind::proposal, "Proposal"}},
    {"treaty", {QuestionKind::whole, ""}},
    {"other", {QuestionKind::proposal, "Proposal"}},
};

/// The figures of a row, in the order of the columns.
struct RowFigures {
    std::int64_t listed = 0;
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstain = 0;
    std::int64_t not_voting = 0;

    friend bool operator==(const RowFigures&, const RowFigures&) = default;
    std::string text() const {
        return fmt::format("{} listed, {}-{}-{}, {} not voting", listed, yes, no, abstain,
                           not_voting);
    }
};

std::optional<std::int64_t> number(const std::string& text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc{} || parsed.ptr != end || value < 0 || value > most_states)
        return std::nullopt;
    return value;
}

bool is_date(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    return std::ranges::equal(
        text, form, [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

/// Ids stand in sentences and in entries.
bool is_id(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == '_';
    });
}

/// As recorded, on one line, and not longer than an entry can bear.
std::string one_line(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (text.size() <= title_limit) return text;
    auto end = title_limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

std::string subject_of(const KindOfVote& what, const Row& row) {
    if (!what.noun.empty()) {
        const auto document = one_line(row.cells[symbol]);
        return document.empty()
                   ? fmt::format("{} {}", what.noun, row.cells[vote_id])
                   : fmt::format("{} {} ({})", what.noun, row.cells[vote_id], document);
    }
    const auto name = one_line(row.cells[title].substr(0, row.cells[title].find(": ")));
    return name.starts_with("The ") ? name : "The " + name;
}

/// Both tables while they are read.
class Reader {
public:
    Reader(std::string votes_file, std::string ballots_file)
        : votes_file_(std::move(votes_file)), ballots_file_(std::move(ballots_file)) {}

    void read_votes(std::string_view text) {
        for (const auto& row :
             read_table(text, votes_file_, vote_columns, complaints_, Cells::as_recorded))
            read_vote(row);
        if (votes_.empty()) complaints_.add(votes_file_, "there is no vote in it");
    }

    void read_ballots(std::string_view text) {
        for (const auto& row :
             read_table(text, ballots_file_, ballot_columns, complaints_, Cells::as_recorded))
            read_ballot(row);
    }

    Result<std::vector<PastVote>> finish() {
        for (std::size_t i = 0; i < votes_.size(); ++i) compare_with_ballots(i);
        if (!complaints_.none()) return complaints_.error();
        return std::move(votes_);
    }

private:
    void read_vote(const Row& row) {
        const auto complain = [&](std::string_view what) {
            complaints_.add(votes_file_, row.number, what);
        };
        const auto& id = row.cells[vote_id];
        if (!is_id(id, 64)) complain("vote_id must be letters, digits, points and hyphens");
        const auto [known, is_new] = index_.try_emplace(id, votes_.size());
        if (!is_new)
            return complain(
                fmt::format("vote \"{}\" stands in row {} already", id, rows_[known->second]));
        if (!is_date(row.cells[date])) complain("date must be year-month-day, such as 1969-05-22");
        const auto what = kinds.find(row.cells[kind]);
        if (what == kinds.end()) {
            std::vector<std::string> words;
            for (const auto& [word, meaning] : kinds) words.push_back(word);
            complain(fmt::format("kind \"{}\" must be one of {}{}", row.cells[kind],
                                 fmt::join(words, ", "), did_you_mean(row.cells[kind], words)));
        }
        std::array<std::int64_t, 8> figures = {};
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto& cell = row.cells[first_figure + i];
            const auto value = number(cell);
            if (!value)
                complain(fmt::format("{} \"{}\" must be a number from 0 to {}",
                                     vote_columns[first_figure + i], cell, most_states));
            figures[i] = value.value_or(0);
        }
        const auto meaning = what == kinds.end() ? KindOfVote{} : what->second;
        votes_.push_back({.id = id,
                          .date = row.cells[date],
                          .subject = subject_of(meaning, row),
                          .title = one_line(row.cells[title]),
                          .kind = meaning.kind,
                          .published_yes = figures[5],
                          .published_no = figures[6],
                          .published_abstaining = figures[7]});
        rows_.push_back(row.number);
        figures_.push_back({figures[0], figures[1], figures[2], figures[3], figures[4]});
        seen_.emplace_back();
    }

    void read_ballot(const Row& row) {
        const auto complain = [&](std::string_view what) {
            complaints_.add(ballots_file_, row.number, what);
        };
        const auto& [id, state, choice] = std::tie(row.cells[0], row.cells[1], row.cells[2]);
        const auto found = index_.find(id);
        if (found == index_.end())
            return complain(fmt::format("there is no vote \"{}\" in {}", id, votes_file_));
        if (!is_id(state, 16)) return complain("state must be a code, such as BRA");
        if (choice.size() != 1 || std::string_view("YNAX").find(choice) == std::string_view::npos)
            return complain(fmt::format("choice \"{}\" must be Y, N, A or X", choice));
        if (!seen_[found->second].insert(state).second)
            return complain(fmt::format("{} has a ballot in vote \"{}\" already", state, id));
        PastBallot ballot{.state = state};
        if (choice != "X")
            ballot.choice = choice == "Y"   ? Choice::yes
                            : choice == "N" ? Choice::no
                                            : Choice::abstain;
        votes_[found->second].ballots.push_back(std::move(ballot));
    }

    /// The rows say how many ballots there must be: a table that lost its end is seen here.
    void compare_with_ballots(std::size_t i) {
        const auto& ballots = votes_[i].ballots;
        const auto count = [&](std::optional<Choice> choice) {
            return std::ranges::count(ballots, choice, &PastBallot::choice);
        };
        const RowFigures counted{std::ssize(ballots), count(Choice::yes), count(Choice::no),
                                 count(Choice::abstain), count(std::nullopt)};
        if (ballots.empty())
            complaints_.add(
                votes_file_, rows_[i],
                fmt::format("vote \"{}\" has no ballots in {}", votes_[i].id, ballots_file_));
        else if (counted != figures_[i])
            complaints_.add(
                votes_file_, rows_[i],
                fmt::format("says {}; the ballots of \"{}\" in {} are {}", figures_[i].text(),
                            votes_[i].id, ballots_file_, counted.text()));
    }

    std::string votes_file_;
    std::string ballots_file_;
    Complaints complaints_ = {};
    std::vector<PastVote> votes_ = {};
    std::vector<std::size_t> rows_ = {};              // of the votes
    std::vector<RowFigures> figures_ = {};            // of the votes, as their rows say
    std::vector<std::set<ParticipantId>> seen_ = {};  // States with a ballot, by vote
    std::map<std::string, std::size_t> index_ = {};   // of a vote by its id
};

}  // namespace

Result<std::vector<PastVote>> read_past_votes(const std::filesystem::path& votes,
                                              const std::filesystem::path& ballots) {
    Reader reader(votes.filename().string(), ballots.filename().string());
    const auto votes_text = read_whole_file(votes, file_limit);
    if (!votes_text) return votes_text.error();
    reader.read_votes(*votes_text);
    const auto ballots_text = read_whole_file(ballots, file_limit);
    if (!ballots_text) return ballots_text.error();
    reader.read_ballots(*ballots_text);
    return reader.finish();
}

}  // namespace placet::ledger
