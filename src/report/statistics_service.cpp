#include "report/statistics_service.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "application/errors.hpp"
#include "application/task_count_store.hpp"
#include "base/assert.hpp"
#include "report/compute_store.hpp"
#include "report/errors.hpp"

namespace gk::report {

namespace {

using application::CaseFilter;
using application::Counted;
using application::Period;
using law::ApplicationRow;

constexpr int years_max = 10;
constexpr auto form = law::ReportFormat::form_2021;

using Counts = std::map<std::string, std::int64_t>;

std::int64_t count_in(const Counts& counts, std::string_view key) {
    const auto found = counts.find(std::string(key));
    return found == counts.end() ? 0 : found->second;
}

// "2026-03"
std::string month_of(Date date) {
    return fmt::format("{}-{:02}", date.year(), date.month());
}

Date last_of_month(Date first) {
    return first.month() == 12 ? Date(first.year(), 12, 31)
                               : Date(first.year(), first.month() + 1, 1).plus_days(-1);
}

// The shortest time within which half of the cases were answered.
std::optional<int> median(const std::map<int, std::int64_t>& cases_by_days) {
    std::int64_t all = 0;
    for (const auto& [days, count] : cases_by_days) {
        all += count;
    }
    std::int64_t seen = 0;
    for (const auto& [days, count] : cases_by_days) {
        seen += count;
        if (2 * seen >= all) {
            return days;
        }
    }
    return std::nullopt;
}

// Counts in one snapshot: a fixed number of queries, however many agencies and months.
class Counting {
public:
    Counting(store::Snapshot& snapshot, const application::Desk& desk, const StatisticsQuery& query,
             Date today)
        : snapshot_(snapshot),
          query_(query),
          settings_(notify::load_all_settings(snapshot)),
          light_{desk.calendar, settings_, today},
          counts_(application::count_cases(snapshot, query.agencies, query.period)) {}

    [[nodiscard]] CaseStatistics run() {
        const auto& period = query_.period;
        return {
            .period = period,
            .totals = totals(),
            .states = by(received(), "state", application::case_states(),
                         [](CaseFilter& filter, auto state) { filter.states = {state}; }),
            .outcomes = outcomes(),
            .applicant_kinds = applicant_kinds(),
            .channels = by(received(), "channel", law::channels(),
                           [](CaseFilter& filter, auto channel) { filter.channels = {channel}; }),
            .timeliness = by(concluded(), "timeliness", application::timeliness_values(),
                             [](CaseFilter& filter, auto value) { filter.timeliness = value; }),
            .median_working_days = median_working_days(),
            .fees_notified = fees_notified(),
            .fees_paid = fees_paid(),
            .months = months(),
            .agencies = agencies(),
            .units = units(),
            .remedies =
                count_remedies(snapshot_, query_.agencies, period, RemedyScope::all_of_year)};
    }

private:
    [[nodiscard]] CaseFilter all() const {
        return {.agencies = query_.agencies, .kinds = {application::CaseKind::disclosure}};
    }

    [[nodiscard]] CaseFilter received() const {
        auto filter = all();
        filter.received_from = query_.period.first;
        filter.received_to = query_.period.last;
        return filter;
    }

    [[nodiscard]] CaseFilter concluded() const {
        auto filter = all();
        filter.counted_from = query_.period.first;
        filter.counted_to = query_.period.last;
        filter.received_to = query_.period.last;
        return filter;
    }

    [[nodiscard]] CaseFilter open_on(Date day) const {
        auto filter = all();
        filter.open_on = day;
        return filter;
    }

    [[nodiscard]] CaseFilter filter_of(Counted counted) const {
        switch (counted) {
            case Counted::newly_received:
                return received();
            case Counted::carried_in:
                return open_on(query_.period.first.plus_days(-1));
            case Counted::concluded:
                return concluded();
            case Counted::carried_out:
                break;
        }
        return open_on(query_.period.last);
    }

    [[nodiscard]] store::ListQuery cases(const CaseFilter& filter) const {
        store::ListQuery query("", "cases");
        application::add_conditions(query, filter, light_);
        return query;
    }

    [[nodiscard]] Counts groups(const CaseFilter& filter, std::string_view column) {
        Counts counts;
        auto row = cases(filter).groups(snapshot_, column);
        while (row.next()) {
            counts[row.get<std::optional<std::string>>(0).value_or("")] = row.get<std::int64_t>(1);
        }
        return counts;
    }

