
# ---- look: what can be seen on this machine without changing it; each with a child that is ended when it hangs

use constant LOOK_WITHIN => 3;

# Returns the seconds that a verb gives its child: 'within', when the request says it.
sub patience {
    my ($words) = @_;
    return defined $words->{within} ? number_word($words, 'within', 0.1, 60) : LOOK_WITHIN;
}

# Registers a verb that runs one program and passes on what it prints. Exit codes that answer a question are fine too.
sub seeing {
    my ($verb, $known, $argv, @fine) = @_;
    $VERBS{$verb} = sub {
        my ($words) = @_;
        only($words, @$known, 'within');
        my @argv = $argv->($words);
        my $ran = look({ within => patience($words) }, @argv);
        unsure(failed($ran, @argv)) if $ran->{late} || !grep { $ran->{rc} == $_ } 0, @fine;
        return $ran->{out};
    };
}

# ---- ZFS

# As text, of one pool or of all; as JSON where ZFS has it: an old one takes -j for a mistake.
seeing('zpool-status', ['pool'], sub { ('zpool', 'status', defined $_[0]{pool} ? name_word($_[0], 'pool') : ()) });
seeing('zpool-status-json', ['pool'], sub { ('zpool', 'status', '-j', '--json-int', name_word($_[0], 'pool')) });
seeing('zpool-list', [], sub { ('zpool', 'list', '-H', '-o', 'name,size,allocated,free,capacity,health') });

# zfs get -p is exact on every ZFS; zfs list -p is not there with FUSE.
seeing('zfs-get', ['dataset', 'of'], sub {
    my ($words) = @_;
    my ($of) = need($words, 'of');
    refuse("'$of' is no list of properties") unless $of =~ /\A[a-z][a-z0-9:._,-]{0,200}\z/;
    return ('zfs', 'get', '-Hp', '-o', 'name,property,value', $of, name_word($words, 'dataset'));
});

# A dataset, its children and its snapshots, with what tells a snapshot from any other.
seeing('zfs-list', ['dataset'], sub {
    return ('zfs', 'get', '-Hp', '-r', '-d', '1', '-o', 'name,property,value', 'type,guid,creation,used',
        name_word($_[0], 'dataset'));
});

$VERBS{'sanoid-monitor'} = sub {
    my ($words) = @_;
    only($words, 'within');
    my $text = '';
    for my $what (qw(health capacity snapshots)) {
        my $ran = look({ within => patience($words) }, 'sanoid', "--monitor-$what");
        unsure(failed($ran, 'sanoid')) if $ran->{rc} == 127 && $ran->{out} eq '';
        my $rc = $ran->{late} ? 3 : $ran->{rc};
        $text .= "= $what $rc\n$ran->{out}";
        $text .= "\n" unless $text =~ /\n\z/;
    }
    return $text;
};

# ---- clusters

# 102 and its like: the cluster says in XML that it does not run.
seeing('crm-mon', [], sub { qw(crm_mon -1 --output-as=xml) }, 102, 107);
seeing('quorum', [], sub { qw(corosync-quorumtool -s) }, 1, 2);

$VERBS{'pve-status'} = sub {
    my ($words) = @_;
    only($words, 'within');
    my $within = patience($words);
    my $cluster = seen({ within => $within }, qw(pvesh get /cluster/status --output-format json));
    my $ha = look({ within => $within }, qw(pvesh get /cluster/ha/status/current --output-format json));
    $cluster =~ s/\s*\n\s*/ /g;
    my $said = $ha->{rc} ? '' : $ha->{out};
    $said =~ s/\s*\n\s*/ /g;
    return "$cluster\n$said\n";
};

# ---- services

