#compdef gongkai
# gongkai 的 zsh 补全：以 _gongkai 为名放进 $fpath 中的一个目录。
_gongkai() {
    if (( CURRENT == 2 )); then
        local -a commands=(
            'doctor:检查本机是否具备运行条件'
            'config:'
            'completion:输出命令行补全脚本'
            'man:输出手册页（roff 格式）'
            'help:显示命令的写法'
        )
        _describe '命令' commands
        return
    fi
    if (( CURRENT == 3 )) && [[ $words[2] == config ]]; then
        compadd check dump
        return
    fi
    case "$words[2] $words[3] " in
    'doctor '*)
        _arguments \
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
