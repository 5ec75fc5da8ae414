// Files that belong to a form or to the applicant's own acts: proof of identity, letter of
// authority, material. Told by what is in them, cleaned of what they tell beside what they show,
// kept encrypted outside of anything that the web serves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/started/service.hpp"
#include "document/file_store.hpp"

namespace gk::application::started {

inline constexpr int files_of_form_max = 10;

struct SentFile {
    std::string_view name;
    std::string_view bytes;
};

// Who sends, and to whom it goes.
struct Sender {
    std::string agency_code;
    std::string client_address;
};

// Cleans and keeps the file and returns its public id. Slow. Refuses as document::clean_file()
// does, an unknown agency, and an address that sends too many (`started_form.too_many`).
[[nodiscard]] Result<std::string> keep_file(const FormKeeping& keeping,
                                            const document::FileStore& files, const Sender& sender,
                                            const SentFile& sent, Moment now);

// Keeps the file with the form. Refuses as keep_file() and find_form() do, a form that is
// submitted, and more than ten files (`started_form.too_many_files`).
[[nodiscard]] Result<void> attach_file(const FormKeeping& keeping, const document::FileStore& files,
                                       std::string_view link, std::string_view field,
                                       const Sender& sender, const SentFile& sent, Moment now);

// Nothing where the form has no such file.
[[nodiscard]] Result<void> detach_file(const FormKeeping& keeping, std::string_view link,
                                       std::string_view file, Moment now);

}  // namespace gk::application::started
