#include "application/started/submission_service.hpp"

#include <algorithm>

#include "application/receipt_settings_store.hpp"
#include "application/service.hpp"
#include "application/started/check.hpp"
#include "application/started/errors.hpp"
#include "application/started/limit_store.hpp"
#include "application/started/submission.hpp"
#include "application/telephone.hpp"
#include "application/wanted_words.hpp"
#include "base/assert.hpp"
#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "notify/service.hpp"
#include "people/service.hpp"
#include "store/database.hpp"

namespace gk::application::started {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// Above what one person files, with room for a lawyer's office or a village that shares an address.
constexpr LimitRule submissions_of_address{.at_once = 20, .one_each = minutes(5)};
constexpr LimitRule submissions_of_site{.at_once = 500, .one_each = seconds(5)};

constexpr std::string_view code_field = "issued_code";
constexpr std::string_view hash_field = "issued_hash";

Result<void> check_whole(const StartedForm& form, const std::vector<people::Agency>& agencies) {
    AgencyCodes codes;
    for (const auto& agency : agencies) {
        codes.insert(agency.code);
    }
    ProblemList problems;
    for (auto& each : check_form(form.fields, codes)) {
        problems.add(Error(ErrorKind::invalid, {std::move(each.problem)}));
    }
    return problems.empty() ? Result<void>() : std::move(problems).error();
}

// Counts against the limits and keeps the code with the form, before anything is submitted: whoever
// tries again after a crash gets the receipt of the first time, with the same code.
Result<StartedForm> issue_code(const FormKeeping& keeping, const Submitting& submitting,
                               const QueryCode& code, Moment now) {
    const auto of_address = limit_subject(keeping.ring, "submit a form", submitting.client_address);
    const auto of_site = limit_subject(keeping.ring, "submit a form", "the site");
    return change_form(keeping, submitting.link, now,
                       [&](store::Transaction& transaction, StartedForm& form) -> Result<void> {
                           if (form.is_submitted() || form.fields.contains(code_field)) {
                               return {};
                           }
                           auto wait =
                               wait_seconds(transaction, submissions_of_address, of_address, now);
                           if (!wait) {
                               wait = wait_seconds(transaction, submissions_of_site, of_site, now);
                           }
                           if (wait) {
                               return error(too_many, waiting_time(*wait));
                           }
                           form.fields.emplace(code_field, code.text);
                           form.fields.emplace(hash_field, code.hash);
                           return {};
                       });
}

struct ToldOf {
    const Fields& fields;
    Id<people::Agency> agency;
};

// The number and the code go to the contact that was chosen, besides being shown.
void send_receipt(store::Transaction& transaction, const people::KeyRing& ring,
                  const Receipt& receipt, const ToldOf& told, Moment now) {
    if (receipt.told_to.empty()) {
        return;
    }
    const bool is_to_confirm =
        receipt_of_case(transaction, receipt.application) == law::ReceiptBy::confirmation;
    const bool is_mail = value(told.fields, "contact_route") == "email";
    notify::send(
        transaction, ring,
        {.agency = told.agency,
         .carrier = is_mail ? notify::Carrier::mail : notify::Carrier::short_message,
         .address = is_mail ? text::to_half_width(text::trim(value(told.fields, "email")))
                            : normalised_telephone(value(told.fields, "phone")),
         .subject = "政府信息公开申请回执",
         .text = "您向" + receipt.agency_name + "提交的政府信息公开申请已经登记，申请编号 " +
                 receipt.number + "，查询码 " + receipt.query_code +
                 (is_to_confirm ? "。工作人员会与您确认收到，自双方确认之日起计算答复期限。"
                                : "。答复期限自提交之日起计算。") +
                 "请勿将查询码转告他人。",
         .timing = notify::Timing::at_once,
         .object = {.kind = "case", .public_id = receipt.application},
         .once = "receipt " + receipt.application},
        now);
}

}  // namespace

Result<Receipt> submit_form(const Desk& desk, const FormKeeping& keeping,
                            const Submitting& submitting, Moment now) {
    GK_TRY(const auto form, find_form(keeping, submitting.link, now));
    if (form.is_submitted()) {
        return *form.receipt;
    }
    const auto agencies = people::list_agencies(desk.database);
    GK_CHECK(check_whole(form, agencies));
    GK_TRY(const auto issued, issue_code(keeping, submitting, new_query_code(), now));
    if (issued.is_submitted()) {
        return *issued.receipt;
    }
    const QueryCode code{.text = std::string(value(issued.fields, code_field)),
                         .hash = std::string(value(issued.fields, hash_field))};
    const auto given = new_application(issued);
    GK_TRY(const auto taken, submit_application(desk, given, code, issued.submission_key, now));
    const auto agency = std::ranges::find(agencies, given.agency_code, &people::Agency::code);
    GK_ASSERT(agency != agencies.end());
    const Receipt receipt{.application = taken.public_id,
                          .number = taken.number,
                          .query_code = grouped(code.text),
                          .agency_name = agency->name,
                          .title = wanted_words(given.wanted),
                          .told_to = masked_contact(issued.fields),
                          .submitted_at = taken.submitted_at};
    return keep_receipt(keeping, submitting.link, receipt, now,
                        [&](store::Transaction& transaction) {
                            send_receipt(transaction, keeping.ring, receipt,
                                         {.fields = issued.fields, .agency = agency->id}, now);
                        });
}

}  // namespace gk::application::started
