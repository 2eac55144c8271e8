
# ---- operate: operations, which take longer than anybody waits; they go on without us, and say how they stand

use constant OPERATIONS_KEPT => 500;
use constant MINUTES => 60;
use constant HOURS => 3600;

# operation word => { needs, may, check, run }: check refuses what must not be begun, run returns facts or dies.
our %OPERATIONS;

# Begins an operation under a key, or says how the one of that key stands.
$VERBS{operation} = sub {
    my ($words) = @_;
    my ($key) = need($words, 'key');
    refuse("'$key' is no key of an operation") unless $key =~ /\A[A-Za-z0-9][A-Za-z0-9._-]{0,159}\z/;
    furnish();
    make_folders("$STATE/operations");
    sysopen my $lock, "$STATE/operations/lock", O_RDWR | O_CREAT, 0600 or unsure("no lock: $!");
    flock $lock, LOCK_EX or unsure("no lock: $!");
    my $it = read_operation($key);
    if (!$it) {
        refuse("nobody has begun $key here") unless defined $words->{do};
        $it = begin_operation($key, $words);
    }
    return standing($it);
};

# Is what the system's own manager calls to run one; it does nothing that was not begun.
$VERBS{'operation-run'} = sub {
    my ($words) = @_;
    only($words, 'key');
    my ($key) = need($words, 'key');
    refuse("'$key' is no key of an operation") unless $key =~ /\A[A-Za-z0-9][A-Za-z0-9._-]{0,159}\z/;
    run_operation($key);
    return '';
};

sub make_folders { for my $folder (@_) { mkdir $folder, 0700 or $!{EEXIST} or unsure("$folder cannot be made: $!") } }

sub operation_folder { my ($key) = @_; return "$STATE/operations/op-$key" }

