
# ---- run: other programs, by a list of arguments, with an end to their time and to their output

# No child may go on after this time of now(), whatever its own limit is; set while a lease runs.
our $UNTIL;

# Set where an operation runs: it holds no lock, and what it has at work is not for the next who takes the lock to end.
our $OPERATING = 0;

# Returns where a program is, or ''.
sub tool {
    my ($name) = @_;
    return -x $name ? $name : '' if $name =~ m{\A/};
    for my $folder (@PATH) { return "$folder/$name" if -x "$folder/$name" && !-d _ }
    return '';
}

# Runs a program that only looks. Options: within (seconds, 10), input, cap (bytes of output).
# Returns { rc, out, err, late }; rc is 127 when there is no such program, and -1 when it did not end in time.
sub look { my ($options, @argv) = @_; return child({ %$options, act => 0 }, @argv) }

# Runs a program that changes something. Should we be killed meanwhile, whoever comes next finds it and ends it first.
sub act { my ($options, @argv) = @_; return child({ %$options, act => 1 }, @argv) }

# Runs a program that changes something, and fails unless it succeeds.
sub must {
    my ($options, @argv) = @_;
    my $ran = act($options, @argv);
    die { unknown => failed($ran, @argv) } if $ran->{rc};
    return $ran->{out};
}

# Returns the output of a program that looks, and fails unless it succeeds.
sub seen {
    my ($options, @argv) = @_;
    my $ran = look($options, @argv);
    unsure(failed($ran, @argv)) if $ran->{rc};
    return $ran->{out};
}

# Returns in a clause how a program failed.
sub failed {
    my ($ran, @argv) = @_;
    my $shown = join ' ', @argv;
    return "$shown did not end within $ran->{within} s" if $ran->{late};
    return "there is no $argv[0] on this machine" if $ran->{rc} == 127 && $ran->{out} eq '' && !tool($argv[0]);
    my $said = plain($ran->{err} ne '' ? $ran->{err} : $ran->{out});
    return "$shown ended with $ran->{rc}" . ($said eq '' ? '' : ": $said");
}

sub child {
    my ($options, @argv) = @_;
    my $within = $options->{within} // 10;
    $within = $UNTIL - now() if defined $UNTIL && $UNTIL - now() < $within;
    $within = 0.1 if $within < 0.1;
    my $program = tool($argv[0]);
    return { rc => 127, out => '', err => "no $argv[0]", late => 0, within => $within } if $program eq '';
    my (@in, @out, @err, @gate);
    pipe($in[0], $in[1]) && pipe($out[0], $out[1]) && pipe($err[0], $err[1]) && pipe($gate[0], $gate[1])
        or unsure("no pipe: $!");
    my $pid = fork;
    unsure("no process: $!") unless defined $pid;
    if (!$pid) {
        become($program, \@argv, $in[0], $out[1], $err[1], $gate[0], $gate[1]);
    }
    close $_ for $in[0], $out[1], $err[1], $gate[0];
    POSIX::setpgid($pid, $pid);
    my $noted = $options->{act} && !$OPERATING;
    note_acting($pid) if $noted;
    syswrite $gate[1], 'g';
    close $gate[1];
    my $ran = attend($pid, $options, $within, $in[1], $out[0], $err[0]);
    forget_acting() if $noted && !$ran->{stuck};
    return $ran;
}

# Turns this process, the child, into the program, once the parent lets it.
sub become {
    my ($program, $argv, $in, $out, $err, $gate, $other) = @_;
    POSIX::setpgid(0, 0);
    close $other;
    $SIG{$_} = 'DEFAULT' for qw(PIPE HUP INT TERM);
    my $go;
    POSIX::_exit(126) unless sysread $gate, $go, 1;
    POSIX::dup2(fileno $in, 0);
    POSIX::dup2(fileno $out, 1);
    POSIX::dup2(fileno $err, 2);
    my @rest = @$argv;
    $rest[0] = $program;
    { no warnings; exec { $program } @rest; }
    POSIX::_exit(127);
}

# Feeds and reads a child until it ends, or ends it.
sub attend {
    my ($pid, $options, $within, $in, $out, $err) = @_;
    my $until = now() + $within;
    my $cap = $options->{cap} // LONGEST_ANSWER;
    syswrite $in, $options->{input} if defined $options->{input};
    close $in;
    my %text = (fileno $out => '', fileno $err => '');
    my ($fo, $fe) = (fileno $out, fileno $err);
    my $open = IO::Select->new($out, $err);
    # A child that has closed its pipes mostly ends at once; one that does not is looked at less and less often.
    my ($status, $late, $ended, $pause) = (undef, 0, undef, 0.0002);
    while (1) {
        if (!defined $status && waitpid($pid, POSIX::WNOHANG()) == $pid) { ($status, $ended) = ($?, now()) }
        # What a child leaves running may hold the pipes; its own answer is complete once it has ended.
        last if defined $status && (!$open->count || now() > $ended + 0.2);
        if (now() >= $until) { $late = 1; last }
        my @ready = $open->count ? $open->can_read(defined $status ? 0.02 : 0.05) : ();
        if (!$open->count) {
            nap($pause);
            $pause *= 2 if $pause < 0.01;
        }
        for my $from (@ready) {
            my $got = sysread $from, my $piece, 65536;
            if (!$got) { $open->remove($from); next }
            my $fd = fileno $from;
            $text{$fd} .= $piece if length $text{$fd} < $cap;
        }
    }
    my $stuck = 0;
    if (!defined $status) {
        kill 'KILL', -$pid;
        $stuck = !reaped($pid, 2);
    }
    my $rc = !defined $status ? -1 : $status & 127 ? 128 + ($status & 127) : $status >> 8;
    return { rc => $rc, out => $text{$fo}, err => $text{$fe}, late => $late, within => $within, stuck => $stuck };
}

# Waits until a child is gone; false when it is still there, as one that hangs in the kernel is.
sub reaped {
    my ($pid, $within) = @_;
    my $until = now() + $within;
    while (now() < $until) {
        return 1 if waitpid($pid, POSIX::WNOHANG()) != 0;
        nap(0.01);
    }
    return 0;
}

# Starts a process of our own that outlives us, does what it is told, and never returns here. Returns its number.
sub leave_behind {
    my ($what) = @_;
    pipe(my $from, my $to) or unsure("no pipe: $!");
    my $pid = fork;
    unsure("no process: $!") unless defined $pid;
    if (!$pid) {
        POSIX::setsid();
        my $second = fork;
        POSIX::_exit(defined $second ? 0 : 1) if !defined $second || $second;
        syswrite $to, "$$\n";
        close_all();
        $what->();
        POSIX::_exit(0);
    }
    close $to;
    waitpid $pid, 0;
    my $line = <$from>;
    unsure('no process could be left behind') unless defined $line && $line =~ /\A([0-9]+)\n\z/;
    return $1;
}

# Lets go of whatever connects this process with those who started it.
sub close_all {
    open STDIN, '<', '/dev/null';
    open STDOUT, '>', '/dev/null';
    open STDERR, '>', '/dev/null';
    POSIX::close($_) for 3 .. 255;
}

sub nap { my ($seconds) = @_; select undef, undef, undef, $seconds if $seconds > 0 }
