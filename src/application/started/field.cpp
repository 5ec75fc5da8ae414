#include "application/started/field.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"

namespace gk::application::started {

namespace {

// The columns of table 三 of the annual report, in its order.
constexpr std::array kinds = {
    Choice{"natural_person", "公民", "以个人名义申请"},
    Choice{"organization", "法人或其他组织", "以单位名义申请"},
};
constexpr std::array organization_kinds = {
    Choice{"commercial_enterprise", "商业企业", "公司、合伙企业、个体工商户等"},
    Choice{"research_institution", "科研机构", "高等院校、研究院所等"},
    Choice{"public_welfare_organization", "社会公益组织",
           "公益性社会团体、基金会、民办非企业单位等"},
    Choice{"legal_service_organization", "法律服务机构", "律师事务所、公证机构、基层法律服务所等"},
    Choice{"other_organization", "其他", "村民委员会等不属于以上各类的单位"},
};
constexpr std::array person_documents = {
    Choice{"identity_card", "居民身份证", "填写18位公民身份号码"},
    Choice{"other_document", "其他身份证件", "护照、军官证、港澳居民来往内地通行证等"},
};
constexpr std::array organization_documents = {
    Choice{"credit_code", "统一社会信用代码", "营业执照、法人证书等证照上的18位代码"},
    Choice{"other_document", "其他登记证照", "没有统一社会信用代码的单位"},
};
constexpr std::array contact_routes = {
    Choice{"sms", "手机短信"},
    Choice{"email", "电子邮件"},
    Choice{"post", "邮寄信函", "比短信和电子邮件慢"},
};
constexpr std::array wanted_forms = {
    Choice{"electronic", "电子文档"},
    Choice{"paper", "纸质复制件"},
    Choice{"disc", "光盘", "内容很多、网上不便传送时"},
};
constexpr std::array wanted_routes = {
    Choice{"online", "网上获取", "在本网站“办理进度”中下载"},
    Choice{"e_mail", "电子邮件"},
    Choice{"post", "邮寄"},
    Choice{"pick_up", "当面领取", "带身份证件到工作机构领取"},
    Choice{"reading_on_the_spot", "现场查阅、抄录", "到工作机构查看，不带走"},
};

struct FieldRow {
    std::string_view name;
    std::string_view label;
    std::size_t characters_max = 100;
};

constexpr std::size_t name_max = 100;
constexpr std::size_t number_max = 40;
constexpr std::size_t line_max = 200;
constexpr std::size_t description_max = 3000;

constexpr std::array field_rows = {
    FieldRow{"agency", "受理机关"},
    FieldRow{"matter", "您要的信息是关于什么的", line_max},
    FieldRow{"kind", "申请人身份"},
    FieldRow{"organization_kind", "单位类别"},
    FieldRow{"name", "姓名", name_max},
    FieldRow{"is_represented", "委托代理人"},
    FieldRow{"identity_kind", "证件种类"},
    FieldRow{"identity_document", "证件名称", name_max},
    FieldRow{"identity_number", "证件号码", number_max},
    FieldRow{"representative_name", "代理人姓名", name_max},
    FieldRow{"representative_number", "代理人证件号码", number_max},
    FieldRow{"representative_phone", "代理人电话", number_max},
    FieldRow{"contact_name", "联系人", name_max},
    FieldRow{"contact_route", "告知途径"},
    FieldRow{"phone", "手机号码", number_max},
    FieldRow{"email", "电子邮箱", line_max},
    FieldRow{"address", "通信地址", line_max},
    FieldRow{"title", "信息名称", line_max},
    FieldRow{"document_number", "文号", name_max},
    FieldRow{"description", "其他特征描述", description_max},
    FieldRow{"matches_seen", "已公开信息", line_max},
    FieldRow{"wanted_form", "提供形式"},
    FieldRow{"wanted_route", "获取途径"},
    FieldRow{"accepts_other", "其他方式"},
    FieldRow{"identity_file", "身份证明的照片或者扫描件"},
    FieldRow{"authorization_file", "授权委托书"},
    FieldRow{"material_file", "补充材料"},
    FieldRow{"website", "网站", line_max},
};

const FieldRow& row_of(std::string_view name) {
    const auto* const row = std::ranges::find(field_rows, name, &FieldRow::name);
    GK_ASSERT(row != field_rows.end());
    return *row;
}

}  // namespace

bool is_of_organization(const Fields& fields) {
    return value(fields, "kind") == "organization";
}

bool is_represented(const Fields& fields) {
    return !value(fields, "is_represented").empty();
}

std::string_view field_label(std::string_view name, const Fields& fields) {
    if (name == "name" && is_of_organization(fields)) {
        return "单位名称";
    }
    if (name == "identity_number") {
        const auto kind = value(fields, "identity_kind");
        if (kind == "identity_card") {
            return "居民身份证号码";
        }
        if (kind == "credit_code") {
            return "统一社会信用代码";
        }
    }
    if (name == "phone" && value(fields, "contact_route") != "sms") {
        return "联系电话";
    }
    return row_of(name).label;
}

std::span<const Choice> choices(std::string_view name, const Fields& fields) {
    if (name == "kind") {
        return kinds;
    }
    if (name == "organization_kind") {
        return organization_kinds;
    }
    if (name == "identity_kind") {
        return is_of_organization(fields) ? std::span<const Choice>(organization_documents)
                                          : person_documents;
    }
    if (name == "contact_route") {
        return contact_routes;
    }
    if (name == "wanted_form") {
        return wanted_forms;
    }
    if (name == "wanted_route") {
        return wanted_routes;
    }
    return {};
}

const Choice* chosen(std::string_view name, const Fields& fields) {
    const auto offered = choices(name, fields);
    const auto found = std::ranges::find(offered, value(fields, name), &Choice::key);
    return found == offered.end() ? nullptr : &*found;
}

std::size_t characters_max(std::string_view name) {
    return row_of(name).characters_max;
}

}  // namespace gk::application::started
