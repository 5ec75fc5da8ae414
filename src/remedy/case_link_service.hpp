// The applications themselves, for remedies: how a case is found, and how it is answered again.
#pragma once

#include "application/desk_service.hpp"
#include "remedy/service.hpp"

namespace gk::remedy {

class CaseLink final : public Applications {
public:
    // The desk must outlive this.
    explicit CaseLink(const application::Desk& desk) : desk_(desk) {}

    [[nodiscard]] std::optional<LinkedApplication> find(store::Snapshot& snapshot,
                                                        std::string_view name) const override;

    // Reopens the case on the ground of the decision or judgment. Refuses as application::act()
    // does.
    [[nodiscard]] Result<void> reply_again(store::Transaction& transaction,
                                           const NewReplyOrder& order, const people::Actor& actor,
                                           Moment now) const override;

private:
    const application::Desk& desk_;
};

}  // namespace gk::remedy
