// Serves two cached pages the way the portal does, for bench/http to measure beside nginx.
//   bench_http_server PORT FILE…      each file as /NAME, until SIGTERM
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "web/application.hpp"
#include "web/run_server.hpp"
#include "web/security_headers.hpp"

namespace {

gk::web::Route page(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    return {.method = gk::web::Method::get,
            .pattern = "/" + file.filename().string(),
            .permission = gk::people::Permission::everyone,
            .audience = gk::web::Audience::page,
            .limits = {},
            .handler =
                [bytes](const gk::web::Request&) {
                    gk::web::Response response;
                    response.headers.set("Content-Type", "text/html; charset=utf-8");
                    response.body = bytes;
                    return response;
                },
            .caching = gk::web::Caching::until_commit};
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "bench_http_server PORT FILE…\n";
        return 2;
    }
    gk::web::ServerOptions options;
    std::from_chars(arguments[1], arguments[1] + std::strlen(arguments[1]), options.port);
    options.io_threads = std::thread::hardware_concurrency();
    options.connections_per_client_max = 1000;
    options.common_headers = gk::web::security_headers();
    std::vector<gk::web::Route> rows;
    for (int i = 2; i < count; ++i) {
        rows.push_back(page(arguments[i]));
    }
    gk::web::Application application(std::move(rows), {});
    gk::web::Server server(std::move(options), application);
    const gk::web::StopSignal stop;
    run_server(server, gk::web::ServiceManager({}, {}), stop,
               {.on_ready = [](std::uint16_t) {}, .on_tick = [] {}});
}