    template <typename Value, typename Narrow>
    [[nodiscard]] std::vector<Statistic> by(const CaseFilter& filter, std::string_view column,
                                            std::span<const Value> values, const Narrow& narrow) {
        const auto counts = groups(filter, column);
        std::vector<Statistic> statistics;
        for (const auto value : values) {
            auto narrowed = filter;
            narrow(narrowed, value);
            statistics.push_back({.key = std::string(key(value)),
                                  .label = std::string(label(value)),
                                  .count = count_in(counts, key(value)),
                                  .filter = std::move(narrowed)});
        }
        return statistics;
    }

    [[nodiscard]] std::vector<Statistic> totals() {
        std::vector<Statistic> statistics;
        for (const auto counted : {Counted::carried_in, Counted::newly_received, Counted::concluded,
                                   Counted::carried_out}) {
            Statistic each{.key = std::string(key(counted)),
                           .label = std::string(period_label(counted)),
                           .filter = filter_of(counted)};
            for (const auto& count : counts_) {
                each.count += count.counted == counted ? count.count : 0;
            }
            statistics.push_back(std::move(each));
        }
        auto overdue = all();
        overdue.urgency = notify::Urgency::overdue;
        statistics.push_back(counted_by("overdue", "目前逾期未答复", std::move(overdue)));
        auto amendments = received();
        amendments.kinds = {application::CaseKind::record_amendment};
        statistics.push_back(
            counted_by("record_amendment", "更正本人记录申请", std::move(amendments)));
        return statistics;
    }

    static std::string_view period_label(Counted counted) {
        switch (counted) {
            case Counted::newly_received:
                return "期内收到";
            case Counted::carried_in:
                return "期初未办结";
            case Counted::concluded:
                return "期内办结";
            case Counted::carried_out:
                break;
        }
        return "期末未办结";
    }

    [[nodiscard]] Statistic counted_by(std::string key, std::string label, CaseFilter filter) {
        const auto count = cases(filter).count(snapshot_);
        return {std::move(key), std::move(label), count, std::move(filter)};
    }

    [[nodiscard]] std::vector<Statistic> outcomes() const {
        std::map<ApplicationRow, std::int64_t> sums;
        for (const auto& each : counts_) {
            if (each.counted == Counted::concluded) {
                sums[rows_of(each, form).front()] += each.count;
            }
        }
        std::vector<Statistic> statistics;
        for (const auto row : law::outcome_rows(form)) {
            auto filter = concluded();
            filter.counted_row = row;
            statistics.push_back(
                {.key = std::string(law::key(row)),
                 .label = std::string(law::group_label(row)) + std::string(law::label(row)),
                 .count = sums[row],
                 .filter = std::move(filter)});
        }
        return statistics;
    }

    [[nodiscard]] std::vector<Statistic> applicant_kinds() const {
        std::map<application::ApplicantKind, std::int64_t> sums;
        for (const auto& each : counts_) {
            sums[each.applicant_kind] += each.counted == Counted::newly_received ? each.count : 0;
        }
        std::vector<Statistic> statistics;
        for (const auto kind : application::applicant_kinds()) {
            auto filter = received();
            filter.applicant_kinds = {kind};
            statistics.push_back({.key = std::string(key(kind)),
                                  .label = std::string(label(kind)),
                                  .count = sums[kind],
                                  .filter = std::move(filter)});
        }
        return statistics;
    }

    [[nodiscard]] std::optional<int> median_working_days() {
        auto query = cases(concluded());
        query.where("answer_working_days IS NOT NULL");
        std::map<int, std::int64_t> by_days;
        auto row = query.groups(snapshot_, "answer_working_days");
        while (row.next()) {
            by_days[row.get<int>(0)] = row.get<std::int64_t>(1);
        }
        return median(by_days);
    }

    [[nodiscard]] FeeStatistic fees_notified() {
        const auto fees = application::notified_fees(snapshot_, query_.agencies, query_.period);
        CaseFilter filter{.agencies = query_.agencies};
        filter.fee_notified_from = query_.period.first;
        filter.fee_notified_to = query_.period.last;
        return {{"fees_notified", "已通知缴费", fees.case_count, std::move(filter)},
                fees.amount_fen};
    }

    [[nodiscard]] FeeStatistic fees_paid() {
        const auto fees = application::collected_fees(snapshot_, query_.agencies, query_.period);
        CaseFilter filter{.agencies = query_.agencies};
        filter.paid_from = query_.period.first;
        filter.paid_to = query_.period.last;
        return {{"fees_paid", "已缴费", fees.case_count, std::move(filter)}, fees.amount_fen};
    }

