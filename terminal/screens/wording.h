// wording.h: how the things of a conference are called on every screen. Pure.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/signs.h"

namespace placet::terminal {

/// As on a button: "Yes".
std::string choice_label(const Phrases& phrases, ledger::Choice choice);
/// As within a sentence, where it must stand out: "YES".
std::string choice_in_capitals(const Phrases& phrases, ledger::Choice choice);
Sign sign_of(ledger::Choice choice);

/// "Presiding officer"
std::string role_label(const Phrases& phrases, ledger::Role role);

/// "objects", "asks for a vote": after a delegation's name.
std::string ground_label(const Phrases& phrases, ledger::ObjectionGround ground);
/// As on a button: "Dissociation"
std::string statement_label(const Phrases& phrases, ledger::StatementKind kind);

/// "Article 2", or the title of a unit without a number.
std::string text_unit_label(const Phrases& phrases, const ledger::TextUnit& unit);

/// "Recorded vote. Majority required: two thirds of those present and voting."
std::string method_and_majority(const Phrases& phrases, ledger::Method method,
                                std::string_view majority);

/// As on a button: "Yes", "No answer".
std::string answer_label(const Phrases& phrases, ledger::Answer answer);
/// As within a sentence, where it must stand out: "YES".
std::string answer_in_capitals(const Phrases& phrases, ledger::Answer answer);
Sign sign_of(ledger::Answer answer);

/// "Vote 2 was annulled. The equipment failed."
std::string annulment_words(const Phrases& phrases, const ledger::AnnulledRun& annulled);

/// "Adopted", "Not adopted", ...
std::string outcome_label(const Phrases& phrases, ledger::Outcome outcome);

/// One test of a result as arithmetic: "Two thirds of those present and voting: 83 needed, 103
/// received".
struct Reason {
    std::string name = {};
    std::string arithmetic = {};
    bool met = false;

    friend bool operator==(const Reason&, const Reason&) = default;
};
std::vector<Reason> reasons_of(const Phrases& phrases, const std::vector<ledger::Clause>& clauses);

/// The name on the board, or the id of a participant that is not registered.
std::string board_name(const ledger::Conference& conference, const ledger::ParticipantId& id);

/// Participants in the order of the roll: English alphabetical order of their names.
std::vector<ledger::ParticipantId> in_order_of_roll(const ledger::Conference& conference);

}  // namespace placet::terminal
