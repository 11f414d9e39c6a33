// bounded_stream.h: the other side of an HTTP connection, held to limits: how long it may take, how
// much it may send, how long a line of its headers may be. cpp-httplib asks for none of these.
#pragma once

#include "ledger/exchange/channel.h"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace placet::ledger {

struct StreamLimits {
    /// Within this time either all that is waited for has come, or at least `progress_bytes` more.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    std::size_t progress_bytes = std::size_t{64} << 10U;
    /// Of a request or an answer, until its body begins.
    std::size_t first_line = 1024;  // cpp-httplib gives it to a recursive regular expression
    std::size_t line = 8192;
    std::size_t head = std::size_t{16} << 10U;
};

class BoundedStream : public httplib::Stream {
public:
    enum class End {
        none,
        closed,    // by the other side
        broken,    // by the network
        slow,      // patience is over
        too_much,  // longer than the limits allow
        stopped,   // by us
    };

    /// `stop`, if given, ends every wait within a tenth of a second.
    BoundedStream(Channel& channel, int socket, const StreamLimits& limits,
                  const std::atomic<bool>* stop = nullptr);

    /// Whatever comes before the first byte: TLS.
    bool shake_hands();
    /// What comes next is the head of a request or answer: all limits begin anew.
    void begin_head();
    /// The head has ended; at most so many bytes follow.
    void begin_body(std::uint64_t limit);
    /// Waits for a byte, at most so long: true if there is one.
    bool wait_for_data(std::chrono::milliseconds limit);

    End end() const { return end_; }
    /// Since the stream was made.
    std::uint64_t bytes_received() const { return received_; }

    ssize_t read(char* to, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    bool is_readable() const override { return true; }  // read and write wait themselves
    bool is_writable() const override { return true; }
    void get_remote_ip_and_port(std::string&, int&) const override {}  // nobody asks
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return socket_; }

private:
    using Clock = std::chrono::steady_clock;

    /// Tries until bytes move, patience ends or the connection does; -1 then, and `end_` says why.
    template <class Attempt>
    ssize_t move(const Attempt& attempt);
    bool wait(short event, Clock::time_point until);
    void note_progress(std::size_t bytes);
    bool within_limits(std::string_view taken);
    ssize_t ended(End end);

    Channel& channel_;
    int socket_;
    StreamLimits limits_;
    const std::atomic<bool>* stop_;
    End end_ = End::none;
    std::uint64_t received_ = 0;

    std::array<char, 16384> buffer_ = {};  // bytes [taken_, filled_) are still to be taken
    std::size_t taken_ = 0;
    std::size_t filled_ = 0;

    Clock::time_point progress_at_ = Clock::now();
    std::size_t since_progress_ = 0;

    bool in_head_ = true;
    bool first_line_ = true;
    std::size_t line_ = 0;       // bytes of the line so far
    std::uint64_t allowed_ = 0;  // bytes that may still come in this head or body
};

}  // namespace placet::ledger
