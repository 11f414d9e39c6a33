// serve: a static directory for the other terminals of the room, or for any reader, over HTTP.
#include "ledger/exchange/directory_server.h"
#include "tools/command.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <chrono>
#include <memory>
#include <ostream>
#include <thread>

namespace placet::tools {
namespace {

constexpr std::chrono::milliseconds look_interval{100};

struct Options {
    std::string folder = {};
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
};

/// Until somebody interrupts it or the network fails.
Result<Done> serve(const Options& options, Streams& streams) {
    const Interruption interruption;
    const auto server =
        ledger::DirectoryServer::start(options.folder, options.address, options.port);
    if (!server) return server.error();
    for (const auto& url : (*server)->urls())
        streams.out << fmt::format("Serving {} at {}\n", options.folder, url);
    streams.out.flush();
    while (!interruption.asked() && (*server)->is_serving())
        std::this_thread::sleep_for(look_interval);
    const bool failed = !(*server)->is_serving();
    (*server)->stop();
    if (!failed) return Done{};
    return Error{Fault::storage,
                 "The network of this machine has failed, and nothing is served any more. The "
                 "directory is as it was. Check the network, and serve again."};
}

}  // namespace

Command serve_command(CLI::App& program) {
    auto* app = program.add_subcommand("serve", "Serve a static directory to the room over HTTP");
    auto options = std::make_shared<Options>();
    app->add_option("DIR", options->folder, "The static directory")->required()->type_name("");
    app->add_option("--listen", options->address,
                    "An IP address of this machine; 0.0.0.0 serves the whole room")
        ->type_name("ADDRESS")
        ->capture_default_str();
    app->add_option("--port", options->port, "The port; 0 is any that is free")
        ->check(CLI::Range(0, 65535))
        ->type_name("N")
        ->capture_default_str();
    return {.options = app, .run = [options](Streams& streams) {
                const auto served = serve(*options, streams);
                return served ? exit_code::good : report(streams, "serve", served.error());
            }};
}

}  // namespace placet::tools
