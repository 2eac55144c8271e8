
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

# A restart by power, as a witness can do it; the node's own way is in node.pl.
$FAULTS{'node-reboot'}{ways}{node} = { %{ $FAULTS{'node-power-loss'} }, free => sub { 1 }, lasts => 2 };

# Builds a fault of words for the rack: what breaks it, what mends it, and which line of all that the rack shows says that
# it is broken. A rack has one of some things: whoever names another one is refused.
sub rack_fault {
    my (%is) = @_;
    my $words = sub {
        my ($args, @parts) = @_;
        return map { s/<([a-z]+)>/$args->{$1}/gr } @parts;
    };
    my $check = sub {
        my ($args) = @_;
        my ($ill) = $words->($args, $is{ill});
        my ($left) = grep { index("$_ ", "$ill ") == 0 } split /\n/, rack_look('show');
        return defined $left ? "the rack says '$left'" : '';
    };
    return {
        needs => $is{needs} // [], may => [keys %{ $is{one} // {} }],
        ($is{lasts} ? (free => sub { 1 }, lasts => $is{lasts}) : ()),
        examine => sub {
            my ($args) = @_;
            need_rack();
            my $one = $is{one} // {};
            for my $key (grep { defined $args->{$_} && $args->{$_} ne $one->{$_} } sort keys %$one) {
                refuse("the rack of a sandbox switches $one->{$key}, not $args->{$key}");
            }
            for my $key (@{ $is{needs} // [] }) {
                if ($is{numbers}{$key}) { number_word($args, $key, @{ $is{numbers}{$key} }) }
                else { names_in($args, $key) }
            }
            rack_look('link', 'state', $args->{port}) if defined $args->{port};
            my $left = $check->($args);
            refuse($left) if $left ne '';
            return { rack => 'well' };
        },
        apply => sub { my ($args) = @_; rack($words->($args, @{ $is{breaks} })) },
        revert => sub { my ($args) = @_; rack($words->($args, @{ $is{mends} })) },
        check => $check,
    };
}

my %RACK_FAULTS = (
    'link-down' => rack_fault(needs => ['port'], ill => 'cable.<port>', breaks => [qw(link down <port>)],
        mends => [qw(link up <port>)]),
    'link-loss' => rack_fault(needs => [qw(port lost)], numbers => { lost => [0, 100] }, ill => 'loss.<port>',
        breaks => [qw(loss <port> <lost>)], mends => [qw(clear <port> loss)]),
    'link-latency' => rack_fault(needs => [qw(port extra jitter)], ill => 'delay.<port>',
        numbers => { extra => [0, 60000], jitter => [0, 60000] }, breaks => [qw(delay <port> <extra> <jitter>)],
        mends => [qw(clear <port> delay)]),
    'link-bandwidth' => rack_fault(needs => [qw(port limit)], numbers => { limit => [8, 10_000_000] }, ill => 'rate.<port>',
        breaks => [qw(rate <port> <limit>)], mends => [qw(clear <port> rate)]),
    'partition' => rack_fault(needs => [qw(these those)], ill => 'partition.<these>-<those>',
        breaks => [qw(partition <these> <those>)], mends => [qw(partition-clear <these> <those>)]),
    'switch-reboot' => rack_fault(one => { box => 'sw1' }, ill => 'switch', lasts => 30, breaks => [qw(switch off)],
        mends => [qw(switch on)]),
    'wan-down' => rack_fault(one => { wan => 'wan' }, ill => 'cable.wan', breaks => [qw(wan down)], mends => [qw(wan up)]),
    'mains-outage' => rack_fault(one => { site => 'home' }, ill => 'mains off', breaks => [qw(mains off)],
        mends => [qw(mains on)]),
    'mains-dip' => rack_fault(one => { site => 'home' }, ill => 'mains off', lasts => 0.4, breaks => [qw(mains off)],
        mends => [qw(mains on)]),
    'ups-battery-fault' => rack_fault(needs => ['to'], one => { ups => 'ups1' }, numbers => { to => [0, 100] },
        ill => 'ups.battery', breaks => [qw(ups battery <to>)], mends => [qw(ups battery 100)]),
    'ups-communication-lost' => rack_fault(one => { ups => 'ups1' }, ill => 'ups.comm', breaks => [qw(ups comm off)],
        mends => [qw(ups comm on)]),
);

# What is done by its port, or between named nodes, is done at the rack; what is done by an interface, in net.pl.
my %BY_WORD = ('partition' => 'these', map { $_ => 'port' } qw(link-down link-loss link-latency link-bandwidth));
for my $word (keys %RACK_FAULTS) {
    if ($BY_WORD{$word}) { $FAULTS{$word}{ways}{ $BY_WORD{$word} } = $RACK_FAULTS{$word} }
    else { $FAULTS{$word} = $RACK_FAULTS{$word} }
}

$FAULTS{'site-lost'} = {
    needs => ['nodes'], may => ['wan', 'ports', 'destroyed'],
    free => sub { defined $_[0]{destroyed} },
    examine => sub {
        my ($args) = @_;
        refuse('a site that is destroyed cannot be had on real hosts') if defined $args->{destroyed};
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
        my $shown = defined $args->{wan} || defined $args->{ports} ? rack_look('show') : '';
        return 'the wan is down' if defined $args->{wan} && $shown =~ /^cable\.wan /m;
        for my $port (defined $args->{ports} ? names_in($args, 'ports') : ()) {
            return "$port is down" if $shown =~ /^cable\.\Q$port\E /m;
        }
        return '';
    },
};
