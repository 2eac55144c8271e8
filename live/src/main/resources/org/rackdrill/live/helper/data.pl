
# ---- data: what happens to files, and how it is taken back without losing what others wrote meanwhile

use constant LOCKED => '.rackdrill-locked';
use constant DATA_BLOCK => 4096;
use constant DATA_MOST => 2 << 30;

# Returns where a dataset is mounted, or ''.
sub mounted_at {
    my ($dataset) = @_;
    my $said = seen({ within => 10 }, 'zfs', 'get', '-H', '-o', 'value', 'mounted,mountpoint', $dataset);
    my ($mounted, $at) = split /\n/, $said;
    return $mounted eq 'yes' && $at =~ m{\A/.} ? $at : '';
}

sub folder_of {
    my ($dataset) = @_;
    my $at = mounted_at($dataset);
    refuse("$dataset is not mounted") if $at eq '';
    return $at;
}

sub aside_in { my ($at, $hit) = @_; return "$at/.rackdrill-aside-" . filed($hit) }

# Returns the names in a folder that are on the same file system as itself.
sub names_at {
    my ($at) = @_;
    my @own = lstat $at or unsure("$at: $!");
    opendir my $folder, $at or unsure("$at: $!");
    my @names = grep { !/\A\.\.?\z/ && !/\A\.rackdrill-aside-/ && $_ ne '.zfs' } readdir $folder;
    @names = sort grep { my @is = lstat "$at/$_"; @is && $is[0] == $own[0] } @names;
    return @names;
}

# Somebody deletes the files. They are moved into a folder beside them; with "snapshots=destroyed", which root must have
# allowed on this machine, they and all snapshots are really gone.
$FAULTS{'dataset-deleted'} = {
    needs => ['dataset'], may => ['snapshots'],
    free => sub { defined $_[0]{snapshots} },
    examine => sub {
        my ($args) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my $at = folder_of($dataset);
        my @names = names_at($at);
        refuse("$at is empty already") unless @names;
        may_be_destroyed($dataset) if defined $args->{snapshots};
        opendir my $folder, $at or unsure("$at: $!");
        refuse("$at has been hit already") if grep { /\A\.rackdrill-aside-/ } readdir $folder;
        return { folder => $at, entries => scalar @names };
    },
    apply => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my $at = folder_of($dataset);
        return destroy_all($dataset, $at) if defined $args->{snapshots};
        my $aside = aside_in($at, $hit);
        mkdir $aside, 0700 or $!{EEXIST} or unsure("$aside: $!");
        my @made = lstat $aside;
        unsure("$aside was not made by us") if !@made || !S_ISDIR($made[2]) || $made[4] != $>;
        for my $name (names_at($at)) {
            rename "$at/$name", "$aside/$name" or unsure("$at/$name cannot be moved: $!");
        }
        sync_folder($at);
    },
    revert => sub {
        my ($args, $was, $hit) = @_;
        return if defined $args->{snapshots};
        my $at = folder_of(dataset_word($args, 'dataset'));
        put_back($at, aside_in($at, $hit));
    },
    check => sub {
        my ($args, $was, $hit) = @_;
        my $at = folder_of(dataset_word($args, 'dataset'));
        return aside_in($at, $hit) . ' is still there' if there(aside_in($at, $hit));
        return names_at($at) ? '' : "$at is empty";
    },
};

# Moves everything back. What others made meanwhile under the same name stays too, under another name.
sub put_back {
    my ($at, $aside) = @_;
    return unless there($aside);
    for my $name (names_at($aside)) {
        if (there("$at/$name")) {
            my $other = "$at/$name.made-while-deleted";
            refuse("$other is there already") if there($other);
            rename "$at/$name", $other or unsure("$at/$name cannot be moved: $!");
        }
        rename "$aside/$name", "$at/$name" or unsure("$aside/$name cannot be moved back: $!");
    }
    rmdir $aside or unsure("$aside: $!");
    sync_folder($at);
}

sub may_be_destroyed {
    my ($dataset) = @_;
    my @may = map { /\Aallow-destroy\s+(\S+)\s*\z/ ? $1 : () } root_lines("$CONFIG/files");
    refuse("$CONFIG/files does not say allow-destroy $dataset") unless grep { $_ eq $dataset } @may;
}

sub destroy_all {
    my ($dataset, $at) = @_;
    may_be_destroyed($dataset);
    must({ within => 60 }, 'find', $at, '-xdev', '-mindepth', '1', '-delete');
    must({ within => 30 }, 'zfs', 'destroy', $_) for snapshots_in($dataset);
}

