
# ---- operate-audit: what a round through the rack looks at; whoever asks judges

$VERBS{audit} = sub {
    my ($words) = @_;
    only($words);
    my @lines = (['clock', time, clock_synced()]);
    for my $row (map { [ split /\t/ ] } rows_of('zpool', 'list', '-H', '-o', 'name,health,cap')) {
        push @lines, [ 'pool', @$row ];
        my $ran = look({ within => 20 }, 'zpool', 'status', $row->[0]);
        next if $ran->{rc};
        push @lines, map { [ 'disk', $row->[0], @$_ ] } disks_of($ran->{out});
        push @lines, [ 'scan', $row->[0], scan_of($ran->{out}) ];
        push @lines, [ 'damage', $row->[0], $ran->{out} =~ /^errors: No known/m ? 'no' : 'yes' ];
    }
    push @lines, map { [ 'ups', @$_ ] } ups_states();
    push @lines, [ 'quorum', quorate() ] if tool('corosync-quorumtool') ne '' && -e '/etc/corosync/corosync.conf';
    push @lines, map { [ 'certificate', $_, certificate_end($_) ] } certificates();
    my $failed = look({ within => 15 }, 'systemctl', 'list-units', '--failed', '--plain', '--no-legend');
    push @lines, map { [ 'failed', (split ' ')[0] ] } grep { /\S/ } split /\n/, $failed->{out} if $failed->{rc} == 0;
    return join '', map { join("\t", map { plain($_ // '') } @$_) . "\n" } @lines;
};

# Returns the rows that a program prints, or says that it does not answer.
sub rows_of {
    my (@argv) = @_;
    return if tool($argv[0]) eq '';
    my $ran = look({ within => 20 }, @argv);
    return "$argv[0]\tsilent\t" if $ran->{late};
    return $ran->{rc} ? () : split /\n/, $ran->{out};
}

sub disks_of {
    my ($status) = @_;
    my %errors;
    $errors{$1} = [ $2, $3, $4 ] while $status =~ /^\t +(\S+) +[A-Z]+ +(\S+) +(\S+) +(\S+)/mg;
    return map { [ @$_, @{ $errors{ $_->[0] } // [] } ] } places_of($status);
}

sub clock_synced {
    my $ran = look({ within => 10 }, 'timedatectl', 'show', '-p', 'NTPSynchronized', '--value');
    return $ran->{rc} == 0 && $ran->{out} =~ /\A(yes|no)/ ? $1 : 'unknown';
}

sub ups_states {
    return if tool('upsc') eq '';
    my $list = look({ within => 10 }, 'upsc', '-l', 'localhost');
    return if $list->{rc};
    my @states;
    for my $name (grep { /\A[A-Za-z0-9_.-]+\z/ } split /\n/, $list->{out}) {
        my $ran = look({ within => 10 }, 'upsc', $name);
        my ($status) = $ran->{out} =~ /^ups\.status: (.*)/m;
        my ($charge) = $ran->{out} =~ /^battery\.charge: (.*)/m;
        push @states, [ $name, $status // 'silent', $charge // '' ];
    }
    return @states;
}

sub quorate {
    my $ran = look({ within => 15 }, 'corosync-quorumtool', '-s');
    return $ran->{out} =~ /^Quorate: +(Yes|No)/m ? lc $1 : 'unknown';
}

sub certificates {
    my @own = configured('certificates');
    return grep { m{\A/} && -r } @own, glob '/etc/pve/local/pve-ssl.pem /etc/letsencrypt/live/*/cert.pem /etc/ssl/rackdrill/*.pem';
}

# Returns the whole days that a certificate still has.
sub certificate_end {
    my ($file) = @_;
    my $ran = look({ within => 10 }, 'openssl', 'x509', '-noout', '-enddate', '-dateopt', 'iso_8601', '-in', $file);
    $ran = look({ within => 10 }, 'openssl', 'x509', '-noout', '-enddate', '-in', $file) if $ran->{rc};
    return '' unless $ran->{rc} == 0;
    return days_to($1, $2, $3) if $ran->{out} =~ /=([0-9]{4})-([0-9]{2})-([0-9]{2})/;
    my %month = map { (qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec))[$_] => $_ + 1 } 0 .. 11;
    return days_to($3, $month{$1}, $2) if $ran->{out} =~ /=([A-Z][a-z]{2}) +([0-9]+) [0-9:]+ ([0-9]{4})/;
    return '';
}

# The civil calendar in days since 1970, without the libraries that a small Perl lacks.
sub days_to {
    my ($year, $month, $day) = @_;
    $year-- if $month <= 2;
    my $era = int($year / 400);
    my $of_era = $year - $era * 400;
    my $of_year = int((153 * ($month + ($month > 2 ? -3 : 9)) + 2) / 5) + $day - 1;
    my $days = $era * 146097 + $of_era * 365 + int($of_era / 4) - int($of_era / 100) + $of_year - 719468;
    return $days - int(time / 86400);
}
