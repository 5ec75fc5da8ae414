// The identity of the agency's site: what stands on every page of the portal.
#include <algorithm>

#include <boost/json/object.hpp>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/errors.hpp"
#include "web/office/rows.hpp"
#include "web/portal/site_store.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;
using portal::KeptSite;

constexpr std::string_view pattern = "/api/v1/agencies/{agency}/site";
constexpr std::int64_t address_chars_max = 500;

std::vector<api::Field> fields() {
    const auto field = [](std::string name, std::string label, std::int64_t max = 100) {
        return api::Field{std::move(name), std::move(label), api::text_or_empty(max)};
    };
    return {api::version_field(),
            field("name", "网站名称"),
            field("domain", "网站域名", address_chars_max),
            field("code", "网站标识码"),
            field("icp_record", "ICP备案编号"),
            field("police_record", "公安备案编号"),
            field("parent_name", "上级网站名称"),
            field("parent_url", "上级网站网址", address_chars_max),
            field("office_name", "公开工作机构名称"),
            field("office_address", "办公地址", address_chars_max),
            field("office_postcode", "邮政编码"),
            field("office_hours", "办公时间", address_chars_max),
            field("office_telephone", "联系电话"),
            field("office_fax", "传真号码"),
            field("office_internet", "互联网联系方式", address_chars_max),
            field("duties", "机关职能（申请人据此选择受理机关）", 2'000)};
}

Response answer_of(KeptSite kept) {
    json::object object{{"version", kept.version}};
    for (const auto& [name, text] : portal::kept_texts(kept.site)) {
        object[name] = *text;
    }
    return api::json_answer(object);
}

Result<Response> read(const Call& call, store::Database& database) {
    return answer_of(database.read(
        [&](store::Snapshot& snapshot) { return portal::load_site(snapshot, call.agency->code); }));
}

// Which texts differ, as the form calls them.
std::string changed_labels(KeptSite before, KeptSite after) {
    const auto known = fields();
    const auto old = portal::kept_texts(before.site);
    const auto now = portal::kept_texts(after.site);
    std::vector<std::string> labels;
    for (std::size_t at = 0; at < old.size(); ++at) {
        if (*old[at].second != *now[at].second) {
            labels.push_back(std::ranges::find(known, old[at].first, &api::Field::name)->label);
        }
    }
    return text::join(labels, "、");
}

// It becomes a link on every page of the portal.
Result<void> check_web_address(std::string_view address) {
    const bool is_one =
        address.empty() || address.starts_with("https://") || address.starts_with("http://");
    if (!is_one) {
        return error(web_address_invalid, address).at("parent_url");
    }
    return {};
}

Result<Response> change(const Call& call, store::Database& database) {
    KeptSite given{.version = call.body.number("version"), .site = {}};
    for (const auto& [name, text] : portal::kept_texts(given.site)) {
        *text = call.body.text(name);
    }
    GK_CHECK(check_web_address(given.site.parent_url));
    const auto kept = database.write([&](store::Transaction& transaction) -> Result<KeptSite> {
        const auto before = portal::load_site(transaction, call.agency->code);
        if (before.version != given.version) {
            return error(changed_by_another);
        }
        portal::replace_site(transaction, call.agency->id, given);
        audit::append(transaction, {.at = call.now,
                                    .actor = call.actor.trail_name(Permission::agency_settings_edit,
                                                                   call.agency->id),
                                    .act = "agency.change_site",
                                    .object_kind = "agency",
                                    .object_id = call.agency->public_id,
                                    .agency = call.agency->id.value,
                                    .details = {{"changed", changed_labels(before, given)}}});
        return portal::load_site(transaction, call.agency->code);
    });
    GK_TRY(auto found, Result<KeptSite>(kept));
    return answer_of(std::move(found));
}

}  // namespace

std::vector<api::ApiRoute> site_rows(const OfficeServices& services) {
    auto& database = services.database;
    const auto schema = api::object("SiteIdentity", fields());
    return {{.method = Method::get,
             .pattern = std::string(pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "read_site",
             .summary = "查看网站信息",
             .answer = schema,
             .handler = [&database](const Call& call) { return read(call, database); }},
            {.method = Method::put,
             .pattern = std::string(pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "change_site",
             .summary = "修改网站信息",
             .body = schema,
             .answer = schema,
             .handler = [&database](const Call& call) { return change(call, database); }}};
}

}  // namespace gk::web::office
