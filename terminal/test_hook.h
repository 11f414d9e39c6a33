// test_hook.h: lets an end-to-end test see what the window shows: one command a line.
//
//   dump        answers with the items of the last frame (items.h), in one line
//   shot FILE   saves the last frame as a PNG file and answers "ok" or "error: …"
//   quit        ends the program
//
// It presses nothing: tests press with real clicks. What it tells is what the screen shows, choices
// included; so it opens for rehearsals only, whatever the command line says, and the one program
// that is tested is the one that is used.
#pragma once

#include "crypto/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace placet::terminal {

class TestHook {
public:
    /// Reads lines from the file descriptor `in` on a thread of its own and calls `wake` when one
    /// has come; answers go to `out`. Fails with `refused` unless the conference is a rehearsal.
    static Result<std::unique_ptr<TestHook>> open(bool rehearsal, int in, int out,
                                                  std::function<void()> wake);
    ~TestHook();
    TestHook(const TestHook&) = delete;
    TestHook& operator=(const TestHook&) = delete;

    /// The commands that have come since the last call.
    std::vector<std::string> take_commands();
    void answer(std::string_view line);

private:
    struct Parts;
    explicit TestHook(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace placet::terminal
