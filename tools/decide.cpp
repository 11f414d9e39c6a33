// decide: what would follow from figures alone. No ledger is read, and nothing is recorded.
#include "ledger/procedure/announcement.h"
#include "ledger/procedure/clause_words.h"
#include "ledger/procedure/quorum.h"
#include "ledger/record_text.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;
using json = nlohmann::ordered_json;

/// As they were written, of known spelling each.
struct Options {
    std::string majority = {};
    std::string kind = "proposal";
    std::string tie = "reject";
    std::string tie_scope = "simple_only";
    std::string run = "first";
    std::string participating = {};
    std::string yes = {};
    std::string no = {};
    std::string abstain = "0";
    std::string not_voting = "0";
    std::string voting_quorum = {};  // empty: none was given
    std::string voting_quorum_of = "present";
    bool json = false;
};

struct Case {
    Majority majority = Majority::simple;
    QuestionKind kind = QuestionKind::proposal;
    Figures figures = {};
    Judgement judgement = {};
    std::string sentence = {};
};

// ---- what was asked ----------------------------------------------------------------------------

/// Digits alone, so that neither octal nor hexadecimal nor a number out of range passes for
/// something else; far more than there are States, and far from overflow.
std::optional<std::int64_t> count_from(std::string_view text) {
    constexpr std::size_t most_digits = 6;
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.empty() || text.size() > most_digits) return std::nullopt;
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

std::string check_count(const std::string& text) {
    return count_from(text) ? "" : text + " is no whole number from 0 to 999999";
}

/// Requires that it was checked.
std::int64_t count_of(const std::string& text) { return *count_from(text); }

/// The words of an enumeration, in its order.
template <RuleChoice Enum>
std::vector<std::string> words_of(Enum any) {
    std::vector<std::string> words;
    for (const auto& spelling : spellings_of(any)) words.emplace_back(spelling.text);
    return words;
}

std::vector<std::string> words_of_kinds() {
    std::vector<std::string> words;
    for (int value = 0; value <= static_cast<int>(QuestionKind::rules_change); ++value)
        words.emplace_back(to_text(static_cast<QuestionKind>(value)));
    return words;
}

/// Requires one of the words.
template <RuleChoice Enum>
Enum chosen(const std::string& word) {
    return *rule_choice_from_text<Enum>(word);
}

Figures figures_of(const Options& options) {
    Figures figures{.yes = count_of(options.yes),
                    .no = count_of(options.no),
                    .abstaining = count_of(options.abstain),
                    .not_voting = count_of(options.not_voting),
                    .participating = count_of(options.participating)};
    figures.present = figures.yes + figures.no + figures.abstaining + figures.not_voting;
    return figures;
}

/// What is wrong with all of it together, in words; empty if nothing is.
std::string trouble_with(const Options& options) {
    const auto figures = figures_of(options);
    if (figures.present > figures.participating)
        return fmt::format(
            "{} delegations would be present, but no more than the {} that participate can be: "
            "--yes, --no, --abstain and --not-voting count each delegation once",
            figures.present, figures.participating);
    const bool asks = options.majority == to_text(Majority::two_thirds_with_voting_quorum);
    if (asks && options.voting_quorum.empty())
        return "two_thirds_with_voting_quorum needs --voting-quorum: how many States must take "
               "part";
    if (!asks && !options.voting_quorum.empty())
        return "--voting-quorum is asked by two_thirds_with_voting_quorum alone";
    return {};
}

/// What a question of this kind is called where it has no name.
std::string_view subject_of(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::proposal:
            break;
        case QuestionKind::amendment:
            return "The amendment";
        case QuestionKind::sub_amendment:
            return "The sub-amendment";
        case QuestionKind::part:
            return "The part put separately";
        case QuestionKind::whole:
            return "The proposal as a whole";
        case QuestionKind::motion:
            return "The motion";
        case QuestionKind::appeal:
            return "The ruling of the presiding officer";
        case QuestionKind::reconsideration:
            return "The motion to reconsider";
        case QuestionKind::exhaustion:
            return "The motion to determine that all efforts to reach general agreement have been "
                   "exhausted";
        case QuestionKind::credentials:
            return "The report of the Credentials Committee";
        case QuestionKind::rules_change:
            return "The amendment to the rules of procedure";
    }
    return "The proposal";
}

Case decided(const Options& options) {
    Case decided{.majority = chosen<Majority>(options.majority),
                 .kind = *from_text<QuestionKind>(options.kind),
                 .figures = figures_of(options)};
    const auto& figures = decided.figures;
    const TieRule tie{.tie = chosen<Tie>(options.tie),
                      .scope = chosen<TieScope>(options.tie_scope),
                      .first_run = options.run == "first"};
    VotingQuorum voting_quorum;
    if (!options.voting_quorum.empty())
        voting_quorum = {
            .needed = count_of(options.voting_quorum),
            .received = took_part(figures, chosen<VotingQuorumOf>(options.voting_quorum_of))};
    const Unit plenary{.id = "plenary", .kind = "plenary"};
    const auto quorum = quorum_to_decide(RuleProfile{}, plenary, figures.participating);
    decided.judgement = decide(decided.majority, decided.kind, figures, quorum, tie, voting_quorum);
    decided.sentence =
        announcement(subject_of(decided.kind), "adopted", decided.kind, figures, decided.judgement);
    return decided;
}

