// The other side of mail and webhooks: a server on this machine that talks to one client at a time
// and keeps what it was told.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace gk::test {

class Sink {
public:
    // Called with a connected socket.
    using Conversation = std::function<void(int socket, Sink& sink)>;

    explicit Sink(Conversation conversation);
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    ~Sink();

    [[nodiscard]] int port() const { return port_; }

    void keep(std::string text);
    [[nodiscard]] std::vector<std::string> kept() const;

private:
    int listening_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> kept_;
    Conversation conversation_;
    std::thread thread_;
};

// Speaks SMTP; answers RCPT with this line. Keeps every line of the client, and the mail.
[[nodiscard]] Sink::Conversation smtp(std::string recipient_answer = "250 OK");

// Answers every request with this status; keeps head and body.
[[nodiscard]] Sink::Conversation http(int status);

}  // namespace gk::test
