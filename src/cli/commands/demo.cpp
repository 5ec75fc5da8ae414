// demo: loads the demonstration town with its real annual report, and a year of fictional cases
// with the people who handle them, through the same verbs as any other agency, report and case.
#include <ostream>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/resource.hpp"
#include "calendar/live_calendar_service.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/demo/demo_paths.hpp"
#include "cli/demo/demo_people.hpp"
#include "cli/print_error.hpp"
#include "document/file_store.hpp"
#include "letter/service.hpp"
#include "people/key_ring.hpp"
#include "people/password_hasher.hpp"
#include "people/service.hpp"
#include "remedy/case_link_service.hpp"
#include "report/compute_service.hpp"
#include "report/import_file.hpp"

namespace gk {

extern const EmbeddedFile gk_cli_files[];

}  // namespace gk

namespace gk::cli {

namespace {

constexpr std::string_view report_file = "cli/demo/xigebi-2023.txt";
constexpr int report_year = 2023;
constexpr int year_of_cases = 2025;
constexpr std::string_view without_year_option = "--without-year";

// 西戈壁镇 with the town-level units that its report speaks of, and the city it belongs to.
std::vector<people::NewAgency> demo_agencies() {
    return {{.code = "shawan",
             .name = "沙湾市人民政府",
             .short_name = "沙湾市",
             .level = law::AgencyLevel::county,
             .parent_code = std::nullopt,
             .valid_from = std::nullopt,
             .valid_to = std::nullopt,
             .units = {}},
            {.code = "xigebi",
             .name = "沙湾市西戈壁镇人民政府",
             .short_name = "西戈壁镇",
             .level = law::AgencyLevel::township,
             .parent_code = "shawan",
             .valid_from = std::nullopt,
             .valid_to = std::nullopt,
             .units = {{"office", "党政办公室", people::UnitKind::disclosure_office},
                       {"economy", "经济发展办公室", people::UnitKind::internal_unit},
                       {"society", "社会事务办公室", people::UnitKind::internal_unit},
                       {"enforcement", "综合执法办公室", people::UnitKind::internal_unit}}}};
}

// Whether it was this call that made it.
Result<bool> load_agency(store::Database& database, const people::NewAgency& given,
                         const people::Actor& actor, Moment now) {
    if (people::find_agency(database, given.code).has_value()) {
        return false;
    }
    GK_TRY(const auto agency, people::register_agency(database, given, actor, now));
    return !agency.code.empty();
}

Result<bool> load_report(store::Database& database, const people::Actor& actor, Moment now) {
    const report::ReportReference reference{"xigebi", report_year};
    if (report::find_report(database, reference, actor).has_value()) {
        return false;
    }
    const auto bytes = ResourceTable(gk_cli_files).find(report_file);
    GK_ASSERT(bytes.has_value());
    GK_TRY(const auto read, report::read_for_import(*bytes, report_file));
    GK_TRY(const auto stored, report::import_report(database, reference, read.file,
                                                    report::AfterImport::publish, actor, now));
    return stored.published_at.has_value();
}

Result<people::KeyRing> ring_in(const std::filesystem::path& keys) {
    auto ring = people::load_key_ring(keys);
    return ring ? ring : people::create_key_ring(keys);
}

bool has_cases(store::Database& database) {
    return database.read([](store::Snapshot& snapshot) {
        return snapshot.query("SELECT 1 FROM cases LIMIT 1").next();
    });
}

// Performs the year; nothing where there are cases already.
Result<int> perform_year(const application::Desk& cases, const people::Actor& actor, Date today) {
    if (has_cases(cases.database)) {
        return 0;
    }
    GK_TRY(const auto cast, demo::cast_of(cases.database, actor, today));
    const remedy::CaseLink link(cases);
    const remedy::Desk remedies{cases.database, cases.ring, cases.calendar, link};
    demo::Play play(cases, remedies, cast);
    const auto slots = demo::play_year(play);
    demo::play_remedies(play, slots);
    demo::play_today(play, today);
    return play.run(today);
}

Result<void> compute_years(const report::ComputeDesk& desk, const people::Actor& actor,
                           Moment now) {
    for (const int year : {year_of_cases - 1, year_of_cases}) {
        GK_TRY(const auto computed,
               report::compute_report(desk, {"xigebi", year}, report::RemedyScope::all_of_year,
                                      actor, now));
        GK_ASSERT(!computed.stored.check.has_error());
    }
    return {};
}

Result<void> load_accounts(Context& context, std::ostream& out) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    // Their password is known to everyone: hashing it needs not be dear.
    people::PasswordHasher hasher({.memory_bytes = std::size_t{1024} * 1024, .passes = 1});
    return demo::load_people({.database = *database, .hasher = hasher, .keys = keys},
                             people::operator_named(context.actor()), context.clock().now(), out);
}

Result<void> load_year(Context& context, std::ostream& out) {
    const people::Actor actor = people::operator_named(context.actor());
    const auto now = context.clock().now();
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, ring_in(keys));
    GK_TRY(const auto calendar, calendar::load_with(*database, std::nullopt));
    GK_TRY(const auto* config, context.config());
    const document::FileStore files(document::files_folder(config->values.data.folder), ring);
    const letter::LetterTools letters{
        .files = files, .ring = ring, .fonts = {config->values.fonts.folder.string()}};
    application::Desk desk{*database, ring, calendar};
    desk.letters = &letters;
    GK_TRY(const int count, perform_year(desk, actor, now.date()));
    if (count > 0) {
        GK_CHECK(compute_years({.database = *database, .calendar = calendar}, actor, now));
    }
    out << fmt::format("{}：{}年的申请、复议和诉讼，以及由它们计算的年度报告草稿\n",
                       count > 0 ? "已建立" : "已经有", year_of_cases);
    return {};
}

