
# ---- power: the ways in which a witness can switch what cannot help itself any more

use constant POWER_TESTED_DAYS => 30;

# Runs the rack of a sandbox; what it says is the state afterwards.
sub rack { my (@words) = @_; return must({ within => 15 }, $RACK, @words) }

sub rack_look { my (@words) = @_; return seen({ within => 10 }, $RACK, @words) }

# Returns what the root-owned list says of a node: its kind, and the words after that.
sub outlet {
    my ($node) = @_;
    return ('rack', $node) if $RACK ne '';
    for my $line (root_lines("$CONFIG/power")) {
        my ($name, @words) = split ' ', $line;
        return @words if $name eq $node;
    }
    refuse("$CONFIG/power says nothing of $node");
}

# Returns the lines of a file that nobody but root can have written, without comments.
sub root_lines {
    my ($file) = @_;
    own_file($file) or refuse("there is no $file");
    open my $from, '<', $file or refuse("$file cannot be read: $!");
    my @lines = <$from>;
    chomp @lines;
    return grep { /\S/ && !/\A\s*#/ } @lines;
}

# Returns whether a file is there; refuses one that somebody else could have written.
sub own_file {
    my ($file) = @_;
    my @seen = lstat $file or return 0;
    refuse("$file is not a file of root's own that only root can write")
        if !S_ISREG($seen[2]) || $seen[4] != $> || $seen[2] & 022;
    return 1;
}

my %POWER_WAYS = (
    rack => {
        words => 1,
        on => sub { rack('power', 'on', $_[0]) },
        off => sub { rack('power', 'off', $_[0]) },
        state => sub { rack_look('show') =~ /^\Q$_[0]\E (on|off|frozen)$/m ? $1 : unsure("the rack says nothing of $_[0]") },
    },
    # ipmi ADDRESS FILE: user on the first line of the root-owned file, password on the second.
    ipmi => {
        words => 2,
        on => sub { must({ within => 30 }, ipmi(@_), 'chassis', 'power', 'on') },
        off => sub { must({ within => 30 }, ipmi(@_), 'chassis', 'power', 'off') },
        state => sub { seen({ within => 20 }, ipmi(@_), 'chassis', 'power', 'status') },
    },
    # redfish URL FILE: FILE is a root-owned configuration of curl with user and certificate.
    redfish => {
        words => 2,
        on => sub { redfish_reset(@_, 'On') },
        off => sub { redfish_reset(@_, 'ForceOff') },
        state => sub {
            my ($url, $file) = @_;
            own_file($file) or refuse("there is no $file");
            my $said = seen({ within => 20 }, 'curl', '-sS', '-f', '--max-time', '18', '-K', $file, $url);
            return $said =~ /"PowerState"\s*:\s*"([A-Za-z]+)"/ ? lc $1 : unsure("$url says no PowerState");
        },
    },
    qm => {
        words => 1,
        on => sub { must({ within => 60 }, 'qm', 'start', $_[0]) unless powered_by('qm', @_) eq 'on' },
        off => sub { must({ within => 60 }, 'qm', 'stop', $_[0], '--skiplock', '1', '--timeout', '0') },
        state => sub { seen({ within => 20 }, 'qm', 'status', $_[0]) },
    },
    pct => {
        words => 1,
        on => sub { must({ within => 60 }, 'pct', 'start', $_[0]) unless powered_by('pct', @_) eq 'on' },
        off => sub { must({ within => 60 }, 'pct', 'stop', $_[0], '--skiplock', '1') },
        state => sub { seen({ within => 20 }, 'pct', 'status', $_[0]) },
    },
);

sub ipmi {
    my ($address, $file) = @_;
    own_file($file) or refuse("there is no $file");
    my $user = first_line($file);
    refuse("the first line of $file is no user") unless $user =~ /\A[A-Za-z0-9._-]+\z/;
    # The password stays in a file; ipmitool reads its first line.
    own_file("$file.password") or refuse("there is no $file.password");
    return ('ipmitool', '-I', 'lanplus', '-H', $address, '-U', $user, '-f', "$file.password");
}

sub redfish_reset {
    my ($url, $file, $how) = @_;
    own_file($file) or refuse("there is no $file");
    must({ within => 30, input => "{\"ResetType\":\"$how\"}" }, 'curl', '-sS', '-f', '--max-time', '28', '-K', $file,
        '-X', 'POST', '-H', 'Content-Type: application/json', '--data-binary', '@-',
        "$url/Actions/ComputerSystem.Reset");
}

# Returns how a node is switched: a table of subs, and their words.
sub way_of {
    my ($node) = @_;
    my ($kind, @words) = outlet($node);
    my $way = $POWER_WAYS{$kind} or refuse("$CONFIG/power names '$kind', which is no way to switch power");
    refuse("$CONFIG/power does not say enough of $node") unless @words == $way->{words};
    refuse("$CONFIG/power says '$_' of $node") for grep { !m{\A[A-Za-z0-9/][A-Za-z0-9._:/\@%+=,-]*\z} } @words;
    return ($kind, $way, @words);
}

# Returns 'on', 'off' or 'frozen', or fails.
sub powered {
    my ($node) = @_;
    my ($kind, $way, @words) = way_of($node);
    return power_word($way->{state}->(@words), $node);
}

sub powered_by { my ($kind, @words) = @_; return power_word($POWER_WAYS{$kind}{state}->(@words), $words[0]) }

sub power_word {
    my ($said, $node) = @_;
    return 'frozen' if $said =~ /\b(?:frozen|paused|suspended)\b/i;
    return 'off' if $said =~ /\b(?:off|stopped)\b/i;
    return 'on' if $said =~ /\b(?:on|running)\b/i;
    unsure("the power of $node is '" . plain($said) . "'");
}

sub switch_power {
    my ($node, $to) = @_;
    my ($kind, $way, @words) = way_of($node);
    $way->{$to}->(@words);
}

# Refuses to cut what nobody has shown to be able to bring back.
sub tested_way_back {
    my ($node) = @_;
    my ($kind, $way, @words) = way_of($node);
    return if $kind eq 'rack';
    my ($said, $when) = split ' ', first_line("$STATE/power-tested-" . filed($node));
    refuse("the way to switch $node on was never tested; ask power-test") unless $when && $when =~ /\A[0-9]+\z/;
    refuse("the way to switch $node on was tested by another entry of $CONFIG/power; ask power-test")
        if $said ne coded(join ' ', $kind, @words);
    refuse("the way to switch $node on was not tested for " . POWER_TESTED_DAYS . ' days; ask power-test')
        if time - $when > POWER_TESTED_DAYS * 86400 || $when > time + 86400;
}

# Asks for the power of a node, and writes down that somebody answered.
$VERBS{'power-test'} = sub {
    my ($words) = @_;
    only($words, 'node');
    my $node = name_word($words, 'node');
    furnish();
    my ($kind, $way, @words) = way_of($node);
    my $state = powered($node);
    write_durably("$STATE/power-tested-" . filed($node), coded(join ' ', $kind, @words) . ' ' . time . "\n")
        or refuse("the test could not be written down: $!");
    return "power=$state\n";
};
