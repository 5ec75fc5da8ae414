#include <sstream>

#include <pugixml.hpp>

#include "report/export_kinds.hpp"
#include "report/report_document.hpp"

namespace gk::report {

namespace {

using pugi::xml_node;

void set(xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name) = std::string(value).c_str();
}

void add_figure(xml_node parent, const char* name, std::string_view key, const Figure& figure) {
    auto node = parent.append_child(name);
    set(node, "key", key);
    if (figure.value) {
        node.text() = figure.value->text().c_str();
    } else {
        set(node, "mark", gk::report::key(figure.mark));
    }
}

void add_sections(xml_node root, const AnnualReport& report) {
    auto preamble = root.append_child("preamble");
    for (const auto& paragraph : report.preamble) {
        preamble.append_child("paragraph").text() = paragraph.c_str();
    }
    for (std::size_t i = 0; i < law::section_count; ++i) {
        const auto section = static_cast<law::Section>(i);
        auto node = root.append_child("section");
        set(node, "key", law::key(section));
        set(node, "title", numbered_title(report, section));
        for (const auto& paragraph : report.sections[i].paragraphs) {
            node.append_child("paragraph").text() = paragraph.c_str();
        }
    }
}

void add_tables(xml_node root, const AnnualReport& report) {
    auto proactive = root.append_child("proactive_disclosure");
    if (!report.procurement_unit.empty()) {
        set(proactive, "procurement_unit", report.procurement_unit);
    }
    const auto format = report.proactive_format.value_or(law::ReportFormat::form_2021);
    for (const auto& cell : law::proactive_cells(format)) {
        const auto found = report.proactive_disclosure.find(cell.key);
        if (found != report.proactive_disclosure.end()) {
            add_figure(proactive, "cell", cell.key, found->second);
        }
    }
    auto applications = root.append_child("applications");
    for (const auto& [row, figures] : report.applications) {
        auto node = applications.append_child("row");
        set(node, "key", law::key(row));
        for (std::size_t i = 0; i < figures.size(); ++i) {
            add_figure(node, "cell", law::key(static_cast<law::ApplicantColumn>(i)), figures[i]);
        }
    }
    auto remedies = root.append_child("remedies");
    for (const auto& [group, figures] : report.remedies) {
        auto node = remedies.append_child("row");
        set(node, "key", law::key(group));
        for (std::size_t i = 0; i < figures.size(); ++i) {
            add_figure(node, "cell", law::key(static_cast<law::RemedyResult>(i)), figures[i]);
        }
    }
}

}  // namespace

std::string export_xml(const AnnualReport& report, const ExportContext& context) {
    pugi::xml_document xml;
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = xml.append_child("annual_report");
    root.append_attribute("xmlns") = "urn:gongkai:annual-report:1";
    set(root, "agency", context.agency_name);
    if (report.report_year) {
        root.append_attribute("report_year") = *report.report_year;
    }
    set(root, "format", report.format ? law::key(*report.format) : "none");
    root.append_child("title").text() = report.title.c_str();
    add_sections(root, report);
    add_tables(root, report);
    std::ostringstream out;
    xml.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace gk::report
