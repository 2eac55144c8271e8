#!/usr/bin/perl
# rackdrill-helper: everything that Rackdrill does on a host, it does through this file and nothing else.
# It reads one request of one line from its standard input, answers, and ends. What a request can mean is the table
# %VERBS below; it never starts a shell. It needs perl-base only. Assembled from small files; see docs/helper.md.
use strict;
use warnings;
use Cwd ();
use Errno ();
use Fcntl qw(:DEFAULT :flock :mode);
use IO::Handle;
use IO::Select;
use POSIX ();
use Socket ();

# What the installation names: the hash of this text without this line's value.
our $VERSION = '@VERSION@';

# verb => sub (\%words) that returns the body of the answer, or dies by refuse() or unsure().
our %VERBS;

# fault word => { needs, may, examine, apply, revert, check }; see machine.pl.
our %FAULTS;

our $SELF = Cwd::abs_path($0);
our $STATE = '/var/lib/rackdrill';
our $CONFIG = '/etc/rackdrill';
our $RACK = '';

# Where state and rack are can be said by whoever starts us as root on a machine of his own, as the sandbox does;
# never by somebody who was let in to us by sudo or SSH.
our $OWN_STATE = 0;
if (!defined $ENV{SUDO_UID} && !defined $ENV{SSH_CONNECTION}) {
    if (($ENV{RACKDRILL_STATE} // '') =~ m{\A(/[A-Za-z0-9._/-]+)\z}) {
        ($STATE, $OWN_STATE) = ($1, 1);
        $CONFIG = "$STATE/etc";
    }
    $RACK = $1 if ($ENV{RACKDRILL_RACK} // '') =~ m{\A(/[A-Za-z0-9._/-]+)\z};
}

our @PATH = qw(/usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin);
%ENV = (
    PATH => join(':', @PATH), LC_ALL => 'C', TZ => 'UTC', HOME => '/root',
    ($OWN_STATE ? (RACKDRILL_STATE => $STATE) : ()),
    ($RACK ? (RACKDRILL_RACK => $RACK) : ()),
);
umask 077;
chdir '/';
$SIG{PIPE} = $SIG{HUP} = $SIG{INT} = $SIG{TERM} = 'IGNORE';
