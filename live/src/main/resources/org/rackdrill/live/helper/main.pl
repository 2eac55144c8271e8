
# ---- main: one request, one answer

sub main {
    if (@ARGV) {
        # Only for timers and the boot unit; sudo and forced commands let nobody pass words.
        if (@ARGV == 2 && $ARGV[0] eq '--watch' && $ARGV[1] =~ /\A(hit-[A-Za-z0-9.-]+)\z/) { return watch($1) }
        if (@ARGV == 1 && $ARGV[0] eq '--undo-all') { return undo_all() }
        print STDERR "rackdrill-helper takes its request from standard input\n";
        return 64;
    }
    my $body = eval {
        my ($verb, $words) = understood(hear());
        my $does = $VERBS{$verb} or refuse("there is no verb '$verb'");
        $does->($words);
    };
    if ($@) { my ($kind, $why) = words_of($@); answer($kind, $why) }
    else { answer('done', '', $body) }
    return 0;
}

exit main();
