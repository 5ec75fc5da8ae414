#include "web/office/letter_schema.hpp"

#include "letter/letter.hpp"
#include "letter/placeholder.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

using namespace api;

constexpr std::int64_t paragraph_chars_max = 4'000;
constexpr std::int64_t paragraphs_max = 200;

std::vector<Field> summary_fields() {
    return {{"id", "编号", text()},
            {"kind", "文书种类", choice("LetterKind", law::letter_kinds())},
            {"kind_label", "文书名称", text()},
            {"status", "状态", choice("LetterStatus", letter::letter_statuses())},
            {"status_label", "状态名称", text()},
            version_field(),
            {"number", "发文字号", text(), Need::optional},
            {"dated_on", "成文日期", date(), Need::optional},
            {"delivered_on", "送达日期", date(), Need::optional}};
}

std::vector<Field> text_fields() {
    return {{"title", "标题", text()},
            {"addressee", "主送", text()},
            {"paragraphs", "正文", list(text(paragraph_chars_max), paragraphs_max)},
            {"attachments", "附件名称", list(text(), paragraphs_max)},
            {"note", "附注", text_or_empty()}};
}

Schema text_schema() {
    auto fields = text_fields();
    fields.push_back({"signature", "署名", text()});
    return object("LetterText", std::move(fields));
}

Schema severance_schema() {
    return object("Severance", {{"place", "位置", text()},
                                {"exemption", "依据的例外", text()},
                                {"exemption_label", "例外名称", text()},
                                {"reason", "理由", text()}});
}

