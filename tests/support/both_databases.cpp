#include "support/both_databases.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "base/id.hpp"
#include "support/folders.hpp"

namespace gk::test {

namespace {

std::string cluster_address() {
    std::ifstream file((binary_folder() / "tests/postgres/address").string());
    std::string address;
    if (!std::getline(file, address)) {
        throw std::runtime_error("no PostgreSQL is running: start the tests through ctest");
    }
    return address;
}

void run_on_cluster(const std::string& sql) {
    store::Database::open({.address = cluster_address()})
        ->write([&](store::Transaction& transaction) { transaction.run_script(sql); });
}

}  // namespace

ThrowawayDatabase::ThrowawayDatabase(store::Dialect dialect) {
    const auto name = "gongkai_" + new_public_id();
    if (dialect == store::Dialect::postgres) {
        schema_ = name;
        run_on_cluster("CREATE SCHEMA " + schema_);
        address_ = cluster_address() + "&options=-csearch_path%3D" + schema_;
    } else {
        folder_ = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directory(folder_);
        address_ = folder_ / "gongkai.db";
    }
}

ThrowawayDatabase::~ThrowawayDatabase() {
    if (schema_.empty()) {
        std::filesystem::remove_all(folder_);
    } else {
        run_on_cluster("DROP SCHEMA " + schema_ + " CASCADE");
    }
}

std::unique_ptr<store::Database> ThrowawayDatabase::open() const {
    return store::Database::open({.address = address_});
}

void OnBothDatabases::reopen() {
    database_.reset();
    database_ = throwaway_.open();
}

}  // namespace gk::test
