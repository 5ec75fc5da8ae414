#include "report/check_json.hpp"

#include <algorithm>

#include <boost/json.hpp>

namespace gk::report {

namespace {

namespace json = boost::json;

using law::ReportFormat;

json::value number(const std::optional<Decimal>& value) {
    if (!value) {
        return nullptr;
    }
    if (value->is_whole()) {
        return value->whole();
    }
    return std::stod(value->text());
}

json::value number(const Figure* figure) {
    return figure == nullptr ? json::value(nullptr) : number(figure->value);
}

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

// "万元" as the golds call it.
json::value unit_key(std::string_view unit) {
    if (unit == "万元") {
        return "10k yuan";
    }
    if (unit == "亿元") {
        return "100m yuan";
    }
    return unit == "元" ? json::value("yuan") : json::value(nullptr);
}

class JsonWriter {
public:
    explicit JsonWriter(const AnnualReport& report) : report_(report) {}

    json::object proactive() {
        json::object table;
        const auto of_year =
            report_.report_year ? law::format_in_force(*report_.report_year) : std::nullopt;
        const auto format = report_.proactive_format.value_or(
            report_.format.value_or(of_year.value_or(ReportFormat::form_2021)));
        for (const auto& cell : law::proactive_cells(format)) {
            const auto found = report_.proactive_disclosure.find(cell.key);
            const auto* figure =
                found == report_.proactive_disclosure.end() ? nullptr : &found->second;
            mark(cell_name(cell), figure);
            const auto dot = cell.key.find('.');
            if (dot == cell.key.npos) {
                table[cell.key] = number(figure);
                continue;
            }
            auto& row = table[cell.key.substr(0, dot)];
            if (row.is_null()) {
                row.emplace_object();
            }
            row.as_object()[cell.key.substr(dot + 1)] = number(figure);
        }
        if (format == ReportFormat::trial_2019) {
            add_procurement_unit(table);
        }
        for (auto& [key, row] : table) {
            if (row.is_object() && !has_row(key)) {
                row = nullptr;
            }
        }
        return table;
    }

    json::object applications() {
        json::object table;
        for (const auto row : law::application_rows(ReportFormat::form_2021)) {
            add_application_row(table, row);
        }
        const bool has_one_row =
            !report_.applications.empty() &&
            (report_.applications.contains(law::ApplicationRow::otherwise_closed) ||
             report_.applications_format == ReportFormat::trial_2019);
        if (has_one_row) {
            add_application_row(table, law::ApplicationRow::otherwise_closed);
        }
        return table;
    }

    json::object remedies() {
        json::object table;
        for (const auto group : law::remedy_groups()) {
            const auto found = report_.remedies.find(group);
            const bool is_there = found != report_.remedies.end();
            json::array figures;
            for (const auto result : law::remedy_results()) {
                const auto* figure =
                    is_there ? &found->second[static_cast<std::size_t>(result)] : nullptr;
                mark(cell_name(group, result), figure);
                figures.push_back(number(figure));
            }
            table[law::key(group)] = is_there ? json::value(std::move(figures)) : nullptr;
        }
        return table;
    }

    [[nodiscard]] json::object marks() && { return std::move(marks_); }

private:
    void add_application_row(json::object& table, law::ApplicationRow row) {
        const auto found = report_.applications.find(row);
        const bool is_there = found != report_.applications.end();
        json::array figures;
        for (const auto column : law::applicant_columns()) {
            const auto* figure =
                is_there ? &found->second[static_cast<std::size_t>(column)] : nullptr;
            mark(cell_name(row, column), figure);
            figures.push_back(number(figure));
        }
        table[law::key(row)] = is_there ? json::value(std::move(figures)) : nullptr;
    }

    void add_procurement_unit(json::object& table) const {
        auto& row = table["central_procurement"].as_object();
        const auto found = report_.proactive_disclosure.find("central_procurement.amount");
        row["unit"] = unit_key(report_.procurement_unit);
        row["as_printed"] = found == report_.proactive_disclosure.end()
                                ? json::value(nullptr)
                                : json::value(found->second.printed);
    }

    [[nodiscard]] bool has_row(std::string_view key) const {
        return std::ranges::any_of(report_.proactive_disclosure, [&](const auto& entry) {
            return entry.first.starts_with(key) && entry.first.size() > key.size() &&
                   entry.first[key.size()] == '.';
        });
    }

    // A null is explained: what stands in the cell in place of a figure.
    void mark(const std::string& name, const Figure* figure) {
        if (figure == nullptr || !figure->value) {
            const auto printed = figure == nullptr ? Mark::absent : figure->mark;
            marks_[name] = key(printed == Mark::figure ? Mark::absent : printed);
        }
    }

    const AnnualReport& report_;
    json::object marks_;
};

json::object relations_of(const std::vector<Relation>& relations) {
    json::array hold;
    json::array fail;
    json::array not_assessable;
    for (const auto& relation : relations) {
        switch (relation.state) {
            case RelationState::holds:
                hold.emplace_back(relation.code);
                break;
            case RelationState::not_assessable:
                not_assessable.emplace_back(relation.code);
                break;
            case RelationState::fails: {
                json::object entry;
                entry["code"] = relation.code;
                entry["left"] = number(relation.left);
                entry["right"] = number(relation.right);
                entry["delta"] = relation.left && relation.right
                                     ? number(*relation.left - *relation.right)
                                     : json::value(nullptr);
                entry["cells"] = json::array(relation.cells.begin(), relation.cells.end());
                entry["place"] = relation.place;
                entry["text"] = relation.text;
                entry["severity"] = relation.severity == Severity::error ? "error" : "warning";
                entry["hint"] = relation.hint;
                fail.push_back(std::move(entry));
                break;
            }
        }
    }
    json::object result;
    result["hold"] = std::move(hold);
    result["fail"] = std::move(fail);
    result["not_assessable"] = std::move(not_assessable);
    return result;
}

json::array remarks_of(const std::vector<Remark>& first, const std::vector<Remark>& second) {
    json::array remarks;
    for (const auto* list : {&first, &second}) {
        for (const auto& remark : *list) {
            remarks.push_back(json::object(
                {{"code", remark.code}, {"text", remark.text}, {"place", remark.place}}));
        }
    }
    return remarks;
}

}  // namespace

std::string to_check_json(std::string_view file, const Reading& reading,
                          const CheckResult& result) {
    const auto& report = reading.report;
    JsonWriter writer(report);
    json::object object;
    object["file"] = file;
    object["status"] = key(reading.status);
    object["agency"] = text_or_null(report.agency);
    object["report_year"] =
        report.report_year ? json::value(*report.report_year) : json::value(nullptr);
    object["format"] = report.format ? json::value(law::key(*report.format)) : json::value(nullptr);
    object["truncated"] = report.is_truncated;
    object["proactive_disclosure"] = writer.proactive();
    object["applications"] = writer.applications();
    object["remedies"] = writer.remedies();
    object["relations"] = relations_of(result.relations);
    object["more_relations"] = relations_of(result.more_relations);
    object["marks"] = std::move(writer).marks();
    object["remarks"] = remarks_of(reading.remarks, result.remarks);
    return json::serialize(object);
}

std::string to_unreadable_json(std::string_view file, const Error& error) {
    json::array problems;
    for (const auto& problem : error.problems()) {
        problems.push_back(json::object(
            {{"code", problem.code}, {"message", problem.message}, {"hint", problem.hint}}));
    }
    json::object object;
    object["file"] = file;
    object["status"] = "unreadable";
    object["problems"] = std::move(problems);
    return json::serialize(object);
}

}  // namespace gk::report
