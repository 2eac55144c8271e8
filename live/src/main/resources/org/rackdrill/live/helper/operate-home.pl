
# ---- operate-home: data come home, nodes are switched, guests leave

# Fetches data from the node that has them now, and puts them in the place of what was left here, which is kept aside.
$OPERATIONS{'bring-home'} = {
    needs => [qw(dataset from snapshot guid origin origin-guid)], may => ['stamp'],
    check => sub {
        my ($args) = @_;
        name_word($args, $_) for qw(dataset snapshot origin);
        refuse("$CONFIG/operations has no `reach $args->{from} ssh ...`") unless configured('reach', $args->{from});
    },
    run => sub {
        my ($args, $say, $key) = @_;
        my ($dataset, $new) = ($args->{dataset}, "$args->{dataset}-coming-home");
        my $here = has_dataset($dataset);
        return { already => 'yes' } if $here && snapshot_with($dataset, $args->{guid}) ne '';
        my $known = $here && snapshot_with($dataset, $args->{'origin-guid'}) ne '';
        my @send = ('zfs', 'send', $known ? ('-i', $args->{origin}) : (), $args->{snapshot});
        clear_arrival($new, $dataset, $here);
        # A dataset that begins at the common snapshot, and owns it: what changed since can be received into it.
        if ($known) {
            part(60, 'zfs', 'clone', '-o', 'canmount=noauto', snapshot_with($dataset, $args->{'origin-guid'}), $new);
            patiently('zfs', 'promote', $new);
        }
        $say->($known ? 'fetching what changed' : 'fetching everything');
        piped(24 * HOURS, [ configured('reach', $args->{from}), @send ], [ 'zfs', 'receive', ($known ? '-F' : ()), '-u', $new ],
            operation_folder($key) . '/note');
        refuse("$new did not arrive whole") if snapshot_with($new, $args->{guid}) eq '';
        my $folder = $here ? plain(part(30, 'zfs', 'get', '-H', '-o', 'value', 'mountpoint', $dataset)) : "/$dataset";
        my $left = '';
        if ($here) {
            $left = "$dataset-left-" . POSIX::strftime('%Y%m%d%H%M%S', gmtime);
            look({ within => 60 }, 'zfs', 'unmount', $dataset);
            patiently('zfs', 'rename', $dataset, $left);
            look({ within => 30 }, 'zfs', 'set', 'canmount=noauto', $left);
        }
        patiently('zfs', 'rename', $new, $dataset);
        part(30, 'zfs', 'set', 'canmount=on', $dataset);
        part(30, 'zfs', 'set', "mountpoint=$folder", $dataset);
        look({ within => 30 }, 'zfs', 'mount', $dataset) unless mounted($folder);
        refuse("$dataset is not mounted at $folder") unless mounted($folder);
        return { left => $left, how => $known ? 'increment' : 'whole' };
    },
};

# Removes what an earlier try has left; what is here gets its snapshots back first.
sub clear_arrival {
    my ($new, $dataset, $here) = @_;
    return unless has_dataset($new);
    look({ within => 60 }, 'zfs', 'promote', $dataset) if $here;
    patiently('zfs', 'destroy', '-r', $new);
}

# Does what may be refused for a moment after an unmount.
sub patiently {
    my (@argv) = @_;
    my $until = now() + 30;
    my $ran;
    do {
        $ran = look({ within => 60 }, @argv);
        nap(0.5) if $ran->{rc};
    } while $ran->{rc} && now() < $until;
    refuse(failed($ran, @argv)) if $ran->{rc};
}

# Removes what `promote` made, once its data are home; it destroys nothing else.
$OPERATIONS{retire} = {
    needs => ['work'],
    check => sub { my ($args) = @_; name_word($args, 'work') },
    run => sub {
        my ($args) = @_;
        return { already => 'yes' } unless has_dataset($args->{work});
        my $copy = noted($args->{work}, 'copy');
        refuse("$args->{work} was not made by a failover") if $copy eq '';
        look({ within => 60 }, 'zfs', 'unmount', $args->{work});
        # The copy gets its snapshots back, so that the next sync finds a common one.
        patiently('zfs', 'promote', $copy) if has_dataset($copy) && leans_on($copy, $args->{work});
        patiently('zfs', 'destroy', '-r', $args->{work});
        return {};
    },
};

sub leans_on {
    my ($dataset, $other) = @_;
    return part(30, 'zfs', 'get', '-H', '-o', 'value', 'origin', $dataset) =~ /\A\Q$other\E\@/;
}

# Cuts the power of another node and sees that it is off.
$OPERATIONS{'power-off'} = {
    needs => ['node'],
    check => sub { my ($args) = @_; way_of(name_word($args, 'node')) },
    run => sub {
        my ($args) = @_;
        switch_power($args->{node}, 'off') if powered($args->{node}) ne 'off';
        return { power => await_power($args->{node}, 'off', MINUTES) };
    },
};

