# Lines that are bad: loss and partitions by filters in the switch, rate and delay by queues at both ends of a cable. Where the
# kernel has no netem, delayed packets take a way around: a relay of the attendant between two taps.

# Prints each device of a port that sends, with the namespace it is in.
senders() {
    case $1 in
        wan) printf '%s wan1\n%s line\n' "$(ns sw)" "$(ns router)" ;;
        router | away) printf '%s %s\n%s eth0\n' "$(ns sw)" "$1" "$(ns "$1")" ;;
        host) printf '%s host\n' "$(ns sw)" && echo "- ${prefix}host" ;;
        *) printf '%s %s\n%s eth0\n' "$(ns sw)" "$1" "$(ns "$1")" ;;
    esac
}

tc_in() { # NAMESPACE ARGUMENTS...
    local where=$1
    shift
    if [ "$where" = - ]; then tc "$@"; else tc -n "$where" "$@"; fi
}

# Prints the devices of the switch through which a port is heard; the second one exists while it is relayed.
taps() {
    case $1 in
        wan) echo '"wan1"' ;;
        *) echo "\"$1\"" ;;
    esac
}

loss_rules() {
    local file each lost
    for file in "$hands"/loss.*; do
        [ -e "$file" ] || continue
        each=${file##*/loss.}
        [ "$each" != "${each%.new}" ] && continue
        lost=$(awk -v p="$(cat "$file")" 'BEGIN { printf "%d", p * 100 + 0.5 }')
        [ "$lost" -gt 0 ] || continue
        echo "add rule bridge rackdrill incoming iifname $(taps "$each") numgen random mod 10000 < $lost counter drop"
        echo "add rule bridge rackdrill outgoing oifname $(taps "$each") numgen random mod 10000 < $lost counter drop"
    done
}

address_of() {
    case $1 in
        node4) echo "$away.14" ;;
        node?) echo "$home.1${1#node}" ;;
        host) echo "$home.1" ;;
        router) echo "$home.254" ;;
        away) echo "$away.254" ;;
    esac
}

# Neighbours are told apart by their ports, the sites by addresses: between them the ports are those of the routers.
border_rules() { # A B
    if [ "$(bridge_of "$1")" = "$(bridge_of "$2")" ]; then
        echo "add rule bridge rackdrill passing iifname { \"$1\", \"r-$1\" } oifname { \"$2\", \"r-$2\" } counter drop"
    else
        echo "add rule bridge rackdrill passing ether type ip ip saddr $(address_of "$1") ip daddr $(address_of "$2") counter drop"
    fi
}

