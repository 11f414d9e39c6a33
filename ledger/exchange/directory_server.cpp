#include "ledger/exchange/directory_server.h"

#include "ledger/exchange/bounded_stream.h"
#include "ledger/exchange/folder_files.h"
#include "ledger/exchange/listening.h"
#include "ledger/exchange/requested_range.h"
#include "ledger/exchange/static_path.h"

#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <thread>

namespace placet::ledger {
namespace {

using httplib::Request;
using httplib::Response;

constexpr std::size_t piece = std::size_t{64} << 10U;
constexpr std::size_t longest_header = 4096;
constexpr std::chrono::milliseconds leave_taking{200};

namespace status {
constexpr int ok = 200;
constexpr int partial_content = 206;
constexpr int not_found = 404;
constexpr int method_not_allowed = 405;
constexpr int range_not_satisfiable = 416;
constexpr int unavailable = 503;
}  // namespace status

const char* content_type(StaticPath::Kind kind) {
    switch (kind) {
        case StaticPath::Kind::checkpoint:
            return "text/plain; charset=utf-8";
        case StaticPath::Kind::evidence:
            return "application/json";
        case StaticPath::Kind::tile:
        case StaticPath::Kind::attachment:
            break;
    }
    return "application/octet-stream";
}

/// One thread for each connection up to the limit; further ones run where they are accepted.
class Connections : public httplib::TaskQueue {
public:
    explicit Connections(std::size_t limit) : limit_(limit), pool_(limit) {}

    void enqueue(std::function<void()> connection) override {
        if (open_ >= limit_) return connection();
        ++open_;
        pool_.enqueue([this, connection = std::move(connection)] {
            connection();
            --open_;
        });
    }
    void shutdown() override { pool_.shutdown(); }

private:
    std::size_t limit_;
    std::atomic<std::size_t> open_ = 0;
    httplib::ThreadPool pool_;
};

/// Reads what still comes, for a moment: an answer is lost if its connection is closed over it.
void take_leave(int socket) {
    ::shutdown(socket, SHUT_WR);
    const auto until = std::chrono::steady_clock::now() + leave_taking;
    std::array<char, 4096> unread = {};
    for (int times = 0; times < 16; ++times) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        struct pollfd waiting = {.fd = socket, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0 ||
            ::recv(socket, unread.data(), unread.size(), MSG_DONTWAIT) <= 0)
            return;
    }
}

/// cpp-httplib's server, with connections that keep to our limits.
class Server : public httplib::Server {
public:
    Server(FolderFiles files, const ServerLimits& limits)
        : files_(std::move(files)), limits_(limits) {
        new_task_queue = [this] { return new Connections(limits_.connections); };  // it deletes it
        set_keep_alive_max_count(limits_.requests_per_connection);
        set_keep_alive_timeout(std::chrono::ceil<std::chrono::seconds>(limits_.idle).count());
        set_default_headers({{"Access-Control-Allow-Origin", "*"},
                             {"X-Content-Type-Options", "nosniff"},
                             {"Accept-Ranges", "bytes"}});
        set_pre_routing_handler([this](const Request& request, Response& response) {
            answer(request, response);
            return HandlerResponse::Handled;
        });
        stream_limits_.patience = limits_.patience;
        stream_limits_.line = longest_header;
    }

    /// Until `end`. The socket is closed in the end.
    void serve(int listening) {
        accepting_ = std::this_thread::get_id();
        svr_sock_ = listening;
        listen_after_bind();
    }
    void end() {
        ending_ = true;
        stop();
    }

private:
    bool process_and_close_socket(socket_t socket) override {
        const Descriptor closing(socket);
        // Head and body are two writes; the second would wait for the first to be acknowledged.
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const auto channel = plain_channel(socket);
        BoundedStream stream(*channel, socket, stream_limits_, &ending_);
        if (std::this_thread::get_id() == accepting_) {
            channel->write(busy.data(), busy.size());
            return true;
        }
        bool more = true;
        for (auto left = limits_.requests_per_connection; more && left > 0; --left) {
            if (!stream.wait_for_data(limits_.idle)) break;
            stream.begin_head();
            more = serve_request(stream, left == 1);
        }
        if (!ending_) take_leave(socket);
        return true;
    }

