#include "terminal/test_hook.h"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <array>
#include <condition_variable>
#include <mutex>

using namespace placet::terminal;

namespace {

struct Pipe {
    std::array<int, 2> ends{};
    Pipe() { REQUIRE(::pipe(ends.data()) == 0); }
    ~Pipe() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

struct Bell {
    std::mutex mutex;
    std::condition_variable rung;
    int rings = 0;
    void ring() {
        const std::lock_guard lock(mutex);
        ++rings;
        rung.notify_all();
    }
    void wait(int count) {
        std::unique_lock lock(mutex);
        REQUIRE(rung.wait_for(lock, std::chrono::seconds(20), [&] { return rings >= count; }));
    }
};

}  // namespace

TEST_CASE("the test hook does not open in a conference that is no rehearsal", "[terminal]") {
    const Pipe in, out;
    const auto refused = TestHook::open(false, in.ends[0], out.ends[1], [] {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == placet::Fault::refused);
    CHECK(TestHook::open(true, in.ends[0], out.ends[1], [] {}));
}

TEST_CASE("commands come line by line, however they were cut on their way", "[terminal]") {
    const Pipe in, out;
    Bell bell;
    const auto hook = TestHook::open(true, in.ends[0], out.ends[1], [&] { bell.ring(); });
    REQUIRE(hook);
    REQUIRE(::write(in.ends[1], "du", 2) == 2);
    bell.wait(1);
    CHECK((*hook)->take_commands().empty());
    REQUIRE(::write(in.ends[1], "mp\nshot a b.png\nqu", 18) == 18);
    bell.wait(2);
    CHECK((*hook)->take_commands() == std::vector<std::string>{"dump", "shot a b.png"});
    CHECK((*hook)->take_commands().empty());

    (*hook)->answer("ok");
    std::array<char, 3> answer{};
    REQUIRE(::read(out.ends[0], answer.data(), answer.size()) == 3);
    CHECK(std::string_view(answer.data(), 3) == "ok\n");
}
