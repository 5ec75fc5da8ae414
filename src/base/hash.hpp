// Digests of bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace gk {

// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same of bytes that come in pieces.
class Sha256 {
public:
    Sha256();

    void add(std::string_view bytes);
    // Once, at the end.
    [[nodiscard]] std::string hex();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };

    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// SM3 (GB/T 32905): 32 bytes.
[[nodiscard]] std::string sm3(std::string_view bytes);

// HMAC with SM3: 32 bytes.
[[nodiscard]] std::string hmac_sm3(std::string_view key, std::string_view bytes);

// HMAC with SHA-1: 20 bytes. For codes by time (RFC 6238), which know nothing else.
[[nodiscard]] std::string hmac_sha1(std::string_view key, std::string_view bytes);

}  // namespace gk
