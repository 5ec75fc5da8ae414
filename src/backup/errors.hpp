// The problems of backups.
#pragma once

#include "base/problem.hpp"

namespace gk::backup {

inline constexpr ProblemCode backup_exists{"backup.exists", ErrorKind::conflict,
                                           "备份文件“{}”已经存在，没有覆盖。", "换一个文件名。"};

inline constexpr ProblemCode backup_missing{"backup.missing", ErrorKind::not_found,
                                            "没有找到备份文件“{}”。", "请核对文件名和所在目录。"};

inline constexpr ProblemCode not_a_backup{"backup.not_a_backup", ErrorKind::invalid,
                                          "“{}”不是本系统的备份。",
                                          "请选择由“gongkai backup create”做的文件。"};

inline constexpr ProblemCode archive_damaged{
    "backup.damaged", ErrorKind::refused, "备份“{}”已损坏或者不完整，不能使用。",
    "请换用另一份备份；再做一份新的，并查明存放备份的磁盘是否完好。"};

inline constexpr ProblemCode keys_to_back_up_missing{
    "backup.no_keys", ErrorKind::not_found, "目录 {} 里没有密钥，没有可以备份的。",
    "请核对数据目录；还没有建立密钥的，先运行“gongkai keys create”。"};

inline constexpr ProblemCode nothing_to_back_up{
    "backup.nothing", ErrorKind::refused, "数据库里还没有数据表，没有可以备份的。",
    "请核对配置里的数据目录和数据库；新装的先运行“gongkai migrate up”。"};

inline constexpr ProblemCode target_not_empty{"backup.target_not_empty", ErrorKind::conflict,
                                              "要恢复到的{}不是空的，没有改动。",
                                              "请换一个空的数据目录和数据库；确实要用备份"
                                              "替换现有数据的，先停止服务，再加上“--replace”。"};

inline constexpr ProblemCode keys_differ{
    "backup.keys_differ", ErrorKind::conflict, "现有的密钥文件“{}”与备份里的不同，没有改动。",
    "现有密钥可能还要用来读现有数据：先另存现有密钥，再加上“--replace”。"};

}  // namespace gk::backup
