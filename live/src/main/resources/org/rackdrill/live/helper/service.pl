
# ---- service: what runs as a unit of systemd, or as a resource of pacemaker

my @VITAL = qw(ssh sshd dbus dbus-broker networking NetworkManager corosync pacemaker pve-cluster zfs-fuse);

# Returns the name of a unit that may be hit.
sub hit_unit {
    my ($args) = @_;
    my $unit = name_word($args, 'unit');
    $unit .= '.service' unless $unit =~ /\.[a-z]+\z/;
    refuse("'$unit' is neither a service nor a timer of systemd")
        unless $unit =~ /\A[A-Za-z0-9][A-Za-z0-9\@._:-]*\.(?:service|timer)\z/;
    my ($stem) = $unit =~ /\A(.*?)(?:\@.*)?\.[a-z]+\z/;
    refuse("$unit is not hit: nobody could undo it") if $unit =~ /\A(?:systemd-|rackdrill-(?:hit|undo|undoes))/;
    refuse("$unit is not hit: nobody could undo it") if grep { $_ eq $stem } @VITAL;
    return $unit;
}

# Returns properties of a unit.
sub shown {
    my ($unit, @keys) = @_;
    my $said = seen({ within => 10 }, 'systemctl', 'show', (map { ('-p', $_) } @keys), '--', $unit);
    return { map { /\A([A-Za-z]+)=(.*)\z/ ? ($1, $2) : () } split /\n/, $said };
}

# What keeps a unit down whatever restarts it: an addition to the unit that only lives until the next start.
sub hold_file { my ($unit) = @_; return "/run/systemd/system/$unit.d/90-rackdrill.conf" }

sub hold {
    my ($unit) = @_;
    my ($folder) = hold_file($unit) =~ m{\A(.*)/};
    mkdir $folder, 0755 or $!{EEXIST} or unsure("$folder: $!");
    chmod 0755, $folder;
    write_all(hold_file($unit), "[Unit]\nAssertPathExists=/run/rackdrill-holds-this-down\n")
        or unsure(hold_file($unit) . ": $!");
    chmod 0644, hold_file($unit);
    must({ within => 20 }, 'systemctl', 'daemon-reload');
}