// ---- what is told ------------------------------------------------------------------------------

/// Both outcomes of equal votes are a tie; which of them, the result says.
std::string_view outcome_word(Outcome outcome) {
    const bool tie = outcome == Outcome::tie_rejected || outcome == Outcome::tie_second_vote;
    return tie ? "tie" : to_text(outcome);
}

std::string as_json(const Case& decided) {
    const auto& judgement = decided.judgement;
    const auto& figures = decided.figures;
    json failed = json::array();
    json all = json::array();
    for (const auto& clause : judgement.clauses) {
        all.push_back({{"name", clause.name},
                       {"needed", clause.needed},
                       {"received", clause.received},
                       {"met", clause.met}});
        if (!clause.met) failed.push_back(clause.name);
    }
    const json object = {{"outcome", outcome_word(judgement.outcome)},
                         {"result", to_text(judgement.outcome)},
                         {"needed", judgement.needed},
                         {"received", figures.yes},
                         {"margin", judgement.margin},
                         {"failed_clauses", failed},
                         {"clauses", all},
                         {"sentence", decided.sentence},
                         {"majority", to_text(decided.majority)},
                         {"kind", to_text(decided.kind)},
                         {"figures",
                          {{"yes", figures.yes},
                           {"no", figures.no},
                           {"abstaining", figures.abstaining},
                           {"not_voting", figures.not_voting},
                           {"present", figures.present},
                           {"participating", figures.participating}}}};
    return object.dump(2) + "\n";
}

/// "1 affirmative vote short of the 97 needed"
std::string margin_words(std::int64_t needed, std::int64_t margin) {
    if (margin == 0) return fmt::format("exactly the {} needed", needed);
    const auto apart = margin < 0 ? -margin : margin;
    return fmt::format("{} affirmative {} {} the {} needed", apart, apart == 1 ? "vote" : "votes",
                       margin < 0 ? "short of" : "more than", needed);
}

/// The card "why this outcome".
std::string as_text(const Case& decided) {
    const auto& judgement = decided.judgement;
    const auto& figures = decided.figures;
    auto text = fmt::format(
        "Required: {}\n{} in favour, {} against, {} abstaining, {} not voting; {} present of {} "
        "participating\n\n{:<50}{:>8}{:>10}\n",
        majority_words(decided.majority), figures.yes, figures.no, figures.abstaining,
        figures.not_voting, figures.present, figures.participating, "", "needed", "received");
    for (const auto& clause : judgement.clauses)
        text += fmt::format("{:<50}{:>8}{:>10}  {}\n", clause_words(clause.name), clause.needed,
                            clause.received, clause.met ? "met" : "NOT MET");
    std::string words(to_text(judgement.outcome));
    std::ranges::replace(words, '_', ' ');
    return text + fmt::format("\nOutcome: {}\nMargin: {}\n\n{}\n", words,
                              margin_words(judgement.needed, judgement.margin), decided.sentence);
}

int run(const Options& options, Streams& streams) {
    if (const auto trouble = trouble_with(options); !trouble.empty()) {
        streams.err << fmt::format("placet decide: {}. Nothing was decided.\n", trouble);
        return exit_code::usage;
    }
    const auto answer = decided(options);
    streams.out << (options.json ? as_json(answer) : as_text(answer));
    return exit_code::good;
}

void add_figures(CLI::App& app, Options& options) {
    const CLI::Validator count(check_count, "");
    const auto add = [&](const char* name, std::string& value, const char* what) {
        return app.add_option(name, value, what)->type_name("N")->check(count);
    };
    add("--participating", options.participating, "States that participate")->required();
    add("--yes", options.yes, "Delegations in favour")->required();
    add("--no", options.no, "Delegations against")->required();
    add("--abstain", options.abstain, "Delegations that abstain")->capture_default_str();
    add("--not-voting", options.not_voting, "Delegations present that take no position")
        ->capture_default_str();
    add("--voting-quorum", options.voting_quorum,
        "States that must take part, for two_thirds_with_voting_quorum");
}

}  // namespace

Command decide_command(CLI::App& program) {
    auto* app = program.add_subcommand("decide", "Say what would follow from figures alone");
    auto options = std::make_shared<Options>();
    const auto add = [&](const char* name, std::string& value, const char* what,
                         const std::vector<std::string>& choices) {
        return app->add_option(name, value, what)
            ->type_name("WORD")
            ->check(CLI::IsMember(choices))
            ->capture_default_str();
    };
    add("--majority", options->majority, "What is required", words_of(Majority{}))->required();
    add_figures(*app, *options);
    add("--voting-quorum-of", options->voting_quorum_of, "Who takes part",
        words_of(VotingQuorumOf{}));
    add("--kind", options->kind, "What is put", words_of_kinds());
    add("--tie", options->tie, "What equal votes do", words_of(Tie{}));
    add("--tie-scope", options->tie_scope, "In which matters", words_of(TieScope{}));
    add("--run", options->run, "Which vote on the question", {"first", "second"});
    app->add_flag("--json", options->json, "Print the answer as JSON");
    return {.options = app, .run = [options](Streams& streams) { return run(*options, streams); }};
}

}  // namespace placet::tools