    [[nodiscard]] std::vector<MonthStatistic> months() {
        const auto received_in = groups(received(), "substr(received_on, 1, 7)");
        const auto concluded_in = groups(concluded(), "substr(concluded_on, 1, 7)");
        const auto& period = query_.period;
        std::vector<MonthStatistic> statistics;
        for (auto first = period.first; first <= period.last; first = last_of_month(first).next()) {
            const auto last = std::min(last_of_month(first), period.last);
            const auto month = month_of(first);
            auto came = received();
            came.received_from = first;
            came.received_to = last;
            auto went = concluded();
            went.counted_from = first;
            went.counted_to = last;
            statistics.push_back(
                {.month = month,
                 .received = {"received", "收到", count_in(received_in, month), std::move(came)},
                 .concluded = {"concluded", "办结", count_in(concluded_in, month),
                               std::move(went)}});
        }
        return statistics;
    }

    // What of an agency is counted so.
    [[nodiscard]] Statistic of(Id<people::Agency> agency, Counted counted) const {
        Statistic each{.key = std::string(key(counted)),
                       .label = std::string(period_label(counted)),
                       .filter = filter_of(counted)};
        each.filter.agencies = {agency};
        for (const auto& count : counts_) {
            each.count += count.agency == agency && count.counted == counted ? count.count : 0;
        }
        return each;
    }

    [[nodiscard]] std::vector<AgencyStatistic> agencies() {
        auto late = concluded();
        late.timeliness = application::Timeliness::overdue;
        std::map<Id<people::Agency>, std::int64_t> overdue;
        auto row = cases(late).groups(snapshot_, "agency_id");
        while (row.next()) {
            overdue[row.get<Id<people::Agency>>(0)] = row.get<std::int64_t>(1);
        }
        std::vector<AgencyStatistic> statistics;
        for (const auto agency : query_.agencies) {
            late.agencies = {agency};
            statistics.push_back({.agency = agency,
                                  .received = of(agency, Counted::newly_received),
                                  .concluded = of(agency, Counted::concluded),
                                  .open = of(agency, Counted::carried_out),
                                  .overdue = {"overdue", "逾期答复", overdue[agency], late}});
        }
        return statistics;
    }

    [[nodiscard]] std::vector<UnitStatistic> units() {
        std::vector<UnitStatistic> statistics;
        for (auto& tasks :
             application::count_tasks(snapshot_, query_.agencies, query_.period, light_.today)) {
            CaseFilter filter{.agencies = {tasks.agency}};
            filter.unit = tasks.unit;
            filter.task_given_from = query_.period.first;
            filter.task_given_to = query_.period.last;
            UnitStatistic unit{.agency = tasks.agency,
                               .unit = tasks.unit,
                               .given = {"given", "交办", 0, filter},
                               .states = {},
                               .overdue_count = tasks.overdue_count};
            for (const auto state : application::task_states()) {
                filter.task_state = state;
                const auto count = tasks.by_state[state];
                unit.given.count += count;
                unit.states.push_back(
                    {std::string(key(state)), std::string(label(state)), count, filter});
            }
            statistics.push_back(std::move(unit));
        }
        return statistics;
    }

    store::Snapshot& snapshot_;
    const StatisticsQuery& query_;
    notify::AllSettings settings_;
    application::LightContext light_;
    std::vector<application::CaseCount> counts_;
};

Result<void> check_period(const Period& period) {
    if (period.last < period.first) {
        return error(period_reversed, period.first.iso(), period.last.iso()).at("to");
    }
    if (period.last.year() - period.first.year() > years_max) {
        return error(period_too_long, years_max).at("from");
    }
    return {};
}

}  // namespace

Result<CaseStatistics> count_applications(const application::Desk& desk,
                                          const StatisticsQuery& query, const people::Actor& actor,
                                          Date today) {
    using people::Permission;
    GK_CHECK(check_period(query.period));
    for (const auto agency : query.agencies) {
        if (!actor.may(Permission::case_count, agency)) {
            return error(application::not_permitted, "统计申请",
                         people::label(Permission::case_count));
        }
    }
    return desk.database.read(
        [&](store::Snapshot& snapshot) { return Counting(snapshot, desk, query, today).run(); });
}

}  // namespace gk::report