sub let_go {
    my ($unit) = @_;
    my ($folder) = hold_file($unit) =~ m{\A(.*)/};
    unlink hold_file($unit) or $!{ENOENT} or unsure(hold_file($unit) . ": $!");
    rmdir $folder;
    must({ within => 20 }, 'systemctl', 'daemon-reload') 
        if (shown($unit, 'DropInPaths')->{DropInPaths} // '') =~ /90-rackdrill/;
}

# Kills a unit at once: its main process, or everything in it.
sub kill_unit {
    my ($unit, $all) = @_;
    return must({ within => 10 }, 'systemctl', 'kill', '--signal=SIGKILL', '--', $unit) if $all;
    my $pid = shown($unit, 'MainPID')->{MainPID} // 0;
    unsure("$unit has no main process") if $pid < 2;
    kill 'KILL', $pid or unsure("process $pid of $unit: $!");
}

# Builds a fault of a unit. How: kill (the main process), crash (everything in it) or stop.
sub unit_fault {
    my ($how) = @_;
    return {
        needs => ['unit'], may => $how eq 'stop' ? [] : ['stay'],
        examine => sub {
            my ($args) = @_;
            my $unit = hit_unit($args);
            my $is = shown($unit, qw(LoadState ActiveState MainPID));
            refuse("there is no unit $unit here") if $is->{LoadState} ne 'loaded';
            refuse("$unit is $is->{ActiveState}") if $is->{ActiveState} ne 'active';
            refuse("$unit has no main process") if $how eq 'kill' && ($is->{MainPID} // 0) < 2;
            refuse("$unit is held down already") if there(hold_file($unit));
            return { active => $is->{ActiveState} };
        },
        apply => sub {
            my ($args) = @_;
            my $unit = hit_unit($args);
            my $stays = $how eq 'stop' || defined $args->{stay};
            hold($unit) if $stays;
            kill_unit($unit, $how eq 'crash') if $how ne 'stop';
            must({ within => 60 }, 'systemctl', 'stop', '--', $unit) if $stays;
        },
        revert => sub {
            my $unit = hit_unit(@_);
            let_go($unit);
            my $is = shown($unit, 'ActiveState')->{ActiveState};
            return if $is eq 'active';
            act({ within => 10 }, 'systemctl', 'reset-failed', '--', $unit) if $is eq 'failed';
            must({ within => 60 }, 'systemctl', 'start', '--', $unit);
        },
        check => sub {
            my $unit = hit_unit(@_);
            return "$unit is held down" if there(hold_file($unit));
            my $is = shown($unit, 'ActiveState')->{ActiveState};
            return $is eq 'active' ? '' : "$unit is $is";
        },
    };
}

sub resource_word {
    my ($args) = @_;
    my $resource = name_word($args, 'resource');
    refuse("'$resource' is no name of a resource") unless $resource =~ /\A[A-Za-z_][A-Za-z0-9_.-]*\z/;
    return $resource;
}

# Returns where a resource runs, '' when nowhere.
sub runs_at {
    my ($resource) = @_;
    my $ran = look({ within => 15 }, 'crm_resource', '--resource', $resource, '--locate');
    unsure(failed($ran, 'crm_resource')) if $ran->{rc} && "$ran->{out}$ran->{err}" !~ /NOT running/;
    return "$ran->{out}$ran->{err}" =~ /running on: (\S+)/ ? $1 : '';
}

# Returns the member of a group that does the work: the first that is not an address.
sub worker_of {
    my ($resource) = @_;
    my $ran = look({ within => 10 }, 'cibadmin', '--query', '--xpath', "//group[\@id='$resource']/primitive");
    return $resource if $ran->{rc};
    my @found;
    while ($ran->{out} =~ /<primitive\b([^>]*)>/g) {
        my $has = $1;
        my ($id) = $has =~ /\bid="([A-Za-z0-9_.-]+)"/;
        my ($type) = $has =~ /\btype="([^"]*)"/;
        push @found, $id if defined $id && ($type // '') !~ /\AIPaddr/;
    }
    return $found[0] // $resource;
}

sub role_of {
    my ($resource) = @_;
    my $ran = look({ within => 10 }, 'crm_resource', '--resource', $resource, '--meta', '--get-parameter', 'target-role');
    return $ran->{rc} == 0 && $ran->{out} =~ /\A([A-Za-z]+)\n/ ? $1 : 'none';
}

# Returns the unit behind a resource, or '' when an agent of the manager runs it.
sub unit_of_resource {
    my ($resource) = @_;
    my $xml = seen({ within => 10 }, 'crm_resource', '--resource', $resource, '--query-xml-raw');
    my ($line) = $xml =~ /(<primitive [^>]*>)/;
    return '' unless defined $line && $line =~ / class="systemd"/ && $line =~ / type="([A-Za-z0-9@._-]+)"/;
    return $1 =~ /\.[a-z]+\z/ ? $1 : "$1.service";
}

# Builds a fault of a resource. It is stopped behind the back of pacemaker, which may start it again or move it; when it
# shall stay down, pacemaker is told so.
sub resource_fault {
    my ($always) = @_;
    return {
        needs => ['resource'], may => $always ? [] : ['stay'],
        examine => sub {
            my $resource = resource_word(@_);
            my $at = runs_at($resource);
            refuse("$resource runs nowhere") if $at eq '';
            return { at => $at, role => role_of($resource) };
        },
        apply => sub {
            my ($args) = @_;
            my $resource = resource_word($args);
            if ($always || defined $args->{stay}) {
                must({ within => 15 }, 'crm_resource', '--resource', $resource, '--meta', '--set-parameter',
                    'target-role', '--parameter-value', 'Stopped');
                return;
            }
            my $worker = worker_of($resource);
            # The manager stops only what its own agents run; what systemd runs for it is killed as the unit that it is.
            my $unit = unit_of_resource($worker);
            if ($unit ne '') { must({ within => 15 }, 'systemctl', 'kill', '--signal=KILL', $unit) }
            else { must({ within => 30 }, 'crm_resource', '--resource', $worker, '--force-stop') }
        },
        revert => sub {
            my ($args, $was) = @_;
            my $resource = resource_word($args);
            my $role = ($was->{role} // '') =~ /\A([A-Za-z]+)\z/ ? $1 : 'none';
            if (role_of($resource) eq 'Stopped' && $role ne 'Stopped') {
                my @how = $role eq 'none' ? ('--delete-parameter', 'target-role')
                    : ('--set-parameter', 'target-role', '--parameter-value', $role);
                must({ within => 15 }, 'crm_resource', '--resource', $resource, '--meta', @how);
            }
            act({ within => 15 }, 'crm_resource', '--resource', $resource, '--cleanup') if runs_at($resource) eq '';
        },
        check => sub {
            my ($args, $was) = @_;
            my $resource = resource_word($args);
            return "$resource is told to be stopped" if role_of($resource) eq 'Stopped' && ($was->{role} // '') ne 'Stopped';
            return runs_at($resource) ne '' ? '' : "$resource runs nowhere";
        },
    };
}

$FAULTS{'process-kill'}{ways} = { unit => unit_fault('kill'), resource => resource_fault(0) };
$FAULTS{'service-crash'}{ways} = { unit => unit_fault('crash'), resource => resource_fault(0) };
for my $word (qw(dns-down identity-provider-down monitoring-down automation-down)) {
    $FAULTS{$word}{ways} = { unit => unit_fault('stop'), resource => resource_fault(1) };
}