# With the microseconds on the clock that never stops at which it left rest and came to rest the last time, at which this
# system was started, and of now; and with who wants it, as systemd forgets what nobody wants once it has ended.
$VERBS{unit} = sub {
    my ($words) = @_;
    only($words, 'unit', 'within');
    my $of = 'Id,LoadState,ActiveState,SubState,MainPID,NRestarts,Result,ExecMainStatus,'
        . 'InactiveExitTimestampMonotonic,InactiveEnterTimestampMonotonic,WantedBy,RequiredBy';
    my $said = seen({ within => patience($words) }, 'systemctl', 'show', "--property=$of", '--', name_word($words, 'unit'));
    my ($now) = first_line('/proc/uptime') =~ /\A([0-9]{1,12}\.[0-9]{1,6}) /;
    my ($start) = first_line('/proc/1/stat') =~ /\A.*\) (?:\S+ ){19}([0-9]{1,18}) /;
    return $said unless defined $now && defined $start;
    my $ticks = POSIX::sysconf(POSIX::_SC_CLK_TCK());
    return $said . sprintf "NowMonotonic=%.0f\nStartMonotonic=%.0f\n", $now * 1e6, $start / $ticks * 1e6;
};

# What the journal says of a unit in the boots before this one, for whoever has a lasting one: a line "boot FIRST LAST" for
# each, with the ages of its first and last entry in microseconds, and "run BEGAN ENDED" for each time that it may have run in it.
$VERBS{'unit-past'} = sub {
    my ($words) = @_;
    only($words, 'unit', 'since', 'within');
    my $unit = name_word($words, 'unit');
    my $within = patience($words);
    my $date = look({ within => 1 }, qw(date +%s%N));
    unsure(failed($date, 'date')) if $date->{rc};
    my $now = $date->{out} / 1000;
    my $since = $now - number_word($words, 'since', 0, 10_000_000) * 1e6;
    my $listed = look({ within => $within }, qw(journalctl -q --no-pager --list-boots -o json));
    return '' if $listed->{rc} || $listed->{late};
    my $this = first_line('/proc/sys/kernel/random/boot_id') =~ s/-//gr;
    my $said = '';
    while ($listed->{out} =~ /\{[^{}]*"boot_id":"([0-9a-f]{32})","first_entry":([0-9]{1,18}),"last_entry":([0-9]{1,18})\}/g) {
        my ($boot, $first, $last) = ($1, $2, $3);
        # Of the oldest one the beginning may have been thrown away, and with it what was started then.
        next if $boot eq $this || $last < $since || !journal_begins($boot, $first, $within);
        $said .= sprintf "boot %.0f %.0f\n", $now - $first, $now - $last;
        $said .= sprintf "run %.0f %.0f\n", $now - $_->[0], $now - $_->[1] for unit_runs($boot, $unit, $last, $within);
    }
    return $said;
};

# Whether a journal holds its boot from the beginning: journald says so first of all.
sub journal_begins {
    my ($boot, $first, $within) = @_;
    my @argv = ('journalctl', '-q', '--no-pager', '-b', $boot, '-o', 'json', '--output-fields=MESSAGE_ID',
        'MESSAGE_ID=f77379a8490b408bbe5f6940505a777b');
    my $ran = look({ within => $within }, @argv);
    unsure(failed($ran, @argv)) if $ran->{late} || $ran->{rc};
    return $ran->{out} =~ /"__REALTIME_TIMESTAMP":"([0-9]{1,18})"/ && abs($1 - $first) < 5e6;
}

# What systemd writes when it begins to start a unit, and when nothing of it runs any more (systemd.journal-fields, sd-messages.h).
use constant UNIT_STARTING => '7d4958e842da4a758f6c1cdc7b36dcc5';
my %UNIT_ENDED = map { $_ => 1 } qw(9d1aaa27d60140bd96365438aad20286 7ad2d189f7e94e70a38c781354912448
    d9b373ed55a64feb8242e02dbe79a49c);

