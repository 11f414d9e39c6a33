// child.h: something done in a process of its own, which may have fewer rights or die.
#pragma once

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

namespace placet::tests {

/// What `work` returns, computed in a child process. Empty if the child died.
inline std::string in_child(const std::function<std::string()>& work) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        const auto text = work();
        const auto written = ::write(ends[1], text.data(), text.size());
        ::_exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[512];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return text;
}

/// The same as a user who is not root: file permissions do not bind root.
inline std::string as_ordinary_user(const std::function<std::string()>& work) {
    constexpr uid_t nobody = 65534;
    return in_child([&]() -> std::string {
        if (::getuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            return "cannot become an ordinary user";
        return work();
    });
}

}  // namespace placet::tests
