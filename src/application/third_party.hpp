// Third parties that are asked about a disclosure (条例 arts 15, 32): people and companies that did
// not choose to be here. Who they are is kept apart from the act, sealed; the act itself names them
// as lists do.
#pragma once

#include <optional>
#include <string>

#include "application/event.hpp"

namespace gk::application {

struct ThirdParty {
    std::string name = {};
    std::string contact = {};  // Address, telephone; may be empty.

    friend bool operator==(const ThirdParty&, const ThirdParty&) = default;
};

// Whether the act asks a third party, and not another agency.
[[nodiscard]] bool asks_third_party(Action action, const Entry& entry);

// Takes out who is asked and leaves the masked name; nothing where the act asks no third party.
[[nodiscard]] std::optional<ThirdParty> take_third_party(Action action, Entry& entry);

}  // namespace gk::application
