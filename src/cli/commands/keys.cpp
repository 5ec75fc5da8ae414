// keys create, keys rotate: the keys of personal data.
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "application/applicant_store.hpp"
#include "application/started/store.hpp"
#include "application/third_party_store.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "document/reseal_service.hpp"
#include "letter/draft_store.hpp"
#include "notify/outgoing_store.hpp"
#include "people/account_store.hpp"
#include "people/key_ring.hpp"
#include "people/reseal_service.hpp"
#include "remedy/store.hpp"
#include "web/office/draft_store.hpp"

namespace gk::cli {

namespace {

// The tables of this program that hold sealed text.
std::vector<people::SealedTable> sealed_tables() {
    return {letter::sealed_letter_drafts(),      application::sealed_applicants(),
            application::sealed_third_parties(), application::started::sealed_started_forms(),
            people::sealed_accounts(),           notify::sealed_outgoing(),
            remedy::sealed_remedies(),           web::office::sealed_drafts()};
}

Exit run_create(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto keys = context.keys_folder();
    if (!keys) {
        return fail(keys.error(), streams);
    }
    const auto ring = people::create_key_ring(*keys);
    if (!ring) {
        return fail(ring.error(), streams);
    }
    streams.out << fmt::format(
        "已建立个人信息密钥 {}。\n请立即另处备份：没有它，数据库里的个人信息无法恢复。\n",
        people::key_ring_file(*keys).string());
    return Exit::ok;
}

Result<people::Rotation> rotate(Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    const people::Actor actor = people::operator_named(context.actor());
    GK_TRY(const auto* loaded, context.config());
    const auto tables = sealed_tables();
    const auto folder = document::files_folder(loaded->values.data.folder);
    return people::rotate_keys(*database, keys,
                               {.tables = tables,
                                .reseal_files =
                                    [&](const people::KeyRing& ring) {
                                        return document::reseal_files(*database, folder, ring);
                                    }},
                               actor, context.clock().now());
}

Exit run_rotate(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto rotation = rotate(context);
    if (!rotation) {
        return fail(rotation.error(), streams);
    }
    streams.out << fmt::format(
        "现用第{}号密钥，本次重新加密{}条记录、{}个文件。\n请重新备份密钥文件。\n",
        rotation->key_number, rotation->rows.resealed_count, rotation->files.resealed_count);
    const auto unreadable = rotation->rows.unreadable_count + rotation->files.unreadable_count;
    if (unreadable > 0) {
        streams.out << fmt::format(
            "有{}条记录、{}个文件不能解密，保持原样；请核对审计记录和备份。\n",
            rotation->rows.unreadable_count, rotation->files.unreadable_count);
        return Exit::failed;
    }
    return Exit::ok;
}

constexpr Command rows[] = {
    {.name = "keys create",
     .summary = "建立加密个人信息的密钥",
     .description = "在数据目录的 keys 中建立密钥文件，只有所有者可读。已有密钥时不改动。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_create},
    {.name = "keys rotate",
     .summary = "更换密钥，并用新密钥重新加密已存的个人信息",
     .description = "分批进行，可以随时中断；再次运行时从中断处继续，不会另换密钥。旧密钥留在文件"
                    "中，供恢复以前的备份使用。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_rotate},
};

}  // namespace

std::span<const Command> keys_commands() {
    return rows;
}

}  // namespace gk::cli
