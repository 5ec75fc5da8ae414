// The dossier of a case, taken out as a ZIP or as one PDF.
#include <algorithm>
#include <iterator>

#include "remedy/dossier/dossier_files.hpp"
#include "remedy/dossier/dossier_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

using api::Call;
using people::Permission;
using remedy::dossier::Dossier;
using remedy::dossier::DossierForm;

// People read who acted by their names.
void say_names(Dossier& dossier, store::Database& database) {
    std::vector<std::string> trail_names;
    std::ranges::transform(dossier.course, std::back_inserter(trail_names),
                           &remedy::dossier::Occurrence::actor);
    const ActorNames names(database, trail_names);
    for (auto& each : dossier.course) {
        each.actor = names.of(each.actor);
    }
}

Result<Response> take_out(const Call& call, const OfficeServices& services, DossierForm form) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(auto dossier,
           remedy::dossier::take_out_dossier(held.desk, *held.files, call.argument("case"), form,
                                             call.actor, call.now));
    say_names(dossier, services.database);
    const auto& fonts = held.letters->fonts;
    const auto name = dossier.number + "案卷";
    if (form == DossierForm::zip) {
        return api::file_answer(remedy::dossier::dossier_zip(dossier, fonts), "application/zip",
                                name + ".zip");
    }
    GK_TRY(auto pdf, remedy::dossier::dossier_pdf(dossier, fonts));
    return api::file_answer(std::move(pdf), "application/pdf", name + ".pdf");
}

}  // namespace

std::vector<api::ApiRoute> dossier_rows(const OfficeServices& services) {
    return {
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}/dossier.zip",
         .permission = Permission::applicant_read,
         .operation_id = "get_dossier_zip",
         .summary = "案卷，各件材料和目录；导出留痕",
         .media_type = "application/zip",
         .handler =
             [services](const Call& call) { return take_out(call, services, DossierForm::zip); }},
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}/dossier.pdf",
         .permission = Permission::applicant_read,
         .operation_id = "get_dossier_pdf",
         .summary = "案卷，合成一个PDF；导出留痕",
         .media_type = "application/pdf",
         .handler = [services](const Call& call) {
             return take_out(call, services, DossierForm::pdf);
         }}};
}

}  // namespace gk::web::office
