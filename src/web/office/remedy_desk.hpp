// What a verb on remedies works with, as long as a call lives.
#pragma once

#include <memory>

#include "remedy/case_link_service.hpp"
#include "web/office/case_desk.hpp"

namespace gk::web::office {

class RemedyDesk {
public:
    RemedyDesk(const OfficeServices& services, HeldDesk cases)
        : cases_(std::move(cases)),
          link_(cases_.desk),
          desk_{services.database, *cases_.ring, services.calendar, link_} {}

    RemedyDesk(const RemedyDesk&) = delete;
    RemedyDesk& operator=(const RemedyDesk&) = delete;

    [[nodiscard]] const remedy::Desk& remedies() const { return desk_; }

    [[nodiscard]] const document::FileStore& files() const { return *cases_.files; }

private:
    HeldDesk cases_;
    remedy::CaseLink link_;
    remedy::Desk desk_;
};

// Refuses as desk_of() does.
[[nodiscard]] Result<std::unique_ptr<RemedyDesk>> remedy_desk_of(const OfficeServices& services);

}  // namespace gk::web::office
