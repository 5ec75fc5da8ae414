// The route table at work: finds the row, keeps out who may not, runs the handler on a worker,
// keeps the pages that may be kept, turns errors into pages or problem JSON, writes the access log.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "web/error_answer.hpp"
#include "web/http/server.hpp"
#include "web/page_cache.hpp"
#include "web/router.hpp"

namespace gk::web {

class Application final : public Site {
public:
    static constexpr std::size_t cache_bytes_max = 64'000'000;

    // A Bug for a table that Router refuses. `error_page` draws what is shown to people; empty:
    // problem JSON for everybody.
    Application(std::vector<Route> routes, ErrorPage error_page);

    // To be told of every commit.
    [[nodiscard]] PageCache& pages() { return pages_; }

    [[nodiscard]] Admission admit(Request& head) override;
    [[nodiscard]] Response refuse(Refusal refusal, const Request& head) override;
    [[nodiscard]] Response fail(const Request& request, std::string_view cause) override;
    void answered(const AccessRecord& record) override;

private:
    [[nodiscard]] Response run(const Route& route, const Request& request) const;
    [[nodiscard]] Response run_and_keep(const Route& route, const std::string& key,
                                        const Request& request);
    [[nodiscard]] Response say(const Error& error, int status, const Request& request,
                               Audience audience) const;
    [[nodiscard]] Response fault_shown(const Request& request, Audience audience,
                                       std::string_view cause) const;

    Router router_;
    ErrorPage error_page_;
    PageCache pages_{cache_bytes_max};
};

}  // namespace gk::web
