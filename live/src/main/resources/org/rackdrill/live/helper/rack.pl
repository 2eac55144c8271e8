
# ---- rack: faults that cut their target off, done and undone by a witness

# Returns the names in a word like node1,node2.
sub names_in {
    my ($args, $key) = @_;
    my ($text) = need($args, $key);
    my @names = split /,/, $text, -1;
    for my $name (@names) { name_word({ $key => $name }, $key) }
    return @names;
}

sub need_rack { refuse('this needs the rack of a sandbox; there is none here') if $RACK eq '' }

$FAULTS{'node-power-loss'} = {
    needs => ['node'], may => [],
    examine => sub {
        my ($args) = @_;
        my $node = name_word($args, 'node');
        tested_way_back($node);
        my $power = powered($node);
        refuse("$node is $power already") if $power ne 'on';
        return { power => $power };
    },
    apply => sub { switch_power($_[0]{node}, 'off') },
    revert => sub { switch_power($_[0]{node}, 'on') },
    check => sub { my $power = powered($_[0]{node}); return $power eq 'on' ? '' : "$_[0]{node} is $power" },
};

$FAULTS{'node-hang'} = {
    needs => ['node'], may => [],
    examine => sub {
        my ($args) = @_;
        my $node = name_word($args, 'node');
        tested_way_back($node);
        my ($kind) = way_of($node);
        refuse("a node cannot be made to hang through $kind") unless $kind eq 'rack' || $kind eq 'qm';
        my $power = powered($node);
        refuse("$node is $power already") if $power ne 'on';
        return { power => $power };
    },
    apply => sub {
        my ($kind, $way, @words) = way_of($_[0]{node});
        return rack('freeze', @words) if $kind eq 'rack';
        must({ within => 20 }, 'qm', 'suspend', $words[0]);
    },
    # The cluster may have fenced it meanwhile: then it only has to be on.
    revert => sub {
        my ($kind, $way, @words) = way_of($_[0]{node});
        if ($kind eq 'rack') { rack('thaw', @words) if powered($_[0]{node}) ne 'off' }
        elsif (powered($_[0]{node}) eq 'frozen') { must({ within => 20 }, 'qm', 'resume', $words[0]) }
        switch_power($_[0]{node}, 'on');
    },
    check => sub { my $power = powered($_[0]{node}); return $power eq 'on' ? '' : "$_[0]{node} is $power" },
};

# A restart of a node by its power, as a witness can do it; node-reboot on the node itself is in node.pl.
sub power_cycle_fault {
    return {
        needs => ['node'], may => [],
        free => sub { 1 }, lasts => 2,
        examine => $FAULTS{'node-power-loss'}{examine},
        apply => $FAULTS{'node-power-loss'}{apply},
        revert => $FAULTS{'node-power-loss'}{revert},
        check => $FAULTS{'node-power-loss'}{check},
    };
}

# Builds a fault of words for the rack: what breaks it, what mends it, what is said when all is well.
sub rack_fault {
    my (%is) = @_;
    my $words = sub {
        my ($args, @parts) = @_;
        return map { /\A<([a-z]+)>\z/ ? $args->{$1} : $_ } @parts;
    };
    my $check = sub {
        my ($args) = @_;
        my $said = plain(rack_look($words->($args, @{ $is{state} })));
        return $said =~ $is{well} ? '' : "the rack says '$said'";
    };
    return {
        needs => $is{needs}, may => $is{may} // [],
        ($is{lasts} ? (free => sub { 1 }, lasts => $is{lasts}) : ()),
        examine => sub {
            my ($args) = @_;
            need_rack();
            for my $key (@{ $is{needs} }) {
                if ($is{numbers}{$key}) { number_word($args, $key, @{ $is{numbers}{$key} }) }
                else { names_in($args, $key) }
            }
            my $left = $check->($args);
            refuse($left) if $left ne '';
            return { rack => 'well' };
        },
        apply => sub { my ($args) = @_; rack($words->($args, @$_)) for @{ $is{breaks} } },
        revert => sub { my ($args) = @_; rack($words->($args, @$_)) for @{ $is{mends} } },
        check => $check,
    };
}

my $LINK_WELL = qr/\A(?!.*\b(?:down|off|loss|delay|rate)\b).*\b(?:up|on)\b/i;
my @LINK = (state => [qw(link state <port>)], well => $LINK_WELL, mends => [[qw(clear <port>)]]);

