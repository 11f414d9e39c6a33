// placet serve, as a person starts and ends it.
#include "tests/support/raw_server.h"
#include "tests/support/temp_folder.h"
#include "tests/tools/run.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <fstream>

using namespace placet;
using namespace placet::tests;

namespace {

/// placet in a process of its own, whose output is read line by line.
class Running {
public:
    explicit Running(std::vector<std::string> arguments) {
        int ends[2] = {-1, -1};
        REQUIRE(::pipe(ends) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::close(ends[0]);
            std::ofstream out("/dev/fd/" + std::to_string(ends[1]));
            tools::Streams streams{.out = out, .err = out};
            ::_exit(tools::run_program(std::move(arguments), streams));
        }
        ::close(ends[1]);
        output_ = ::fdopen(ends[0], "r");
    }
    ~Running() {
        if (child_ > 0) end(SIGKILL);
        std::fclose(output_);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::string line() {
        char text[1000] = {};
        return std::fgets(text, sizeof text, output_) == nullptr ? std::string{} : text;
    }
    /// The exit code after this signal, or -1.
    int end(int signal) {
        ::kill(child_, signal);
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t child_ = -1;
    std::FILE* output_ = nullptr;
};

int port_in(const std::string& line) { return std::stoi(line.substr(line.rfind(':') + 1)); }

std::string checkpoint_at(int port) {
    Peer peer(Peer::connect(port));
    peer.say("GET /checkpoint HTTP/1.0\r\n\r\n");
    return peer.hear_all();
}

}  // namespace

TEST_CASE("a directory is served until somebody interrupts it", "[tools]") {
    const TempFolder folder;
    write_file(folder / "checkpoint", "a note\n");
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Running serving({"serve", folder.path().string(), "--port", "0"});
        const auto line = serving.line();
        CHECK_THAT(
            line, Catch::StartsWith("Serving " + folder.path().string() + " at http://127.0.0.1:"));
        CHECK_THAT(checkpoint_at(port_in(line)), Catch::EndsWith("\r\n\r\na note\n"));
        // Somebody who never finishes a request does not keep it from ending.
        Peer half(Peer::connect(port_in(line)));
        half.say("GET /check");
        CHECK(serving.end(signal) == 0);
        CHECK(half.hear_all().empty());
    }
}

TEST_CASE("what cannot be served is said in words and by the exit status", "[tools]") {
    const TempFolder folder;
    const auto directory = folder.path().string();
    const auto fails = [&](std::vector<std::string> arguments, int code, const char* words) {
        const auto ran = run(std::move(arguments));
        CHECK(ran.code == code);
        CHECK_THAT(ran.err, Catch::Contains(words));
        CHECK(ran.out.empty());
    };
    fails({"serve", directory, "--port", "0"}, 4, "no checkpoint");
    fails({"serve", directory + "/no_such"}, 4, "no such folder");
    write_file(folder / "checkpoint", "a note\n");
    fails({"serve", directory, "--listen", "192.0.2.1"}, 1, "no IP address of this machine");
    fails({"serve", directory, "--listen", "desk"}, 1, "no IP address of this machine");
    int port = 0;
    const Peer taken(listen_on_loopback(port));
    fails({"serve", directory, "--port", std::to_string(port)}, 7, "another program has this port");
    for (const char* wrong : {"65536", "-1", "x", ""})
        CHECK(run({"serve", directory, "--port", wrong}).code == 2);
    CHECK(run({"serve"}).code == 2);
    CHECK_THAT(run({"serve", "--help"}).out, Catch::Contains("0.0.0.0"));
}
