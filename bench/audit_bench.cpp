// A million entries of the trail verified, beside the same rows only read by SQL in the same run.
//   bench_audit [FOLDER]      FOLDER lies on the disk to measure; default: here
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "audit/service.hpp"
#include "audit/store.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

namespace {

constexpr int entries = 1'000'000;
constexpr int entries_per_write = 20'000;
constexpr double seconds_max = 30;

template <typename Function>
double seconds_of(const Function& function) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void fill(gk::store::Database& database) {
    for (int done = 0; done < entries; done += entries_per_write) {
        database.write([&](gk::store::Transaction& transaction) {
            for (int i = done; i < done + entries_per_write; ++i) {
                gk::audit::append(transaction, {.at = {1'700'000'000'000 + i},
                                                .actor = "user:0123456789abcdefghjkmnpqrs",
                                                .act = "application.view",
                                                .object_kind = "application",
                                                .object_id = fmt::format("{:026}", i),
                                                .agency = i % 40,
                                                .details = {{"version", std::to_string(i % 9)}}});
            }
        });
    }
}

void read_rows(gk::store::Database& database) {
    database.read([](gk::store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT sum(length(details) + length(hash)) FROM audit_entries");
        if (!row.next()) {
            throw gk::Fault("no rows");
        }
    });
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = std::filesystem::path(argc > 1 ? argv[1] : ".") / "bench_audit_files";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    double seconds = 0;
    {
        const auto database = gk::store::Database::open({.address = folder / "audit.db"});
        if (!gk::store::migrate_up(*database, gk::Moment{1})) {
            throw gk::Fault("the schema cannot be made");
        }
        const auto filled = seconds_of([&] { fill(*database); });
        const auto read = seconds_of([&] { read_rows(*database); });
        bool is_intact = false;
        seconds = seconds_of([&] { is_intact = gk::audit::verify(*database).is_intact(); });
        fmt::print("{} entries: appended in {:.1f} s, read in {:.2f} s, verified in {:.2f} s{}\n",
                   entries, filled, read, seconds, is_intact ? "" : ", NOT INTACT");
        fmt::print("verified / read: {:.1f}\n", seconds / read);
        seconds = is_intact ? seconds : seconds_max;
    }
    std::filesystem::remove_all(folder);
    return seconds < seconds_max ? 0 : 1;
}
