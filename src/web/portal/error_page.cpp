#include "web/portal/error_page.hpp"

namespace gk::web::portal {

std::string error_page(const Viewing& viewing, const ErrorView& error) {
    const std::string title(error.title);
    Frame frame(viewing, {.title = title}, "error.html");
    frame.body().set("HEADING", title);
    for (const auto& problem : error.problems) {
        auto line = frame.body().add("PROBLEM");
        line.set("MESSAGE", problem.message).set_any("HINT", problem.hint);
    }
    return frame.render();
}

}  // namespace gk::web::portal
