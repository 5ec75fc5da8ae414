#include "cli/context.hpp"

#include <utility>

namespace gk::cli {

Context::Context(Surroundings surroundings, std::optional<std::string> config_file)
    : surroundings_(std::move(surroundings)), config_file_(std::move(config_file)) {}

Context::~Context() = default;

std::string Context::actor() const {
    return "cli:" + surroundings_.operator_name;
}

}  // namespace gk::cli
