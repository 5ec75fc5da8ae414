#include "cli/context.hpp"

#include <utility>

namespace gk::cli {

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

}  // namespace gk::cli
