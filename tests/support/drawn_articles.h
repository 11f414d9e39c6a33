// drawn_articles.h: the article map and what is done with texts, at every point at which they look
// different. Part of drawn_states.h.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

/// A meeting in which article 1 was adopted without a vote; to article 2 there is an amendment
/// under debate, A/CONF.165/L.12, with a sub-amendment, L.14, and one moved orally; article 3 is
/// divided, its first part retained; article 4 is amended, and not yet written in; the vote on
/// article 5 is deferred; a proposal stands by itself.
ledger::Conference with_amendments();

/// The officers signed in, this screen opened for this text.
terminal::AppState articles_state(ledger::Conference conference, const ledger::ProposalId& about,
                                  terminal::Screen screen = terminal::Screen::articles);

std::vector<DrawnState> drawn_article_states();

}  // namespace placet::tests
