#include "web/portal/frame.hpp"

#include <algorithm>
#include <array>

namespace gk::web::portal {

namespace {

constexpr std::string_view shell_file = "shell.html";

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

void set_everywhere(page::Page& page, const Viewing& viewing) {
    const auto& site = viewing.site;
    page.set_everywhere("AGENCY", site.agency_name);
    page.set_everywhere("OFFICE", site.office.name);
    page.set_everywhere("ADDRESS", site.office.address);
    page.set_everywhere("POSTCODE", site.office.postcode);
    page.set_everywhere("HOURS", site.office.hours);
    page.set_everywhere("TELEPHONE", site.office.telephone);
    page.set_everywhere("FAX", site.office.fax);
    page.set_everywhere("INTERNET", site.office.internet);
    page.set_everywhere("QUERY", viewing.query);
    for (const auto& fixed : fixed_paths) {
        page.set_everywhere(fixed.variable, viewing.link(fixed.path));
    }
    page.show_everywhere(viewing.is_large ? "LARGE" : "NORMAL");
    page.show_everywhere(site.takes_applications ? "TAKES_APPLICATIONS" : "NO_APPLICATIONS");
}

void set_shell(page::Values shell, const Viewing& viewing, const PageHead& head) {
    const auto& site = viewing.site;
    const std::string_view name =
        head.title.empty() ? "政府信息公开" : std::string_view(head.title);
    shell.set("TITLE", std::string(name) + " - " + site.agency_name);
    shell.set("SELF", viewing.path);
    auto asked = viewing.asked;
    if (!viewing.query.empty()) {
        asked.emplace_back("q", viewing.query);
    }
    if (!asked.empty()) {
        shell.show("HAS_ASKED");
    }
    for (const auto& [parameter, value] : asked) {
        shell.add("ASKED").set("NAME", parameter).set("VALUE", value);
    }
    shell.set_any("SITE_NAME", site.name).set_any("SITE_DOMAIN", site.domain);
    shell.set_any("SITE_CODE", site.code);
    shell.set_any("ICP_RECORD", site.icp_record).set_any("POLICE_RECORD", site.police_record);
    if (!site.code.empty() || !site.icp_record.empty() || !site.police_record.empty()) {
        shell.show("RECORDS");
    }
    shell.set_any("PARENT_SITE", site.parent_name).set_any("PARENT_URL", site.parent_url);
    shell.set_any("DEMO_NOTE", site.demo_note);
    for (const auto& column : columns) {
        if (column.path.path == head.column.path) {
            shell.set_any("COLUMN_NAME", column.name).set("COLUMN_DESCRIPTION", column.what);
        }
    }
}

void set_mast(page::Values& mast, const Viewing& viewing, const PageHead& head) {
    for (const auto& column : columns) {
        auto item = mast.add("COLUMN");
        item.set("NAME", column.name).set("URL", viewing.link(column.path.path));
        if (column.path.path == head.column.path) {
            item.show("IS_CURRENT");
        }
    }
    if (head.column.path == paths::applications.path) {
        mast.show("APPLY_IS_CURRENT");
    }
    mast.set("HERE", head.here.empty() ? head.title : head.here);
    for (const auto& crumb : head.crumbs) {
        mast.add("CRUMB").set("NAME", crumb.name).set("URL", viewing.link(crumb.path));
    }
}

}  // namespace

std::string Viewing::link(std::string_view path_to) const {
    const std::string_view joint = path_to.find('?') == std::string_view::npos ? "?" : "&";
    return std::string(path_to) + (is_large ? std::string(joint) + "v=large" : "");
}

Frame::Frame(const Viewing& viewing, const PageHead& head, std::string_view body)
    : viewing_(viewing),
      banner_(page_.values().include("BANNER", head.title.empty() ? "cover.html" : "mast.html")),
      body_(page_.values().include("BODY", body)) {
    set_everywhere(page_, viewing);
    set_shell(page_.values(), viewing, head);
    banner_.include("SEARCH", "search_box.html");
    if (!head.title.empty()) {
        set_mast(banner_, viewing, head);
    }
}

std::string Frame::render() const {
    return viewing_.templates.render(shell_file, page_);
}

std::vector<std::string> phrases(std::string_view title) {
    constexpr std::array<std::string_view, 3> heads = {"人民政府", "政府信息公开", "工作年度报告"};
    constexpr std::string_view year = "年";
    constexpr std::string_view pause = "、";
    std::vector<std::string> parts = {""};
    for (std::size_t at = 0; at < title.size(); ++at) {
        const auto rest = title.substr(at);
        const std::string_view so_far = parts.back();
        const bool is_head = std::ranges::any_of(
            heads, [rest](std::string_view head) { return rest.starts_with(head); });
        const bool is_number = is_digit(rest.front()) && !(at > 0 && is_digit(title[at - 1]));
        const bool is_after_year = so_far.size() > year.size() && so_far.ends_with(year) &&
                                   is_digit(so_far[so_far.size() - year.size() - 1]);
        const bool is_after_pause = so_far.ends_with(pause);
        const bool is_numeral = is_after_pause && so_far.size() == 2 * pause.size();
        if (!so_far.empty() && !is_numeral &&
            (is_head || is_number || is_after_year || is_after_pause)) {
            parts.emplace_back();
        }
        parts.back() += rest.front();
    }
    return parts;
}

void add_phrases(page::Values& values, std::string_view section, std::string_view title) {
    for (const auto& part : phrases(title)) {
        values.add(section).set("TEXT", part);
    }
}

}  // namespace gk::web::portal
