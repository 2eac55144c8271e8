
# ---- disk: pools of ZFS, and the disks in them

sub pool_word {
    my ($args) = @_;
    my $pool = name_word($args, 'pool');
    refuse("'$pool' is no name of a pool") unless $pool =~ /\A[A-Za-z][A-Za-z0-9_.:-]*\z/;
    return $pool;
}

sub dataset_word {
    my ($args, $key) = @_;
    my $dataset = name_word($args, $key);
    refuse("'$dataset' is no name of a dataset") unless $dataset =~ m{\A[A-Za-z][A-Za-z0-9_.:/-]*\z};
    return $dataset;
}

# Returns what zpool says of a pool: { state, scan, errors, disks => [{ name, state, errors }] }, disks in its order.
sub pool_seen {
    my ($pool) = @_;
    my @full = zfs_kind() eq 'kernel' ? ('-P') : ();
    my $said = seen({ within => 10 }, 'zpool', 'status', @full, $pool);
    my %is = (disks => [], scan => '', state => '', errors => '');
    my ($part, $deepest, $aside) = ('', 0, 0);
    for my $line (split /\n/, $said) {
        if ($line =~ /\A\s*(state|scan|scrub|errors|config|action|status|see): ?(.*)\z/) {
            $part = $1 eq 'scrub' ? 'scan' : $1;
            $is{$part} = $2;
        } elsif ($part eq 'config' && $line =~ /\A\t( *)(\S+)(?:\s+(\S+)(?:\s+(\S+)\s+(\S+)\s+(\S+))?)?/) {
            my ($depth, $name, $state, @counts) = (length $1, $2, $3 // '', $4, $5, $6);
            next if $name eq 'NAME';
            $aside = 1 if $depth == 0 && $name =~ /\A(?:logs|cache|spares|special|dedup)\z/;
            next if $aside || $depth == 0 || $name =~ /\A(?:mirror|raidz[123]?|draid[0-9a-z:]*|spare|replacing)-[0-9]+\z/;
            $is{replacing} = 1 if $line =~ /replacing-/;
            push @{ $is{disks} }, { name => $name, state => $state, errors => join('', map { $_ // 0 } @counts) =~ /[1-9]/ ? 1 : 0 };
        } elsif ($part eq 'scan' && $line =~ /\A\s+(.*)\z/) {
            $is{scan} .= " $1";
        }
    }
    $is{replacing} = 1 if $said =~ /^\s+replacing-/m;
    unsure("zpool says no state of $pool") if $is{state} eq '';
    return \%is;
}

sub busy { my ($is) = @_; return $is->{scan} =~ /in progress/ ? plain($is->{scan}) : '' }

# Returns the disk that a request means: by its number from 1, or by its name.
sub disk_of {
    my ($args, $is) = @_;
    my ($word) = need($args, 'disk');
    my @disks = @{ $is->{disks} };
    return $disks[$word - 1] if $word =~ /\A[1-9][0-9]{0,3}\z/ && $word <= @disks;
    my ($disk) = grep { $_->{name} eq $word } @disks;
    return $disk // refuse("the pool has no disk '$word'");
}

sub find_disk { my ($is, $name) = @_; return (grep { $_->{name} eq $name } @{ $is->{disks} })[0] }

# Refuses a pool that is not whole, because breaking more could lose it.
sub whole {
    my ($pool, $is) = @_;
    refuse("$pool is $is->{state}") if $is->{state} ne 'ONLINE';
    my ($bad) = grep { $_->{state} ne 'ONLINE' } @{ $is->{disks} };
    refuse("$bad->{name} of $pool is $bad->{state}") if $bad;
    refuse("$pool has errors: $is->{errors}") unless $is->{errors} =~ /\ANo known data errors/;
    refuse("$pool is at work: " . busy($is)) if busy($is) ne '' || $is->{replacing};
}

# The name that was noted, or without a note the one that is meant now.
sub noted_disk { my ($args, $was, $is) = @_; return $was->{disk} // disk_of($args, $is)->{name} }

$FAULTS{'disk-failure'} = {
    needs => [qw(pool disk)], may => [],
    examine => sub {
        my ($args) = @_;
        my $pool = pool_word($args);
        my $is = pool_seen($pool);
        whole($pool, $is);
        return { disk => disk_of($args, $is)->{name} };
    },
    apply => sub { my ($args, $was) = @_; must({ within => 20 }, 'zpool', 'offline', pool_word($args), $was->{disk}) },
    revert => sub {
        my ($args, $was) = @_;
        my $pool = pool_word($args);
        my $is = pool_seen($pool);
        my $disk = find_disk($is, noted_disk($args, $was, $is));
        # Whoever replaced it has taken it back already.
        return unless $disk && $disk->{state} ne 'ONLINE';
        must({ within => 20 }, 'zpool', 'online', $pool, $disk->{name});
    },
    check => sub {
        my ($args, $was) = @_;
        my $is = pool_seen(pool_word($args));
        my $disk = find_disk($is, noted_disk($args, $was, $is));
        return "$disk->{name} is $disk->{state}" if $disk && $disk->{state} ne 'ONLINE';
        return busy($is) if busy($is) ne '';
        return $disk || $is->{state} eq 'ONLINE' ? '' : "the pool is $is->{state}";
    },
};

# Delays are put in by the kernel's own test interface; without it nothing honest can slow one disk only.
sub handlers {
    my ($pool, $delay) = @_;
    my $said = seen({ within => 10 }, 'zinject');
    return map { /\A\s*([0-9]+)\s+\Q$pool\E\s+[0-9a-f]+.*\b(?:[0-9]+:[0-9]+|delay)\b/i ? $1 : () } split /\n/, $said;
}

$FAULTS{'slow-disk'} = {
    needs => [qw(pool disk extra)], may => [],
    examine => sub {
        my ($args) = @_;
        number_word($args, 'extra', 1, 60000);
        refuse('zfs-fuse cannot slow a single disk') if zfs_kind() eq 'fuse';
        refuse('there is no zinject on this machine') if tool('zinject') eq '';
        my $pool = pool_word($args);
        my $is = pool_seen($pool);
        whole($pool, $is);
        refuse("somebody has put delays into $pool already") if handlers($pool);
        return { disk => disk_of($args, $is)->{name} };
    },
    apply => sub {
        my ($args, $was) = @_;
        must({ within => 20 }, 'zinject', '-d', $was->{disk}, '-D', POSIX::ceil($args->{extra}) . ':1', pool_word($args));
    },
    revert => sub { my ($args) = @_; must({ within => 10 }, 'zinject', '-c', $_) for handlers(pool_word($args)) },
    check => sub { my ($args) = @_; return handlers(pool_word($args)) ? 'the delay is still in' : '' },
};

use constant BLOCK => 131072;
use constant LABELS_BEFORE => 4 << 20;
use constant LABELS_AFTER => 1 << 20;

# Returns the file or device in which the data of a disk are.
sub medium {
    my ($name) = @_;
    for my $path ($name, "/dev/$name", "/dev/disk/by-id/$name") {
        next unless $path =~ m{\A/} && (-f $path || -b $path);
        return "$path-part1" if -b "$path-part1";
        return $path;
    }
    refuse("the data of $name are in no file or device that is found");
}

# Returns places of whole blocks that hold data, apart from the labels at both ends, up to an amount of bytes.
sub places {
    my ($disk, $amount) = @_;
    my $size = sysseek $disk, 0, 2 or unsure("the size of the disk is not known: $!");
    my ($at, $end, @found) = (LABELS_BEFORE + BLOCK, $size - LABELS_AFTER - BLOCK);
    while ($at < $end) {
        # In a file, holes hold no data: 3 and 4 ask for the next data and the next hole.
        my $from = sysseek $disk, $at, 3;
        last unless defined $from || $!{EINVAL};
        my $hole = defined $from ? sysseek $disk, $from, 4 : $end;
        $from = defined $from ? int(($from + BLOCK - 1) / BLOCK) * BLOCK : $at;
        for ($at = $from; $at + BLOCK <= $hole && $at < $end; $at += BLOCK) { push @found, $at }
        $at = $hole if $hole > $at;
    }
    my $count = POSIX::ceil($amount / BLOCK);
    return @found if $count >= @found;
    my $step = @found / $count;
    return map { $found[ int($_ * $step) ] } 0 .. $count - 1;
}

sub corrupt {
    my ($path, $amount) = @_;
    sysopen my $disk, $path, O_RDWR or unsure("$path: $!");
    sysopen my $random, '/dev/urandom', O_RDONLY or unsure("/dev/urandom: $!");
    for my $at (places($disk, $amount)) {
        unsure('the lease is over') if defined $UNTIL && now() > $UNTIL;
        my $noise = '';
        sysread $random, $noise, BLOCK - length $noise, length $noise while length $noise < BLOCK;
        sysseek $disk, $at, 0;
        my $wrote = syswrite $disk, $noise;
        unsure("$path: $!") if !defined $wrote || $wrote != BLOCK;
    }
    $disk->sync or unsure("$path: $!");
}

$FAULTS{'silent-corruption'} = {
    needs => [qw(pool disk amount)], may => [],
    examine => sub {
        my ($args) = @_;
        my $pool = pool_word($args);
        number_word($args, 'amount', 1, 8 << 30);
        my $is = pool_seen($pool);
        whole($pool, $is);
        redundant($pool);
        my $disk = disk_of($args, $is)->{name};
        return { disk => $disk, medium => medium($disk), scan => plain($is->{scan}) };
    },
    apply => sub { my ($args, $was) = @_; corrupt($was->{medium}, $args->{amount}) },
    revert => sub {
        my ($args) = @_;
        my $pool = pool_word($args);
        my $is = pool_seen($pool);
        if (busy($is) eq '') {
            must({ within => 20 }, 'zpool', 'scrub', $pool);
            unsure("the scrub of $pool does not begin") if pool_seen($pool)->{scan} eq $is->{scan} && $is->{scan} !~ /scrub/;
        }
        # The counters of what was healed are set back when it is over, by nobody who could keep others waiting.
        leave_behind(sub { clear_after_scrub($pool) });
    },
    check => sub {
        my ($args, $was) = @_;
        my $is = pool_seen(pool_word($args));
        return busy($is) if busy($is) ne '';
        return "no scrub since then: $is->{scan}" if $is->{scan} !~ /scrub/ || plain($is->{scan}) eq ($was->{scan} // '');
        return "the scrub has found what it could not heal: $is->{scan}" unless $is->{scan} =~ /with 0 errors/;
        return "the pool has errors: $is->{errors}" unless $is->{errors} =~ /\ANo known data errors/;
        my ($bad) = grep { $_->{state} ne 'ONLINE' || $_->{errors} } @{ $is->{disks} };
        return $bad ? "$bad->{name} is $bad->{state} and has counted errors" : '';
    },
};

# A scrub may take a day, and its undo is tried over and over meanwhile: one process waits for it, however many are sent.
sub clear_after_scrub {
    my ($pool) = @_;
    my $only = "$STATE/watch/clears-$pool";
    sysopen my $lock, $only, O_RDWR | O_CREAT, 0600 or return;
    flock $lock, LOCK_EX | LOCK_NB or return;
    my ($is, $unseen) = (undef, 0);
    until (($is = eval { pool_seen($pool) }) && busy($is) eq '') {
        $unseen = $is ? 0 : $unseen + 1;
        # A pool that nobody sees for ten minutes is gone, and there is nothing to clear.
        if ($unseen > 1200) { unlink $only; return }
        nap(0.5);
    }
    look({ within => 20 }, 'zpool', 'clear', $pool)
        if $is->{scan} =~ /with 0 errors/ && $is->{errors} =~ /\ANo known data errors/;
    unlink $only;
}

# Refuses a pool in which nothing could heal what is damaged.
sub redundant {
    my ($pool) = @_;
    my $said = seen({ within => 10 }, 'zpool', 'status', $pool);
    my ($config) = $said =~ /^config:\n(.*?)(?:^errors:|\z)/ms;
    my ($data) = ($config // '') =~ /\A(.*?)(?:^\t(?:logs|cache|spares)\b|\z)/ms;
    refuse("$pool has disks without redundancy") if $data =~ /^\t  (?!mirror-|raidz|draid|spare-|replacing-)\S/m;
}
