#include "ledger/exchange/bounded_stream.h"

#include <poll.h>
#include <algorithm>
#include <cerrno>

namespace placet::ledger {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds stop_interval{100};

}  // namespace

BoundedStream::BoundedStream(Channel& channel, int socket, const StreamLimits& limits,
                             const std::atomic<bool>* stop)
    : channel_(channel), socket_(socket), limits_(limits), stop_(stop) {
    begin_head();
}

void BoundedStream::begin_head() {
    in_head_ = true;
    first_line_ = true;
    line_ = 0;
    allowed_ = limits_.head;
    progress_at_ = Clock::now();
    since_progress_ = 0;
}

void BoundedStream::begin_body(std::uint64_t limit) {
    in_head_ = false;
    allowed_ = limit;
}

ssize_t BoundedStream::ended(End end) {
    if (end_ == End::none) end_ = end;
    return -1;
}

void BoundedStream::note_progress(std::size_t bytes) {
    since_progress_ += bytes;
    if (since_progress_ < limits_.progress_bytes) return;
    since_progress_ = 0;
    progress_at_ = Clock::now();
}

bool BoundedStream::wait(short event, Clock::time_point until) {
    for (;;) {
        if (stop_ != nullptr && *stop_) return ended(End::stopped) == 0;
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
        if (left.count() <= 0) return false;
        struct pollfd waiting = {.fd = socket_, .events = event, .revents = 0};
        const auto slice = stop_ == nullptr ? left : std::min(left, stop_interval);
        const int ready = ::poll(&waiting, 1, static_cast<int>(slice.count()));
        if (ready > 0) return true;  // an error, too, shows itself when bytes are moved
        if (ready < 0 && errno != EINTR) return ended(End::broken) == 0;
    }
}

template <class Attempt>
ssize_t BoundedStream::move(const Attempt& attempt) {
    for (;;) {
        if (end_ != End::none) return -1;
        const Moved moved = attempt();
        if (moved.bytes >= 0) return moved.bytes;
        if (moved.wait_for == 0) return ended(End::broken);
        if (!wait(moved.wait_for, progress_at_ + limits_.patience)) return ended(End::slow);
    }
}

bool BoundedStream::shake_hands() {
    return move([&] { return channel_.shake_hands(); }) > 0;
}

bool BoundedStream::wait_for_data(milliseconds limit) {
    return end_ == End::none && (taken_ < filled_ || wait(POLLIN, Clock::now() + limit));
}

bool BoundedStream::within_limits(std::string_view taken) {
    if (taken.size() > allowed_) return false;
    allowed_ -= taken.size();
    if (!in_head_) return true;
    for (const char c : taken) {
        if (++line_ > (first_line_ ? limits_.first_line : limits_.line)) return false;
        if (c != '\n') continue;
        line_ = 0;
        first_line_ = false;
    }
    return true;
}

ssize_t BoundedStream::read(char* to, std::size_t size) {
    if (taken_ == filled_) {
        const auto got = move([&] { return channel_.read(buffer_.data(), buffer_.size()); });
        if (got == 0) ended(End::closed);
        if (got <= 0) return got;
        taken_ = 0;
        filled_ = static_cast<std::size_t>(got);
        received_ += filled_;
        note_progress(filled_);
    }
    const auto bytes = std::min(size, filled_ - taken_);
    if (!within_limits({buffer_.data() + taken_, bytes})) return ended(End::too_much);
    std::copy_n(buffer_.data() + taken_, bytes, to);
    taken_ += bytes;
    return static_cast<ssize_t>(bytes);
}

ssize_t BoundedStream::write(const char* from, std::size_t size) {
    if (size == 0) return 0;
    const auto sent = move([&] { return channel_.write(from, size); });
    if (sent > 0) note_progress(static_cast<std::size_t>(sent));
    return sent;
}

}  // namespace placet::ledger