# Returns the snapshots of a dataset, the oldest first.
sub snapshots_in {
    my ($dataset) = @_;
    my $said = seen({ within => 20 }, 'zfs', 'list', '-H', '-t', 'snapshot', '-o', 'name', '-s', 'creation', '-d', '1', $dataset);
    return grep { /\A\Q$dataset\E\@/ } split /\n/, $said;
}

sub ours { my ($dataset, $hit, $what) = @_; return "$dataset\@rackdrill-$what-" . substr filed($hit), 4 }

sub exists_snapshot { my ($snapshot) = @_; return exists_dataset($snapshot) }

# Returns the regular files of a file system, with their size, in a fixed order.
sub files_in {
    my ($top) = @_;
    my @own = lstat $top or unsure("$top: $!");
    my (@found, @folders);
    @folders = ($top);
    while (defined(my $at = shift @folders)) {
        opendir my $folder, $at or unsure("$at: $!");
        for my $name (sort grep { !/\A\.\.?\z/ && $_ ne '.zfs' } readdir $folder) {
            my @is = lstat "$at/$name" or next;
            next if $is[0] != $own[0];
            if (S_ISDIR($is[2])) { push @folders, "$at/$name" }
            elsif (S_ISREG($is[2]) && $is[3] == 1) { push @found, [substr("$at/$name", 1 + length $top), $is[7]] }
        }
    }
    return @found;
}

# Returns every file that is to be hit: a share of them, spread evenly.
sub chosen {
    my ($share, @files) = @_;
    my ($sum, @taken) = (0);
    for my $file (@files) {
        $sum += $share / 100;
        if ($sum >= 1 - 1e-9) { push @taken, $file; $sum -= 1 }
    }
    return @taken;
}

# Makes a block unreadable, and readable again when done twice.
sub scrambled {
    my ($block, $hit, $at) = @_;
    my $key = join '', map { chr(($_ * 167 + 89 + ord substr $hit, $_ % length $hit, 1) & 255) } 0 .. 255;
    return $block ^ substr($key x (2 + length($block) / 256), $at % 256, length $block);
}

$FAULTS{'files-encrypted'} = {
    needs => [qw(dataset files)], may => [],
    examine => sub {
        my ($args) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my $share = number_word($args, 'files', 0.1, 100);
        my $at = folder_of($dataset);
        my @all = files_in($at);
        my @taken = chosen($share, @all);
        refuse("$share % of the files of $dataset are none") unless @taken;
        refuse("$at has been hit already") if grep { $_->[0] =~ /\Q${\LOCKED}\E\z/ } @all;
        my $bytes = 0;
        $bytes += $_->[1] for @taken;
        refuse('more than ' . (DATA_MOST >> 20) . ' MiB would have to be rewritten') if $bytes > DATA_MOST;
        my ($used, $left) = room($dataset);
        refuse("$dataset has too little room for a second version of $bytes bytes") if $left < 2 * $bytes + (16 << 20);
        return { folder => $at, count => scalar @taken, bytes => $bytes };
    },
    apply => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my $at = folder_of($dataset);
        my $before = ours($dataset, $hit, 'before');
        must({ within => 20 }, 'zfs', 'snapshot', $before);
        my @files = map { $_->[0] } chosen($args->{files}, files_in($at));
        beside_clone($before, $hit, sub { lock_files($at, $_[0], $hit, @files) });
        sync_folder($at);
    },
    revert => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my $before = ours($dataset, $hit, 'before');
        my @locked = grep { $_->[0] =~ /\Q${\LOCKED}\E\z/ } files_in(folder_of($dataset));
        if (@locked) {
            refuse("$before is gone; the files can only come from a copy") unless exists_snapshot($before);
            beside_clone($before, $hit, sub { unlock_files(folder_of($dataset), $_[0], $hit, map { $_->[0] } @locked) });
        }
        end_clone($dataset, $hit);
        destroy($before) if exists_snapshot($before);
    },
    check => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my @locked = grep { $_->[0] =~ /\Q${\LOCKED}\E\z/ } files_in(folder_of($dataset));
        return scalar(@locked) . ' files are still unreadable' if @locked;
        return exists_snapshot(ours($dataset, $hit, 'before')) ? 'the snapshot of before is still there' : '';
    },
};

# Does something with a file in the folder in which it is. The folder is entered step by step: a link that somebody puts
# in its way, while root works there, leads nowhere.
sub in_folder_of {
    my ($top, $name, $what) = @_;
    my @steps = ($top, split m{/}, $name);
    my $file = pop @steps;
    my $follow = 0;
    my $ok = eval {
        for my $step (@steps) {
            sysopen my $folder, $step, O_RDONLY | O_DIRECTORY | $follow or unsure("$top/$name: $step: $!");
            chdir $folder or unsure("$top/$name: $step: $!");
            $follow = O_NOFOLLOW;
        }
        $what->($file);
        1;
    };
    my $thrown = $@;
    chdir '/';
    die $thrown unless $ok;
}

