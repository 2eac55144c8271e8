
# ---- operate-serve: services and nodes are started, stopped and moved

sub unit_named {
    my ($words) = @_;
    my $unit = name_word($words, 'unit');
    $unit .= '.service' unless $unit =~ /\.(?:service|target|timer|socket)\z/;
    refuse("'$unit' is no unit of systemd") unless $unit =~ /\A[A-Za-z0-9][A-Za-z0-9\@._:-]*\z/;
    return $unit;
}

# Returns active, inactive, failed, activating and so on.
sub unit_state {
    my ($unit) = @_;
    my $ran = look({ within => 20 }, 'systemctl', 'show', '-p', 'ActiveState', '-p', 'LoadState', $unit);
    unsure(failed($ran, 'systemctl')) if $ran->{rc};
    refuse("there is no unit $unit here") if $ran->{out} =~ /^LoadState=not-found/m;
    return $ran->{out} =~ /^ActiveState=(\S+)/m ? $1 : 'unknown';
}

# The file that keeps a unit from starting here, over any reboot, until we take it away.
sub bar_of { my ($unit) = @_; return "/etc/systemd/system/$unit.d/rackdrill-aside.conf" }

sub bar {
    my ($unit) = @_;
    my $file = bar_of($unit);
    make_path($file =~ s{/[^/]*\z}{}r);
    chmod 0755, $file =~ s{/[^/]*\z}{}r;
    write_durably($file, "# Another node has this service now; see rackdrill ops failback.\n[Unit]\nConditionPathExists=/nonexistent/rackdrill\n")
        or unsure("$file cannot be written");
    chmod 0644, $file;
    part(60, 'systemctl', 'daemon-reload');
}

sub unbar {
    my ($unit) = @_;
    my $file = bar_of($unit);
    return unless -e $file;
    unlink $file or unsure("$file cannot be removed: $!");
    rmdir $file =~ s{/[^/]*\z}{}r;
    part(60, 'systemctl', 'daemon-reload');
}

$OPERATIONS{'start-unit'} = {
    needs => ['unit'],
    check => sub { my ($args) = @_; unit_state(unit_named($args)) },
    run => sub {
        my ($args) = @_;
        my $unit = unit_named($args);
        unbar($unit);
        look({ within => 30 }, 'systemctl', 'reset-failed', $unit);
        part(10 * MINUTES, 'systemctl', 'start', $unit);
        my $state = unit_state($unit);
        refuse("$unit is $state after its start") if $state ne 'active';
        return { unit => $unit, state => $state };
    },
};

