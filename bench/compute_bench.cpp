// Tables 三 and 四 computed from a million cases of six years, beside one count of the same rows by
// SQL in the same run.
//   bench_compute [FOLDER]      FOLDER lies on the disk to measure; default: here
#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "people/service.hpp"
#include "report/compute_store.hpp"
#include "store/migration.hpp"

namespace {

constexpr double seconds_max = 1;
constexpr int year = 2023;

template <typename Function>
double seconds_of(const Function& function) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// One case in fifty is still open.
constexpr std::string_view fill_sql =
    "INSERT INTO cases (agency_id, public_id, number_year, number_sequence, number, kind,"
    " applicant_kind, masked_name, title, document_number, description, answer_form, answer_route,"
    " accepts_other, notice_version, query_code_hash, version, state, channel, submitted_on,"
    " received_on, is_provisional, outcome, concluded_on, amount_collected_fen)"
    " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000),"
    " d (i, received) AS (SELECT i, date('2020-01-01', '+' || (i % 2190) || ' days') FROM n)"
    " SELECT 1, printf('%026d', i), 2020, i, 'n-' || i, 'disclosure',"
    " CASE i % 7 WHEN 0 THEN 'commercial_enterprise' WHEN 1 THEN 'other_organization'"
    "   ELSE 'natural_person' END,"
    " '张*', '某项目资金使用情况', '', '', 'paper', 'post', 0, '1', '', 9, 'closed', 'counter',"
    " received, received, 0,"
    " CASE WHEN i % 50 > 0 THEN CASE i % 3 WHEN 0 THEN 'granted' WHEN 1 THEN 'granted_in_part'"
    "   ELSE 'not_found' END END,"
    " CASE WHEN i % 50 > 0 THEN date(received, '+' || (i % 30) || ' days') END, 0 FROM d";

void fill(gk::store::Database& database) {
    database.write([](gk::store::Transaction& transaction) {
        transaction.execute(fill_sql);
        transaction.run_script("ANALYZE");
    });
}

void compute(gk::store::Database& database) {
    database.read([](gk::store::Snapshot& snapshot) {
        const auto counts = gk::application::count_cases(snapshot, {1}, year);
        const auto table = gk::report::application_table(counts, gk::law::ReportFormat::form_2021);
        const auto remedies =
            gk::report::count_remedies(snapshot, {1}, year, gk::report::RemedyScope::all_of_year);
        const auto& total = table.at(gk::law::ApplicationRow::outcomes_total);
        if (total.back().printed == "0" || !remedies.empty()) {
            throw gk::Fault("nothing was counted");
        }
    });
}

void count_rows(gk::store::Database& database) {
    database.read([](gk::store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT COUNT(*) FROM cases NOT INDEXED WHERE title <> ''");
        if (!row.next()) {
            throw gk::Fault("no rows");
        }
    });
}

}  // namespace

int main(int count, char** arguments) {
    const auto folder = std::filesystem::path(count > 1 ? arguments[1] : ".") / "compute_bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    double computing = 0;
    {
        const auto database =
            gk::store::Database::open({.address = (folder / "gongkai.db").string()});
        gk::people::NewAgency agency;
        agency.code = "xigebi";
        agency.name = agency.short_name = "某镇";
        if (!gk::store::migrate_up(*database, gk::Moment{1}) ||
            !gk::people::register_agency(*database, agency, gk::people::operator_named("bench"),
                                         gk::Moment{1})) {
            return 1;
        }
        fill(*database);
        compute(*database);
        computing = seconds_of([&] { compute(*database); });
        const double counting = seconds_of([&] { count_rows(*database); });
        fmt::print(
            "compute a report of 1,000,000 cases: {:.2f} s (at most {} s); {:.2f} times one"
            " count of the rows\n",
            computing, seconds_max, computing / counting);
    }
    std::filesystem::remove_all(folder);
    return computing <= seconds_max ? 0 : 1;
}
