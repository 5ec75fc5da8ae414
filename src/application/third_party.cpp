#include "application/third_party.hpp"

#include <utility>

#include "people/masking.hpp"

namespace gk::application {

bool asks_third_party(Action action, const Entry& entry) {
    return action == Action::consult && entry.consulted == law::Consulted::third_party;
}

std::optional<ThirdParty> take_third_party(Action action, Entry& entry) {
    if (!asks_third_party(action, entry)) {
        return std::nullopt;
    }
    auto masked = people::masked_name(entry.party);
    return ThirdParty{.name = std::exchange(entry.party, std::move(masked)),
                      .contact = std::exchange(entry.contact, {})};
}

}  // namespace gk::application
