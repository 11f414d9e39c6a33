// result_sheet.h: one decision on paper, in the customary printed form: how it was taken, three
// lists of States, the sentence, the figures behind it, notes, and what proves it.
//
// Source: how verbatim records of the United Nations print a recorded vote (three labelled lists,
// the sentence, then bracketed corrections).
#pragma once

#include "ledger/procedure/conference.h"

#include <string>
#include <vector>

namespace placet::ledger {

/// "In favour", and the States in English alphabetical order.
struct NameList {
    std::string label = {};
    std::vector<std::string> names = {};
};

struct LabelledFigure {
    std::string label = {};
    std::int64_t figure = 0;
};

/// A clause of the profile: what it asks, in words.
struct ClauseLine {
    std::string words = {};
    std::int64_t needed = 0;
    std::int64_t received = 0;
    bool met = false;
};

/// All that stands on the sheet, in words.
struct ResultSheet {
    bool rehearsal = false;
    std::string conference = {};
    std::string heading = {};  // "Plenary, 12th meeting"
    std::string when = {};     // "2026-11-24 14:02:07 UTC"
    std::string presiding = {};
    std::string subject = {};
    std::string title = {};                // of the text; empty for a motion
    std::string question = {};             // as put, in one sentence
    std::string text_hash = {};            // of the English text; empty if there is none
    std::vector<std::string> method = {};  // "A recorded vote was taken."
    std::vector<NameList> lists = {};      // empty where no positions are recorded
    std::string sentence = {};
    std::vector<LabelledFigure> figures = {};
    std::string majority = {};  // that was required; empty without a vote
    std::vector<ClauseLine> clauses = {};
    std::vector<std::string> earlier = {};  // votes on the same question that decided nothing
    std::string build = {};                 // of the software that took the vote
    std::int64_t question_number = 0;
    std::int64_t meeting = 0;
    std::optional<RunNumber> run = {};  // of a vote
    EntryRef entry = {};

    // What may still be added after the decision.
    std::string correction = {};               // the customary bracketed note
    std::vector<std::string> statements = {};  // by delegation and paragraph
    bool rescinded = false;
    std::string checkpoint_note = {};  // that covers the entry; not empty when it is printed
};

/// The sheet of the last decision. Requires the conference as it is right after the announcement or
/// the confirmation: the positions by State stand nowhere else.
ResultSheet result_sheet(const Conference& then);

/// Adds what was noted since: corrections, statements, a gavel that was rescinded.
void add_what_followed(ResultSheet& sheet, const Conference& now);

/// PDF, A4, the same bytes of the same sheet by the same software; pages numbered "1 of 2", a
/// rehearsal named on each. Fails absent (fonts) or storage (out of memory).
Result<std::string> result_pdf(const ResultSheet& sheet);

}  // namespace placet::ledger
