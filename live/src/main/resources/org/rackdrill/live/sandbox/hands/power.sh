# Power of the nodes. All that runs in a node, and what keeps it, is in one cgroup: killing that is pulling the plug.

if [ -e /sys/fs/cgroup/cgroup.controllers ]; then unified=/sys/fs/cgroup; else unified=/sys/fs/cgroup/unified; fi

group() { printf '%s/rackdrill-%s/%s' "$unified" "$name" "$1"; }

# Whether anything of the node runs.
powered() { grep -q '^populated 1' "$(group "$1")/cgroup.events" 2>/dev/null; }

dark() { ! powered "$1"; }

# Prints the process that is number 1 in the node.
init_of() {
    local keeper child
    keeper=$(cat "$state/nodes/$1/keeper" 2>/dev/null) || return 1
    for child in $(cat "/proc/$keeper/task/$keeper/children" 2>/dev/null); do
        if grep -q '^NSpid:.*\s1$' "/proc/$child/status" 2>/dev/null; then
            echo "$child"
            return 0
        fi
    done
    return 1
}

has_init() { init_of "$1" >/dev/null; }

mount_root() {
    local at=$state/nodes/$1
    mountpoint -q "$at/root" && return 0
    # What the kernel keeps there while mounted can be in the way of the next mount.
    rm -rf "$at/work" && mkdir -p "$at/upper" "$at/work" "$at/root" "$at/disks" &&
        mount -t overlay "rackdrill-$name-$1" -o "lowerdir=${ledger[tree]},upperdir=$at/upper,workdir=$at/work" "$at/root"
}

join_groups() { # GROUP, for this process
    local at
    for at in "$unified" /sys/fs/cgroup/systemd; do
        [ -e "$at/cgroup.procs" ] || continue
        mkdir -p "$at/rackdrill-$name/$1" && echo "$BASHPID" >"$at/rackdrill-$name/$1/cgroup.procs" || return 1
    done
}

start_node() {
    local at=$state/nodes/$1
    rm -rf "$at/.#root.lck" "/run/systemd/nspawn/propagate/$prefix$1"
    # The name of what systemd-nspawn leaves when it is killed.
    stat -c 'inode-%d:%i' "$at/root" >"$at/lock"
    (
        exec 9>&- </dev/null >"$at/console" 2>&1
        join_groups "$1" || exit 1
        echo "$BASHPID" >"$at/keeper"
        group "$1" >"$at/group"
        exec setsid systemd-nspawn -q -D "$at/root" --boot --register=no --keep-unit --machine="$prefix$1" --hostname="$1" \
            --network-namespace-path="/run/netns/$(ns "$1")" --settings=no --console=pipe --kill-signal=SIGRTMIN+3 \
            --link-journal=no --resolv-conf=off --timezone=off --capability=all \
            --drop-capability=CAP_SYS_TIME,CAP_SYS_MODULE,CAP_SYS_RAWIO,CAP_SYSLOG \
            --bind=/dev/fuse --bind=/dev/net/tun --bind="$at/disks:/disks"
    ) &
}

# Whether there is anything to draw from: the cable is in, the outlet is on, and the UPS gives something.
fed() { [ ! -e "$hands/plug.$1" ] && [ ! -e "$hands/outlet.$1" ] && { [ "$1" = node4 ] || [ ! -e "$hands/unfed" ]; }; }

power_on() {
    if ! powered "$1"; then
        mkdir -p "$(group "$1")"
        echo 0 >"$(group "$1")/cgroup.freeze"
        mount_root "$1" || die "cannot mount the root of $1"
        (
            hold cables
            plug "$1"
        ) || exit 1
        start_node "$1"
        await 10 has_init "$1" || die "$1 does not start: $(tail -n 3 "$state/nodes/$1/console")"
    fi
    (
        hold cables
        apply_link "$1" && apply_faults "$1"
    ) || die "the port of $1 is not what it ought to be"
}

# The port goes down with its node. Nothing that was not written to the disk is written any more.
power_off() {
    ip -n "$(ns sw)" link set "$1" down 2>/dev/null
    if powered "$1"; then
        echo 1 >"$(group "$1")/cgroup.kill"
        # Tasks that the older freezer holds cannot be killed; there are none of ours, but somebody may have frozen one.
        await 20 dark "$1" || die "$1 still has processes 20 s after it lost its power"
    fi
    rm -f "$state/nodes/$1/keeper"
}

# The battery of the UPS is empty.
starve() {
    node "${1:-}"
    hold "power.$1"
    power_off "$1"
    echo off
}

# The mains are back: what was meant to run, runs.
revive() {
    node "${1:-}"
    hold "power.$1"
    fed "$1" && power_on "$1"
    tell_power "$1"
}

# An outlet of the strip. While somebody has pulled the cable, it can be switched on and nothing comes of it.
outlet() {
    node "${2:-}"
    [ "${1:-}" = state ] || hold "power.$2"
    case ${1:-} in
        off | reboot)
            note "outlet.$2" off
            power_off "$2"
            ;;
        on | state) ;;
        *) usage ;;
    esac
    if [ "$1" = on ] || [ "$1" = reboot ]; then
        rm -f "$hands/outlet.$2"
        if fed "$2"; then power_on "$2"; fi
    fi
    if [ -e "$hands/outlet.$2" ]; then echo off; else echo on; fi
}

tell_power() { if frozen "$1"; then echo frozen; elif powered "$1"; then echo on; else echo off; fi; }

power() {
    node "${2:-}"
    [ "${1:-}" = state ] || hold "power.$2"
    case ${1:-} in
        off | reboot)
            note "plug.$2" pulled
            power_off "$2"
            ;;
        on | state) ;;
        *) usage ;;
    esac
    if [ "$1" = on ] || [ "$1" = reboot ]; then
        rm -f "$hands/plug.$2" "$hands/outlet.$2"
        fed "$2" || die "$2 gets no power: the mains are off and the battery is empty"
        power_on "$2"
    fi
    tell_power "$2"
}

frozen() { grep -q '^frozen 1' "$(group "$1")/cgroup.events" 2>/dev/null; }

thawed() { ! frozen "$1"; }

freeze() {
    node "${1:-}"
    hold "power.$1"
    powered "$1" || die "$1 has no power"
    echo 1 >"$(group "$1")/cgroup.freeze" && await 10 frozen "$1" || die "$1 does not freeze"
    echo frozen
}

thaw() {
    node "${1:-}"
    hold "power.$1"
    if [ -e "$(group "$1")/cgroup.freeze" ]; then
        echo 0 >"$(group "$1")/cgroup.freeze" && await 10 thawed "$1" || die "$1 does not thaw"
    fi
    if powered "$1"; then echo thawed; else echo off; fi
}

# The process that stays with the rack, in the namespace of the switch.
attend() {
    rm -f "$here/attends"
    (
        exec 9>&- </dev/null >"$here/attendant.log" 2>&1
        join_groups attendant || exit 1
        exec setsid nsenter --net="/run/netns/$(ns sw)" "${ledger[java]}" -Xmx48m -Xss256k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
            -XX:-UsePerfData -XX:ReservedCodeCacheSize=16m -cp "$here/classes" org.rackdrill.live.sandbox.attendant.Attendant \
            "$here" "$home.2"
    ) &
    await 15 test -e "$here/attends" || die "nobody attends to the rack: $(tail -n 2 "$here/attendant.log")"
    echo attended
}
