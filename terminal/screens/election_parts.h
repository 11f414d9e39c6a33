// election_parts.h: the parts of the election screen. Each draws one and changes the draft; whether
// what is filled in may be entered, the record says.
#pragma once

#include "terminal/screens/election_screen.h"

namespace placet::terminal {

/// A value that is typed: a caption, what was typed, and a frame where it is typed now. True when
/// pressed.
bool election_field(Canvas& canvas, const R& r, std::string_view id, std::string_view caption,
                    std::string_view value, bool on);

// election_opening.cpp
void draw_election_opening(Canvas& canvas, const R& r, const ElectionView& view,
                           ElectionDraft& draft);
/// As it is filled in so far.
ledger::ElectionOpened opening_of(const ElectionView& view, const ElectionDraft& draft);

// election_entry.cpp
void draw_election_protocol(Canvas& canvas, const R& r, const ElectionView& view,
                            ElectionDraft& draft);
// election_typing.cpp
void draw_election_typing(Canvas& canvas, const R& r, const ElectionView& view,
                          ElectionDraft& draft);

// election_entry.cpp
/// Nothing while a figure is missing.
std::optional<ledger::ProtocolEntered> protocol_of(const ElectionView& view,
                                                   const ElectionDraft& draft);
void draw_election_lots(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft);
ledger::ElectionLotDrawn lot_of(const ElectionView& view, const ElectionDraft& draft);

/// Of a number that was typed; 0 of none.
std::int64_t election_number(const std::string& digits);

}  // namespace placet::terminal
