#include "notify/gateway.hpp"

#include <cstring>
#include <mutex>
#include <utility>

#include <boost/json.hpp>
#include <curl/curl.h>
#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/hex.hpp"
#include "notify/mail_text.hpp"

namespace gk::notify {

namespace {

constexpr long connect_ms_max = 10'000;
constexpr long total_ms_max = 30'000;

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using Handle = std::unique_ptr<CURL, CloseHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

void add(List& list, const std::string& line) {
    auto* const longer = curl_slist_append(list.get(), line.c_str());
    GK_ASSERT(longer != nullptr);
    if (list == nullptr) {  // Otherwise the head is what it was.
        list.reset(longer);
    }
}

// What of the mail has been handed to libcurl.
struct Reading {
    std::string_view rest;
};

std::size_t read_part(char* to, std::size_t size, std::size_t count, void* from) {
    auto& reading = *static_cast<Reading*>(from);
    const auto taken = std::min(size * count, reading.rest.size());
    std::memcpy(to, reading.rest.data(), taken);
    reading.rest.remove_prefix(taken);
    return taken;
}

std::size_t drop_answer(char* /*bytes*/, std::size_t size, std::size_t count, void* /*to*/) {
    return size * count;
}

Handle new_handle(const std::string& url, const char* protocols) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(curl_easy_init());
    if (!handle) {
        throw Fault("libcurl cannot start");
    }
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, connect_ms_max);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, total_ms_max);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, drop_answer);
    return handle;
}

long response_code(const Handle& handle) {
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

// What went wrong, as the one who has to see to it would say it. It never names who was written to;
// the words of the library, for what is rare, name host and port at most.
std::string words_of(CURLcode result) {
    switch (result) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return "找不到对方服务器，请核对网址";
        case CURLE_COULDNT_CONNECT:
            return "连不上对方服务器，请核对网址和端口";
        case CURLE_OPERATION_TIMEDOUT:
            return "对方服务器没有及时回答";
        case CURLE_USE_SSL_FAILED:
            return "邮件服务器不支持加密连接，没有发出用户名和密码";
        case CURLE_SSL_CONNECT_ERROR:
            return "与对方服务器的加密连接没有建立";
        case CURLE_PEER_FAILED_VERIFICATION:
            return "对方服务器的证书不可信";
        case CURLE_LOGIN_DENIED:
            return "邮件服务器不接受配置的用户名或者密码";
        default:  // The library has a hundred more.
            return curl_easy_strerror(result);
    }
}

Receipt mail_receipt(CURLcode result, long code) {
    if (result == CURLE_OK) {
        return {Carried::yes, {}};
    }
    // 5xx to what was sent is final; a refused sign-in is for the operator to mend.
    const bool is_refused = code >= 400 && code < 600 && result != CURLE_LOGIN_DENIED;
    if (!is_refused) {
        return {Carried::not_now, words_of(result)};
    }
    return code >= 500 ? Receipt{Carried::never, fmt::format("邮件服务器拒收（{}）", code)}
                       : Receipt{Carried::not_now, fmt::format("邮件服务器暂时不收（{}）", code)};
}

Receipt webhook_receipt(CURLcode result, long code) {
    if (result != CURLE_OK) {
        return {Carried::not_now, words_of(result)};
    }
    if (code >= 200 && code < 300) {
        return {Carried::yes, {}};
    }
    const bool is_final = code >= 400 && code < 500 && code != 408 && code != 425 && code != 429 &&
                          code != 401 && code != 403;
    return {is_final ? Carried::never : Carried::not_now, fmt::format("对方服务回答 {}", code)};
}

class CurlGateway final : public Gateway {
public:
    explicit CurlGateway(GatewayOptions options) : options_(std::move(options)) {}

    [[nodiscard]] bool is_on(Carrier carrier) const override {
        return carrier == Carrier::mail
                   ? !options_.mail_url.empty() && is_mail_address(options_.mail_from)
                   : !options_.webhook_url.empty();
    }

    [[nodiscard]] Receipt carry(const Parcel& parcel, Moment now) override {
        if (!is_on(parcel.carrier)) {
            return {Carried::no_carrier, {}};
        }
        return parcel.carrier == Carrier::mail ? mail(parcel, now) : post(parcel, now);
    }

private:
    [[nodiscard]] Receipt mail(const Parcel& parcel, Moment now) const {
        if (!is_mail_address(parcel.address)) {
            return {Carried::never, "邮箱地址的写法不对"};
        }
        const auto text = mail_text(parcel, options_.mail_from, now);
        Reading reading{text};
        List to;
        add(to, "<" + parcel.address + ">");
        const auto from = "<" + options_.mail_from + ">";
        const auto handle = new_handle(options_.mail_url, "smtp,smtps");
        const bool has_password = !options_.mail_password.empty();
        curl_easy_setopt(handle.get(), CURLOPT_USE_SSL,
                         has_password ? long{CURLUSESSL_ALL} : long{CURLUSESSL_TRY});
        if (has_password) {
            curl_easy_setopt(handle.get(), CURLOPT_USERNAME, options_.mail_user.c_str());
            curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, options_.mail_password.c_str());
        }
        curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, to.get());
        curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, read_part);
        curl_easy_setopt(handle.get(), CURLOPT_READDATA, &reading);
        const auto result = curl_easy_perform(handle.get());
        return mail_receipt(result, response_code(handle));
    }

    // {"id","channel","to","subject","text","sent_at"}; signed over time and body together.
    [[nodiscard]] Receipt post(const Parcel& parcel, Moment now) const {
        const auto body =
            boost::json::serialize(boost::json::object{{"id", parcel.public_id},
                                                       {"channel", key(parcel.carrier)},
                                                       {"to", parcel.address},
                                                       {"subject", parcel.subject},
                                                       {"text", parcel.text},
                                                       {"sent_at", now.iso()}});
        List headers;
        add(headers, "Content-Type: application/json");
        add(headers, "Idempotency-Key: " + parcel.public_id);
        if (!options_.webhook_secret.empty()) {
            add(headers,
                "X-Gongkai-Signature: hmac-sm3=" + to_hex(hmac_sm3(options_.webhook_secret, body)));
        }
        const auto handle = new_handle(options_.webhook_url, "http,https");
        curl_easy_setopt(handle.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
        const auto result = curl_easy_perform(handle.get());
        return webhook_receipt(result, response_code(handle));
    }

    GatewayOptions options_;
};

}  // namespace

std::string_view keys_needed(Carrier carrier) {
    return carrier == Carrier::mail ? "mail_url 和 mail_from" : "webhook_url";
}

std::unique_ptr<Gateway> make_gateway(GatewayOptions options) {
    return std::make_unique<CurlGateway>(std::move(options));
}

}  // namespace gk::notify
