// Hashing of passwords (Argon2id), a few at a time: each takes much memory and a processor, and
// whoever floods the sign-in must neither exhaust the one nor slow the pages with the other.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace gk::people {

struct HashingLimits {
    unsigned at_once = 1;      // Threads of their own.
    unsigned waiting_max = 1;  // Beside them; who comes later is refused.
    std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
    unsigned passes = 2;
    int niceness = 10;  // By how much the threads stand back behind those of the pages.
};

class PasswordHasher {
public:
    explicit PasswordHasher(const HashingLimits& limits);
    PasswordHasher(const PasswordHasher&) = delete;
    PasswordHasher& operator=(const PasswordHasher&) = delete;
    ~PasswordHasher();

private:
    class State;

public:
    // The right to have passwords hashed, given back when it goes.
    class Place {
    public:
        explicit Place(State& state) : state_(&state) {}

        Place(Place&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}

        Place& operator=(Place&&) = delete;
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place();

        // The text that is stored: parameters, salt and hash.
        [[nodiscard]] std::string hash(std::string_view password) const;
        // With an empty hash it is false, after the same work.
        [[nodiscard]] bool is_of(std::string_view stored_hash, std::string_view password) const;

    private:
        State* state_;
    };

    // Refuses at once where all places are taken: sign_in_busy.
    [[nodiscard]] Result<Place> take_place();

private:
    std::unique_ptr<State> state_;
};

}  // namespace gk::people
