#include "web/office/identity_service.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include <boost/json.hpp>
#include <curl/curl.h>
#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm4.hpp"
#include "base/text.hpp"
#include "web/office/base64url.hpp"
#include "web/office/errors.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;

constexpr long connect_ms_max = 5'000;
constexpr long total_ms_max = 10'000;
constexpr std::size_t answer_bytes_max = 200'000;
constexpr std::int64_t clock_skew_ms = 60'000;
constexpr std::size_t secret_bytes = 32;

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

using Handle = std::unique_ptr<CURL, CloseHandle>;

std::size_t keep_part(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& answer = *static_cast<std::string*>(to);
    if (answer.size() + size * count > answer_bytes_max) {
        return 0;
    }
    answer.append(bytes, size * count);
    return size * count;
}

std::string form_encoded(std::string_view value) {
    std::string encoded;
    for (const char c : value) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                              c == '~';
        encoded +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::string form(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
        text += fmt::format("{}{}={}", text.empty() ? "" : "&", name, form_encoded(value));
    }
    return text;
}

bool is_loopback(std::string_view url) {
    return url.starts_with("http://127.0.0.1:") || url.starts_with("http://[::1]:");
}

// The JSON object at the address; nothing where there is none to have. With a body it is a POST.
std::optional<json::object> fetch(const std::string& url, const std::string& body) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const Handle handle(curl_easy_init());
    if (!handle) {
        throw Fault("libcurl cannot start");
    }
    std::string answer;
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, is_loopback(url) ? "http" : "https");
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, connect_ms_max);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, total_ms_max);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, keep_part);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
    if (!body.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.c_str());
    }
    long status = 0;
    if (curl_easy_perform(handle.get()) != CURLE_OK ||
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
        status != 200) {
        return std::nullopt;
    }
    json::error_code failure;
    auto value = json::parse(answer, failure);
    return !failure && value.is_object() ? std::optional(std::move(value.as_object()))
                                         : std::nullopt;
}

std::string text_in(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string()
               ? std::string(std::string_view(value->as_string()))
               : std::string();
}

// The audience is one text or a list of them.
bool is_for(const json::object& claims, std::string_view client_id) {
    const auto* audience = claims.if_contains("aud");
    if (audience == nullptr) {
        return false;
    }
    if (const auto* all = audience->if_array()) {
        return std::ranges::any_of(*all, [&](const json::value& each) {
            return each.is_string() && std::string_view(each.as_string()) == client_id;
        });
    }
    return text_in(claims, "aud") == client_id;
}

bool is_over(const json::object& claims, Moment now) {
    const auto* expiry = claims.if_contains("exp");
    return expiry == nullptr || !expiry->is_int64() ||
           expiry->as_int64() * 1000 + clock_skew_ms < now.utc_ms;
}

// What the middle part of a token says.
std::optional<json::object> claims_of(std::string_view token) {
    const auto parts = text::split(token, '.');
    const auto payload = parts.size() == 3 ? from_base64url(parts[1]) : std::nullopt;
    if (!payload) {
        return std::nullopt;
    }
    json::error_code failure;
    auto value = json::parse(*payload, failure);
    return !failure && value.is_object() ? std::optional(std::move(value.as_object()))
                                         : std::nullopt;
}

class CurlIdentityService final : public IdentityService {
public:
    explicit CurlIdentityService(IdentityOptions options) : options_(std::move(options)) {}

    [[nodiscard]] Result<std::string> address_for(const IdentityAttempt& attempt) override {
        GK_TRY(const auto addresses, addresses_of_service());
        const auto challenge = to_base64url(*from_hex(sha256_hex(attempt.verifier)));
        const auto query = form({{"response_type", "code"},
                                 {"client_id", options_.client_id},
                                 {"redirect_uri", options_.return_url},
                                 {"scope", "openid"},
                                 {"state", attempt.state},
                                 {"nonce", attempt.nonce},
                                 {"code_challenge", challenge},
                                 {"code_challenge_method", "S256"}});
        const bool has_query = addresses.authorization.find('?') != std::string::npos;
        return addresses.authorization + (has_query ? "&" : "?") + query;
    }

    [[nodiscard]] Result<std::string> subject_for(std::string_view code,
                                                  const IdentityAttempt& attempt,
                                                  Moment now) override {
        GK_TRY(const auto addresses, addresses_of_service());
        const auto answer = fetch(addresses.token, form({{"grant_type", "authorization_code"},
                                                         {"code", code},
                                                         {"redirect_uri", options_.return_url},
                                                         {"client_id", options_.client_id},
                                                         {"client_secret", options_.client_secret},
                                                         {"code_verifier", attempt.verifier}}));
        if (!answer) {
            return error(identity_unreachable);
        }
        const auto claims = claims_of(text_in(*answer, "id_token"));
        if (!claims || text_in(*claims, "iss") != options_.issuer ||
            !is_for(*claims, options_.client_id) || is_over(*claims, now) ||
            text_in(*claims, "nonce") != attempt.nonce || text_in(*claims, "sub").empty()) {
            return error(identity_refused);
        }
        return text_in(*claims, "sub");
    }

private:
    struct Addresses {
        std::string authorization;
        std::string token;
    };

    // Asked for once; again after it could not be reached.
    Result<Addresses> addresses_of_service() {
        const std::lock_guard lock(mutex_);
        if (!addresses_) {
            const auto found = fetch(options_.issuer + "/.well-known/openid-configuration", "");
            if (!found || text_in(*found, "issuer") != options_.issuer) {
                return error(identity_unreachable);
            }
            addresses_ = {text_in(*found, "authorization_endpoint"),
                          text_in(*found, "token_endpoint")};
        }
        return *addresses_;
    }

    IdentityOptions options_;
    std::mutex mutex_;
    std::optional<Addresses> addresses_;
};

}  // namespace

std::unique_ptr<IdentityService> make_identity_service(IdentityOptions options) {
    return std::make_unique<CurlIdentityService>(std::move(options));
}

IdentityAttempt new_identity_attempt() {
    const auto secret = [] { return to_base64url(random_bytes(secret_bytes)); };
    return {.state = secret(), .nonce = secret(), .verifier = secret()};
}

}  // namespace gk::web::office
