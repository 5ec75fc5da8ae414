#include "cli/demo/demo_cases.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk::cli::demo {

namespace {

using law::Channel;
using law::Outcome;

constexpr DemoCase cases[] = {
    {2024, 12, 18, Channel::counter, Applicant::person, Path::extended, Outcome::granted, "economy",
     "西戈壁镇2024年农机购置补贴发放名册"},
    {2024, 12, 26, Channel::internet, Applicant::company, Path::plain, Outcome::granted_in_part,
     "enforcement", "某砂石料场2024年环境检查记录"},
    {2025, 1, 3, Channel::counter, Applicant::person, Path::on_the_spot, Outcome::already_public,
     "society", "西戈壁镇2024年政府工作报告"},
    {2025, 1, 6, Channel::internet, Applicant::person, Path::plain, Outcome::granted, "society",
     "2024年第四季度城乡居民最低生活保障对象公示名单"},
    {2025, 1, 9, Channel::registered, Applicant::law_firm, Path::plain,
     Outcome::refused_deliberative, "economy", "关于镇区供热改造方案的内部请示"},
    {2025, 1, 14, Channel::counter, Applicant::village, Path::joint_agency, Outcome::granted,
     "economy", "某村与水利部门共同编制的渠系维修方案"},
    {2025, 1, 20, Channel::internet, Applicant::person, Path::withdrawn, Outcome::withdrawn,
     "society", "镇卫生院2024年门诊收费明细"},
    {2025, 2, 6, Channel::counter, Applicant::person, Path::corrected, Outcome::granted, "economy",
     "草原生态保护补助奖励资金2024年发放明细"},
    {2025, 2, 11, Channel::ordinary, Applicant::person, Path::uncorrected, Outcome::no_correction,
     "society", "“那年修路的材料”"},
    {2025, 2, 13, Channel::internet, Applicant::company, Path::third_party_objects,
     Outcome::refused_third_party_rights, "economy", "某农业科技公司项目申报书中的技术方案"},
    {2025, 2, 18, Channel::counter, Applicant::person, Path::plain, Outcome::not_found,
     "enforcement", "1998年镇区宅基地划拨会议记录"},
    {2025, 2, 24, Channel::internet, Applicant::person, Path::plain, Outcome::petition_or_complaint,
     "enforcement", "请求查处邻居违章建房并告知处理结果"},
    {2025, 3, 3, Channel::counter, Applicant::company, Path::fee_paid, Outcome::granted, "economy",
     "2020年至2024年镇级政府采购合同及附件"},
    {2025, 3, 5, Channel::internet, Applicant::institute, Path::plain, Outcome::granted, "economy",
     "西戈壁镇近五年冬小麦种植面积统计"},
    {2025, 3, 7, Channel::counter, Applicant::person, Path::on_the_spot, Outcome::registry_inquiry,
     "economy", "某商铺的不动产登记资料"},
    {2025, 3, 11, Channel::registered, Applicant::law_firm, Path::plain,
     Outcome::refused_internal_affairs, "society", "镇机关干部2024年度考核等次"},
    {2025, 3, 17, Channel::internet, Applicant::person, Path::referral, Outcome::held_elsewhere,
     "economy", "沙湾市城市供水价格成本监审报告"},
    {2025, 3, 20, Channel::counter, Applicant::charity, Path::third_party, Outcome::granted,
     "society", "2024年社会捐赠物资接收和使用清单"},
    {2025, 3, 24, Channel::internet, Applicant::person, Path::plain, Outcome::granted_in_part,
     "society", "2024年临时救助审批材料"},
    {2025, 4, 1, Channel::counter, Applicant::village, Path::plain, Outcome::granted, "economy",
     "某村土地承包经营权流转备案清单"},
    {2025, 4, 3, Channel::internet, Applicant::person, Path::repeat, Outcome::repeat, "society",
     "再次申请：2024年第四季度低保对象公示名单"},
    {2025, 4, 8, Channel::counter, Applicant::person, Path::plain,
     Outcome::refused_enforcement_file, "enforcement", "某建材店行政处罚案卷中的询问笔录"},
    {2025, 4, 14, Channel::internet, Applicant::company, Path::extended, Outcome::granted_in_part,
     "economy", "高标准农田建设项目（一期）招投标文件"},
    {2025, 4, 17, Channel::fax, Applicant::person, Path::plain, Outcome::needs_creation, "society",
     "近十年全镇人口流动趋势分析"},
    {2025, 4, 22, Channel::counter, Applicant::person, Path::corrected, Outcome::still_unclear,
     "economy", "镇里所有与我家有关的文件"},
    {2025, 4, 28, Channel::internet, Applicant::law_firm, Path::plain,
     Outcome::refused_prohibited_by_law, "society", "某未成年人救助个案材料"},
    {2025, 5, 6, Channel::counter, Applicant::person, Path::on_the_spot,
     Outcome::published_material, "society", "《西戈壁镇志》复印件"},
    {2025, 5, 9, Channel::internet, Applicant::person, Path::excessive, Outcome::excessive,
     "society", "西戈壁镇历年全部会议纪要（第31次申请）"},
    {2025, 5, 13, Channel::counter, Applicant::company, Path::fee_unpaid, Outcome::fee_unpaid,
     "economy", "2015年至2024年全部项目档案"},
    {2025, 5, 16, Channel::internet, Applicant::person, Path::plain, Outcome::reconfirmation,
     "society", "请重新出具去年已经提供的征地补偿标准"},
    {2025, 5, 20, Channel::counter, Applicant::person, Path::plain,
     Outcome::refused_security_or_stability, "enforcement", "镇区应急物资储备点位和值守安排"},
    {2025, 5, 23, Channel::internet, Applicant::institute, Path::deferred, Outcome::granted,
     "economy", "2000年至2024年气象灾害损失台账"},
    {2025, 5, 28, Channel::counter, Applicant::village, Path::third_party_silent,
     Outcome::granted_in_part, "economy", "某合作社承包合同"},
    {2025, 6, 3, Channel::internet, Applicant::person, Path::plain, Outcome::granted, "society",
     "2025年乡村公益性岗位招聘结果"},
    {2025, 6, 6, Channel::counter, Applicant::person, Path::plain, Outcome::closed_otherwise,
     "society", "申请人去世、无人承受的申请"},
    {2025, 6, 10, Channel::registered, Applicant::company, Path::plain, Outcome::granted,
     "enforcement", "2024年镇级行政检查计划和结果"},
    {2025, 6, 13, Channel::internet, Applicant::person, Path::withdrawn, Outcome::withdrawn,
     "economy", "镇区道路改造施工图"},
    {2025, 6, 17, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "economy",
     "2025年春季灌溉用水轮次安排"},
    {2025, 6, 20, Channel::internet, Applicant::person, Path::split, Outcome::granted, "society",
     "危房改造名册、厕所改造名册"},
    {2025, 6, 25, Channel::counter, Applicant::person, Path::record_amendment, Outcome::granted,
     "society", "更正本人医保缴费记录中的姓名"},
    {2025, 7, 1, Channel::internet, Applicant::company, Path::plain, Outcome::refused_state_secret,
     "enforcement", "依法定为国家秘密的测绘成果"},
    {2025, 7, 4, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "society",
     "西戈壁镇2025年“三公”经费预算"},
    {2025, 7, 8, Channel::internet, Applicant::person, Path::corrected, Outcome::granted_in_part,
     "society", "某年困难家庭救助花名册"},
    {2025, 7, 14, Channel::counter, Applicant::village, Path::plain, Outcome::not_found, "economy",
     "1987年集体果园移交协议"},
    {2025, 7, 17, Channel::internet, Applicant::law_firm, Path::extended,
     Outcome::refused_enforcement_file, "enforcement", "某运输公司行政强制案卷"},
    {2025, 7, 22, Channel::counter, Applicant::person, Path::on_the_spot, Outcome::already_public,
     "economy", "镇政府权责清单"},
    {2025, 7, 28, Channel::internet, Applicant::person, Path::plain, Outcome::granted, "economy",
     "2024年退耕还林补助兑现表"},
    {2025, 8, 4, Channel::counter, Applicant::charity, Path::plain, Outcome::granted, "society",
     "养老服务站运营补贴拨付情况"},
    {2025, 8, 7, Channel::internet, Applicant::person, Path::plain, Outcome::petition_or_complaint,
     "enforcement", "举报某养殖场排污并要求答复"},
    {2025, 8, 12, Channel::counter, Applicant::company, Path::third_party, Outcome::granted_in_part,
     "economy", "某加工园区入驻企业用地情况"},
    {2025, 8, 18, Channel::internet, Applicant::person, Path::plain, Outcome::granted, "society",
     "2025年秋季学期营养餐供应商名单"},
    {2025, 8, 21, Channel::counter, Applicant::person, Path::plain,
     Outcome::refused_internal_affairs, "society", "镇机关食堂采购流程内部规定"},
    {2025, 8, 27, Channel::internet, Applicant::institute, Path::joint_agency, Outcome::granted,
     "economy", "与科研单位共同完成的土壤监测数据"},
    {2025, 9, 2, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "economy",
     "2025年棉花目标价格补贴面积核定表"},
    {2025, 9, 5, Channel::internet, Applicant::person, Path::uncorrected, Outcome::no_correction,
     "society", "“上次说的那个通知”"},
    {2025, 9, 10, Channel::counter, Applicant::person, Path::plain, Outcome::granted_in_part,
     "society", "2024年医疗救助资金发放明细"},
    {2025, 9, 15, Channel::registered, Applicant::law_firm, Path::plain, Outcome::granted,
     "enforcement", "某次行政处罚决定书"},
    {2025, 9, 19, Channel::internet, Applicant::person, Path::plain, Outcome::needs_creation,
     "economy", "历年水费收缴率对比表"},
    {2025, 9, 24, Channel::counter, Applicant::village, Path::extended, Outcome::granted, "economy",
     "村级光伏电站收益分配情况"},
    {2025, 10, 10, Channel::internet, Applicant::person, Path::referral, Outcome::held_elsewhere,
     "society", "沙湾市中小学学区划分依据"},
    {2025, 10, 14, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "society",
     "2025年冬季清洁取暖补贴名册"},
    {2025, 10, 20, Channel::internet, Applicant::company, Path::third_party_objects,
     Outcome::granted, "economy", "某污水处理项目特许经营协议"},
    {2025, 10, 24, Channel::counter, Applicant::person, Path::plain, Outcome::refused_deliberative,
     "economy", "镇区规划调整讨论稿"},
    {2025, 10, 30, Channel::internet, Applicant::person, Path::plain, Outcome::granted,
     "enforcement", "占道经营整治通告和实施情况"},
    {2025, 11, 4, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "economy",
     "灌溉用水轮次调整方案"},
    {2025, 11, 7, Channel::internet, Applicant::person, Path::repeat, Outcome::repeat, "society",
     "再次申请：三公经费预算"},
    {2025, 11, 12, Channel::counter, Applicant::charity, Path::plain, Outcome::granted, "society",
     "残疾人两项补贴发放公示"},
    {2025, 11, 18, Channel::internet, Applicant::person, Path::corrected, Outcome::granted,
     "economy", "某年棉花补贴发放依据"},
    {2025, 11, 24, Channel::counter, Applicant::person, Path::plain, Outcome::granted_in_part,
     "economy", "牲畜棚圈建设补助审批结果"},
    {2025, 12, 1, Channel::internet, Applicant::company, Path::plain, Outcome::granted,
     "enforcement", "2025年“双随机”检查结果"},
    {2025, 12, 8, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "society",
     "2025年危房改造验收名册"},
    {2025, 12, 24, Channel::counter, Applicant::person, Path::plain, Outcome::granted, "economy",
     "2025年第四季度灌溉水费收缴标准"},
    {2025, 12, 26, Channel::internet, Applicant::village, Path::plain, Outcome::granted_in_part,
     "economy", "某村集体资产清产核资结果"},
};

// The first case with this outcome that went the plain way.
std::size_t first_with(Outcome outcome) {
    const auto* const found = std::ranges::find_if(cases, [&](const DemoCase& each) {
        return each.outcome == outcome && each.path == Path::plain;
    });
    GK_ASSERT(found != std::end(cases));
    return static_cast<std::size_t>(found - std::begin(cases));
}

}  // namespace

