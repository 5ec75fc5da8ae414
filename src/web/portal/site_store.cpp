#include "web/portal/site_store.hpp"

#include <string>

namespace gk::web::portal {

std::vector<std::pair<std::string_view, std::string*>> kept_texts(SiteIdentity& site) {
    auto& office = site.office;
    return {{"name", &site.name},
            {"domain", &site.domain},
            {"code", &site.code},
            {"icp_record", &site.icp_record},
            {"police_record", &site.police_record},
            {"parent_name", &site.parent_name},
            {"parent_url", &site.parent_url},
            {"office_name", &office.name},
            {"office_address", &office.address},
            {"office_postcode", &office.postcode},
            {"office_hours", &office.hours},
            {"office_telephone", &office.telephone},
            {"office_fax", &office.fax},
            {"office_internet", &office.internet},
            {"duties", &site.duties}};
}

KeptSite load_site(store::Snapshot& snapshot, std::string_view agency_code) {
    KeptSite kept;
    auto row = snapshot.query(
        "SELECT s.version, s.name, s.domain, s.code, s.icp_record, s.police_record, s.parent_name,"
        " s.parent_url, s.office_name, s.office_address, s.office_postcode, s.office_hours,"
        " s.office_telephone, s.office_fax, s.office_internet, s.duties FROM site_identities s"
        " JOIN agencies a ON a.id = s.agency_id WHERE a.code = ?",
        agency_code);
    if (row.next()) {
        kept.version = row.get<std::int64_t>(0);
        for (int column = 1; const auto& [name, text] : kept_texts(kept.site)) {
            *text = row.get<std::string>(column++);
        }
    }
    return kept;
}

void replace_site(store::Transaction& transaction, Id<people::Agency> agency, KeptSite kept) {
    transaction.execute("DELETE FROM site_identities WHERE agency_id = ?", agency);
    std::vector<store::Parameter> values = {agency, kept.version + 1};
    for (const auto& [name, text] : kept_texts(kept.site)) {
        values.emplace_back(*text);
    }
    transaction.execute_with(
        "INSERT INTO site_identities (agency_id, version, name, domain, code, icp_record,"
        " police_record, parent_name, parent_url, office_name, office_address, office_postcode,"
        " office_hours, office_telephone, office_fax, office_internet, duties)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values);
}

std::map<Id<people::Agency>, std::string> load_duties(store::Snapshot& snapshot) {
    std::map<Id<people::Agency>, std::string> duties;
    auto row = snapshot.query("SELECT agency_id, duties FROM site_identities WHERE duties <> ''");
    while (row.next()) {
        duties.emplace(row.get<Id<people::Agency>>(0), row.get<std::string>(1));
    }
    return duties;
}

SiteIdentity overlaid(SiteIdentity site, KeptSite kept) {
    const auto own = kept_texts(site);
    const auto laid_down = kept_texts(kept.site);
    for (std::size_t at = 0; at < own.size(); ++at) {
        if (!laid_down[at].second->empty()) {
            *own[at].second = *laid_down[at].second;
        }
    }
    return site;
}

}  // namespace gk::web::portal
