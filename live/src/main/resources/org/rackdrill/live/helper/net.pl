
# ---- net: this host's own interfaces. Rules are in tables and queues of our own, and undone as a whole

sub interface_word {
    my ($args) = @_;
    my $interface = name_word($args, 'interface');
    refuse("'$interface' is no name of an interface") unless $interface =~ /\A[A-Za-z0-9_.-]{1,15}\z/;
    refuse("there is no interface $interface here") unless -d "/sys/class/net/$interface";
    refuse('the loopback interface is not hit') if $interface eq 'lo';
    return $interface;
}

# Returns whether an interface has gone; its queues have gone with it.
sub no_interface { my ($args) = @_; return !-d '/sys/class/net/' . name_word($args, 'interface') }

sub table_of { my ($kind, $name) = @_; return "rackdrill_${kind}_" . ($name =~ s/([^A-Za-z0-9])/sprintf '_%02x', ord $1/ger) }

sub tables { return seen({ within => 10 }, 'nft', 'list', 'tables') }

sub has_table { my ($family, $table) = @_; return tables() =~ /^table $family \Q$table\E$/m }

sub set_rules { my ($rules) = @_; must({ within => 10, input => $rules }, 'nft', '-f', '-') }

# Builds a fault that drops packets of an interface: all of them, or some.
sub drop_fault {
    my ($kind, $needs, $condition) = @_;
    my $table = sub { my ($args) = @_; return table_of($kind, name_word($args, 'interface')) };
    return {
        needs => ['interface', @$needs], may => [],
        examine => sub {
            my ($args) = @_;
            interface_word($args);
            number_word($args, $_, 0, 100) for @$needs;
            refuse('there is no nft on this machine') if tool('nft') eq '';
            refuse($table->($args) . ' is there already') if has_table('netdev', $table->($args));
            return { interface => $args->{interface} };
        },
        apply => sub {
            my ($args) = @_;
            my ($at, $interface, $when) = ($table->($args), interface_word($args), $condition->($args));
            my $rules = "add table netdev $at\n";
            for my $way (qw(ingress egress)) {
                $rules .= "add chain netdev $at $way { type filter hook $way device \"$interface\" priority 0; }\n"
                    . "add rule netdev $at $way $when counter drop\n";
            }
            set_rules($rules);
        },
        revert => sub {
            my ($args) = @_;
            my $at = $table->($args);
            set_rules("delete table netdev $at\n") if has_table('netdev', $at);
        },
        check => sub { my ($args) = @_; return has_table('netdev', $table->($args)) ? 'the filter is still there' : '' },
    };
}

$FAULTS{'link-down'}{ways}{interface} = drop_fault('down', [], sub { '' });
$FAULTS{'link-loss'}{ways}{interface} = drop_fault('loss', ['lost'],
    sub { my ($args) = @_; return 'numgen random mod 10000 < ' . int($args->{lost} * 100 + 0.5) });

# The handle by which we know our queue again.
use constant QUEUE => '7dd7:';

sub queues { my ($interface) = @_; return seen({ within => 10 }, 'tc', 'qdisc', 'show', 'dev', $interface) }

# Builds a fault that puts a queue of ours in front of an interface.
sub queue_fault {
    my ($numbers, $queue) = @_;
    return {
        needs => ['interface', sort keys %$numbers], may => [],
        examine => sub {
            my ($args) = @_;
            my $interface = interface_word($args);
            number_word($args, $_, @{ $numbers->{$_} }) for sort keys %$numbers;
            # The kernel's own have the handle 0; one that somebody has set would be lost.
            my ($root) = queues($interface) =~ /^qdisc (\S+ \S+) .*\broot\b|^qdisc (\S+ \S+) root/m;
            refuse("somebody has set a queue for $interface: $root") if defined $root && $root !~ / 0:\z/;
            return { interface => $interface };
        },
        apply => sub {
            my ($args) = @_;
            must({ within => 10 }, 'tc', 'qdisc', 'add', 'dev', interface_word($args), 'root', 'handle', QUEUE, $queue->($args));
        },
        revert => sub {
            my ($args) = @_;
            return if no_interface($args);
            my $interface = interface_word($args);
            return unless queues($interface) =~ / ${\QUEUE} /;
            must({ within => 10 }, 'tc', 'qdisc', 'del', 'dev', $interface, 'root');
        },
        check => sub {
            my ($args) = @_;
            return '' if no_interface($args);
            return queues(interface_word($args)) =~ / ${\QUEUE} / ? 'the queue is still there' : '';
        },
    };
}

# What is sent waits for both ways: an interface cannot delay what it receives.
$FAULTS{'link-latency'}{ways}{interface} = queue_fault({ extra => [1, 30000], jitter => [0, 30000] },
    sub { my ($args) = @_; return ('netem', 'delay', 2 * $args->{extra} . 'ms', 2 * $args->{jitter} . 'ms') });
$FAULTS{'link-bandwidth'}{ways}{interface} = queue_fault({ limit => [8, 100_000_000] }, sub {
    my ($args) = @_;
    my $burst = int($args->{limit} * 1000 / 8 / 100);
    return ('tbf', 'rate', "$args->{limit}kbit", 'burst', $burst < 5000 ? 5000 : $burst, 'latency', '400ms');
});

sub cut_off {
    my ($args) = @_;
    my ($text) = need($args, 'addresses');
    my @all = split /,/, $text, -1;
    for my $address (@all) {
        next if $address =~ /\A[0-9]{1,3}(?:\.[0-9]{1,3}){3}\z/ && Socket::inet_pton(Socket::AF_INET(), $address);
        next if $address =~ /\A[0-9a-f:]{2,39}\z/i && Socket::inet_pton(Socket::AF_INET6(), $address);
        refuse("'$address' is no address");
    }
    return @all;
}

$FAULTS{'partition'}{ways}{addresses} = {
    needs => ['addresses'], may => [],
    examine => sub {
        my ($args) = @_;
        my @all = cut_off($args);
        refuse('there is no nft on this machine') if tool('nft') eq '';
        refuse('a partition is there already') if has_table('inet', 'rackdrill_partition');
        return { addresses => scalar @all };
    },
    apply => sub {
        my ($args) = @_;
        my $rules = "add table inet rackdrill_partition\n";
        for my $way (['input', 'saddr'], ['output', 'daddr'], ['forward', 'saddr'], ['forward', 'daddr']) {
            my ($hook, $side) = @$way;
            $rules .= "add chain inet rackdrill_partition $hook { type filter hook $hook priority -300; }\n";
            $rules .= "add rule inet rackdrill_partition $hook " . (/:/ ? 'ip6' : 'ip') . " $side $_ counter drop\n" for cut_off($args);
        }
        set_rules($rules);
    },
    revert => sub { set_rules("delete table inet rackdrill_partition\n") if has_table('inet', 'rackdrill_partition') },
    check => sub { return has_table('inet', 'rackdrill_partition') ? 'the filter is still there' : '' },
};
