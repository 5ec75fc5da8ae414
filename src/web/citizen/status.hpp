// Following a case: with its number and query code, then for half an hour with a signed cookie.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "application/view_service.hpp"
#include "web/citizen/desk.hpp"
#include "web/citizen/sent_form.hpp"
#include "web/citizen/status_page.hpp"
#include "web/route.hpp"

namespace gk::web::citizen {

class Status {
public:
    // Three files of the largest size, and the rest of the form.
    static constexpr std::size_t body_bytes_max = (30U << 20U) + (256U << 10U);

    // `desk` must outlive it.
    explicit Status(const CitizenDesk& desk) : desk_(desk) {}

    // It must outlive its routes.
    [[nodiscard]] std::vector<Route> routes() const;

private:
    // One request of somebody who was let in.
    struct Visit {
        portal::Viewing viewing;
        std::shared_ptr<const people::KeyRing> ring;
        Moment now;
        application::CaseView found;
    };

    // Nothing where the cookie lets nobody in.
    [[nodiscard]] Result<std::unique_ptr<Visit>> visit(const Request& request) const;

    [[nodiscard]] Result<Response> ask(const Request& request) const;
    [[nodiscard]] Result<Response> enter(const Request& request) const;
    [[nodiscard]] Result<Response> ask_for_code(const Request& request) const;
    [[nodiscard]] Result<Response> send_code(const Request& request) const;
    [[nodiscard]] Result<Response> show(const Request& request) const;
    [[nodiscard]] Result<Response> file(const Request& request) const;
    [[nodiscard]] Result<Response> published_answer(const Request& request) const;
    // To be saved, never shown by the browser as a page of ours.
    [[nodiscard]] Result<Response> kept_file(const people::KeyRing& ring,
                                             const document::StoredFile& stored,
                                             const std::string& name) const;
    [[nodiscard]] Result<Response> leave(const Request& request) const;
    [[nodiscard]] Result<Response> ask_for_act(const Request& request) const;
    [[nodiscard]] Result<Response> do_act(const Request& request) const;

    // Keeps the files that came with an act; returns their public ids.
    [[nodiscard]] Result<std::vector<std::string>> keep_files(const Visit& visit,
                                                              const Request& request,
                                                              const SentForm& sent) const;

    const CitizenDesk& desk_;
};

}  // namespace gk::web::citizen
