// articles: what became of every unit of the convention. Shows nothing that is not verified.
#include "tools/article_output.h"

#include <memory>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    ArticleOptions articles = {};
};

}  // namespace

Command articles_command(CLI::App& program) {
    auto* app =
        program.add_subcommand("articles", "Show what became of every article, and what is left");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("--unit", options->articles.unit, "This unit of text alone")->type_name("ID");
    app->add_flag("--json", options->articles.json, "As JSON");
    return {.options = app, .run = [options](Streams& streams) {
                return show_articles("articles", options->ledger, options->articles, streams);
            }};
}

}  // namespace placet::tools
