#include "cli/context.hpp"

#include <filesystem>
#include <utility>

#include "base/private_file.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

namespace gk::cli {

namespace fs = std::filesystem;

Context::Context(Surroundings surroundings, std::optional<std::string> config_file)
    : surroundings_(std::move(surroundings)), config_file_(std::move(config_file)) {}

Context::~Context() = default;

std::string Context::actor() const {
    return "cli:" + surroundings_.operator_name;
}

Result<const LoadedConfig*> Context::config() {
    if (!config_) {
        GK_TRY(config_, load_config(config_file_, surroundings_.environment));
    }
    return &*config_;
}

Result<fs::path> Context::keys_folder() {
    GK_TRY(const auto* loaded, config());
    return loaded->values.data.folder / "keys";
}

Result<store::Database*> Context::database_of_any_schema() {
    if (!database_) {
        GK_TRY(const auto* loaded, config());
        const auto& values = loaded->values;
        if (values.database.url.empty()) {
            // Applicants' data will lie in it: nobody but the owner looks in.
            make_private_folder(values.data.folder);
        }
        database_ = store::Database::open({.address = database_address(values),
                                           .connections_max = values.database.connections_max});
    }
    return database_.get();
}

Result<store::Database*> Context::database() {
    GK_TRY(auto* opened, database_of_any_schema());
    GK_CHECK(store::require_current_schema(*opened));
    return opened;
}

std::string database_address(const Config& config) {
    return config.database.url.empty() ? (config.data.folder / "gongkai.db").string()
                                       : config.database.url;
}

}  // namespace gk::cli
