# The mains and the UPS: what is noted here the attendant acts on, and answers within a second.

mains() {
    case ${1:-} in
        off) note mains off ;;
        on) rm -f "$hands/mains" ;;
        dip)
            number "${2:-}" 1 10000
            note mains off
            sleep "$(awk -v ms="$2" 'BEGIN { print ms / 1000 }')"
            rm -f "$hands/mains"
            ;;
        state) ;;
        *) usage ;;
    esac
    if [ -e "$hands/mains" ]; then echo off; else echo on; fi
}

ups() {
    case ${1:-} in
        battery)
            number "${2:-}" 0 100
            if [ "$2" = 100 ]; then rm -f "$hands/ups.battery"; else note ups.battery "$2"; fi
            echo "battery $2"
            ;;
        charge)
            number "${2:-}" 0 100
            note ups.charge "$2"
            await 5 charge_taken || die "nobody attends to the UPS"
            echo "charge $2"
            ;;
        comm)
            case ${2:-} in
                off) note ups.comm off ;;
                on) rm -f "$hands/ups.comm" ;;
                *) usage ;;
            esac
            await 5 comm_is "$2" || die "the driver of the UPS is not $2"
            echo "comm $2"
            ;;
        state)
            local battery comm=on
            battery=$(noted ups.battery)
            [ -e "$hands/ups.comm" ] && comm=off
            echo "battery ${battery:-100}, comm $comm, $(sed -n 's/^ups.status: //p; s/^battery.charge: /charge /p' "$here/feed" 2>/dev/null | tr '\n' ' ')"
            ;;
        *) usage ;;
    esac
}

charge_taken() { [ ! -e "$hands/ups.charge" ]; }

# The cable between the UPS and its node: a driver that is stopped hears nothing, and says nothing.
drivers() { # prints the processes of the driver
    local each
    for each in $(find "$(group node1)" -name cgroup.procs -exec cat {} + 2>/dev/null); do
        [ "$(cat "/proc/$each/comm" 2>/dev/null)" = dummy-ups ] && echo "$each"
    done
}

comm_is() {
    local each letter
    for each in $(drivers); do
        if [ "$1" = off ]; then kill -STOP "$each" 2>/dev/null; else kill -CONT "$each" 2>/dev/null; fi
        letter=$(sed 's/.*) \(.\).*/\1/' "/proc/$each/stat" 2>/dev/null)
        case $1$letter in off | on | offT | on[!T]) ;; *) return 1 ;; esac
    done
    return 0
}

show() {
    local each
    for each in $nodes; do
        if frozen "$each"; then
            echo "$each frozen"
        elif ! powered "$each"; then
            echo "$each off"
        elif wanted "$each" && ! is_up "$each"; then
            # Somebody switched it on and was killed before it had its cable: it is not back yet.
            echo "$each starting"
        else
            echo "$each on"
        fi
    done
    echo "mains $(mains state)"
    for each in "$hands"/*; do
        case ${each##*/} in
            '*' | relay.* | *.new | mains) ;;
            *) echo "${each##*/} $(cat "$each")" ;;
        esac
    done
}