# Makes sure that a service does not run here and will not: its unit is stopped and barred, its address gone.
# Without `planned` it touches nothing that is alive.
$OPERATIONS{'step-aside'} = {
    needs => ['unit'], may => [qw(address planned)],
    check => sub {
        my ($args) = @_;
        my $state = unit_state(unit_named($args));
        refuse(unit_named($args) . " is $state on this machine; nothing was done")
            if ($args->{planned} // 'no') ne 'yes' && $state !~ /\A(?:inactive|failed)\z/;
    },
    run => sub {
        my ($args) = @_;
        my $unit = unit_named($args);
        bar($unit);
        part(10 * MINUTES, 'systemctl', 'stop', $unit);
        my $state = unit_state($unit);
        refuse("$unit is $state after its stop") unless $state =~ /\A(?:inactive|failed)\z/;
        if (defined $args->{address}) {
            drop_address($args->{address});
            refuse("$args->{address} is still on this machine") if device_with($args->{address});
        }
        return { unit => $unit, state => $state };
    },
};

sub address_word {
    my ($address) = @_;
    refuse("'$address' is no address") unless $address =~ /\A[0-9]{1,3}(?:\.[0-9]{1,3}){3}\z/;
    return $address;
}

# Returns [device, address, length of its network] of all addresses here.
sub networks_here {
    return map { /\A[0-9]+: (\S+) +inet ([0-9.]+)\/([0-9]+)/ ? [ $1, $2, $3 ] : () }
        split /\n/, seen({ within => 10 }, 'ip', '-o', '-4', 'address', 'show');
}

sub device_with { my ($address) = @_; my ($one) = grep { $_->[1] eq $address } networks_here(); return $one }

sub drop_address {
    my ($address) = @_;
    my $one = device_with(address_word($address)) or return;
    part(20, 'ip', 'address', 'del', "$address/$one->[2]", 'dev', $one->[0]);
}

$OPERATIONS{'take-address'} = {
    needs => ['address'],
    check => sub { my ($args) = @_; address_word($args->{address}); own_network($args->{address}) },
    run => sub {
        my ($args) = @_;
        my $address = address_word($args->{address});
        my ($device, $length) = own_network($address);
        part(20, 'ip', 'address', 'add', "$address/$length", 'dev', $device) unless device_with($address);
        for (1 .. 3) { announce($address, $device); nap(0.2) }
        return { address => $address, device => $device };
    },
};

# Returns the device whose network an address belongs to, and the length of that network.
sub own_network {
    my ($address) = @_;
    my $number = unpack 'N', Socket::inet_aton($address);
    for my $one (networks_here()) {
        my ($device, $own, $length) = @$one;
        next if $device eq 'lo' || $length >= 32;
        my $mask = 0xffffffff << (32 - $length) & 0xffffffff;
        return ($device, $length) if (unpack('N', Socket::inet_aton($own)) & $mask) == ($number & $mask);
    }
    refuse("$address is in no network of this machine");
}

# Tells the neighbours who has an address now.
sub announce {
    my ($address, $device) = @_;
    my $mac = pack 'H12', first_line("/sys/class/net/$device/address") =~ tr/://dr;
    my $index = first_line("/sys/class/net/$device/ifindex");
    return unless length $mac == 6 && $index =~ /\A[0-9]+\z/;
    # 17 = AF_PACKET, 3 = SOCK_RAW, 0x0806 = ARP
    socket my $wire, 17, 3, unpack('S', pack 'n', 0x0806) or return;
    my $everybody = "\xff" x 6;
    my $ip = Socket::inet_aton($address);
    my $frame = $everybody . $mac . pack('n', 0x0806) . pack('nnCCn', 1, 0x0800, 6, 4, 1) . $mac . $ip . ("\0" x 6) . $ip;
    send $wire, $frame, 0, pack('S n i S C C a8', 17, 0x0806, $index, 1, 0, 6, $everybody);
}

# Makes a copy the data of its service: the newest snapshot becomes a dataset of its own, and the copy stays as it is.
$OPERATIONS{promote} = {
    needs => [qw(service copy work)],
    check => sub {
        my ($args) = @_;
        my ($copy, $work) = (name_word($args, 'copy'), name_word($args, 'work'));
        refuse("$copy has no snapshot") unless snapshot_list($copy);
        refuse("$work is on another pool than $copy") if $copy =~ s{/.*}{}r ne $work =~ s{/.*}{}r;
        refuse("there is a dataset $work here already, which is not ours to replace") if has_dataset($work);
    },
    run => sub {
        my ($args) = @_;
        my ($copy, $work) = @$args{qw(copy work)};
        my $newest = (snapshot_list($copy))[-1];
        my ($at) = configured('mountpoint', $args->{service});
        my $folder = $at // "/$work";
        part(120, 'zfs', 'clone', '-o', "mountpoint=$folder", '-o', 'readonly=off', $newest->[0], $work);
        look({ within => 30 }, 'zfs', 'mount', $work) unless mounted($folder);
        refuse("$work is not mounted at $folder") unless mounted($folder);
        # From here on the copy leans on the data and not the other way round: whatever a sync does to the copy, even one
        # of a primary that has come back, cannot reach them; and it fails, so that the primary keeps the common snapshot.
        part(60, 'zfs', 'set', "rackdrill:copy=$copy", $work);
        part(60, 'zfs', 'set', "rackdrill:base=$newest->[1]", $work);
        patiently('zfs', 'promote', $work);
        return { snapshot => $newest->[0], guid => $newest->[1], created => $newest->[2], age => time - $newest->[2], work => $work };
    },
};

# Returns what `promote` has noted at a dataset that it made; '' at every other.
sub noted {
    my ($dataset, $what) = @_;
    my $value = plain(part(30, 'zfs', 'get', '-H', '-s', 'local', '-o', 'value', "rackdrill:$what", $dataset));
    return $value eq '-' ? '' : $value;
}

# Takes the last snapshot of data that are about to move home.
$OPERATIONS{'last-snapshot'} = {
    needs => ['work'],
    check => sub {
        my ($args) = @_;
        my $work = name_word($args, 'work');
        refuse("there is no dataset $work here") unless has_dataset($work);
        refuse("$work was not made by a failover") if noted($work, 'copy') eq '';
    },
    run => sub {
        my ($args, $say, $key) = @_;
        my $snapshot = "$args->{work}\@rackdrill-home-" . POSIX::strftime('%Y%m%d%H%M%S', gmtime);
        part(60, 'zfs', 'snapshot', $snapshot);
        my ($one) = grep { $_->[0] eq $snapshot } snapshot_list($args->{work});
        my $base = noted($args->{work}, 'base');
        return { snapshot => $snapshot, guid => $one->[1], origin => snapshot_with($args->{work}, $base), 'origin-guid' => $base };
    },
};
