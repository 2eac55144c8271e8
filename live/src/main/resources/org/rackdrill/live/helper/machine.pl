
# ---- machine: the states of a hit: armed, injecting, injected, undoing, undone

# A fault is a table:
#   needs, may   lists of its words
#   examine      (\%args) -> \%was, what has to be known of the state before; refuses what must not or cannot be done
#   apply        (\%args, \%was, hit) breaks it; may die half-way
#   revert       (\%args, \%was, hit) takes it back from any half-done state, often; \%was may be empty
#   check        (\%args, \%was, hit) -> '' when the fault is gone, else a clause that says what is left; dies when unseen
#   ways         word => fault, instead of all the above, when it can be done in several ways
#   free         (\%args) -> true when it comes back by itself or never: is injected without having been armed
#   lasts        (\%args) -> seconds after which a free fault is ended by our own timer

use constant LEASE_LEAST => 1;
use constant LEASE_MOST => 24 * 3600;
use constant PATIENCE => 15;

my %OURS = map { $_ => 1 } qw(hit run fault lease lasts);

# Returns the fault that a request names and its words, both checked.
sub fault_of {
    my ($words) = @_;
    my ($word) = need($words, 'fault');
    my %args = map { $_ => $words->{$_} } grep { !$OURS{$_} && !/\Awas-/ } keys %$words;
    my $fault = fault_for($word, \%args);
    only(\%args, @{ $fault->{needs} }, @{ $fault->{may} });
    need(\%args, @{ $fault->{needs} });
    return ($fault, $word, \%args);
}

# Returns a fault; where it is done in several ways, the way whose word is there.
sub fault_for {
    my ($word, $args) = @_;
    my $fault = $FAULTS{$word} or refuse("this helper cannot do '$word'");
    return $fault unless $fault->{ways};
    for my $key (sort keys %{ $fault->{ways} }) { return $fault->{ways}{$key} if defined $args->{$key} }
    return $fault->{ways}{''} // refuse("$word needs one of: " . join ', ', sort keys %{ $fault->{ways} });
}

sub fault_in { my ($record) = @_; return fault_for($record->{fault}, $record->{args}) }

# Calls what a fault does for a hit.
sub done_by { my ($what, $record) = @_; return fault_in($record)->{$what}->(@$record{qw(args was hit)}) }

sub is_free { my ($fault, $args) = @_; return $fault->{free} && $fault->{free}->($args) }

sub locked {
    my ($what) = @_;
    furnish();
    lock_state(PATIENCE) or refuse('another request is still at work here');
    my @answer = eval { $what->() };
    my $thrown = $@;
    unlock_state();
    die $thrown if $thrown;
    return $answer[0];
}

# Returns whether a record's fault is seen to be gone.
sub is_gone {
    my ($record) = @_;
    my $left = eval { done_by('check', $record) };
    return defined $left && $left eq '';
}

# Refuses while another run has something armed here, or something left here is still broken.
sub refuse_others {
    my ($run) = @_;
    for my $record (records()) {
        refuse("a record that cannot be read is in $STATE/armed: $record->{name}") if $record->{damaged};
        next if $record->{run} eq $run;
        # Armed, never injected, and too late for it now: nothing can come of it any more.
        next if $record->{state} eq 'armed' && ($record->{boot} ne boot() || now() > $record->{deadline} + 1);
        next if $record->{state} eq 'undone' && ($record->{proven} || is_gone($record));
        refuse("run $record->{run} has $record->{fault} $record->{state} here");
    }
}

# Returns the record that a request speaks of, as long as that is one and the same thing.
sub record_of {
    my ($words) = @_;
    my ($hit) = need($words, 'hit');
    my $record = read_record($hit);
    return undef unless $record;
    return $record if $record->{damaged};
    for my $key (qw(run fault)) {
        refuse("$hit is armed with another $key") if defined $words->{$key} && $words->{$key} ne $record->{$key};
    }
    return $record;
}

$VERBS{examine} = sub {
    my ($words) = @_;
    my ($fault, $word, $args) = fault_of($words);
    return lines_of($fault->{examine}->($args));
};

$VERBS{arm} = sub {
    my ($words) = @_;
    my ($hit, $run) = need($words, 'hit', 'run');
    my $lease = number_word($words, 'lease', LEASE_LEAST, LEASE_MOST);
    my ($fault, $word, $args) = fault_of($words);
    refuse("$word is not armed: it comes back by itself or never") if is_free($fault, $args);
    return locked(sub {
        refuse("$hit is over") if is_over($hit);
        revive_timers();
        refuse_others($run);
        my $record = record_of($words);
        refuse("$hit is $record->{state} already") if $record && ($record->{damaged} || $record->{state} ne 'armed');
        $record = armed_record($hit, $run, $word, $args, $fault->{examine}->($args, {}, $hit), $lease);
        return lines_of({ deadline => $record->{deadline}, %{ $record->{was} } });
    });
};