# Hits what is in the snapshot: what somebody has made or written since nobody could give back.
sub lock_files {
    my ($top, $before, $hit, @names) = @_;
    for my $name (@names) {
        if (!sysopen my $old, "$before/$name", O_RDONLY | O_NONBLOCK) { $!{ENOENT} or unsure("$before/$name: $!") }
        else { in_folder_of($top, $name, sub { lock_file($_[0], $old, $hit) }) }
    }
}

# Gives a file its new name first: whatever has that name may be unreadable, and nothing else is.
sub lock_file {
    my ($path, $old, $hit) = @_;
    unsure('the lease is over') if defined $UNTIL && now() > $UNTIL;
    if (!rename $path, $path . LOCKED) { return if $!{ENOENT}; unsure("$path: $!") }
    sysopen my $file, $path . LOCKED, O_RDWR | O_NOFOLLOW or unsure("$path: $!");
    exchange($path, $file, $old, sub { ($_[0], scrambled($_[0], $hit, $_[1])) });
}

# Rewrites a file piece by piece, as long as it is what is expected there; what somebody else has written stays as it is.
# What is expected, and what takes its place, depends on what was there before.
sub exchange {
    my ($path, $file, $old, $way) = @_;
    my ($at, $was, $is) = (0, '', '');
    while (1) {
        my $got = sysread $old, $was, 1 << 20;
        unsure("$path, as it was: $!") unless defined $got;
        return if $got == 0;
        my ($from, $to) = $way->($was, $at);
        sysseek $file, $at, 0;
        unsure("$path: $!") unless defined sysread $file, $is, $got;
        my $step = $is eq $from ? $got : DATA_BLOCK;
        for (my $i = 0; $i < length $is; $i += $step) {
            next if substr($is, $i, $step) ne substr($from, $i, $step);
            my $piece = substr $to, $i, $step;
            sysseek $file, $at + $i, 0;
            my $wrote = syswrite $file, $piece;
            unsure("$path: $!") unless defined $wrote && $wrote == length $piece;
        }
        $at += $got;
    }
}

# Takes back every file that can be, and then says which could not.
sub unlock_files {
    my ($top, $before, $hit, @names) = @_;
    my @left;
    for my $name (@names) {
        eval {
            sysopen my $old, "$before/" . substr($name, 0, -length LOCKED), O_RDONLY | O_NONBLOCK
                or unsure("$name is not in the snapshot: $!");
            in_folder_of($top, $name, sub { unlock_file($_[0], $old, $hit) });
            1;
        } or push @left, why_of($@);
    }
    unsure($left[0] . (@left > 1 ? ', and ' . (@left - 1) . ' more' : '')) if @left;
}

# Takes back what is as we left it.
sub unlock_file {
    my ($path, $old, $hit) = @_;
    my $plain = substr $path, 0, -length LOCKED;
    sysopen my $file, $path, O_RDWR | O_NOFOLLOW or unsure("$path: $!");
    exchange($path, $file, $old, sub { (scrambled($_[0], $hit, $_[1]), $_[0]) });
    refuse("$plain is there again; $path is mended beside it") if there($plain);
    rename $path, $plain or unsure("$path: $!");
}

sub clone_name { my ($dataset, $hit) = @_; return ($dataset =~ s{/.*}{}r) . '/rackdrill-look-' . substr filed($hit), 4 }

# Mounts a snapshot as it was, for as long as something is done with it.
sub beside_clone {
    my ($snapshot, $hit, $what) = @_;
    my ($dataset) = $snapshot =~ /\A([^\@]*)\@/;
    my $clone = clone_name($dataset, $hit);
    my $at = '/run/' . ($clone =~ s{.*/}{}r);
    end_clone($dataset, $hit);
    mkdir $at, 0700;
    must({ within => 20 }, 'zfs', 'clone', $snapshot, $clone);
    must({ within => 20 }, 'zfs', 'set', "mountpoint=$at", $clone);
    act({ within => 20 }, 'zfs', 'mount', $clone) if mounted_at($clone) eq '';
    unsure("$clone is not mounted") if mounted_at($clone) eq '';
    my $ok = eval { $what->($at); 1 };
    my $thrown = $@;
    end_clone($dataset, $hit);
    die $thrown unless $ok;
}

sub end_clone {
    my ($dataset, $hit) = @_;
    my $clone = clone_name($dataset, $hit);
    destroy($clone) if exists_dataset($clone);
    rmdir '/run/' . ($clone =~ s{.*/}{}r);
}