sub begin_operation {
    my ($key, $words) = @_;
    my $kind = $OPERATIONS{ $words->{do} } or refuse("this helper knows no operation '$words->{do}'");
    my %args = map { $_ => $words->{$_} } grep { $_ ne 'key' && $_ ne 'do' } keys %$words;
    only(\%args, @{ $kind->{needs} }, @{ $kind->{may} // [] });
    need(\%args, @{ $kind->{needs} });
    $kind->{check}->(\%args) if $kind->{check};
    forget_old_operations();
    make_folders(operation_folder($key));
    my $it = { key => $key, do => $words->{do}, state => 'begun', boot => boot(), at => sprintf('%.2f', now()),
        date => time, args => \%args, fact => {} };
    write_operation($it) or refuse('the operation could not be written down first');
    audit('RD1101', "operation $words->{do}", { hit => $key, run => '', fault => $words->{do} }, '');
    start_operation($key);
    return $it;
}

sub start_operation {
    my ($key) = @_;
    if (!by_systemd()) { leave_behind(sub { run_operation($key) }); return }
    my $request = operation_folder($key) . '/request';
    write_all($request, "{\"verb\":\"operation-run\",\"key\":\"$key\"}\n") or unsure("the operation is not started: $!");
    my $ran = look({ within => 10 }, 'systemd-run', '--quiet', '--collect', "--unit=rackdrill-operation-$key",
        "--property=StandardInput=file:$request", '--property=StandardOutput=null', '--property=KillMode=mixed',
        '--description=An operation of Rackdrill', $SELF);
    unsure('the operation is not started: ' . failed($ran, 'systemd-run')) if $ran->{rc};
}

# Runs an operation to its end. Whoever runs it holds a lock, so that everybody sees when it has died.
sub run_operation {
    my ($key) = @_;
    sysopen my $alive, operation_folder($key) . '/alive', O_RDWR | O_CREAT, 0600 or return;
    flock $alive, LOCK_EX | LOCK_NB or return;
    my $it = read_operation($key);
    return unless $it && $it->{state} eq 'begun';
    $it->{state} = 'running';
    write_operation($it);
    my $say = sub { $it->{progress} = plain($_[0]); write_operation($it) };
    my $facts;
    local $OPERATING = 1;
    my $ok = eval { $facts = $OPERATIONS{ $it->{do} }{run}->($it->{args}, $say, $key); 1 };
    if ($ok) { @$it{qw(state fact)} = ('done', $facts // {}) }
    else { @$it{qw(state why)} = words_of($@) }
    $it->{took} = sprintf '%.2f', now() - $it->{at};
    write_operation($it);
    audit('RD1102', "operation $it->{state}", { hit => $key, run => '', fault => $it->{do} }, $it->{why});
}

# Returns how an operation stands, as key=value lines.
sub standing {
    my ($it) = @_;
    my %said = (state => $it->{state}, why => $it->{why} // '', progress => $it->{progress} // '', took => $it->{took} // '');
    if ($it->{state} eq 'begun' || $it->{state} eq 'running') {
        $said{state} = 'running';
        if (!is_alive($it)) {
            my $again = read_operation($it->{key});
            return standing($again) if $again && $again->{state} ne $it->{state} && $again->{state} ne 'running';
            @said{qw(state why)} = ('unknown', 'it ended in the middle, without an answer');
        }
    }
    $said{"fact-$_"} = $it->{fact}{$_} for keys %{ $it->{fact} };
    return lines_of(\%said);
}

sub is_alive {
    my ($it) = @_;
    return 0 if $it->{boot} ne boot();
    return 1 if $it->{state} eq 'begun' && now() - $it->{at} < 20;
    sysopen my $alive, operation_folder($it->{key}) . '/alive', O_RDWR | O_CREAT, 0600 or return 0;
    return !flock $alive, LOCK_EX | LOCK_NB;
}

sub write_operation {
    my ($it) = @_;
    my $text = '';
    for my $key (sort keys %$it) {
        my $value = $it->{$key};
        if (ref $value) { $text .= "$key.$_ " . coded($value->{$_} // '') . "\n" for sort keys %$value }
        else { $text .= "$key " . coded($value // '') . "\n" }
    }
    return write_durably(operation_folder($it->{key}) . '/record', $text . "end .\n");
}

# Returns what is written down of an operation; undef when it was never begun.
sub read_operation {
    my ($key) = @_;
    open my $from, '<', operation_folder($key) . '/record' or return undef;
    my $it = { args => {}, fact => {} };
    while (my $line = <$from>) {
        next unless $line =~ /\A([a-z]+)(?:\.(\S+))? (\S*)\n\z/;
        if (defined $2) { $it->{$1}{$2} = decoded($3) } else { $it->{$1} = decoded($3) }
    }
    return $it;
}

sub forget_old_operations {
    opendir my $folder, "$STATE/operations" or return;
    my @names = map { "$STATE/operations/$_" } grep { /\Aop-/ } readdir $folder;
    return if @names < OPERATIONS_KEPT;
    my %age = map { $_ => -M "$_/record" // 1e6 } @names;
    my @oldest = (sort { $age{$b} <=> $age{$a} } @names)[0 .. @names - OPERATIONS_KEPT];
    for my $name (@oldest) {
        unlink glob "$name/*";
        rmdir $name;
    }
}

# Runs a program as a part of an operation, and fails when it fails. It is not one of those that an undo may end.
sub part {
    my ($within, @argv) = @_;
    my $ran = look({ within => $within, cap => 4 << 20 }, @argv);
    unsure(failed($ran, @argv)) if $ran->{late};
    refuse(failed($ran, @argv)) if $ran->{rc};
    return $ran->{out};
}

# Runs two programs, the output of one being the input of the other.
sub piped {
    my ($within, $from, $to, $notes) = @_;
    pipe(my $out, my $in) or unsure("no pipe: $!");
    my %pid;
    for my $one ([$from, undef, $in], [$to, $out, undef]) {
        my ($argv, $stdin, $stdout) = @$one;
        my $program = tool($argv->[0]);
        refuse("there is no $argv->[0] on this machine") if $program eq '';
        my $pid = fork // unsure("no process: $!");
        if (!$pid) {
            POSIX::setpgid(0, 0);
            $SIG{$_} = 'DEFAULT' for qw(PIPE HUP INT TERM);
            my $null = POSIX::open('/dev/null', O_RDWR);
            my $note = POSIX::open("$notes-" . ($stdout ? 'from' : 'to'), O_WRONLY | O_CREAT | O_TRUNC, 0600);
            POSIX::dup2($stdin ? fileno $stdin : $null, 0);
            POSIX::dup2($stdout ? fileno $stdout : $note, 1);
            POSIX::dup2($note, 2);
            { no warnings; exec { $program } $program, @$argv[1 .. $#$argv]; }
            POSIX::_exit(127);
        }
        $pid{$pid} = $argv;
    }
    close $in;
    close $out;
    my $until = now() + $within;
    my $why = '';
    while (%pid && now() < $until) {
        my $pid = waitpid -1, POSIX::WNOHANG();
        if ($pid > 0 && $pid{$pid}) {
            my @argv = @{ delete $pid{$pid} };
            my $end = @argv == @$from && "@argv" eq "@$from" ? 'from' : 'to';
            my $said = $? ? first_line("$notes-$end") : '';
            $why .= ($why eq '' ? '' : '; ') . "$argv[0] $argv[1] ended with " . ($? >> 8) . ": $said" if $?;
        } else { nap(0.05) }
    }
    if (%pid) { kill 'KILL', map { -$_ } keys %pid; reaped($_, 2) for keys %pid; unsure('the transfer did not end in time') }
    refuse(plain($why)) if $why ne '';
}

# Returns the words that the root-owned list of operations has behind some first words; nothing when it has none.
sub configured {
    my (@first) = @_;
    return unless -e "$CONFIG/operations";
    for my $line (root_lines("$CONFIG/operations")) {
        my @words = split ' ', $line;
        next if @words < @first;
        my @rest = splice @words, @first;
        return @rest if "@words" eq "@first";
    }
    return;
}
