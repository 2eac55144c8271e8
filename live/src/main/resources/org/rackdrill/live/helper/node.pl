
# ---- node: the machine itself

# Returns what kind of container this is, or ''.
sub container {
    my $said = first_line('/run/systemd/container');
    return $said if $said ne '';
    open my $from, '<', '/proc/1/environ' or return '';
    local $/ = "\0";
    while (my $pair = <$from>) { return $1 if $pair =~ /\Acontainer=([A-Za-z-]+)/ }
    return '';
}

$FAULTS{'node-reboot'}{ways}{''} = {
    needs => [], may => [],
    free => sub { 1 },
    examine => sub {
        my $in = container();
        refuse("a container ($in) is restarted from outside") if $in ne '';
        return { boot => boot() };
    },
    # The answer is given first; then nothing is stopped in order, as a person's finger on the button would not.
    apply => sub {
        leave_behind(sub {
            nap(0.5);
            my @how = -d '/run/systemd/system' ? ('systemctl', 'reboot', '--force', '--force') : ('reboot', '-f');
            { no warnings; exec { tool($how[0]) } @how; }
        });
    },
    revert => sub { },
    check => sub {
        my ($args, $was) = @_;
        return defined $was->{boot} && $was->{boot} eq boot() ? 'the node has not started again' : '';
    },
};

# Returns the memory of this machine, and what of it is free, in bytes; a container's own when it has a limit.
sub memory {
    my %is;
    open my $from, '<', '/proc/meminfo' or unsure("/proc/meminfo: $!");
    while (<$from>) { $is{$1} = $2 * 1024 if /\A(\w+):\s+([0-9]+) kB/ }
    my ($all, $free) = @is{qw(MemTotal MemAvailable)};
    for my $pair (['memory.max', 'memory.current'], ['memory/memory.limit_in_bytes', 'memory/memory.usage_in_bytes']) {
        my ($limit, $used) = map { first_line("/sys/fs/cgroup/$_") } @$pair;
        next unless $limit =~ /\A[0-9]+\z/ && $used =~ /\A[0-9]+\z/ && $limit < $all;
        return ($limit, $limit - $used, 1);
    }
    return ($all, $free, 0);
}

sub processors {
    open my $from, '<', '/proc/cpuinfo' or return 1;
    return scalar(grep { /\Aprocessor\s*:/ } <$from>) || 1;
}

# A load is a process of ours that lives as long as its file says its number, so that to remove the file ends it.
sub load_file { my ($kind, $number) = @_; return "$STATE/load-$kind-$number" }

sub start_load {
    my ($kind, $number, $what) = @_;
    my $file = load_file($kind, $number);
    leave_behind(sub {
        if (open my $own, '>', '/proc/self/oom_score_adj') { print {$own} "1000\n" }
        $SIG{$_} = 'DEFAULT' for qw(HUP INT TERM);
        write_all($file, "$$ " . started($$) . "\n") or return;
        $what->(sub { return first_line($file) =~ /\A$$ / });
    });
    my $until = now() + 3;
    nap(0.01) while !there($file) && now() < $until;
    unsure('the load did not start') unless there($file);
}

sub loads {
    my ($kind) = @_;
    opendir my $folder, $STATE or return;
    return grep { defined } map { /\A(load-$kind-[0-9]+)\z/ ? "$STATE/$1" : undef } readdir $folder;
}

sub end_loads {
    my ($kind) = @_;
    for my $file (loads($kind)) {
        if (first_line($file) =~ /\A([0-9]+) ([0-9]+)\z/) {
            my ($pid, $since) = ($1, $2);
            my $until = now() + 5;
            while (started($pid) eq $since && now() < $until) { kill 'KILL', $pid; nap(0.01) }
        }
        unlink $file;
    }
}

sub left_loads { my ($kind) = @_; return loads($kind) ? "the $kind load still runs" : '' }

$FAULTS{'memory-pressure'} = {
    needs => ['to'], may => [],
    examine => sub {
        my ($args) = @_;
        my $to = number_word($args, 'to', 1, 100);
        my ($all, $free, $limited) = memory();
        my $in = container();
        refuse("this container ($in) has no limit of memory of its own") if $in ne '' && !$limited;
        my $take = int($all * $to / 100 - ($all - $free));
        refuse("more than $to % of the memory is taken already") if $take <= 0;
        return { take => $take };
    },
    apply => sub {
        my ($args, $was) = @_;
        start_load('memory', 1, sub {
            my ($goes_on) = @_;
            my @held;
            while ($goes_on->()) {
                if (@held * (1 << 20) < $was->{take}) { push @held, "\1" x (1 << 20) for 1 .. 16 }
                else { nap(0.5) }
            }
        });
    },
    revert => sub { end_loads('memory') },
    check => sub { return left_loads('memory') },
};

$FAULTS{'cpu-pressure'} = {
    needs => ['to'], may => [],
    examine => sub { number_word($_[0], 'to', 1, 100); return { processors => processors() } },
    apply => sub {
        my ($args) = @_;
        my $busy = processors() * $args->{to} / 100;
        for my $number (1 .. POSIX::ceil($busy)) {
            my $share = $busy - $number + 1;
            start_load('cpu', $number, sub { spin($share > 1 ? 1 : $share, $_[0]) });
        }
    },
    revert => sub { end_loads('cpu') },
    check => sub { return left_loads('cpu') },
};

# Is busy for a share of every half second.
sub spin {
    my ($share, $goes_on) = @_;
    while ($goes_on->()) {
        my $until = now() + 0.5 * $share;
        while (now() < $until) { my $sum = 0; $sum += $_ * $_ for 1 .. 2000 }
        nap(0.5 - 0.5 * $share);
    }
}

$FAULTS{'clock-skew'} = {
    needs => ['by'], may => [],
    examine => sub {
        my $in = container();
        refuse("the clock of a container ($in) is the clock of its host") if $in ne '';
        refuse('the clock of a machine is shared by all that runs on it; this helper does not set it');
    },
    apply => sub { refuse('this helper does not set clocks') },
    revert => sub { },
    check => sub { '' },
};
