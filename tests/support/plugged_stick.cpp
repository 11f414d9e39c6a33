#include "tests/support/plugged_stick.h"

#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <sys/mount.h>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <stdexcept>

namespace placet::tests {

namespace {

constexpr auto program = PLACET_BINARY_DIR "/fuse_stick";

bool mounts_here() {
    const TempFolder at, image;
    try {
        PluggedStick stick(at.path(), image.path());
        write_file(stick.folder() / "a", "b");
        stick.take_out();
        return content_of(image / "a") == "b";
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

bool sticks_can_be_put_in() {
    static const bool can = ::access("/dev/fuse", R_OK | W_OK) == 0 && mounts_here();
    if (!can) std::cout << "skipped: no stick can be simulated here (FUSE)" << std::endl;
    return can;
}

PluggedStick::PluggedStick(const std::filesystem::path& at, const std::filesystem::path& image,
                           const StickContent::Faults& faults, int slow_ms)
    : at_(at) {
    program_.emplace(std::vector<std::string>{
        program, at.string(), image.string(), fmt::format("{}", faults.pulled_at),
        fmt::format("{}", faults.room), fmt::format("{}", faults.largest_file),
        fmt::format("{}", faults.seed), fmt::format("{}", slow_ms)});
    if (program_->line() != "in") throw std::runtime_error("no stick was mounted");
}

PluggedStick::~PluggedStick() { take_out(); }

void PluggedStick::pull() { program_->kill(SIGUSR1); }

void PluggedStick::take_out() {
    if (!program_) return;
    program_->kill(SIGTERM);
    program_->wait();
    program_.reset();
    // A program that ended by itself left a mount that answers nothing.
    if (::umount2(at_.c_str(), MNT_DETACH) != 0 && errno == EPERM)
        Program({"fusermount3", "-u", "-z", "-q", at_.string()}).wait();
}

}  // namespace placet::tests