my %RACK_FAULTS = (
    'link-down' => rack_fault(needs => ['port'], @LINK, breaks => [[qw(link down <port>)]],
        mends => [[qw(link up <port>)]]),
    'link-loss' => rack_fault(needs => [qw(port lost)], numbers => { lost => [0, 100] }, @LINK,
        breaks => [[qw(loss <port> <lost>)]]),
    'link-latency' => rack_fault(needs => [qw(port extra jitter)], @LINK,
        numbers => { extra => [0, 60000], jitter => [0, 60000] }, breaks => [[qw(delay <port> <extra> <jitter>)]]),
    'link-bandwidth' => rack_fault(needs => [qw(port limit)], numbers => { limit => [8, 100_000_000] }, @LINK,
        breaks => [[qw(rate <port> <limit>)]]),
    'partition' => rack_fault(needs => [qw(these those)], state => [qw(partition state)], well => qr/\A(?:none|)\z/,
        breaks => [[qw(partition <these> <those>)]], mends => [['partition-clear']]),
    'switch-reboot' => rack_fault(needs => [], state => [qw(switch state)], well => qr/\bon\b/, lasts => 30,
        may => ['box'], breaks => [[qw(switch off)]], mends => [[qw(switch on)]]),
    'wan-down' => rack_fault(needs => [], state => [qw(wan state)], well => qr/\bup\b/, may => ['wan'],
        breaks => [[qw(wan down)]], mends => [[qw(wan up)]]),
    'mains-outage' => rack_fault(needs => [], state => [qw(mains state)], well => qr/\bon\b/, may => ['site'],
        breaks => [[qw(mains off)]], mends => [[qw(mains on)]]),
    'mains-dip' => rack_fault(needs => [], state => [qw(mains state)], well => qr/\bon\b/, may => ['site'], lasts => 0.4,
        breaks => [[qw(mains off)]], mends => [[qw(mains on)]]),
    'ups-battery-fault' => rack_fault(needs => ['to'], numbers => { to => [0, 100] }, state => [qw(ups state)],
        well => qr/\bbattery 100\b/, may => ['ups'], breaks => [[qw(ups battery <to>)]], mends => [[qw(ups battery 100)]]),
    'ups-communication-lost' => rack_fault(needs => [], state => [qw(ups state)], well => qr/\bcomm on\b/,
        may => ['ups'], breaks => [[qw(ups comm off)]], mends => [[qw(ups comm on)]]),
);
%FAULTS = (%FAULTS, %RACK_FAULTS);

$FAULTS{'site-lost'} = {
    needs => ['nodes'], may => ['wan', 'ports'],
    examine => sub {
        my ($args) = @_;
        for my $node (names_in($args, 'nodes')) { tested_way_back($node); powered($node) }
        names_in($args, 'ports') if defined $args->{ports};
        need_rack() if defined $args->{wan} || defined $args->{ports};
        my @on = grep { powered($_) eq 'on' } names_in($args, 'nodes');
        refuse('every node of the site is off already') unless @on;
        return { on => join ',', @on };
    },
    apply => sub {
        my ($args) = @_;
        rack('wan', 'down') if defined $args->{wan};
        rack('link', 'down', $_) for defined $args->{ports} ? names_in($args, 'ports') : ();
        switch_power($_, 'off') for names_in($args, 'nodes');
    },
    revert => sub {
        my ($args, $was) = @_;
        rack('wan', 'up') if defined $args->{wan};
        rack('link', 'up', $_) for defined $args->{ports} ? names_in($args, 'ports') : ();
        switch_power($_, 'on') for split /,/, $was->{on} // $args->{nodes};
    },
    check => sub {
        my ($args, $was) = @_;
        my @off = grep { powered($_) ne 'on' } split /,/, $was->{on} // $args->{nodes};
        return 'off: ' . join ',', @off if @off;
        return 'the wan is down' if defined $args->{wan} && rack_look('wan', 'state') !~ /\bup\b/;
        for my $port (defined $args->{ports} ? names_in($args, 'ports') : ()) {
            return "$port is down" if rack_look('link', 'state', $port) !~ $LINK_WELL;
        }
        return '';
    },
};
