#include "law/fee_scale.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::law {

namespace {

struct Row {
    FeeScale value;
    std::string_view key;
    std::string_view label;
    std::string_view unit;
};

constexpr auto rows =
    enum_table(std::array{Row{FeeScale::per_application, "per_application", "按件计收", "件"},
                          Row{FeeScale::per_page, "per_page", "按量计收", "页"}});

}  // namespace

std::span<const FeeScale> fee_scales() {
    return rows.values();
}

std::string_view key(FeeScale scale) {
    return rows[scale].key;
}

std::string_view label(FeeScale scale) {
    return rows[scale].label;
}

std::string_view unit(FeeScale scale) {
    return rows[scale].unit;
}

std::optional<FeeScale> fee_scale_of(std::string_view key) {
    return rows.value_of(key);
}

}  // namespace gk::law