$OPERATIONS{'power-on'} = {
    needs => ['node'],
    check => sub { my ($args) = @_; way_of(name_word($args, 'node')) },
    run => sub {
        my ($args) = @_;
        switch_power($args->{node}, 'on') if powered($args->{node}) ne 'on';
        return { power => await_power($args->{node}, 'on', MINUTES) };
    },
};

# Waits until a node that stops in order is off.
$OPERATIONS{'await-off'} = {
    needs => ['node'],
    check => sub { my ($args) = @_; way_of(name_word($args, 'node')) },
    run => sub { my ($args) = @_; return { power => await_power($args->{node}, 'off', 10 * MINUTES) } },
};

sub await_power {
    my ($node, $wanted, $within) = @_;
    my $until = now() + $within;
    my $state;
    while (1) {
        $state = powered($node);
        return $state if $state eq $wanted;
        refuse("the power of $node is $state") if now() >= $until;
        nap(0.5);
    }
}

$OPERATIONS{'shut-down'} = {
    needs => [],
    run => sub {
        my ($args, $say) = @_;
        # The record of this operation is written first, so that it does not end as one that died.
        leave_behind(sub { nap(2); exec { tool('systemctl') } 'systemctl', 'poweroff' });
        return { ordered => 'yes' };
    },
};

# Returns which manager moves guests on this machine.
sub manager {
    return 'proxmox' if tool('ha-manager') ne '';
    return 'pacemaker' if tool('crm_resource') ne '';
    refuse('there is neither pacemaker nor Proxmox VE on this machine');
}

sub settled { part(5 * MINUTES, 'crm_resource', '--wait', '--timeout', '280s') }

for my $to ('on', 'off') {
    $OPERATIONS{"maintenance-$to"} = {
        needs => ['node'],
        check => sub { my ($args) = @_; name_word($args, 'node'); manager() },
        run => sub {
            my ($args) = @_;
            if (manager() eq 'proxmox') {
                part(60, 'ha-manager', 'crm-command', 'node-maintenance', $to eq 'on' ? 'enable' : 'disable', $args->{node});
                return { manager => 'proxmox' };
            }
            part(60, 'crm_attribute', '--type', 'nodes', '--node', $args->{node}, '--name', 'standby', '--update', $to);
            settled();
            return { manager => 'pacemaker' };
        },
    };
}

# Returns where a resource of pacemaker runs, or ''.
sub resource_node {
    my ($resource) = @_;
    my $said = look({ within => 30 }, 'crm_resource', '--resource', $resource, '--locate');
    return $said->{out} =~ /is running on: (\S+)/ ? $1 : '';
}

$OPERATIONS{'move-resource'} = {
    needs => ['resource'], may => [qw(to back)],
    check => sub {
        my ($args) = @_;
        my ($resource) = need($args, 'resource');
        refuse("'$resource' is no resource") unless $resource =~ /\A[A-Za-z][A-Za-z0-9_.:-]*\z/;
        name_word($args, 'to') if defined $args->{to};
        manager();
    },
    run => sub {
        my ($args, $say) = @_;
        my $resource = $args->{resource};
        if (manager() eq 'proxmox') {
            refuse('say where to: Proxmox VE does not choose') unless defined $args->{to};
            part(60, 'ha-manager', 'migrate', $resource, $args->{to});
            return { node => $args->{to} };
        }
        my $before = resource_node($resource);
        part(60, 'crm_resource', '--resource', $resource, '--clear');
        if (!defined $args->{to} || $before ne $args->{to}) {
            part(60, 'crm_resource', '--resource', $resource, '--move', defined $args->{to} ? ('--node', $args->{to}) : ());
        }
        settled();
        my $after = resource_node($resource);
        refuse("$resource runs nowhere after the move") if $after eq '';
        refuse("$resource runs on $after") if defined $args->{to} && $after ne $args->{to};
        part(60, 'crm_resource', '--resource', $resource, '--clear') if ($args->{back} // 'no') eq 'yes';
        return { node => $after, before => $before };
    },
};

$OPERATIONS{'start-resource'} = {
    needs => ['resource'],
    check => sub { my ($args) = @_; name_word($args, 'resource'); manager() },
    run => sub {
        my ($args) = @_;
        if (manager() eq 'proxmox') { part(60, 'ha-manager', 'set', $args->{resource}, '--state', 'started'); return {} }
        part(60, 'crm_resource', '--resource', $args->{resource}, '--meta', '--set-parameter', 'target-role', '--parameter-value', 'Started');
        part(60, 'crm_resource', '--resource', $args->{resource}, '--cleanup');
        settled();
        my $node = resource_node($args->{resource});
        refuse("$args->{resource} runs nowhere after its start") if $node eq '';
        return { node => $node };
    },
};
