#include "web/router.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::web {

namespace {

using Segments = std::vector<std::string_view>;

// "/" has one, empty segment.
Segments segments_of(std::string_view path) {
    return text::split(path.substr(1), '/');
}

bool is_name(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}') && segment.size() > 2;
}

// {*path}: the rest of a path.
bool is_rest(std::string_view segment) {
    return is_name(segment) && segment[1] == '*' && segment.size() > 3;
}

std::string_view name_of(std::string_view segment) {
    const std::size_t start = is_rest(segment) ? 2 : 1;
    return segment.substr(start, segment.size() - start - 1);
}

void require(bool holds, const Route& route, std::string_view what) {
    if (!holds) {
        throw Bug(fmt::format("route {} {}: {}", key(route.method), route.pattern, what));
    }
}

// The operator does not come over HTTP.
bool is_over_http(const Route& route) {
    return route.permission.value() != people::Permission::operate;
}

void require_sound(const Route& route) {
    require(route.handler != nullptr, route, "has no handler");
    require(route.pattern.starts_with('/'), route, "does not begin with /");
    require(route.method != Method::head, route, "HEAD is answered by the row of GET");
    std::set<std::string_view> names;
    const auto segments = segments_of(route.pattern);
    for (const auto segment : segments) {
        require(!is_rest(segment) || segment.data() == segments.back().data(), route,
                "{*name} must come last");
        require(!segment.empty() || route.pattern == "/", route, "has an empty segment");
        const bool has_brace = segment.find_first_of("{}") != std::string_view::npos;
        require(!has_brace || is_name(segment), route, "{name} must be a whole segment");
        require(!has_brace || names.insert(segment).second, route, "has a name twice");
    }
    const bool is_get = route.method == Method::get;
    require(route.caching == Caching::none || is_get, route, "only GET is cached");
    require(route.runs == Runs::on_worker || is_get, route, "only GET runs on the I/O thread");
    const bool is_open = route.permission.value() == people::Permission::everyone;
    const bool is_guarded = route.guard == Guard::session;
    require(is_open || is_guarded || !is_over_http(route), route, "has an unguarded permission");
    require(route.caching == Caching::none || !is_guarded, route, "is cached and guarded");
}

// The same for two patterns that match the same paths.
std::string shape_of(const Route& route) {
    std::string shape(key(route.method));
    for (const auto segment : segments_of(route.pattern)) {
        shape.append("/").append(is_rest(segment) ? "{*}" : is_name(segment) ? "{}" : segment);
    }
    return shape;
}

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> named;
    std::unique_ptr<Node> rest;
    std::map<Method, const Route*> rows;

    // The node of these segments, fixed ones first; what {name} segments matched on the way.
    const Node* find(std::span<const std::string_view> segments, Segments& matched) const {
        if (segments.empty()) {
            return rows.empty() ? nullptr : this;
        }
        if (const auto next = fixed.find(segments.front()); next != fixed.end()) {
            if (const auto* found = next->second->find(segments.subspan(1), matched)) {
                return found;
            }
        }
        if (named && !segments.front().empty()) {
            matched.push_back(segments.front());
            if (const auto* found = named->find(segments.subspan(1), matched)) {
                return found;
            }
            matched.pop_back();
        }
        if (!rest) {
            return nullptr;
        }
        // The segments are views of one path.
        const auto* const begin = segments.front().data();
        matched.emplace_back(begin, segments.back().data() + segments.back().size());
        return rest.get();
    }
};

Router::Router(std::vector<Route> routes)
    : routes_(std::move(routes)), root_(std::make_unique<Node>()) {
    std::set<std::string> shapes;
    for (const auto& route : routes_) {
        require_sound(route);
        require(shapes.insert(shape_of(route)).second, route, "is there twice");
        if (is_over_http(route)) {
            add(route);
        }
    }
}

Router::~Router() = default;

void Router::add(const Route& route) {
    auto* node = root_.get();
    for (const auto segment : segments_of(route.pattern)) {
        auto& next = is_rest(segment)   ? node->rest
                     : is_name(segment) ? node->named
                                        : node->fixed[std::string(segment)];
        if (!next) {
            next = std::make_unique<Node>();
        }
        node = next.get();
    }
    node->rows.emplace(route.method, &route);
}

Match Router::match(Method method, std::string_view path) const {
    Match match;
    Segments matched;
    const auto segments = segments_of(path);
    const auto* node = root_->find(segments, matched);
    if (node == nullptr) {
        return match;
    }
    const auto row = node->rows.find(method == Method::head ? Method::get : method);
    if (row == node->rows.end()) {
        for (const auto& [allowed, route] : node->rows) {
            match.allowed.push_back(allowed);
            if (allowed == Method::get) {
                match.allowed.push_back(Method::head);
            }
        }
        return match;
    }
    match.route = row->second;
    auto value = matched.begin();
    for (const auto segment : segments_of(match.route->pattern)) {
        if (is_name(segment)) {
            match.arguments.emplace_back(name_of(segment), *value++);
        }
    }
    return match;
}

}  // namespace gk::web
