#include "audit/checkpoint.hpp"

#include <boost/json.hpp>

#include "audit/errors.hpp"
#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm2.hpp"

namespace gk::audit {

namespace {

namespace json = boost::json;

constexpr std::string_view format = "gongkai-audit-checkpoint-1";

std::string signed_bytes(const Checkpoint& checkpoint) {
    std::string bytes(format);
    append_field(bytes, std::to_string(checkpoint.sequence));
    append_field(bytes, checkpoint.hash);
    append_field(bytes, std::to_string(checkpoint.at.utc_ms));
    return bytes;
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

std::int64_t number_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : -1;
}

}  // namespace

std::string signed_checkpoint(const Checkpoint& checkpoint, std::string_view private_key) {
    const auto public_key = sm2_public_key(private_key);
    const json::object object{
        {"format", format},
        {"sequence", checkpoint.sequence},
        {"hash", checkpoint.hash},
        {"at", checkpoint.at.iso()},
        {"at_ms", checkpoint.at.utc_ms},
        {"public_key", public_key},
        {"fingerprint", fingerprint(public_key)},
        {"signature", to_hex(sm2_sign(private_key, signed_bytes(checkpoint)))}};
    return json::serialize(object) + "\n";
}

Result<Checkpoint> read_checkpoint(std::string_view text, std::string_view public_key) {
    json::error_code failed;
    const auto value = json::parse(text, failed);
    const auto* object = failed ? nullptr : value.if_object();
    if (object == nullptr || text_of(*object, "format") != format) {
        return error(not_a_checkpoint);
    }
    Checkpoint checkpoint{.sequence = number_of(*object, "sequence"),
                          .hash = text_of(*object, "hash"),
                          .at = {number_of(*object, "at_ms")}};
    const auto signature = from_hex(text_of(*object, "signature"));
    if (!signature || !sm2_verifies(public_key, signed_bytes(checkpoint), *signature)) {
        return error(checkpoint_not_ours);
    }
    return checkpoint;
}

std::string fingerprint(std::string_view public_key) {
    return to_hex(sm3(public_key));
}

}  // namespace gk::audit
