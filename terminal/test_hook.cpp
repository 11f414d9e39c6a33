#include "terminal/test_hook.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <mutex>
#include <thread>
#include <utility>

namespace placet::terminal {

struct TestHook::Parts {
    int in = 0, out = 0;
    std::function<void()> wake;
    std::array<int, 2> stop{-1, -1};  // a pipe: closing its end ends the thread
    std::mutex mutex;
    std::vector<std::string> commands;
    std::string begun;  // a line whose end has not come
    std::thread reader;

    void read_until_stopped();
    void take(std::string_view bytes);
};

void TestHook::Parts::read_until_stopped() {
    std::array<pollfd, 2> watched{{{in, POLLIN, 0}, {stop[0], POLLIN, 0}}};
    for (;;) {
        if (poll(watched.data(), watched.size(), -1) < 0) {
            if (errno == EINTR) continue;
            return;
        }
        if (watched[1].revents != 0) return;
        std::array<char, 4096> bytes{};
        const auto count = read(in, bytes.data(), bytes.size());
        if (count <= 0) return;  // the test has gone; the window stays
        take({bytes.data(), static_cast<std::size_t>(count)});
    }
}

void TestHook::Parts::take(std::string_view bytes) {
    {
        const std::lock_guard lock(mutex);
        for (const char c : bytes) {
            if (c == '\n')
                commands.push_back(std::exchange(begun, {}));
            else
                begun += c;
        }
    }
    wake();
}

Result<std::unique_ptr<TestHook>> TestHook::open(bool rehearsal, int in, int out,
                                                 std::function<void()> wake) {
    if (!rehearsal)
        return Error{Fault::refused,
                     "the test hook shows choices and is for rehearsals only; this ledger is a "
                     "conference's. Nothing was opened: start again without --test-hook"};
    auto parts = std::make_unique<Parts>();
    parts->in = in;
    parts->out = out;
    parts->wake = std::move(wake);
    if (pipe(parts->stop.data()) != 0)
        return Error{Fault::storage, "the test hook got no pipe from the system"};
    parts->reader = std::thread([&hook = *parts] { hook.read_until_stopped(); });
    return std::unique_ptr<TestHook>(new TestHook(std::move(parts)));
}

TestHook::TestHook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

TestHook::~TestHook() {
    close(parts_->stop[1]);
    parts_->reader.join();
    close(parts_->stop[0]);
}

std::vector<std::string> TestHook::take_commands() {
    const std::lock_guard lock(parts_->mutex);
    return std::exchange(parts_->commands, {});
}

void TestHook::answer(std::string_view line) {
    std::string bytes = std::string(line) + '\n';
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count = write(parts_->out, bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;  // nobody reads any more
        at += static_cast<std::size_t>(count);
    }
}

}  // namespace placet::terminal
