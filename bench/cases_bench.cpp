// Applications: from the submission to the acknowledgement that is safe on disk, beside bare SQLite
// commits of one row with synchronous=FULL in the same run; a list of 100,000 cases by every filter
// and order. Answers 1 where a submission has less than half the rate of the bare commits, or a
// list takes longer than 50 ms.
//   bench_cases [FOLDER]      FOLDER lies on the disk to measure; default: here
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "application/list_service.hpp"
#include "application/service.hpp"
#include "calendar/load.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"

namespace {

using gk::application::CaseFilter;

constexpr int rounds = 5;
constexpr int writes_per_round = 400;
constexpr double ratio_min = 0.5;
constexpr double list_ms_max = 50;
constexpr int list_rounds = 5;

const gk::Date today(2026, 3, 10);

template <typename Function>
double seconds_of(const Function& function) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// Set as the store sets it; each row is a commit of its own.
class Bare {
public:
    explicit Bare(const std::string& path) {
        sqlite3_open(path.c_str(), &handle_);
        sqlite3_exec(handle_,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "CREATE TABLE entries (number INTEGER PRIMARY KEY, filling text)",
                     nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(handle_, "INSERT INTO entries (filling) VALUES (?)", -1, &insert_,
                           nullptr);
    }

    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    ~Bare() {
        sqlite3_finalize(insert_);
        sqlite3_close(handle_);
    }

    void write() {
        const std::string filling(200, 'x');
        for (int i = 0; i < writes_per_round; ++i) {
            sqlite3_bind_text(insert_, 1, filling.data(), static_cast<int>(filling.size()),
                              SQLITE_STATIC);
            if (sqlite3_step(insert_) != SQLITE_DONE) {
                throw gk::Fault(sqlite3_errmsg(handle_));
            }
            sqlite3_reset(insert_);
        }
    }

private:
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

class Office {
public:
    explicit Office(const std::filesystem::path& folder)
        : database_(gk::store::Database::open({.address = (folder / "gongkai.db").string()})) {
        gk::people::NewAgency agency;
        agency.code = "xigebi";
        agency.name = "某镇人民政府";
        agency.short_name = "某镇";
        if (!gk::store::migrate_up(*database_, gk::Moment{1}) ||
            !gk::people::register_agency(*database_, agency, gk::people::operator_named("bench"),
                                         gk::Moment{1})) {
            throw gk::Fault("no agency");
        }
    }

    [[nodiscard]] gk::application::Desk desk() { return {*database_, ring_, calendar_}; }

    // By so many at once. The code is that of the form, made before.
    void submit(int threads) {
        std::vector<std::jthread> submitting;
        for (int thread = 0; thread < threads; ++thread) {
            submitting.emplace_back([&, thread] {
                for (int i = 0; i < writes_per_round / threads; ++i) {
                    submit_one(fmt::format("form-{}-{}-{}", round_, thread, i));
                }
            });
        }
        submitting.clear();
        ++round_;
    }

    // One case in fifty is open.
    void fill() {
        database_->write([](gk::store::Transaction& transaction) {
            transaction.execute("DELETE FROM case_applicants");
            transaction.execute("DELETE FROM case_events");
            transaction.execute("DELETE FROM tasks");
            transaction.execute("DELETE FROM cases");
            transaction.execute(fill_sql);
            transaction.run_script("ANALYZE");
        });
    }

private:
    static constexpr std::string_view fill_sql =
        "INSERT INTO cases (agency_id, public_id, number_year, number_sequence, number, kind,"
        " applicant_kind, masked_name, title, document_number, description, answer_form,"
        " answer_route, accepts_other, notice_version, query_code_hash, version, state, channel,"
        " submitted_on, received_on, reply_due_on, is_provisional, latest_outcome,"
        " latest_concluded_on, amount_collected_fen)"
        " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000),"
        " d (i, received) AS (SELECT i, date('2020-01-01', '+' || (i * 7 % 2260) || ' days')"
        "   FROM n)"
        " SELECT 1, printf('%026d', i), 2020, i, 'xigebi-2020-' || i,"
        " CASE i % 50 WHEN 0 THEN 'record_amendment' ELSE 'disclosure' END,"
        " CASE i % 7 WHEN 0 THEN 'commercial_enterprise' ELSE 'natural_person' END, '张*',"
        " '关于' || (i % 977) || '号项目财政资金使用情况和验收报告的信息', '',"
        " '申请公开' || i || '号地块征收补偿方案、听证笔录、批复文件以及资金拨付凭证', 'paper',"
        " 'post', 0, '1', '', 9, CASE i % 50 WHEN 1 THEN 'in_progress' ELSE 'closed' END,"
        " CASE i % 5 WHEN 0 THEN 'internet' ELSE 'counter' END, received, received,"
        " date(received, '+28 days'), 0,"
        " CASE WHEN i % 50 <> 1 THEN CASE i % 3 WHEN 0 THEN 'granted' ELSE 'not_found' END END,"
        " CASE WHEN i % 50 <> 1 THEN date(received, '+' || (i % 30) || ' days') END, 0 FROM d";

    void submit_one(const std::string& submission_key) {
        const gk::application::NewApplication given{
            .agency_code = "xigebi",
            .applicant = {.name = "申请人甲",
                          .identity_number = "11010519491231002X",
                          .contact = {.phone = "13800138000", .address = "某某路1号"}},
            .wanted = {.title = "2025年镇级财政预算"},
            .notice_version = "1"};
        const auto receipt = gk::application::submit_application(
            desk(), given, code_, submission_key, gk::FixedClock(today).now());
        if (!receipt) {
            throw gk::Fault(receipt.error().first().message);
        }
    }

    std::unique_ptr<gk::store::Database> database_;
    gk::people::KeyRing ring_ = gk::people::new_key_ring();
    gk::law::WorkingCalendar calendar_ = *gk::calendar::load(std::nullopt);
    gk::application::QueryCode code_ = gk::application::new_query_code();
    int round_ = 0;
};

struct Row {
    std::string name;
    std::function<void()> write;
    std::vector<double> rates = {};
};

bool measure_submission(const std::filesystem::path& folder, Office& office) {
    Bare bare(folder / "bare.db");
    std::vector<Row> rows = {{"bare SQLite, each row its own commit", [&] { bare.write(); }},
                             {"applications, one at a time", [&] { office.submit(1); }},
                             {"applications, 8 at once", [&] { office.submit(8); }},
                             {"applications, 40 at once", [&] { office.submit(40); }}};
    // In turns, so that a slow moment of the disk meets them all.
    for (int round = 0; round < rounds; ++round) {
        for (auto& row : rows) {
            row.rates.push_back(writes_per_round / seconds_of(row.write));
        }
    }
    const auto reference = median(rows.front().rates);
    double best = 0;
    fmt::print("{:<40} {:>12} {:>8}\n", "acknowledged", "per second", "ratio");
    for (const auto& row : rows) {
        const auto rate = median(row.rates);
        fmt::print("{:<40} {:>12.0f} {:>8.2f}\n", row.name, rate, rate / reference);
        best = row.name == rows.front().name ? best : std::max(best, rate / reference);
    }
    return best >= ratio_min;
}

struct Asked {
    std::string_view name;
    CaseFilter filter;
    std::string sort = {};
};

bool measure_lists(Office& office) {
    using namespace gk::application;
    using gk::law::Channel;
    using gk::law::Outcome;
    const std::vector<gk::Id<gk::people::Agency>> own = {{1}};
    const gk::Date first(2023, 1, 1);
    const gk::Date last(2023, 6, 30);
    const Asked all[] = {
        {"all, by due date", {.agencies = own}},
        {"by number", {.agencies = own}, "number"},
        {"by receipt", {.agencies = own}, "received_on"},
        {"by conclusion", {.agencies = own}, "concluded_on"},
        {"state", {.agencies = own, .states = {CaseState::in_progress}}},
        {"state, many", {.agencies = own, .states = {CaseState::closed}}},
        {"kind", {.agencies = own, .kinds = {CaseKind::record_amendment}}},
        {"applicant", {.agencies = own, .applicant_kinds = {ApplicantKind::commercial_enterprise}}},
        {"channel", {.agencies = own, .channels = {Channel::internet}}},
        {"outcome", {.agencies = own, .outcomes = {Outcome::granted}}},
        {"overdue", {.agencies = own, .urgency = gk::notify::Urgency::overdue}},
        {"due soon", {.agencies = own, .urgency = gk::notify::Urgency::due_soon}},
        {"in time", {.agencies = own, .urgency = gk::notify::Urgency::in_time}},
        {"received in half a year", {.agencies = own, .received_from = first, .received_to = last}},
        {"concluded in half a year",
         {.agencies = own, .concluded_from = first, .concluded_to = last}},
        {"three at once, by number",
         {.agencies = own,
          .applicant_kinds = {ApplicantKind::commercial_enterprise},
          .channels = {Channel::internet},
          .outcomes = {Outcome::granted}},
         "number"},
        {"a part of a text", {.agencies = own, .text = "99号地块"}},
        {"a part of a text that is there once", {.agencies = own, .text = "开77777号"}},
        {"a text that is not there", {.agencies = own, .text = "拆迁"}},
    };
    bool is_fast = true;
    fmt::print("{:<40} {:>12} {:>8}\n", "list of 100,000 cases", "found", "ms");
    for (const auto& [name, filter, sort] : all) {
        std::vector<double> times;
        std::int64_t total = 0;
        for (int round = 0; round < list_rounds; ++round) {
            times.push_back(seconds_of([&] {
                total =
                    list_cases(office.desk(), filter,
                               {.limit = 20, .sort = sort, .direction = gk::Direction::ascending},
                               today)
                        .total;
            }));
        }
        const auto milliseconds = median(times) * 1000;
        is_fast = is_fast && milliseconds <= list_ms_max;
        fmt::print("{:<40} {:>12} {:>8.1f}\n", name, total, milliseconds);
    }
    return is_fast;
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = std::filesystem::path(argc > 1 ? argv[1] : ".") / "bench_cases_files";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    bool is_good = false;
    {
        Office office(folder);
        is_good = measure_submission(folder, office);
        office.fill();
        is_good = measure_lists(office) && is_good;
    }
    std::filesystem::remove_all(folder);
    return is_good ? 0 : 1;
}
