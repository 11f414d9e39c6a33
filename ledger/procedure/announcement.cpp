#include "ledger/procedure/announcement.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

std::string votes(std::int64_t n) { return std::to_string(n) + (n == 1 ? " vote" : " votes"); }

std::string or_none(std::int64_t n) { return n == 0 ? "none" : std::to_string(n); }

std::string with_abstentions(std::int64_t n) {
    if (n == 0) return "";
    return ", with " + std::to_string(n) + (n == 1 ? " abstention" : " abstentions");
}

/// "Draft article 2" becomes "draft article 2"; a name such as "Treaty on ..." stays as it is.
std::string within_sentence(std::string_view subject) {
    constexpr std::array<std::string_view, 12> common = {
        "The",      "Draft",      "Article",      "Articles", "Paragraph", "Paragraphs",
        "Preamble", "Preambular", "Subparagraph", "Annex",    "Part",      "Amendment"};
    std::string text(subject);
    const auto first_word = subject.substr(0, subject.find(' '));
    if (std::ranges::find(common, first_word) != common.end())
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// What a question of this kind is when it passes: "adopted", "carried", "retained".
std::string participle(QuestionKind kind, std::string_view verb) {
    if (kind == QuestionKind::motion) return "carried";
    return kind == QuestionKind::part ? "retained" : std::string(verb);
}

/// "rejected", but words that are put separately are retained or not.
std::string defeated(QuestionKind kind) {
    return kind == QuestionKind::part ? "not retained" : "rejected";
}

// The other clauses fail only where the sentence has other words for it.
std::string_view clause_words(std::string_view clause) {
    if (clause == "two_thirds") return "the required two-thirds majority";
    if (clause == "majority_of_participating")
        return "the votes in favour of a majority of the participating States";
    return "the required majority of the participating States";
}

/// "the required two-thirds majority and the votes in favour of a majority of ..."
std::string failed_clauses(const Judgement& judgement) {
    std::string text;
    for (const auto& clause : judgement.clauses) {
        if (clause.met) continue;
        if (!text.empty()) text += " and ";
        text += clause_words(clause.name);
    }
    return text;
}

/// "The result of the vote was 80 in favour and 45 against, with 30 abstentions."
std::string labelled_figures(const Figures& figures) {
    return "The result of the vote was " + or_none(figures.yes) + " in favour and " +
           or_none(figures.no) + " against" + with_abstentions(figures.abstaining) + ".";
}

}  // namespace

std::string announcement(std::string_view subject, std::string_view verb, QuestionKind kind,
                         const Figures& figures, const Judgement& judgement) {
    const std::string what(subject);
    const auto by = [&](const std::string& how, std::int64_t first, std::int64_t second) {
        return what + " was " + how + " by " + votes(first) + " to " + or_none(second) +
               with_abstentions(figures.abstaining) + ".";
    };
    switch (judgement.outcome) {
        case Outcome::adopted:
        case Outcome::carried:
        case Outcome::retained:
            return by(participle(kind, verb), figures.yes, figures.no);
        case Outcome::rejected:
            // "Not retained by 60 votes to 40" would read as if 60 had wanted the words.
            if (kind == QuestionKind::part)
                return labelled_figures(figures) + " " + what + " was " + defeated(kind) + ".";
            return by(defeated(kind), figures.no, figures.yes);
        case Outcome::not_adopted:
            if (figures.present_and_voting() == 0)
                return "There were no votes in favour or against" +
                       with_abstentions(figures.abstaining) + ". " + what + " was not " +
                       participle(kind, verb) + ".";
            return labelled_figures(figures) + " " + what + " was not " + participle(kind, verb) +
                   ", having failed to obtain " + failed_clauses(judgement) + ".";
        case Outcome::tie_rejected:
            return labelled_figures(figures) + " The votes being equally divided, " +
                   within_sentence(subject) + " was " + defeated(kind) + ".";
        case Outcome::tie_second_vote:
            return labelled_figures(figures) + " The votes being equally divided, " +
                   within_sentence(subject) + " will be put to the vote a second time.";
        case Outcome::ruling_stands:
        case Outcome::ruling_overruled:
        case Outcome::rejected_as_whole:
        case Outcome::no_decision:
            break;
    }
    return "The vote could not be taken for lack of a quorum.";
}

}  // namespace placet::ledger
