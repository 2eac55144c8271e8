
# ---- asked: the rest of what can be asked of a hit

# Breaks what comes back by itself. Where somebody has to bring it back, that is our own timer.
sub inject_free {
    my ($hit, $run, $fault, $word, $args, $words) = @_;
    return "already\n" if is_over($hit);
    refuse_others($run);
    my $was = $fault->{examine}->($args, {}, $hit);
    note_over($hit);
    is_over($hit) or refuse('the fault could not be written down first');
    if ($fault->{lasts}) {
        my $lasts = defined $words->{lasts} ? number_word($words, 'lasts', 0.1, LEASE_MOST) : $fault->{lasts};
        my $record = armed_record($hit, $run, $word, $args, $was, $lasts);
        $record->{own} = 'yes';
        broken($record);
    } else {
        my $record = { hit => $hit, run => $run, fault => $word };
        audit('RD1002', 'injected', $record, 'nothing to undo');
        $fault->{apply}->($args, $was, $hit);
    }
    return "injected=now\n";
}

$VERBS{extend} = sub {
    my ($words) = @_;
    my ($hit, $run) = need($words, 'hit', 'run');
    my $lease = number_word($words, 'lease', LEASE_LEAST, LEASE_MOST);
    return locked(sub {
        my $record = record_of($words);
        refuse("$hit is not armed here") if !$record || $record->{damaged};
        in_time($record);
        $record->{deadline} = sprintf '%.2f', now() + $lease;
        write_record($record) or refuse("the longer lease could not be written down: $!");
        start_timer($record) unless timer_runs($hit);
        return lines_of({ deadline => $record->{deadline} });
    });
};

# Returns the record of a hit, or one that the request makes up for when there is none any more.
sub record_or_words {
    my ($words) = @_;
    my $record = record_of($words);
    return ($record, 1) if $record && !$record->{damaged};
    my ($hit, $run) = need($words, 'hit', 'run');
    refuse("there is no record of $hit here; say its fault") unless defined $words->{fault};
    my ($fault, $word, $args) = fault_of($words);
    my %was = map { substr($_, 4) => decoded($words->{$_}) } grep { /\Awas-/ } keys %$words;
    # Which file is moved is for root's own list to say, or for a record of ours, and never for a request.
    delete $was{path};
    return ({ hit => $hit, run => $run, fault => $word, args => $args, was => \%was }, 0);
}

$VERBS{undo} = sub {
    my ($words) = @_;
    return locked(sub {
        my ($record, $written) = record_or_words($words);
        note_over($record->{hit});
        if ($written) {
            $record->{state} = 'undoing' unless $record->{state} eq 'undone';
            write_record($record);
        }
        my $ok = eval { done_by('revert', $record); 1 };
        my $why = $ok ? '' : why_of($@);
        if ($written) {
            # Not proven: until it is, the timer stays and does it once more.
            @$record{qw(state proven left)} = ('undone', 0, $why);
            write_record($record);
        }
        audit($ok ? 'RD1003' : 'RD1004', $ok ? 'undone' : 'undo failed', $record, $why);
        unsure("the undo failed: $why") unless $ok;
        return '';
    });
};

$VERBS{prove} = sub {
    my ($words) = @_;
    furnish();
    my ($record, $written) = record_or_words($words);
    my $left = eval { done_by('check', $record) };
    return 'unknown ' . why_of($@) . "\n" unless defined $left;
    return 'false ' . plain($left) . "\n" if $left ne '';
    if ($written && $record->{state} =~ /\Aund/ && !$record->{proven} && lock_state(1)) {
        my $again = read_record($record->{hit});
        if ($again && !$again->{damaged} && $again->{state} =~ /\Aund/) {
            @$again{qw(state proven left)} = ('undone', 1, '');
            # What our own timer would have ended nobody disarms.
            if (($again->{own} // '') eq 'yes') { erase_record($again->{hit}) }
            else { write_record($again) }
        }
        unlock_state();
    }
    return "true\n";
};

$VERBS{disarm} = sub {
    my ($words) = @_;
    my ($hit) = need($words, 'hit');
    return locked(sub {
        my $record = record_of($words);
        if ($record && !$record->{damaged} && $record->{state} ne 'armed') {
            refuse("$hit is $record->{state}; undo it first") unless $record->{state} =~ /\Aund/;
            refuse("$hit is not proven to be gone") unless $record->{proven} || is_gone($record);
        }
        note_over($hit);
        erase_record($hit);
        stop_timer($hit);
        keep_reserve();
        return '';
    });
};

$VERBS{armed} = sub {
    my ($words) = @_;
    only($words);
    furnish();
    revive_timers();
    my $text = '';
    for my $record (records()) {
        if ($record->{damaged}) { $text .= "damaged $record->{name}\n"; next }
        my $left = $record->{boot} eq boot() ? $record->{deadline} - now() : 0;
        my %said = (%$record, left => sprintf('%.2f', $left), proven => $record->{proven} // 0,
            timer => timer_runs($record->{hit}) ? 'runs' : 'gone');
        my @said = map { "$_=" . coded($said{$_}) } qw(hit run fault state proven left timer);
        push @said, map { "arg-$_=" . coded($record->{args}{$_}) } sort keys %{ $record->{args} };
        $text .= "@said\n";
    }
    return $text;
};

$VERBS{identity} = sub {
    my ($words) = @_;
    only($words);
    my @name = POSIX::uname();
    return lines_of({ 'machine-id' => first_line('/etc/machine-id'), 'boot-id' => boot(), helper => $VERSION, host => $name[1],
        kernel => $name[2], uptime => sprintf('%.2f', now()), date => time, timer => by_systemd() ? 'systemd' : 'watch',
        zfs => zfs_kind(), user => $> , faults => join(',', sort keys %FAULTS), verbs => join(',', sort keys %VERBS) });
};

# Returns which ZFS this machine has: kernel, fuse, or none.
sub zfs_kind {
    return 'kernel' if -e '/sys/module/zfs/version';
    return tool('zfs-fuse') ne '' ? 'fuse' : 'none';
}
