#include "ledger/exchange/http_carrier.h"

#include "ledger/exchange/bounded_stream.h"
#include "ledger/exchange/http_answer.h"
#include "ledger/exchange/web_address.h"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>

namespace placet::ledger {
namespace {

// A body sent in chunks is longer than what it carries.
constexpr std::uint64_t chunk_overhead = std::uint64_t{64} << 10U;

StreamLimits stream_limits(const HttpLimits& limits) {
    StreamLimits result;
    result.patience = limits.patience;
    return result;
}

/// cpp-httplib's client, with a connection that keeps to our limits and may be encrypted.
class Client : public httplib::ClientImpl {
public:
    Client(const WebAddress& address, const HttpLimits& limits)
        : ClientImpl(address.host, address.port), address_(address), limits_(limits) {
        set_keep_alive(true);
        set_tcp_nodelay(true);
        set_url_encode(false);
        set_decompress(false);
        set_connection_timeout(limits.connecting);
    }

    /// One request on the connection there is, or on a new one.
    void ask(const std::string& path, const std::string& range, HttpAnswer& answer) {
        end_ = BoundedStream::End::none;
        tls_failed_ = is_new_ = reached_ = heard_ = false;
        const httplib::Headers headers = {{"Host", address_.host_and_port()},
                                          {"Range", range},
                                          {"Accept-Encoding", "identity"},
                                          {"User-Agent", "placet"}};
        const auto result = Get(
            path, headers,
            [&](const httplib::Response& response) { return begin(response, answer); },
            [&](const char* data, std::size_t size) {
                return answer.take({data, size});
            });
        complete_ = static_cast<bool>(result);
        if (result && !answer.begun()) begin(*result, answer);  // a status without a body
    }

    bool complete() const { return complete_; }  // the last answer came to its end
    bool reached() const { return reached_; }    // there was a connection
    bool tls_failed() const { return tls_failed_; }
    BoundedStream::End end() const { return end_; }
    std::uint64_t bytes_received() const { return bytes_received_; }
    /// The server may have closed a kept connection just before it was asked.
    bool worth_repeating() const { return !complete_ && reached_ && !is_new_ && !heard_; }

private:
    bool begin(const httplib::Response& response, HttpAnswer& answer) {
        HttpAnswer::Header headers;
        for (const auto& header : response.headers) {
            auto name = header.first;
            std::ranges::transform(name, name.begin(), [](unsigned char c) {
                return static_cast<char>(std::tolower(c));
            });
            // Two of one name are none that makes sense.
            if (const auto [at, added] = headers.emplace(name, header.second); !added)
                at->second += ", " + header.second;
        }
        const bool wanted = answer.begin(response.status, headers);
        if (stream_ != nullptr) stream_->begin_body(answer.body_limit() + chunk_overhead);
        return wanted;
    }

    bool create_and_connect_socket(Socket& socket, httplib::Error& error) override {
        channel_.reset();
        is_new_ = ClientImpl::create_and_connect_socket(socket, error);
        return is_new_;
    }

    void shutdown_ssl(Socket&, bool) override { channel_.reset(); }

    bool process_socket(const Socket& socket,
                        std::function<bool(httplib::Stream&)> callback) override {
        reached_ = true;
        const bool shake = channel_ == nullptr;
        if (shake && !open_channel(socket.sock)) return false;
        BoundedStream stream(*channel_, socket.sock, stream_limits(limits_));
        stream_ = &stream;
        tls_failed_ = shake && !stream.shake_hands();
        const bool done = !tls_failed_ && callback(stream);
        stream_ = nullptr;
        end_ = stream.end();
        heard_ = stream.bytes_received() > 0;
        bytes_received_ += stream.bytes_received();
        return done;
    }

    bool open_channel(int socket) {
        if (!address_.encrypted) {
            channel_ = plain_channel(socket);
            return true;
        }
        channel_ = tls_channel(socket, address_.host);
        tls_failed_ = channel_ == nullptr;
        return !tls_failed_;
    }

    WebAddress address_;
    HttpLimits limits_;
    std::unique_ptr<Channel> channel_ = nullptr;
    BoundedStream* stream_ = nullptr;
    BoundedStream::End end_ = BoundedStream::End::none;
    bool complete_ = false;
    bool reached_ = false;
    bool is_new_ = false;
    bool heard_ = false;
    bool tls_failed_ = false;
    std::uint64_t bytes_received_ = 0;
};

class HttpCarrier : public Carrier {
public:
    HttpCarrier(WebAddress address, const HttpLimits& limits)
        : address_(std::move(address)), limits_(limits), client_(address_, limits) {}

    Result<Bytes> read(std::string_view path, std::uint64_t from, std::size_t limit) override {
        const auto where = fmt::format("{}/{}", address_.text(), path);
        if (!can_be_asked_for(path))
            return Error{Fault::malformed, fmt::format("{} can be no file's address.", where)};
        if (limit == 0) return Bytes{};
        HttpAnswer answer(from, limit);
        const auto target = fmt::format("{}/{}", address_.folder, path);
        const auto range = format_range(from, limit);
        client_.ask(target, range, answer);
        if (client_.worth_repeating()) client_.ask(target, range, answer);
        if (!client_.complete() && !answer.is_judged()) return not_read(where);
        return answer.result(where);
    }
    std::string name() const override { return address_.text(); }
    std::uint64_t bytes_read() const override { return client_.bytes_received(); }

private:
    static bool can_be_asked_for(std::string_view path) {
        return !path.empty() && std::ranges::all_of(path, [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '/' || c == '.' || c == '-';
        });
    }

    std::string what_happened() const {
        if (client_.tls_failed() && client_.end() != BoundedStream::End::slow)
            return "no encrypted connection came about, or the server did not prove its name";
        if (!client_.reached()) return "the server cannot be reached";
        switch (client_.end()) {
            case BoundedStream::End::slow:
                return fmt::format(
                    "the server sent too little in {} s",
                    std::chrono::ceil<std::chrono::seconds>(limits_.patience).count());
            case BoundedStream::End::too_much:
                return "the server never comes to an end";
            case BoundedStream::End::none:
                return "the server does not speak HTTP";
            case BoundedStream::End::closed:
            case BoundedStream::End::broken:
            case BoundedStream::End::stopped:
                break;
        }
        return "the connection broke off";
    }

    Error not_read(const std::string& where) const {
        return {Fault::storage,
                fmt::format("{} was not read: {}. Nothing of it was used, and what was recorded "
                            "before is safe. Check address and network, and that the other side is "
                            "serving; then repeat.",
                            where, what_happened())};
    }

    WebAddress address_;
    HttpLimits limits_;
    Client client_;
};

}  // namespace

Result<std::unique_ptr<Carrier>> open_url(const std::string& url, const HttpLimits& limits) {
    auto address = parse_web_address(url);
    if (!address) return address.error();
    return std::unique_ptr<Carrier>(std::make_unique<HttpCarrier>(*std::move(address), limits));
}

}  // namespace placet::ledger
