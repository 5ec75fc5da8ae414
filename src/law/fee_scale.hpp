// How the two scales of the processing fee are called (信息处理费管理办法 art. 3).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "law/processing_fee.hpp"

namespace gk::law {

[[nodiscard]] std::span<const FeeScale> fee_scales();
[[nodiscard]] std::string_view key(FeeScale scale);
[[nodiscard]] std::string_view label(FeeScale scale);
[[nodiscard]] std::string_view unit(FeeScale scale);  // 件, 页
[[nodiscard]] std::optional<FeeScale> fee_scale_of(std::string_view key);

}  // namespace gk::law
