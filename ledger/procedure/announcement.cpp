#include "ledger/procedure/announcement.h"

#include "ledger/procedure/clause_words.h"

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

/// What a question of this kind is when it passes: "adopted", "carried", "retained".
std::string participle(QuestionKind kind, std::string_view verb) {
    const bool moved = kind == QuestionKind::motion || kind == QuestionKind::reconsideration ||
                       kind == QuestionKind::exhaustion;
    if (moved) return "carried";
    return kind == QuestionKind::part ? "retained" : std::string(verb);
}

/// " within 48 hours"; empty if there is no limit.
std::string within(std::int64_t hours) {
    if (hours == 0) return "";
    return " within " + std::to_string(hours) + (hours == 1 ? " hour" : " hours");
}

/// "rejected", but words that are put separately are retained or not.
std::string defeated(QuestionKind kind) {
    return kind == QuestionKind::part ? "not retained" : "rejected";
}

/// "the required two-thirds majority and the votes in favour of a majority of ..."
std::string failed_clauses(const Judgement& judgement) {
    std::string text;
    for (const auto& clause : judgement.clauses) {
        if (clause.met) continue;
        if (!text.empty()) text += " and ";
        text += lacking_words(clause.name);
    }
    return text;
}

/// "The result of the vote was 80 in favour and 45 against, with 30 abstentions." Of an appeal:
/// "in favour of overruling". Figures of nobody are none.
std::string labelled_figures(const Figures& figures, const std::string& in_favour = "in favour") {
    if (figures.present_and_voting() == 0)
        return "There were no votes in favour or against" + with_abstentions(figures.abstaining) +
               ".";
    return "The result of the vote was " + or_none(figures.yes) + " " + in_favour + " and " +
           or_none(figures.no) + " against" + with_abstentions(figures.abstaining) + ".";
}

/// Figures by their labels and what failed: "The proposal was not adopted, having failed to ...".
std::string not_passed(const std::string& what, const std::string& participle,
                       const Figures& figures, const Judgement& judgement) {
    const auto text = labelled_figures(figures) + " " + what + " was not " + participle;
    if (figures.present_and_voting() == 0) return text + ".";
    return text + ", having failed to obtain " + failed_clauses(judgement) + ".";
}

/// Equality is named first: it is why the ruling stands, whatever else was asked.
std::string standing_ruling(std::string_view ruling, const Figures& figures,
                            const Judgement& judgement) {
    const auto text = labelled_figures(figures, "in favour of overruling");
    if (figures.yes == figures.no && figures.yes > 0)
        return text + " The votes being equally divided, " + within_sentence(ruling) + " stands.";
    const auto stands = text + " " + std::string(ruling) + " stands";
    if (figures.no >= figures.yes) return stands + ".";
    return stands + ", the appeal having failed to obtain " + failed_clauses(judgement) + ".";
}

}  // namespace

std::string within_sentence(std::string_view subject) {
    constexpr std::array<std::string_view, 19> common = {
        "A",          "An",           "The",           "Draft",     "Article",
        "Articles",   "Paragraph",    "Paragraphs",    "Preamble",  "Title",
        "Preambular", "Subparagraph", "Annex",         "Part",      "Amendment",
        "Proposal",   "Motion",       "Sub-amendment", "Resolution"};
    std::string text(subject);
    const auto first_word = subject.substr(0, subject.find(' '));
    if (std::ranges::find(common, first_word) != common.end())
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string before_verb(std::string_view subject) {
    std::string text(subject);
    if (text.find(", as ") != std::string::npos && !text.ends_with(',')) text += ',';
    return text;
}

std::string announcement(std::string_view subject, std::string_view verb, QuestionKind kind,
                         const Figures& figures, const Judgement& judgement) {
    const auto what = before_verb(subject);
    const auto by = [&](const std::string& how, std::int64_t first, std::int64_t second) {
        return what + " was " + how + " by " + votes(first) + " to " + or_none(second) +
               with_abstentions(figures.abstaining) + ".";
    };
    const auto equal = [&](const std::string& what_follows) {
        return labelled_figures(figures) + " The votes being equally divided, " +
               within_sentence(what) + what_follows;
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
            return not_passed(what, participle(kind, verb), figures, judgement);
        case Outcome::tie_rejected:
            return equal(" was " + defeated(kind) + ".");
        case Outcome::tie_second_vote:
            return equal(" will be put to the vote a second time" +
                         within(judgement.second_vote_hours) + ".");
        case Outcome::ruling_stands:
            return standing_ruling(subject, figures, judgement);
        case Outcome::ruling_overruled:
            return by("overruled", figures.yes, figures.no);
        case Outcome::rejected_as_whole:
            return "All its operative parts having been rejected, " + within_sentence(subject) +
                   " was rejected as a whole.";
        case Outcome::no_decision:
            break;
    }
    return "The vote could not be taken for lack of a quorum.";
}

}  // namespace placet::ledger
