
# ---- clock: time that only goes on, whatever is done to the date

# Returns seconds that count on since this machine started; container file systems do not bend it, unlike /proc/uptime.
sub now { return (POSIX::times())[0] / POSIX::sysconf(POSIX::_SC_CLK_TCK()) }

# Returns which start of this machine it is.
sub boot { return first_line('/proc/sys/kernel/random/boot_id') }

# Returns the first line of a file without its end, or ''.
sub first_line {
    my ($file) = @_;
    open my $from, '<', $file or return '';
    my $line = <$from>;
    return '' unless defined $line;
    chomp $line;
    return $line;
}

# Returns the start time of a process, which tells it from a later one of the same number; '' when there is none.
sub started {
    my ($pid) = @_;
    my $stat = first_line("/proc/$pid/stat");
    return '' unless $stat =~ /\A[0-9]+ \(.*\) (.*)\z/;
    my @fields = split ' ', $1;
    return $fields[0] =~ /\A[ZX]\z/ ? '' : $fields[19];
}
