#include "web/http/raw_client.hpp"

#include <charconv>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/text.hpp"

namespace gk::web::testing {

std::string RawResponse::header(const std::string& lower_name) const {
    const auto found = headers.find(lower_name);
    return found == headers.end() ? "" : found->second;
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{.tv_sec = 30, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 ||
        connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        // No destructor runs after this: a caller that tries again would use up the open files.
        close(socket_);
        throw std::runtime_error("cannot connect to the server under test");
    }
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

RawClient::~RawClient() {
    if (socket_ >= 0) {
        close(socket_);
    }
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawClient::finish() {
    shutdown(socket_, SHUT_WR);
}

bool RawClient::fill() {
    char bytes[65536];
    const auto count = recv(socket_, bytes, sizeof bytes, 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        throw std::runtime_error("the server under test is silent for 30 seconds");
    }
    if (count <= 0) {
        return false;
    }
    buffer_.append(bytes, static_cast<std::size_t>(count));
    return true;
}

std::optional<RawResponse> RawClient::receive(bool has_body) {
    std::size_t head_end = 0;
    while ((head_end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) {
            return std::nullopt;
        }
    }
    RawResponse response;
    const auto head = buffer_.substr(0, head_end);
    std::from_chars(head.data() + 9, head.data() + 12, response.status);
    const auto lines = text::split(head, '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto line = text::trim(lines[i]);
        const auto colon = line.find(": ");
        response.headers.emplace(text::lower_ascii(line.substr(0, colon)), line.substr(colon + 2));
    }
    std::size_t length = 0;
    const auto declared = has_body ? response.header("content-length") : "";
    std::from_chars(declared.data(), declared.data() + declared.size(), length);
    while (buffer_.size() < head_end + 4 + length) {
        if (!fill()) {
            return std::nullopt;
        }
    }
    response.body = buffer_.substr(head_end + 4, length);
    buffer_.erase(0, head_end + 4 + length);
    return response;
}

std::string RawClient::receive_all() {
    while (fill()) {
    }
    return std::exchange(buffer_, {});
}

bool RawClient::is_closed() {
    return buffer_.empty() && !fill();
}

std::string get(std::string_view target, std::string_view more_headers) {
    return std::string("GET ")
        .append(target)
        .append(" HTTP/1.1\r\nHost: localhost\r\n")
        .append(more_headers)
        .append("\r\n");
}

}  // namespace gk::web::testing
