#include "web/citizen/citizen_site.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "web/citizen/proof_of_work.hpp"
#include "web/citizen/wizard_page.hpp"
#include "web/http/target.hpp"

namespace gk::web::citizen {

namespace {

std::filesystem::path new_folder() {
    auto folder = std::filesystem::temp_directory_path() / ("citizen-" + new_public_id());
    std::filesystem::create_directories(folder);
    return folder;
}

portal::SiteIdentity site() {
    portal::SiteIdentity identity;
    identity.agency = "lihe";
    identity.office.name = "镇党政办公室";
    identity.office.telephone = "000-0000000";
    identity.takes_applications = true;
    return identity;
}

void add_agency(store::Database& database, const std::string& code, const std::string& name,
                law::AgencyLevel level, std::optional<std::string> parent) {
    people::NewAgency agency;
    agency.code = code;
    agency.name = name;
    agency.short_name = name;
    agency.level = level;
    agency.parent_code = std::move(parent);
    EXPECT_TRUE(
        people::register_agency(database, agency, people::operator_named("cli:test"), Moment{1}));
}

constexpr std::string_view boundary = "----the-boundary-of-the-test";

std::string multipart(const Fields& fields, const std::string& file_part = {}) {
    std::string body = file_part;
    for (const auto& [name, typed] : fields) {
        body += "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"" +
                name + "\"\r\n\r\n" + typed + "\r\n";
    }
    return body + "--" + std::string(boundary) + "--\r\n";
}

}  // namespace

CitizenSite::CitizenSite()
    : folder_(new_folder()), ring_(*people::create_key_ring(folder_)), keys_(folder_) {
    EXPECT_TRUE(store::migrate_up(*database_, Moment{1}).has_value());
    calendar_ = *calendar::LiveCalendar::open(*database_, std::nullopt);
    add_agency(*database_, "fuyuan", "富源县人民政府", law::AgencyLevel::county, std::nullopt);
    add_agency(*database_, "lihe", "礼和镇人民政府", law::AgencyLevel::township, "fuyuan");
    portal_ = std::make_unique<portal::Portal>(
        portal::PortalServices{.database = *database_, .clock = clock_, .font_folder = {}}, site(),
        files_);
    citizen_ = std::make_unique<Citizen>(CitizenServices{.database = *database_,
                                                         .clock = clock_,
                                                         .calendar = *calendar_,
                                                         .keys = keys_,
                                                         .files = folder_ / "files"},
                                         portal_->site(), files_);
    router_ = std::make_unique<Router>(citizen_->routes());
}

CitizenSite::~CitizenSite() {
    std::filesystem::remove_all(folder_);
}

Response CitizenSite::ask(Method method, const std::string& target, std::string body) {
    const auto read = read_target(target.substr(0, target.find('#')));
    if (!read) {
        ADD_FAILURE() << "no target: " << target;
        return {};
    }
    Request request;
    request.path = read->path;
    request.query = read->query;
    const auto match = router_->match(method, request.path);
    if (match.route == nullptr) {
        ADD_FAILURE() << "no route for " << request.path;
        return {};
    }
    request.method = method;
    request.arguments = match.arguments;
    request.client_address = client_address;
    request.body = std::move(body);
    request.headers.add("Host", "gk.example.cn");
    request.headers.add("Content-Type", "multipart/form-data; boundary=" + std::string(boundary));
    if (!cookies.empty()) {
        request.headers.add("Cookie", cookies);
    }
    auto answer = match.route->handler(request);
    if (!answer) {
        Response refused;
        refused.status = answer.error().kind() == ErrorKind::not_found ? 404 : 422;
        refused.body = answer.error().first().code;
        return refused;
    }
    if (const auto set = answer->headers.get("Set-Cookie"); !set.empty()) {
        cookies = std::string(set.substr(0, set.find(';')));
    }
    return *std::move(answer);
}

Response CitizenSite::get(const std::string& target) {
    return ask(Method::get, target, {});
}

Response CitizenSite::post(const std::string& target, const Fields& fields) {
    return ask(Method::post, target, multipart(fields));
}

Response CitizenSite::post_file(const std::string& target, const Fields& fields,
                                const std::string& field, const std::string& name,
                                const std::string& bytes) {
    return ask(Method::post, target,
               multipart(fields, "--" + std::string(boundary) +
                                     "\r\nContent-Disposition: form-data; name=\"" + field +
                                     "\"; filename=\"" + name +
                                     "\"\r\nContent-Type: image/png\r\n\r\n" + bytes + "\r\n"));
}

std::string CitizenSite::location(const Response& response) {
    EXPECT_EQ(response.status, 303) << response.body;
    return std::string(response.headers.get("Location"));
}

std::string CitizenSite::new_form() {
    const auto target = location(post("/applications/started-forms", {{"begin", "yes"}}));
    return target.substr(target.find('=') + 1);
}

std::string CitizenSite::page(std::string_view name, std::string_view link) {
    return "/applications/started-forms/" + std::string(name) + "?form=" + std::string(link);
}

void CitizenSite::fill(const std::string& link, const Fields& changes) {
    Fields all = {{"agency", "lihe"},
                  {"kind", "natural_person"},
                  {"name", "申请人甲"},
                  {"identity_kind", "identity_card"},
                  {"identity_number", "11010519491231002X"},
                  {"contact_route", "sms"},
                  {"phone", "13800000000"},
                  {"title", "水渠修缮项目验收材料"},
                  {"wanted_form", "electronic"},
                  {"wanted_route", "online"}};
    for (const auto& [name, typed] : changes) {
        all[name] = typed;
    }
    for (const auto each : application::started::form_pages()) {
        if (each != application::started::FormPage::check) {
            const auto answer = post(page(application::started::key(each), link), all);
            EXPECT_EQ(answer.status, 303) << application::started::key(each);
        }
    }
}

Response CitizenSite::submit(const std::string& link) {
    const auto shown = get(page("check", link)).body;
    return post(page("check", link),
                {{"website", ""}, {"work", work_of(between(shown, "data-challenge=\"", "\""))}});
}

application::Desk CitizenSite::cases() {
    return {.database = *database_, .ring = ring_, .calendar = *calendar_};
}

std::int64_t CitizenSite::count(const std::string& table) {
    return database_->read([&](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT COUNT(*) FROM " + table);
        EXPECT_TRUE(row.next());
        return row.get<std::int64_t>(0);
    });
}

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
    const auto from = text.find(begin);
    if (from == std::string_view::npos) {
        return {};
    }
    const auto rest = text.substr(from + begin.size());
    const auto to = rest.find(end);
    return to == std::string_view::npos ? std::string() : std::string(rest.substr(0, to));
}

std::string small_png() {
    return *from_hex(
        "89504e470d0a1a0a0000000d49484452000000040000000408020000002693092900000014744558"
        "74417574686f72005a68616e6720617420686f6d65e5b86d6f0000001049444154789c63f8dfc000"
        "470cc471007ea217f15da160050000000049454e44ae426082");
}

std::string work_of(std::string_view challenge) {
    for (int number = 0;; ++number) {
        if (is_work(challenge, std::to_string(number), work_zero_bits)) {
            return std::to_string(number);
        }
    }
}

}  // namespace gk::web::citizen
