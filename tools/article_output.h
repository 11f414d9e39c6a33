// article_output.h: the article map as `placet articles` and `placet show` print it.
#pragma once

#include "ledger/procedure/conference.h"
#include "tools/command.h"

namespace placet::tools {

struct ArticleOptions {
    std::string unit = {};  // the one that is asked for; empty: all
    bool json = false;
};

/// Fails (refused) if the conference has no such unit.
Result<Done> print_articles(std::ostream& out, const ledger::Conference& conference,
                            const ArticleOptions& options);

/// Verifies the ledger and prints what its good entries say; gives the exit code.
int show_articles(std::string_view command, const std::string& ledger,
                  const ArticleOptions& options, Streams& streams);

}  // namespace placet::tools
