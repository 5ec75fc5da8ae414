// What stands around every page: head, the four columns, where one is, foot. A page gives its
// title and its body; the frame knows the site, the large type and the links.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/page/template.hpp"
#include "web/portal/paths.hpp"
#include "web/portal/site.hpp"

namespace gk::web::portal {

// What a page is told of the one who looks.
struct Viewing {
    const page::Templates& templates;
    SiteIdentity site;
    bool is_large = false;  // 大字版: asked for by ?v=large, kept by every link.
    std::string path;
    std::string query = {};  // What was searched for, where this is a search.
    // What the address asks for beside the type; kept where the type is changed.
    std::vector<std::pair<std::string_view, std::string>> asked = {};

    // The address of a page of ours in the same type.
    [[nodiscard]] std::string link(std::string_view path_to) const;
};

struct Crumb {
    std::string_view name;
    std::string path;
};

struct PageHead {
    std::string title;  // Empty on the home page.
    // The column (paths::…) or paths::applications that this page belongs to.
    FixedPath column = {};
    std::vector<Crumb> crumbs = {};  // Between the home page and here.
    std::string here = {};           // The last crumb; the title where empty.
};

class Frame {
public:
    // `body` names the template of the page itself.
    Frame(const Viewing& viewing, const PageHead& head, std::string_view body);

    [[nodiscard]] page::Values& body() { return body_; }

    // The values around the body: meta data of an article.
    [[nodiscard]] page::Values shell() { return page_.values(); }

    // The head of the home page, where the frame has none of its own columns.
    [[nodiscard]] page::Values& banner() { return banner_; }

    [[nodiscard]] std::string render() const;

private:
    const Viewing& viewing_;
    page::Page page_;
    page::Values banner_;
    page::Values body_;
};

// The parts of a name between which a line may break: after the place, the year, the subject.
[[nodiscard]] std::vector<std::string> phrases(std::string_view title);
// Adds each part as {{#NAME}}{{TEXT}}<wbr>{{/NAME}}.
void add_phrases(page::Values& values, std::string_view section, std::string_view title);

}  // namespace gk::web::portal
