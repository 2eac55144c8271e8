
# ---- operate-proof: a copy is restored beside, read to its last byte, and started

# Restores what a guid names into a dataset or folder of our own, and lists what came out; whoever asks compares.
$OPERATIONS{restore} = {
    needs => [qw(service copy)], may => [qw(guid dataset backup database)],
    check => sub {
        my ($args) = @_;
        if (defined $args->{dataset}) {
            my ($guid) = need($args, 'guid');
            refuse("$args->{dataset} has no snapshot with the guid $guid")
                if snapshot_with(name_word($args, 'dataset'), $guid) eq '';
            return;
        }
        my ($backup) = need($args, 'backup');
        refuse("'$backup' is no backup of restic") unless $backup =~ /\A[0-9a-f]{8,64}\z/;
        repository(@$args{qw(service copy)});
    },
    run => sub {
        my ($args, $say, $key) = @_;
        # Not below the state, which only root can enter: a database will run there as its own user.
        my $folder = "$STATE-scratch/" . substr($key, -40) =~ s/\A[^A-Za-z0-9]+//r;
        my $prove = sub {
            my ($root) = @_;
            my $restored = now();
            my $counts = write_manifest($root, operation_folder($key) . '/manifest', $say);
            my $database = $args->{database} // '';
            my %facts = (%$counts, read => sprintf('%.2f', now() - $restored));
            %facts = (%facts, %{ try_postgres($root, $key, $say, $args->{service}) }) if $database eq 'postgres';
            return \%facts;
        };
        my $start = now();
        my $facts = defined $args->{dataset} ? restored_dataset($args, $folder, $key, $say, $prove)
            : restored_backup($args, $folder, $say, $prove);
        $facts->{seconds} = sprintf '%.2f', now() - $start;
        return $facts;
    },
};

# Restores a snapshot into a new dataset beside it.
sub restored_dataset {
    my ($args, $folder, $key, $say, $prove) = @_;
    my $snapshot = snapshot_with($args->{dataset}, $args->{guid});
    my $scratch = aside($args->{dataset}, 'scratch');
    leave_clone($scratch, $folder);
    make_path($folder);
    -d $folder or unsure("$folder cannot be made");
    $say->('restoring');
    my $facts = eval {
        my $start = now();
        my $how = has_room($args->{dataset}, $snapshot) ? 'sent' : 'cloned';
        if ($how eq 'sent') {
            piped(24 * HOURS, [ 'zfs', 'send', $snapshot ], [ 'zfs', 'receive', '-u', $scratch ], operation_folder($key) . '/note');
        } else { part(60, 'zfs', 'clone', $snapshot, $scratch) }
        part(30, 'zfs', 'set', "mountpoint=$folder", $scratch);
        look({ within => 30 }, 'zfs', 'set', 'readonly=off', $scratch);
        look({ within => 30 }, 'zfs', 'mount', $scratch) unless mounted($folder);
        refuse("$scratch cannot be mounted") unless mounted($folder);
        my $took = now() - $start;
        my $facts = $prove->($folder);
        @$facts{qw(restored how)} = (sprintf('%.2f', $took), $how);
        $facts;
    };
    my $thrown = $@;
    leave_clone($scratch, $folder);
    die $thrown if $thrown;
    return $facts;
}

# Returns whether a second copy of a snapshot fits beside it. Where it does not, a clone is read, which needs no room.
sub has_room {
    my ($dataset, $snapshot) = @_;
    my ($free) = part(30, 'zfs', 'get', '-Hp', '-o', 'value', 'available', $dataset) =~ /([0-9]+)/;
    my ($size) = part(30, 'zfs', 'get', '-Hp', '-o', 'value', 'referenced', $snapshot) =~ /([0-9]+)/;
    return $free > 1.3 * $size + (16 << 20);
}

