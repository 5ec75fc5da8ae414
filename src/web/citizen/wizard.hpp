// Filling in the form: begin, page by page, keep for later, discard, submit, receipt.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "application/started/check.hpp"
#include "web/citizen/desk.hpp"
#include "web/citizen/form_pages.hpp"
#include "web/citizen/sent_form.hpp"
#include "web/citizen/wizard_page.hpp"
#include "web/route.hpp"

namespace gk::web::citizen {

class Wizard {
public:
    // What one page may bring: three files of the largest size, and the rest of the form.
    static constexpr std::size_t body_bytes_max = (30U << 20U) + (256U << 10U);

    // `desk` must outlive it.
    explicit Wizard(const CitizenDesk& desk) : desk_(desk) {}

    // The wizard must outlive its routes.
    [[nodiscard]] std::vector<Route> routes() const;

private:
    // One request on one form.
    struct Visit {
        const Request& request;
        portal::Viewing viewing;
        std::shared_ptr<const people::KeyRing> ring;
        std::string link;
        Moment now;
    };

    [[nodiscard]] Result<Visit> visit(const Request& request) const;
    [[nodiscard]] Result<Response> begin(const Request& request) const;
    [[nodiscard]] Result<Response> show(const Request& request) const;
    [[nodiscard]] Result<Response> take(const Request& request) const;
    [[nodiscard]] Result<Response> saved(const Request& request) const;
    [[nodiscard]] Result<Response> discard(const Request& request) const;
    [[nodiscard]] Result<Response> receipt(const Request& request) const;
    [[nodiscard]] Response notice(const Request& request) const;

    [[nodiscard]] WizardView view_of(const Visit& visit, application::started::FormPage page,
                                     const application::started::StartedForm& form) const;
    [[nodiscard]] Response answer(const Visit& visit, const WizardView& view) const;
    // What became of the files that were sent with a page, and of the one to be removed.
    [[nodiscard]] std::vector<Problem> take_files(const Visit& visit,
                                                  application::started::FormPage page,
                                                  const SentForm& sent,
                                                  const application::started::Fields& fields) const;
    [[nodiscard]] Response go_on(const Visit& visit, const WizardView& view) const;
    [[nodiscard]] Response once_more(const Visit& visit, application::started::FormPage page,
                                     std::string_view shown = {}) const;
    [[nodiscard]] Result<Response> submit(const Visit& visit, const SentForm& sent,
                                          WizardView view) const;

    [[nodiscard]] ReceiptAgency agency_of(std::string_view application) const;

    const CitizenDesk& desk_;
};

}  // namespace gk::web::citizen
