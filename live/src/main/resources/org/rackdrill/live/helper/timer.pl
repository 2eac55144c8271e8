
# ---- timer: what undoes a hit when nobody speaks to us any more

# Returns whether PID 1 is systemd and ours to ask; with a state of our own we bring our own timer too.
sub by_systemd { return !$OWN_STATE && -d '/run/systemd/system' && tool('systemd-run') ne '' }

sub unit_of { my ($hit) = @_; return 'rackdrill-' . substr(filed($hit), 0, 200) }

# Starts the timer of a record. It only wakes the watch; the watch reads the record for itself.
sub start_timer {
    my ($record) = @_;
    my $unit = unit_of($record->{hit});
    return start_watch($record->{hit}) unless by_systemd();
    look({ within => 5 }, 'systemctl', 'stop', "$unit.timer", "$unit.service");
    look({ within => 5 }, 'systemctl', 'reset-failed', "$unit.timer", "$unit.service");
    my $left = $record->{deadline} - now();
    $left = 0.1 if $left < 0.1;
    my $ran = look({ within => 10 }, 'systemd-run', '--quiet', '--collect', "--unit=$unit", sprintf('--on-active=%.2fs', $left),
        '--timer-property=AccuracySec=100ms', '--property=Restart=on-failure', '--property=RestartSec=1',
        '--property=StartLimitIntervalSec=0', '--property=OOMScoreAdjust=-900', '--description=Undo of a Rackdrill fault',
        $SELF, '--watch', filed($record->{hit}));
    refuse('no timer: ' . failed($ran, 'systemd-run')) if $ran->{rc};
}

# Returns whether the timer of a hit is still there.
sub timer_runs {
    my ($hit) = @_;
    return watch_of($hit) ne '' unless by_systemd();
    my $unit = unit_of($hit);
    for my $part ("$unit.timer", "$unit.service") {
        my $ran = look({ within => 5 }, 'systemctl', 'show', '-p', 'ActiveState', $part);
        return 1 if $ran->{rc} == 0 && $ran->{out} =~ /=(?:active|activating|reloading)\n/;
    }
    return 0;
}

# Removes the timer of a hit.
sub stop_timer {
    my ($hit) = @_;
    my $watch = watch_of($hit);
    if ($watch ne '') {
        kill 'KILL', $watch;
        my $until = now() + 2;
        nap(0.01) while started($watch) ne '' && now() < $until;
    }
    unlink "$STATE/watch/" . filed($hit);
    return unless by_systemd();
    my $unit = unit_of($hit);
    look({ within => 5 }, 'systemctl', 'stop', "$unit.timer", "$unit.service");
    look({ within => 5 }, 'systemctl', 'reset-failed', "$unit.timer", "$unit.service");
}

# Returns the number of the process that watches over a hit, or ''.
sub watch_of {
    my ($hit) = @_;
    return '' unless first_line("$STATE/watch/" . filed($hit)) =~ /\A([0-9]+) ([0-9]+)\z/;
    return started($1) eq $2 ? $1 : '';
}

# Starts the timers of what may be broken, should somebody have ended them.
sub revive_timers {
    for my $record (records()) {
        next if $record->{damaged} || $record->{state} eq 'armed' || $record->{proven};
        start_timer($record) unless timer_runs($record->{hit});
    }
}

# Leaves a process behind that watches over a hit, by a start of our own program, and waits until it has said so.
sub start_watch {
    my ($hit) = @_;
    my $name = filed($hit);
    unlink "$STATE/watch/$name";
    leave_behind(sub {
        { no warnings; exec { $^X } $^X, $SELF, '--watch', $name; }
    });
    my $until = now() + 5;
    while (watch_of($hit) eq '') {
        refuse('the watch did not start within 5 s') if now() >= $until;
        nap(0.01);
    }
}

# Is the watch: sleeps until the record's deadline, which may move, and then undoes for as long as it takes.
sub watch {
    my ($name) = @_;
    if (open my $own, '>', '/proc/self/oom_score_adj') { print {$own} "-900\n" }
    write_all("$STATE/watch/$name", "$$ " . started($$) . "\n");
    my $pause = 0.25;
    while (1) {
        my $record = record_in($name);
        last unless $record;
        # What cannot be read cannot be undone by us; it stays for a person, and blocks whatever would be armed.
        last if $record->{damaged} || $record->{state} eq 'undone' && $record->{proven};
        my $left = $record->{boot} eq boot() ? $record->{deadline} - now() : 0;
        if ($left > 0) {
            nap($left < 0.5 ? $left : 0.5);
            next;
        }
        last if fire($record->{hit});
        nap($pause);
        $pause = $pause * 2 > 30 ? 30 : $pause * 2;
    }
    unlink "$STATE/watch/$name";
    return 0;
}

# Undoes everything that is armed; what the boot unit calls. Goes on until it is done.
sub undo_all {
    furnish();
    my $pause = 0.25;
    while (my @left = grep { !$_->{damaged} && !($_->{state} eq 'undone' && $_->{proven}) } records()) {
        my $done = 1;
        for my $record (@left) { fire($record->{hit}) or $done = 0 }
        last if $done;
        nap($pause);
        $pause = $pause * 2 > 30 ? 30 : $pause * 2;
    }
    return 0;
}
