
# ---- operate-zfs: pools and snapshots

# Returns [name, guid, seconds since 1970] of the snapshots of a dataset itself, the oldest first.
sub snapshot_list {
    my ($dataset) = @_;
    my $ran = look({ within => 60 }, 'zfs', 'get', '-Hp', '-o', 'name,property,value', '-r', '-d', '1', 'guid,creation', $dataset);
    refuse(failed($ran, 'zfs')) if $ran->{rc} > 0;
    unsure(failed($ran, 'zfs')) if $ran->{rc};
    my (@names, %of);
    for (split /\n/, $ran->{out}) {
        my ($name, $property, $value) = split /\t/;
        next unless $name =~ /\A\Q$dataset\E\@/;
        push @names, $name unless $of{$name};
        $of{$name}{$property} = $value;
    }
    my $order = 0;
    my %place = map { $_ => $order++ } @names;
    return map { [ $_, $of{$_}{guid}, $of{$_}{creation} ] }
        sort { $of{$a}{creation} <=> $of{$b}{creation} || $place{$a} <=> $place{$b} } @names;
}

# Returns the snapshot of a dataset that has a guid, or ''.
sub snapshot_with {
    my ($dataset, $guid) = @_;
    my ($one) = grep { $_->[1] eq $guid } snapshot_list($dataset);
    return $one ? $one->[0] : '';
}

sub has_dataset {
    my ($dataset) = @_;
    my $ran = look({ within => 30 }, 'zfs', 'list', '-H', '-o', 'name', $dataset);
    unsure(failed($ran, 'zfs')) if $ran->{late};
    return $ran->{rc} == 0;
}

$VERBS{snapshots} = sub {
    my ($words) = @_;
    only($words, 'dataset');
    return join '', map { join("\t", @$_) . "\n" } snapshot_list(name_word($words, 'dataset'));
};

sub pool_text {
    my ($pool) = @_;
    my $ran = look({ within => 30 }, 'zpool', 'status', $pool);
    unsure("the pool $pool does not answer") if $ran->{late};
    refuse(failed($ran, 'zpool', 'status', $pool)) if $ran->{rc};
    return $ran->{out};
}

# Returns the scan line of a pool's status, with what follows it.
sub scan_of { my ($status) = @_; return $status =~ /^ *(?:scan|scrub): (.*(?:\n\t? {4,}.*)*)/m ? plain($1) : '' }

# Waits until a pool neither scrubs nor resilvers, saying how far it is.
sub wait_for_scan {
    my ($pool, $say) = @_;
    my $said = '';
    while (1) {
        my $scan = scan_of(pool_text($pool));
        return $scan unless $scan =~ /in progress/;
        my $far = $scan =~ /([0-9.]+)% done/ ? "$1%" : 'begun';
        $say->($said = $far) if $far ne $said;
        nap(1);
    }
}

$OPERATIONS{scrub} = {
    needs => ['pool'],
    check => sub { my ($args) = @_; pool_text(name_word($args, 'pool')) },
    run => sub {
        my ($args, $say) = @_;
        my $pool = $args->{pool};
        my $before = scan_of(pool_text($pool));
        part(60, 'zpool', 'scrub', $pool) unless $before =~ /scrub in progress/;
        my $scan = wait_for_scan($pool, $say);
        my ($errors) = $scan =~ /with ([0-9]+) errors/;
        refuse("the scrub of $pool did not end: $scan") unless defined $errors;
        my $status = pool_text($pool);
        refuse("$errors errors of $pool could not be healed") if $errors > 0 || $status =~ /^errors: (?!No known)/m;
        my ($state) = $status =~ /^ state: (\S+)/m;
        return { scan => $scan, errors => $errors, state => $state };
    },
};

# Returns [name, state] of the places for disks in a pool, in their order.
sub places_of {
    my ($status) = @_;
    my ($table) = $status =~ /^config:\n(.*?)^errors:/ms or return;
    my @rows;
    my $pool;
    for my $line (split /\n/, $table) {
        next unless $line =~ /\A\t( *)(\S+)(?: +(\S+))?/ && $2 ne 'NAME';
        my ($deep, $name, $state) = (length $1, $2, $3 // '');
        if ($deep == 0) {
            last if defined $pool;
            $pool = $name;
            next;
        }
        push @rows, [ $deep, $name, $state ];
    }
    my @places;
    for (my $i = 0; $i < @rows; $i++) {
        my ($deep, $name, $state) = @{ $rows[$i] };
        next if $name =~ /\A(?:mirror|raidz[123]?|draid\S*)-?[0-9]*\z/;
        if ($name =~ /\A(?:replacing|spare)(?:-[0-9]+)?\z/) {
            push @places, [ $rows[$i + 1][1], $rows[$i + 1][2] ];
            $i++ while $i + 1 < @rows && $rows[$i + 1][0] > $deep;
            next;
        }
        push @places, [ $name, $state ];
    }
    return @places;
}

$OPERATIONS{'replace-disk'} = {
    needs => [qw(pool disk)],
    check => sub {
        my ($args) = @_;
        my $pool = name_word($args, 'pool');
        number_word($args, 'disk', 1, 1000);
        my @places = places_of(pool_text($pool));
        refuse("$pool has " . @places . ' disks') if $args->{disk} > @places;
        refuse("$CONFIG/operations has no `spare $pool DEVICE...`")
            if $places[$args->{disk} - 1][1] ne 'ONLINE' && !configured('spare', $pool);
    },
    run => sub {
        my ($args, $say) = @_;
        my $pool = $args->{pool};
        my @places = places_of(pool_text($pool));
        my ($old, $state) = @{ $places[$args->{disk} - 1] };
        return { disk => $old, already => 'yes' } if $state eq 'ONLINE';
        my ($new) = grep { my $spare = $_; -e $spare && !grep { $spare eq $_->[0] || $spare eq "/dev/$_->[0]" } @places }
            configured('spare', $pool);
        refuse("no spare of $pool is there and unused") unless defined $new;
        part(120, 'zpool', 'replace', '-f', $pool, $old, $new);
        my $scan = wait_for_scan($pool, $say);
        # The old disk leaves a moment after the last block.
        my $until = now() + 30;
        my $status;
        do { $status = pool_text($pool); nap(0.5) if $status =~ /replacing/ } while $status =~ /replacing/ && now() < $until;
        ($state) = $status =~ /^ state: (\S+)/m;
        refuse("$pool is $state after the resilver: $scan") if $state ne 'ONLINE';
        return { disk => $old, by => $new, scan => $scan, state => $state };
    },
};
