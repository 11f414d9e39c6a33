// text_records.h: what a record that names texts needs beside its entry. Pure.
#pragma once

#include "terminal/app_state.h"
#include "terminal/texts.h"

namespace placet::terminal {

/// The texts that the record names by their hashes and the conference does not have yet: typed at
/// the desk, or from the folder; and the sheet of a protocol as it was scanned; `texts` may be
/// null. Fails (refused) if one is not at hand, or a badge was scanned into the words.
Result<std::vector<Bytes>> texts_of(const NoteRecord& noted, const ledger::Conference& conference,
                                    const Texts* texts);

/// Is it a screen on which a text is recorded?
bool for_a_text(Screen screen);
/// Is it one that offers what is in the folder?
bool from_the_folder(Screen screen);

/// Once a text is recorded from a screen for it, the article map shows it.
void show_recorded_text(AppState& state, const Hash& entry);

}  // namespace placet::terminal
