# gongkai 的 fish 补全：放进 ~/.config/fish/completions/gongkai.fish。
complete -c gongkai -n __fish_use_subcommand -f
complete -c gongkai -n '__fish_use_subcommand' -f -a doctor -d '检查本机是否具备运行条件'
complete -c gongkai -n '__fish_seen_subcommand_from config; and not __fish_seen_subcommand_from check dump' -f -a check -d '检查配置文件和环境变量'
complete -c gongkai -n '__fish_seen_subcommand_from config; and not __fish_seen_subcommand_from check dump' -f -a dump -d '显示每一项配置现在的值和来处'
complete -c gongkai -n '__fish_use_subcommand' -f -a completion -d '输出命令行补全脚本'
complete -c gongkai -n '__fish_use_subcommand' -f -a man -d '输出手册页（roff 格式）'
complete -c gongkai -n '__fish_use_subcommand' -f -a help -d '显示命令的写法'
complete -c gongkai -n __fish_use_subcommand -f -a config
complete -c gongkai -l config -r -d '配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。'
complete -c gongkai -l help -d '显示帮助。'
