// Whose site this is: what stands on every page. A value that is not set is left out, or shown as
// 未填 where the law requires it (条例 art. 12).
#pragma once

#include <string>

#include "law/agency_level.hpp"

namespace gk::web::portal {

// 政府信息公开工作机构: what the guide must say of it, 条例 art. 12.
struct DisclosureOffice {
    std::string name;
    std::string address;
    std::string postcode;
    std::string hours;
    std::string telephone;
    std::string fax;
    std::string internet;  // How to reach it over the internet: a mail address or a page.
};

struct SiteIdentity {
    std::string agency;       // The slug in addresses: "xigebi".
    std::string agency_name;  // Read from the database.
    law::AgencyLevel level = law::AgencyLevel::township;
    std::string duties;  // 机关职能: the guide tells them, and applicants find the agency by them.
    DisclosureOffice office;
    std::string name;  // 网站名称 in the meta data
    std::string domain;
    std::string code;           // 网站标识码
    std::string icp_record;     // ICP备案
    std::string police_record;  // 公安备案
    std::string parent_name;    // The government site that this is a column of.
    std::string parent_url;
    std::string demo_note;            // Shown on every page where the data are made up.
    bool takes_applications = false;  // On line: there are keys for personal data.
};

}  // namespace gk::web::portal