sub unit_runs {
    my ($boot, $unit, $last, $within) = @_;
    my @argv = ('journalctl', '-q', '--no-pager', '-b', $boot, '-o', 'json', '--output-fields=MESSAGE_ID', '_PID=1', "UNIT=$unit");
    my $ran = look({ within => $within }, @argv);
    unsure(failed($ran, @argv)) if $ran->{late} || $ran->{rc};
    my (@runs, $began);
    for my $line (split /\n/, $ran->{out}) {
        my ($at) = $line =~ /"__REALTIME_TIMESTAMP":"([0-9]{1,18})"/ or next;
        my ($id) = $line =~ /"MESSAGE_ID":"([0-9a-f]{32})"/ or next;
        if ($id eq UNIT_STARTING) { $began //= $at }
        elsif (defined $began && $UNIT_ENDED{$id}) { push @runs, [$began, $at]; undef $began }
    }
    push @runs, [$began, $last] if defined $began;
    return @runs;
}

# Status and seconds; 0 when nobody answers.
$VERBS{http} = sub {
    my ($words) = @_;
    only($words, 'url', 'body', 'within');
    my ($url) = need($words, 'url');
    refuse("'$url' is no address of a page") unless $url =~ m{\Ahttps?://[A-Za-z0-9\[]};
    my $within = patience($words);
    my @keep = ($words->{body} // '') eq 'yes' ? ('-o', '/dev/stdout', '--max-filesize', '1048576') : ('-o', '/dev/null');
    my @argv = ('curl', '-q', '-s', '-g', '--noproxy', '*', '--proto', '=http,https', '-m', $within, @keep, '-w',
        '%{stderr}%{http_code} %{time_total}', '--', $url);
    my $ran = look({ within => $within + 1 }, @argv);
    unsure(failed($ran, 'curl')) if $ran->{late} || $ran->{rc} == 127;
    my ($code, $seconds) = $ran->{err} =~ /([0-9]{3}) ([0-9.]+)\z/;
    return sprintf "status=%d\nseconds=%s\ncurl=%d\n%s", $ran->{rc} ? 0 : $code // 0, $seconds // 0, $ran->{rc},
        ($words->{body} // '') eq 'yes' ? "\n$ran->{out}" : '';
};

# Whether a TCP port answers, the first bytes that it says by itself, and how long it took to connect, to 10 ms.
$VERBS{port} = sub {
    my ($words) = @_;
    only($words, 'address', 'port', 'greeting', 'within');
    my ($address) = need($words, 'address');
    my $port = number_word($words, 'port', 1, 65535);
    my $within = patience($words);
    my $begun = now();
    my ($failed, @all) = Socket::getaddrinfo($address, int $port, { socktype => Socket::SOCK_STREAM() });
    refuse("'$address' is no address") if $failed || !@all;
    my $end = now() + $within;
    socket(my $socket, $all[0]{family}, Socket::SOCK_STREAM(), 0) or unsure("no socket: $!");
    $socket->blocking(0);
    my $open = connect($socket, $all[0]{addr});
    if (!$open && ($!{EINPROGRESS} || $!{EALREADY})) {
        IO::Select->new($socket)->can_write($end - now());
        my $state = getsockopt($socket, Socket::SOL_SOCKET(), Socket::SO_ERROR());
        $open = defined getpeername($socket) && defined $state && unpack('i', $state) == 0;
    }
    my $seconds = now() - $begun;
    my $said = '';
    if ($open && ($words->{greeting} // '') eq 'yes' && IO::Select->new($socket)->can_read($end - now())) {
        sysread $socket, $said, 200;
    }
    return lines_of({ open => $open ? 'yes' : 'no', seconds => sprintf('%.2f', $seconds), said => $said });
};

seeing('ping', ['address'], sub {
    my ($words) = @_;
    my ($address) = need($words, 'address');
    refuse("'$address' is no address") unless $address =~ /\A[A-Za-z0-9][A-Za-z0-9.:-]{0,252}\z/;
    return (qw(ping -n -c 1 -W 1), $address);
}, 1, 2);

# ---- the machine itself

$VERBS{memory} = sub {
    my ($words) = @_;
    only($words);
    my %kept;
    open my $from, '<', '/proc/meminfo' or unsure("/proc/meminfo: $!");
    while (my $line = <$from>) { $kept{$1} = $2 if $line =~ /\A(\w+):\s+([0-9]+) kB/ }
    unsure('/proc/meminfo does not say what is free') unless defined $kept{MemAvailable};
    # A container sees its host's memory; where its own cgroup has a limit, that is what it has.
    my ($limit, $used) = (first_line('/sys/fs/cgroup/memory.max'), first_line('/sys/fs/cgroup/memory.current'));
    ($limit, $used) = map { first_line("/sys/fs/cgroup/memory/memory.$_") } qw(limit_in_bytes usage_in_bytes)
        unless $limit =~ /\A[0-9]+\z/;
    my ($total, $free) = ($kept{MemTotal} * 1024, $kept{MemAvailable} * 1024);
    if ($limit =~ /\A[0-9]{1,15}\z/ && $limit < $total && $used =~ /\A[0-9]+\z/) {
        $total = $limit;
        $free = $limit > $used ? $limit - $used : 0;
    }
    return lines_of({ total => $total, available => $free });
};

$VERBS{clock} = sub {
    my ($words) = @_;
    only($words);
    my $date = look({ within => 1 }, qw(date +%s.%N));
    unsure(failed($date, 'date')) if $date->{rc};
    chomp $date->{out};
    my $ran = look({ within => 1 }, qw(chronyc -c -n tracking));
    my @said = split /,/, $ran->{rc} ? '' : $ran->{out};
    return lines_of({
        epoch => $date->{out},
        uptime => sprintf('%.2f', now()),
        boot => boot(),
        # Seconds that this clock is ahead of what chrony believes, where it has a source at all.
        ahead => @said > 5 && $said[2] ne '0' ? $said[4] : '',
    });
};

# The end of a certificate's life, of a file or of a server, as openssl writes it.
$VERBS{certificates} = sub {
    my ($words) = @_;
    only($words, 'file', 'server', 'within');
    my $pem;
    if (defined $words->{file}) {
        my ($file) = need($words, 'file');
        refuse("'$file' is no file in /etc or /var/lib") if $file !~ m{\A/(?:etc|var/lib)/} || $file =~ m{/\.\.?(?:/|\z)};
        return seen({ within => patience($words) }, qw(openssl x509 -noout -enddate -subject -in), $file);
    }
    my ($server) = need($words, 'server');
    refuse("'$server' is no host:port") unless $server =~ /\A[A-Za-z0-9][A-Za-z0-9.-]{0,252}:[0-9]{1,5}\z/;
    my ($host) = split /:/, $server;
    my $ran = look({ within => patience($words), input => '' }, qw(openssl s_client -connect), $server, '-servername', $host);
    unsure("$server shows no certificate") unless $ran->{out} =~ /(-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----)/s;
    return seen({ within => 2, input => "$1\n" }, qw(openssl x509 -noout -enddate -subject));
};

# SMART's verdict on every disk, where there is any.
$VERBS{disks} = sub {
    my ($words) = @_;
    only($words, 'within');
    my $scan = seen({ within => patience($words) }, qw(smartctl --scan));
    my $text = '';
    for my $disk ($scan =~ m{^(/dev/[A-Za-z0-9/._-]+) }mg) {
        # Bits 0 to 2 of the exit code: smartctl itself failed. The others are the disk's.
        my $ran = look({ within => patience($words) }, qw(smartctl -j -H -A), $disk);
        my $rc = $ran->{late} ? -1 : $ran->{rc};
        my ($passed) = $ran->{out} =~ /"passed":\s*(true|false)/;
        $text .= sprintf "%s exit=%d passed=%s\n", $disk, $rc, $passed // 'unknown';
    }
    return $text;
};

# Copies and backups that are being made: one word a line for each sort.
$VERBS{work} = sub {
    my ($words) = @_;
    only($words);
    my %doing;
    for my $command (commands()) {
        $doing{sync} = 1 if $command =~ m{(?:\A|/)(?:syncoid|pvesr)(?:\0|\z)|(?:\A|/)zfs\0(?:send|receive|recv)\0};
        $doing{backup} = 1 if $command =~ m{(?:\A|/)(?:restic|borg|vzdump|proxmox-backup-client|rclone)(?:\0|\z)};
    }
    return join '', map { "$_\n" } sort keys %doing;
};

# Returns the words with which every process of this machine was started.
sub commands {
    opendir my $processes, '/proc' or unsure("/proc: $!");
    my @commands;
    for my $pid (grep { /\A[0-9]+\z/ } readdir $processes) {
        open my $from, '<', "/proc/$pid/cmdline" or next;
        local $/;
        my $command = <$from>;
        push @commands, $command if defined $command && $command ne '';
    }
    return @commands;
}
