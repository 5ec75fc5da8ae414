#include "web/http/io_thread.hpp"

#include <future>
#include <memory>
#include <thread>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "web/http/response_head.hpp"

namespace gk::web {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds accept_pause{100};

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

tcp::endpoint endpoint_of(const std::string& address, std::uint16_t port) {
    error_code failed;
    const auto parsed = asio::ip::make_address(address, failed);
    if (failed) {
        throw Fault(fmt::format("cannot listen on {}: not an IP address", address));
    }
    return {parsed, port};
}

void require(const error_code& failed, const tcp::endpoint& endpoint) {
    if (failed) {
        throw Fault(fmt::format("cannot listen on {} port {}: {}", endpoint.address().to_string(),
                                endpoint.port(), failed.message()));
    }
}

// An IPv4 client of an IPv6 socket has its IPv4 address.
std::string text_of(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

}  // namespace

void require_free(const std::string& address, std::uint16_t port) {
    const auto endpoint = endpoint_of(address, port);
    asio::io_context context;
    tcp::acceptor alone(context);
    error_code failed;
    alone.open(endpoint.protocol());
    alone.set_option(tcp::acceptor::reuse_address(true));
    alone.bind(endpoint, failed);
    require(failed, endpoint);
}

struct IoThread::State {
    explicit State(Shared& all) : shared(all), connections(all) {}

    asio::awaitable<void> accept();
    void turn_away(tcp::socket& socket);

    Shared& shared;
    Connections connections;  // Outlives the context, which holds them.
    asio::io_context context{1};
    tcp::acceptor acceptor{context};
    asio::executor_work_guard<asio::io_context::executor_type> stays{context.get_executor()};
    std::thread thread;
};

asio::awaitable<void> IoThread::State::accept() {
    asio::steady_timer pause(context);
    while (acceptor.is_open()) {
        auto [failed, socket] = co_await acceptor.async_accept(asio::as_tuple(asio::use_awaitable));
        if (failed && acceptor.is_open()) {  // No file handle is left, most likely.
            pause.expires_after(accept_pause);
            co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
        if (failed) {
            continue;
        }
        error_code gone;
        const auto peer = socket.remote_endpoint(gone);
        if (gone) {
            continue;
        }
        auto address = text_of(peer.address());
        const auto counted = shared.proxies.trusts(address) ? ConnectionLimits::Counted::in_all_only
                                                            : ConnectionLimits::Counted::by_address;
        auto place = shared.connections.enter(address, counted);
        if (!place) {
            turn_away(socket);
            continue;
        }
        const auto family = peer.address().is_v4() ? Family::ipv4 : Family::ipv6;
        connections.open(context, socket.release(), family, std::move(address), std::move(*place));
    }
}

// Says why as far as that takes no waiting.
void IoThread::State::turn_away(tcp::socket& socket) {
    const auto response = shared.site.refuse(Refusal::busy, {});
    auto bytes = response_head(response, shared.options.common_headers, After::close);
    bytes.append(response.bytes());
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(bytes), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

IoThread::IoThread(Shared& shared, std::uint16_t port) : state_(std::make_unique<State>(shared)) {
    const auto endpoint = endpoint_of(shared.options.address, port);
    auto& acceptor = state_->acceptor;
    error_code failed;
    acceptor.open(endpoint.protocol(), failed);
    require(failed, endpoint);
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.set_option(ReusePort(true));
    acceptor.bind(endpoint, failed);
    require(failed, endpoint);
    acceptor.listen(tcp::acceptor::max_listen_connections, failed);
    require(failed, endpoint);
}

IoThread::~IoThread() {
    stop();
}

std::uint16_t IoThread::port() const {
    return state_->acceptor.local_endpoint().port();
}

void IoThread::start() {
    asio::co_spawn(state_->context, state_->accept(), asio::detached);
    state_->thread = std::thread([state = state_.get()] { state->context.run(); });
}

void IoThread::drain() {
    asio::post(state_->context, [state = state_.get()] {
        error_code ignored;
        state->acceptor.close(ignored);
        state->connections.close_idle();
    });
}

void IoThread::stop() {
    state_->context.stop();
    if (state_->thread.joinable()) {
        state_->thread.join();
    }
}

bool IoThread::responds_within(std::chrono::milliseconds timeout) {
    auto answered = std::make_shared<std::promise<void>>();
    auto answer = answered->get_future();
    asio::post(state_->context, [answered] { answered->set_value(); });
    return answer.wait_for(timeout) == std::future_status::ready;
}

}  // namespace gk::web
