
# ---- pool: pools without room, and pools that hang

use constant FILLER => 'rackdrill-filler';

# Returns bytes that are used and bytes that are left, as file systems of a pool see them.
sub room {
    my ($pool) = @_;
    my $said = seen({ within => 10 }, 'zfs', 'get', '-Hp', '-o', 'value', 'used,available', $pool);
    $said =~ /\A([0-9]+)\n([0-9]+)\n\z/ or unsure("zfs does not say how full $pool is");
    return ($1, $2);
}

sub property {
    my ($dataset, $key) = @_;
    my $ran = look({ within => 10 }, 'zfs', 'get', '-H', '-o', 'value', $key, $dataset);
    return $ran->{rc} ? '' : $ran->{out} =~ s/\n\z//r;
}

sub exists_dataset {
    my ($dataset) = @_;
    my $ran = look({ within => 10 }, 'zfs', 'list', '-H', '-o', 'name', $dataset);
    return 1 if $ran->{rc} == 0;
    return 0 if "$ran->{err}" =~ /does not exist/;
    unsure(failed($ran, 'zfs', 'list', $dataset));
}

# Destroys what we made. What was in use a moment ago may still be busy.
sub destroy {
    my ($what, @how) = @_;
    my $until = now() + 6;
    while (1) {
        my $ran = act({ within => 30 }, 'zfs', 'destroy', @how, $what);
        return if $ran->{rc} == 0;
        unsure(failed($ran, 'zfs', 'destroy', $what)) if $ran->{err} !~ /busy/ || now() > $until;
        nap(0.2);
    }
}

$FAULTS{'pool-full'} = {
    needs => [qw(pool to)], may => [],
    examine => sub {
        my ($args) = @_;
        my $pool = pool_word($args);
        my $to = number_word($args, 'to', 1, 100);
        refuse("$pool/" . FILLER . ' is there already') if exists_dataset("$pool/" . FILLER);
        my ($used, $left) = room($pool);
        my $fill = int(($used + $left) * $to / 100 - $used);
        refuse("$pool is fuller than $to % already") if $fill <= 0;
        return { fill => $fill };
    },
    apply => sub {
        my ($args, $was) = @_;
        my ($pool, $at) = (pool_word($args), '/run/rackdrill-filler/' . pool_word($args));
        mkdir $_, 0700 for '/run/rackdrill-filler', $at;
        must({ within => 20 }, 'zfs', 'create', '-o', 'rackdrill:made=filler', '-o', "mountpoint=$at", '-o',
            'compression=off', "$pool/" . FILLER);
        # A reservation takes the room at once, however slow the disks are; a file makes it real for whoever looks there.
        my (undef, $left) = room($pool);
        my $bytes = $was->{fill} < $left ? $was->{fill} : $left;
        must({ within => 20 }, 'zfs', 'set', "reservation=$bytes", "$pool/" . FILLER);
        start_load("fill-$pool", 1, sub { fill("$at/filler", $bytes, @_) });
    },
    revert => sub {
        my ($args) = @_;
        my $filler = pool_word($args) . '/' . FILLER;
        my $at = '/run/rackdrill-filler/' . pool_word($args);
        end_loads('fill-' . pool_word($args));
        if (exists_dataset($filler)) {
            refuse("$filler was not made by us") if property($filler, 'rackdrill:made') ne 'filler';
            # On a pool without any room, to make a file shorter is possible when to destroy is not.
            truncate "$at/filler", 0 if -f "$at/filler";
            destroy($filler, '-r');
        }
        rmdir $at;
        rmdir '/run/rackdrill-filler';
    },
    check => sub {
        my ($args) = @_;
        my $pool = pool_word($args);
        return exists_dataset("$pool/" . FILLER) ? 'the filler is still there' : left_loads("fill-$pool");
    },
};

# Writes what no compression makes smaller, as long as it is wanted.
sub fill {
    my ($file, $bytes, $goes_on) = @_;
    sysopen my $to, $file, O_WRONLY | O_CREAT | O_TRUNC, 0600 or return;
    sysopen my $random, '/dev/urandom', O_RDONLY or return;
    my $noise = '';
    sysread $random, $noise, 1 << 20;
    my $piece = length $noise;
    while ($bytes > 0 && $goes_on->()) {
        my $wrote = syswrite $to, $noise, $bytes > $piece ? $piece : $bytes;
        if ($wrote) { $bytes -= $wrote; next }
        # ZFS counts manifold what is on its way to the disks: where there seems to be no room, there is some for less,
        # or later.
        $piece /= 2 if $piece > 4096;
        nap(0.1);
    }
}

# Returns the processes that are ZFS, where ZFS is a process.
sub zfs_processes {
    opendir my $folder, '/proc' or unsure("/proc: $!");
    return grep { /\A[0-9]+\z/ && first_line("/proc/$_/comm") eq 'zfs-fuse' } readdir $folder;
}

sub stopped { my ($pid) = @_; return first_line("/proc/$pid/stat") =~ /\A[0-9]+ \(.*\) [Tt] / }

# While a pool hangs, no command of ZFS returns; so neither undo nor proof may call one.
$FAULTS{'pool-hung'} = {
    needs => ['pool'], may => [],
    examine => sub {
        my ($args) = @_;
        pool_seen(pool_word($args));
        refuse('a pool in the kernel cannot be made to hang and be brought back') if zfs_kind() ne 'fuse';
        my @pids = zfs_processes();
        refuse('zfs-fuse does not run here') unless @pids;
        refuse('zfs-fuse is stopped already') if grep { stopped($_) } @pids;
        refuse("$STATE is on ZFS itself, where the undo would hang too") if file_system($STATE) =~ /zfs/;
        return { pids => join ',', @pids };
    },
    apply => sub { kill 'STOP', zfs_processes() or unsure("zfs-fuse: $!") },
    revert => sub { kill 'CONT', grep { stopped($_) } zfs_processes() },
    check => sub {
        my @pids = zfs_processes();
        return 'zfs-fuse does not run' unless @pids;
        return grep({ stopped($_) } @pids) ? 'zfs-fuse is stopped' : '';
    },
};

# Returns the type of the file system that a folder is on.
sub file_system {
    my ($path) = @_;
    open my $from, '<', '/proc/self/mounts' or return '';
    my ($best, $type) = ('', '');
    while (<$from>) {
        my (undef, $at, $kind) = split ' ';
        ($best, $type) = ($at, $kind) if length $at >= length $best && ($at eq '/' || "$path/" =~ m{\A\Q$at\E/});
    }
    return $type;
}
