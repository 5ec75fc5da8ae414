# gongkai 的 bash 补全：放进 /usr/share/bash-completion/completions/gongkai，
# 或在 ~/.bashrc 里写 source <(gongkai completion bash)。
_gongkai() {
    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} words
    local command="${COMP_WORDS[1]} ${COMP_WORDS[2]}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='doctor config completion man help'
    elif [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = config ]; then
        words='check dump'
    else
        case "$command " in
        'doctor '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        'config check '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        'config dump '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        'completion '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        'man '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        'help '*)
            case "$last" in
            *) words='--config --help' ;;
            esac ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _gongkai gongkai
