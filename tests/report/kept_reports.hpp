// Reports that are kept, on both databases: an agency or two and what the tests of the verbs share.
#pragma once

#include <gtest/gtest.h>

#include "people/service.hpp"
#include "report/sample_report.hpp"
#include "report/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::report {

inline const people::Actor operating = people::operator_named("cli:root");
inline constexpr Moment now{1706000000000};  // 2024-01-23

inline ImportedFile file(AnnualReport report, std::string name = "report.docx") {
    return {.name = std::move(name),
            .sha256 = std::string(64, 'a'),
            .text = "年度报告全文",
            .report = std::move(report)};
}

class Reports : public test::OnBothDatabases {
protected:
    Reports() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        add_agency("xigebi", "沙湾市西戈壁镇人民政府");
        add_agency("bali", "沙湾市另一镇人民政府");
    }

    void add_agency(const std::string& code, const std::string& name) {
        EXPECT_TRUE(people::register_agency(database(),
                                            {.code = code,
                                             .name = name,
                                             .short_name = name,
                                             .level = law::AgencyLevel::township,
                                             .parent_code = std::nullopt,
                                             .valid_from = std::nullopt,
                                             .valid_to = std::nullopt,
                                             .units = {{"finance", "财政所"}}},
                                            operating, now)
                        .has_value());
    }

    Result<StoredReport> import(const AnnualReport& report,
                                AfterImport after = AfterImport::keep_draft) {
        return import_report(database(), {"xigebi", *report.report_year}, file(report), after,
                             operating, now, reason_);
    }

    StoredReport found(int year = 2023) {
        auto stored = find_report(database(), {"xigebi", year}, operating);
        EXPECT_TRUE(stored.has_value());
        return *std::move(stored);
    }

    static std::string code_of(const Error& error) { return error.first().code; }

    const ReportReference reference_{"xigebi", 2023};
    // The figures of the sample reports do not agree.
    const std::string reason_ = "经核对，原件如此";
};

inline AnnualReport form_2021() {
    return sample_report(law::ReportFormat::form_2021);
}

}  // namespace gk::report
