// What the citizen's pages work with: the database, the time, the keys, the site they speak for.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "application/desk_service.hpp"
#include "application/started/service.hpp"
#include "base/clock.hpp"
#include "calendar/live_calendar_service.hpp"
#include "document/file_store.hpp"
#include "people/live_key_ring.hpp"
#include "store/database.hpp"
#include "web/http/message.hpp"
#include "web/page/template.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/site.hpp"

namespace gk::web::citizen {

struct CitizenServices {
    store::Database& database;
    const Clock& clock;
    const calendar::LiveCalendar& calendar;
    people::LiveKeyRing& keys;
    std::filesystem::path files;  // The folder of stored files.
    std::chrono::days forms_kept_for{30};
    // After the case was concluded; 0: as long as who applied.
    std::chrono::days identity_kept_for{190};
};

struct CitizenDesk {
    CitizenServices services;
    const portal::SiteIdentity& site;
    const page::Templates& templates;

    // As the request asks: its type, and the form or case that it names.
    [[nodiscard]] portal::Viewing viewing(const Request& request) const;
    // `ring` must outlive what is returned.
    [[nodiscard]] application::started::FormKeeping keeping(const people::KeyRing& ring) const;

    [[nodiscard]] document::FileStore files(const people::KeyRing& ring) const {
        return {services.files, ring};
    }

    [[nodiscard]] application::Desk cases(const people::KeyRing& ring) const;

    // The 工作机构 of an agency; that of the site where none is chosen yet. Another agency of the
    // site may have told nothing of its own.
    [[nodiscard]] portal::DisclosureOffice office_of(std::string_view agency_code) const;
};

// 303 to a page of ours.
[[nodiscard]] Response see_other(std::string path);

// The error as a page of the portal: 429, and in words when to try again.
[[nodiscard]] Response refusal_page(const portal::Viewing& viewing, const Error& error);

}  // namespace gk::web::citizen
