
# ---- operate-copies: what a snapshot held, and bringing copies up to date

use constant SNAPSHOTS_KEPT => 8;
use constant MANIFESTS_KEPT => 40;

# Returns a name for a dataset of our own beside others in its pool.
sub aside { my ($dataset, $what) = @_; return $dataset =~ s{/.*}{}r . "/rackdrill-$what" }

# Lets somebody look at a snapshot in a folder, through a clone that is gone afterwards whatever happens.
sub through_clone {
    my ($snapshot, $name, $folder, $look) = @_;
    my $clone = aside($snapshot =~ s/\@.*//r, $name);
    make_path($folder);
    leave_clone($clone, $folder);
    part(60, 'zfs', 'clone', '-o', "mountpoint=$folder", $snapshot, $clone);
    my $result = eval {
        look({ within => 30 }, 'zfs', 'mount', $clone) unless mounted($folder);
        refuse("$clone cannot be mounted") unless mounted($folder);
        $look->($folder);
    };
    my $thrown = $@;
    leave_clone($clone, $folder);
    die $thrown if $thrown;
    return $result;
}

# Destroys a dataset that we made for looking; it never destroys another one.
sub leave_clone {
    my ($clone, $folder) = @_;
    return unless $clone =~ m{/rackdrill-[a-z0-9-]+\z};
    if (!has_dataset($clone)) { rmdir $folder; return }
    my $until = now() + 20;
    my $ran;
    do {
        $ran = look({ within => 60 }, 'zfs', 'destroy', '-r', $clone);
        nap(0.3) if $ran->{rc};
    } while $ran->{rc} && now() < $until;
    unsure(failed($ran, 'zfs', 'destroy', $clone)) if $ran->{rc};
    rmdir $folder;
}

sub make_path {
    my ($path) = @_;
    my $at = '';
    for my $step (split m{/}, $path) { next if $step eq ''; $at .= "/$step"; mkdir $at and chmod 0711, $at }
}

sub mounted {
    my ($folder) = @_;
    open my $from, '<', '/proc/self/mounts' or return 0;
    while (<$from>) { return 1 if (split ' ')[1] eq $folder }
    return 0;
}

# Writes the manifest of a folder: a line for each thing in it, sorted by name. Returns counts.
sub write_manifest {
    my ($root, $file, $say) = @_;
    my @things;
    my @folders = ('');
    while (@folders) {
        my $in = shift @folders;
        opendir my $folder, "$root/$in" or refuse("$root/$in cannot be read: $!");
        for my $name (sort readdir $folder) {
            next if $name eq '.' || $name eq '..' || ($in eq '' && $name eq '.zfs');
            my $path = $in eq '' ? $name : "$in/$name";
            my @seen = lstat "$root/$path" or refuse("$path cannot be read: $!");
            push @things, [ $path, @seen[2, 4, 5, 7] ];
            push @folders, $path if S_ISDIR($seen[2]);
        }
    }
    my $hash = hashes_of($root, $say, map { $_->[0] } grep { S_ISREG($_->[1]) } @things);
    my ($files, $bytes, $text) = (0, 0, '');
    for my $thing (sort { $a->[0] cmp $b->[0] } @things) {
        my ($path, $mode, $uid, $gid, $size) = @$thing;
        my $what = S_ISREG($mode) ? 'f' : S_ISDIR($mode) ? 'd' : S_ISLNK($mode) ? 'l' : 'o';
        my $content = $what eq 'f' ? $hash->{$path} // 'unreadable' : $what eq 'l' ? coded(readlink "$root/$path") : '-';
        ($files, $bytes) = ($files + 1, $bytes + $size) if $what eq 'f';
        $text .= join(' ', $what, sprintf('%04o', $mode & 07777), $uid, $gid, $what eq 'f' ? $size : '-', $content, coded($path)) . "\n";
    }
    write_durably($file, $text) or unsure("$file cannot be written");
    return { files => $files, bytes => $bytes };
}

# Returns the SHA-256 of files by name, read in batches; what cannot be read is left out.
sub hashes_of {
    my ($root, $say, @paths) = @_;
    my %hash;
    my $all = @paths;
    while (my @some = splice @paths, 0, 200) {
        my $ran = look({ within => 12 * HOURS, cap => 4 << 20 }, 'sha256sum', '--zero', '--', map { "$root/$_" } @some);
        unsure('reading took too long') if $ran->{late};
        for my $line (split /\0/, $ran->{out}) {
            $hash{ substr $2, length("$root/") } = $1 if $line =~ /\A([0-9a-f]{64}) [ *](.*)\z/s;
        }
        $say->(sprintf '%d of %d files read', $all - @paths, $all);
    }
    return \%hash;
}

sub manifest_file { my ($dataset, $guid) = @_; return "$STATE/manifests/" . $dataset =~ s{/}{%}gr . "\@$guid" }

# Takes a snapshot and writes down what is in it, before any copy of it can exist.
$OPERATIONS{manifest} = {
    needs => ['dataset'], may => ['snapshot'],
    check => sub {
        my ($args) = @_;
        my $dataset = name_word($args, 'dataset');
        refuse("there is no dataset $dataset here") unless has_dataset($dataset);
        refuse("'$args->{snapshot}' is no name of a snapshot")
            if defined $args->{snapshot} && $args->{snapshot} !~ /\A[A-Za-z0-9][A-Za-z0-9._:+-]{0,100}\z/;
    },
    run => sub {
        my ($args, $say, $key) = @_;
        my $dataset = $args->{dataset};
        my @now = gmtime;
        my $name = $args->{snapshot} // POSIX::strftime('rackdrill_%Y-%m-%d_%H%M%S_', @now) . substr(unpack('%32C*', $key) . $$, 0, 8);
        my $snapshot = "$dataset\@$name";
        part(60, 'zfs', 'snapshot', $snapshot) unless has_dataset($snapshot);
        my ($one) = grep { $_->[0] eq $snapshot } snapshot_list($dataset);
        unsure("the snapshot $snapshot is not there") unless $one;
        make_folders("$STATE/manifests");
        my $file = manifest_file($dataset, $one->[1]);
        my $counts = through_clone($snapshot, 'look', "$STATE/look/" . $dataset =~ s{/}{%}gr,
            sub { write_manifest($_[0], $file, $say) });
        thin_out($dataset);
        return { snapshot => $snapshot, guid => $one->[1], created => $one->[2], %$counts };
    },
};

# Removes the oldest snapshots of our own from a dataset, and the oldest manifests.
sub thin_out {
    my ($dataset) = @_;
    my @own = grep { $_->[0] =~ /\@rackdrill_[0-9]/ } snapshot_list($dataset);
    splice @own, -SNAPSHOTS_KEPT if @own > SNAPSHOTS_KEPT or return;
    look({ within => 60 }, 'zfs', 'destroy', $_->[0]) for @own;
    my $prefix = manifest_file($dataset, '');
    my @files = sort { (stat $a)[9] <=> (stat $b)[9] } glob "\Q$prefix\E*";
    unlink @files[0 .. @files - MANIFESTS_KEPT - 1] if @files > MANIFESTS_KEPT;
}

$OPERATIONS{'thin-out'} = {
    needs => ['dataset'],
    check => sub { my ($args) = @_; refuse("there is no dataset $args->{dataset} here") unless has_dataset(name_word($args, 'dataset')) },
    run => sub { thin_out($_[0]{dataset}); return {} },
};

# Lists the guids of which a manifest is kept.
$VERBS{manifests} = sub {
    my ($words) = @_;
    only($words, 'dataset');
    my $prefix = manifest_file(name_word($words, 'dataset'), '');
    return join '', map { substr($_, length $prefix) . ' ' . ((stat $_)[9] // 0) . "\n" } glob "\Q$prefix\E*";
};

# Shows a part of a manifest: of a snapshot by its guid, or of what an operation has restored.
$VERBS{manifest} = sub {
    my ($words) = @_;
    only($words, qw(dataset guid operation from lines));
    my $file;
    if (defined $words->{operation}) {
        refuse('that is no key of an operation') unless $words->{operation} =~ /\A[A-Za-z0-9][A-Za-z0-9._-]{0,159}\z/;
        $file = operation_folder($words->{operation}) . '/manifest';
    } else {
        my ($guid) = need($words, 'guid');
        refuse("'$guid' is no guid") unless $guid =~ /\A[0-9]+\z/;
        $file = manifest_file(name_word($words, 'dataset'), $guid);
    }
    open my $from, '<', $file or refuse('there is no such manifest here');
    my ($first, $count) = (number_word($words, 'from', 0, 1e9), number_word($words, 'lines', 1, 100_000));
    my ($text, $at) = ('', 0);
    while (my $line = <$from>) {
        next if $at++ < $first;
        last if $at > $first + $count;
        $text .= $line;
    }
    return $text;
};

# Runs what the root-owned list says brings a copy up to date. How it ended proves nothing: syncoid ends well when there
# was nothing to send from. Whoever asks has to look for the snapshot on the target.
$OPERATIONS{sync} = {
    needs => [qw(service copy)],
    check => sub {
        my ($args) = @_;
        my ($how, @rest) = configured('sync', @$args{qw(service copy)});
        refuse("$CONFIG/operations has no `sync $args->{service} $args->{copy} unit UNIT` or `... run COMMAND`")
            unless @rest && $how =~ /\A(?:unit|run)\z/;
    },
    run => sub {
        my ($args, $say) = @_;
        my ($how, @rest) = configured('sync', @$args{qw(service copy)});
        my @argv = $how eq 'unit' ? ('systemctl', 'start', $rest[0]) : @rest;
        $say->(join ' ', @argv);
        my $ran = look({ within => 24 * HOURS, cap => 1 << 20 }, @argv);
        unsure(failed($ran, @argv)) if $ran->{late};
        my ($last) = reverse grep { /\S/ } split /\n/, $ran->{err} . $ran->{out};
        return { exit => $ran->{rc}, said => plain($last // '') };
    },
};

# Returns the command of a repository, which reads its password from a file of root's own.
sub repository {
    my ($service, $copy) = @_;
    my @argv = configured('backup', $service, $copy);
    refuse("$CONFIG/operations has no `backup $service $copy restic ...`") unless @argv && $argv[0] =~ m{(?:\A|/)restic\z};
    return @argv;
}

$OPERATIONS{backup} = {
    needs => [qw(service copy dataset guid)],
    check => sub {
        my ($args) = @_;
        repository(@$args{qw(service copy)});
        refuse("'$args->{guid}' is no guid") unless $args->{guid} =~ /\A[0-9]+\z/;
        refuse("$args->{dataset} has no snapshot with the guid $args->{guid}")
            if snapshot_with(name_word($args, 'dataset'), $args->{guid}) eq '';
    },
    run => sub {
        my ($args, $say) = @_;
        my @restic = repository(@$args{qw(service copy)});
        my $snapshot = snapshot_with(@$args{qw(dataset guid)});
        my $folder = "$STATE/look/" . $args->{dataset} =~ s{/}{%}gr;
        $say->('reading');
        return through_clone($snapshot, 'look', $folder, sub {
            my @argv = (@restic, 'backup', '--quiet', '--tag', "rackdrill,guid=$args->{guid}", $folder);
            my $ran = look({ within => 24 * HOURS, cap => 1 << 20 }, @argv);
            unsure(failed($ran, @argv)) if $ran->{late};
            return { exit => $ran->{rc}, said => plain($ran->{err}) };
        });
    },
};

# Lists what a repository holds, in the words of restic.
$VERBS{backups} = sub {
    my ($words) = @_;
    only($words, 'service', 'copy');
    my @restic = repository(name_word($words, 'service'), name_word($words, 'copy'));
    return seen({ within => 60 }, @restic, 'snapshots', '--json', '--no-lock');
};