    bool serve_request(BoundedStream& stream, bool last) {
        bool closed = false;
        bool has_body = false;
        const auto look = [&](Request& request) {
            // Parts are ours to send: cpp-httplib counts them wrong, and sends hundreds at once.
            request.ranges.clear();
            has_body = request.method != "GET" && request.method != "HEAD";
            has_body |=
                request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
        };
        // A body is not read, so nothing sensible can follow it.
        return process_request(stream, last, closed, look) && !closed && !has_body;
    }

    void answer(const Request& request, Response& response) const {
        if (request.method != "GET" && request.method != "HEAD") {
            response.status = status::method_not_allowed;
            response.set_header("Allow", "GET, HEAD");
            response.set_header("Connection", "close");
            return;
        }
        response.status = status::not_found;
        // As it was sent: what is spelled with % is none of our names.
        const std::string_view target = request.target;
        const auto path =
            target.starts_with('/') ? parse_static_path(target.substr(1)) : std::nullopt;
        if (!path) return;
        auto file = files_.file(format_static_path(*path));
        if (file)
            send(request, response, *path, *std::move(file));
        else if (file.error().fault == Fault::storage)
            response.status = status::unavailable;
    }

    static void send(const Request& request, Response& response, const StaticPath& path,
                     FolderFile file) {
        const auto size = file.size();
        const auto range = requested_range(request.get_header_value("Range"), size);
        if (range.outside) {
            response.status = status::range_not_satisfiable;
            response.set_header("Content-Range", fmt::format("bytes */{}", size));
            return;
        }
        response.status = range.partial ? status::partial_content : status::ok;
        if (range.partial)
            response.set_header("Content-Range", fmt::format("bytes {}-{}/{}", range.first,
                                                             range.first + range.count - 1, size));
        response.set_header("Cache-Control",
                            path.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
        if (range.count == 0) return response.set_header("Content-Type", content_type(path.kind));
        response.set_content_provider(
            range.count, content_type(path.kind),
            [file = std::make_shared<const FolderFile>(std::move(file)), first = range.first](
                std::size_t at, std::size_t left, httplib::DataSink& sink) {
                const auto bytes = file->read(first + at, std::min(left, piece));
                if (!bytes || bytes->empty()) return false;  // the stick is gone: cut off
                return sink.write(reinterpret_cast<const char*>(bytes->data()), bytes->size());
            });
    }

    static constexpr std::string_view busy =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
        "Connection: close\r\n\r\n";

    FolderFiles files_;
    ServerLimits limits_;
    StreamLimits stream_limits_ = {};
    std::atomic<bool> ending_ = false;
    std::thread::id accepting_ = {};
};

class ServedDirectory : public DirectoryServer {
public:
    ServedDirectory(FolderFiles files, Descriptor listening, std::string address,
                    const ServerLimits& limits)
        : address_(std::move(address)),
          port_(port_of(listening)),
          server_(std::move(files), limits),
          thread_([this, listening = std::move(listening)]() mutable {
              server_.serve(listening.release());
              over_ = true;
          }) {
        // Before it is running, cpp-httplib cannot be stopped.
        while (!server_.is_running() && !over_)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ~ServedDirectory() override { stop(); }

    std::uint16_t port() const override { return port_; }
    std::vector<std::string> urls() const override { return urls_of(address_, port_); }
    bool is_serving() const override { return !over_; }
    void stop() override {
        server_.end();
        if (thread_.joinable()) thread_.join();
    }

private:
    std::string address_;
    std::uint16_t port_;
    std::atomic<bool> over_ = false;
    Server server_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<DirectoryServer>> DirectoryServer::start(const std::filesystem::path& folder,
                                                                const std::string& address,
                                                                std::uint16_t port,
                                                                const ServerLimits& limits) {
    auto files = FolderFiles::open(folder);
    if (!files) return files.error();
    if (const auto checkpoint = files->file("checkpoint"); !checkpoint) {
        const auto& error = checkpoint.error();
        if (error.fault != Fault::absent) return error;
        return Error{Fault::malformed,
                     fmt::format("{} is no static directory: there is no checkpoint in it. Nothing "
                                 "is served. Name a folder that was exported.",
                                 folder.string())};
    }
    auto listening = listen_at(address, port);
    if (!listening) return listening.error();
    return std::unique_ptr<DirectoryServer>(std::make_unique<ServedDirectory>(
        *std::move(files), *std::move(listening), address, limits));
}

}  // namespace placet::ledger
