// The files that the program carries for the browser: styles, icons. Each has two addresses: one
// with the hash of its bytes in the name, which may be kept for ever, and the plain one, which is
// asked about each time.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/resource.hpp"
#include "web/representation.hpp"
#include "web/route.hpp"

namespace gk::web {

class StaticFiles {
public:
    // Takes every file of the table below `folder` ("web_portal/static/") in as
    // /static/NAME/file. A Bug where one lies deeper or has a kind that is not known.
    void add(std::string_view name, const ResourceTable& table, std::string_view folder);

    // "/static/portal/portal.css" → "/static/portal/portal.1f2e3d4c5b6a.css"; a Bug for a file
    // that is not there.
    [[nodiscard]] std::string hashed(std::string_view plain_address) const;
    // A text, for example a template, in which every plain address is the hashed one.
    [[nodiscard]] std::string with_hashed_addresses(std::string text) const;

    // Serves what was added, for as long as the files live.
    [[nodiscard]] std::vector<Route> routes() const;

private:
    std::map<std::string, std::shared_ptr<const Representation>, std::less<>> files_;
    std::map<std::string, std::string, std::less<>> hashed_;
};

}  // namespace gk::web
