// The pages whose text is fixed: guide, rules, classes, how to apply, map, help.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "web/portal/disclosure_class.hpp"
#include "web/portal/frame.hpp"
#include "web/portal/report_line.hpp"

namespace gk::web::portal {

// 政府信息公开指南, 条例 art. 12.
[[nodiscard]] std::string guide_page(const Viewing& viewing, std::size_t class_count);
// 政府信息公开制度: the national rules with what is in force on `today`.
[[nodiscard]] std::string rules_page(const Viewing& viewing, Date today);
// 法定主动公开内容, 条例 arts 20 and 21.
[[nodiscard]] std::string statutory_page(const Viewing& viewing,
                                         const std::vector<DisclosureClass>& classes);
// 依申请公开, 条例 arts 27 to 43: how to apply, here or on paper.
[[nodiscard]] std::string applications_page(const Viewing& viewing);
[[nodiscard]] std::string site_map_page(const Viewing& viewing,
                                        const std::vector<ReportLine>& reports);
[[nodiscard]] std::string accessibility_page(const Viewing& viewing);
[[nodiscard]] std::string help_page(const Viewing& viewing);

}  // namespace gk::web::portal
