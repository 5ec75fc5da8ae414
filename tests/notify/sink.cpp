#include "notify/sink.hpp"

#include <array>
#include <cstdlib>
#include <stdexcept>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gk::test {

namespace {

void say(int socket, const std::string& text) {
    static_cast<void>(::send(socket, text.data(), text.size(), MSG_NOSIGNAL));
}

// Reads up to and with `end`; what is left is empty where the client went away.
std::string hear_until(int socket, std::string_view end) {
    std::string heard;
    while (!heard.ends_with(end)) {
        char byte = 0;
        if (::recv(socket, &byte, 1, 0) != 1) {
            return {};
        }
        heard += byte;
    }
    return heard;
}

std::size_t content_length(const std::string& head) {
    constexpr std::string_view name = "Content-Length: ";
    const auto at = head.find(name);
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + name.size(), nullptr, 10);
}

}  // namespace

Sink::Sink(Conversation conversation)
    : listening_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      conversation_(std::move(conversation)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(listening_, generic, size) != 0 || ::listen(listening_, 8) != 0 ||
        ::getsockname(listening_, generic, &size) != 0) {
        throw std::runtime_error("no port for the test");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] {
        for (int socket = 0; (socket = ::accept(listening_, nullptr, nullptr)) >= 0;) {
            conversation_(socket, *this);
            ::close(socket);
        }
    });
}

Sink::~Sink() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

void Sink::keep(std::string text) {
    const std::lock_guard lock(mutex_);
    kept_.push_back(std::move(text));
}

std::vector<std::string> Sink::kept() const {
    const std::lock_guard lock(mutex_);
    return kept_;
}

Sink::Conversation smtp(std::string recipient_answer) {
    return [answer = std::move(recipient_answer)](int socket, Sink& sink) {
        say(socket, "220 sink\r\n");
        for (std::string line; !(line = hear_until(socket, "\r\n")).empty();) {
            sink.keep(line);
            if (line.starts_with("DATA")) {
                say(socket, "354 go on\r\n");
                sink.keep(hear_until(socket, "\r\n.\r\n"));
                say(socket, "250 OK\r\n");
            } else if (line.starts_with("RCPT")) {
                say(socket, answer + "\r\n");
            } else if (line.starts_with("QUIT")) {
                say(socket, "221 bye\r\n");
                return;
            } else {
                say(socket, "250 OK\r\n");
            }
        }
    };
}

Sink::Conversation http(int status) {
    return [status](int socket, Sink& sink) {
        auto head = hear_until(socket, "\r\n\r\n");
        std::string body(content_length(head), '\0');
        if (::recv(socket, body.data(), body.size(), MSG_WAITALL) !=
            static_cast<ssize_t>(body.size())) {
            return;
        }
        sink.keep(std::move(head));
        sink.keep(std::move(body));
        say(socket,
            fmt::format("HTTP/1.1 {} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status));
    };
}

}  // namespace gk::test