# Writes the record and starts its timer, and reads both back; leaves nothing when one of the two fails.
sub armed_record {
    my ($hit, $run, $word, $args, $was, $lease) = @_;
    my $record = { hit => $hit, run => $run, fault => $word, args => $args, was => $was, state => 'armed',
        boot => boot(), deadline => sprintf('%.2f', now() + $lease), lease => $lease };
    keep_reserve() or refuse("no room can be kept back in $STATE: $!");
    my $ok = eval {
        write_record($record) or refuse("the undo could not be written down: $!");
        my $read = read_record($hit);
        refuse('the undo could not be read back') if !$read || $read->{damaged} || $read->{deadline} ne $record->{deadline};
        start_timer($record);
        refuse('the timer could not be seen') unless timer_runs($hit);
        1;
    };
    if (!$ok) {
        my $thrown = $@;
        stop_timer($hit);
        erase_record($hit);
        die $thrown;
    }
    audit('RD1001', 'armed', $record, "lease $lease s");
    return $record;
}

# Refuses to break anything once its time is over.
sub in_time {
    my ($record) = @_;
    my $hit = $record->{hit};
    refuse("$hit was taken back already") if $record->{state} =~ /\Aund/ || is_over($hit);
    refuse("this machine has started again since $hit was armed") if $record->{boot} ne boot();
    refuse("the lease of $hit is over") if now() >= $record->{deadline};
}

$VERBS{inject} = sub {
    my ($words) = @_;
    my ($hit, $run) = need($words, 'hit', 'run');
    return locked(sub {
        my $record = record_of($words);
        if (!$record && defined $words->{fault}) {
            my ($fault, $word, $args) = fault_of($words);
            return inject_free($hit, $run, $fault, $word, $args, $words) if is_free($fault, $args);
        }
        refuse("$hit is not armed here") if !$record || $record->{damaged};
        in_time($record);
        refuse("the timer of $hit is gone") unless timer_runs($hit);
        return "already\n" if $record->{state} eq 'injected';
        broken($record);
        return lines_of({ left => sprintf '%.2f', $record->{deadline} - now() });
    });
};

# Breaks it. What does not break whole is taken back at once.
sub broken {
    my ($record) = @_;
    $record->{state} = 'injecting';
    write_record($record) or refuse("the fault could not be written down first: $!");
    # Whoever waits for the lock to undo must not wait for long.
    my $ok = eval {
        local $UNTIL = $record->{deadline} + 2;
        done_by('apply', $record);
        1;
    };
    if ($ok) {
        $record->{state} = 'injected';
        # The record of before is enough for the undo, so that a disk that has become full changes nothing.
        write_record($record);
        audit('RD1002', 'injected', $record, '');
        return;
    }
    my $why = why_of($@);
    refuse("$why; taken back") if taken_back($record);
    unsure("$why; and it could not be taken back yet");
}

# Takes a hit back and looks; true when the fault is seen to be gone.
sub taken_back {
    my ($record) = @_;
    if ($record->{state} ne 'undone') {
        $record->{state} = 'undoing';
        write_record($record);
    }
    note_over($record->{hit});
    my $left = eval {
        done_by('revert', $record);
        done_by('check', $record);
    };
    $left = why_of($@) if $@;
    @$record{qw(state proven left)} = $left eq '' ? ('undone', 1, '') : ('undoing', 0, $left);
    # What is left is for the timer, and at once.
    $record->{deadline} = sprintf '%.2f', now() if $left ne '' && now() < $record->{deadline};
    $record->{tries} = ($record->{tries} // 0) + 1;
    write_record($record);
    audit($left eq '' ? 'RD1003' : 'RD1004', $left eq '' ? 'undone' : 'undo failed', $record, $left);
    return $left eq '';
}

# Is what the timer does: true when there is nothing left to do.
sub fire {
    my ($hit) = @_;
    lock_state(5, 1) or return 0;
    my $done = eval {
        my $record = read_record($hit);
        my $over = !$record || $record->{damaged} || ($record->{boot} eq boot() && now() < $record->{deadline});
        $over ? !$record || $record->{damaged} : $record->{proven} || ended($record);
    };
    unlock_state();
    return $done;
}

sub ended {
    my ($record) = @_;
    return 0 unless taken_back($record);
    erase_record($record->{hit}) if ($record->{own} // '') eq 'yes';
    return 1;
}
