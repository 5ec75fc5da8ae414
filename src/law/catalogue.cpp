#include "law/catalogue.hpp"

#include <array>
#include <span>

#include "base/assert.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

using Contents = std::span<const std::string_view>;

// 第二十条：行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息。
constexpr auto of_all = std::to_array<std::string_view>({
    "行政法规、规章和规范性文件",
    "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名",
    "国民经济和社会发展规划、专项规划、区域规划及相关政策",
    "国民经济和社会发展统计信息",
    "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果",
    "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定",
    "财政预算、决算信息",
    "行政事业性收费项目及其依据、标准",
    "政府集中采购项目的目录、标准及实施情况",
    "重大建设项目的批准和实施情况",
    "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况",
    "突发公共事件的应急预案、预警信息及应对情况",
    "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况",
    "公务员招考的职位、名额、报考条件等事项以及录用结果",
    "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息",
});

// 第二十一条：……设区的市级、县级人民政府及其部门还应当根据本地方的具体情况，主动公开涉及……
constexpr auto of_counties = std::to_array<std::string_view>(
    {"市政建设", "公共服务", "公益事业", "土地征收", "房屋征收", "治安管理", "社会救助"});

// 第二十一条：……乡（镇）人民政府还应当根据本地方的具体情况，主动公开……
constexpr auto of_townships = std::to_array<std::string_view>({
    "贯彻落实农业农村政策",
    "农田水利工程建设运营",
    "农村土地承包经营权流转",
    "宅基地使用情况审核",
    "土地征收",
    "房屋征收",
    "筹资筹劳",
    "社会救助",
});

constexpr InForce<Contents> article_20[] = {
    {2019y / 5 / 15, Contents(of_all), {"regulation-2019", 20}}};
constexpr Citation article_21{"regulation-2019", 21};

Contents additions(AgencyLevel level) {
    switch (level) {
        case AgencyLevel::prefecture:
        case AgencyLevel::county:
        case AgencyLevel::prefecture_department:
        case AgencyLevel::county_department:
            return of_counties;
        case AgencyLevel::township:
            return of_townships;
        case AgencyLevel::state_council_department:
        case AgencyLevel::province:
        case AgencyLevel::subdistrict:
        case AgencyLevel::province_department:
            return {};
    }
    throw_bug("a level of agencies", std::source_location::current());
}

}  // namespace

Result<std::vector<CatalogueItem>> catalogue(AgencyLevel level, Date published_on) {
    GK_TRY(const auto common, in_force_on(article_20, published_on));
    std::vector<CatalogueItem> items;
    for (const auto content : common.value) {
        auto basis = common.basis;
        basis.item = static_cast<int>(items.size()) + 1;
        items.push_back({.basis = basis, .content = content});
    }
    for (const auto content : additions(level)) {
        items.push_back({.basis = article_21, .content = content});
    }
    return items;
}

}  // namespace gk::law
