#include "remedy/case_link_service.hpp"

#include "application/acting_service.hpp"

namespace gk::remedy {

std::optional<LinkedApplication> CaseLink::find(store::Snapshot& snapshot,
                                                std::string_view name) const {
    auto found = application::load_case(snapshot, name);
    if (!found) {
        found =
            application::load_case_by_number(snapshot, application::normalised_case_number(name));
    }
    if (!found) {
        return std::nullopt;
    }
    return LinkedApplication{found->public_id, found->agency, found->masked_name};
}

Result<void> CaseLink::reply_again(store::Transaction& transaction, const NewReplyOrder& order,
                                   const people::Actor& actor, Moment now) const {
    GK_TRY(auto found, application::load_for(transaction, order.application_id, actor));
    GK_TRY(const auto done,
           application::take_step(transaction, desk_, found, application::Action::reopen,
                                  {.on = order.on,
                                   .text = std::string(order.reason),
                                   .due_on = order.due_on,
                                   .reference = std::string(order.reference)},
                                  actor, now));
    GK_ASSERT(done.version == found.version);
    return {};
}

}  // namespace gk::remedy