sub restored_backup {
    my ($args, $folder, $say, $prove) = @_;
    my @restic = repository(@$args{qw(service copy)});
    my $list = seen({ within => 60 }, @restic, 'snapshots', '--json', '--no-lock', $args->{backup});
    my ($path) = $list =~ /"paths":\["([^"\\]+)"\]/ or refuse("the repository holds no backup $args->{backup}");
    make_path($folder);
    $say->('restoring');
    my $facts = eval {
        my $start = now();
        part(24 * HOURS, @restic, 'restore', $args->{backup}, '--no-lock', '--target', $folder);
        my $took = now() - $start;
        # The folders above were backed up with their modes; a database has to pass through them.
        my $above = $folder;
        for my $step ('', grep { $_ ne '' } split m{/}, $path =~ s{/[^/]*\z}{}r) {
            $above .= "/$step" if $step ne '';
            chmod 0711, $above;
        }
        my $facts = $prove->("$folder$path");
        $facts->{restored} = sprintf '%.2f', $took;
        $facts;
    };
    my $thrown = $@;
    look({ within => HOURS }, 'rm', '-rf', '--one-file-system', '--', $folder) if $folder =~ m{\A\Q$STATE\E-scratch/[^/]+\z};
    die $thrown if $thrown;
    return $facts;
}

# Starts PostgreSQL on restored data, reachable by nobody else, checks every table and index, and stops it.
sub try_postgres {
    my ($root, $key, $say, $service) = @_;
    my $data = data_folder($root) or refuse('what was restored holds no PG_VERSION: no data of PostgreSQL');
    my $version = first_line("$data/PG_VERSION");
    my ($bin) = grep { -x "$_/postgres" } "/usr/lib/postgresql/$version/bin", '/usr/local/pgsql/bin', '/usr/bin';
    refuse("PostgreSQL $version is not installed here") unless defined $bin && $version =~ /\A[0-9.]+\z/;
    my $owner = getpwuid((stat $data)[4]) // refuse('the owner of the restored data has no name here');
    refuse('the restored data belong to root, as which PostgreSQL does not run') if $owner eq 'root';
    my @as = ('setpriv', "--reuid=$owner", "--regid=$owner", '--init-groups', '--');
    my $socket = "/run/rackdrill-proof-$$";
    mkdir $socket, 0700 or unsure("$socket: $!");
    my $facts = eval {
        # As its owner, and not as root, who would follow a link that the owner puts there. What ALTER SYSTEM has written
        # down would be stronger than our own settings: it could archive, and listen to everybody.
        look({ within => 60 }, @as, 'chmod', '0700', $data);
        part(60, @as, 'rm', '-f', map { "$data/$_" } qw(postmaster.pid standby.signal recovery.signal postgresql.auto.conf));
        write_all("$socket/hba", "local all all trust\n") && write_all("$socket/conf", postgres_conf($socket, $data)) or unsure("$socket: $!");
        chown +(stat $data)[4, 5], "$socket/hba", "$socket/conf", $socket;
        $say->('starting PostgreSQL');
        my $start = now();
        my @ctl = (@as, "$bin/pg_ctl", '-D', $data, '-s', '-l', "$socket/log");
        my $ran = look({ within => 10 * MINUTES }, @ctl, '-w', '-t', '590', '-o', "-c config_file=$socket/conf", 'start');
        refuse('PostgreSQL does not start on it: ' . plain("$ran->{err} " . last_lines("$socket/log"))) if $ran->{rc};
        my %facts = (recovered => sprintf '%.2f', now() - $start);
        %facts = (%facts, %{ checked_databases($bin, $socket, $say, $service, @as) });
        \%facts;
    };
    my $thrown = $@;
    look({ within => 60 }, @as, "$bin/pg_ctl", '-D', $data, '-m', 'immediate', '-s', 'stop');
    unlink glob "$socket/* $socket/.s.*";
    rmdir $socket;
    die $thrown if $thrown;
    return $facts;
}

