#include "audit/service.hpp"

#include <utility>

#include "audit/errors.hpp"
#include "audit/store.hpp"
#include "base/sm2.hpp"

namespace gk::audit {

namespace {

AuditVerification verify_against(store::Database& database,
                                 const std::vector<Milestone>& milestones) {
    return database.read([&](store::Snapshot& snapshot) {
        ChainCheck check(milestones);
        read_all(snapshot, check);
        return check.finish(load_head(snapshot));
    });
}

Result<std::string> signing_key(const std::filesystem::path& keys) {
    const auto path = signing_key_file(keys);
    auto file = read_private_file(path);
    switch (file.state) {
        case PrivateFileState::missing:
            return error(signing_key_missing, path.string());
        case PrivateFileState::exposed:
            return error(signing_key_exposed, path.string());
        case PrivateFileState::fine:
            return std::move(file.bytes);
    }
    GK_ASSERT(!"a state of a file");
    return std::string();
}

}  // namespace

std::filesystem::path signing_key_file(const std::filesystem::path& keys) {
    return keys / "audit-signing.pem";
}

PrivateFileState signing_key_state(const std::filesystem::path& keys) {
    return read_private_file(signing_key_file(keys)).state;
}

AuditVerification verify(store::Database& database) {
    return verify_against(database, {});
}

Result<AuditVerification> verify(store::Database& database, std::string_view checkpoint_json,
                                 const std::filesystem::path& keys) {
    GK_TRY(const auto key, signing_key(keys));
    GK_TRY(const auto checkpoint, read_checkpoint(checkpoint_json, sm2_public_key(key)));
    return verify_against(database, {{checkpoint.sequence, checkpoint.hash}});
}

Result<SignedCheckpoint> make_checkpoint(store::Database& database,
                                         const std::filesystem::path& keys, Moment now) {
    const auto path = signing_key_file(keys);
    if (signing_key_state(keys) == PrivateFileState::missing) {
        // Where another process makes it in the same moment, its key is the one.
        static_cast<void>(create_private_file(path, new_sm2_private_key()));
    }
    GK_TRY(const auto key, signing_key(keys));
    const auto head = database.read(load_head);
    const Checkpoint checkpoint{.sequence = head.entry_count, .hash = head.hash, .at = now};
    return SignedCheckpoint{.checkpoint = checkpoint,
                            .json = signed_checkpoint(checkpoint, key),
                            .fingerprint = fingerprint(sm2_public_key(key))};
}

}  // namespace gk::audit
