# gongkai 的 bash 补全：放进 /usr/share/bash-completion/completions/gongkai，
# 或在 ~/.bashrc 里写 source <(gongkai completion bash)。
_gongkai() {
    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} words
    local command="${COMP_WORDS[1]} ${COMP_WORDS[2]}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='deadline workday fee config completion man help'
    elif [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = workday ]; then
        words='add is'
    elif [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = fee ]; then
        words='applications pages'
    elif [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = config ]; then
        words='check dump'
    else
        case "$command " in
        'deadline '*)
            case "$last" in
            --channel) words='counter registered ordinary internet fax' ;;
            --submitted) words= ;;
            --signed) words= ;;
            --confirmed) words= ;;
            --correction-sent) words= ;;
            --correction-received) words= ;;
            --consult) words= ;;
            --fee-notified) words= ;;
            --fee-paid) words= ;;
            --extend) words= ;;
            --today) words= ;;
            --rest-day) words='stays moves' ;;
            --calendar-dir) words= ;;
            *) words='--channel --submitted --signed --confirmed --correction-sent --correction-received --consult --fee-notified --fee-paid --extend --today --rest-day --calendar-dir --json --config --help' ;;
            esac ;;
        'workday add '*)
            case "$last" in
            --calendar-dir) words= ;;
            *) words='--calendar-dir --json --config --help' ;;
            esac ;;
        'workday is '*)
            case "$last" in
            --calendar-dir) words= ;;
            *) words='--calendar-dir --json --config --help' ;;
            esac ;;
        'fee applications '*)
            case "$last" in
            --applied) words= ;;
            *) words='--applied --json --config --help' ;;
            esac ;;
        'fee pages '*)
            case "$last" in
            --applied) words= ;;
            *) words='--applied --json --config --help' ;;
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
