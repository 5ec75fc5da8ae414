// What a command is handed beside its arguments: the time, and by and by what it asks for.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "cli/config_load.hpp"

namespace gk::store {
class Database;
}

namespace gk::cli {

// What the program was started with.
struct Surroundings {
    const Clock& clock;
    Environment environment;
    std::string operator_name;  // The account of the operating system, for the trail.
};

class Context {
public:
    Context(Surroundings surroundings, std::optional<std::string> config_file);
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context();

    [[nodiscard]] const Clock& clock() const { return surroundings_.clock; }

    // "cli:root": who the trail says it was.
    [[nodiscard]] std::string actor() const;
    // The folder of keys: in the data folder, apart from the database.
    [[nodiscard]] Result<std::filesystem::path> keys_folder();
    // Read when first asked for; stays where it is as long as the context does.
    [[nodiscard]] Result<const LoadedConfig*> config();
    // The database of the configuration, opened when first asked for; its folder is made where it
    // is missing. Its schema may be of any age: for `migrate` and `doctor`. Throws Fault where it
    // cannot be opened.
    [[nodiscard]] Result<store::Database*> database_of_any_schema();
    // The same, refused unless its schema is the one of this program.
    [[nodiscard]] Result<store::Database*> database();

private:
    Surroundings surroundings_;
    std::optional<std::string> config_file_;
    std::optional<LoadedConfig> config_;
    std::unique_ptr<store::Database> database_;
};

}  // namespace gk::cli
