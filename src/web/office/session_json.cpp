#include "web/office/session_json.hpp"

#include <boost/json/object.hpp>

namespace gk::web::office {

namespace {

std::vector<api::Field> fields() {
    return {{"id", "编号", api::text()},
            {"began_at", "登录时间", api::moment()},
            {"last_seen_at", "最近使用", api::moment()},
            {"address", "地址", api::text_or_empty()},
            {"user_agent", "浏览器", api::text_or_empty()},
            {"is_current", "当前会话", api::flag()}};
}

}  // namespace

api::Schema session_schema() {
    return api::object("Session", fields());
}

api::Schema account_session_schema() {
    auto all = fields();
    all.push_back({"login_name", "登录名", api::text()});
    all.push_back({"display_name", "姓名", api::text()});
    return api::object("AccountSession", std::move(all));
}

boost::json::object session_json(const people::Session& session, std::string_view current) {
    return {{"id", session.public_id},
            {"began_at", session.began_at.iso()},
            {"last_seen_at", session.last_seen_at.iso()},
            {"address", session.address},
            {"user_agent", session.user_agent},
            {"is_current", session.public_id == current}};
}

}  // namespace gk::web::office
