#include "application/wanted_words.hpp"

namespace gk::application {

std::string wanted_words(const std::string& title, const std::string& description,
                         const std::string& document_number) {
    if (!title.empty()) {
        return title;
    }
    return description.empty() ? document_number : description;
}

std::string wanted_words(const Wanted& wanted) {
    return wanted_words(wanted.title, wanted.description, wanted.document_number);
}

}  // namespace gk::application
