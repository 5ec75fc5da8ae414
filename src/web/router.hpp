// From method and path to a row of the route table.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/route.hpp"

namespace gk::web {

struct Match {
    const Route* route = nullptr;
    Parameters arguments;
    // Where the path is served, but not with this method: the methods it is served with.
    std::vector<Method> allowed;

    [[nodiscard]] bool is_path_known() const { return route != nullptr || !allowed.empty(); }
};

class Router {
public:
    // A Bug for a row without handler, with a pattern that is not "/" or "/segment/{name}…", with
    // the method and shape of another row, with a permission that nothing guards, or cached though
    // it is not everyone's. A row of the operator, who does not come over HTTP, is checked and then
    // left out: its path is not found.
    explicit Router(std::vector<Route> routes);
    ~Router();

    // A fixed segment goes before a {name}, and that before {*name}, which takes the rest of the
    // path, slashes included, even nothing: "/office/{*path}" serves "/office/" too. HEAD finds the
    // row of GET.
    [[nodiscard]] Match match(Method method, std::string_view path) const;

private:
    struct Node;

    void add(const Route& route);

    std::vector<Route> routes_;
    std::unique_ptr<Node> root_;
};

}  // namespace gk::web
