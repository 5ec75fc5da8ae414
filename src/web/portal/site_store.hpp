// The table site_identities: what an office lays down for its site in the workbench.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "people/agency.hpp"
#include "store/transaction.hpp"
#include "web/portal/site.hpp"

namespace gk::web::portal {

// The texts that are laid down, by the name of their column, in the order of the table.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string*>> kept_texts(SiteIdentity& site);

struct KeptSite {
    std::int64_t version = 0;  // 0: nothing is laid down yet.
    SiteIdentity site;         // Its kept texts alone.
};

[[nodiscard]] KeptSite load_site(store::Snapshot& snapshot, std::string_view agency_code);

// What each agency says that it is for; those that say nothing are left out.
[[nodiscard]] std::map<Id<people::Agency>, std::string> load_duties(store::Snapshot& snapshot);

// The version after `version`.
void replace_site(store::Transaction& transaction, Id<people::Agency> agency, KeptSite kept);

// The site with every text that is laid down in the place of the configured one.
[[nodiscard]] SiteIdentity overlaid(SiteIdentity site, KeptSite kept);

}  // namespace gk::web::portal
