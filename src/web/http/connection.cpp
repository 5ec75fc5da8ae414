#include "web/http/connection.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "base/assert.hpp"
#include "base/id.hpp"
#include "web/http/head_scan.hpp"
#include "web/http/request_reader.hpp"
#include "web/http/response_head.hpp"

namespace gk::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using std::chrono::steady_clock;

namespace {

using Executor = asio::io_context::executor_type;
using Stream = beast::basic_stream<tcp, Executor>;
template <typename T>
using Task = asio::awaitable<T, Executor>;

constexpr asio::use_awaitable_t<Executor> awaiting;
constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> awaiting_code(awaiting);

constexpr std::size_t head_read_bytes = 4096;
constexpr std::size_t body_read_bytes = 16384;
constexpr int send_buffer_bytes = 131072;
constexpr std::size_t linger_bytes_max = 1 << 20;
constexpr std::chrono::seconds linger_timeout{2};
constexpr std::size_t request_id_size = 12;

struct Gone {};  // The client closed, or its time ran out.

bool is_safe(Method method) {
    return method == Method::get || method == Method::head;
}

}  // namespace

class Connection {
public:
    Connection(Connections& all, Stream stream, std::string peer, ConnectionLimits::Place place)
        : all_(all),
          shared_(all.shared_),
          stream_(std::move(stream)),
          peer_(std::move(peer)),
          place_(std::move(place)) {
        all_.open_.insert(this);
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    ~Connection() { all_.open_.erase(this); }

    Task<void> run();

    void close_if_idle() {
        if (is_idle_) {
            stream_.close();
        }
    }

private:
    using Head = std::variant<std::size_t, Refusal, Gone>;
    using Body = std::variant<std::monostate, Refusal, Gone>;

    [[nodiscard]] std::string_view received() const {
        const auto data = buffer_.cdata();
        return {static_cast<const char*>(data.data()), data.size()};
    }

    // How long a transfer may go on that has come so far.
    [[nodiscard]] steady_clock::time_point deadline(steady_clock::time_point started,
                                                    std::size_t bytes) const {
        const auto& options = shared_.options;
        return started + options.transfer_grace +
               std::chrono::milliseconds(bytes * 1000 / options.bytes_per_second_min);
    }

    Task<bool> receive(std::size_t bytes);
    Task<Head> receive_head();
    Task<Body> receive_body(RequestReader& reader, std::size_t bytes_max, BodyMemory::Share& share);
    Task<std::optional<Response>> decide(RequestReader& reader, Request& request);
    Task<Response> on_worker(std::function<Response()> work, const Request& request);
    Task<bool> exchange(Head head);
    std::string head_of(Response& response, const Request& request, bool keeps);
    Task<bool> send(std::string_view head, std::string_view body);
    Task<void> linger();

    Connections& all_;
    Shared& shared_;
    Stream stream_;
    std::string peer_;
    ConnectionLimits::Place place_;
    beast::flat_buffer buffer_;
    bool is_idle_ = false;
};

Task<bool> Connection::receive(std::size_t bytes) {
    const auto space = buffer_.prepare(bytes);
    const auto [failed, count] = co_await stream_.async_read_some(space, awaiting_code);
    buffer_.commit(failed ? 0 : count);
    co_return !failed;
}

Task<Connection::Head> Connection::receive_head() {
    const auto& options = shared_.options;
    if (buffer_.size() == 0) {
        stream_.expires_after(options.idle_timeout);
        is_idle_ = true;
        const bool has_come = co_await receive(head_read_bytes);
        is_idle_ = false;
        if (!has_come) {
            co_return Gone();
        }
    }
    stream_.expires_after(options.head_timeout);
    HeadScan scan;
    for (;;) {
        const auto state = scan.look(received());
        if (state == HeadScan::State::malformed) {
            co_return Refusal::malformed;
        }
        const bool is_complete = state == HeadScan::State::complete;
        const auto size = is_complete ? scan.size() : buffer_.size() + 1;
        if (size > options.head_bytes_max) {
            co_return scan.is_in_first_line() ? Refusal::target_too_long : Refusal::head_too_large;
        }
        if (is_complete) {
            co_return size;
        }
        if (!co_await receive(head_read_bytes)) {
            co_return Gone();
        }
    }
}

Task<Connection::Body> Connection::receive_body(RequestReader& reader, std::size_t bytes_max,
                                                BodyMemory::Share& share) {
    if (const auto refusal = reader.limit_body(bytes_max)) {
        co_return *refusal;
    }
    const auto started = steady_clock::now();
    if (reader.expects_continue() && buffer_.size() == 0) {
        stream_.expires_at(deadline(started, 0));
        if (!co_await send("HTTP/1.1 100 Continue\r\n\r\n", {})) {
            co_return Gone();
        }
    }
    std::size_t taken = 0;
    while (!reader.is_complete()) {
        const auto bytes = received();
        const auto read = bytes.empty() ? std::variant<std::size_t, Refusal>(std::size_t{0})
                                        : reader.read_body(bytes);
        if (const auto* refusal = std::get_if<Refusal>(&read)) {
            co_return *refusal;
        }
        buffer_.consume(std::get<std::size_t>(read));
        taken += std::get<std::size_t>(read);
        if (!share.grow_to(taken)) {
            co_return Refusal::busy;
        }
        if (std::get<std::size_t>(read) > 0) {
            continue;
        }
        if (buffer_.size() > shared_.options.head_bytes_max) {
            co_return Refusal::malformed;  // The head of a chunk that does not end.
        }
        stream_.expires_at(deadline(started, taken + buffer_.size()));
        if (!co_await receive(body_read_bytes)) {
            co_return Gone();
        }
    }
    co_return std::monostate();
}

// The work and the request live in the frame of the caller until the answer is there.
Task<Response> Connection::on_worker(std::function<Response()> work, const Request& request) {
    auto begin = [this, &work, &request](auto&& completion) {
        using Completion = std::decay_t<decltype(completion)>;
        auto kept = std::make_shared<Completion>(std::forward<decltype(completion)>(completion));
        auto finish = [kept, executor = stream_.get_executor()](Response response) {
            asio::post(executor, [kept, response = std::move(response)]() mutable {
                std::move (*kept)(std::move(response));
            });
        };
        if (!shared_.workers.try_post([finish, &work] { finish(work()); })) {
            finish(shared_.site.refuse(Refusal::busy, request));
        }
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Response)>(
        begin, awaiting);
}

// Empty where the client is gone.
Task<std::optional<Response>> Connection::decide(RequestReader& reader, Request& request) {
    auto admission = shared_.site.admit(request);
    if (admission.answer) {
        co_return std::move(admission.answer);
    }
    BodyMemory::Share share(shared_.bodies);  // Until there is an answer.
    const auto body = co_await receive_body(reader, admission.body_bytes_max, share);
    if (std::holds_alternative<Gone>(body)) {
        co_return std::nullopt;
    }
    if (const auto* refusal = std::get_if<Refusal>(&body)) {
        co_return shared_.site.refuse(*refusal, request);
    }
    request.body = reader.take_body();
    auto work = [&admission, &request] { return admission.run(request); };
    co_return co_await on_worker(work, request);
}

// One request and its answer; true where the connection may carry another.
Task<bool> Connection::exchange(Head head) {
    const auto started = steady_clock::now();
    Request request;
    request.request_id = new_public_id().substr(0, request_id_size);
    RequestReader reader;
    std::optional<Refusal> refusal;
    if (const auto* size = std::get_if<std::size_t>(&head)) {
        refusal = reader.read_head(received().substr(0, *size), request);
        buffer_.consume(*size);
    } else {
        refusal = std::get<Refusal>(head);
    }
    auto client = shared_.proxies.client(peer_, request.headers);
    request.client_address = std::move(client.address);
    request.is_secure = client.is_secure;

    std::optional<Response> response;
    if (refusal) {
        response = shared_.site.refuse(*refusal, request);
    } else {
        response = co_await decide(reader, request);
    }
    if (!response) {
        co_return false;
    }
    // What is left of a refused request must never be read as another one.
    const bool is_whole = !refusal && reader.is_complete();
    const bool is_trusted = is_safe(request.method) || response->status < 400;
    const bool keeps = is_whole && is_trusted && reader.keeps_alive() && !shared_.is_draining;
    const auto head_bytes = head_of(*response, request, keeps);
    const bool sends_body = request.method != Method::head && has_body(response->status);
    const auto body = sends_body ? response->bytes() : std::string_view();
    const bool is_sent = co_await send(head_bytes, body);
    shared_.site.answered({.request_id = request.request_id,
                           .method = request.path.empty() ? "" : key(request.method),
                           .path = request.path,
                           .status = response->status,
                           .bytes = body.size(),
                           .duration = std::chrono::duration_cast<std::chrono::microseconds>(
                               steady_clock::now() - started)});
    co_return is_sent&& keeps;
}

// An answer that would break the line of a header is replaced.
std::string Connection::head_of(Response& response, const Request& request, bool keeps) {
    const auto after = keeps ? After::keep_alive : After::close;
    const auto& common = shared_.options.common_headers;
    try {
        return response_head(response, common, after);
    } catch (const Bug& bug) {
        response = shared_.site.fail(request, bug.what());
        return response_head(response, common, after);
    }
}

// OPTIMIZATION: most answers fit into the socket's buffer; only the others wait for the reader,
// with a timer.
Task<bool> Connection::send(std::string_view head, std::string_view body) {
    const auto started = steady_clock::now();
    for (std::size_t sent = 0;;) {
        const auto head_sent = std::min(sent, head.size());
        const auto head_rest = head.substr(head_sent);
        const auto body_rest = body.substr(sent - head_sent);
        const std::array buffers = {asio::buffer(head_rest.data(), head_rest.size()),
                                    asio::buffer(body_rest.data(), body_rest.size())};
        beast::error_code failed;
        auto count = stream_.socket().write_some(buffers, failed);
        if (failed == asio::error::would_block) {
            stream_.expires_at(deadline(started, sent));
            std::tie(failed, count) = co_await stream_.async_write_some(buffers, awaiting_code);
        }
        sent += count;
        if (failed || sent == head.size() + body.size()) {
            co_return !failed;
        }
    }
}

// Closing with unread bytes would reset the connection and could take the answer from the client
// before it is read; so what still comes is read away for a little while.
Task<void> Connection::linger() {
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(linger_timeout);
    for (std::size_t read = 0; read < linger_bytes_max; read += buffer_.size()) {
        buffer_.clear();
        if (!co_await receive(body_read_bytes)) {
            co_return;
        }
    }
}

Task<void> Connection::run() {
    for (bool is_open = true; is_open;) {
        auto head = co_await receive_head();
        if (std::holds_alternative<Gone>(head)) {
            co_return;
        }
        is_open = co_await exchange(head);
    }
    co_await linger();
}

namespace {

Task<void> serve(std::unique_ptr<Connection> connection) {
    co_await connection->run();
}

}  // namespace

void Connections::open(asio::io_context& context, int socket, Family family, std::string peer,
                       ConnectionLimits::Place place) {
    Stream stream(context.get_executor());
    stream.socket().assign(family == Family::ipv4 ? tcp::v4() : tcp::v6(), socket);
    stream.socket().set_option(tcp::no_delay(true));
    stream.socket().non_blocking(true);
    // OPTIMIZATION: a whole page fits, so that no answer of usual size waits for its reader.
    stream.socket().set_option(tcp::socket::send_buffer_size(send_buffer_bytes));
    auto connection =
        std::make_unique<Connection>(*this, std::move(stream), std::move(peer), std::move(place));
    asio::co_spawn(context, serve(std::move(connection)), asio::detached);
}

void Connections::close_idle() {
    for (auto* connection : open_) {
        connection->close_if_idle();
    }
}

}  // namespace gk::web
