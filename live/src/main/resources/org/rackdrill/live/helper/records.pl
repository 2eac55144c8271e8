
# ---- records: what is armed, on disk before it matters, and a lock around whoever changes it

use constant RESERVE => 1 << 20;
use constant OVER_KEPT => 2000;

our $LOCK;

# Makes the folder for state, with room kept back so that a full disk cannot stop an undo from being written down.
sub furnish {
    for my $folder ($STATE, "$STATE/armed", "$STATE/over", "$STATE/watch") {
        next if -d $folder;
        mkdir $folder, 0700 or $!{EEXIST} or refuse("$folder cannot be made: $!");
        sync_folder($folder =~ s{/[^/]*\z}{}r || '/');
    }
    my @seen = lstat $STATE;
    refuse("$STATE is not a folder of root's own") if !S_ISDIR($seen[2]) || $seen[4] != $> || $seen[2] & 022;
    # Only what arms anything insists on it: an undo on a full disk must not fail for the room that it does not need.
    keep_reserve();
}

# Keeps room back, and returns whether it is there. It is filled with what no file system stores in less.
sub keep_reserve {
    my $file = "$STATE/reserve";
    return 1 if (-s $file // 0) >= RESERVE;
    my $noise = '';
    sysopen my $random, '/dev/urandom', O_RDONLY or return 0;
    while (length $noise < RESERVE) { sysread $random, $noise, RESERVE - length $noise, length $noise or return 0 }
    return write_all($file, $noise);
}

# Takes the lock; every change is made by one helper at a time. Returns false when it is not free in time. A timer does
# not ask for long: it ends a request that does not let go, whose own hit has a timer as well.
sub lock_state {
    my ($within, $timer) = @_;
    return 1 if $LOCK;
    sysopen my $lock, "$STATE/lock", O_RDWR | O_CREAT, 0600 or unsure("$STATE/lock: $!");
    my $until = now() + $within;
    until (flock $lock, LOCK_EX | LOCK_NB) {
        if (now() >= $until) {
            end_holder() if $timer;
            return 0;
        }
        nap(0.02);
    }
    $LOCK = $lock;
    truncate $LOCK, 0;
    syswrite $LOCK, "$$ " . started($$) . ($timer ? " timer\n" : " request\n");
    end_orphans();
    return 1;
}

sub unlock_state { close $LOCK if $LOCK; $LOCK = undef }

sub end_holder {
    return unless first_line("$STATE/lock") =~ /\A([0-9]+) ([0-9]+) request\z/;
    kill 'KILL', $1 if started($1) eq $2;
}

# Writes down which child is at work, so that it does not go on working when we are gone.
sub note_acting {
    my ($pid) = @_;
    open my $to, '>', "$STATE/acting" or return;
    print {$to} "$pid " . started($pid) . "\n";
    close $to;
}

sub forget_acting { unlink "$STATE/acting" }

# Ends what a helper that was killed left at work; its half of the change is undone like a whole one.
sub end_orphans {
    if (first_line("$STATE/acting") =~ /\A([0-9]+) ([0-9]+)\z/) {
        my ($pid, $since) = ($1, $2);
        my $until = now() + 3;
        while (started($pid) eq $since && now() < $until) {
            kill 'KILL', -$pid;
            nap(0.01);
        }
    }
    unlink "$STATE/acting";
}

# Makes what was done in a folder last.
sub sync_folder {
    my ($folder) = @_;
    sysopen my $at, $folder, O_RDONLY | O_DIRECTORY or return 0;
    return $at->sync;
}

# Writes a file whole or not at all.
sub write_durably {
    my ($file, $text) = @_;
    my ($folder) = $file =~ m{\A(.*)/[^/]+\z};
    my $new = new_of($file);
    for my $turn (1, 2) {
        my $written = write_all($new, $text);
        return rename($new, $file) && sync_folder($folder) if $written;
        # The room that was kept back is for this.
        last unless $turn == 1 && ($!{ENOSPC} || $!{EDQUOT});
        truncate "$STATE/reserve", 0;
        unlink "$STATE/reserve";
        sync_folder($STATE);
    }
    return 0;
}

# Returns where a file is while it is written. Each has a place of its own, as two may be written in a folder at once.
sub new_of { my ($file) = @_; return $file =~ s{/([^/]+)\z}{/.new.$1}r }

# Writes a file where it belongs; a link that somebody has put there is not followed.
sub write_all {
    my ($file, $text) = @_;
    sysopen my $to, $file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600 or return 0;
    my $wrote = syswrite $to, $text;
    return 0 unless defined $wrote;
    if ($wrote != length $text) { $! = Errno::ENOSPC(); return 0 }
    return $to->sync && close $to;
}

# Returns the name under which a hit is written down: whatever it is called, one file in one folder.
sub filed {
    my ($hit) = @_;
    my $name = 'hit-' . ($hit =~ s/([^A-Za-z0-9-])/sprintf '.%02x', ord $1/ger);
    refuse('the name of the hit is too long') if length $name > 200;
    return $name;
}

sub coded { my ($text) = @_; return $text =~ s/([^\x21-\x24\x26-\x7e])/sprintf '%%%02x', ord $1/ger }
sub decoded { my ($text) = @_; return $text =~ s/%([0-9a-f]{2})/chr hex $1/ger }

# A record: { hit, run, fault, state, boot, deadline, args => {}, was => {}, ... }.
sub write_record {
    my ($record) = @_;
    my $text = '';
    for my $key (sort keys %$record) {
        my $value = $record->{$key};
        if (ref $value) { $text .= "$key.$_ " . coded($value->{$_}) . "\n" for sort keys %$value }
        else { $text .= "$key " . coded($value) . "\n" }
    }
    return write_durably("$STATE/armed/" . filed($record->{hit}), $text . "end .\n");
}

# Returns the record of a hit; undef when there is none, and one that is { damaged } when it cannot be read.
sub read_record { my ($hit) = @_; return record_in(filed($hit)) }

sub record_in {
    my ($name) = @_;
    my $file = "$STATE/armed/$name";
    my $from;
    if (!open $from, '<', $file) { return $!{ENOENT} ? undef : { damaged => 1, name => $name } }
    my @lines = <$from>;
    return { damaged => 1, name => $name } unless @lines && $lines[-1] eq "end .\n";
    my $record = { args => {}, was => {} };
    for my $line (@lines[0 .. $#lines - 1]) {
        return { damaged => 1, name => $name } unless $line =~ /\A([a-z]+)(?:\.(\S+))? (\S*)\n\z/;
        if (defined $2) { $record->{$1}{$2} = decoded($3) } else { $record->{$1} = decoded($3) }
    }
    for my $key (qw(hit run fault state boot deadline)) {
        return { damaged => 1, name => $name } unless defined $record->{$key};
    }
    return $record;
}

# Returns all records, the damaged ones among them.
sub records {
    opendir my $folder, "$STATE/armed" or return;
    return grep { defined } map { record_in($_) } sort grep { /\Ahit-/ } readdir $folder;
}

sub erase_record {
    my ($hit) = @_;
    my $file = "$STATE/armed/" . filed($hit);
    unlink new_of($file);
    unlink $file or $!{ENOENT} or unsure("$file cannot be removed: $!");
    sync_folder("$STATE/armed");
}

# Writes down that a hit is over, so that a message that comes late cannot begin it again.
sub note_over {
    my ($hit) = @_;
    my $file = "$STATE/over/" . filed($hit);
    return if -e $file;
    sysopen my $to, $file, O_WRONLY | O_CREAT, 0600 or return;
    close $to;
    sync_folder("$STATE/over");
    opendir my $folder, "$STATE/over" or return;
    my @names = grep { /\Ahit-/ } readdir $folder;
    return if @names <= OVER_KEPT;
    my %age = map { $_ => -M "$STATE/over/$_" // 0 } @names;
    my @oldest = (sort { $age{$b} <=> $age{$a} } @names)[0 .. @names - OVER_KEPT - 1];
    unlink map { "$STATE/over/$_" } @oldest;
}

sub is_over { my ($hit) = @_; return -e "$STATE/over/" . filed($hit) }

# Writes down what we did, here and in the journal of the system.
sub audit {
    my ($code, $what, $record, $why) = @_;
    my %said = (code => $code, what => $what, at => time, uptime => sprintf('%.2f', now()),
        hit => $record->{hit}, run => $record->{run}, fault => $record->{fault}, why => $why);
    my $line = '{' . join(',', map { "\"$_\":\"" . plain($said{$_} // '') =~ s/["\\]/'/gr . '"' } sort keys %said) . "}\n";
    if (sysopen my $to, "$STATE/log", O_WRONLY | O_CREAT | O_APPEND, 0600) {
        rename "$STATE/log", "$STATE/log.1" if (-s $to // 0) > 8 << 20;
        syswrite $to, $line;
        $to->sync;
    }
    socket my $system, Socket::AF_UNIX(), Socket::SOCK_DGRAM(), 0 or return;
    $system->blocking(0);
    # 29 = daemon.notice
    send $system, "<29>rackdrill[$$]: $line", 0, Socket::pack_sockaddr_un('/dev/log') if !$OWN_STATE && -S '/dev/log';
}
