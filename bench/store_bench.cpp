// Acknowledged writes beside bare SQLite commits with synchronous=FULL, on the same disk in the
// same run. The design asks for 0.5 of them from one writer, and for more than them from many.
//   bench_store [FOLDER]      FOLDER lies on the disk to measure; default: here
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/database.hpp"

namespace {

using gk::store::Database;
using gk::store::Transaction;

constexpr auto schema = "CREATE TABLE entries (number INTEGER PRIMARY KEY, filling text)";
constexpr auto insert = "INSERT INTO entries (filling) VALUES (?)";
const std::string filling(200, 'x');

constexpr int rounds = 7;
constexpr int writes_per_round = 400;

// Bare SQLite, set as the store sets it, without queue, thread or savepoint.
class Bare {
public:
    explicit Bare(const std::string& path) {
        sqlite3_open(path.c_str(), &handle_);
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
            "PRAGMA foreign_keys = ON");
        run(schema);
        sqlite3_prepare_v2(handle_, insert, -1, &insert_, nullptr);
        sqlite3_prepare_v2(handle_, "BEGIN IMMEDIATE", -1, &begin_, nullptr);
        sqlite3_prepare_v2(handle_, "COMMIT", -1, &commit_, nullptr);
    }

    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    ~Bare() {
        for (auto* statement : {insert_, begin_, commit_}) {
            sqlite3_finalize(statement);
        }
        sqlite3_close(handle_);
    }

    void write(int writes_per_commit) {
        for (int done = 0; done < writes_per_round; done += writes_per_commit) {
            step(begin_);
            for (int i = 0; i < writes_per_commit; ++i) {
                sqlite3_bind_text(insert_, 1, filling.data(), static_cast<int>(filling.size()),
                                  SQLITE_STATIC);
                step(insert_);
            }
            step(commit_);
        }
    }

private:
    void run(const char* sql) { sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); }

    static void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) {
            throw gk::Fault(sqlite3_errmsg(sqlite3_db_handle(statement)));
        }
        sqlite3_reset(statement);
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
};

void write_through_store(Database& database, int threads) {
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i) {
        writers.emplace_back([&] {
            for (int done = 0; done < writes_per_round / threads; ++done) {
                database.write(
                    [](Transaction& transaction) { transaction.execute(insert, filling); });
            }
        });
    }
}

template <typename Function>
double writes_per_second(const Function& function) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    return writes_per_round / seconds.count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Row {
    std::string name;
    std::function<void()> write;
    std::vector<double> rates = {};
};

void measure(const std::filesystem::path& folder) {
    Bare bare(folder / "bare.db");
    const auto database = Database::open({.address = folder / "store.db"});
    database->write([](Transaction& transaction) { transaction.run_script(schema); });

    std::vector<Row> rows = {
        {"bare SQLite, each its own commit", [&] { bare.write(1); }},
        {"store, one writer", [&] { write_through_store(*database, 1); }},
        {"store, 8 writers", [&] { write_through_store(*database, 8); }},
        {"store, 40 writers", [&] { write_through_store(*database, 40); }},
        {"bare SQLite, 40 in one commit", [&] { bare.write(40); }},
    };
    // In turns, so that a slow moment of the disk meets them all.
    for (int round = 0; round < rounds; ++round) {
        for (auto& row : rows) {
            row.rates.push_back(writes_per_second(row.write));
        }
    }
    const auto reference = median(rows.front().rates);
    fmt::print("{:<36} {:>14} {:>8}\n", "acknowledged writes", "per second", "ratio");
    for (const auto& row : rows) {
        const auto rate = median(row.rates);
        fmt::print("{:<36} {:>14.0f} {:>8.2f}\n", row.name, rate, rate / reference);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = std::filesystem::path(argc > 1 ? argv[1] : ".") / "bench_store_files";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    measure(folder);
    std::filesystem::remove_all(folder);
}