Schema released_file_schema() {
    return object("ReleasedFile",
                  {{"id", "编号", text()},
                   {"title", "名称", text()},
                   {"file_name", "文件名", text()},
                   {"byte_count", "字节数", number()},
                   {"sha256", "SHA-256", text()},
                   {"sm3", "SM3", text()},
                   {"source_sha256", "原件的SHA-256", text()},
                   {"status", "审查状态", choice("ReleaseStatus", letter::release_statuses())},
                   {"status_label", "审查状态名称", text()},
                   {"opinion", "审查意见", text_or_empty(2'000)},
                   {"added_by", "添加人", text()},
                   actor_name_field("added_by", "添加人姓名"),
                   {"reviewed_by", "审查人", text(), Need::optional},
                   {"reviewed_by_name", "审查人姓名", text(), Need::optional},
                   {"reviewed_at", "审查时间", moment(), Need::optional},
                   {"severances", "区分处理记录", list(severance_schema())}});
}

Schema delivery_schema() {
    return object("LetterDelivery",
                  {{"number", "次序", number(1)},
                   {"route", "送达方式", choice("DeliveryRoute", letter::delivery_routes())},
                   {"route_label", "送达方式名称", text()},
                   {"rule", "以哪一天为准", text()},
                   {"handed_over_on", "送出日期", date()},
                   {"delivered_on", "送达日期", date(), Need::optional},
                   {"signed_for_on", "签收日期", date(), Need::optional},
                   {"tracking_number", "邮件号码", text_or_empty()},
                   {"actor", "登记人", text()},
                   actor_name_field()});
}

Schema act_schema() {
    return object("LetterAct", {{"action", "操作", text()},
                                {"label", "操作名称", text()},
                                {"actor", "办理人", text()},
                                actor_name_field(),
                                {"at", "时间", moment()},
                                {"comment", "意见", text_or_empty(2'000)}});
}

Schema draft_schema() {
    return object("LetterDraft", {{"number", "次序", number(1)},
                                  {"is_uploaded", "由上传的docx形成", flag()},
                                  {"actor", "起草人", text()},
                                  actor_name_field(),
                                  {"made_at", "时间", moment()}});
}

}  // namespace

Schema letter_summaries_schema() {
    return object("LetterSummaries",
                  {{"items", "文书", list(object("LetterSummary", summary_fields()))}});
}

Schema letter_detail_schema() {
    auto fields = summary_fields();
    fields.insert(fields.end(), {{"case_id", "申请标识", text()},
                                 {"goes_with_case", "随办件审核和签发", flag()},
                                 {"has_sealed_copy", "有电子印章版", flag()},
                                 {"may_seal", "可以加盖电子印章", flag()},
                                 {"draft_number", "第几稿", number()},
                                 {"text", "文书内容", text_schema()},
                                 {"drafts", "各稿", list(draft_schema())},
                                 {"acts", "办理过程", list(act_schema())},
                                 {"deliveries", "送达", list(delivery_schema())},
                                 {"released_files", "所附文件", list(released_file_schema())},
                                 {"actions", "可以办理的操作", offered_actions()}});
    return object("LetterDetail", std::move(fields));
}

Schema letter_done_schema() {
    return object("LetterDone",
                  {{"id", "编号", text()},
                   version_field(),
                   {"status", "状态", choice("LetterStatus", letter::letter_statuses())},
                   {"number", "发文字号", text(), Need::optional}});
}

Schema new_letter_schema() {
    return object("NewLetter",
                  {{"kind", "文书种类", choice("LetterKind", law::letter_kinds())},
                   {"values", "各项内容", anything()},
                   {"is_served_by_internet", "通过互联网送达", flag(), Need::optional}});
}

Schema letter_text_body_schema() {
    auto fields = text_fields();
    fields.insert(fields.begin(), version_field());
    return object("LetterTextBody", std::move(fields));
}

Schema letter_preview_schema() {
    const auto lines = list(text_or_empty(paragraph_chars_max), paragraphs_max);
    return object("LetterPreview", {{"title", "标题", text_or_empty()},
                                    {"addressee", "主送", text_or_empty()},
                                    {"paragraphs", "正文", lines},
                                    {"attachments", "附件名称", lines},
                                    {"note", "附注", text_or_empty()}});
}

Schema letter_upload_schema() {
    return object("LetterUpload",
                  {version_field(), {"file", "docx文件", file(upload_file_bytes_max)}});
}

Schema letter_act_schema() {
    return object(
        "LetterActBody",
        {version_field(),
         {"comment", "意见", long_text_or_empty(2'000), Need::optional},
         {"dated_on", "成文日期", date(), Need::optional},
         {"route", "送达方式", choice("DeliveryRoute", letter::delivery_routes()), Need::optional},
         {"handed_over_on", "送出日期", date(), Need::optional},
         {"signed_for_on", "签收日期", date(), Need::optional},
         {"tracking_number", "邮件号码", text_or_empty(60), Need::optional},
         {"delivery_number", "第几次送达", number(1, 1000), Need::optional}});
}

Schema released_file_upload_schema() {
    return object("ReleasedFileUpload", {version_field(),
                                         {"title", "附件名称", text()},
                                         {"file", "文件", file(upload_file_bytes_max)}});
}

Schema release_review_schema() {
    return object("ReleaseReview",
                  {version_field(),
                   {"is_cleared", "可以提供", flag()},
                   {"is_publishable", "也可以主动公开", flag(), Need::optional},
                   {"opinion", "意见", long_text_or_empty(2'000), Need::optional}});
}

Schema letter_templates_schema() {
    return object("LetterTemplates",
                  {{"items", "模板",
                    list(object("LetterTemplate",
                                {{"kind", "文书种类", choice("LetterKind", law::letter_kinds())},
                                 {"label", "文书名称", text()},
                                 {"addressee", "主送对象", text()},
                                 {"title", "标题", text()},
                                 {"version", "版本", number()},
                                 {"is_own", "本机关自定", flag()}}))}});
}

Schema letter_template_detail_schema() {
    const auto placeholder =
        object("LetterPlaceholder",
               {{"key", "名称", text()},
                {"name", "模板中的写法", text()},
                {"type", "类型", choice("PlaceholderType", letter::placeholder_types())},
                {"is_of_office", "由系统填写", flag()},
                {"is_required", "必须填写", flag()},
                {"sample", "示例", text_or_empty(2'000)},
                {"help", "说明", text()}});
    const auto version = object("LetterTemplateVersion", {{"version", "版本", number(1)},
                                                          {"is_own", "本机关自定", flag()},
                                                          {"actor", "上传人", text()},
                                                          actor_name_field(),
                                                          {"made_at", "时间", moment()}});
    return object("LetterTemplateDetail",
                  {{"kind", "文书种类", choice("LetterKind", law::letter_kinds())},
                   {"label", "文书名称", text()},
                   {"version", "版本", number()},
                   {"is_own", "本机关自定", flag()},
                   {"title", "标题", text()},
                   {"paragraphs", "正文", list(text(paragraph_chars_max))},
                   {"must_state", "应当写明", list(text())},
                   {"placeholders", "可以使用的占位符", list(placeholder)},
                   {"versions", "各版", list(version)}});
}

Schema template_version_schema() {
    return object("TemplateVersion", {version_field()});
}

Schema template_upload_schema() {
    return object("TemplateUpload",
                  {version_field(), {"file", "docx文件", file(upload_file_bytes_max)}});
}

Schema number_patterns_schema() {
    return object(
        "NumberPatterns",
        {{"items", "发文字号",
          list(object("NumberPattern", {{"kind", "文书种类",
                                         choice("LetterKind", law::letter_kinds()), Need::optional},
                                        {"label", "用于", text()},
                                        {"pattern", "格式", text()},
                                        {"is_default", "系统默认", flag()},
                                        {"last_number", "已用到", number()},
                                        {"next", "下一个文号", text()}}))}});
}

Schema new_number_pattern_schema() {
    return object("NewNumberPattern",
                  {{"kind", "文书种类", choice("LetterKind", law::letter_kinds()), Need::optional},
                   {"pattern", "格式", text()},
                   {"last_number", "本年已用到第几号", number(0, 100'000), Need::optional}});
}

Schema letterhead_schema() {
    return object("Letterhead",
                  {version_field(),
                   {"review_body", "行政复议机关", text_or_empty()},
                   {"court", "人民法院", text_or_empty()},
                   {"office_name", "工作机构名称", text_or_empty()},
                   {"office_address", "工作机构地址", text_or_empty()},
                   {"office_phone", "联系电话", text_or_empty()},
                   {"layout", "版式", choice("LetterLayout", letter::letter_layouts())}});
}

}  // namespace gk::web::office
