// The problems of the trail.
#pragma once

#include "base/problem.hpp"

namespace gk::audit {

inline constexpr ProblemCode not_a_checkpoint{"audit.not_a_checkpoint", ErrorKind::invalid,
                                              "这个文件不是审计检查点。",
                                              "请选择由“gongkai audit checkpoint”导出的文件。"};

inline constexpr ProblemCode checkpoint_not_ours{
    "audit.checkpoint_not_ours", ErrorKind::refused,
    "检查点的签名不是由本系统的审计密钥作出的，或者文件的内容已被改动。",
    "请取用原样保存的检查点；如果密钥文件已更换，请先恢复原来的 keys 目录。"};

inline constexpr ProblemCode signing_key_missing{
    "audit.signing_key_missing", ErrorKind::not_found, "没有审计签名密钥 {}，不能核对检查点。",
    "请从备份恢复 keys 目录；新密钥不能核对以前的检查点。"};

inline constexpr ProblemCode signing_key_exposed{
    "audit.signing_key_exposed", ErrorKind::refused,
    "审计签名密钥 {} 可被其他用户读写，不能再用来签名。",
    "查明是否已经泄露；确认没有泄露后运行“chmod 600 {}”。"};

}  // namespace gk::audit
