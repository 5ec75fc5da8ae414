// kill -9 while a thousand applications come in: nothing that was acknowledged is lost, and who
// submits again makes nothing twice.
#include <array>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "application/sample_case.hpp"
#include "application/service.hpp"
#include "audit/service.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::application {
namespace {

constexpr int application_count = 1000;
constexpr int killed_after = 250;
constexpr int submitters = 4;
const Moment now = test::noon(Date(2026, 3, 2));

class SubmissionCrash : public testing::TestWithParam<store::Dialect> {
protected:
    SubmissionCrash() {
        const auto database = throwaway_.open();
        EXPECT_TRUE(store::migrate_up(*database, Moment{1}).has_value());
        people::NewAgency agency;
        agency.code = "xigebi";
        agency.name = "某某镇人民政府";
        agency.short_name = "某某镇";
        EXPECT_TRUE(
            people::register_agency(*database, agency, people::operator_named("cli:root"), now)
                .has_value());
    }

    void submit(store::Database& database, int number) const {
        const auto receipt = submit_application(
            {database, ring_, test::sample_calendar()},
            {.agency_code = "xigebi",
             .applicant = {.name = "申请人甲",
                           .identity_number = "11010519491231002X",
                           .contact = {.phone = "13800138000", .address = "某某路1号"}},
             .wanted = {.title = "第" + std::to_string(number) + "件"}},
            {.text = "7K3QA9M0ZT5BX", .hash = "kept elsewhere"}, "form-" + std::to_string(number),
            now);
        GK_ASSERT(receipt.has_value());
    }

    // In the child: tells the number of each application once it is acknowledged.
    [[noreturn]] void submit_all(int acknowledged) const {
        const auto database = throwaway_.open();
        std::vector<std::jthread> threads;
        for (int first = 0; first < submitters; ++first) {
            threads.emplace_back([&, first] {
                for (int number = first; number < application_count; number += submitters) {
                    submit(*database, number);
                    static_cast<void>(write(acknowledged, &number, sizeof number));
                }
            });
        }
        threads.clear();
        _exit(0);
    }

    static std::set<std::string> keys(store::Database& database) {
        return database.read([](store::Snapshot& snapshot) {
            std::set<std::string> all;
            auto row = snapshot.query("SELECT submission_key FROM cases");
            while (row.next()) {
                EXPECT_TRUE(all.insert(row.get<std::string>(0)).second);
            }
            return all;
        });
    }

    test::ThrowawayDatabase throwaway_{GetParam()};
    people::KeyRing ring_ = people::new_key_ring();
};

GK_ON_BOTH_DATABASES(SubmissionCrash);

TEST_P(SubmissionCrash, loses_nothing_acknowledged_and_makes_nothing_twice) {
    std::array<int, 2> acknowledged{};
    ASSERT_EQ(pipe(acknowledged.data()), 0);
    const auto child = fork();
    if (child == 0) {
        submit_all(acknowledged[1]);
    }
    close(acknowledged[1]);
    std::vector<int> numbers;
    for (int number = 0; read(acknowledged[0], &number, sizeof number) == sizeof number;) {
        numbers.push_back(number);
        if (numbers.size() == killed_after) {
            kill(child, SIGKILL);
        }
    }
    close(acknowledged[0]);
    waitpid(child, nullptr, 0);
    ASSERT_GE(numbers.size(), std::size_t{killed_after});
    ASSERT_LT(numbers.size(), std::size_t{application_count});

    const auto database = throwaway_.open();
    const auto kept = keys(*database);
    for (const auto number : numbers) {
        EXPECT_TRUE(kept.contains("form-" + std::to_string(number))) << number;
    }
    // Everybody presses the button again.
    for (int number = 0; number < application_count; ++number) {
        submit(*database, number);
    }
    EXPECT_EQ(keys(*database).size(), std::size_t{application_count});
    database->read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT MAX(number_sequence) FROM cases");
        ASSERT_TRUE(row.next());
        EXPECT_EQ(row.get<int>(0), application_count);
    });
    EXPECT_TRUE(audit::verify(*database).is_intact());
}

}  // namespace
}  // namespace gk::application
