
# ---- copy: a copy that somebody has written to

use constant STRANGE => '.rackdrill-written-here';

# Writes into a copy and takes a snapshot of that, so that what the next sync brings does not fit any more.
$FAULTS{'replica-diverged'} = {
    needs => ['dataset'], may => [],
    examine => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my @all = snapshots_in($dataset);
        refuse("$dataset has no snapshot, and so is no copy by ZFS") unless @all;
        refuse("$dataset has been hit already") if grep { /\@rackdrill-(?:before|after)-/ } @all;
        return { newest => $all[-1] =~ s/.*\@//r, folder => writable_at($dataset) };
    },
    apply => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        must({ within => 20 }, 'zfs', 'snapshot', ours($dataset, $hit, 'before'));
        my $at = writable_at($dataset);
        # A copy that is kept read-only diverges by a snapshot of its own all the same.
        if ($at ne '') { write_all("$at/" . STRANGE, "written by a drill\n") or $!{EROFS} or unsure("$at cannot be written to: $!") }
        must({ within => 20 }, 'zfs', 'snapshot', ours($dataset, $hit, 'after'));
    },
    revert => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my ($before, $after) = map { ours($dataset, $hit, $_) } qw(before after);
        my @newer = snapshots_in($dataset);
        shift @newer while @newer && $newer[0] ne $before;
        shift @newer;
        # Only what we wrote is newer: then back to before, so that the next sync fits. Otherwise a sync has come through
        # already, and what it brought stays; one that comes at this very moment is in the way of the rollback.
        if (exists_snapshot($before) && !grep { $_ ne $after } @newer) {
            destroy($after) if exists_snapshot($after);
            roll_back($dataset, $before);
        }
        my $at = mounted_at($dataset);
        unlink "$at/" . STRANGE if $at ne '';
        for my $snapshot ($after, $before) {
            destroy($snapshot) if exists_snapshot($snapshot);
        }
    },
    check => sub {
        my ($args, $was, $hit) = @_;
        my $dataset = dataset_word($args, 'dataset');
        my ($left) = grep { exists_snapshot($_) } map { ours($dataset, $hit, $_) } qw(before after);
        return "$left is still there" if $left;
        my $at = mounted_at($dataset);
        return $at ne '' && there("$at/" . STRANGE) ? "$at/" . STRANGE . ' is still there' : '';
    },
};

# Goes back to a snapshot. zfs-fuse lets the kernel keep old pages, and says so when it may not drop them; a file system
# that is mounted anew has none.
sub roll_back {
    my ($dataset, $snapshot) = @_;
    my $mounted = zfs_kind() eq 'fuse' && mounted_at($dataset) ne '';
    my $away = $mounted && act({ within => 10 }, 'zfs', 'unmount', $dataset)->{rc} == 0;
    my $ran = act({ within => 30 }, 'zfs', 'rollback', $snapshot);
    must({ within => 20 }, 'zfs', 'mount', $dataset) if $away && mounted_at($dataset) eq '';
    unsure(failed($ran, 'zfs', 'rollback', $snapshot)) if $ran->{rc} && $ran->{err} !~ /\Adrop_caches failed/;
}

# Returns where a dataset can be written to, or ''.
sub writable_at {
    my ($dataset) = @_;
    return property($dataset, 'readonly') eq 'on' ? '' : mounted_at($dataset);
}