std::span<const DemoCase> demo_cases() {
    return cases;
}

RemedyPlaces remedy_places() {
    return {.internal_affairs = first_with(Outcome::refused_internal_affairs),
            .deliberative = first_with(Outcome::refused_deliberative),
            .not_found = first_with(Outcome::not_found),
            .petition = first_with(Outcome::petition_or_complaint),
            .enforcement_file = first_with(Outcome::refused_enforcement_file),
            .needs_creation = first_with(Outcome::needs_creation)};
}

application::NewApplication demo_application(std::size_t number, Applicant applicant,
                                             std::string_view title) {
    using application::ApplicantKind;
    constexpr std::array stems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

    struct Row {
        ApplicantKind kind;
        std::string_view name;
    };

    constexpr std::array rows = {
        Row{ApplicantKind::natural_person, "申请人"},
        Row{ApplicantKind::commercial_enterprise, "某商贸有限公司（示例）"},
        Row{ApplicantKind::research_institution, "某农业科学研究所（示例）"},
        Row{ApplicantKind::public_welfare_organization, "某公益服务中心（示例）"},
        Row{ApplicantKind::legal_service_organization, "某律师事务所（示例）"},
        Row{ApplicantKind::other_organization, "某村民委员会（示例）"},
    };
    const auto& row = rows[static_cast<std::size_t>(applicant)];
    const bool is_person = row.kind == ApplicantKind::natural_person;
    const auto tail = fmt::format("{}{}", stems[number % 10], stems[number / 10 % 10]);
    return {.agency_code = std::string(demo_agency),
            .applicant = {.kind = row.kind,
                          .name = is_person ? fmt::format("{}{}", row.name, tail)
                                            : std::string(row.name),
                          .identity_kind = application::IdentityKind::other_document,
                          .identity_number = fmt::format("示例证件{:04}", number),
                          .contact_person = is_person ? "" : fmt::format("联系人{}", tail),
                          .contact = {.phone = fmt::format("0993-000{:04}", number),
                                      .address = fmt::format("西戈壁镇示例路{}号", number + 1)}},
            .wanted = {.title = std::string(title)},
            .notice_version = "1"};
}

}  // namespace gk::cli::demo
