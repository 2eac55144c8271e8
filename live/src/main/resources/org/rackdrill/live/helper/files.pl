
# ---- files: what is moved aside and moved back, named by root and never by a request

use constant ASIDE => '.rackdrill-aside';

# Returns what the root-owned list says of a kind of file of a thing: lines "certificate nginx.service CERT KEY ...".
sub listed {
    my ($kind, $name) = @_;
    for my $line (root_lines("$CONFIG/files")) {
        my ($of, $whose, @words) = split ' ', $line;
        return @words if $of eq $kind && $whose eq $name && @words;
    }
    refuse("$CONFIG/files names no $kind of $name");
}

sub path_word {
    my ($path) = @_;
    refuse("'$path' is no path of a file") if !defined $path || $path !~ m{\A/} || $path =~ m{//|/\z|/\.\.?(?:/|\z)};
    return $path;
}

sub there { my ($path) = @_; return defined((lstat $path)[0]) }

# Says whether a file can be moved aside.
sub can_move_aside {
    my ($path) = @_;
    path_word($path);
    refuse("there is no $path") unless there($path);
    refuse("$path is a folder") if -d $path;
    refuse($path . ASIDE . ' is there already') if there($path . ASIDE);
}

sub move_aside {
    my ($path) = @_;
    rename $path, $path . ASIDE or unsure("$path cannot be moved aside: $!");
    sync_folder($path =~ s{/[^/]*\z}{}r || '/');
}

# Moves a file back; what stands in its place goes only when it is ours.
sub move_back {
    my ($path, $ours) = @_;
    return unless there($path . ASIDE);
    refuse("$path is there again and is not ours; the one of before is $path" . ASIDE) if there($path) && !$ours;
    rename $path . ASIDE, $path or unsure("$path cannot be moved back: $!");
    sync_folder($path =~ s{/[^/]*\z}{}r || '/');
}

sub left_aside {
    my ($path) = @_;
    return $path . ASIDE . ' is not moved back' if there($path . ASIDE);
    return there($path) ? '' : "there is no $path";
}

my $CREDENTIALS = sub { my ($args, $was) = @_; return $was->{path} // (listed('credentials', sync_name($args)))[0] };

sub sync_name { my ($args) = @_; return name_word($args, defined $args->{unit} ? 'unit' : 'dataset') }

my $CREDENTIALS_FAULT = {
    needs => [], may => [qw(unit dataset)],
    examine => sub {
        my ($args) = @_;
        my $path = $CREDENTIALS->($args, {});
        can_move_aside($path);
        return { path => $path };
    },
    apply => sub { move_aside($CREDENTIALS->(@_)) },
    revert => sub { move_back($CREDENTIALS->(@_), 0) },
    check => sub { return left_aside($CREDENTIALS->(@_)) },
};
$FAULTS{'sync-credentials-broken'}{ways} = { unit => $CREDENTIALS_FAULT, dataset => $CREDENTIALS_FAULT };

# Makes a certificate for the same key that ended years ago, and puts it where the true one was.
sub expire {
    my ($path, $key) = @_;
    my @seen = stat $path;
    my ($new, $work) = ("$path.rackdrill-new", "$STATE/certificate");
    my $said = seen({ within => 10 }, 'openssl', 'x509', '-in', $path, '-noout', '-subject', '-nameopt', 'compat');
    $said =~ m{\Asubject=\s*(/[^\n]{0,500})\n} or unsure("openssl does not say whose certificate $path is");
    my $name = $1;
    mkdir $work, 0700;
    write_all("$work/config", join "\n", '[ca]', 'default_ca=own', '[own]', "database=$work/index", "serial=$work/serial", "new_certs_dir=$work",
        'policy=any', 'default_md=sha256', 'unique_subject=no', '[any]', 'commonName=optional', 'countryName=optional',
        'stateOrProvinceName=optional', 'localityName=optional', 'organizationName=optional',
        'organizationalUnitName=optional', 'emailAddress=optional', '') && write_all("$work/index", '')
        && write_all("$work/serial", sprintf "%08x\n", time)
        or unsure("$work cannot be written to: $!");
    must({ within => 10 }, 'openssl', 'req', '-new', '-key', $key, '-subj', $name, '-out', "$work/request");
    must({ within => 10 }, 'openssl', 'ca', '-selfsign', '-batch', '-config', "$work/config", '-keyfile', $key, '-in',
        "$work/request", '-notext', '-startdate', '20200101000000Z', '-enddate', '20200102000000Z',
        '-out', "$work/new");
    lay_down($new, whole_file("$work/new"), @seen[2, 4, 5]);
    clear_work($work);
    move_aside($path);
    rename $new, $path or unsure("$path cannot be replaced: $!");
}

# Returns whether a certificate is one of ours. It may have been renewed meanwhile, as one that has ended ought to be.
sub is_expired {
    my ($path) = @_;
    my $ran = look({ within => 10 }, 'openssl', 'x509', '-in', $path, '-noout', '-enddate');
    return $ran->{rc} == 0 && $ran->{out} =~ /=Jan  2 00:00:00 2020 GMT/;
}

# Writes a file that is not there yet. Whoever else may write in its folder cannot make us write or give away another.
sub lay_down {
    my ($file, $text, $mode, $user, $group) = @_;
    sysopen my $to, $file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600 or unsure("$file: $!");
    my $wrote = syswrite $to, $text;
    unsure("$file: $!") unless defined $wrote && $wrote == length $text && $wrote > 0;
    chown($user, $group, $to) && chmod($mode & 07777, $to) && $to->sync or unsure("$file: $!");
}

sub clear_work {
    my ($work) = @_;
    opendir my $folder, $work or return;
    unlink map { /\A([\w.-]+)\z/ ? "$work/$1" : () } readdir $folder;
    rmdir $work;
}

# Tells the service that its files have changed, by the words after the key, or by systemd.
sub reread {
    my ($name, @words) = @_;
    return must({ within => 15 }, @words) if @words;
    must({ within => 15 }, 'systemctl', 'try-reload-or-restart', $name);
}

sub certificate_of {
    my ($args) = @_;
    my $name = name_word($args, defined $args->{unit} ? 'unit' : 'resource');
    my ($path, $key, @reread) = listed('certificate', $name);
    return ($name, path_word($path), path_word($key), @reread);
}

my $CERTIFICATE_FAULT = {
    needs => [], may => [qw(unit resource)],
    examine => sub {
        my ($name, $path, $key, @reread) = certificate_of(@_);
        can_move_aside($path);
        refuse("there is no $key") unless there($key);
        refuse('there is no openssl on this machine') if tool('openssl') eq '';
        return { path => $path };
    },
    apply => sub {
        my ($name, $path, $key, @reread) = certificate_of(@_);
        expire($path, $key);
        reread($name, @reread);
    },
    revert => sub {
        my ($name, $path, $key, @reread) = certificate_of(@_);
        unlink "$path.rackdrill-new";
        clear_work("$STATE/certificate");
        return unless there($path . ASIDE);
        move_back($path, is_expired($path));
        reread($name, @reread);
    },
    check => sub { my ($name, $path) = certificate_of(@_); return left_aside($path) },
};
$FAULTS{'certificate-expired'}{ways} = { unit => $CERTIFICATE_FAULT, resource => $CERTIFICATE_FAULT };

# The key of a dataset, where ZFS itself knows in which file it is. What is unlocked stays so until the next start.
sub key_file {
    my ($args, $was) = @_;
    return $was->{path} if defined $was->{path};
    refuse('this ZFS knows no encryption') unless zfs_kind() eq 'kernel';
    my $dataset = dataset_word($args, 'dataset');
    my $said = seen({}, 'zfs', 'get', '-H', '-o', 'value', 'keylocation', $dataset);
    $said =~ m{\Afile://(/[^\n]+)\n\z} or refuse("the key of $dataset is not in a file");
    return $1;
}

$FAULTS{'encryption-key-missing'} = {
    needs => ['dataset'], may => [],
    examine => sub { my $path = key_file($_[0], {}); can_move_aside($path); return { path => $path } },
    apply => sub { move_aside(key_file(@_)) },
    revert => sub { move_back(key_file(@_), 0) },
    check => sub { return left_aside(key_file(@_)) },
};
