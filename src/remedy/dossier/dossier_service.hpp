// Taking a dossier out: by who may see applicants, and with a mark in the trail each time.
#pragma once

#include "application/desk_service.hpp"
#include "document/file_store.hpp"
#include "people/actor.hpp"
#include "remedy/dossier/dossier.hpp"

namespace gk::remedy::dossier {

enum class DossierForm : std::uint8_t { zip, pdf };

// Everything of the case, with the bytes of its files. Refuses a case that the actor may not know
// of as an unknown one, who may not see applicants, and more files than a dossier takes at once.
[[nodiscard]] Result<Dossier> take_out_dossier(const application::Desk& desk,
                                               const document::FileStore& files,
                                               std::string_view case_id, DossierForm form,
                                               const people::Actor& actor, Moment now);

}  // namespace gk::remedy::dossier
