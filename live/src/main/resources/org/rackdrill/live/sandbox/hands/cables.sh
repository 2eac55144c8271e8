# Namespaces, cables and bridges. In the namespace of the switch every port is called after what it leads to; wan1 and wan2
# are the two ends of the line between the sites.

ns() { printf '%s%s' "$prefix" "$1"; }

in_switch() { nsenter --net="/run/netns/$(ns sw)" "$@"; }

exists() { [ -e "/run/netns/$(ns "$1")" ]; }

# Makes the namespace of something with a network, empty; what the old one knew is forgotten.
fresh_ns() {
    if exists "$1"; then
        ip netns del "$(ns "$1")" || return 1
    fi
    ip netns add "$(ns "$1")" && ip -n "$(ns "$1")" link set lo up
}

# The two ends of a cable cannot be made before the old ones are gone, which takes the kernel a moment.
cable() { # PORT NAMESPACE DEVICE BRIDGE
    ip -n "$(ns sw)" link del "$1" 2>/dev/null
    await 5 ip -n "$(ns sw)" link add "$1" type veth peer name "$3" netns "$2" 2>/dev/null ||
        die "cannot lay the cable of $1"
    ip -n "$(ns sw)" link set "$1" master "$4"
}

# A network card keeps its address when its computer is switched off; neighbours remember it.
mac() { printf '02:52:44:%02x:00:%02x' "${ledger[instance]}" "$1"; }

forward() { nsenter --net="/run/netns/$(ns "$1")" sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'; }

router() { # NAMESPACE PORT BRIDGE ADDRESS LINE-PORT LINE-ADDRESS OTHER-NET OTHER-END
    fresh_ns "$1" || die "cannot make the namespace of $1"
    cable "$2" "$(ns "$1")" eth0 "$3"
    cable "$5" "$(ns "$1")" line br-wan
    ip -n "$(ns "$1")" -batch - <<X || die "cannot set up $1"
addr add $4/24 dev eth0
link set eth0 up
addr add $6/30 dev line
link set line up
route add $7.0/24 via $8
X
    forward "$1"
}

# Everything but the nodes, from nothing.
wire() {
    mkdir -p "$hands" "$here/state"
    fresh_ns sw || die "cannot make the namespace of the switch"
    ip -n "$(ns sw)" -batch - <<X || die "cannot make the switch"
link add br0 type bridge stp_state 0 forward_delay 0
link add br1 type bridge stp_state 0 forward_delay 0
link add br-wan type bridge stp_state 0 forward_delay 0
link set br0 address $(mac 2)
addr add $home.2/24 dev br0
link set br0 up
route add default via $home.254 dev br0
link set br1 up
link set br-wan up
X
    router router router br0 "$home.254" wan1 "$line.1" "$away" "$line.2"
    router away away br1 "$away.254" wan2 "$line.2" "$home" "$line.1"
    ip link del "${prefix}host" 2>/dev/null
    await 5 ip link add "${prefix}host" type veth peer name host netns "$(ns sw)" || die "cannot lay the cable of host"
    ip -n "$(ns sw)" link set host master br0
    ip addr add "$home.1/24" dev "${prefix}host" && ip link set "${prefix}host" up &&
        ip route replace "$away.0/24" via "$home.254" dev "${prefix}host" || die "cannot set up the leg of the controller"
    apply_all
}

bridge_of() {
    case $1 in
        node4 | away) echo br1 ;;
        wan | wan1 | wan2) echo br-wan ;;
        *) echo br0 ;;
    esac
}

# Lays the cable of a node into a new namespace: addresses, filters and queues of the old one are gone, as after a start.
plug() {
    local gateway=$home.254 address=$home.1${1#node}
    [ "$1" = node4 ] && gateway=$away.254 && address=$away.14
    unrelay "$1"
    fresh_ns "$1" || die "cannot make the namespace of $1"
    cable "$1" "$(ns "$1")" eth0 "$(bridge_of "$1")"
    ip -n "$(ns "$1")" -batch - <<X || die "cannot set up the network of $1"
link set eth0 address $(mac "${address##*.}")
addr add $address/24 dev eth0
link set eth0 up
route add default via $gateway
X
}

# Whether a port ought to be up.
wanted() {
    [ ! -e "$hands/cable.$1" ] || return 1
    if among "$1" "$home_ports" && [ -e "$hands/switch" ]; then
        return 1
    fi
    if among "$1" "$nodes" && ! powered "$1"; then
        return 1
    fi
    return 0
}

is_up() { ip -n "$(ns sw)" link show dev "$1" up 2>/dev/null | grep -q .; }

# Makes a port what it ought to be. The line to the other site loses everything without telling its ends.
apply_link() {
    local device=$1
    [ "$1" = wan ] && device=br-wan
    if wanted "$1"; then
        ip -n "$(ns sw)" link set "$device" up 2>/dev/null && is_up "$device"
    else
        ip -n "$(ns sw)" link set "$device" down 2>/dev/null
        ! is_up "$device"
    fi
}

apply_all() {
    local each failed=0
    ip -n "$(ns sw)" link set wan1 up
    ip -n "$(ns sw)" link set wan2 up
    for each in $ports; do
        among "$each" "$nodes" && ! exists "$each" && continue
        apply_link "$each" || failed=1
    done
    return $failed
}

link() {
    [ "${1:-}" = state ] || hold cables
    port "${2:-}"
    case ${1:-} in
        down) note "cable.$2" pulled ;;
        up) rm -f "$hands/cable.$2" ;;
        state) ;;
        *) usage ;;
    esac
    # A port of a node without power is down either way.
    if [ "$1" != state ] && { ! among "$2" "$nodes" || exists "$2"; }; then
        apply_link "$2" || die "the port $2 is not what it ought to be"
    fi
    tell_link "$2"
}

# Prints a port's state, with what makes it bad.
tell_link() {
    local device=$1 each words=down
    [ "$1" = wan ] && device=br-wan
    is_up "$device" && words=up
    for each in loss delay rate; do
        [ -e "$hands/$each.$1" ] && words="$words, $each $(noted "$each.$1")"
    done
    echo "$words"
}

switch() {
    [ "${1:-}" = state ] || hold cables
    case ${1:-} in
        off) note switch off ;;
        on) rm -f "$hands/switch" ;;
        state) ;;
        *) usage ;;
    esac
    if [ "$1" != state ]; then
        # The power strip hangs on the switch too.
        if [ "$1" = off ]; then ip -n "$(ns sw)" link set br0 down; else
            ip -n "$(ns sw)" link set br0 up
            ip -n "$(ns sw)" route replace default via "$home.254" dev br0
        fi
        apply_all || die "not every port is $1"
    fi
    if [ -e "$hands/switch" ]; then echo off; else echo on; fi
}

wan() {
    case ${1:-} in
        down | up | state) link "$1" wan ;;
        *) usage ;;
    esac
}