partition_rules() {
    local file one other left right
    for file in "$hands"/partition.*; do
        [ -e "$file" ] || continue
        [ "$file" != "${file%.new}" ] && continue
        read -r left right <"$file"
        for one in ${left//,/ }; do
            for other in ${right//,/ }; do
                border_rules "$one" "$other"
                border_rules "$other" "$one"
            done
        done
    done
}

# All filters at once: there is no moment with half of them.
apply_filters() {
    {
        cat <<'X'
add table bridge rackdrill
delete table bridge rackdrill
add table bridge rackdrill
add chain bridge rackdrill incoming { type filter hook prerouting priority 0; }
add chain bridge rackdrill passing { type filter hook forward priority 0; }
add chain bridge rackdrill outgoing { type filter hook postrouting priority 0; }
X
        loss_rules
        partition_rules
    } | in_switch nft -f - || die "the filters of the switch cannot be set"
}

# Sets the queues of a port from what is noted.
apply_queues() {
    local rate delay where device
    rate=$(noted "rate.$1")
    delay=$(noted "delay.$1")
    while read -r where device; do
        if [ "${ledger[netem]}" = yes ] && [ -n "$delay$rate" ]; then
            # shellcheck disable=SC2086 # both are several words
            tc_in "$where" qdisc replace dev "$device" root netem limit 10000 ${delay:+delay ${delay% *}ms ${delay#* }ms} \
                ${rate:+rate ${rate}kbit} || return 1
        elif [ -n "$rate" ]; then
            tc_in "$where" qdisc replace dev "$device" root tbf rate "${rate}kbit" burst "$((rate > 1280 ? rate * 125 / 10 : 16000))" \
                latency 400ms || return 1
        else
            tc_in "$where" qdisc del dev "$device" root 2>/dev/null
            tc_in "$where" qdisc show dev "$device" | grep -qE 'netem|tbf' && return 1
        fi
    done < <(senders "$1")
    return 0
}

# Leads a port through the relay: its device moves to a bridge of its own, and two taps join that with the old one.
relay() {
    local device=$1 bridge side
    [ "$1" = wan ] && device=wan1
    bridge=$(bridge_of "$1")
    local number=$((100 + $(wc -w <<<"${ports%%"$1"*}")))
    if ! ip -n "$(ns sw)" link show "b-$1" >/dev/null 2>&1; then
        ip -n "$(ns sw)" link add "b-$1" type bridge stp_state 0 forward_delay 0 || return 1
        for side in t r; do
            (
                exec 9>&- </dev/null >>"$here/relay.log" 2>&1
                join_groups relays || exit 1
                local from=$((number * 10)) to=$((number * 10 + 1))
                [ $side = r ] && from=$((number * 10 + 2)) && to=$((number * 10 + 3))
                exec nsenter --net="/run/netns/$(ns sw)" setsid socat -b 65536 \
                    "UDP4-DATAGRAM:127.0.0.1:2$to,bind=127.0.0.1:2$from" \
                    "TUN,tun-device=/dev/net/tun,tun-name=$side-$1,tun-type=tap,iff-no-pi"
            ) &
        done
        await 5 ip -n "$(ns sw)" link show "t-$1" >/dev/null 2>&1 && await 5 ip -n "$(ns sw)" link show "r-$1" >/dev/null 2>&1 || return 1
    fi
    # The port is moved only when the relay passes packets on.
    note "relay.$1" "$((20000 + number * 10))" "$(noted "delay.$1")"
    await 5 answered "$1" || return 1
    ip -n "$(ns sw)" -batch - <<X
link set t-$1 master b-$1
link set r-$1 master $bridge
link set $device master b-$1
link set t-$1 up
link set r-$1 up
link set b-$1 up
X
}

answered() { [ "$(noted "relay.$1")" = "$(cat "$here/relayed.$1" 2>/dev/null)" ]; }

unrelay() {
    local device=$1
    [ "$1" = wan ] && device=wan1
    rm -f "$hands/relay.$1"
    ip -n "$(ns sw)" link show "b-$1" >/dev/null 2>&1 || return 0
    ip -n "$(ns sw)" link set "$device" master "$(bridge_of "$1")" 2>/dev/null
    # With its tap a socat ends.
    ip -n "$(ns sw)" link del "t-$1" 2>/dev/null
    ip -n "$(ns sw)" link del "r-$1" 2>/dev/null
    ip -n "$(ns sw)" link del "b-$1"
}

apply_delay() {
    [ "${ledger[netem]}" = yes ] && return 0
    if [ -n "$(noted "delay.$1")" ]; then relay "$1"; else unrelay "$1"; fi
}

apply_faults() { apply_filters && apply_queues "$1" && apply_delay "$1"; }

worsen() { # loss|delay|rate PORT AMOUNT [JITTER]
    port "${2:-}"
    case $1 in
        loss) number "${3:-}" 0 100 ;;
        delay) number "${3:-}" 0 60000 && number "${4:-0}" 0 60000 ;;
        rate) number "${3:-}" 8 10000000 ;;
    esac
    hold cables
    if [ "$1" = delay ]; then note "delay.$2" "$3" "${4:-0}"; else note "$1.$2" "$3"; fi
    applied "$2" || die "the $1 of $2 could not be set"
    tell_link "$2"
}

# The end of a node without power gets its faults when it is on.
applied() {
    if among "$1" "$nodes" && ! exists "$1"; then return 0; fi
    apply_faults "$1"
}

clear_port() {
    port "${1:-}"
    case ${2:-all} in
        loss | delay | rate) ;;
        all) ;;
        *) usage ;;
    esac
    hold cables
    if [ "${2:-all}" = all ]; then rm -f "$hands/loss.$1" "$hands/delay.$1" "$hands/rate.$1"; else rm -f "$hands/$2.$1"; fi
    applied "$1" || die "$1 could not be cleared"
    tell_link "$1"
}

side() {
    local each
    [ -n "${1:-}" ] || usage
    for each in ${1//,/ }; do
        port "$each"
        [ "$each" != wan ] || die "wan is no side of a partition"
    done
}

partition() {
    if [ "${1:-}" = state ]; then
        tell_partitions
        return
    fi
    side "${1:-}"
    side "${2:-}"
    hold cables
    note "partition.$1-$2" "$1" "$2"
    apply_filters
    echo "partition $1 $2"
}

tell_partitions() {
    local file some=none
    for file in "$hands"/partition.*; do
        [ -e "$file" ] && [ "$file" = "${file%.new}" ] && some= && echo "partition $(cat "$file")"
    done
    [ -z "$some" ] || echo none
}

partition_clear() {
    hold cables
    if [ -n "${1:-}" ]; then
        # One of several, when there are several.
        side "$1"
        side "${2:-}"
        rm -f "$hands/partition.$1-$2"
    else
        rm -f "$hands"/partition.*
    fi
    apply_filters
    tell_partitions
}
