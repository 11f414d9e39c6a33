#include "ledger/exchange/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <cerrno>

namespace placet::ledger {
namespace {

class PlainChannel : public Channel {
public:
    explicit PlainChannel(int socket) : socket_(socket) {}

    Moved read(char* to, std::size_t size) override {
        return moved(::recv(socket_, to, size, MSG_DONTWAIT), POLLIN);
    }
    Moved write(const char* from, std::size_t size) override {
        return moved(::send(socket_, from, size, MSG_DONTWAIT | MSG_NOSIGNAL), POLLOUT);
    }
    Moved shake_hands() override { return {.bytes = 1}; }

private:
    static Moved moved(ssize_t bytes, short event) {
        if (bytes >= 0) return {.bytes = bytes};
        const bool later = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
        return {.bytes = -1, .wait_for = later ? event : short{0}};
    }

    int socket_;
};

}  // namespace

std::unique_ptr<Channel> plain_channel(int socket) {
    return std::make_unique<PlainChannel>(socket);
}

}  // namespace placet::ledger
