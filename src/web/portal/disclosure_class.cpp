#include "web/portal/disclosure_class.hpp"

#include <array>

#include "law/catalogue.hpp"
#include "law/citation_text.hpp"

namespace gk::web::portal {

namespace {

// What the items of art. 20 are called in lists, in their order.
constexpr std::array<std::string_view, 15> short_names = {
    "行政法规、规章和规范性文件",
    "机关职能、机构设置",
    "规划计划及相关政策",
    "统计信息",
    "行政许可和服务事项",
    "行政处罚、行政强制",
    "财政预算、决算",
    "行政事业性收费",
    "政府集中采购",
    "重大建设项目",
    "扶贫、教育、医疗、社保、就业",
    "突发公共事件",
    "环保、卫生、安全、食药监督",
    "公务员招考",
    "其他应当公开的信息",
};

}  // namespace

std::vector<DisclosureClass> disclosure_classes(law::AgencyLevel level, Date today) {
    const auto catalogue = law::catalogue(level, today);
    if (!catalogue) {
        return {};
    }
    std::vector<DisclosureClass> classes;
    int number = 0;
    for (const auto& item : *catalogue) {
        const int article = item.basis.article;
        number = classes.empty() || classes.back().article != article ? 1 : number + 1;
        const auto index = static_cast<std::size_t>(item.basis.item);
        const bool has_short_name = index > 0 && index <= short_names.size();
        classes.push_back({
            .article = article,
            .article_name = law::article_text({item.basis.instrument, article}),
            .basis = law::article_text(item.basis),
            .anchor = "article-" + std::to_string(article) + "-" + std::to_string(number),
            .name = std::string(has_short_name ? short_names[index - 1] : item.content),
            .content = std::string(item.content),
        });
    }
    return classes;
}

}  // namespace gk::web::portal