sub postgres_conf {
    my ($socket, $data) = @_;
    return join '', map { "$_\n" } "data_directory = '$data'", "hba_file = '$socket/hba'", "ident_file = '$socket/hba'",
        "listen_addresses = ''", "unix_socket_directories = '$socket'", 'port = 54320', 'archive_mode = off',
        "primary_conninfo = ''", "restore_command = ''", 'autovacuum = off', "external_pid_file = ''",
        'shared_buffers = 32MB', 'max_connections = 200', 'max_worker_processes = 32', 'max_wal_senders = 20',
        'max_prepared_transactions = 100', 'max_locks_per_transaction = 256', "shared_preload_libraries = ''";
}

# Reads every table and index of every database, and asks what the owner of the service wants to know.
sub checked_databases {
    my ($bin, $socket, $say, $service, @as) = @_;
    my @psql = (@as, "$bin/psql", '-X', '-At', '-h', $socket, '-p', '54320', '-v', 'ON_ERROR_STOP=1');
    my ($databases, $tables) = (0, 0);
    for my $database (split /\n/, part(60, @psql, '-d', 'postgres', '-c', 'select datname from pg_database where datallowconn order by 1')) {
        $say->("checking $database");
        $databases++;
        my $said = part(60, @psql, '-d', $database, '-c', "select count(*) from pg_class where relkind in ('r', 'm')");
        $tables += $1 if $said =~ /\A([0-9]+)/;
    }
    my @check = (@as, "$bin/pg_amcheck", '-h', $socket, '-p', '54320', '--all', '--install-missing', '--heapallindexed');
    my $ran = look({ within => 6 * HOURS, cap => 1 << 20 }, @check);
    refuse('the restored database is damaged: ' . plain("$ran->{err} $ran->{out}")) if $ran->{rc};
    my ($database, $file) = configured('check', $service);
    if (defined $file) {
        own_file($file) or refuse("there is no $file");
        $say->("asking $file");
        my $left = part(HOURS, @psql, '-d', $database, '-c', whole_file($file));
        refuse('the check of the owner finds ' . plain($left)) if $left =~ /\S/;
    }
    return { databases => $databases, tables => $tables };
}

sub data_folder {
    my ($root) = @_;
    my @folders = ([ $root, 0 ]);
    while (my $one = shift @folders) {
        my ($folder, $deep) = @$one;
        return $folder if -f "$folder/PG_VERSION" && -f "$folder/global/pg_control";
        next if $deep == 4;
        opendir my $in, $folder or next;
        push @folders, map { [ "$folder/$_", $deep + 1 ] } grep { !/\A\.\.?\z/ && -d "$folder/$_" && !-l "$folder/$_" } sort readdir $in;
    }
    return '';
}

sub whole_file {
    my ($file) = @_;
    sysopen my $from, $file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK or return '';
    local $/ = undef;
    return <$from> // '';
}

sub last_lines { my ($file) = @_; my @lines = split /\n/, whole_file($file); return join ' ', @lines > 3 ? @lines[-3 .. -1] : @lines }

# Writes down what the comparison said of a copy, where the copy lies.
$VERBS{proven} = sub {
    my ($words) = @_;
    only($words, qw(service copy guid verdict seconds));
    my ($service, $copy, $guid, $verdict) = need($words, qw(service copy guid verdict));
    refuse("a verdict is good or bad") unless $verdict =~ /\A(?:good|bad)\z/;
    furnish();
    make_folders("$STATE/proofs");
    my $file = "$STATE/proofs/" . "$service at $copy" =~ s{/}{%}gr;
    write_durably($file, lines_of({ guid => $guid, verdict => $verdict, seconds => $words->{seconds}, date => time }))
        or unsure('the proof could not be written down');
    return '';
};

# Says when a copy was last proven, and with what result.
$VERBS{proof} = sub {
    my ($words) = @_;
    only($words, 'service', 'copy');
    my ($service, $copy) = need($words, qw(service copy));
    return whole_file("$STATE/proofs/" . "$service at $copy" =~ s{/}{%}gr);
};
