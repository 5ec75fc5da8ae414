#include "web/citizen/own_act_page.hpp"

#include "web/citizen/case_frame.hpp"
#include "web/citizen/form_parts.hpp"
#include "web/citizen/paths.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::citizen {

namespace {

struct OwnActText {
    std::string_view heading;
    std::string_view lead;
    std::string_view button;
    std::string_view text_label;
};

OwnActText text_of(OwnAct act) {
    switch (act) {
        case OwnAct::correction:
            return {"补正申请内容",
                    "只能补正一次，请把要求补正的事项一次写全。提交之日起重新计算答复期限（《条例》"
                    "第三十条）。",
                    "提交补正", "补正的内容"};
        case OwnAct::reasons:
            return {"说明理由",
                    "申请的数量、频次明显超过合理范围的，请说明理由（《条例》第三十五条）。",
                    "提交说明的理由", "理由"};
        case OwnAct::material:
            return {"补充说明或者材料",
                    "对已经提交的申请补充说明，不改变所需信息的，不影响答复期限。", "提交补充内容",
                    "补充的内容"};
        case OwnAct::contact:
            return {"更改联系方式", "以后按这里的联系方式与您联系。", "保存新的联系方式", {}};
        case OwnAct::withdrawal:
            return {"确定要撤回申请吗？", "撤回以后不再办理，也不能恢复；需要时可以重新申请。",
                    "撤回这份申请", "撤回的原因"};
    }
    GK_ASSERT(!"an act");
    return {};
}

}  // namespace

std::string own_act_path(OwnAct act) {
    return std::string(paths::own_case) + "/" + std::string(key(act));
}

std::string own_act_page(const portal::Viewing& viewing, const OwnActView& view) {
    const auto text = text_of(view.act);
    auto frame = case_frame(viewing, title_of(text.heading, view.problems),
                            std::string(label(view.act)), "own_act.html");
    auto& body = frame.body();
    portal::fill_problems(body, view.problems);
    if (view.problems.empty()) {
        body.add("HAS_ANCHOR").set("ANCHOR", portal::answer_anchor);
    }
    body.set("NUMBER", view.number).set("HEADING", text.heading).set("LEAD", text.lead);
    body.set("BUTTON", text.button).set("BACK_URL", viewing.link(paths::own_case));
    body.set("ACTION",
             viewing.link(own_act_path(view.act)) + "#" + std::string(portal::answer_anchor));
    if (!view.asked.empty()) {
        body.add("ASKED").set("HEADING", "机关的要求").set("TEXT", view.asked);
    }
    FormParts parts(body, view.fields, view.problems);
    if (view.act == OwnAct::contact) {
        parts.contact("补正、延期、征求意见和答复都这样告知您。");
    } else {
        parts.area({.name = "text",
                    .label = text.text_label,
                    .is_optional = view.act == OwnAct::withdrawal || view.act == OwnAct::material});
        if (view.act != OwnAct::withdrawal) {
            parts.files({.name = "material_file",
                         .hint = "手机拍照（jpg、png、heic）或者PDF，每个不超过10MB。"},
                        {});
        }
    }
    return frame.render();
}

}  // namespace gk::web::citizen
