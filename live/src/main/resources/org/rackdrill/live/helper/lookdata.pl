
# ---- lookdata: the data of services, asked with fixed questions

# Names and numbers of one datagram, so that no tool and no library is needed to ask for one name.
$VERBS{dns} = sub {
    my ($words) = @_;
    only($words, 'name', 'server', 'port', 'within');
    my ($name, $server) = need($words, 'name', 'server');
    my $port = defined $words->{port} ? number_word($words, 'port', 1, 65535) : 53;
    refuse("'$name' is no name") unless $name =~ /\A[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,8}\.?\z/;
    my ($failed, @all) = Socket::getaddrinfo($server, int $port, {
        socktype => Socket::SOCK_DGRAM(), flags => Socket::AI_NUMERICHOST() });
    refuse("'$server' is no address of a server") if $failed || !@all;
    my $number = int rand 65536;
    my $labels = join '', map { chr(length) . $_ } split /\./, $name;
    my $asked = pack('n6', $number, 0x0100, 1, 0, 0, 0) . "$labels\0" . pack('n2', 1, 1);
    my $begun = now();
    my $end = $begun + patience($words);
    socket(my $socket, $all[0]{family}, Socket::SOCK_DGRAM(), 0) or unsure("no socket: $!");
    connect($socket, $all[0]{addr}) && send($socket, $asked, 0) or return dns_said('no', 0, 0, 0);
    while ((my $left = $end - now()) > 0) {
        IO::Select->new($socket)->can_read($left) or last;
        my $reply = '';
        defined recv($socket, $reply, 4096, 0) or last;
        next if length $reply < 12;
        my ($id, $flags, undef, $answers) = unpack 'n4', $reply;
        next unless $id == $number && $flags & 0x8000;
        return dns_said('yes', $flags & 15, $answers, now() - $begun);
    }
    return dns_said('no', 0, 0, now() - $begun);
};

sub dns_said {
    my ($answered, $code, $answers, $seconds) = @_;
    return lines_of({ answered => $answered, code => $code, answers => $answers, seconds => sprintf('%.2f', $seconds) });
}

# How many rows, the highest number, numbers that are missing below it, and rows that are not what was written. A
# database of another shape brings its own question, in a file that only root can write.
our $ROWS = <<'SQL';
SELECT count(*), coalesce(max(number), 0), coalesce(max(number), 0) - count(*),
       count(*) FILTER (WHERE checksum IS DISTINCT FROM md5(number::text || ' ' || payload)) FROM written
SQL

sub question {
    my ($database) = @_;
    my $file = "$CONFIG/questions/$database.sql";
    return $ROWS unless -f $file && (stat _)[4] == 0 && !((stat _)[2] & 022);
    open my $from, '<', $file or unsure("$file: $!");
    local $/;
    return <$from>;
}

# The newest client itself: what Debian calls psql is a program that looks for it, and that is half of the work.
sub psql {
    my @all = map { $_->[1] } sort { $b->[0] <=> $a->[0] }
        map { m{/([0-9]+)/bin/psql\z} ? [$1, $_] : () } glob '/usr/lib/postgresql/*/bin/psql';
    return $all[0] // 'psql';
}

# Asks PostgreSQL as its own user through its own socket: 'ping', or 'rows'.
$VERBS{postgres} = sub {
    my ($words) = @_;
    only($words, 'ask', 'database', 'port', 'within');
    my ($ask, $database) = need($words, 'ask', 'database');
    refuse("'$database' is no database") unless $database =~ /\A[A-Za-z0-9_][A-Za-z0-9_-]{0,62}\z/;
    my $port = defined $words->{port} ? number_word($words, 'port', 1, 65535) : 5432;
    my $within = patience($words);
    my $sql = $ask eq 'ping' ? 'SELECT 1' : $ask eq 'rows' ? question($database) : refuse("'$ask' is no question: ping or rows");
    my $begun = now();
    my @argv = ('setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', psql(), '-X', '-A', '-t', '-w', '-q',
        '-v', 'ON_ERROR_STOP=1', '-p', $port, '-d', $database, '-c', "SET statement_timeout = '" . int($within * 1000) . "'",
        '-c', $sql);
    my $ran = look({ within => $within }, @argv);
    my $seconds = sprintf '%.2f', now() - $begun;
    unsure(failed($ran, 'psql')) if $ran->{rc} == 127;
    if ($ran->{late} || $ran->{rc}) {
        my $why = $ran->{late} ? "no answer within $within s" : plain($ran->{err});
        return lines_of({ answers => 'no', seconds => $seconds, why => $why });
    }
    return lines_of({ answers => 'yes', seconds => $seconds }) if $ask eq 'ping';
    my ($rows, $highest, $gaps, $bad) = $ran->{out} =~ /\A([0-9]+)\|([0-9]+)\|(-?[0-9]+)\|([0-9]+)\s*\z/
        or unsure('psql answered something else');
    return lines_of({ answers => 'yes', seconds => $seconds, rows => $rows, highest => $highest, gaps => $gaps, bad => $bad });
};

# Whether the files of a dataset are those of the list in its root, as sha256sum writes it; deleted and changed ones are wrong.
$VERBS{files} = sub {
    my ($words) = @_;
    only($words, 'dataset', 'within');
    my $dataset = name_word($words, 'dataset');
    my $within = patience($words);
    my $said = seen({ within => $within }, 'zfs', 'get', '-Hp', '-o', 'property,value', 'mounted,mountpoint', $dataset);
    my %is = $said =~ /^(\w+)\t(.*)$/mg;
    return lines_of({ trouble => "$dataset is not mounted" }) unless ($is{mounted} // '') eq 'yes';
    my $root = $is{mountpoint} // '';
    return lines_of({ trouble => "$dataset is mounted nowhere" }) unless $root =~ m{\A/} && chdir $root;
    # Whoever writes there may have put something else in its place, which would keep us waiting.
    my $list;
    sysopen($list, 'MANIFEST.sha256', O_RDONLY | O_NONBLOCK | O_NOFOLLOW) && -f $list
        or return lines_of({ trouble => 'its MANIFEST.sha256 is gone' });
    my $files = grep { /\A[0-9a-f]{64} [ *]/ } <$list>;
    close $list;
    my $ran = look({ within => $within }, 'sha256sum', '--check', '--quiet', '--strict', 'MANIFEST.sha256');
    chdir '/';
    unsure(failed($ran, 'sha256sum')) if $ran->{late} || $ran->{rc} > 1;
    my $wrong = () = $ran->{out} =~ /: FAILED/g;
    $wrong ||= 1 if $ran->{rc};
    return lines_of({ files => $files, wrong => $wrong });
};
