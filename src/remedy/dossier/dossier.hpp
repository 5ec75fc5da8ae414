// The dossier (案卷) of an application: who applied for what, what was done in order, and every
// paper and file of it, from the application to the last document of a lawsuit (条例 art. 45).
// Pure.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "application/applicant_store.hpp"
#include "application/standing.hpp"
#include "document/clean_file.hpp"
#include "letter/letter.hpp"
#include "remedy/remedy.hpp"

namespace gk::remedy::dossier {

// A line of a form: 申请编号 xigebi-2026-0012.
struct Fact {
    std::string label;
    std::string text;
};

// What was done, whether in the case, with its letters or in a remedy.
struct Occurrence {
    Date on;
    Moment at;
    std::string title;
    std::string actor;  // As in the trail.
    std::vector<std::string> lines = {};
};

// A file of the dossier. Without bytes: it was deleted when its time had come.
struct DossierFile {
    Date on;
    Moment at;
    std::string title;       // 登记申请：身份证明
    std::string given_name;  // As it was called when it came in; may be empty.
    document::MediaKind kind = document::MediaKind::pdf;
    std::string bytes;
    std::string sha256;
    std::string sm3;
};

struct Dossier {
    std::string agency_name;
    std::string number;
    std::string title;
    std::vector<Fact> cover;
    std::vector<Fact> form;  // 申请表: personal data.
    std::vector<Occurrence> course;
    std::vector<DossierFile> files;  // In the order in which they came.
    Moment made_at;
};

// What an act names by a code or an id: units, letters.
using Names = std::map<std::string, std::string, std::less<>>;

// What the parts of a case say in its course, each by itself.
[[nodiscard]] std::vector<Occurrence> course_of(const application::Case& of, const Names& names);
[[nodiscard]] std::vector<Occurrence> course_of(const letter::Letter& letter);
[[nodiscard]] std::vector<Occurrence> course_of(const RemedyCase& remedy);

[[nodiscard]] std::vector<Fact> cover_of(const application::Case& of,
                                         const application::Standing& standing);
[[nodiscard]] std::vector<Fact> form_of(const application::Case& of,
                                        const application::KeptApplicant& kept);

// 延期答复告知书; 政府信息公开申请答复书（信息不存在）
[[nodiscard]] std::string letter_name(law::LetterKind kind);

// How each file is called in the dossier: "003 2026-03-20 延期答复告知书.pdf". No two are alike;
// nothing in it means anything to a file system.
[[nodiscard]] std::vector<std::string> file_names(const Dossier& dossier);

}  // namespace gk::remedy::dossier
