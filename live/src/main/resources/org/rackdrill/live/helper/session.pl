
# ---- session: many requests, one after another, so that not every one needs a start of this program

# What only looks, and holds no lock: the rest is asked one by one, of a helper that is begun for it.
our %READING = map { $_ => 1 } qw(
    acknowledged certificates clock crm-mon disks dns files http identity last-stop memory ping port postgres pve-status quorum
    rows sanoid-monitor unit unit-past work zfs-get zfs-list zpool-list zpool-status zpool-status-json
);

# Nobody is waited for longer; whoever still wants to ask begins another session.
use constant IDLE => 120;

# What a request may take beyond four times what it gives its children.
use constant UNHURRIED => 60;

# Reads requests until there are no more. Each is answered by 'answer LENGTH', and then so many bytes: whatever is in
# them, it cannot be taken for their end.
sub session {
    # There is nothing to guard here; those who answer guard themselves.
    local @SIG{qw(HUP INT TERM)} = ('DEFAULT') x 3;
    open STDERR, '>', '/dev/null';
    my $program = file_of($SELF);
    answer('done');
    my $heard = '';
    while (defined(my $line = next_line(\$heard))) {
        my $text = length $line > LONGEST_REQUEST ? "refused the request is too long\n" : served($line, $program);
        say_all(sprintf("answer %d\n", length $text) . $text) or last;
        last if length $line > LONGEST_REQUEST;
    }
    return 0;
}

# Returns the next whole line, or undef: half a line at the end of the input is no request.
sub next_line {
    my ($heard) = @_;
    my $ready = IO::Select->new(\*STDIN);
    my $from = 0;
    while ((my $end = index $$heard, "\n", $from) < 0) {
        $from = length $$heard;
        return $$heard if $from > LONGEST_REQUEST;
        return undef unless $ready->can_read(IDLE);
        return undef unless sysread STDIN, $$heard, 8192, $from;
    }
    return substr $$heard, 0, 1 + index($$heard, "\n"), '';
}

# Has a request answered by a process of its own, whose end is not ours. Returns all that it says, or what has become of it.
sub served {
    my ($line, $program) = @_;
    pipe(my $from, my $to) or return "refused no pipe: $!\n";
    my $pid = fork;
    return "refused no process: $!\n" unless defined $pid;
    serve($line, $program, $to) if !$pid;
    close $to;
    my ($text, $until) = ('', now() + 4 * within_of($line) + UNHURRIED);
    my $open = IO::Select->new($from);
    while (1) {
        my $left = $until - now();
        my $got = $left > 0 && $open->can_read($left) ? sysread($from, $text, 65536, length $text) : undef;
        last if defined $got && !$got;
        if (!defined $got || length $text > LONGEST_ANSWER + 4096) {
            kill 'KILL', $pid;
            reaped($pid, 0.1);
            return defined $got ? "unknown the answer has no end\n" : "unknown no answer came in time\n";
        }
    }
    my $status = ended_soon($pid);
    return $text if defined $status && $status == 0;
    return 'unknown whoever was to answer ' . (defined $status ? "ended with $status" : 'does not end') . "\n";
}

# Returns the seconds that a request gives its children; a guess will do, as what it says is read elsewhere.
sub within_of { my ($line) = @_; return $line =~ /"within":"([0-9]{1,2}(?:\.[0-9]+)?)"/ ? $1 : 10 }

# Returns with what a process has ended, which it is about to do; undef when it does not.
sub ended_soon {
    my ($pid) = @_;
    my $until = now() + 2;
    while (now() < $until) {
        return $? if waitpid($pid, POSIX::WNOHANG()) == $pid;
        nap(0.0005);
    }
    return undef;
}

# Is that process: a helper like any other, but that it has been begun already. It never returns.
sub serve {
    my ($line, $program, $to) = @_;
    $SIG{$_} = 'IGNORE' for qw(HUP INT TERM);
    POSIX::dup2(fileno $to, 1);
    close $to;
    my $now = file_of($SELF);
    if ($now ne $program) { $now eq '' ? answer('refused', 'the helper was removed') : begin_anew($line) }
    else {
        open STDIN, '<', '/dev/null';
        reply($line, \%READING);
    }
    POSIX::_exit(0);
}

# Has a request answered by the program that has taken our place.
sub begin_anew {
    my ($line) = @_;
    pipe(my $from, my $to) or return answer('refused', "no pipe: $!");
    syswrite $to, $line;
    close $to;
    POSIX::dup2(fileno $from, 0);
    { no warnings; exec { $^X } $^X, $SELF; }
    answer('refused', "the helper cannot be begun: $!");
}

# Returns what tells a file from one that has taken its place; '' when there is none.
sub file_of {
    my ($file) = @_;
    my @seen = stat $file or return '';
    return "@seen[0, 1, 7, 9]";
}
