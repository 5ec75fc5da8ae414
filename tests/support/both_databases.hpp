// The same store test on SQLite and on PostgreSQL:
//
//   using AgencyStore = gk::test::OnBothDatabases;
//   GK_ON_BOTH_DATABASES(AgencyStore);
//   TEST_P(AgencyStore, finds_an_agency_by_its_code) { database().write(…); }
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "store/database.hpp"

namespace gk::test {

// An empty database: a file in a temporary folder, or a schema in the throw-away cluster. It is
// gone when this goes. Throws where there is no cluster: run the tests through ctest.
class ThrowawayDatabase {
public:
    explicit ThrowawayDatabase(store::Dialect dialect);
    ThrowawayDatabase(const ThrowawayDatabase&) = delete;
    ThrowawayDatabase& operator=(const ThrowawayDatabase&) = delete;
    ~ThrowawayDatabase();

    // Every one opened must be gone before this is.
    [[nodiscard]] std::unique_ptr<store::Database> open() const;

    [[nodiscard]] const std::string& address() const { return address_; }

private:
    std::filesystem::path folder_;  // SQLite
    std::string schema_;            // PostgreSQL
    std::string address_;
};

class OnBothDatabases : public testing::TestWithParam<store::Dialect> {
protected:
    [[nodiscard]] store::Database& database() { return *database_; }

    [[nodiscard]] const ThrowawayDatabase& throwaway() const { return throwaway_; }

    // Closes the database and opens it again.
    void reopen();

private:
    ThrowawayDatabase throwaway_{GetParam()};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
};

}  // namespace gk::test

#define GK_ON_BOTH_DATABASES(Suite)                                                           \
    INSTANTIATE_TEST_SUITE_P(                                                                 \
        On, Suite, testing::Values(gk::store::Dialect::sqlite, gk::store::Dialect::postgres), \
        [](const auto& on) {                                                                  \
            return on.param == gk::store::Dialect::sqlite ? "sqlite" : "postgres";            \
        })
