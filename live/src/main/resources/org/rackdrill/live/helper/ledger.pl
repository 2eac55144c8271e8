
# ---- ledger: what is known of data and of a machine's last end after the fact

use constant NOTED => '/var/lib/rackdrill-writer/acknowledged';
use constant STOPPED => '/var/lib/rackdrill/stopped';
use constant ROWS_MOST => 500_000;

# The writes that were confirmed since a moment: their number and the second of the epoch.
$VERBS{acknowledged} = sub {
    my ($words) = @_;
    only($words, 'since');
    my $since = number_word($words, 'since', 0, 4_000_000_000);
    open my $noted, '<', NOTED or refuse('nothing here notes what it has written');
    my @lines;
    while (my $line = <$noted>) {
        next unless $line =~ /\A([0-9]{1,18}) ([0-9]{1,12}(?:\.[0-9]{1,9})?)\n\z/ && $2 >= $since;
        push @lines, $line;
        unsure('more was written than can be told') if @lines > ROWS_MOST;
    }
    return join '', @lines;
};

# The numbers that the database on this machine holds, from one on.
$VERBS{rows} = sub {
    my ($words) = @_;
    only($words, 'from');
    my $from = int number_word($words, 'from', 0, 1e18);
    refuse('no database runs here') unless -S '/var/run/postgresql/.s.PGSQL.5432';
    return seen({ within => 8 }, qw(setpriv --reuid=postgres --regid=postgres --init-groups psql -X -q -A -t), '-d', 'postgres',
        '-c', sprintf('SELECT number FROM written WHERE number >= %.0f ORDER BY number LIMIT %d', $from, ROWS_MOST));
};

# How this machine ended its last life: what the unit that is stopped last has written down.
$VERBS{'last-stop'} = sub {
    my ($words) = @_;
    only($words);
    open my $stopped, '<', STOPPED or refuse('nothing here writes down how it was stopped');
    my $line = <$stopped> // '';
    unsure('what is written down about the last stop cannot be read')
        unless $line =~ /\A(at=[0-9.]+)(?: (charge=[0-9.]+))?\n\z/;
    return "$1\n" . (defined $2 ? "$2\n" : '');
};
