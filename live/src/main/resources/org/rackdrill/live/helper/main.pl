
# ---- main: one request, one answer

sub main {
    if (@ARGV) {
        # Only for timers and the boot unit; sudo and forced commands let nobody pass words.
        if (@ARGV == 2 && $ARGV[0] eq '--watch' && $ARGV[1] =~ /\A(hit-[A-Za-z0-9.-]+)\z/) { return watch($1) }
        if (@ARGV == 1 && $ARGV[0] eq '--undo-all') { return undo_all() }
        print STDERR "rackdrill-helper takes its request from standard input\n";
        return 64;
    }
    my $line = eval { hear() };
    if ($@) { answer(words_of($@)) }
    elsif ($line eq qq({"verb":"session"}\n)) { return session() }
    else { reply($line, \%VERBS) }
    return 0;
}

exit main();
