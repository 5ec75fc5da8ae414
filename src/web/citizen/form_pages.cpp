#include "web/citizen/form_pages.hpp"

#include "people/qr_code.hpp"
#include "web/citizen/case_frame.hpp"
#include "web/citizen/paths.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::citizen {

namespace {

using application::started::FormPage;

portal::PageHead head(std::string title) {
    return {.title = std::move(title),
            .column = portal::paths::applications,
            .crumbs = {{"依申请公开", std::string(portal::paths::applications.path)}}};
}

portal::Frame frame_of(const portal::Viewing& viewing, std::string title, std::string_view file) {
    portal::Frame frame(viewing, head(std::move(title)), file);
    frame.shell().show("FORM_STYLE").show("CITIZEN_STYLE");
    frame.body().set("ANCHOR", portal::answer_anchor);
    return frame;
}

}  // namespace

std::string origin_of(const Request& request) {
    return (request.is_secure ? "https://" : "http://") + std::string(request.headers.get("Host"));
}

std::string saved_page(const portal::Viewing& viewing, const KeptForm& kept) {
    auto frame = frame_of(viewing, "已经保存，可以稍后再填", "saved.html");
    const auto path = viewing.link(paths::of_page(FormPage::agency, kept.link));
    auto& body = frame.body();
    body.set("UNTIL", kept.expires_on.chinese()).set("DAYS", kept.days.count());
    body.set("URL", path).set("FULL_URL", kept.origin + path);
    body.set("DISCARD_URL", viewing.link(paths::of_form(paths::discard, kept.link)));
    return frame.render();
}

std::string discarded_page(const portal::Viewing& viewing) {
    return frame_of(viewing, "申请表已经删除", "discarded.html").render();
}

std::string receipt_page(const portal::Viewing& viewing,
                         const application::started::Receipt& receipt, const ReceiptAgency& agency,
                         const KeptForm& kept) {
    auto frame = frame_of(viewing, "申请已提交", "receipt.html");
    auto& body = frame.body();
    body.set("NUMBER", receipt.number).set("QUERY_CODE", receipt.query_code);
    body.set("AGENCY_NAME", receipt.agency_name).set("WANTED", receipt.title);
    body.set("SUBMITTED", receipt.submitted_at.minutes());
    body.set("SUBMITTED_ISO", receipt.submitted_at.iso());
    body.set_any("TOLD_TO", receipt.told_to).set("UNTIL", kept.expires_on.chinese());
    fill_office(body, agency.office);
    body.show(agency.receipt_by == law::ReceiptBy::confirmation ? "TO_CONFIRM" : "AT_ONCE");
    body.set("STATUS_URL", viewing.link(paths::status))
        .set("RESEND_URL", viewing.link(paths::resend));
    const auto code = people::qr_code(kept.origin + paths::of_form(paths::receipt, kept.link));
    body.set("QR_SIZE", code.size).set("QR_PATH", code.path);
    return frame.render();
}

std::string notice_page(const portal::Viewing& viewing, const KeptDays& kept) {
    auto frame = frame_of(viewing, "个人信息说明", "personal_data.html");
    frame.body().set("VERSION", notice_version).set("DAYS", kept.forms.count());
    if (kept.identity.count() > 0) {
        frame.body().add("IDENTITY").set("IDENTITY_DAYS", kept.identity.count());
    }
    return frame.render();
}

}  // namespace gk::web::citizen