Result<void> load_demo(Context& context, std::ostream& out) {
    const people::Actor actor = people::operator_named(context.actor());
    GK_TRY(auto* database, context.database());
    const auto say = [&](bool is_new, std::string_view what) {
        out << fmt::format("{}：{}\n", is_new ? "已建立" : "已经有", what);
    };
    for (const auto& agency : demo_agencies()) {
        GK_TRY(const bool is_new, load_agency(*database, agency, actor, context.clock().now()));
        say(is_new, fmt::format("{}（{}）", agency.name, agency.code));
    }
    GK_TRY(const bool is_new, load_report(*database, actor, context.clock().now()));
    say(is_new, fmt::format("{}年政府信息公开工作年度报告，已公开", report_year));
    return load_accounts(context, out);
}

Exit run_demo(const Arguments& arguments, Context& context, Streams& streams) {
    auto loaded = load_demo(context, streams.out);
    if (loaded && !arguments.has(without_year_option)) {
        loaded = load_year(context, streams.out);
    }
    return loaded ? Exit::ok : fail(loaded.error(), streams);
}

constexpr Option options[] = {
    {.name = without_year_option,
     .takes = Takes::nothing,
     .value_name = {},
     .help = "只载入机关、2023年的年度报告和演示账号。"},
};

constexpr Command rows[] = {
    {.name = "demo",
     .summary = "载入演示用的镇、它的年度报告和一年的办件",
     .description =
         "载入沙湾市西戈壁镇和它2023年的年度报告，建立各角色的演示账号，并演一年的申请、复议和"
         "诉讼：经过每一种办理结果和期限事件，文书拟稿、审核、签发、送达，年末有未办结的，另有今天"
         "在办的"
         "若干件，再由案件计算年度报告草稿。申请和人物都是虚构的。可以重复运行；不要在正式的数据上"
         "使用。",
     .positionals = {},
     .options = options,
     .permission = people::Permission::operate,
     .run = run_demo},
};

}  // namespace

std::span<const Command> demo_commands() {
    return rows;
}

}  // namespace gk::cli
