#compdef gongkai
# gongkai 的 zsh 补全：以 _gongkai 为名放进 $fpath 中的一个目录。
_gongkai() {
    if (( CURRENT == 2 )); then
        local -a commands=(
            'deadline:由已经发生的事计算答复期限，并列出每一步'
            'workday:'
            'fee:'
            'config:'
            'completion:输出命令行补全脚本'
            'man:输出手册页（roff 格式）'
            'help:显示命令的写法'
        )
        _describe '命令' commands
        return
    fi
    if (( CURRENT == 3 )) && [[ $words[2] == workday ]]; then
        compadd add is
        return
    fi
    if (( CURRENT == 3 )) && [[ $words[2] == fee ]]; then
        compadd applications pages
        return
    fi
    if (( CURRENT == 3 )) && [[ $words[2] == config ]]; then
        compadd check dump
        return
    fi
    case "$words[2] $words[3] " in
    'deadline '*)
        _arguments \
            '--channel[提交方式：当面、需签收的邮寄、平常信函、互联网渠道、传真。]:CHANNEL:(counter registered ordinary internet fax)' \
            '--submitted[申请人提交的日期。]:DATE:_files' \
            '--signed[本机关签收邮件的日期。]:DATE:_files' \
            '--confirmed[与申请人双方确认的日期。]:DATE:_files' \
            '--correction-sent[告知申请人补正的日期。]:DATE:_files' \
            '--correction-received[收到补正的申请的日期。]:DATE:_files' \
            '*--consult[征求意见：third-party（第三方）、joint-agency（共同制作机关）或 agency（其他机关），发出、收到意见、送达的日期；没有的日期留空。]:KIND,SENT,RETURNED[,DELIVERED]:_files' \
            '--fee-notified[申请人收到收费通知的日期。]:DATE:_files' \
            '--fee-paid[申请人完成缴费的日期。]:DATE:_files' \
            '--extend[已经工作机构负责人同意并告知申请人的延长工作日数。]:DAYS:_files' \
            '--today[算到哪一天；不写时为今天。只影响状态和尚未收到的意见。]:DATE:_files' \
            '--rest-day[收到之日是休息日时：stays 不顺延（默认），moves 顺延到下一个工作日。]:RULE:(stays moves)' \
            '--calendar-dir[另加工作日历（*.toml）的目录；不写时用配置 calendar.folder。]:FOLDER:_files' \
            '--json[输出 JSON，供程序使用。]' \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'workday add '*)
        _arguments \
            '--calendar-dir[另加工作日历（*.toml）的目录；不写时用配置 calendar.folder。]:FOLDER:_files' \
            '--json[输出 JSON，供程序使用。]' \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'workday is '*)
        _arguments \
            '--calendar-dir[另加工作日历（*.toml）的目录；不写时用配置 calendar.folder。]:FOLDER:_files' \
            '--json[输出 JSON，供程序使用。]' \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'fee applications '*)
        _arguments \
            '--applied[申请的日期，决定适用哪一时期的标准；不写时为今天。]:DATE:_files' \
            '--json[输出 JSON，供程序使用。]' \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'fee pages '*)
        _arguments \
            '--applied[申请的日期，决定适用哪一时期的标准；不写时为今天。]:DATE:_files' \
            '--json[输出 JSON，供程序使用。]' \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'config check '*)
        _arguments \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'config dump '*)
        _arguments \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'completion '*)
        _arguments \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'man '*)
        _arguments \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    'help '*)
        _arguments \
            '--config[配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。]:FILE:_files' \
            '--help[显示帮助。]' \
            '*:FILE:_files' ;;
    esac
}
_gongkai "$@"
